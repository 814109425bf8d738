#!/bin/sh
# nmlunpack: the items of a message to files, byte for byte, under names that are safe whatever the items hold.
. tests/lib.sh

nar=http://iptc.org/std/nar/2006-10-01/
# item GUID VERSION [CONTENT]
item()
{
	printf '<newsItem xmlns="%s" guid="%s" version="%s">\n  <itemMeta><versionCreated>2026-03-15T08:05:09+01:00</versionCreated></itemMeta>%s\n</newsItem>' \
		$nar "$1" "$2" "${3-}"
}

# message ITEM...
message()
{
	printf '<newsMessage xmlns="%s"><header><sent>2026-03-15T08:00:00Z</sent></header><itemSet>\n' $nar
	printf '%s\n' "$@"
	printf '</itemSet></newsMessage>\n'
}

# There and back
declaration='<?xml version="1.0" encoding="UTF-8"?>'
{
	echo "$declaration"
	item urn:a:1 1 '<contentMeta><headline> One
 &amp; only </headline></contentMeta>'
	echo
} >"$dir/1.xml"
{
	echo "$declaration"
	item urn:a:2 7 | sed 's/newsItem/packageItem/g'
	echo
} >"$dir/2.xml"
"$BIN/nmlpack" -o "$dir/message.xml" "$dir/1.xml" "$dir/2.xml"
run "$BIN/nmlunpack" -O "$dir/out1" "$dir/message.xml"
status_is 'a message' 0
printf 'urn_a_1-1.xml\nurn_a_2-7.xml\n' >"$dir/want"
same 'says the names' "$dir/want" "$dir/out"
is 'the files, and nothing else' "$(ls -A "$dir/out1" | tr '\n' ' ')" 'urn_a_1-1.xml urn_a_2-7.xml '
same 'the first as it was packed' "$dir/1.xml" "$dir/out1/urn_a_1-1.xml"
same 'the second too' "$dir/2.xml" "$dir/out1/urn_a_2-7.xml"
run "$BIN/nmlunpack" -O "$dir/single" <"$dir/1.xml"
same 'an item alone' "$dir/1.xml" "$dir/single/urn_a_1-1.xml"
program=$(cd "$BIN" && pwd)/nmlunpack
here=$PWD
mkdir "$dir/here"
cd "$dir/here" || exit 1
"$program" ../message.xml >/dev/null
cd "$here" || exit 1
same 'without -O the files are here' "$dir/1.xml" "$dir/here/urn_a_1-1.xml"
(umask 027 && "$BIN/nmlunpack" -O "$dir/mode" "$dir/message.xml" >"$dir/names")
is 'their permissions are those of the umask' "$(stat -c %a "$dir/mode/urn_a_1-1.xml")" 640
run "$BIN/nmlunpack" -O "$dir/mode" -o "$dir/names" "$dir/message.xml"
same '-o has the names' "$dir/want" "$dir/names"

# Looking, and taking one
run "$BIN/nmlunpack" --list "$dir/message.xml"
printf '1\turn:a:1\t1\tOne & only\n2\turn:a:2\t7\t\n' >"$dir/want"
same '--list' "$dir/want" "$dir/out"
run "$BIN/nmlunpack" --item 2 "$dir/message.xml"
same '--item by number' "$dir/2.xml" "$dir/out"
run "$BIN/nmlunpack" --item urn:a:1 "$dir/message.xml"
same '--item by guid' "$dir/1.xml" "$dir/out"
message "$(item urn:v 9)" "$(item urn:v 10)" "$(item urn:v 2)" >"$dir/versions.xml"
run "$BIN/nmlunpack" --item urn:v "$dir/versions.xml"
has 'the newest of its versions' "$dir/out" 'version="10"'
for wrong in 0 3 -1 urn:a; do
	run "$BIN/nmlunpack" --item "$wrong" "$dir/message.xml"
	refused "--item $wrong" 65 'there is no item'
