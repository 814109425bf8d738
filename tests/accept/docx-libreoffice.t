#!/bin/sh
# What LibreOffice has opened and saved, once and twice, is still the release that it was: text, structure, metadata.
. tests/lib.sh

if ! command -v soffice >/dev/null; then
	skip 'LibreOffice' 'not here'
	done_testing
fi
profile=$(cd "$BUILD" && pwd)/libreoffice

# saved FROM TO: all files of a folder, opened and saved
saved()
{
	mkdir -p "$2" "$profile/user"
	cp tests/accept/registrymodifications.xcu "$profile/user"
	timeout 600 soffice "-env:UserInstallation=file://$profile" --headless --convert-to 'docx:MS Word 2007 XML' \
		--outdir "$2" "$1"/*.docx >"$dir/soffice" 2>&1
}

# What no reader can know after LibreOffice is left out on both sides: it gives a language its country (ar becomes
# ar-SA), and drops mathematics out of footnotes (with the blank there, and the hash of the text is another one).
# In a file that another program has saved, an image alone in a paragraph is a figure: it may have put it there.
as_kept()
{
	"$BIN/docx2nml" -q "$1" >"$dir/item.xml" && "$BIN/nml2html" -q "$dir/item.xml" |
		sed -e 's/"ar-SA"/"ar"/g' -e 's, *<span[^>]*><math[^>]*>.*</math></span>,,; s, *<math[^>]*>.*</math>,,' \
			-e 's/<meta name="nml.recognised" content="[^"]*">//' |
		sed -z 's,<figure>\n\([^\n]*\)\n</figure>,<p>\1</p>,g'
}

mkdir "$dir/ours" "$dir/sources"
for sample in samples/??-*.txt samples/??-*.html samples/??-*.xml samples/??-*.docx; do
	format=$(format_of "$sample")
	name=${sample##*/}
	[ "$format" = nml ] && cp "$sample" "$dir/sources/$name.xml"
	[ "$format" = nml ] || "$BIN/${format}2nml" -q "$sample" >"$dir/sources/$name.xml"
	"$BIN/nml2docx" -q -o "$dir/ours/$name.docx" "$dir/sources/$name.xml"
	"$BIN/nml2docx" -q --template samples/fr-cooperative.docx -o "$dir/ours/$name.letterhead.docx" "$dir/sources/$name.xml"
done
saved "$dir/ours" "$dir/once"
saved "$dir/once" "$dir/twice"
for file in "$dir"/ours/*.docx; do
	name=${file##*/}
	as_kept "$file" >"$dir/before"
	ok "$name: there is something to compare" test -s "$dir/before"
	for times in once twice; do
		as_kept "$dir/$times/$name" >"$dir/after"
		same "$name, saved $times" "$dir/before" "$dir/after"
	done
done
done_testing
