#!/bin/sh
# shellcheck disable=SC2119 # pack has a name of its own
# What is not carried is counted: losses that no other test meets.
. tests/lib.sh
. tests/docx.sh

# loss NAME KIND ID: the last run has counted one of that kind
loss()
{
	has "$1" "$dir/err" "loss of $2: .*\\[$3\\]\$"
}

# page BODY [OPTION...]: through html2txt
page()
{
	printf '<!DOCTYPE html><html lang="en"><body><h1>A headline</h1><p>A text that is shown.</p>%s</body></html>' "$1" >"$dir/p.html"
	shift
	run "$BIN/html2txt" -v "$@" "$dir/p.html"
}

page '<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>'
loss 'paragraphs in a cell' presentation L-cell
page '<table><tr><td colspan="2">a</td></tr><tr><td>d</td><td>e</td></tr></table>'
loss 'cells that span' presentation L-span
page '<table><tr><th>a</th><td>c</td></tr><tr><th>d</th><td>e</td></tr></table>'
loss 'header cells of rows' presentation L-header-cell
page "<table><tr>$(awk 'BEGIN { while (i++ < 1001) printf "<td>%d</td>", i }')</tr></table>"
loss 'too many cells' content L-table-width
page '<p>An arrow &rarr; here.</p>' --to-charset ISO-8859-1 --unencodable=ref
loss 'what a character set lacks' presentation L-charset
page '<p dir="rtl">שלום</p>'
loss 'direction' presentation L-direction
page '<p>It is <span lang="fr">la vie</span> here.</p>'
loss 'the language of words' presentation L-language
page '<h2>Two</h2><p>x</p><h3>Three</h3><p>x</p><h4>Four</h4><p>x</p><h5>Five</h5><p>x</p>'
loss 'levels of headings' presentation L-level
page '<p><math><mi>x</mi></math></p>'
loss 'a formula' presentation L-math
page '<p>Say <ruby>漢<rt>kan</rt></ruby> and <ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>.</p>'
has 'a reading stands behind its text' "$dir/out" '^Say 漢 \(kan\) and 字 \(ji\)\.$'
lacks 'and is not lost' "$dir/err" 'L-ruby'
page '<p><ruby>漢<rt>kan</rt></ruby></p>' --headers
loss 'a reading, where the text must stay as it is' presentation L-ruby
page '<p><img src="https://example.com/a.png" alt="A bridge" width="300" height="200"></p>'
loss 'the size of a picture' presentation L-size
page '<p>It is <b>bold</b> here.</p>'
loss 'style' presentation L-style
page '<p hidden>not shown</p>'
loss 'hidden text' presentation L-hidden
page '<p hidden></p><script>x</script>'
lacks 'but not of what has none' "$dir/err" 'L-hidden'
page '<textarea>text</textarea>'
loss 'a form' presentation L-embedded
page '<video src="https://example.com/a.mp4"></video>'
loss 'a video' content L-embedded
page '<map name="m"><area href="https://example.com/" alt="There"></map>'
loss 'a place in a picture' content L-embedded
page '<object data="a.swf"></object>'
loss 'an object' content L-embedded
page '<object data="a.swf"><p>A film</p></object>'
loss 'an object with text for it' presentation L-embedded
page '<input type="search">'
loss 'a field of a form' presentation L-embedded
page '<input type="hidden"><p style="color: inherit; float: none">plain</p>'
lacks 'not what nobody sees' "$dir/err" 'L-embedded|L-look|L-position'
page '<script>x</script><script>y</script><style>p { color: red }</style><p style="color: red">a <font face="Impact">b</font><span style="font-size: 200%; float: left">c</span></p><p align="center">d</p>'
is 'scripts and what text looks like, a line for each' "$(sed -n 's/.*loss of presentation: //p' "$dir/err")" \
	'coloured text and backgrounds: 1 [L-look]