done
run "$BIN/nmlunpack" --item all "$dir/message.xml"
refused '--item all' 64 'want a number from 1, or a guid'
message "$(item 'urn:a&#x9b;b' '1&#9;2' '<contentMeta><headline>a&#x9b;b&#x202e;c</headline></contentMeta>')" >"$dir/odd.xml"
run "$BIN/nmlunpack" --list "$dir/odd.xml"
is 'a list steers no terminal' "$(cat "$dir/out")" "$(printf '1\turn:a?b\t1?2\ta?b?c')"

# names NAME PATTERN WANT ITEM...: the names that the items get
names()
{
	names_name=$1
	pattern=$2
	want=$3
	shift 3
	message "$@" >"$dir/names.xml"
	rm -rf "$dir/names"
	mkdir "$dir/names"
	run "$BIN/nmlunpack" -O "$dir/names" --name "$pattern" "$dir/names.xml"
	is "$names_name" "$(tr '\n' ' ' <"$dir/out")" "$want "
	is "$names_name: nothing else is there" "$(find "$dir/names" ! -type d | wc -l)" "$#"
}

full=$(item urn:a:1 3 '<contentMeta><slugline>fire/Brno</slugline><headline>Požár v Brně: „Nic&#160;nezůstalo“</headline></contentMeta>' |
	sed 's/ guid/ xml:lang="cs" guid/')
names 'all fields' '{kind} {n} {guid} {version} {date} {time} {slug} {lang}.xml' \
	'newsItem 1 urn_a_1 3 2026-03-15 080509 fire_Brno cs.xml' "$full"
names 'a headline with its letters' '{headline}.xml' 'Požár_v_Brně_Nic_nezůstalo_.xml' "$full"
names 'in Hindi' '{headline}' 'दिल्ली' "$(item a 1 '<contentMeta><headline>दिल्ली</headline></contentMeta>')"
names 'what is not there' '{guid}-{slug}-{lang}.xml' 'no-guid-no-slug-no-lang.xml' "$(item ' ' 1)"
names 'numbers sort' '{n}' '01 02 03 04 05 06 07 08 09 10' "$full" "$full" "$full" "$full" "$full" "$full" "$full" "$full" "$full" "$full"
names 'a name that comes again' '{guid}.xml' 'a.xml a-2.xml a-2-2.xml a-3.xml A-4.xml' \
	"$(item a 1)" "$(item a 2)" "$(item a-2 1)" "$(item a 3)" "$(item A 1)"

# Names from an enemy
# shellcheck disable=SC2016 # nothing is to expand
for guid in ../../x /etc/passwd .. . ./x .profile -rf 'a/../../b' '&#x2e;&#x2f;x' 'C:\x' 'x&#10;y' 'a&#x202e;b' '~' '$(x)' '*' 'CON|>x' \
	'&#x85;x' '&#x200b;' '&#xfeff;x' '&#xe000;'; do
	message "$(item "$guid" 1)" >"$dir/enemy.xml"
	rm -rf "$dir/enemy"
	run "$BIN/nmlunpack" -O "$dir/enemy" --name '{guid}' "$dir/enemy.xml"
	ok "guid $guid: one safe name in the folder" sh -c "
		cat '$dir/err' '$dir/out'; test $status -eq 0 &&
		test \"\$(find '$dir/enemy' -type f | wc -l)\" -eq 1 && grep -qxE '[A-Za-z0-9_+@][A-Za-z0-9_.+@-]*' '$dir/out' &&
		test -f '$dir/enemy/'\"\$(cat '$dir/out')\""
done
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "ž" }' >"$dir/long"
message "$(item "$(cat "$dir/long")" 1)" "$(item "$(cat "$dir/long")x" 1)" "$(item "$(cat "$dir/long")" 1)" >"$dir/enemy.xml"
run "$BIN/nmlunpack" -O "$dir/longs" "$dir/enemy.xml"
is 'long names are cut to fit' "$(awk '{ print length($0) }' "$dir/out" | tr '\n' ' ')" '199 199 200 '
has 'on whole characters, with a hash and the suffix' "$dir/out" '^(ž)+-[0-9a-f]{8}\.xml$'
is 'so that two are two' "$(sort -u "$dir/out" | wc -l) $(ls "$dir/longs" | wc -l)" '3 3'

