#!/bin/sh
# nmlpack: items to one message, each byte for byte, with a header that the schema takes.
. tests/lib.sh

nar=http://iptc.org/std/nar/2006-10-01/
schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd
# item GUID VERSION [ATTRIBUTES [CONTENT]]: a small valid item
item()
{
	printf '<newsItem xmlns="%s" guid="%s" version="%s" standard="NewsML-G2" standardversion="2.35" conformance="power"%s>\n' \
		$nar "$1" "$2" "${3-}"
	printf '  <itemMeta><itemClass qcode="ninat:text"/><provider><name>A &amp; B</name></provider>'
	printf '<versionCreated>2026-03-15T08:00:00Z</versionCreated></itemMeta>%s\n</newsItem>' "${4-}"
}

# valid NAME FILE
valid()
{
	if [ -e "$schema" ]; then
		ok "$1: valid" xmllint --noout --nonet --schema "$schema" "$2"
	else
		skip "$1: valid" "no $schema here"
	fi
}

pack()
{
	run "$BIN/nmlpack" --now 2026-03-15T09:31:00+01:00 "$@"
}

# Items and header
item urn:a:1 1 >"$dir/1.xml"
{
	printf '\357\273\277<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- ours -->\r\n'
	item urn:a:2 1 | sed 's/ version/\t version/'
	printf '\r\n<!-- end -->\n'
} >"$dir/2.xml"
item urn:a:1 2 | sed 's/newsItem/packageItem/g' >"$dir/3.xml"
pack --sender 'A & B' --destination agency.example --channel 'A < B' --destination other --priority 4 \
	--origin Brno "$dir/1.xml" "$dir/2.xml"
status_is 'two items' 0
valid 'two items' "$dir/out"
cp "$dir/out" "$dir/two.xml"
{
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="%s">\n  <header>\n' $nar
	printf '    <sent>2026-03-15T09:31:00+01:00</sent>\n    <sender>A &amp; B</sender>\n'
	grep -aE '^    <transmitId>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}</transmitId>$' "$dir/out"
	printf '    <priority>4</priority>\n    <origin>Brno</origin>\n    <destination>agency.example</destination>\n'
	printf '    <channel>A &lt; B</channel>\n    <destination>other</destination>\n  </header>\n  <itemSet>\n'
	cat "$dir/1.xml"
	echo
	item urn:a:2 1 | sed 's/ version/\t version/'
	printf '\n  </itemSet>\n</newsMessage>\n'
} >"$dir/want"
same 'the message' "$dir/want" "$dir/two.xml"
pack "$dir/1.xml"
has 'without options the header has what it must' "$dir/out" '<transmitId>'
valid 'one item without options' "$dir/out"
pack <"$dir/1.xml"
has 'standard input' "$dir/out" 'guid="urn:a:1"'

# The message's own name
pack --sender 'A & B' --destination agency.example --channel 'A < B' --destination other --priority 4 \
	--origin Brno "$dir/1.xml" "$dir/2.xml"
same 'the same call, the same message' "$dir/two.xml" "$dir/out"
id()
{
	grep -a transmitId "$1"
}
pack --sender 'A & C' --destination agency.example --channel 'A < B' --destination other --priority 4 \
	--origin Brno "$dir/1.xml" "$dir/2.xml"
ok 'another header, another id' test "$(id "$dir/out")" != "$(id "$dir/two.xml")"
pack "$dir/1.xml"
id "$dir/out" >"$dir/one"
run "$BIN/nmlpack" --now 2026-03-15T09:32:00+01:00 "$dir/1.xml"
ok 'another time, another id' test "$(id "$dir/out")" != "$(cat "$dir/one")"
pack --transmit-id here:1 "$dir/1.xml"
has 'an id that is given' "$dir/out" '<transmitId>here:1</transmitId>'
run "$BIN/nmlpack" "$dir/1.xml"
has 'SOURCE_DATE_EPOCH is the time' "$dir/out" '<sent>2019-03-15T08:00:00Z</sent>'

