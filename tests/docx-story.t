#!/bin/sh
# Notes, tracked changes, text boxes, content controls, images, headers and footers, documents within a Word document.
. tests/lib.sh
. tests/docx.sh

# Notes and comments
new
notes footnotes "<w:footnote w:type=\"separator\" w:id=\"-1\">$(p -----)</w:footnote><w:footnote w:id=\"2\"><w:p>$(run_of 'See ')</w:p></w:footnote><w:footnote w:id=\"3\">$(p unused)</w:footnote>"
notes endnotes "<w:endnote w:id=\"2\">$(p 'At the end')</w:endnote>"
notes comments "<w:comment w:id=\"0\" w:author=\"Jane Doe\" w:date=\"2019-03-15T08:00:00Z\">$(p 'Is that so?')</w:comment>"
body "<w:p>$(run_of a)<w:r><w:footnoteReference w:id=\"2\"/></w:r>$(run_of b)<w:r><w:endnoteReference w:id=\"2\"/></w:r><w:commentRangeStart w:id=\"0\"/>$(run_of c)<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
reads 'footnotes and endnotes that are referred to' 'para|"a"|note 1|"b"|note 2|"c"|note|para|"See"|note|para|"At the end"'
loses 'a comment is a loss' L-comment
is '--comments makes notes of them' "$(tree_with --comments)" \
	'para|"a"|note 1|"b"|note 2|"c"|note 3|note|para|"See"|note|para|"At the end"|note|para|"Jane Doe, 2019-03-15:"|para|"Is that so?"'

# Tracked changes
new
ins() # XML
{
	printf '<w:ins w:id="1" w:author="x">%s</w:ins>' "$1"
}

del() # TEXT
{
	printf '<w:del w:id="2" w:author="x"><w:r><w:delText xml:space="preserve">%s</w:delText></w:r></w:del>' "$1"
}
body "<w:p>$(run_of a)$(ins "$(run_of ' in')")$(del ' out')</w:p><w:p><w:moveFrom>$(run_of moved)</w:moveFrom>$(run_of b)</w:p><w:p><w:moveTo>$(run_of moved)</w:moveTo></w:p>"
reads 'changes are accepted' 'para|"a in"|para|"b"|para|"moved"'
is 'or rejected' "$(tree_with --track-changes=reject)" 'para|"a out"|para|"movedb"'
body "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>$(run_of 'one ')</w:p>$(p two)<w:p><w:pPr><w:rPr><w:ins w:id=\"4\"/></w:rPr></w:pPr>$(run_of 'three ')</w:p>$(p four)"
reads 'a deleted mark joins two paragraphs' 'para|"one two"|para|"three"|para|"four"'
is 'as does an added one that is rejected' "$(tree_with --track-changes=reject)" 'para|"one"|para|"two"|para|"three four"'
row() # TEXT [PROPERTIES]
{
	printf '<w:tr>%s<w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>' "${2:+<w:trPr>$2</w:trPr>}" "$(p "$1")" "$(p x)"
}
body "<w:tbl>$(row a)$(row b '<w:del w:id="5"/>')$(row c '<w:ins w:id="6"/>')</w:tbl>"
reads 'a deleted row is not there' 'table|row|cell|para|"a"|cell|para|"x"|row|cell|para|"c"|cell|para|"x"'
is 'an added one neither when it is rejected' "$(tree_with --track-changes=reject)" \
	'table|row|cell|para|"a"|cell|para|"x"|row|cell|para|"b"|cell|para|"x"'

# Text boxes
box() # XML
{
	printf '<wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx>' "$1"
}

drawn() # XML
{
	printf '<w:drawing><wp:anchor><wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="%s/wordprocessingShape">%s</a:graphicData></a:graphic></wp:anchor></w:drawing>' \
		"$microsoft" "<wps:wsp>$1</wps:wsp>"
}

