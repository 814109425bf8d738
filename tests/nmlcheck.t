#!/bin/sh
# nmlcheck: a good item is left alone, and each rule has a change to it that is found, and found as what it is.
. tests/lib.sh

now=2026-03-15T10:00:00+01:00
cat >"$dir/good.xml" <<'E'
<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.com:20260315:a1" version="2" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en-GB">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
  <catalog><scheme alias="ex" uri="https://www.example.com/cv/"/></catalog>
  <rightsInfo><usageTerms>Free for editors</usageTerms></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider uri="https://www.example.com/"><name>Example Corp</name></provider>
    <versionCreated> 2026-03-15T09:30:00+01:00
    </versionCreated>
    <firstCreated>2026-03-15T07:00:00.000Z</firstCreated>
    <embargoed>2026-03-16T06:00:00+01:00</embargoed>
    <pubStatus qcode="stat:usable"/>
    <edNote role="ex:embargo">Until Monday, six o'clock.</edNote>
    <signal qcode="sig:update"/>
    <link rel="irel:previousVersion" residref="urn:newsml:example.com:20260315:a1" version="1"/>
    <link rel="irel:seeAlso" href="https://www.example.com/fact%20sheet.pdf" size="6"/>
  </itemMeta>
  <contentMeta>
    <urgency>4</urgency>
    <contentCreated>2026-03-15</contentCreated>
    <contentModified>2026-03-15T09:29:00+01:00</contentModified>
    <language tag="en-GB"/>
    <genre qcode="genre:Press_Release"><name xml:lang="en-GB">Press Release</name></genre>
    <subject type="cpnat:abstract" qcode="medtop:04000000"/>
    <headline>A plant in Brno</headline>
    <headline role="ex:second">With 200 jobs</headline>
  </contentMeta>
  <contentSet>
    <inlineXML contenttype="application/xhtml+xml" wordcount="14" charcount="70"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A plant in Brno</title></head><body><h1>A plant in Brno</h1><p>BRNO <b>-</b> Exam<i>ple</i> Corp today opened a plant.</p><p>It has 200 jobs.</p></body></html></inlineXML>
    <inlineData contenttype="text/plain; charset=utf-8">Profit &lt; 5 &amp; mail to &lt;press@example.com&gt;</inlineData>
    <remoteContent href="logo.png" contenttype="image/png"><hash hashtype="hashtype:MD5">98d8d6a239ae64c6f2fc402b7a7847d8</hash></remoteContent>
  </contentSet>
</newsItem>
E
good=$dir/good.xml

# check FILE [OPTION...]
check()
{
	check_file=$1
	shift
	run "$BIN/nmlcheck" --now $now "$@" "$check_file"
}

# ids_in FILE: adds those of its lines to $ids
ids_in()
{
	while IFS= read -r ids_line; do
		ids_line=${ids_line##*\[}
		case " $ids $ids_line" in
		*" ${ids_line%]} "*) ;;
		*' '[EWI]-*']') ids="$ids${ids:+ }${ids_line%]}" ;;
		esac
	done <"$1"
}