# Which items may come together
pack "$dir/1.xml" "$dir/3.xml"
status_is 'two versions and two kinds' 0
valid 'two versions and two kinds' "$dir/out"
pack "$dir/1.xml" "$dir/2.xml" "$dir/1.xml"
refused 'one item twice' 65 '1.xml: 1:1: an item of this guid and version is in .*1.xml, line 1, too: urn:a:1 version 1$'
item urn:a:1 01 >"$dir/01.xml"
pack "$dir/1.xml" "$dir/01.xml"
refused 'version 01 is version 1' 65 'too: urn:a:1'
item urn:a:1 1 | sed 's/ version="1"//' >"$dir/no-version.xml"
pack "$dir/1.xml" "$dir/no-version.xml"
refused 'and so is none' 65 'too: urn:a:1'
item urn:a:4 1 '' '<contentMeta id="x"/>' >"$dir/4.xml"
item urn:a:5 1 '' '<contentMeta id="x"/>' >"$dir/5.xml"
pack "$dir/4.xml" "$dir/5.xml"
status_is 'one id in two items' 0
has 'is warned of' "$dir/err" '5.xml: 2:.*the id "x" is in another item too .*4.xml.*\[W-id\]$'
pack "$dir/4.xml" "$dir/1.xml"
ok 'and one in one is not' test ! -s "$dir/err"

# Messages as input
pack "$dir/two.xml" "$dir/3.xml"
valid 'a message and an item' "$dir/out"
is 'its items are taken over, its header is not' "$(grep -c 'guid=' "$dir/out") $(grep -c '<sender>' "$dir/out")" '3 0'
"$BIN/nmlpack" --now 2026-03-15T09:31:00+01:00 "$dir/1.xml" "$dir/2.xml" >"$dir/a"
"$BIN/nmlpack" --now 2026-03-15T09:31:00+01:00 "$dir/two.xml" >"$dir/b"
same 'a message packed again is the same' "$dir/a" "$dir/b"

# Namespaces
cat >"$dir/prefixes.xml" <<EOF
<n:newsMessage xmlns:n="$nar" xmlns:x="http://example.com/x" xmlns:y='http://example.com/y' xml:lang="cs">
<n:header xmlns:z="http://example.com/z"/>
<n:itemSet xmlns:x="http://example.com/x2">
<n:newsItem guid="urn:n:1" x:a="1"><n:itemMeta y:b="2"/><none/></n:newsItem>
<n:newsItem xmlns:y="http://example.com/mine" xml:lang="en" guid="urn:n:2"><n:itemMeta y:b="2"/></n:newsItem>
</n:itemSet>
</n:newsMessage>
EOF
pack "$dir/prefixes.xml"
has 'what is inherited is declared, the nearest first' "$dir/out" \
	"^<n:newsItem xmlns:x=\"http://example.com/x2\" xmlns:n=\"$nar\" xmlns:y='http://example.com/y' xml:lang=\"cs\" xmlns=\"\" guid=\"urn:n:1\" x:a=\"1\"><n:itemMeta y:b=\"2\"/><none/></n:newsItem>\$"
has 'but not what the item says itself' "$dir/out" \
	"^<n:newsItem xmlns:x=\"http://example.com/x2\" xmlns:n=\"$nar\" xmlns=\"\" xmlns:y=\"http://example.com/mine\" xml:lang=\"en\" guid=\"urn:n:2\">"
ok 'and all of it is well-formed' xmllint --noout --nonet "$dir/out"

# Encodings
item urn:a:6 1 '' '<contentMeta><headline>Žluťoučký kůň</headline></contentMeta>' |
	sed '1i <?xml version="1.0" encoding="windows-1250"?>' | iconv -f UTF-8 -t WINDOWS-1250 >"$dir/1250.xml"
