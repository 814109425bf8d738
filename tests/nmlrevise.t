#!/bin/sh
# nmlrevise: the life of an item, version by version; what the guide forbids is refused.
. tests/lib.sh

revise=$BIN/nmlrevise
ns='xmlns="http://iptc.org/std/nar/2006-10-01/"'
now=2026-03-16T09:00:00+01:00

# item STATUS EXTRA BODY: an item as agencies send it
item()
{
	cat <<END
<?xml version="1.0" encoding="UTF-8"?>
<newsItem $ns guid="urn:newsml:example.com:20260315:1"
	standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
	<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
	<itemMeta>
		<itemClass qcode="ninat:text"/>
		<provider><name>Example</name></provider>
		<versionCreated>2026-03-15T08:00:00+01:00</versionCreated>
		$1
		<edNote>Standing note</edNote>
		$2
	</itemMeta>
	<contentMeta>
		<headline>A plant</headline>
	</contentMeta>
	<contentSet>
		<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A plant</title></head><body>$3</body></html></inlineXML>
	</contentSet>
</newsItem>
END
}
usable='<pubStatus qcode="stat:usable"/>'
item "$usable" '' '<h1>A plant</h1><p>One.</p>' >"$dir/1.xml"

# changes NAME WANT FILE OPTION...: WANT is what diff(1) says between the file and its next version, without blanks
changes()
{
	changes_name=$1
	changes_want=$2
	changes_file=$3
	shift 3
	run "$revise" --now $now "$@" "$changes_file"
	diff "$changes_file" "$dir/out" | grep '^[<>]' | sed 's/^\([<>]\)[[:blank:]]*/\1/' >"$dir/diff"
	printf '%s\n' "$changes_want" >"$dir/want"
	if [ "$status" -ne 0 ]; then
		status_is "$changes_name" 0
	else
		same "$changes_name" "$dir/want" "$dir/diff"
	fi
}

# VERSIONS

root='standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en"'
changes 'an update' "<$root>
>$root version=\"2\">
<<versionCreated>2026-03-15T08:00:00+01:00</versionCreated>
><versionCreated>$now</versionCreated>
><firstCreated>2026-03-15T08:00:00+01:00</firstCreated>
><signal qcode=\"sig:update\"/>
><link rel=\"irel:previousVersion\" residref=\"urn:newsml:example.com:20260315:1\" version=\"1\"/>
><contentModified>$now</contentModified>" "$dir/1.xml" --update
"$revise" --now $now --correct --note 'The name & more' "$dir/1.xml" >"$dir/2.xml"
has 'a correction says so' "$dir/2.xml" '^		<signal qcode="sig:correction"/>$'
has 'and why' "$dir/2.xml" "^		<edNote modified=\"2026-03-16T09:00:00.01:00\">The name &amp; more</edNote>$"
now=2026-03-17T09:00:00+01:00
changes 'the version after that' "<$root version=\"2\">
>$root version=\"3\">
<<versionCreated>2026-03-16T09:00:00+01:00</versionCreated>
><versionCreated>$now</versionCreated>
<<edNote modified=\"2026-03-16T09:00:00+01:00\">The name &amp; more</edNote>
<<signal qcode=\"sig:correction\"/>
<<link rel=\"irel:previousVersion\" residref=\"urn:newsml:example.com:20260315:1\" version=\"1\"/>
><signal qcode=\"sig:update\"/>
><link rel=\"irel:previousVersion\" residref=\"urn:newsml:example.com:20260315:1\" version=\"2\"/>
<<contentModified>2026-03-16T09:00:00+01:00</contentModified>
><contentModified>$now</contentModified>" "$dir/2.xml" --update
run "$revise" --update --now 2026-03-01T00:00Z "$dir/2.xml"
has 'never earlier than the former' "$dir/out" '<versionCreated>2026-03-16T09:00:00\+01:00<'
has 'which is warned of' "$dir/err" 'later than now; kept \[W-clock\]'
run "$revise" --update "$dir/1.xml"
has 'the time is warned of when it is the past' "$dir/err" 'W-clock'
run env SOURCE_DATE_EPOCH=1800000000 "$revise" --update "$dir/1.xml"
has 'SOURCE_DATE_EPOCH is the time' "$dir/out" '<versionCreated>2027-01-15T08:00:00Z<'
run "$revise" --correct --now $now "$dir/1.xml"
has 'a correction without a reason is warned of' "$dir/err" 'W-note'