# ids WANT: those of the last run, once each, in $ids: as WANT has them where they are the same ones
ids()
{
	ids=
	ids_in "$dir/out"
	ids_in "$dir/err"
	ids_both=
	for ids_one in $1; do
		case " $ids " in
		*" $ids_one "*) ids_both="$ids_both${ids_both:+ }$ids_one" ;;
		esac
	done
	if [ "$ids_both" = "$1" ] && [ ${#ids} -eq ${#1} ]; then
		ids=$1
	fi
}

# ids_are NAME WANT
ids_are()
{
	ids "$2"
	is "$1" "$ids" "$2"
}

# found NAME IDS SED [OPTION...]: the good item with that change has those findings and no others
found()
{
	found_name=$1
	want=$2
	script=$3
	shift 3
	sed "$script" "$good" >"$dir/changed.xml"
	if [ -z "$want" ] && cmp -s "$good" "$dir/changed.xml"; then
		fail "$found_name: the change changes something"
		return
	fi
	check "$dir/changed.xml" "$@"
	ids_are "$found_name: $want" "$want"
}

# left NAME SED [OPTION...]: the change is left alone
left()
{
	left_name=$1
	script=$2
	shift 2
	found "$left_name" '' "$script" "$@"
}

check "$good" --fail-on=info
status_is 'a good item' 0
is 'and nothing is said of it' "$(cat "$dir/out" "$dir/err")" ''

# IDENTITY
found 'no namespace' 'E-namespace' 's/<newsItem xmlns="[^"]*"/<newsItem/'
found 'no guid' 'E-part' 's/ guid="[^"]*"//; /previousVersion/d'
found 'no standardversion' 'E-part' 's/ standardversion="[^"]*"//'
found 'no provider' 'E-part' '/<provider/d'
found 'no versionCreated' 'E-part' '/<versionCreated>/,/<\/versionCreated>/d'
found 'version 0' 'E-version' 's/ version="2"/ version="0"/; /previousVersion/d'
found 'version 1.5' 'E-version' 's/ version="2"/ version="1.5"/; /previousVersion/d'
found 'core' 'E-conformance' 's/ conformance="power"/ conformance="core"/'
found 'no conformance' 'E-conformance' 's/ conformance="power"//'
left 'no conformance in 2.18' 's/ conformance="power"//; s/"2\.35"/"2.18"/'
found 'and a property of power' 'E-conformance' 's/ conformance="power"//; s/"2\.35"/"2.18"/; s/<urgency>/<urgency how="howextr:person">/'
found 'a guid that is a number' 'W-guid' 's/guid="[^"]*"/guid="12345"/; /previousVersion/d'
left 'a tag: address' 's/urn:newsml:example.com:20260315:a1/tag:example.com,2026:a1/g'
found 'a blank in the guid' 'W-guid-blank' 's/urn:newsml:example.com:20260315:a1/urn:newsml:example.com:2026:a 1/g'
found 'a release that there is not' 'W-standard-version' 's/"2\.35"/"3.1"/'

# QCODES
found 'a code without an alias' 'E-qcode' 's/ex:second/second/'
found 'a blank in a code' 'E-qcode' 's/medtop:04000000/medtop:04 000/'
found 'an address for a code' 'E-qcode-address' 's,qcode="medtop:04000000",qcode="http://cv.iptc.org/newscodes/mediatopic/04000000",'
found 'an alias that nobody declares' 'E-alias' 's/ex:second/exx:second/'
found 'an alias of a newer catalog' 'E-alias-catalog' 's/Standards_41/Standards_31/; s/ex:second/cpprole:author/'
left 'an alias of an older catalog' 's/Standards_41/Standards_20/'
left 'the catalog by https and without www' 's,http://www.iptc.org/std,https://iptc.org/std,'
found 'a catalog that nobody knows' 'I-remote-catalog' 's,http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41,http://example.com/c,'
found 'one alias for two schemes' 'E-alias-twice' 's,</catalog>,<scheme alias="ex" uri="https://www.example.com/other/"/></catalog>,'
found 'an alias that the IPTC has for another' 'E-alias-twice' 's,alias="ex",alias="nprov",; s/"ex:/"nprov:/'
left 'an alias declared as the IPTC has it' 's,</catalog>,<scheme alias="stat" uri="http://cv.iptc.org/newscodes/pubstatusg2/"/></catalog>,'
left 'another alias for the same scheme' 's,</catalog>,<scheme alias="st" uri="http://cv.iptc.org/newscodes/pubstatusg2/"/></catalog>,; s/stat:usable/st:usable/'
found 'no catalog at all' 'E-alias W-catalog' '/<catalog/d'
is 'and each alias is said once' "$(grep -c 'E-alias' "$dir/out")" "$(grep 'E-alias' "$dir/out" | grep -o 'alias "[a-z]*"' | sort -u | wc -l)"
printf '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a:1" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en"><itemMeta><itemClass uri="http://cv.iptc.org/newscodes/ninature/text"/><provider literal="x"/><versionCreated>2026-01-01T00:00:00Z</versionCreated><pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/usable"/></itemMeta><contentMeta><headline>x</headline></contentMeta></newsItem>' >"$dir/uris.xml"
check "$dir/uris.xml" --fail-on=info
status_is 'an item with addresses only needs none' 0
found 'a scheme that is retired' 'W-retired-scheme' 's/ex:second/isrol:origcont/'
left 'before it was' 's/ex:second/isrol:origcont/; s/2026-03-1/2019-03-1/g' --now 2019-03-15T10:00:00Z
found 'a genre that is retired' 'W-retired-code' 's/genre:Press_Release/genre:Wrap/; s/>Press Release</>Wrap</'
found 'a relation that is retired' 'W-retired-code' 's/irel:previousVersion/irel:prevVersion/'
found 'an attribute that is deprecated' 'W-deprecated' 's/residref=/guidref=/'
found 'an element that is deprecated' 'W-deprecated' 's,<subject \(.*\)/>,<subject \1><facet/></subject>,'
found 'a genre that there is not' 'I-code' 's/genre:Press_Release/genre:PressRelease/'
found 'the wrong name for a genre' 'I-name' 's/>Press Release</>Media release</'
left 'a name in another language' 's/<name xml:lang="en-GB">Press Release/<name xml:lang="cs">Tisková zpráva/'

# DATES
found 'a date without a time' 'E-date-time' 's/2026-03-15T09:30:00+01:00/2026-03-15/'
found 'a time without a zone' 'E-date-zone' 's/2026-03-15T09:30:00+01:00/2026-03-15T09:30:00/'
found 'an embargo without a zone' 'E-date-zone' 's/2026-03-16T06:00:00+01:00/2026-03-16T06:00:00/'
found 'a day that there is not' 'E-date' 's/2026-03-15T09:30:00+01:00/2026-02-30T09:30:00+01:00/'
found 'words for an embargo' 'E-date' 's/2026-03-16T06:00:00+01:00/tomorrow/'
found 'an empty date' 'E-date-empty' 's,<firstCreated>.*</firstCreated>,<firstCreated/>,'
found 'a zone without its colon' 'E-date-form' 's/2026-03-15T09:30:00+01:00/2026-03-15T09:30:00+0100/'
found 'a blank for the T' 'E-date-form' 's/2026-03-15T09:30:00+01:00/2026-03-15 09:30:00+01:00/'
found 'no zone in an attribute' 'E-date-zone' 's/<headline>/<headline modified="2026-03-15T09:00:00">/'
left 'a year for a date of content' 's,<contentCreated>[^<]*,<contentCreated>2026,'
left 'a month' 's,<contentCreated>[^<]*,<contentCreated>2026-03,'
left 'a day with a zone' 's,<contentCreated>[^<]*,<contentCreated>2026-03-15+01:00,'
found 'a month that there is not' 'E-date' 's,<contentCreated>[^<]*,<contentCreated>2026-13,'
found 'created after its version' 'E-date-order' 's/2026-03-15T07:00:00.000Z/2026-03-15T08:30:01Z/'
found 'content created after its version' 'E-date-order' 's,<contentCreated>[^<]*,<contentCreated>2026-03-17,; /<contentModified/d'
found 'content modified after its version' 'E-date-order' 's/2026-03-15T09:29:00+01:00/2026-03-15T09:31:00+01:00/'
found 'modified before it was created' 'E-date-order' 's/2026-03-15T09:29:00+01:00/2026-03-13T09:29:00+01:00/'

# PROPERTIES
found 'a class without a code' 'E-value' 's/<itemClass [^>]*>/<itemClass\/>/'
found 'a class that there is not' 'E-item-class' 's/ninat:text/ninat:Text/'
found 'a class of another scheme' 'E-item-class' 's/ninat:text/cinat:text/'
left 'a class by its address' 's,qcode="ninat:text",uri="http://cv.iptc.org/newscodes/ninature/text",'
found 'cancelled' 'E-status' 's/stat:usable/stat:cancelled/'
found 'a status of another scheme' 'E-status' 's/stat:usable/ex:usable/'
found 'urgency 0' 'E-urgency' 's/<urgency>4/<urgency>0/'
found 'no status' 'W-no-status' '/<pubStatus/d'
found 'a provider that says nothing' 'W-provider' 's,<provider.*/provider>,<provider><name> </name></provider>,'
found 'no headline' 'W-headline' '/<headline/d'
found 'an empty headline' 'W-headline' 's,<headline>.*,<headline/>,; /ex:second/d'
left 'no headline in a canceled item' '/<headline/d; s/stat:usable/stat:canceled/'
found 'no language' 'W-language' 's/ xml:lang="en-GB" *>/>/; /<language/d'
found 'a country for a language' 'W-language-tag' 's/tag="en-GB"/tag="cz"/'
has 'and the language is said' "$dir/out" 'the language is cs'
found 'a region that is not registered' 'W-language-tag' 's/tag="en-GB"/tag="en-UK"/'
found 'an underscore' 'W-language-tag' 's/tag="en-GB"/tag="en_GB"/'
left 'a script, a number and an extension' 's/tag="en-GB"/tag="zh-Hant-419-x-press"/'
found 'a signal that there is not' 'W-signal' 's/sig:update/sig:routing/'
found 'an update of version 1' 'W-signal-first' 's/ version="2"//; /previousVersion/d'
found 'an embargo without a time or a note' 'W-embargo-empty' 's,<embargoed>.*</embargoed>,<embargoed/>,; /<edNote/d'
left 'an embargo without a time, with a note' 's,<embargoed>.*</embargoed>,<embargoed/>,'
found 'an embargo that has passed' 'W-embargo-past' 's/2026-03-16T06:00:00+01:00/2026-03-15T10:00:00+01:00/'
found 'withheld for an embargo' 'W-embargo-withheld' 's/stat:usable/stat:withheld/'
found 'a link without a target' 'W-link-target' 's/ href="https:[^"]*"//'
found 'remote content without one' 'W-link-target' 's/ href="logo.png"//'
found 'a previous version that is this one' 'W-link-version' '/previousVersion/s/version="1"/version="2"/'
left 'one of another item' '/previousVersion/s/version="1"/version="2"/; /previousVersion/s/:a1/:a0/'

# CONTENT
found 'HTML without its namespace' 'E-body-namespace' 's, xmlns="http://www.w3.org/1999/xhtml",,'
found 'a paragraph without its namespace' 'E-body-namespace' 's,<p>It,<p xmlns="">It,'
found 'inlineXML without an element' 'E-inline-empty' 's,<html.*/html>,Text,; s/ wordcount="14" charcount="70"//'
found 'inlineXML with two' 'E-inline-roots' 's,</html>,</html><html xmlns="http://www.w3.org/1999/xhtml"/>,'
found 'plain text that does not say so' 'E-plain-type' 's, contenttype="text/plain; charset=utf-8",,'
found 'plain text with escaped tags' 'E-plain-markup' 's,Profit,\&lt;p>Profit,'
found 'plain text in CDATA with tags' 'E-plain-markup' 's,Profit.*</inlineData>,<![CDATA[Profit <br/> more]]></inlineData>,'
found 'plain text with elements' 'E-plain-markup' 's,Profit,<b>Profit</b>,'
found 'the words of another text' 'W-count' 's/wordcount="14"/wordcount="140"/'
found 'no number of words' 'W-count' 's/wordcount="14"/wordcount=""/'
found 'the characters of another text' 'W-count' 's/charcount="70"/charcount="700"/'
found 'a hash without its kind' 'W-hash-type' 's/ hashtype="hashtype:MD5"//'
found 'a heading that is not the headline' 'I-body-headline' 's,<h1>A plant,<h1>Another plant,'
left 'a heading that is the second headline' 's,<h1>A plant in Brno,<h1>With 200 jobs,'

printf 'abc123' >"$dir/fact sheet.pdf"
printf 'logo\n' >"$dir/logo.png"
left 'attachments that are right' 's/<edNote/ <edNote/' --attachment "$dir/fact sheet.pdf" --attachment "$dir/logo.png"
found 'an attachment of another size' 'W-size' 's/size="6"/size="7"/' --attachment "$dir/fact sheet.pdf"
printf 'another\n' >"$dir/logo.png"
found 'an attachment with another hash' 'W-hash' 's/<edNote/ <edNote/' --attachment "$dir/logo.png"
left 'what the hash of the whole item is, nobody knows' 's/<hash /<hash scope="hashscope:whole" /' --attachment "$dir/logo.png"

# PLACES, LEVELS, FORMS
sed 's/stat:usable/stat:cancelled/; s/ex:second/second/' "$good" >"$dir/two.xml"
check "$dir/two.xml"
status_is 'errors are found' 1
is 'a line for each, in the order of their places' "$(cut -d : -f 1-5 "$dir/out" | sed "s,$dir/,,")" \
	'nmlcheck: two.xml: 13:5: error
nmlcheck: two.xml: 27:15: error'
has 'and what it is' "$dir/out" ': error: the status is stat:cancelled; it may be .* \[E-status\]$'
is 'nothing on standard error' "$(cat "$dir/err")" ''
run "$BIN/nmlcheck" --now $now <"$dir/two.xml"
has 'from standard input without a name' "$dir/out" '^nmlcheck: 13:5: error: '
sed '/<pubStatus/d' "$good" >"$dir/warning.xml"
check "$dir/warning.xml"
status_is 'a warning is no failure' 0
has 'but said' "$dir/out" 'W-no-status'
check "$dir/warning.xml" --fail-on=warning
status_is 'with --fail-on=warning it is one' 1
check "$dir/warning.xml" -q
is '-q says errors only' "$(cat "$dir/out")" ''
sed 's/genre:Press_Release/genre:PressRelease/' "$good" >"$dir/info.xml"
check "$dir/info.xml" --fail-on=warning
status_is 'an info is none' 0
check "$dir/info.xml" --fail-on=info
status_is 'with --fail-on=info it is one' 1
check "$dir/info.xml" --fail-on=all
refused '--fail-on=all' 64 'want error, warning or info'
check "$good" --now 2026-03-15
refused '--now without a time' 64 'with its zone'
run env SOURCE_DATE_EPOCH=1773700000 "$BIN/nmlcheck" "$good"
has 'without --now the time is SOURCE_DATE_EPOCH' "$dir/out" 'W-embargo-past'
check "$dir/two.xml" -o "$dir/report"
status_is '-o keeps the status' 1
check "$dir/two.xml"
same 'and gets what standard output gets' "$dir/out" "$dir/report"

check "$dir/two.xml" --format=json
status_is 'JSON has the same status' 1
is 'JSON' "$(sed "s,$dir/,,g" "$dir/out")" '{"file":"two.xml","errors":2,"warnings":0,"infos":0,"findings":[{"line":13,"column":5,"level":"error","id":"E-status","item":"urn:newsml:example.com:20260315:a1","message":"the status is stat:cancelled; it may be usable, withheld or canceled of the IPTC'\''s scheme"},{"line":27,"column":15,"level":"error","id":"E-qcode","item":"urn:newsml:example.com:20260315:a1","message":"role \"second\" is no QCode: an alias, a colon and a code, without blanks"}]}'
check "$good" --format=json
is 'JSON of nothing' "$(sed "s,$dir/,,g" "$dir/out")" '{"file":"good.xml","errors":0,"warnings":0,"infos":0,"findings":[]}'
awk 'BEGIN { print "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\">"; for (i = 0; i < 10050; i++) print "<a urgency=\"\" qcode=\"b\"/><subject qcode=\"\033[31m\342\200\256\"/>" ; print "</newsItem>" }' |
	tr '\033' '?' >"$dir/many.xml"
