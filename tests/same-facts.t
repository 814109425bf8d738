#!/bin/sh
# A release says the same, whichever format it comes in: as text, as a Word
# file without styles, as a page without classes.
. tests/lib.sh
. tests/facts.sh

# same_facts FILE [OPTION]: what an item says of it, and of its plain forms
same_facts()
{
	name=${1##*/}
	# shellcheck disable=SC2086 # no option is none
	"$BIN/$(format_of "$1")2nml" -q ${2-} "$1" >"$dir/own.xml"
	facts "$dir/own.xml" >"$dir/want"
	ok "$name says something" grep -q '<headline' "$dir/want"

	plain_page "$1" "$dir/own.xml" >"$dir/page.html"
	"$BIN/html2nml" -q "$dir/page.html" >"$dir/html.xml"
	facts "$dir/html.xml" >"$dir/got"
	same "$name as a page" "$dir/want" "$dir/got"

	plain_word "$dir/page.html" "$dir/word.docx"
	"$BIN/docx2nml" -q "$dir/word.docx" >"$dir/docx.xml"
	facts "$dir/docx.xml" >"$dir/got"
	same "$name as a Word file" "$dir/want" "$dir/got"

	# In text a cell of a table is one line, and a contact in columns is not told apart.
	grep -q '<address>' "$dir/page.html" && grep -q '<td>' "$dir/page.html" && return
	"$BIN/nml2txt" -q "$dir/own.xml" >"$dir/text.txt"
	"$BIN/txt2nml" -q "$dir/text.txt" >"$dir/txt.xml"
	facts "$dir/txt.xml" >"$dir/got"
	same "$name as text" "$dir/want" "$dir/got"
}

for sample in samples/??-*.txt samples/??-*.docx samples/??-*.html samples/??-*.eml; do
	case $sample in
	*.html) same_facts "$sample" --main=auto ;;
	*) same_facts "$sample" ;;
	esac
done

# A few real ones; make accept takes all.
for release in "$SHARED"/corpus/releases/*-01.txt; do
	[ -e "$release" ] || {
		skip 'real releases' "none in $SHARED"
		break
	}
	same_facts "$release"
done
done_testing