# A file that is there
run "$BIN/nmlunpack" -O "$dir/out1" "$dir/message.xml"
status_is 'the same files again' 0
is 'and no trace of it' "$(ls -A "$dir/out1" | wc -l)" 2
echo mine >"$dir/out1/urn_a_2-7.xml"
rm "$dir/out1/urn_a_1-1.xml"
run "$BIN/nmlunpack" -O "$dir/out1" "$dir/message.xml"
refused 'another file of that name' 73 'out1/urn_a_2-7.xml is there already, and another file'
is 'stays, and nothing is written' "$(ls -A "$dir/out1") $(cat "$dir/out1/urn_a_2-7.xml")" 'urn_a_2-7.xml mine'
rm "$dir/out1/urn_a_2-7.xml"
echo target >"$dir/target"
ln -s ../target "$dir/out1/urn_a_1-1.xml"
run "$BIN/nmlunpack" -O "$dir/out1" "$dir/message.xml"
refused 'a symbolic link of that name' 73 'is there already'
is 'is not followed' "$(cat "$dir/target")" target
rm "$dir/out1/urn_a_1-1.xml"
mkfifo "$dir/out1/urn_a_1-1.xml"
run "$BIN/nmlunpack" -O "$dir/out1" "$dir/message.xml"
refused 'a pipe of that name' 73 'is there already'
run "$BIN/nmlunpack" -O "$dir/message.xml" "$dir/message.xml"
refused 'a folder that is a file' 73 'cannot open'
run "$BIN/nmlunpack" -O "$dir/no/such" "$dir/message.xml"
refused 'a folder in no folder' 73 'cannot create'

# What an item has from around it
cat >"$dir/prefixes.xml" <<EOF
<newsMessage xmlns="$nar" xmlns:x="http://example.com/x" xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xml:lang="cs" xsi:schemaLocation="a b">
<header/><itemSet xmlns:x="http://example.com/x2">
<newsItem guid="1"><x:y xsi:type="x:z"/></newsItem>
<newsItem xmlns="" xmlns:x="http://example.com/mine" xml:lang="en" guid="2"/>
</itemSet></newsMessage>
EOF
run "$BIN/nmlunpack" --item 1 "$dir/prefixes.xml"
has 'declarations and language come along' "$dir/out" \
	"^<newsItem xmlns:x=\"http://example.com/x2\" xmlns=\"$nar\" xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xml:lang=\"cs\" guid=\"1\"><x:y xsi:type=\"x:z\"/></newsItem>\$"
run "$BIN/nmlunpack" --item 2 "$dir/prefixes.xml"
has 'but for those of its own' "$dir/out" \
	"^<newsItem xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns=\"\" xmlns:x=\"http://example.com/mine\" xml:lang=\"en\" guid=\"2\"/>\$"

# Encodings
message "$(item urn:e 1 '<contentMeta><headline>Žluťoučký</headline></contentMeta>')" | iconv -f UTF-8 -t UTF-16 >"$dir/utf-16.xml"
run "$BIN/nmlunpack" --item 1 "$dir/utf-16.xml"
has 'UTF-16 becomes UTF-8' "$dir/out" '<headline>Žluťoučký</headline>'

# What is refused
run "$BIN/nmlunpack" -O "$dir/empty" --list --item 1 "$dir/message.xml"
refused '--list and --item' 64 'do not go together'
for wrong in '{guid' '{who}.xml' 'a/{guid}' '.{guid}' '-{guid}' '' "$(printf 'a\tb')" "$(printf '\377')"; do
	run "$BIN/nmlunpack" --name "$wrong" "$dir/message.xml"
	refused "--name '$wrong'" 64 'want'
done
message >"$dir/empty.xml"
run "$BIN/nmlunpack" -O "$dir/empty" "$dir/empty.xml"
refused 'a message without items' 65 'the message holds no items'
head -c 300 "$dir/message.xml" >"$dir/cut.xml"
run "$BIN/nmlunpack" -O "$dir/empty" "$dir/cut.xml"
refused 'a cut message' 65 'not well-formed'
is 'leaves no file' "$(ls -A "$dir/empty")" ''
run sh -c "exec '$BIN/nmlunpack' -O '$dir/full' '$dir/message.xml' >/dev/full"
refused 'a full disk for the names' 74 'cannot write standard output'
done_testing