check "$dir/many.xml"
is 'no more than 10000 are written' "$(wc -l <"$dir/out")" 10001
has 'and the others counted' "$dir/out" '^nmlcheck: .*: and [0-9]+ more$'
is 'no bytes that turn the writing round' "$(tr -d '\n' <"$dir/out" | grep -c "$(printf '\342\200\256')")" 0

# INPUT THAT IS NO ITEM
check "$good" "$good"
refused 'two files' 64 'one input at a time'
printf '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">\n<itemMeta>\n</newsItem>\n' >"$dir/bad.xml"
check "$dir/bad.xml"
refused 'ill-formed: where it stops being readable' 65 '^nmlcheck: .*bad.xml: 3:[0-9]+: '
head -c 700 "$good" >"$dir/cut.xml"
check "$dir/cut.xml"
refused 'cut off' 65 'cut.xml: [0-9]+:[0-9]+: '
sed '1a<!DOCTYPE newsItem>' "$good" >"$dir/doctype.xml"
check "$dir/doctype.xml"
refused 'a document type' 65 'DOCTYPE|document type'
echo '<NewsML Version="1.2"/>' >"$dir/old.xml"
check "$dir/old.xml"
refused 'NewsML 1' 65 'NewsML 1'
for charset in UTF-16 ISO-8859-2; do
	sed "s/encoding=\"UTF-8\"/encoding=\"$charset\"/; s/Example Corp</Příklad</; s/ex:second/second/" "$good" |
		iconv -f UTF-8 -t $charset >"$dir/charset.xml"
	check "$dir/charset.xml"
	ids_are "$charset" 'E-qcode'
	has "$charset: in its place" "$dir/out" 'charset.xml: 27:15: '
