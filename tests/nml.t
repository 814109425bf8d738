#!/bin/sh
# NewsML-G2: every oddity of real items that the reader takes, what of an item has no key, forms and versions that are
# written. Items are made here; those of agencies, where they are, must keep their facts and come back valid.
. tests/lib.sh

schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd

# A whole item.
cat >"$dir/item" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:x="http://example.com/ns" guid="urn:newsml:example.com:20260315:1" version="3"
	standard="NewsML-G2" standardversion="2.18" conformance="power" xml:lang="en" x:desk="economy">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_30.xml"/>
<catalog><scheme alias="ex" uri="http://cv.example.com/"/></catalog>
<rightsInfo><copyrightHolder uri="http://example.com/"><name>Example Ltd</name></copyrightHolder><copyrightNotice>(c) Example</copyrightNotice></rightsInfo>
<itemMeta>
<itemClass qcode="ninat:text"/>
<provider qcode="ex:1"><name>Example Agency</name></provider>
<versionCreated>2026-03-15T08:00:00+01:00</versionCreated>
<embargoed>2026-03-15T12:00:00+01:00</embargoed>
<pubStatus qcode="stat:usable"/>
<profile versioninfo="2">press-release</profile>
<service qcode="ex:wire"><name>Wire</name></service>
<edNote role="ex:private">Call <span>Jana</span> first</edNote>
<signal qcode="sig:update"/>
<x:ticket number="17"/>
</itemMeta>
<contentMeta>
<urgency>4</urgency>
<infoSource><name>Source Corp</name><organisationDetails><contactInfo><phone>+420 1</phone></contactInfo></organisationDetails></infoSource>
<contributor role="ctrol:x"><name>Help</name></contributor>
<altId type="ex:number">2026/17</altId>
<language tag="en"/>
<keyword>plant</keyword>
<subject type="cpnat:abstract" qcode="medtop:04000000"><name xml:lang="en">economy</name><name xml:lang="cs">ekonomika</name><broader qcode="ex:b"/></subject>
<slugline separator="-">plant-brno</slugline>
<headline>Plant opened</headline>
<headline role="ex:short">Opened</headline>
<dateline>BRNO, March 15</dateline>
<by>By Jana Nova</by>
<creditline>Example/jn</creditline>
</contentMeta>
<partMeta partid="p1"><description>A part</description></partMeta>
<assert qcode="ex:1"><name>Example Agency</name></assert>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>
<body><p>First <b>paragraph</b>.</p><p>Second.</p></body></html></inlineXML></contentSet>
</newsItem>
END

# item [SED-SCRIPT]: the same, changed
item()
{
	sed -e "${1:-}" "$dir/item" >"$dir/in.xml"
}

# takes NAME PATTERN...: the tree of $dir/in.xml has lines that match, and the item that comes of it is valid
takes()
{
	takes_name=$1
	shift
	run "$TREE/nml2tree" "$dir/in.xml"
	mv "$dir/out" "$dir/tree"
	missing=$(awk 'BEGIN { for (n = ARGC - 1; n > 0; n--) { want[n] = ARGV[n]; delete ARGV[n] } }
		{ for (n in want) if ($0 ~ want[n]) delete want[n] }
		END { for (n in want) printf "; %s", want[n] }' "$@" <"$dir/tree")
	{
		echo "status $status; missing$missing"
		cat "$dir/err" "$dir/tree"
	} >"$dir/why"
	if [ $status -ne 0 ] || [ -n "$missing" ]; then
		fail "$takes_name" "$dir/why"
	else
		pass "$takes_name"
	fi
	valid "$takes_name: comes back" "$dir/in.xml"
}

# valid NAME ITEM [OPTION...]: what html2nml makes of it, in $back, is valid
valid()
{
	"$BIN/nml2html" -q "$2" >"$dir/page.html"
	valid_later "$1"
	shift 2
	"$BIN/html2nml" -q "$@" "$dir/page.html" >"$back"
}

# valid_later NAME: what will be in $back is valid, which validated() finds of all at once
mkdir "$dir/valid"
later=0
valid_later()
{
	later=$((later + 1))
	back=$dir/valid/$later.xml
	echo "$1" >>"$dir/names"
}

validated()
{
	if [ -e "$schema" ]; then
		xmllint --noout --nonet --schema "$schema" "$dir"/valid/*.xml >"$dir/why" 2>&1
		good=" $(sed -n 's|.*/valid/\([0-9]*\)\.xml validates$|\1|p' "$dir/why" | tr '\n' ' ')"
	fi
	n=0
	while read -r name; do
		n=$((n + 1))
		case ${good-} in
		'') skip "$name: valid" "no $schema here" ;;
		*" $n "*) pass "$name: valid" ;;
		*)
			grep "/$n.xml" "$dir/why" >"$dir/invalid"
			fail "$name: valid" "$dir/invalid"
			;;
		esac
	done <"$dir/names"
}

