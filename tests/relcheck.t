#!/bin/sh
# shellcheck disable=SC2119 # pack has a name of its own
# relcheck: each rule has an input that it finds something in, and a good release has none.
. tests/lib.sh
. tests/docx.sh

check="$BIN/relcheck"
page=filters/relcheck.1

# found: the rules that found something in the last run, in one line
found()
{
	grep -o '"id":"[a-z-]*"' "$dir/out" | sed 's/.*:"//; s/"//' | sort -u | tr '\n' ' ' | sed 's/ $//'
}

# ids [OPTION...] FILE
ids()
{
	run "$check" --format=json "$@"
	found
}

# finds NAME IDS [OPTION...] FILE: exactly these
finds()
{
	finds_name=$1
	finds_ids=$2
	shift 2
	run "$check" --format=json "$@"
	is "$finds_name" "$(found)" "$finds_ids"
}

# release [SED]: a good release as text, changed by the expression
release()
{
	sed -e "${1:-}" >"$dir/r.txt" <<'END'
PRESS RELEASE

Example Bridges opens the new crossing at Harrow

LONDON, Friday, 15 March 2019 – Example Bridges has opened the new crossing at Harrow, the company said today. It carries forty thousand people a day and has cost less than was planned.

"We are glad that it stands," said Jane Doe, director of Example Bridges.

Contact:

Jane Doe, press office, phone: +44 20 7946 0018, e-mail: jane.doe@example.com
END
}

release
finds 'a good release has no finding' '' "$dir/r.txt"
status_is 'and the status is 0' 0

"$BIN/txt2eml" "$dir/r.txt" >"$dir/r.eml"
finds 'nor has it as mail' '' "$dir/r.eml"
status_is 'mail is read' 0
release 's/Friday/Monday/'
{ printf 'From: jane.doe@example.com\nMIME-Version: 1.0\nSubject: Release\n\n' && cat "$dir/r.txt"; } >"$dir/r.eml"
finds 'mail is read as the converters read it' 'no-language weekday' "$dir/r.eml"

# The text as it is read.
release 's/Friday/Monday/'
finds 'a weekday that does not fit' weekday "$dir/r.txt"
has 'says what it should be' "$dir/out" 'is a Friday, the text says .*Monday'
status_is 'a finding is status 1' 1
release 's/^LONDON.*2019 – //; s/today/to the press/'
finds 'no date and no place' 'no-date no-place' "$dir/r.txt"
release "/^Contact/,\$d"
finds 'no contact' no-contact "$dir/r.txt"
release 's/^Contact:/Media contact: Jane Doe/; /phone/d'
finds 'a contact that cannot be reached' contact "$dir/r.txt"
release 's/^Example Bridges opens/Example Bridges, which has built so many of the bridges that everybody knows and uses each day, opens after all that time of waiting and of hoping and of planning/'
finds 'a long headline' headline-long "$dir/r.txt"
release 's/said today\./& It is long and wide and high and strong and old and new and red and blue and warm and cold and dry and wet and far and near and so it goes on and on in one row, for it has no end that we could see from here or from there, and when it ends it begins again with what was said before, so that nobody who reads it can remember how it began or what it was about, which is a pity, since it was about a bridge./'
finds 'a long lead' lead-long "$dir/r.txt"
release 's/has opened the/has opened the the/'
finds 'a doubled word' doubled-word "$dir/r.txt"
for mark in '{{date}}' '[TBC]' 'XX %' 'Lorem ipsum dolor' 'TODO: figure' '[Name of the speaker]' '[?]' 'XX.XX.2019' \
	'Error! Reference source not found.'; do
	release "s/planned/& $(printf '%s' "$mark" | sed 's/[[\/.]/\\&/g')/"
	finds "something to fill in: $mark" placeholder "$dir/r.txt"
done
release 's/planned/& in the XX century, as xxl, or [the second one] in Article [3]/'
finds 'numbers and brackets that are none' '' "$dir/r.txt"
release '1i\From: Jane Doe\nSent: Friday\nTo: Desk\nSubject: Bridges\n'
is 'the head of a mail' "$(ids --only=mail-head "$dir/r.txt")" mail-head

