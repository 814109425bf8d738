#!/bin/sh
# Every DOCX of ours goes through a lint (tests/docx_lint.py); and each of its rules finds a file that breaks it.
. tests/lib.sh

python=/usr/bin/python3
if ! "$python" -c 'import lxml' 2>/dev/null || ! command -v zip >/dev/null || ! command -v unzip >/dev/null; then
	skip 'the lint of DOCX files' 'no python3-lxml, zip and unzip here'
	done_testing
fi

clean()
{
	ok "$1" "$python" tests/docx_lint.py "$2"
}

for sample in samples/*.txt samples/*.html samples/*.docx samples/*.xml samples/*.eml; do
	format=$(format_of "$sample")
	name=${sample##*/}
	if [ "$format" = docx ]; then
		"$BIN/docx2nml" -q "$sample" | "$BIN/nml2docx" -q -o "$dir/$name.docx"
	else
		"$BIN/${format}2docx" -q -o "$dir/$name.docx" "$sample"
	fi
	clean "$name" "$dir/$name.docx"
	for template in samples/*.docx; do
		"$BIN/docx2nml" -q "$dir/$name.docx" | "$BIN/nml2docx" -q --template "$template" -o "$dir/on.docx"
		clean "$name on ${template##*/}" "$dir/on.docx"
	done
done
for template in "$SHARED"/corpus/docx/letterhead_hdrftr/*; do
	[ -e "$template" ] || continue
	"$BIN/docx2nml" -q samples/de-unternehmen.docx | "$BIN/nml2docx" -q --template "$template" -o "$dir/on.docx"
	clean "on ${template##*/}" "$dir/on.docx"
done

# One document that has everything.
cat >"$dir/all.html" <<'END'
<!doctype html><html lang="en"><head><title>All</title></head><body><h1>A headline that is long enough</h1>
<p>The <a href="https://example.com/">link</a> and a note<a id="r" href="#n" role="doc-noteref">1</a>.</p>
<ul><li>one</li></ul><ol><li>two</li></ol>
<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td rowspan="2">c</td><td>d</td></tr><tr><td>e</td></tr></tbody></table>
<p><img alt="dot" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="> <img alt="dot" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>
<div role="doc-endnotes"><ol><li id="n">The note.</li></ol></div></body></html>
END
"$BIN/html2docx" -q --meta first-created=2026-03-17T08:00:00Z --meta version-created=2026-03-17T09:00:00Z \
	-o "$dir/all.docx" "$dir/all.html"
clean 'a document with everything' "$dir/all.docx"

# breaks RULE PART SED-EXPRESSION: the part is edited so, and the lint says the rule
breaks()
{
	rm -rf "$dir/broken" "$dir/broken.docx"
	mkdir "$dir/broken"
	(cd "$dir/broken" && unzip -q ../all.docx)
	cp "$dir/broken/$2" "$dir/before"
	sed -E "$3" "$dir/before" >"$dir/broken/$2"
	if cmp -s "$dir/before" "$dir/broken/$2"; then
		fail "$1: the part was not changed"
		return
	fi
	(cd "$dir/broken" && zip -qr ../broken.docx '[Content_Types].xml' _rels docProps word)
	run "$python" tests/docx_lint.py "$dir/broken.docx"
	status_is "$1: the lint ends with 1" 1
	has "$1: it is found" "$dir/out" "broken.docx: $1:"
}

document=word/document.xml
breaks cell-without-paragraph $document 's,(</w:tcPr>)<w:p>.*(</w:tc><w:tc>),\1\2,'
breaks cell-ends-in-table $document \
	's,</w:tc>,<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc>,'
breaks row-without-cells $document 's,<w:tr>,<w:tr></w:tr><w:tr>,'
breaks span-beyond-grid $document 's,<w:tcPr>(<w:tcW [^>]*>),<w:tcPr>\1<w:gridSpan w:val="3"/>,'
breaks merge-without-start $document 's,<w:vMerge w:val="restart"/>,,'
breaks style-undefined $document 's,<w:pStyle w:val="[^"]*",<w:pStyle w:val="Nothing",'
breaks style-twice word/styles.xml 's,w:styleId="Heading3",w:styleId="Heading2",'
breaks number-undefined $document 's,<w:numId w:val="[^"]*",<w:numId w:val="77",'
breaks number-twice word/numbering.xml 's,w:numId="2",w:numId="1",'
breaks main-without-override '[Content_Types].xml' 's,<Override PartName="/word/document.xml"[^>]*>,,'
breaks override-of-nothing '[Content_Types].xml' 's,<Override ,<Override PartName="/word/no.xml" ContentType="a/b"/><Override ,'
breaks relationship-to-nothing word/_rels/document.xml.rels 's,Target="styles.xml",Target="style.xml",'
breaks relationship-undefined $document 's,r:embed="[^"]*",r:embed="rId99",'
breaks property-twice docProps/core.xml 's,(<dc:title>.*</dc:title>),\1\1,'
breaks date-without-type docProps/core.xml 's, xsi:type="dcterms:W3CDTF",,'
breaks date-wrong docProps/core.xml 's,2026-03-17T08:00:00Z,17 March 2026,'
breaks link-in-link $document 's,(<w:hyperlink [^>]*>),\1<w:hyperlink w:anchor="a"/>,'
breaks language-wrong word/styles.xml 's,w:val="en",w:val="en_GB",'
breaks field-open $document 's,<w:p>,<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>,'
breaks section-not-last $document 's,</w:body>,<w:p/></w:body>,'
breaks drawing-twice $document 's,<wp:docPr id="2",<wp:docPr id="1",'
breaks note-undefined word/settings.xml 's,<w:footnote w:id="0"/>,<w:footnote w:id="5"/>,'
breaks note-lines-unnamed word/settings.xml 's,<w:footnotePr>.*</w:footnotePr>,,'
done_testing