all='"First "|"paragraph" style=b'

# ODDITIES

item
takes 'as it should be' 'head 1 headline' '"Plant opened"' "$all" 'meta embargo "2026-03-15T12:00:00\+01:00"' \
	'meta provider "Example Agency"' 'meta slugline "plant-brno"' 'meta urgency "4"' 'meta credit "Example/jn"' \
	'meta editorial-note "Call Jana first"' 'meta copyright-notice' 'meta signal "<sig:update>"' 'By Jana Nova' 'BRNO, March 15'
cp "$back" "$dir/good.xml"
item 's/xhtml+xml/xhtml+html/'
takes 'contenttype xhtml+html' "$all"
item 's/ contenttype="application.xhtml+xml"//'
takes 'no contenttype' "$all"
item 's/ xmlns="http:..www.w3.org.1999.xhtml"//'
takes 'XHTML in the namespace of the item' "$all"
item 's/ xmlns="http:..www.w3.org.1999.xhtml"/ xmlns=""/'
takes 'XHTML in no namespace' "$all"
item 's/ xmlns="http:..iptc.org[^"]*"//'
takes 'an item in no namespace' "$all" 'meta provider "Example Agency"' 'meta extra "itemMeta <service'
item 's/ninat:text/icls:text/'
takes 'icls:' "$all"
item 's/08:00:00+01:00/08:00:00/; s/2026-03-15T12/ 2026-03-15T12/; s/12:00:00+01:00</12:00:00+01:00\n  </'
takes 'a date without a zone, one padded' 'meta version-created "2026-03-15T08:00:00Z"' 'meta embargo "2026-03-15T12:00:00\+01:00"'
item 's/08:00:00+01:00/08:00:00.000+0100/'
takes 'a zone without a colon' 'meta version-created "2026-03-15T08:00:00\+01:00"'
item 's/2026-03-15T08:00:00+01:00/2026-03-15 08:00:00/; s/>2026-03-15T12:00:00+01:00</></'
takes 'a blank for T, an embargo without end' 'meta version-created "2026-03-15T08:00:00Z"' 'meta embargo "hold"'
item 's/>2026-03-15T08:00:00+01:00</></; s/>plant-brno</></'
takes 'an empty date, an empty slugline' "$all"
item '/<headline>Plant/d; s/<headline role="ex:short">Opened/<headline>/'
takes 'no headline but the title' 'head 1' '"t"'
item '/^<provider/{h;d}; /^<.itemMeta>/{x;G}'
takes 'elements in another order' 'meta provider "Example Agency"' 'meta urgency'
item 's/<provider.*/<provider literal="EX"\/>/'
takes 'a literal provider' 'meta provider "EX"'
item 's/^<newsItem/<newsMessage xmlns="http:\/\/iptc.org\/std\/nar\/2006-10-01\/"><itemSet><newsItem/; s/^<.newsItem>/&<\/itemSet><\/newsMessage>/'
takes 'a message without a header' "$all"
item 's/<html/<nitf/; s/<.html>/<\/nitf>/; s/www.w3.org.1999.xhtml/iptc.org\/std\/NITF\/2006-10-18\//
	s/<body>/&<body.head><hedline><hl1>H<\/hl1><hl2>A line below it, longer<\/hl2><\/hedline><byline>By X<\/byline><\/body.head><body.content><block>/
	s/<.body>/<\/block><\/body.content>&/; s/xhtml+xml/nitf+xml/'
