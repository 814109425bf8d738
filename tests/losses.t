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
ok 'and is not lost' sh -c "! grep -q L-ruby '$dir/err'"
page '<p><ruby>漢<rt>kan</rt></ruby></p>' --headers
loss 'a reading, where the text must stay as it is' presentation L-ruby
page '<p><img src="https://example.com/a.png" alt="A bridge" width="300" height="200"></p>'
loss 'the size of a picture' presentation L-size
page '<p>It is <b>bold</b> here.</p>'
loss 'style' presentation L-style
page '<p hidden>not shown</p>'
loss 'hidden text' presentation L-hidden
page '<p hidden></p><script>x</script>'
ok 'but not of what has none' sh -c "! grep -q L-hidden '$dir/err'"
page '<textarea>text</textarea>'
loss 'a form' presentation L-embedded
page '<video src="https://example.com/a.mp4"></video>'
loss 'a video' content L-embedded
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
new
body "<w:p>$(run_of Shown)<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:srcRect l=\"0\" t=\"-20\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
word
ok 'but not where nothing is cut off' sh -c "! grep -q L-crop '$dir/err'"
new
body "<w:p>$(run_of Shown)<w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\" r:id=\"o\"/></w:object></w:r></w:p>"
rel o oleObject embeddings/a.bin
word
loss 'an object' presentation L-object
new
body "<w:p>$(run_of Shown)<w:r><w:contentPart r:id=\"k\"/></w:r></w:p>"
word
loss 'ink' content L-object
done_testing
