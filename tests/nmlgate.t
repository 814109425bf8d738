#!/bin/sh
# nmlgate: what may go out goes out byte for byte, what may not does not, and the line says how long to wait.
. tests/lib.sh

ns='xmlns="http://iptc.org/std/nar/2006-10-01/"'
# item META: a small item with that in its itemMeta
item()
{
	printf '<newsItem %s guid="urn:a:1" version="1"><itemMeta>%s</itemMeta></newsItem>\n' "$ns" "$1"
}

at=2026-03-15T08:00:00+01:00
# gate NAME STATUS PATTERN META [OPTION...]
gate()
{
	gate_name=$1
	want=$2
	pattern=$3
	item "$4" >"$dir/item.xml"
	shift 4
	run "$BIN/nmlgate" --at $at "$@" "$dir/item.xml"
	if [ "$want" -eq 0 ]; then
		status_is "$gate_name: passes" 0
		same "$gate_name: as it came" "$dir/item.xml" "$dir/out"
	else
		refused "$gate_name: $want" "$want" "$pattern"
	fi
}

gate 'no embargo' 0 '' ''
gate 'an embargo that is over' 0 '' '<embargoed>2026-03-15T07:59:59+01:00</embargoed>'
gate 'one that ends now' 0 '' '<embargoed> 2026-03-15T08:00:00+01:00
</embargoed>'
gate 'one in another zone' 0 '' '<embargoed>2026-03-15T02:00:00-05:00</embargoed>'
gate 'one for another second' 75 '^nmlgate: .*item.xml: 1:[0-9]+: an embargo until 2026-03-15T07:00:01Z; seconds to wait: 1$' \
	'<embargoed>2026-03-15T07:00:01Z</embargoed>'
gate 'one for part of a second' 75 'seconds to wait: 1$' '<embargoed>2026-03-15T07:00:00.001Z</embargoed>'
gate 'a fraction of nothing' 0 '' '<embargoed>2026-03-15T07:00:00.000Z</embargoed>'
gate 'one for a year' 75 'seconds to wait: 31536000$' '<embargoed>2027-03-15T08:00:00+0100</embargoed>'
gate 'one in a wrong namespace' 75 'seconds to wait: 3600$' '<embargoed xmlns="">2026-03-15T08:00:00Z</embargoed>'
gate 'two: the later holds' 75 'seconds to wait: 7200$' \
	'<embargoed>2026-03-15T09:00:00Z</embargoed><embargoed>2026-03-15T08:00:00Z</embargoed>'
gate 'an empty one' 75 'without an end; seconds to wait: indefinite$' '<embargoed/>'
gate 'one of blanks' 75 'indefinite$' '<embargoed> <!-- soon --> </embargoed>'
gate 'one that is over, without a zone' 65 'the embargo has no time zone: 2020-01-01T00:00:00$' \
	'<embargoed>2020-01-01T00:00:00</embargoed>'
gate 'a day alone' 65 'the embargo is no time: 2020-01-01$' '<embargoed>2020-01-01</embargoed>'
gate 'words' 65 'the embargo is no time: soon$' '<embargoed>soon</embargoed>'
gate 'a day that is not' 65 'the embargo is no time' '<embargoed>2020-02-30T00:00:00Z</embargoed>'
gate 'usable' 0 '' '<pubStatus qcode="stat:usable"/>'
gate 'withheld' 75 'the item is withheld; seconds to wait: indefinite$' '<pubStatus qcode="stat:withheld"/>'
gate 'canceled' 77 'the item is canceled' '<pubStatus qcode="stat:canceled"/>'
gate 'canceled, as an address' 77 'the item is canceled' \
	'<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'
gate 'canceled, under embargo' 77 'the item is canceled' '<embargoed/><pubStatus qcode="s:cancelled"/>'
gate 'a status that nobody knows' 65 'unknown status: approved$' '<pubStatus qcode="stat:approved"/>'
gate 'canceled, with --withdrawals' 0 '' '<embargoed/><pubStatus qcode="stat:canceled"/>' --withdrawals
gate 'withheld, with --withdrawals' 0 '' '<pubStatus qcode="stat:withheld"/>' --withdrawals
gate 'usable, with --withdrawals' 75 'indefinite$' '<embargoed/><pubStatus qcode="stat:usable"/>' --withdrawals

