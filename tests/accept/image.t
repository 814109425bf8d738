#!/bin/sh
# The container file: built by buildah out of a fresh Debian, it gives a small image that converts as nobody.
. tests/lib.sh

if [ "$(id -u)" -ne 0 ]; then
	skip 'the image' 'a fresh system is made by root alone'
	done_testing
fi
file=samples/container/Containerfile
BUILD=$(cd "$BUILD" && pwd)
store()
{
	buildah --root "$dir/store" --runroot "$dir/run" --storage-driver vfs "$@"
}
inside()
{
	store run --isolation chroot "$container" -- "$@"
}
trap 'store rm --all >/dev/null 2>&1; rm -rf "$dir"' EXIT

# What FROM names, without asking anybody for it
run tests/accept/fresh "$BUILD" "$dir/root"
status_is 'a fresh system' 0
base=$(sed -n 's/^FROM \(.*\) AS build$/\1/p' "$file")
fresh=$(store from scratch)
store add -q "$fresh" "$BUILD/fresh.tar" / >/dev/null && store commit -q "$fresh" "$base" >/dev/null
run store bud --isolation chroot --pull-never -t wirecopy -f "$file" .
status_is 'the image is built' 0
[ "$status" -eq 0 ] || done_testing

container=$(store from --pull-never wirecopy)
printf 'Závod v Kolíně otevřel novou halu\n\nKOLÍN, 15. března 2026 – Společnost Závod dnes otevřela novou halu.\n' |
	iconv -f UTF-8 -t CP1250 >"$dir/cp1250"
"$BIN/txt2nml" -q "$dir/cp1250" >"$dir/want"
inside txt2nml -q <"$dir/cp1250" >"$dir/got"
same 'it converts as the programs outside do' "$dir/want" "$dir/got"
"$BIN/docx2html" -q samples/de-unternehmen.docx >"$dir/want"
inside docx2html -q <samples/de-unternehmen.docx >"$dir/got"
same 'also a DOCX' "$dir/want" "$dir/got"
run inside docx2nml --version
has 'the sandbox is on' "$dir/out" '^sandbox: seccomp$'
is 'it is nobody' "$(store inspect --format '{{.OCIv1.Config.User}}' "$container")" 65534:65534
run inside sh -c true
ok "there is no shell in it" test "$status" -ne 0
root=$(store mount "$container")
is 'all programs are there' "$(find "$root/usr/bin" -type f | wc -l)" "$(find "$BIN" -maxdepth 1 -type f | wc -l)"
ok 'it is small' test "$(du -sm "$root" | cut -f 1)" -le 80
done_testing