# STATES

# state ACTION FROM TO PATTERN: TO is empty where the action is refused
state()
{
	item "$2" '' '' >"$dir/state.xml"
	run "$revise" --now $now "$1" --note x "$dir/state.xml"
	if [ -n "$3" ]; then
		has "$1 of $2" "$dir/out" "$3"
	else
		refused "$1 of $2" 65 "$4"
	fi
}
withheld='<pubStatus qcode="stat:withheld"/>'
canceled='<pubStatus qcode="stat:canceled"/>'
final='the item is canceled, and nothing follows that: a new text needs a new guid$'
state --update '' 'sig:update' ''
state --update "$usable" "$usable" ''
state --update "$withheld" "$withheld" ''
state --update "$canceled" '' "$final"
state --correct "$usable" "$usable" ''
state --correct "$withheld" "$withheld" ''
state --correct "$canceled" '' "$final"
state --kill '' "$canceled" ''
state --kill "$usable" "$canceled" ''
state --kill "$withheld" "$canceled" ''
state --kill "$canceled" '' "$final"
state --withhold '' "$withheld" ''
state --withhold "$usable" "$withheld" ''
state --withhold "$withheld" '' 'the item is withheld already$'
state --withhold "$canceled" '' "$final"
state --release '' '' 'the item is usable and has no embargo: nothing to release$'
state --release "$usable" '' 'nothing to release$'
state --release "$withheld" "$usable" ''
state --release "$canceled" '' "$final"
state --update '<pubStatus qcode="stat:cancelled"/>' '' 'the status "stat:cancelled|cancelled" is none of usable'
state --kill '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/usable"/>' "$canceled" ''
state --kill '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>' '' "$final"
item "$usable" '' '' | sed 's/stat:/own:/;s|<itemMeta>|<catalog><scheme alias="own" uri="http://cv.iptc.org/newscodes/pubstatusg2/"/></catalog>&|' >"$dir/own.xml"
run "$revise" --now $now --withhold "$dir/own.xml"
has 'by whatever alias' "$dir/out" '<pubStatus qcode="own:withheld"/>'
item "$usable" '' '' | sed '/catalogRef/d' >"$dir/bare.xml"
run "$revise" --now $now --update "$dir/bare.xml"
has 'without a catalog by the address' "$dir/out" '<signal uri="http://cv.iptc.org/newscodes/signal/update"/>'
has 'the link too' "$dir/out" '<link reluri="http://cv.iptc.org/newscodes/itemrelation/previousVersion"'

# EMBARGO

embargoed='<embargoed>2026-04-01T06:00:00+02:00</embargoed>'
item "$embargoed$usable" '<edNote>EMBARGO 1 April</edNote>' '<p class="x embargo">EMBARGO 1 April</p><p>One.</p>' >"$dir/embargo.xml"
run "$revise" --now $now --release "$dir/embargo.xml"
lacks 'a release ends the embargo' "$dir/out" 'embargo' -iE
has 'and nothing else' "$dir/out" 'Standing note'
item "$embargoed$withheld" '' '' >"$dir/embargo.xml"
run "$revise" --now $now --release "$dir/embargo.xml"
has 'what is withheld is usable first' "$dir/out" '<embargoed>2026-04-01T06:00:00\+02:00</embargoed><pubStatus qcode="stat:usable"/>'
has 'which is said' "$dir/err" 'the embargo \(2026-04-01T06:00:00\+02:00\) stays; --release once more ends it \[W-embargo-kept\]'

# A NEW TEXT

cat >"$dir/old.txt" <<'END'
A plant opens in Brno

BRNO, 15 March 2026 – Example Corp opened a plant with 200 jobs today. It is the third one.