vml() # XML
{
	printf '<w:pict><v:shape><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict>' "$1"
}
new
body "<w:p>$(run_of a)<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">$(drawn "$(box "$(p boxed)")")</mc:Choice><mc:Fallback>$(vml "$(p boxed)")</mc:Fallback></mc:AlternateContent></w:r>$(run_of b)</w:p>$(p c)"
reads 'a text box with a fallback is read once, behind its paragraph' 'para|"ab"|para|"boxed"|para|"c"'
body "<w:p><w:r>$(drawn "$(box "$(p new)$(p newer)")")</w:r></w:p><w:p><w:r>$(vml "$(p old)")</w:r></w:p>"
reads 'one without, and one of the old kind' 'para|"new"|para|"newer"|para|"old"'
body "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"new\">$(run_of lost)</mc:Choice><mc:Choice xmlns:any=\"$microsoft/wordprocessingShape\" Requires=\"any\">$(drawn "$(box "$(p kept)")")</mc:Choice><mc:Fallback>$(vml "$(p lost)")</mc:Fallback></mc:AlternateContent></w:r></w:p>"
reads 'alternatives are known by namespace, whatever the prefix' 'para|"kept"'
body "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"new\"><w:t>lost</w:t></mc:Choice><mc:Fallback><w:t>kept</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
reads 'of what is not known the fallback counts' 'para|"kept"'
body '<w:p><w:r><w:pict><v:shape><v:textpath string="Curved letters"/></v:shape></w:pict></w:r></w:p>'
reads 'letters along a line' 'para|"Curved letters"'
hidden_box=$(drawn "$(box "$(p secret)")" | sed 's/<wp:docPr /&hidden="1" /')
hidden_shape=$(vml "$(p secret)" | sed 's/<v:shape/& style="width:9pt;visibility:hidden"/')
body "<w:p><w:r>$hidden_box</w:r></w:p><w:p><w:r>$hidden_shape</w:r></w:p><w:p><w:r>$(vml "$(p shown)" | sed 's/v:shape/v:oval/g')</w:r></w:p>"
reads 'a box that is hidden on the page is no text, what follows is' 'para|"shown"'
run "$TREE/docx2tree" -v "$dir/file.docx"
is 'and it is said' "$(grep -c 'hidden text box \[L-hidden\]' "$dir/err")" 2

# Content controls and the like
new
body "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>$(p 'Click here')</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>$(p kept)</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtPr><w:showingPlcHdr w:val=\"0\"/></w:sdtPr><w:sdtContent>$(run_of a)</w:sdtContent></w:sdt><w:smartTag w:element=\"place\">$(run_of b)</w:smartTag><w:customXml w:element=\"x\">$(run_of c)</w:customXml></w:p><w:customXml w:element=\"y\">$(p d)</w:customXml><w:unknown>$(p e)</w:unknown>"
reads 'content controls, smart tags, custom XML and what is unknown are transparent; placeholders are no text' \
	'para|"kept"|para|"abc"|para|"d"|para|"e"'
w14='http://schemas.microsoft.com/office/word/2010/wordml'
body "<w:p><w:sdt><w:sdtPr><w14:checkbox xmlns:w14=\"$w14\"><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent>$(run_of ☒)</w:sdtContent></w:sdt>$(run_of ' Yes')</w:p>"
reads 'a check box is its character' 'para|"☒ Yes"'

