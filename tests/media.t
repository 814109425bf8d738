#!/bin/sh
# --media DIR: images as files, each whole or not at all, named by their content.
. tests/lib.sh

png=iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
printf '<!DOCTYPE html><title>t</title><h1>A headline of some length</h1><p>Text with <img alt="a dot" src="data:image/png;base64,%s"></p>' \
	"$png" >"$dir/a.html"
printf '%s' "$png" | base64 -d >"$dir/dot.png"
name=$(sha256sum "$dir/dot.png" | cut -c 1-16).png
"$BIN/html2docx" "$dir/a.html" >"$dir/a.docx"
"$BIN/html2nml" "$dir/a.html" >"$dir/a.nml"

for from in docx nml; do
	for to in html nml; do
		[ $from = $to ] && continue
		run "$BIN/${from}2$to" --media "$dir/m" "$dir/a.$from"
		is "${from}2$to --media: status" "$status" 0
		has 'the output names the file' "$dir/out" "<img src=\"$dir/m/$name\" alt=\"a dot\""
		is 'and holds no image itself' "$(grep -c 'data:image' "$dir/out")" 0
		same 'which is the image' "$dir/m/$name" "$dir/dot.png"
		is 'and alone in its folder' "$(ls -A "$dir/m")" "$name"
		rm -r "$dir/m"
	done
done

# An item says of each file what a receiver can check it by.
link()
{
	grep 'irel:dependsOn' "$dir/out" | sed 's/^[[:blank:]]*//'
}
sum=$(sha256sum "$dir/dot.png" | cut -d ' ' -f 1)
start="<link how=\"howextr:tool\" rel=\"irel:dependsOn\" href=\"$dir/m/$name\" contenttype=\"image/png\" size=\"$(wc -c <"$dir/dot.png")\""
run "$BIN/docx2nml" --media "$dir/m" "$dir/a.docx"
is 'the item links it: address, type, size, hash' "$(link)" \
	"$start><hash hashtypeuri=\"http://www.w3.org/2001/04/xmlenc#sha256\">$sum</hash></link>"
ok 'which nmlcheck finds right' "$BIN/nmlcheck" --now 2026-01-01T00:00Z --fail-on=error "$dir/out"
run "$BIN/docx2nml" --media "$dir/m" --newsml-version 2.16 "$dir/a.docx"
is 'before 2.17 a link had no hash' "$(link)" "$start/>"
run "$BIN/docx2nml" --media "$dir/m" --body text "$dir/a.docx"
is 'a text without images links none' "$(link)" ''
run "$BIN/docx2nml" "$dir/a.docx"
is 'nor does one that holds its images' "$(link)" ''
rm -r "$dir/m"

mkdir "$dir/to"
run "$BIN/docx2html" --media "$dir/to/my images" -o "$dir/to/out.html" "$dir/a.docx"
has 'with -o the address begins at the output, and is one' "$dir/to/out.html" "<img src=\"my%20images/$name\""
same 'where the file is' "$dir/to/my images/$name" "$dir/dot.png"

run "$BIN/docx2html" --media "$dir/none/m" "$dir/a.docx"
refused 'a folder that cannot be made' 73 'cannot create'
run "$BIN/docx2html" --media "$dir/a.docx" "$dir/a.docx"
refused 'what is no folder' 73 'Not a directory'
printf 'nothing' >"$dir/bad"
run "$BIN/docx2html" --media "$dir/m2" "$dir/bad"
refused 'a bad input' 65 'docx2html'
is 'leaves no image' "$(ls -A "$dir/m2")" ''
run sh -c "exec '$BIN/docx2html' --media '$dir/m3' '$dir/a.docx' >/dev/full"
refused 'a full disk behind standard output' 74 'cannot write standard output: No space'
done_testing