takes 'NITF' "$all" 'head 1 headline' '"H"' '"A line below it, longer"' 'byline' '"By X"'
item 's/<inlineXML.*/<inlineData contenttype="text\/plain"><![CDATA[<p>First <b>paragraph<\/b>.<\/p><p>Second.<\/p>]]><\/inlineData><\/contentSet>/; /^<body>/d'
takes 'markup in plain text' "$all"
item 's/<inlineXML.*/<inlineData contenttype="text\/plain">First line.\n\nSecond \&lt; third.<\/inlineData><\/contentSet>/; /^<body>/d'
takes 'plain text' '"First line."' '"Second < third."'
item 's/<contentSet>/&<inlineData contenttype="text\/plain" pubconstraint="ex:nonpublic">secret<\/inlineData><remoteContent href="x.jpg"\/>/'
takes 'several renditions' "$all"
has 'a remote one is a loss' "$dir/tree" '^para|First'
lacks 'none that is not public' "$dir/tree" 'secret'

# WHAT IT IS NOT

# not SED-SCRIPT PATTERN
not()
{
	item "$1"
	run "$BIN/nml2txt" "$dir/in.xml"
	refused "$2" 65 "$2"
}
not 's/ninat:text/ninat:picture/' 'a picture item, not a text'
not 's/ninat:text/ninat:video/' 'a video item, not a text'
not 's/newsItem/packageItem/' 'a NewsML-G2 package, not a text'
not 's/newsItem/conceptItem/' 'a NewsML-G2 concept item, not a text'
not 's/newsItem/planningItem/' 'a NewsML-G2 planning item, not a text'
for root in 'NewsML:NewsML 1.x, not NewsML-G2' 'nitf:bare NITF, not NewsML-G2'; do
	echo "<${root%%:*}/>" >"$dir/in.xml"
	run "$BIN/nml2txt" "$dir/in.xml"
	refused "${root#*:}" 65 "${root#*:}"
done
item
body=$(sed '1d; s/ xmlns="[^"]*iptc[^"]*"//' "$dir/in.xml")
other=$(echo "$body" | sed 's/20260315:1/20260315:2/; s/Second\./The other./')
echo "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>$body<packageItem guid='p'/>$other</itemSet></newsMessage>" >"$dir/message.xml"
run "$BIN/nml2txt" "$dir/message.xml"
refused 'several texts: nmlunpack' 65 'holds 2 texts: choose one by --item, or part them with nmlunpack: urn:newsml:example.com:20260315:1 '
for which in 3 urn:newsml:example.com:20260315:2; do
	run "$BIN/nml2txt" -q --item "$which" "$dir/message.xml"
	has "--item $which" "$dir/out" '^The other\.$'
done
run "$BIN/nml2txt" --item 2 "$dir/message.xml"
refused '--item of a package' 65 'a packageItem, not a text'
run "$BIN/nml2txt" --item 4 "$dir/message.xml"
refused '--item of none' 65 'no item 4 among the 3 of the input'

# EXTRA

# What has no key stands in the item that came back by HTML, and by DOCX the same.
for part in '<profile versioninfo="2">press-release</profile>' '<service qcode="ex:wire"><name>Wire</name></service>' \
	'<edNote role="ex:private">Call <span>Jana</span> first</edNote>' '<n1:ticket xmlns:n1="http://example.com/ns" number="17"/>' \
	'<contributor role="ctrol:x"><name>Help</name></contributor>' '<altId type="ex:number">2026/17</altId>' \
	'<name xml:lang="cs">ekonomika</name><broader qcode="ex:b"/></subject>' '<headline role="ex:short">Opened</headline>' \
	'<contactInfo><phone>+420 1</phone></contactInfo>' '<partMeta partid="p1">' '<assert qcode="ex:1">' \
	'<scheme alias="ex" uri="http://cv.example.com/"/>' 'n1:desk="economy"' '<slugline separator="-">plant-brno</slugline>' \
	'<copyrightHolder uri="http://example.com/"><name>Example Ltd</name></copyrightHolder>'; do
	ok "carried: $part" grep -qF -e "$part" "$dir/good.xml"
done
lacks 'what an agency has given no genre has none' "$dir/good.xml" '<genre'
item
"$BIN/nml2docx" -q "$dir/in.xml" >"$dir/a.docx" && "$BIN/docx2nml" -q "$dir/a.docx" >"$dir/by_docx.xml"
same 'by DOCX as by HTML' "$dir/good.xml" "$dir/by_docx.xml"
"$BIN/nml2txt" -q --headers "$dir/in.xml" >"$dir/a.txt" && "$BIN/txt2nml" -q "$dir/a.txt" >"$dir/by_txt.xml"
sed '/itemMetaExtProperty/d; /<contentSet>/,$d' "$dir/good.xml" >"$dir/good.meta"
sed '/itemMetaExtProperty/d; /<contentSet>/,$d' "$dir/by_txt.xml" >"$dir/by_txt.meta"
same 'by text with headers the same metadata' "$dir/good.meta" "$dir/by_txt.meta"
for gone in '>Plant opened</headline>' '<by>' '<dateline>'; do
	ok "said by the text alone: $gone" sh -c "! grep nml.extra '$dir/page.html' | sed 's/&lt;/</g; s/&gt;/>/g' | grep -F -e '$gone'"