done

# MESSAGES
# message ITEM...: with a header
message()
{
	echo '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-15T09:31:00+01:00</sent>'
	echo '<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/><priority>4</priority></header><itemSet>'
	for item; do
		sed 1d "$item"
	done
	echo '</itemSet></newsMessage>'
}
sed 's/:a1/:b2/g' "$good" >"$dir/other.xml"
message "$good" "$dir/other.xml" >"$dir/message.xml"
check "$dir/message.xml" --fail-on=info
status_is 'a good message' 0
message "$good" "$dir/other.xml" "$good" >"$dir/message.xml"
check "$dir/message.xml"
ids_are 'a version twice' 'E-twice'
has 'it is the second one' "$dir/out" ' 69:1: '
sed '/<catalogRef/d' "$good" >"$dir/bare.xml"
message "$dir/bare.xml" >"$dir/message.xml"
check "$dir/message.xml"
ids_are 'an item that counts on the catalog of the header' 'E-header-catalog'
message "$good" | sed 's/09:31:00+01:00/09:31:00/' >"$dir/message.xml"
check "$dir/message.xml"
ids_are 'a header without a zone' 'E-date-zone'
sed 's/stat:usable/stat:cancelled/' "$dir/other.xml" >"$dir/wrong.xml"
message "$good" "$dir/wrong.xml" >"$dir/message.xml"
check "$dir/message.xml" --format=json
has 'the item is named' "$dir/out" '"id":"E-status","item":"urn:newsml:example.com:20260315:b2"'

