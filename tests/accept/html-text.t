#!/bin/sh
# HTML, text, HTML, text: what a page's text holds stands in the page that is made of it, so that both texts are the same.
# Only an image whose bytes no text can hold leaves its caption without a figure: then it is no longer set in. That text
# holds of a document what it should is tests/random/text's to show.
. tests/lib.sh

pages=$SHARED/corpus/html

# comes_back NAME PAGE
comes_back()
{
	run "$BIN/html2txt" -q --headers "$2"
	status_is "$1: to text" 0
	cp "$dir/out" "$dir/first.txt"
	run "$BIN/txt2html" -q "$dir/first.txt"
	cp "$dir/out" "$dir/second.html"
	run "$BIN/html2txt" -q --headers "$dir/second.html"
	for text in "$dir/first.txt" "$dir/out"; do
		sed '/^Recognised:/d; s/^ *//' "$text" >"$text.flat"
	done
	same "$1: there and back" "$dir/first.txt.flat" "$dir/out.flat"
}

for sample in samples/*.txt samples/*.docx samples/*.xml samples/*.html; do
	format=$(format_of "$sample")
	case $sample in *letterhead*) continue ;; esac
	if [ "$format" = html ]; then
		cp "$sample" "$dir/page.html"
	else
		run "$BIN/${format}2html" -q "$sample"
		cp "$dir/out" "$dir/page.html"
	fi
	comes_back "$sample" "$dir/page.html"
done
if [ ! -d "$pages" ]; then
	skip 'real pages' "no $pages"
	done_testing
fi
for page in "$pages"/*.html; do
	comes_back "${page##*/}" "$page"
done
done_testing
