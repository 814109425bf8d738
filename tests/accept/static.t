#!/bin/sh
# make STATIC=1: the programs need libc alone, write what the usual ones write, and read windows-1250 where there is
# nothing else.
. tests/lib.sh

static=$BUILD/static
run make -s -j "$(nproc)" STATIC=1 BUILD="$static" deps all
status_is 'make STATIC=1' 0
[ "$status" -eq 0 ] || done_testing
is 'as many programs' "$(find "$static/bin" -type f | wc -l)" "$(find "$BIN" -maxdepth 1 -type f | wc -l)"
for program in "$static"/bin/*; do
	ldd "$program" | awk '{ print $1 }' | grep -v -e '^linux-vdso' -e '/ld-linux' -e '^libc\.so'
done >"$dir/needed"
ok 'they need libc alone' sh -c "cat '$dir/needed'; test ! -s '$dir/needed'"

# The same bytes as the usual programs, which have other builds of libxml2 and libzip.
for sample in samples/??-*.*; do
	from=$(format_of "$sample")
	for to in txt html docx nml eml; do
		[ "$from" != $to ] || continue
		"$BIN/${from}2$to" -q "$sample" >"$dir/usual"
		"$static/bin/${from}2$to" -q "$sample" >"$dir/static"
		# Parts are packed by one zlib or by another.
		[ $to != docx ] || for each in usual static; do unzip -p "$dir/$each" >"$dir/parts" && mv "$dir/parts" "$dir/$each"; done
		cmp -s "$dir/usual" "$dir/static" || echo "${from}2$to $sample"
	done
done >"$dir/differ"
ok 'they write what the others write' sh -c "cat '$dir/differ'; test ! -s '$dir/differ'"

# An empty system: the programs, libc, and what libc's iconv loads.
root=$dir/root
mkdir -p "$root/bin"
samples/container/libc "$root"
cp "$static/bin/txt2nml" "$static/bin/wirebatch" "$root/bin"
inside()
{
	if [ "$(id -u)" -eq 0 ]; then chroot "$root" "$@"; else unshare -r chroot "$root" "$@"; fi
}
if inside /bin/txt2nml --version >/dev/null 2>&1; then
	printf 'Závod v Kolíně otevřel novou halu\n\nKOLÍN, 15. března 2026 – Společnost Závod dnes otevřela novou halu.\n' >"$dir/utf8"
	iconv -f UTF-8 -t CP1250 "$dir/utf8" >"$dir/cp1250"
	"$BIN/txt2nml" -q "$dir/utf8" >"$dir/want"
	inside /bin/txt2nml -q --from-charset windows-1250 <"$dir/cp1250" >"$dir/got"
	same 'windows-1250 in an empty system' "$dir/want" "$dir/got"
	inside /bin/txt2nml -q <"$dir/cp1250" >"$dir/got"
	same 'found there without being told' "$dir/want" "$dir/got"
	mkdir "$root/in"
	cp "$dir/cp1250" "$root/in/one.txt"
	inside /bin/wirebatch -q --to nml --out /out --from-charset windows-1250 /in >"$dir/report"
	ok 'a folder of it there' grep -rq 'otevřel novou halu' "$root/out"
else
	skip 'windows-1250 in an empty system' 'only root may enter one here'
fi
done_testing
