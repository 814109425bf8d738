#!/bin/sh
# Every DOCX that we write: LibreOffice opens it and finds its text, Microsoft's validator, the schemas and a lint are content.
. tests/lib.sh

files=$BUILD/accept/docx
ok 'there is something to judge' sh -c "ls '$files'/*.docx"
ok 'every conversion went well' sh -c "cat '$BUILD/accept/failed'; test ! -s '$BUILD/accept/failed'"

# LibreOffice ends with status 0 whatever happens: what counts is the PDF.
if command -v soffice >/dev/null; then
	profile=$(cd "$BUILD" && pwd)/libreoffice
	rm -rf "$BUILD/accept/pdf" "$profile"
	mkdir -p "$profile/user"
	cp tests/accept/registrymodifications.xcu "$profile/user"
	ls "$files"/*.docx | xargs -r -n 40 timeout 900 soffice "-env:UserInstallation=file://$profile" --headless \
		--convert-to pdf --outdir "$BUILD/accept/pdf" >"$dir/soffice" 2>&1
	for file in "$files"/*.docx; do
		name=${file##*/}
		ok "LibreOffice opens $name" test -s "$BUILD/accept/pdf/${name%.docx}.pdf"
	done
else
	fail 'LibreOffice is not here'
fi
# A PDF without the release's words would be an empty page. Its letters may be spaced out and its label in capitals.
letters()
{
	LC_ALL=C.UTF-8 sed 's/[^[:alnum:]]//g' | tr -d '\n'
}
for file in "$files"/*.txt.docx; do
	name=${file##*/}
	"$BIN/docx2txt" -q --links=none "$file" | awk 'NF > 3 { print; exit }' | letters >"$dir/words"
	pdftotext "$BUILD/accept/pdf/${name%.docx}.pdf" - 2>"$dir/err" | letters >"$dir/text"
	ok "and shows the text of $name" env LC_ALL=C.UTF-8 grep -qiF -f "$dir/words" "$dir/text"
done

for file in "$files"/*.docx; do
	ok "our own lint: ${file##*/}" /usr/bin/python3 tests/docx_lint.py "$file"
done

validator=$BUILD/node/node_modules/.bin/ooxml-validator
if [ -e "$BUILD/node/complete" ]; then
	for file in "$files"/*.docx; do
		run "$validator" "$file"
		cat "$dir/out" >>"$dir/err"
		status_is "Open XML SDK: ${file##*/}" 0
	done
else
	fail 'the Open XML validator is not here: npm could not install it'
fi

checker=$SHARED/tools/docx_xsd_check.py
if [ -e "$checker" ]; then
	/usr/bin/python3 "$checker" "$SHARED/schema/ooxml" "$files"/*.docx >"$dir/xsd" 2>&1
	for file in "$files"/*.docx; do
		grep -aF -A 4 "$file:" "$dir/xsd" >"$dir/verdict"
		ok "ECMA-376 schemas: ${file##*/}" grep -aF "$file: OK" "$dir/verdict"
	done
else
	skip 'ECMA-376 schemas' "no $checker here"
fi
done_testing