"We are glad," said Jan Novak, the director.

Another paragraph that stays as it is.

END
sed 's/ in Brno/ near Brno/;s/200 jobs today/250 new jobs/;s/^"We.*/The works were built in two years.\n\nThe mayor came too./' "$dir/old.txt" >"$dir/new.txt"
"$BIN/txt2nml" "$dir/old.txt" >"$dir/old.xml" 2>/dev/null
"$BIN/txt2nml" "$dir/new.txt" >"$dir/new.xml" 2>/dev/null
run "$revise" --now $now --correct --note 'Jobs' --from "$dir/new.xml" --diff "$dir/old.xml"
status_is 'a new text' 0
cp "$dir/out" "$dir/revised.xml"
guid=$("$BIN/nmlmeta" --get guid "$dir/old.xml")
is 'the guid stays' "$("$BIN/nmlmeta" --get guid "$dir/revised.xml")" "$guid"
is 'the text is the new one' "$("$BIN/nml2txt" "$dir/revised.xml")" "$("$BIN/nml2txt" "$dir/new.xml")"
is 'and so is the headline' "$("$BIN/nmlmeta" --get headline "$dir/revised.xml")" 'A plant opens near Brno'
cat >"$dir/want" <<'END'
Jobs
The headline "A plant opens in Brno" becomes "A plant opens near Brno".
In paragraph 1, "200 jobs today." becomes "250 new jobs.".
The former paragraph 2 is taken out: «"We are glad," said Jan Novak, the director.».
Paragraph 2 is new: "The works were built in two years.".
Paragraph 3 is new: "The mayor came too.".
END
grep 'edNote' "$dir/revised.xml" | sed 's/<br\/>/\n/g;s/<[^>]*>//g;s/^[[:blank:]]*//' >"$dir/note"
same 'the note says what changed' "$dir/want" "$dir/note"
run "$revise" --now $now --update --from "$dir/old.xml" --diff "$dir/old.xml"
lacks 'nothing changed: no note' "$dir/out" 'edNote'
run "$revise" --now $now --update --from "$dir/new.xml" "$dir/1.xml"
has 'an item of others gets the roles that the new text has' "$dir/out" 'rel="wc:recognised"'
lacks 'and not the genre, which its editors gave it or not' "$dir/out" '<genre'
has 'with their catalog' "$dir/out" '<scheme alias="wc" uri="urn:x-wirecopy:"/>'
has 'and keeps the rest' "$dir/out" 'Standing note'
item "$usable" '' '' | sed 's/<newsItem/<n:newsItem/;s/<\/newsItem/<\/n:newsItem/;s/ xmlns=/ xmlns:n=/;s/<\(\/*\)\([a-zA-Z]*Meta\|itemClass\|provider\|name\|versionCreated\|pubStatus\|edNote\|headline\|contentSet\|inlineXML\|catalogRef\)/<\1n:\2/g' \
	>"$dir/prefix.xml"
run "$revise" --now $now --update --note x --from "$dir/new.xml" "$dir/prefix.xml"
has 'an item with prefixes: the text brings its namespace' "$dir/out" '<contentSet xmlns="http://iptc.org/std/nar/2006-10-01/">'
has 'the rest has the prefix' "$dir/out" '<n:signal qcode="sig:update"/>'
is 'and its text is the new one' "$("$BIN/nml2txt" "$dir/out" 2>/dev/null | tail -n 1)" 'Another paragraph that stays as it is.'
sed 's|</inlineXML>|&<inlineData contenttype="text/plain">A plant</inlineData><remoteContent href="plant.jpg"/>|' "$dir/1.xml" >"$dir/renditions.xml"
run "$revise" --now $now --update --from "$dir/new.xml" "$dir/renditions.xml"
has 'another rendition of the former text goes: a warning' "$dir/err" ': inlineData of the former text goes with it \[W-rendition\]$'
has 'so does a file beside it' "$dir/err" ': remoteContent plant.jpg of the former text goes with it \[W-rendition\]$'
is 'and no more is said' "$(grep -c W-rendition "$dir/err")" 2
run "$revise" --now $now --update --from "$dir/new.xml" "$dir/1.xml"
lacks 'the body alone: nothing to warn of' "$dir/err" 'W-rendition'
{
	cat "$dir/old.txt"
	echo 'Embargo: 1 April 2027, 06:00 UTC'
} >"$dir/held.txt"
"$BIN/txt2nml" --meta embargo=2027-04-01T06:00Z "$dir/old.txt" >"$dir/held.xml" 2>/dev/null
run "$revise" --now $now --update --from "$dir/held.xml" "$dir/old.xml"
has 'an embargo comes with the text' "$dir/out" '<embargoed>2027-04-01T06:00:00Z</embargoed>'
has 'which is said' "$dir/err" 'brings an embargo with it: 2027-04-01T06:00:00Z \[W-embargo-kept\]'
run "$revise" --now $now --update --from "$dir/old.xml" "$dir/held.xml"
has 'and does not go with one' "$dir/out" '<embargoed>2027-04-01T06:00:00Z</embargoed>'