# Embargoes.
embargo()
{
	release "2a\\\\$1\n"
}
embargo 'EMBARGOED until 16 March 2019, 10:00'
finds 'an embargo without a zone' embargo-zone "$dir/r.txt"
finds 'is none with --zone' '' --zone=+01:00 "$dir/r.txt"
embargo 'EMBARGOED until 16 March 2019, 10:00 GMT'
finds 'an embargo that holds' '' "$dir/r.txt"
finds 'and one that has passed' embargo-past --now 2019-03-17T00:00:00Z "$dir/r.txt"
embargo 'EMBARGOED until 16 March 2019'
finds 'an embargo without a time' embargo-time "$dir/r.txt"
embargo 'EMBARGOED until 16 March 2019, 10:00 GMT\n\nEMBARGOED until 17 March 2019, 10:00 GMT'
finds 'two embargoes' embargo-conflict "$dir/r.txt"
embargo 'FOR IMMEDIATE RELEASE\n\nEMBARGOED until 16 March 2019, 10:00 GMT'
finds 'an embargo, and a release at once' embargo-conflict "$dir/r.txt"
embargo 'EMBARGOED until 16 July 2019, 10:00 CET'
finds 'winter time in summer' embargo-season "$dir/r.txt"

# Every language of the tables has its weekdays.
weekday()
{
	printf '%s\n' "$2" >"$dir/w.txt"
	is "a weekday in $1" "$(ids --only=weekday "$dir/w.txt")" weekday
}
weekday Czech 'Slavnostní otevření se koná v pondělí 15. března 2019 a je pro všechny, kteří se na něj těší, protože je to poprvé.'
weekday German 'Die Eröffnung ist am Montag, 15. März 2019, und sie ist für alle, die sich auf sie freuen, weil es das erste Mal ist.'
weekday French "L'ouverture a lieu le lundi 15 mars 2019 et elle est pour tous ceux qui sont dans la ville et qui le veulent."
weekday Polish 'Otwarcie odbędzie się w poniedziałek 15 marca 2019 i jest dla wszystkich, którzy się na nie cieszą, bo to jest po raz pierwszy.'
weekday Spanish 'La inauguración es el lunes 15 de marzo de 2019 y es para todos los que están en la ciudad y que la quieren ver.'

# page BODY [HEAD]: as HTML
page()
{
	{
		printf '<!DOCTYPE html>\n<html lang="en"><head><title>Example Bridges opens the new crossing</title>%s</head>\n<body>\n' "${2-}"
		printf '<h1>Example Bridges opens the new crossing at Harrow</h1>\n<p>LONDON, Friday, 15 March 2019 – %s %s\n' \
			'Example Bridges has opened the new crossing at Harrow, the company said today.</p>' "$1"
		printf '<h2>Contact</h2>\n<p>Jane Doe, phone: +44 20 7946 0018, jane.doe@example.com</p></body></html>\n'
	} >"$dir/p.html"
}

# html NAME IDS BODY [HEAD]
html()
{
	page "$3" "${4-}"
	finds "$1" "$2" "$dir/p.html"
}

html 'a good page' '' '<p>More at <a href="https://www.example.com/bridges">Bridges of Harrow</a>.</p>'
html 'a link that says nothing' link-text '<p>More <a href="https://www.example.com/bridges">here</a>.</p>'
html 'a link without text' link-empty '<p>More<a href="https://www.example.com/bridges"></a>.</p>'
html 'a link without an address' link-empty '<p><a href="#">More</a>.</p>'
html 'a link that leads to another address' link-target '<p>At <a href="https://example.net/">www.example.com</a>.</p>'
html 'and one below the same' '' '<p>At <a href="https://news.example.com/r/12">www.example.com</a>.</p>'
html 'a mail to another address' link-target '<p>To <a href="mailto:joe@example.com">jane@example.com</a>.</p>'
html 'an address inside' link-inside '<p>At <a href="http://intranet/r/12">our pages</a>.</p>'
html 'a private number' link-inside '<p>At <a href="https://192.168.0.7/r">our pages</a>.</p>'
html 'a path' path '<p>At <a href="file:///C:/Users/jane/r.html">our pages</a>.</p>'
html 'a picture without a text' alt '<p><img src="https://example.com/b.png"></p>'
html 'a pixel that counts readers' remote '<p><img src="https://example.com/b.png" width="1" height="1" alt=""></p>'
html 'a comment in markup' markup-comment '<!-- ask Joe --><p>So.</p>'
html 'a comment in a script is none' '' '<script>"<!-- ask Joe -->"</script><p>So.</p>'
html 'hidden text' hidden '<p style="display: none">ask Joe</p>'
html 'and by an attribute' hidden '<div hidden>ask <b>Joe</b></div>'
html 'an editing program' editor '<p class="MsoNormal">So.</p>'
html 'a generator' generator '' '<meta name="generator" content="PageMill 3">'
html 'an author whom nobody sees' author '' '<meta name="author" content="Joe Ghost">'
html 'an author who is named' '' '' '<meta name="author" content="Jane Doe">'
page '<p>So.</p>'
sed -i 's,<title>.*</title>,<title>Annual results of the year before show growth</title>,' "$dir/p.html"
finds 'the title of another text' title "$dir/p.html"
page '<p>So.</p>'
sed -i 's/ lang="en"//' "$dir/p.html"
finds 'no language' no-language "$dir/p.html"
page '<p>It is for all of us that the company has built it, and it will be there for a long time to come, as they say.</p>'
sed -i 's/lang="en"/lang="de"/' "$dir/p.html"
is 'a wrong language' "$(ids --only=language "$dir/p.html")" language
html 'what a site hides' residue '<p>Write to [email&#160;protected] for more.</p>'