# Messages
{
	printf '<newsMessage %s><header><sent>2026-03-15T08:00:00Z</sent></header><itemSet>' "$ns"
	item '<embargoed>2026-03-15T08:00:00Z</embargoed>'
	item '<embargoed>2026-03-15T09:00:00Z</embargoed>' | sed 's/newsItem/packageItem/g'
	item ''
	echo '</itemSet></newsMessage>'
} >"$dir/message.xml"
run "$BIN/nmlgate" --at $at "$dir/message.xml"
refused 'a message waits for all its items' 75 'message.xml: 2:.*seconds to wait: 7200$'
run "$BIN/nmlgate" --at 2026-03-15T09:00:00Z "$dir/message.xml"
same 'and passes when all may' "$dir/message.xml" "$dir/out"
sed 's|<embargoed>2026-03-15T08|<pubStatus qcode="stat:canceled"/>&|' "$dir/message.xml" >"$dir/canceled.xml"
run "$BIN/nmlgate" --at $at "$dir/canceled.xml"
refused 'one canceled item stops it' 77 'canceled'
sed 's|<newsItem|<story/>&|' "$dir/message.xml" >"$dir/odd.xml"
run "$BIN/nmlgate" "$dir/odd.xml"
refused 'what is no item stops it' 65 '<story> is no item'

# Bytes as they came, in any encoding
item '<provider literal="Škoda"/>' | sed '1i <?xml version="1.0" encoding="UTF-16"?>' | iconv -f UTF-8 -t UTF-16 >"$dir/utf-16.xml"
run "$BIN/nmlgate" "$dir/utf-16.xml"
same 'UTF-16 passes as it came' "$dir/utf-16.xml" "$dir/out"
printf '\357\273\277<?xml version="1.0"?>\r\n%s\r\n<!-- end -->' "$(item '')" >"$dir/crlf.xml"
run "$BIN/nmlgate" "$dir/crlf.xml"
same 'a byte order mark, line ends and comments too' "$dir/crlf.xml" "$dir/out"
printf '<?xml version="1.0" encoding="windows-1250"?>%s' "$(item '<edNote>\232</edNote><embargoed/>')" >"$dir/1250.xml"
run "$BIN/nmlgate" "$dir/1250.xml"
refused 'another encoding is read' 75 'indefinite'

# Other input
run "$BIN/nmlgate" "$dir/none.xml"
refused 'no file' 66 'cannot open'
printf '<newsItem %s><itemMeta>' "$ns" >"$dir/cut.xml"
run "$BIN/nmlgate" "$dir/cut.xml"
refused 'a cut item' 65 'cut off'
printf '<newsItem %s guid="a"/>' "$ns" >"$dir/empty.xml"
run "$BIN/nmlgate" "$dir/empty.xml"
refused 'an item without itemMeta' 65 'has no itemMeta'
printf '<NewsML/>' >"$dir/1.xml"
run "$BIN/nmlgate" "$dir/1.xml"
refused 'NewsML 1.x' 65 'NewsML 1.x, not NewsML-G2'
printf '<!DOCTYPE a><a/>' >"$dir/doctype.xml"
run "$BIN/nmlgate" "$dir/doctype.xml"
refused 'a document type' 65 'document type'

# Time
run "$BIN/nmlgate" --at 2026-03-15T08:00 "$dir/item.xml"
refused '--at without a zone' 64 'want a time with its zone'
item '<embargoed>2019-03-15T09:00:00Z</embargoed>' >"$dir/item.xml"
SOURCE_DATE_EPOCH=0
run "$BIN/nmlgate" "$dir/item.xml"
status_is 'the clock counts, not SOURCE_DATE_EPOCH' 0
item '<embargoed>9999-01-01T00:00:00Z</embargoed>' >"$dir/item.xml"
echo old >"$dir/old"
run "$BIN/nmlgate" -q -o "$dir/old" "$dir/item.xml"
refused 'what waits says so under -q too' 75 'seconds to wait: [0-9]+$'
is 'and -o leaves the old file' "$(cat "$dir/old")" old
done_testing