fonts and forms of letters: 1 [L-look]
larger or smaller letters: 1 [L-look]
centred text: 1 [L-look]
what floats or stands in a place of its own: 1 [L-position]
scripts: 2 [L-script]
style sheets: 1 [L-look]'
printf 'A headline\n\nA text with some words in it.\n' | "$BIN/txt2html" >"$dir/ours.html"
run "$BIN/html2nml" -v --strict=all "$dir/ours.html"
status_is 'a page of ours has what we gave it' 0
printf '<html><head><title>x</title></head><frameset><frame src="a.html"></frameset></html>' >"$dir/f.html"
run "$BIN/html2nml" -v "$dir/f.html"
loss 'frames' content L-embedded

printf 'A headline\n\nA text with a mark \342\200\256 in it, and some more.\n' >"$dir/t.txt"
run "$BIN/txt2html" -v "$dir/t.txt"
loss 'a control character' presentation L-control
"$BIN/html2txt" --headers "$dir/p.html" | sed '2i\Nonsense here' >"$dir/t.txt"
run "$BIN/txt2html" -v "$dir/t.txt"
loss 'a line of the headers' metadata L-header

# Items.
printf 'A headline\n\nA text with some words in it.\n' >"$dir/t.txt"
"$BIN/txt2nml" "$dir/t.txt" >"$dir/1.xml"
printf 'A picture\n\nAnother text with some words in it.\n' | "$BIN/txt2nml" |
	sed 's/ninat:text/ninat:picture/' >"$dir/2.xml"
"$BIN/nmlpack" "$dir/1.xml" "$dir/2.xml" >"$dir/both.xml"
run "$BIN/nml2txt" -v "$dir/both.xml"
loss 'other items of a message' content L-item
sed 's|</contentSet>|<remoteContent href="https://example.com/a.html" contenttype="text/html"/>&|' "$dir/1.xml" >"$dir/r.xml"
run "$BIN/nml2txt" -v "$dir/r.xml"
loss 'a text that stands elsewhere' content L-remote
sed 's|</contentSet>|<inlineData contenttype="text/plain">A text with some words in it.</inlineData>&|' "$dir/1.xml" >"$dir/s.xml"
run "$BIN/nml2txt" -v "$dir/s.xml"
ok 'the same text in another form is none' sh -c "! grep -q L-rendition '$dir/err'"
sed 's|<newsItem |&xml:lang="en" |; s|<inlineData |&xml:lang="cs" |' "$dir/s.xml" >"$dir/l.xml"
run "$BIN/nml2txt" -v "$dir/l.xml"
loss 'a text in another language' content L-rendition
sed 's|text/plain|image/png|' "$dir/s.xml" >"$dir/i.xml"
run "$BIN/nml2txt" -v "$dir/i.xml"
loss 'and a picture beside the text' content L-rendition
sed 's|<pubStatus|<embargoed>2027-01-01T00:00:00Z</embargoed>&|' "$dir/1.xml" >"$dir/e.xml"
run "$BIN/nml2txt" -v "$dir/e.xml"
loss 'an embargo that no line of the text tells' metadata L-metadata
for format in txt html docx eml; do
	run "$BIN/nml2$format" "$dir/e.xml"
	has "readers of $format are not to miss it" "$dir/err" 'warning: the embargo \(2027-01-01T00:00:00Z\) .*\[W-embargo-unseen\]$'
done
run "$BIN/nml2txt" --headers "$dir/e.xml"
ok 'in headers they see it' test ! -s "$dir/err"
printf 'Embargo: 1 January 2027, 00:00 GMT\n\nA headline\n\nA text with some words in it.\n' >"$dir/t.txt"
"$BIN/txt2nml" "$dir/t.txt" >"$dir/e.xml"
run "$BIN/nml2txt" -v "$dir/e.xml"
ok 'where a line of the text tells it none is lost' sh -c "! grep -i embargo '$dir/err'"