# What a DOCX holds beside its text: only remains are asked for.
remains()
{
	pack
	is "$1" "$(ids --only=remains --no=history "$dir/file.docx")" "$2"
}
holds()
{
	has "$1" "$dir/out" "$2"
}

new
body "$(p 'A text.')"
remains 'a DOCX without remains' ''
new
body "<w:p><w:del w:author=\"Joe Ghost\"><w:r><w:delText>the secret price</w:delText></w:r></w:del>$(run_of Shown)</w:p>"
remains 'deleted text' 'changes deleted'
holds 'with its author, its place and its text' '"message":"deleted text by Joe Ghost: \\"the secret price\\"","part":"word/document.xml","paragraph":1'
new
body "<w:p><w:moveFrom w:author=\"Joe\"><w:r><w:t>moved away</w:t></w:r></w:moveFrom>$(run_of Shown)</w:p>"
remains 'text that was moved away' 'changes deleted'
new
body "<w:p><w:ins w:author=\"Joe\">$(run_of Shown)</w:ins></w:p>"
remains 'inserted text is shown, its author not' changes
new
body "<w:p>$(run_of 'not for you' '<w:vanish/>')$(run_of Shown)</w:p>"
remains 'hidden text' hidden
new
styles '<w:style w:type="character" w:styleId="X"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
body "<w:p>$(run_of 'not for you' '<w:rStyle w:val="X"/>')$(run_of 'but this' '<w:rStyle w:val="X"/><w:vanish w:val="0"/>')</w:p>"
remains 'text that a style hides' hidden
lacks 'and not what it shows again' "$dir/out" 'but this'
new
body "<w:p>$(run_of 12 '<w:webHidden/>')</w:p>"
remains 'the page numbers of a table of contents are none' ''
new
notes comments "<w:comment w:id=\"1\" w:author=\"Joe\"><w:p>$(run_of 'ask the lawyers')</w:p></w:comment>"
body "$(p 'A text.')"
remains 'a comment' comment
new
body "<w:p><w:r><w:instrText>INCLUDETEXT \"C:\\\\Users\\\\joe\\\\draft.docx\"</w:instrText></w:r>$(run_of Shown)</w:p>"
remains 'a path in a field' path
new
body "<w:p>$(run_of Shown)<w:r><w:drawing><a:srcRect l=\"20000\"/></w:drawing></w:r></w:p>"
remains 'a cropped picture' cropped
new
body "$(p 'A text.')"
rel i image https://example.com/pixel.png External
remains 'a picture that is fetched' remote
new
body "$(p 'A text.')"
rel o oleObject embeddings/oleObject1.bin
remains 'an object' embedded
new
body "<w:p><w:r><w:drawing><wp:anchor><wp:docPr id=\"1\" name=\"x\" hidden=\"1\"/><a:graphic><w:txbxContent>$(p secret)</w:txbxContent></a:graphic></wp:anchor></w:drawing></w:r>$(run_of shown)</w:p>"
remains 'a box that is hidden on the page' hidden
has 'and nothing behind it' "$dir/out" 'hidden text: ."secret."'
new
story settings.xml settings '<w:rsids><w:rsid w:val="00AB12CD"/><w:rsid w:val="00AB12CE"/></w:rsids><w:docVars><w:docVar w:name="Case" w:val="4711"/></w:docVars><w:mailMerge><w:query w:val="SELECT * FROM people"/></w:mailMerge>'
rel s settings settings.xml
body "$(p 'A text.')"
remains 'revision ids, variables, a mail merge' 'data-source property revision-ids'
new
story header1.xml hdr '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'
rel h header header1.xml
body "$(p 'A text.')"
pack
is 'a watermark' "$(ids --only=watermark "$dir/file.docx")" watermark
new
printf '<w15:people xmlns:w15="%s"><w15:person w15:author="%s"><w15:presenceInfo w15:providerId="AD" w15:userId="%s"/></w15:person>%s</w15:people>' \
	http://schemas.microsoft.com/office/word/2012/wordml 'Joe Ghost' 'S::ghost@corp.example::1' \
	'<w15:person w15:author="Jane Roe"/>' >"$dir/package/word/people.xml"