# VERSIONS
sed 's/ version="2"/ version="1"/; s/2026-03-15T09:30:00/2026-03-15T08:30:00/; /previousVersion/d; /<signal/d; /<contentModified/d' "$good" >"$dir/first.xml"
check "$good" --previous "$dir/first.xml" --fail-on=info
status_is 'a second version' 0
check "$good" --previous "$good"
ids_are 'the same again' 'E-version-order W-version-time'
sed 's/ version="2"/ version="10"/' "$good" >"$dir/tenth.xml"
check "$good" --previous "$dir/tenth.xml"
has 'versions are numbers' "$dir/out" 'version 2 does not follow on version 10 '
sed 's/:a1/:a9/' "$dir/first.xml" >"$dir/changed.xml"
check "$good" --previous "$dir/changed.xml"
ids_are 'another guid' 'E-guid-changed'
sed 's/stat:usable/stat:canceled/' "$dir/first.xml" >"$dir/killed.xml"
check "$good" --previous "$dir/killed.xml"
ids_are 'after it was canceled' 'E-canceled'
sed 's/stat:usable/stat:withheld/' "$dir/first.xml" >"$dir/held.xml"
check "$good" --previous "$dir/held.xml" --fail-on=info
status_is 'after it was withheld' 0
sed 's/ version="2"/ version="1"/; /previousVersion/d; /<signal/d' "$good" >"$dir/changed.xml"
check "$dir/changed.xml" --previous "$dir/held.xml"
ids_are 'released without a new version' 'E-version-order'
message "$dir/first.xml" "$dir/other.xml" >"$dir/message.xml"
check "$good" --previous "$dir/message.xml" --fail-on=info
status_is 'out of a message' 0
message "$good" "$dir/other.xml" >"$dir/message.xml"
check "$dir/message.xml" --previous "$dir/killed.xml"
ids_are 'for the item that it is of' 'E-canceled'
message "$good" "$dir/killed.xml" >"$dir/message.xml"
check "$dir/message.xml"
ids_are 'after it was canceled in the same message' 'E-canceled'
check "$good" --previous "$dir/bad.xml"
refused 'a previous version that is none' 65 'bad.xml: 3:'