# Images
new
mkdir "$dir/package/word/media"
# 1 x 1 in PNG
printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\001\0\0\0\001\010\006\0\0\0\037\025\304\211\0\0\0\rIDATx\234c\370\377\377?\0\005\376\002\376\247\065\201\204\0\0\0\0IEND\256B`\202' >"$dir/package/word/media/a.png"
rel i image media/a.png
rel x image https://example.com/b.png External
rel k hyperlink https://example.com/ External
picture() # ALT BLIP-ATTRIBUTES [XML]
{
	printf '<w:drawing><wp:inline><wp:extent cx="95250" cy="95250"/><wp:docPr id="1" name="n" descr="%s">%s</wp:docPr><a:graphic><a:graphicData uri="%s/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip %s/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>' \
		"$1" "${3:-}" "$schemas" "$2"
}
body "<w:p><w:r>$(picture 'A logo' 'r:embed="i"')</w:r></w:p>"
pack
has 'an image, with its alternative text' "$(tree >/dev/null; echo "$dir/out")" 'A logo'
has 'by itself it is a figure' "$dir/out" '^figure'
for alt in 'C:\Users\jane\logo' 'Macintosh HD:Users:jane:logo' image1.PNG; do
	body "<w:p><w:r>$(picture "$alt" 'r:embed="i"')</w:r></w:p>"
	pack
	tree >/dev/null
	is "the name of a file is no alternative text: $alt" "$(grep -c -i -e jane -e png\" "$dir/out")" 0
done
body "<w:p><w:r>$(picture Linked 'r:link="x"')</w:r></w:p>"
pack
tree >/dev/null
has 'one that stands elsewhere is an address' "$dir/out" 'https://example.com/b.png'
body "<w:p><w:r>$(picture Click 'r:embed="i"' '<a:hlinkClick r:id="k"/>')</w:r></w:p>"
pack
tree >/dev/null
has 'one with a link' "$dir/out" 'link=https://example.com/'
body '<w:p><w:r><w:object><v:shape alt="A sheet"><v:imagedata r:id="i" o:title="t"/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>'
pack
tree >/dev/null
has 'the picture of an object within, of the old kind' "$dir/out" 'A sheet'
body "<w:p>$(run_of x)<w:r>$(picture Gone 'r:embed="gone"')</w:r></w:p>"
reads 'one that is not there' 'para|"x"'
loses 'is a loss of content' 'content: image that is not in the file: Gone.*L-image'
rel e image media/a.emf
printf '\001\0\0\0' >"$dir/package/word/media/a.emf"
body "<w:p>$(run_of x)<w:r>$(picture Drawing 'r:embed="e"')</w:r></w:p>"
pack
tree >/dev/null
loses 'as is one of a kind that no page shows' 'content: image of a kind that is not carried: Drawing.*L-image-type'
body "$(p Before)<w:p><w:r>$(picture '' 'r:embed="i"')$(picture '' 'r:embed="i"')</w:r></w:p>$(p After)"
pack
is 'a paragraph of images alone is nothing that can be mended away' "$("$BIN/docx2html" "$dir/file.docx" | grep -o "<img" | wc -l | tr -d " ")" 2
styles '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>'
body "<w:p><w:r>$(picture A 'r:embed="i"')</w:r></w:p>$(p 'What it shows' '<w:pStyle w:val="c"/>')"
pack
has 'a caption belongs to its figure' "$(tree >/dev/null; echo "$dir/out")" '^  caption'

# Charts and diagrams
new
graphic() # URI XML
{
	printf '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x">%s</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>' "$1"
}
rel c chart chart.xml
rel d diagramData data.xml
xmlns="xmlns:c=\"$schemas/drawingml/2006/chart\" xmlns:a=\"$schemas/drawingml/2006/main\" xmlns:dgm=\"$schemas/drawingml/2006/diagram\""
printf '<c:chartSpace %s><c:chart><c:title><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:title><c:plotArea><c:ser><c:tx><c:v>2018</c:v></c:tx><c:cat><c:pt idx="0"><c:v>North</c:v></c:pt><c:pt idx="1"><c:v>South</c:v></c:pt></c:cat><c:val><c:pt idx="0"><c:v>4.4000000000000004</c:v></c:pt><c:pt idx="1"><c:v>12</c:v></c:pt></c:val></c:ser><c:valAx><c:title><a:p><a:r><a:t>Axis</a:t></a:r></a:p></c:title></c:valAx></c:plotArea></c:chart></c:chartSpace>' \
	"$xmlns" >"$dir/package/word/chart.xml"
printf '<dgm:dataModel %s><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Do</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>' \
	"$xmlns" >"$dir/package/word/data.xml"
body "$(graphic '<c:chart r:id="c"/>')"
reads 'a chart is a table of its numbers' \
	'table|caption|"Sales"|row|cell header|cell header|para|"2018"|row|cell header|para|"North"|cell|para|"4.4"|row|cell header|para|"South"|cell|para|"12"'
loses 'that it was drawn is a loss' L-graphic
body "$(graphic '<dgm:relIds r:dm="d"/>')"
reads 'of a diagram the text is read' 'para|"Plan"|para|"Do"'
body "$(graphic '<c:chart r:id="none"/>')$(p x)"
reads 'a chart that is not there' 'para|"x"'
loses 'is a loss of content' 'content: chart.*L-graphic'

# Headers and footers
new
story h1.xml hdr "$(p 'Example Corp')$(p 'EMBARGOED until 15 March 2019, 8:00 a.m.')"
story h2.xml hdr "$(p 'Example Corp')$(p 'Other pages')"
story f1.xml ftr "$(p 'Press office: Jane Doe')$(p 'Tel. +44 20 7946 0000')$(p 'jane.doe@example.com')<w:p>$(run_of 'Seite ')<w:fldSimple w:instr=\"PAGE\">$(run_of 7)</w:fldSimple></w:p>"
rel h1 header h1.xml
rel h2 header h2.xml
rel f1 footer f1.xml
text=$(p 'Vienna, 15 March 2019 - The first paragraph of the release says what is new, at some length, as they do.')
body "$(p 'The headline of it' '<w:outlineLvl w:val="0"/>')$text<w:sectPr><w:headerReference w:type=\"first\" r:id=\"h1\"/><w:headerReference w:type=\"default\" r:id=\"h2\"/><w:footerReference w:type=\"default\" r:id=\"f1\"/><w:titlePg/></w:sectPr>"
pack
run "$BIN/docx2html" --fragment -v "$dir/file.docx"
has 'of headers and footers the embargo is used' "$dir/out" 'class="embargo"'
has 'and the contact' "$dir/out" 'class="contact-email".*jane.doe@example.com|jane.doe@example.com.*contact-email'
is 'nothing else is' "$(grep -c -e 'Example Corp' -e Seite -e 'Other pages' "$dir/out")" 0
has 'which is a loss' "$dir/err" '\[L-letterhead\]$'
run "$BIN/docx2txt" -q --letterhead=none "$dir/file.docx"
is '--letterhead=none takes nothing' "$(grep -c -i -e embargo -e jane "$dir/out")" 0
is '--letterhead=all takes every line, once, and no page number' "$(tree_with --letterhead=all)" \
	"para|\"Example Corp\"|para|\"EMBARGOED until 15 March 2019, 8:00 a.m.\"|para|\"Other pages\"|head 1|\"The headline of it\"|para|\"Vienna, 15 March 2019 - The first paragraph of the release says what is new, at some length, as they do.\"|para|\"Press office: Jane Doe\"|para|\"Tel. +44 20 7946 0000\"|para|\"jane.doe@example.com\""

# Documents within
new
rel c aFChunk chunk.bin
printf '<html><head><title>x</title></head><body><h2>Head &amp; tail</h2><!-- > --><p>A <b>bold</b> <a href="https://example.com/">link</a>&ndash;<p>B<br>C</body>' \
	>"$dir/package/word/chunk.bin"
body "$(p before)<w:altChunk r:id=\"c\"/>$(p behind)"
reads 'HTML within' \
	'para|"before"|head 2|"Head & tail"|para|"A "|"bold" style=b|" "|"link" link=https://example.com/|"–"|para|"B"|break|"C"|para|"behind"'
printf 'one line\r\nanother\n' >"$dir/package/word/chunk.bin"
reads 'text within' 'para|"before"|para|"one line"|para|"another"|para|"behind"'
printf '{\\rtf1 lost}' >"$dir/package/word/chunk.bin"
reads 'RTF within is not read' 'para|"before"|para|"behind"'
loses 'which is a loss' L-part
new
notes footnotes "<w:footnote w:id=\"2\">$(p 'inner note')</w:footnote>"
body "$(p 'inner' '<w:outlineLvl w:val="1"/>')<w:p>$(run_of x)<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
pack "$dir/inner.docx"
new
rel c aFChunk chunk.docx
cp "$dir/inner.docx" "$dir/package/word/chunk.docx"
notes footnotes "<w:footnote w:id=\"2\">$(p 'outer note')</w:footnote>"
body "<w:p>$(run_of y)<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:altChunk r:id=\"c\"/>"
reads 'another DOCX within, with its own notes' \
	'para|"y"|note 1|head 2|"inner"|para|"x"|note 2|note|para|"outer note"|note|para|"inner note"'

# Metadata
new
mkdir "$dir/package/docProps"
body "$(p text)"
core="xmlns:cp=\"$schemas/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
printf '<cp:coreProperties %s><dc:title>A title</dc:title><dc:creator>Office User</dc:creator></cp:coreProperties>' "$core" \
	>"$dir/package/docProps/core.xml"
sed -i "s|</Relationships>|<Relationship Id=\"c\" Type=\"$schemas/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>|" \
	"$dir/package/_rels/.rels"
pack
tree >/dev/null
has 'core properties are metadata' "$dir/out" '^meta title "A title"'
run "$BIN/docx2txt" --strict "$dir/file.docx"
status_is 'title and author that Word fills in by itself are no reason to fail' 0
run "$BIN/docx2txt" --strict=all "$dir/file.docx"
status_is 'but under --strict=all' 65
sed -i 's|</cp:core|<cp:keywords>one, two</cp:keywords></cp:core|' "$dir/package/docProps/core.xml"
pack
run "$BIN/docx2txt" --strict "$dir/file.docx"
status_is 'keywords are' 65
done_testing
