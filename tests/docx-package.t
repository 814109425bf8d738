#!/bin/sh
# The packages that a Word document may come in, and what is said of files that are none.
. tests/lib.sh
. tests/docx.sh

simple()
{
	new
	body "$(p 'Some text')"
}
read_as='para|"Some text"'

# Names and kinds
simple
reads 'the least that Word opens' "$read_as"
mv "$dir/package/word/document.xml" "$dir/package/word/document2.xml"
mv "$dir/package/word/_rels/document.xml.rels" "$dir/package/word/_rels/document2.xml.rels"
sed -i 's/document\.xml/document2.xml/' "$dir/package/_rels/.rels"
(cd "$dir/package" && rm -f "$dir/file.docx" && zip -q -r "$dir/file.docx" .)
is 'the main part by its relationship' "$(tree)" "$read_as"
simple
sed -i 's|Target="word/|Target="/word/|' "$dir/package/_rels/.rels"
reads 'an absolute target' "$read_as"
sed -i 's|Target="/word/document|Target="/WORD/Document|' "$dir/package/_rels/.rels"
reads 'names in another case' "$read_as"
simple
sed -i 's/xmlns:w=/xmlns:x=/; s/<w:/<x:/g; s/<\/w:/<\/x:/g' "$dir/package/word/document.xml"
reads 'another prefix' "$read_as"
simple
sed -i 's|http://schemas.openxmlformats.org/wordprocessingml/2006/main|http://purl.oclc.org/ooxml/wordprocessingml/main|g
	s|http://schemas.openxmlformats.org/officeDocument/2006/relationships|http://purl.oclc.org/ooxml/officeDocument/relationships|g' \
	"$dir/package/word/document.xml" "$dir/package/_rels/.rels"
reads 'the Strict kind' "$read_as"
for type in application/vnd.ms-word.document.macroEnabled.main+xml \
	application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml; do
	simple
	sed -i "s|</Types>|<Override PartName=\"/word/document.xml\" ContentType=\"$type\"/></Types>|" "$dir/package/[Content_Types].xml"
	reads "with macros, or a template: ${type##*/}" "$read_as"
done
simple
rm "$dir/package/[Content_Types].xml"
reads 'without content types' "$read_as"

# Encodings of the parts
simple
iconv -f UTF-8 -t UTF-16LE "$dir/package/word/document.xml" | sed '1s/^/\xff\xfe/' >"$dir/16"
sed 's/e\x00n\x00c\x00o\x00d\x00i\x00n\x00g\x00=\x00"\x00U\x00T\x00F\x00-\x008\x00"\x00/ \x00/' "$dir/16" >"$dir/package/word/document.xml"
reads 'UTF-16' "$read_as"
simple
sed -i '1s/^/\xef\xbb\xbf/' "$dir/package/word/document.xml"
reads 'a byte order mark' "$read_as"
simple
sed -i 's/UTF-8/windows-1252/' "$dir/package/word/document.xml"
pack
run "$TREE/docx2tree" "$dir/file.docx"
refused 'another encoding is not allowed' 65 'word/document.xml: .*windows-1252'
simple
sed -i 's/?>/?><!DOCTYPE x [<!ENTITY e "text">]>/' "$dir/package/word/document.xml"
pack
run "$TREE/docx2tree" "$dir/file.docx"
refused 'a document type neither' 65 'document type'

# Forms of ZIP
simple
pack
{ printf 'junk in front '; cat "$dir/file.docx"; } >"$dir/junk.docx"
cp "$dir/junk.docx" "$dir/file.docx"
is 'bytes in front of the archive' "$(tree)" "$read_as"
simple
pack
head -c 70000 /dev/zero >>"$dir/file.docx"
run "$TREE/docx2tree" "$dir/file.docx"
refused 'more than 64 kB behind it hide its directory' 65 'cut off or damaged'
simple
pack
(cd "$dir/package" && rm -f "$dir/file.docx" && zip -q -0 -r "$dir/file.docx" .)
is 'nothing is compressed' "$(tree)" "$read_as"
(cd "$dir/package" && rm -f "$dir/file.docx" && zip -q -r - . | cat >"$dir/file.docx")
is 'lengths behind the data' "$(tree)" "$read_as"
(cd "$dir/package" && rm -f "$dir/file.docx" && zip -q -fz -r "$dir/file.docx" .)
is 'ZIP64' "$(tree)" "$read_as"
python=$(command -v python3 || :)
if [ -n "$python" ]; then
	cat >"$dir/backslashes.py" <<'PY'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w") as new:
    for info in old.infolist():
        if not info.is_dir():
            data = old.read(info)
            info.filename = info.filename.replace("/", "\\")
            new.writestr(info, data)
PY
	"$python" "$dir/backslashes.py" "$dir/file.docx" "$dir/back.docx"
	mv "$dir/back.docx" "$dir/file.docx"
	is 'backslashes in names' "$(tree)" "$read_as"
else
	skip 'backslashes in names' 'no python3 here'
fi

# What is no DOCX
none() # NAME PATTERN: of $dir/none
{
	run "$TREE/docx2tree" "$dir/none"
	refused "$1" 65 "$dir/none: the input is no DOCX, but $2"
}
ole() # STREAM: a compound file with a stream of that name
{
	{
		printf '\320\317\021\340\241\261\032\341'
		head -c 600 /dev/zero
		printf '%s' "$1" | sed 's/./&\n/g' | tr '\n' '\0'
		head -c 600 /dev/zero
	} >"$dir/none"
}
ole EncryptedPackage
none 'protected by a password' '.*password'
ole WordDocument
none 'an old binary document' 'a document of Word 97'
ole Workbook
none 'an old workbook' 'a workbook'
printf '{\\rtf1 text}' >"$dir/none"
none RTF 'an RTF'
printf '%%PDF-1.7\n' >"$dir/none"
none PDF 'a PDF'
printf '<html><body>text</body></html>' >"$dir/none"
none HTML 'an HTML page'
printf '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>' >"$dir/none"
none 'one XML file' 'a Word document in one XML file'
{
	printf '\010Jane Doe'
	head -c 45 /dev/zero
	printf '\010\0J\0a\0n\0e\0 \0D\0o\0e\0'
	head -c 90 /dev/zero
} | head -c 162 >"$dir/none"
none 'the lock file of Word' 'the lock file'
printf ',jane,desk,15.03.2019 08:00,file:///home/jane;' >"$dir/none"
none 'the lock file of LibreOffice' 'the lock file'
printf 'plain text' >"$dir/none"
none 'plain text' 'something else'
mkdir "$dir/odt" && printf 'application/vnd.oasis.opendocument.text' >"$dir/odt/mimetype"
(cd "$dir/odt" && zip -q -0 -X "$dir/odt.zip" mimetype) && mv "$dir/odt.zip" "$dir/none"
none ODT 'an OpenDocument'
new
printf '<workbook xmlns="urn:x"/>' >"$dir/package/word/document.xml"
pack "$dir/none"
none 'a workbook' 'an Excel workbook'
rm "$dir/package/word/document.xml"
pack "$dir/none"
none 'no main part' 'a ZIP archive without'
: >"$dir/none"
run "$TREE/docx2tree" "$dir/none"
refused 'nothing at all' 65 'the input is empty'

run "$BIN/docx2txt" --version
has 'the version names the ZIP library' "$dir/out" '^reads with libzip [0-9]'
has 'and the XML parser' "$dir/out" '^parses with libxml2 [0-9]'
done_testing