# Word.
word()
{
	pack
	run "$BIN/docx2html" -v "$dir/file.docx"
}
new
body "<w:p>$(run_of Shown)<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:srcRect l=\"20000\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
word
loss 'a cropped picture' presentation L-crop
has 'of which all goes out' "$dir/err" 'warning: a cropped picture is taken whole.*\[W-crop\]$'
new
body "<w:p>$(run_of Shown)<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:srcRect l=\"0\" t=\"-20\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
word
lacks 'but not where nothing is cut off' "$dir/err" 'L-crop'
new
body "<w:p>$(run_of Shown)<w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\" r:id=\"o\"/></w:object></w:r></w:p>"
rel o oleObject embeddings/a.bin
word
loss 'an object' presentation L-object
new
body "<w:p>$(run_of Shown)<w:r><w:contentPart r:id=\"k\"/></w:r></w:p>"
word
loss 'ink' content L-object

# looks PARAGRAPH...: what is counted of them, in one line for each kind
looks()
{
	new
	body "$@"
	word
	sed -n 's/.*loss of presentation: \(.*: [0-9]* \[L-.*\]\)$/\1/p' "$dir/err"
}
coloured='<w:r><w:rPr><w:color w:val="FF0000"/><w:rFonts w:ascii="Impact"/><w:sz w:val="40"/><w:shd w:val="clear" w:fill="FFFF00"/><w:smallCaps/></w:rPr><w:t>Red</w:t><w:t> too</w:t></w:r>'
is 'the look of runs, a line for each kind' "$(looks "<w:p>$coloured$(run_of and)$coloured</w:p>")" \
	'coloured letters: 2 [L-look]
highlighted text: 2 [L-look]
effects of letters, such as small capitals or a shadow: 2 [L-look]
fonts other than the style'\''s: 2 [L-look]
letters larger or smaller than the style'\''s: 2 [L-look]'
is 'not what looks as usual' "$(looks '<w:p><w:r><w:rPr><w:color w:val="auto"/><w:sz w:val="20"/><w:shd w:val="clear" w:fill="auto"/><w:smallCaps w:val="0"/></w:rPr><w:t>Plain</w:t></w:r></w:p>')" ''
is 'nor that of what is not shown' "$(looks "<w:p>$(run_of Shown)<w:r><w:rPr><w:color w:val=\"FF0000\"/></w:rPr></w:r></w:p>")" ''
is 'paragraphs' "$(looks "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\"/></w:pBdr><w:shd w:val=\"clear\" w:fill=\"EEEEEE\"/><w:jc w:val=\"center\"/></w:pPr>$(run_of Framed)</w:p>")" \
	'centred paragraphs: 1 [L-look]
frames around text, and shaded paragraphs and cells: 2 [L-look]'
is 'pages' "$(looks "<w:p><w:pPr><w:pageBreakBefore/></w:pPr>$(run_of Shown)<w:r><w:br w:type=\"page\"/></w:r></w:p><w:sectPr><w:cols w:num=\"2\"/></w:sectPr>")" \
	'parts in columns: 1 [L-page]
places where a new page or column begins: 2 [L-page]'
is 'what floats' "$(looks "<w:p>$(run_of Shown)<w:r><w:drawing><wp:anchor/></w:drawing></w:r></w:p>")" \
	'text boxes and pictures that float on the page: 1 [L-position]'
is 'links within' "$(looks "<w:p><w:hyperlink w:anchor=\"there\">$(run_of Shown)</w:hyperlink></w:p>")" \
	'links to places in the document itself: 1 [L-link]'
printf 'A headline\n\nA text with some words in it.\n' | "$BIN/txt2docx" >"$dir/ours.docx"
run "$BIN/docx2nml" -v --strict=all "$dir/ours.docx"
status_is 'a file of ours looks as we made it' 0

# Old forms draw what they hold.
form()
{
	echo "<w:p>$(run_of 'Embargo ')<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>$1</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>${2:-}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>$(run_of ' here')</w:p>"
}
new
body "$(form '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')$(form '<w:checkBox><w:default w:val="0"/></w:checkBox>')$(form '<w:ddList><w:result w:val="1"/><w:listEntry w:val="none"/><w:listEntry w:val="noon"/></w:ddList>' "$(run_of noon)")"
pack
is 'check boxes and lists of old forms' "$("$BIN/docx2txt" "$dir/file.docx" | grep Embargo)" 'Embargo ☒ here
Embargo ☐ here
Embargo noon here'
done_testing
