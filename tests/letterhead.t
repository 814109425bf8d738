#!/bin/sh
# How what is written looks: the house style in samples/, a letterhead for --template and a style sheet for --css,
# and what a DOCX without a template has of its own.
. tests/lib.sh

letterhead=samples/letterhead.docx
sheet=samples/newsroom.css

if ! command -v unzip >/dev/null; then
	skip 'the letterhead' 'no unzip here'
	done_testing
fi

# part NAME: of the last output
part()
{
	unzip -p "$dir/release.docx" "$1" >"$dir/part" 2>/dev/null
}

# What has nothing to do with the zlib that packed it: the parts.
if command -v python3 >/dev/null; then
	cp -r samples/src "$dir/src"
	python3 "$dir/src/make.py"
	for parts in made kept; do
		[ $parts = made ] && file=$dir/letterhead.docx || file=$letterhead
		{ unzip -Z1 "$file" && unzip -p "$file"; } >"$dir/$parts"
	done
	same 'it is what samples/src makes' "$dir/made" "$dir/kept"
else
	skip 'it is what samples/src makes' 'no python3 here'
fi

# Every sample fits onto it, and comes back as without it: what the house has printed there is no part of the release.
for sample in samples/??-*.*; do
	format=$(format_of "$sample")
	name=${sample##*/}
	if [ "$format" = docx ]; then
		"$BIN/docx2nml" -q "$sample" >"$dir/release.xml"
		run "$BIN/nml2docx" -q --template "$letterhead" -o "$dir/release.docx" "$dir/release.xml"
	else
		run "$BIN/${format}2docx" -q --template "$letterhead" -o "$dir/release.docx" "$sample"
	fi
	status_is "$name on the letterhead" 0
	unzip -p "$dir/release.docx" 'word/*.xml' >"$dir/parts"
	lacks "$name: every place is filled" "$dir/parts" '[{][{]'
	"$BIN/docx2nml" -q "$dir/release.docx" >"$dir/back.xml"
	[ "$format" = docx ] || "$BIN/${format}2docx" -q "$sample" | "$BIN/docx2nml" -q >"$dir/release.xml"
	same "$name: and the same release comes back" "$dir/release.xml" "$dir/back.xml"
done

run "$BIN/txt2docx" --no-mend --template "$letterhead" -o "$dir/release.docx" samples/cs-ministerstvo.txt
ok 'nothing is said about it' sh -c "cat '$dir/err'; test ! -s '$dir/err'"
part word/header1.xml
has 'the date on the first page, in the words of the language' "$dir/part" '>3. března 2026</w:t>'
has 'the logo there' "$dir/part" 'r:embed="rId1"'
ok 'and in the file' sh -c "unzip -p '$dir/release.docx' word/media/image1.png | cmp - samples/src/pictures/letterhead.png"
part word/header2.xml
has 'the headline on the others' "$dir/part" '>Stát letos vrátí vodu do krajiny [^<]*</w:t>'
for footer in 1 2; do
	part "word/footer$footer.xml"
	is "footer $footer counts the pages" "$(grep -oE ' (NUM)?PAGES? ' "$dir/part" | tr -d '\n')" ' PAGE  NUMPAGES '
done
part word/styles.xml
has 'the language is that of the release' "$dir/part" '<w:lang w:val="cs"'

# Without a date and a headline nothing stands in their place.
printf 'Jen věta bez titulku a data.\n' | "$BIN/txt2docx" -q --template "$letterhead" -o "$dir/release.docx"
unzip -p "$dir/release.docx" 'word/header*.xml' >"$dir/part"
lacks 'a text without headline and date' "$dir/part" '[{][{]'

# Without a template: pages are numbered from the second on, and the number is no text.
"$BIN/txt2docx" -q -o "$dir/release.docx" samples/cs-ministerstvo.txt
part word/document.xml
has 'the first page bears no number' "$dir/part" '<w:sectPr><w:footerReference w:type="default" r:id="rId[0-9]+"/>.*<w:titlePg/>'
part word/footer1.xml
has 'the others do' "$dir/part" '"Footer".* PAGE .* NUMPAGES '
"$BIN/docx2txt" -q "$dir/release.docx" >"$dir/without.txt"
"$BIN/docx2txt" -q --letterhead=all "$dir/release.docx" >"$dir/with.txt"
same 'and it does not come back as text' "$dir/without.txt" "$dir/with.txt"

# A language that is written from right to left.
printf '\327\251\327\234\327\225\327\235\n' | "$BIN/txt2docx" -q --lang he -o "$dir/release.docx"
part word/styles.xml
has 'Hebrew runs from right to left' "$dir/part" '<w:pPrDefault><w:pPr><w:widowControl/><w:bidi/>'
part word/footer1.xml
has 'its page numbers too' "$dir/part" '<w:bidi/>'
"$BIN/docx2html" -q "$dir/release.docx" >"$dir/page.html"
has 'the page says so once' "$dir/page.html" '<html lang="he" dir="rtl">'
lacks 'and no paragraph again' "$dir/page.html" '<p.*dir='
printf 'word\n' | "$BIN/txt2docx" -q --lang az-Latn -o "$dir/release.docx"
part word/styles.xml
lacks 'others do not' "$dir/part" 'w:bidi/'

# The style sheet.
"$BIN/txt2html" -q --css "$sheet" samples/cs-ministerstvo.txt >"$dir/page.html"
awk '/<style>/ { inside = 1; next } /<\/style>/ { exit } inside' "$dir/page.html" | sed '/^@counter-style/,$d' >"$dir/written.css"
same 'the style sheet stands in the page as it is' "$sheet" "$dir/written.css"
lacks 'and fetches nothing' "$sheet" '@import|@font-face|url\(("|.)?(https?:|//)'
for case in 'prefers-color-scheme: dark' 'max-width' 'media print' 'dir="rtl"'; do
	has "it has a look for $case" "$sheet" "$case"
done
done_testing