item urn:a:7 1 '' '<contentMeta><headline>Ďábelské ódy</headline></contentMeta>' | iconv -f UTF-8 -t UTF-16LE >"$dir/utf-16.xml"
pack "$dir/1250.xml" "$dir/utf-16.xml"
has 'windows-1250' "$dir/out" '<headline>Žluťoučký kůň</headline>'
has 'and UTF-16 become UTF-8' "$dir/out" '<headline>Ďábelské ódy</headline>'
valid 'encodings' "$dir/out"

# What is refused
for wrong in '<newsItem guid="a"><itemMeta/></newsItem>|not in the namespace of NewsML-G2' \
	"<newsItem xmlns='$nar'><itemMeta/></newsItem>|the item has no guid" \
	"<newsMessage xmlns='$nar'><header/><itemSet/></newsMessage>|the message holds no items" \
	'<NewsML/>|NewsML 1.x, not NewsML-G2' '<a/>|the root element is <a>' '<a>|not well-formed' ' |empty|not XML'; do
	printf '%s' "${wrong%%|*}" >"$dir/wrong.xml"
	pack "$dir/1.xml" "$dir/wrong.xml"
	refused "refused: ${wrong%%|*}" 65 "wrong.xml: .*(${wrong#*|})"
done
pack "$dir/1.xml" "$dir/none.xml"
refused 'a file that is not there' 66 'none.xml: cannot open'
for wrong in '--priority 0' '--priority 10' '--priority high' '--now 2026-03-15T08:00' '--now soon'; do
	# shellcheck disable=SC2086 # two words, on purpose
	run "$BIN/nmlpack" $wrong "$dir/1.xml"
	refused "$wrong" 64 "^nmlpack: $wrong: want"
done
run "$BIN/nmlpack" --sender "$(printf 'a\377')" "$dir/1.xml"
refused 'a sender that is not UTF-8' 64 'want text in UTF-8'

# Many: the time grows with their number
awk 'BEGIN {
	print "<newsMessage xmlns=\"'$nar'\"><header/><itemSet>"
	for (i = 0; i < 20000; i++) print "<newsItem guid=\"urn:m:" i "\"><itemMeta id=\"i" i "\"/></newsItem>"
	print "</itemSet></newsMessage>" }' >"$dir/many.xml"
pack "$dir/many.xml"
is 'twenty thousand items' "$(grep -c 'guid=' "$dir/out")" 20000

# What items inherit has bounds: a small input must not become a large output.
awk 'BEGIN {
	printf "<newsMessage xmlns=\"'$nar'\" xmlns:a=\"http://example.com/"
	for (i = 0; i < 100000; i++) printf "a"
	print "\"><header/><itemSet>"
	for (i = 0; i < 1000; i++) print "<newsItem guid=\"" i "\"/>"
	print "</itemSet></newsMessage>" }' >"$dir/long.xml"
pack "$dir/long.xml"
refused 'a long namespace for many items' 65 'inherit from the message comes to more than'
awk 'BEGIN {
	printf "<newsMessage xmlns=\"'$nar'\""
	for (i = 0; i < 100; i++) printf " xmlns:p%d=\"u\"", i
	print "><header/><itemSet><newsItem guid=\"a\"/></itemSet></newsMessage>" }' >"$dir/hundred.xml"
pack "$dir/hundred.xml"
refused 'a hundred namespaces' 65 'more than 64 namespaces'
# Of an item as deep as a file may be no message can be made that is read again.
nested()
{
	item urn:a:9 1 '' "<contentSet><inlineXML><x xmlns=\"urn:x\">$(awk -v n="$1" 'BEGIN {
		for (i = 0; i < n; i++) printf "<y>"
		for (i = 0; i < n; i++) printf "</y>"
	}')</x></inlineXML></contentSet>"
}
nested 250 >"$dir/deep.xml"
pack --sender a "$dir/deep.xml"
status_is 'an item that is 254 deep' 0
cp "$dir/out" "$dir/message.xml"
run "$BIN/nmlunpack" --list "$dir/message.xml"
status_is 'comes out again' 0
nested 251 >"$dir/deep.xml"
pack --sender a "$dir/deep.xml"
refused 'a deeper one is refused' 65 'more than 256 deep'
done_testing