# VOCABULARIES
printf 'medtop:04000000\teconomy\ten\nmedtop:04000000\tekonomika\tcs\n' >"$dir/topics"
found 'a name that is not the vocabulary'\''s' 'I-name' 's,<subject \(.*\)/>,<subject \1><name>sport</name></subject>,' --topics "$dir/topics"
left 'one that is' 's,<subject \(.*\)/>,<subject \1><name xml:lang="cs">Ekonomika</name></subject>,' --topics "$dir/topics"
found 'a code that the vocabulary has not' 'I-code' 's/medtop:04000000/medtop:04000001/' --topics "$dir/topics"
printf '{"conceptSet":[{"qcode":"medtop:04000000","prefLabel":{"en-GB":"economy"},"retired":"2019-01-01T00:00:00+00:00"}]}' >"$dir/topics"
found 'one that is retired there' 'W-retired-code' 's/<edNote/ <edNote/' --topics "$dir/topics"

# RECEIVERS
# profile TEXT: a profile of one's own
profile()
{
	printf '%s\n' "$@" >"$dir/profile"
}

profile '# mine' 'refused root newsMessage : messages only'
left 'a root that is not taken, without a profile' 's/<edNote/ <edNote/'
found 'a root that is not taken' 'E-refused' 's/<edNote/ <edNote/' --profile "$dir/profile"
has 'at the root' "$dir/out" ' 2:1: error: messages only \(newsItem\) \[E-refused\]$'
# receiver NAME IDS LINE: the good item, by a profile of that line
receiver()
{
	profile "$3"
	check "$good" --profile "$dir/profile"
	is "$1" "$(sed -n 's/.* \([0-9]*\):[0-9]*: .*\[\([EWI]-[a-z]*\)\]$/\2 \1/p' "$dir/out" | tr '\n' ' ')" "$2"
}

