#!/bin/sh
# Real releases say the same as text, as a page, and as the Word file that LibreOffice makes of the page.
. tests/lib.sh
. tests/facts.sh

if ! command -v soffice >/dev/null; then
	skip 'facts of Word files by LibreOffice' 'no soffice here'
	done_testing
fi
mkdir "$dir/pages" "$dir/items"
for release in "$SHARED"/corpus/releases/*.txt; do
	[ -e "$release" ] || {
		skip 'real releases' "none in $SHARED"
		done_testing
	}
	name=$(basename "$release" .txt)
	"$BIN/txt2nml" -q "$release" >"$dir/items/$name.xml"
	plain_page "$release" "$dir/items/$name.xml" >"$dir/pages/$name.html"
done
timeout 900 soffice "-env:UserInstallation=file://$dir/profile" --headless --infilter='HTML (StarWriter)' \
	--convert-to 'docx:MS Word 2007 XML' --outdir "$dir/pages" "$dir/pages"/*.html >"$dir/soffice" 2>&1
for page in "$dir/pages"/*.html; do
	name=$(basename "$page" .html)
	facts "$dir/items/$name.xml" >"$dir/want"
	"$BIN/html2nml" -q "$page" >"$dir/item"
	facts "$dir/item" >"$dir/got"
	same "$name as a page" "$dir/want" "$dir/got"
	"$BIN/docx2nml" -q "${page%.html}.docx" >"$dir/item"
	facts "$dir/item" >"$dir/got"
	same "$name as LibreOffice's Word file" "$dir/want" "$dir/got"
done
done_testing