done
run "$BIN/nml2html" --strict "$dir/in.xml"
status_is 'nothing of it is a loss' 0
run "$BIN/nml2html" --public "$dir/in.xml"
lacks '--public leaves all of it out' "$dir/out" 'nml.extra'
run "$BIN/html2nml" -v --meta subject='politics <medtop:11000000>' "$dir/page.html"
has 'a value that has been changed takes its whole with it' "$dir/err" 'subject in contentMeta: its value has been changed'
lacks 'and the old one is gone' "$dir/out" 'medtop:04000000'

# Whatever stands in a page, the item is valid and the rest is there; what does not fit is a loss.
"$BIN/nml2html" -q "$dir/in.xml" | sed '/nml.extra/d' >"$dir/plain.html"
hostile()
{
	printf '%s' "$2" | sed 's/&/\&amp;/g; s/"/\&quot;/g; s/</\&lt;/g' >"$dir/value"
	awk -v file="$dir/value" 'BEGIN { getline v <file } /<\/head>/ && !done { print "<meta name=\"nml.extra\" content=\"" v "\">"; done = 1 } { print }' \
		"$dir/plain.html" >"$dir/page.html"
	valid_later "$1"
	"$BIN/html2nml" -v "$dir/page.html" >"$back" 2>"$dir/err"
	status=$?
	has "$1: a loss" "$dir/err" 'loss of metadata'
	status_is "$1: the item is written" 0
}
hostile 'not XML' 'itemMeta <profile>a</b>'
hostile 'two elements' 'itemMeta <profile>a</profile></itemMeta><itemMeta>'
hostile 'an entity' 'itemMeta <profile>&a;</profile>'
hostile 'a declaration' 'itemMeta <!DOCTYPE a><profile>a</profile>'
hostile 'a comment' 'itemMeta <profile><!-- a --></profile>'
hostile 'an unknown element' 'itemMeta <bogus/>'
hostile 'an element of another place' 'itemMeta <keyword>a</keyword>'
hostile 'a second provider' 'itemMeta <provider/>'
hostile 'an item class' 'itemMeta <itemClass qcode="ninat:picture"/>'
hostile 'a bad attribute' 'itemMeta <profile id="1 2">a</profile>'
hostile 'an attribute that is required' 'contentMeta <rating value="1"/>'
hostile 'text where none may be' 'contentMeta <located>text<name>a</name></located>'
hostile 'an element where none may be' 'itemMeta <service qcode="a:b"><provider/></service>'
hostile 'a reference to nothing' 'newsItem <inlineRef idrefs="p9"/>'
hostile 'another schema' 'contentMeta <located xmlns:n1="http://www.w3.org/2001/XMLSchema-instance" n1:type="Link1Type"/> '
hostile 'an undeclared prefix' 'itemMeta <n1:x/>'
hostile 'content' 'newsItem <contentSet/>'
hostile 'one of our own terms' 'itemMeta <itemMetaExtProperty rel="wc:status" value="canceled"/>'
hostile 'an element of our own namespace' 'itemMeta <n1:status xmlns:n1="urn:x-wirecopy:" value="canceled"/>'
hostile 'no place' 'header <sent/>'
hostile 'what stands for nothing' 'itemMeta= <title>Another</title>'

# GENRE

printf 'A headline\n\nText of a release.\n' >"$dir/a.txt"
"$BIN/txt2nml" -q --meta date=2026-03-15 "$dir/a.txt" >"$dir/a.xml"
has 'a release is one' "$dir/a.xml" '<genre qcode="genre:Press_Release" how="howextr:tool">'
sed 's/<pubStatus/<service qcode="ex:wire"\/>&/' "$dir/a.xml" >"$dir/in.xml"
valid 'a release that an editor has worked on' "$dir/in.xml"
has 'is still one' "$back" '<genre qcode="genre:Press_Release"'
item 's/Second\./&<\/p><p>A third paragraph of the text, which is longer than the others are.<\/p><p>A fourth one.<\/p><p><b>Media contact:<\/b><\/p><p>Jana Nova, spokeswoman, tel. +420 500 555 012, nova@example.com/'
valid 'an item whose text shows that it is one' "$dir/in.xml"
has 'is one too' "$back" '<genre qcode="genre:Press_Release" how="howextr:tool">'