receiver 'needs: there' '' 'lost needs itemMeta/pubStatus/@qcode stat:* : x'
receiver 'needs: not there' 'W-lost 2 ' 'lost needs partMeta : x'
receiver 'needs: with another value' 'W-lost 2 ' 'lost needs itemMeta/pubStatus/@qcode st:* : x'
receiver 'needs: an attribute of the item' 'E-refused 2 ' 'refused needs @nothing : x'
receiver 'every: an attribute' 'W-lost 16 ' 'lost every itemMeta/link/@href : x'
receiver 'every: an element' 'W-lost 25 ' 'lost every contentMeta/subject/name : x'
receiver 'only' 'I-changed 26 I-changed 27 ' 'changed only contentMeta/headline B* : x'
receiver 'only: several values' '' 'changed only contentMeta/headline A* W?th* : x'
receiver 'no' 'W-lost 25 ' 'lost no contentMeta/subject : x'
receiver 'no: with a value' 'W-lost 16 ' 'lost no itemMeta/link/@rel irel:prev* : x'
receiver 'a condition' 'W-lost 27 ' 'lost no contentMeta/headline[@role=ex:*] : x'
receiver 'a condition that is not so' 'W-lost 26 ' 'lost no contentMeta/headline[@role!=ex:*] : x'
receiver 'names' 'E-refused 30 E-refused 31 E-refused 32 ' 'refused names contentSet/* nothing : x'
receiver 'one' 'W-lost 27 ' 'lost one contentMeta/headline : x'
receiver 'last' 'W-lost 26 ' 'lost last contentMeta/headline : x'
receiver 'inner' 'W-lost 30 ' 'lost inner contentSet/inlineXML/html/body/* : x'
receiver 'front' 'W-lost 30 ' 'lost front contentSet/inlineXML/html/head : x'
receiver 'older' 'I-changed 9 ' 'changed older itemMeta/versionCreated 0 : x'
receiver 'not so old' '' 'changed older itemMeta/versionCreated 1 : x'
receiver 'any depth' 'W-lost 30 W-lost 30 ' 'lost no contentSet/**/p : x'
receiver 'one name or another' 'W-lost 31 W-lost 32 ' 'lost no contentSet/inlineData|remoteContent : x'
receiver 'when it is so' 'W-lost 25 ' 'lost no contentMeta/subject when itemMeta/itemClass[@qcode=*:text] : x'
receiver 'when it is not' '' 'lost names contentSet/* a when itemMeta/itemClass[@qcode=*:picture] : x'
receiver 'from the root' 'W-lost 5 ' 'lost no /rightsInfo : x'
for line in 'nothing' 'lost nothing here : x' 'lost no : x' 'lost no a//b : x' 'lost no a[b] : x' 'lost no @a/b : x' 'lost older a x : x' \
	'lost needs / : x' 'lost no a when b/@c : x' 'lost no a when b c : x'; do
	profile '' "$line"
	check "$good" --profile "$dir/profile"
	refused "a profile with the line: $line" 64 "^nmlcheck: $dir/profile: line 2: "
done
check "$good" --profile none
refused 'a profile that there is not' 66 'none: cannot open'

for name in generic superdesk wordpress; do
	check "$good" --profile profiles/$name
	cp "$dir/out" "$dir/file"
	check "$good" --profile $name
	same "$name is built in as its file has it" "$dir/file" "$dir/out"
done
check "$good" --profile generic
is 'generic: one text, and the types that readers know' "$(sed 's/.* \([0-9]*\):[0-9]*: .*\[\(.*\)\]$/\2 \1/' "$dir/out" | tr '\n' ' ')" 'I-changed 31 '
message "$good" >"$dir/message.xml"
check "$dir/message.xml" --profile superdesk
has 'superdesk: text behind an element in a paragraph' "$dir/out" 'an element within the text, and all behind it, does not arrive.* \(b\)'
has 'superdesk: topics' "$dir/out" 'topics that are no subject codes .*medtop:04000000'
has 'superdesk: of several texts the last' "$dir/out" 'of several texts the last arrives \(inlineXML\)'
has 'superdesk: a file without its rendition' "$dir/out" 'error: a file that does not say its rendition'
sed 's/<p>BRNO/<p><strong>BRNO<\/strong>/' "$good" >"$dir/changed.xml"
check "$dir/changed.xml" --profile superdesk
has 'superdesk: a paragraph that begins with an element' "$dir/out" 'begins with an element.* \(p\)'
check "$good" --profile superdesk --now 2026-03-18T10:00:00+01:00
has 'superdesk: old news' "$dir/out" 'error: items older than two days'
sed 's/ version="2"//' "$good" >"$dir/changed.xml"
check "$dir/changed.xml" --profile superdesk
has 'superdesk: no version' "$dir/out" 'error: an item that does not state its version'
check "$good" --profile wordpress
has 'wordpress: messages only' "$dir/out" 'error: only a newsMessage is taken'
has 'wordpress: no embargo' "$dir/out" 'the embargo is not read'

# THE MANUAL
sed -n 's/^.X([A-Z_]*, \([EWI]\)[A-Z]*, "\([a-z-]*\)".*/\1-\2/p' src/item/check_rules.h | sort >"$dir/rules"
ok 'the rules are found' test "$(wc -l <"$dir/rules")" -gt 50
sed -n 's/^\.It Li \([EWI]-[a-z-]*\)$/\1/p' filters/nmlcheck.1 | sort >"$dir/listed"
same 'the manual lists them all' "$dir/rules" "$dir/listed"