(r=http://schemas.microsoft.com/office/2011/relationships && rel p people people.xml)
body "$(p 'A text by Jane Roe.')"
remains 'whoever has changed it is listed when the changes are gone' author
has 'with the account' "$dir/out" '"changed or commented by Joe Ghost \(S::ghost@corp.example::1\)"'
new
body "<w:p>$(run_of Shown)<w:hyperlink r:id=\"l\"></w:hyperlink></w:p>"
rel l hyperlink https://example.com/ External
pack
is 'a link without text in a DOCX' "$(ids --only=link-empty "$dir/file.docx")" link-empty
new
mkdir "$dir/package/docProps"
printf '<cp:coreProperties xmlns:cp="%s" xmlns:dc="http://purl.org/dc/elements/1.1/">%s</cp:coreProperties>' \
	"$schemas/package/2006/metadata/core-properties" \
	'<dc:creator>Joe Ghost</dc:creator><cp:lastModifiedBy>Ann Ghost</cp:lastModifiedBy><cp:revision>17</cp:revision>' \
	>"$dir/package/docProps/core.xml"
sed -i "s|</Relationships>|<Relationship Id=\"c\" Type=\"$schemas/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>|" \
	"$dir/package/_rels/.rels"
body "$(p 'A text.')"
pack
is 'who wrote and saved it' "$(ids --only=author,history "$dir/file.docx")" 'author history'
is 'both of them' "$(grep -o 'Ghost' "$dir/out" | wc -l)" 2
body "$(p 'A text by Joe Ghost and Ann Ghost.')"
pack
is 'but not those whom the text names' "$(ids --only=author "$dir/file.docx")" ''

# What the converters write has no remains.
release
"$BIN/txt2docx" "$dir/r.txt" >"$dir/r.docx"
"$BIN/txt2html" "$dir/r.txt" >"$dir/r.html"
"$BIN/txt2nml" "$dir/r.txt" >"$dir/r.xml"
for format in docx html xml; do
	finds "a good release as $format" '' "$dir/r.$format"
done
release 's/Friday/Monday/'
"$BIN/txt2docx" "$dir/r.txt" >"$dir/r.docx"
finds 'what is wrong with a text is wrong with a file of ours, too' weekday "$dir/r.docx"

# NewsML-G2: what is for editors only.
"$BIN/txt2nml" --meta editorial-note='ask Joe' "$dir/r.txt" | sed 's|<itemMeta>|<!-- ask Ann -->&|' >"$dir/r.xml"
is 'notes and comments' "$(ids --only=remains "$dir/r.xml")" 'markup-comment private'

# A photograph: FF D8, APP1 with Exif data, whose directory leads to one with a latitude.
{
	printf '\377\330\377\341\000\104Exif\000\000MM\000\052\000\000\000\010'
	printf '\000\001\210\045\000\004\000\000\000\001\000\000\000\032\000\000\000\000'
	printf '\000\001\000\002\000\005\000\000\000\003\000\000\000\054\000\000\000\000'
	printf '\000\000\000\001\000\000\000\001\000\000\000\001\000\000'
	printf '\377\300\000\021\010\000\001\000\001\003\001\042\000\002\021\001\003\021\001\377\331'
} >"$dir/photo.jpg"
page "<p><img alt=\"A bridge\" src=\"data:image/jpeg;base64,$(base64 -w0 "$dir/photo.jpg")\"></p>"
finds 'a photograph with its place' picture-data "$dir/p.html"

# Every format of pictures can hold the same directories, as TIFF does by itself, or XMP.
tail -c +13 "$dir/photo.jpg" | head -c 60 >"$dir/photo.tif"
{
	printf '\211PNG\r\n\032\n\000\000\000\015IHDR\000\000\000\001\000\000\000\001\010\000\000\000\000CRC.\000\000\000\074eXIf'
	cat "$dir/photo.tif"
	printf 'CRC.\000\000\000\000IEND\256B`\202'
} >"$dir/photo.png"
{
	printf 'RIFF\140\000\000\000WEBPVP8X\012\000\000\000\010\000\000\000\000\000\000\000\000\000EXIF\074\000\000\000'
	cat "$dir/photo.tif"
} >"$dir/photo.webp"
{
	printf '\377\330\377\341\000\140http://ns.adobe.com/xap/1.0/\000<rdf:Description exif:GPSLatitude="50,5.1N"/>'
	tail -c 21 "$dir/photo.jpg"
} >"$dir/xmp.jpg"
for file in photo.tif photo.png photo.webp xmp.jpg; do
	page "<p><img alt=\"A bridge\" src=\"data:image/$(echo "${file##*.}" | sed 's/jpg/jpeg/; s/tif/tiff/');base64,$(base64 -w0 "$dir/$file")\"></p>"
	finds "the place in $file" picture-data "$dir/p.html"
done

# The program.
release 's/Friday/Monday/; s/has opened the/has opened the the/'
run "$check" "$dir/r.txt"
has 'a line as the messages look' "$dir/out" "^relcheck: $dir/r\\.txt: line 5: error: .* \\[R-weekday\\]\$"
run "$check" --only=weekday "$dir/r.txt"
is '--only' "$(wc -l <"$dir/out")" 1
run "$check" --no=R-weekday,doubled-word "$dir/r.txt"
status_is '--no' 0
run "$check" --no=weekday --fail-on=error "$dir/r.txt"
status_is '--fail-on' 0
has 'says it all the same' "$dir/out" 'doubled-word'
run "$check" --only=nothing "$dir/r.txt"
refused 'a rule that there is not' 64 'no such rule'
printf '%%PDF-1.4\n' >"$dir/x.pdf"
run "$check" "$dir/x.pdf"
refused 'what is no release' 65 'PDF'
head -c 300 "$dir/file.docx" >"$dir/cut.docx"
run "$check" "$dir/cut.docx"
refused 'what is damaged' 65 'ZIP'
: >"$dir/none"
run "$check" "$dir/none"
refused 'nothing' 65 'empty'
run "$check" - <"$dir/r.txt"
status_is 'standard input' 1
printf '<p>\033[31mred\302\233 \342\200\256 [TBC] text</p>' >"$dir/esc.html"
run "$check" "$dir/esc.html"
ok 'nothing in a finding steers a terminal' sh -c "! LC_ALL=C grep -q '$(printf '\033')\\|$(printf '\302\233')' '$dir/out'"
i=0
while [ $i -lt 9 ]; do
	echo "<p>So [TBC], $i.</p>"
	i=$((i + 1))
done >"$dir/many.html"
run "$check" --only=placeholder "$dir/many.html"
has 'many of one rule are cut' "$dir/out" 'and 4 more; -v says all'
run "$check" -v --only=placeholder "$dir/many.html"
is 'but under -v' "$(wc -l <"$dir/out")" 9

"$check" --list | sed 's/ .*//' | sort >"$dir/used"
grep -oE '^\.It Li R-[a-z-]+' "$page" | sed 's/^.It Li R-//' | sort >"$dir/listed"
same 'the page has the rules that there are' "$dir/used" "$dir/listed"
"$check" --list | awk '{ print $1, "Pq", $3 }' >"$dir/used"
sed -n 's/^\.It Li R-\(.*\)/\1/p' "$page" >"$dir/listed"
same 'with their levels' "$dir/used" "$dir/listed"
done_testing