# FORMS OF THE BODY

item 's/Second\./<a href="https:\/\/example.com\/">Second<\/a> <i>one<\/i>.<\/p><ul><li>A<\/li><li><b>B<\/b><\/li><\/ul><blockquote><p>Quoted<\/p><\/blockquote><h2>Sub<\/h2><table><tr><th>1<\/th><td>2<\/td><\/tr><\/table><p>End./'
valid '--body nitf' "$dir/in.xml" --body nitf
for part in '<hl1>Plant opened</hl1>' '<strong>paragraph</strong>' '>Second</a> <em>one</em>' '<li><strong>B</strong></li>' \
	'<blockquote><p>Quoted</p>' '<h2>Sub</h2>' '<td>2</td>'; do
	ok "NITF: $part" grep -qF -e "$part" "$back"
done
if command -v xmllint >/dev/null; then
	xmllint --xpath '//*[local-name()="body.content"]/*[local-name()="block"]/*' "$back" >"$dir/children" 2>/dev/null
	has 'a reader of body.content/block/* has all of it' "$dir/children" 'Quoted'
fi
"$TREE/nml2tree" "$back" >"$dir/tree"
has 'our NITF read again: the headline' "$dir/tree" '^head 1 headline'
has 'our NITF read again: the list' "$dir/tree" '^list bullet'
has 'our NITF read again: the quote' "$dir/tree" '^quote'
run "$BIN/html2nml" -v --body nitf "$dir/page.html"
lacks 'NITF: none of this is a loss' "$dir/err" 'loss of content'
valid '--body text' "$dir/in.xml" --body text
ok 'text: links keep their addresses' grep -qF 'Second (https://example.com/) one.' "$back"
ok 'text: lists have marks' grep -qFx -e '- B' "$back"
run "$BIN/html2nml" -v --body text "$dir/page.html"
has 'text: what is not carried is counted' "$dir/err" 'loss of presentation: .* \[L-body\]'

# VERSIONS AND NAMES

item
for version in 2.9 2.10 2.12 2.18 2.30 2.35; do
	valid "--newsml-version $version" "$dir/in.xml" --newsml-version $version
	has "says $version" "$back" "standardversion=\"$version\""
done
"$BIN/html2nml" -q --newsml-version 2.9 "$dir/page.html" >"$dir/old.xml"
lacks '2.9 has no uri' "$dir/old.xml" ' uri="http://example.com/"'
lacks '2.9 has no extension properties' "$dir/old.xml" 'ExtProperty'
run "$BIN/html2nml" -v --newsml-version 2.9 "$dir/page.html"
has 'and that is said' "$dir/err" 'L-version'
"$BIN/nml2html" -q "$dir/old.xml" >"$dir/old.html"
ok 'terms of ours come back from 2.9' grep -q nml.recognised "$dir/old.html"

printf 'A headline\n\nBrno, 15 March 2026 - Text of a release.\n' >"$dir/a.txt"
"$BIN/txt2nml" -q --meta date=2026-03-15 --guid-domain example.com "$dir/a.txt" >"$dir/a.xml"
has '--guid-domain' "$dir/a.xml" 'guid="urn:newsml:example.com:20260315:[0-9a-f]{32}"'
"$BIN/txt2nml" -q --meta date=2026-03-15 --guid-domain example.com "$dir/a.txt" >"$dir/b.xml"
same 'the same input, the same guid' "$dir/a.xml" "$dir/b.xml"
"$BIN/txt2html" -q --meta date=2026-03-15 --guid-domain example.com "$dir/a.txt" >"$dir/direct.html"
"$BIN/nml2html" -q "$dir/a.xml" >"$dir/round.html"
same '--guid-domain whichever way round' "$dir/direct.html" "$dir/round.html"
for domain in '' example -a.com a..b a_b.com A.com 'a b.com' "$(printf '%064d.com' 0)"; do
	run "$BIN/txt2nml" --guid-domain "$domain" "$dir/a.txt"
	refused "--guid-domain '$domain'" 64 'guid-domain'
done
validated
done_testing