# THE IPTC'S OWN EXAMPLES
#
# What is said of them is so, and why stands here: the file, the findings, the
# reason. The listings of the guide have no errors. Files that were made to test
# a schema say what it needs and no more: their guid is a word, their status,
# headline and content are left out, and their aliases made up.
cat >"$dir/explained" <<'E'
newsml-g2--examples_LISTING_17_*|W-deprecated|it refers to an item by guidref
newsml-g2--examples_LISTING_19_*|W-deprecated|it refers to an item by guidref
newsml-g2--examples_LISTING_20_*|W-deprecated|it refers to an item by guidref
newsml-g2--examples_LISTING_5_*|W-retired-code|it has irel:associatedWith, which is seeAlso today
newsml-g2--examples_LISTING_*||they are right
newsml-g2--examples_ap_metadata_example.xml|E-alias W-no-status|aliases of AP without its catalog
newsml-g2--examples_facet-example*|W-headline W-no-status|a text without a headline and a status
python-newsmlg2--*_002_*|E-date|a day of four digits, 2021-04-2102
python-newsmlg2--*_007_*|E-header-catalog W-catalog W-guid W-headline|items without a catalog, in a message with one
python-newsmlg2--*|E-alias E-inline-empty W-guid W-headline W-no-status|made for a test
iptc-newsml--*FIGHTERS.xml|E-alias E-alias-catalog E-date-order W-retired-code|Reuters: its own aliases undeclared, firstCreated a second late
iptc-newsml-g2--*_newsitem-001.xml|E-namespace E-part W-embargo-past W-headline|no namespace, no provider
newsml-g2--tests_*|E-alias E-alias-catalog E-conformance E-date-zone E-inline-empty E-item-class E-part E-qcode-address E-value W-catalog W-deprecated W-guid W-hash-type W-headline W-link-target W-no-status W-provider W-signal-first|made for a test of the schema
E

# explained FILE ID: whether the first line for such a file has it
explained()
{
	while IFS='|' read -r pattern expected _; do
		# shellcheck disable=SC2254 # a pattern, on purpose
		case $1 in
		$pattern)
			case " $expected " in *" $2 "*) return 0 ;; esac
			return 1
			;;
		esac
	done <"$dir/explained"
	return 1
}

if [ -d "$SHARED/corpus/newsml/iptc" ]; then
	files=0
	for file in "$SHARED"/corpus/newsml/iptc/*; do
		check "$file" --now 2025-01-01T00:00:00Z
		[ $status -eq 65 ] || files=$((files + 1))
		ids ''
		for id in $ids; do
			case $id in I-*) continue ;; esac
			explained "${file##*/}" "$id" || echo "${file##*/}: $id"
		done
	done >"$dir/unexplained"
	ok "all findings in $files files of the IPTC are explained" sh -c "cat '$dir/unexplained'; test ! -s '$dir/unexplained'"
	ok 'and there are enough of them' test "$files" -gt 80
	for file in "$SHARED"/corpus/newsml/samples/*.xml; do
		[ "${file##*/}" = min-xsd.xml ] && continue
		check "$file" --fail-on=warning
		status_is "${file##*/}" 0
	done

	# The IPTC's catalogs: each alias is known from the one to the other, for the scheme that the catalog gives it.
	i=0
	for file in "$SHARED"/schema/newsml/catalogs/*.xml; do
		i=$((i + 1))
		sed -n 's/.*<scheme[^>]* alias="\([^" ]*\) *"[^>]* uri="\([^"]*\)".*/\1 \2/p' "$file" >"$dir/aliases"
		for how in declared used; do
			echo "<newsItem guid=\"urn:a:$i$how\" standardversion=\"2.35\"><catalogRef href=\"http://www.iptc.org/std/catalog/${file##*/}\"/>"
			while read -r alias uri; do
				[ $how = used ] && echo "<a><subject qcode=\"$alias:x\"/></a>"
				[ $how = declared ] && echo "<catalog><scheme alias=\"$alias\" uri=\"$uri\"/></catalog>"
			done <"$dir/aliases"
			echo '</newsItem>'
		done
	done >"$dir/items"
	ok 'there are catalogs with aliases' test "$(grep -c '<subject' "$dir/items")" -gt 3000
	{
		echo '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
		cat "$dir/items"
		echo '</itemSet></newsMessage>'
	} >"$dir/message.xml"
	check "$dir/message.xml"
	is 'the aliases of the IPTC in all its catalogs' "$(grep -c 'E-alias\|I-remote' "$dir/out")" 0
	sed -i 's,newscodes/ninature/,newscodes/nature/,; s/"ninat:x"/"ninatt:x"/' "$dir/message.xml"
	check "$dir/message.xml"
	is 'and not others' "$(grep -c 'E-alias-twice' "$dir/out") $(grep -c 'E-alias\]' "$dir/out")" "$i $i"

	schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd
	# xmllint does not trim the date that has blanks around it, though the schema says so.
	sed '/<versionCreated>/N; s/> \(2026[^ ]*\)\n *</>\1</' "$good" >"$dir/changed.xml"
	ok 'the good item is good by the schema too' xmllint --nonet --noout --schema "$schema" "$dir/changed.xml"
else
	skip 'the examples of the IPTC' "no $SHARED"
fi
done_testing
