#!/bin/sh
# A release says the same, whichever format it comes in: as text, as a Word
# file without styles, as a page without classes.
. tests/lib.sh

# What an item says of its release, a fact in each line. A guid and the times of writing are the file's own.
facts()
{
	xmllint --format "$1" | sed -n \
		-e '/<contentMeta>/,/<\/contentMeta>/p' -e '/<embargoed/p' -e '/<provider>/,/<\/provider>/p' |
		grep -v '<contentModified'
}

plain_html()
{
	"$BIN/txt2html" -q --no-recognise --fragment "$1" | sed 's/ class="[^"]*"//g; s/ id="[^"]*"//g'
}

for sample in samples/*.txt; do
	name=$(basename "$sample" .txt)
	"$BIN/txt2nml" -q "$sample" >"$dir/txt.xml"
	facts "$dir/txt.xml" >"$dir/want"
	ok "$name says something" grep -q '<headline' "$dir/want"

	{
		printf '<!DOCTYPE html><meta charset="utf-8"><title></title><body>'
		plain_html "$sample"
	} >"$dir/page.html"
	"$BIN/html2nml" -q "$dir/page.html" >"$dir/html.xml"
	facts "$dir/html.xml" >"$dir/got"
	is "$name as a page" "$(cat "$dir/got")" "$(cat "$dir/want")"

	"$BIN/html2docx" -q --no-recognise "$dir/page.html" >"$dir/word.docx"
	# Without the key that says that nothing is to be recognised.
	zip -q -d "$dir/word.docx" docProps/custom.xml
	"$BIN/docx2nml" -q "$dir/word.docx" >"$dir/docx.xml"
	facts "$dir/docx.xml" >"$dir/got"
	is "$name as a Word file" "$(cat "$dir/got")" "$(cat "$dir/want")"
done
done_testing