# REFUSED

run "$revise" "$dir/1.xml"
refused 'nothing to do' 64 'want one of --update, --correct, --kill, --withhold and --release'
run "$revise" --update --kill "$dir/1.xml"
refused 'two things at once' 64 'at a time'
run "$revise" --kill --from "$dir/new.xml" "$dir/1.xml"
refused 'a new text for a kill' 64 'is an update or a correction'
run "$revise" --update --diff "$dir/1.xml"
refused 'a difference to nothing' 64 'compares with a new text'
run "$revise" --update --note '' "$dir/1.xml"
refused 'an empty note' 64 'want a line of text'
run "$revise" --update --now 2026-03-15T08:00 "$dir/1.xml"
refused 'a time without a zone' 64 'want a time with its zone'
run "$revise" --update --from "$dir/none.xml" "$dir/1.xml"
refused 'a new text that is not there' 66 'none.xml'
sed '/<contentSet>/,/<\/contentSet>/d' "$dir/1.xml" >"$dir/textless.xml"
run "$revise" --now $now --update --from "$dir/textless.xml" "$dir/1.xml"
refused 'no text to take' 65 'textless.xml: 2:1: the item has no contentSet'
sed 's/newsItem/conceptItem/g' "$dir/1.xml" >"$dir/concept.xml"
run "$revise" --now $now --update --from "$dir/new.xml" "$dir/concept.xml"
refused 'a text for what has none' 65 'a conceptItem has no text$'
sed 's/ guid="[^"]*"//' "$dir/1.xml" >"$dir/guidless.xml"
run "$revise" --update "$dir/guidless.xml"
refused 'no guid' 65 'has no guid'
sed 's/ guid=/ version="x"&/' "$dir/1.xml" >"$dir/version.xml"
run "$revise" --update "$dir/version.xml"
refused 'no number' 65 'the version "x" is no number'

# VALID

schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd
if [ -f "$schema" ] && command -v xmllint >/dev/null; then
	find "$SHARED/corpus/newsml" -type f | sort | xargs xmllint --noout --nonet --schema "$schema" 2>&1 |
		sed -n 's/ validates$//p' | awk 'NR % 4 == 1' >"$dir/valid"
	n=0
	while read -r file; do
		n=$((n + 1))
		"$revise" -q --now $now --item all --kill "$file" >"$dir/kill$n.xml" 2>/dev/null || rm "$dir/kill$n.xml"
		"$revise" -q --now $now --item 1 --correct --from "$dir/new.xml" --diff "$file" >"$dir/from$n.xml" 2>/dev/null ||
			rm "$dir/from$n.xml"
	done <"$dir/valid"
	ok 'items of the corpus are revised' test "$(find "$dir" -name 'from*.xml' | wc -l)" -gt 10
	ok 'what was valid stays valid' sh -c "xmllint --noout --nonet --schema '$schema' '$dir/revised.xml' '$dir'/kill*.xml '$dir'/from*.xml"
else
	skip 'what was valid stays valid' 'no schema, or no xmllint'
fi
done_testing
