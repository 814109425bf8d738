#!/bin/sh
# A release's whole life: from Word to an item, embargoed, held and let go, sent in a message and taken out of it,
# corrected with a note that says what changed, and killed. Every version is valid and says what the guide wants.
. tests/lib.sh

schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd
# good NAME FILE [OPTION...]: the schema takes it, and so does nmlcheck
good()
{
	good_name=$1
	file=$2
	shift 2
	if [ -e "$schema" ]; then
		ok "$good_name: valid" xmllint --noout --nonet --schema "$schema" "$file"
	else
		skip "$good_name: valid" "no $schema here"
	fi
	ok "$good_name: nmlcheck finds nothing" "$BIN/nmlcheck" --fail-on=warning --now 2026-03-15T12:00:00Z "$@" "$file"
}

# at NAME FILE PATH WANT: what a path finds in a file; n:NAME is an element of that name
at()
{
	if ! command -v xmllint >/dev/null; then
		skip "$1" 'no xmllint here'
		return
	fi
	path=$(echo "$3" | sed 's/n:\([A-Za-z]*\)/*[local-name() = "\1"]/g')
	is "$1" "$(xmllint --nonet --xpath "$path" "$2" 2>&1)" "$4"
}

# The release, as Word has it
cat >"$dir/release.txt" <<'EOF'
Example Corp opens a plant in Brno

BRNO, 15 March 2026 - Example Corp has opened a plant in Brno that makes two thousand pumps a day. It gives work to 140 people.

"We are glad to be here," said Jana Nováková, managing director of Example Corp.

The plant cost 20 million euros. Building took two years.

Media contact: Petr Novák, Example Corp, tel. +420 500 555 012, petr.novak@example.com
EOF
"$BIN/txt2docx" -m provider='Example Corp' -o "$dir/release.docx" "$dir/release.txt"
run "$BIN/docx2nml" -o "$dir/draft.xml" "$dir/release.docx"
status_is 'Word to an item' 0
good 'the draft' "$dir/draft.xml"
at 'its headline' "$dir/draft.xml" 'string(//n:headline)' 'Example Corp opens a plant in Brno'

# Embargo
run "$BIN/nmlmeta" --set embargo=2026-03-16T08:00:00+01:00 --add 'editorial-note=Under embargo until Monday at 8' \
	-o "$dir/1.xml" "$dir/draft.xml"
status_is 'an embargo is set' 0
good 'under embargo' "$dir/1.xml"
at 'it is usable all the same' "$dir/1.xml" 'string(//n:pubStatus/@qcode)' stat:usable
run "$BIN/nmlgate" --at 2026-03-16T07:00:00+01:00 "$dir/1.xml"
refused 'an hour before, it is held' 75 'seconds to wait: 3600$'
run "$BIN/nmlgate" --at 2026-03-16T07:00:00Z "$dir/1.xml"
same 'at the minute it goes, as it is' "$dir/1.xml" "$dir/out"

# To an agency and out of its message
run "$BIN/nmlpack" --sender example.com --destination agency.example --now 2026-03-16T08:00:00+01:00 \
	-o "$dir/message.xml" "$dir/1.xml"
status_is 'a message' 0
good 'the message' "$dir/message.xml"
run "$BIN/nmlunpack" -O "$dir/agency" --name '{n}-{version}.xml' "$dir/message.xml"
is 'the agency takes it out' "$(cat "$dir/out")" 1-1.xml
same 'as it was sent' "$dir/1.xml" "$dir/agency/1-1.xml"
ok 'and can read it' sh -c "'$BIN/nml2txt' '$dir/agency/1-1.xml' | grep -q '^The plant cost 20 million euros'"

# A correction, out of the corrected Word file
later=2026-03-16T10:00:00+01:00
sed 's/20 million euros/30 million euros/; /^"We are glad/d' "$dir/release.txt" >"$dir/corrected.txt"
"$BIN/txt2docx" -m provider='Example Corp' -o "$dir/corrected.docx" "$dir/corrected.txt"
"$BIN/docx2nml" -o "$dir/corrected.xml" "$dir/corrected.docx"
run "$BIN/nmlrevise" --correct --from "$dir/corrected.xml" --diff --note 'The price was wrong' \
	--now $later -o "$dir/2.xml" "$dir/1.xml"
status_is 'a correction' 0
good 'the correction' "$dir/2.xml" --previous "$dir/1.xml"
at 'of the same item' "$dir/2.xml" 'string(/*/@guid)' "$(sed -n 's/.* guid="\([^"]*\)".*/\1/p' "$dir/1.xml" | head -n 1)"
at 'is version 2' "$dir/2.xml" 'string(/*/@version)' 2
at 'and says that it corrects' "$dir/2.xml" 'string(//n:signal/@qcode)' sig:correction
at 'which version' "$dir/2.xml" 'string(//n:link[contains(@rel, "previousVersion")]/@version)' 1
at 'why' "$dir/2.xml" 'count(//n:edNote[contains(., "The price was wrong")]) > 0' true
has 'and what: the old word' "$dir/2.xml" '<edNote.*20'
has 'the new word' "$dir/2.xml" '<edNote.*30'
has 'and the sentence that is gone' "$dir/2.xml" '<edNote.*We are glad to be here'
"$BIN/nml2txt" "$dir/2.xml" >"$dir/2.txt"
"$BIN/nml2txt" "$dir/corrected.xml" >"$dir/want"
same 'its text is the corrected one' "$dir/want" "$dir/2.txt"
run "$BIN/nmlpack" --now $later -o "$dir/both.xml" "$dir/1.xml" "$dir/2.xml"
good 'both versions in a message' "$dir/both.xml"
run "$BIN/nmlunpack" --item "$(sed -n 's/.* guid="\([^"]*\)".*/\1/p' "$dir/1.xml" | head -n 1)" "$dir/both.xml"
same 'the newest is the correction' "$dir/2.xml" "$dir/out"

# The kill
run "$BIN/nmlrevise" --kill --note 'Sent by mistake' --now 2026-03-17T10:00:00+01:00 -o "$dir/3.xml" "$dir/2.xml"
status_is 'a kill' 0
good 'the kill' "$dir/3.xml" --previous "$dir/2.xml"
at 'is version 3' "$dir/3.xml" 'string(/*/@version)' 3
at 'canceled' "$dir/3.xml" 'string(//n:pubStatus/@qcode)' stat:canceled
run "$BIN/nmlgate" --at 2026-03-17T10:00:00Z "$dir/3.xml"
refused 'may never be published' 77 'canceled'
run "$BIN/nmlgate" --withdrawals "$dir/3.xml"
same 'but goes out to those who have the item' "$dir/3.xml" "$dir/out"
run "$BIN/nmlrevise" --update --now 2026-03-18T10:00:00+01:00 "$dir/3.xml"
refused 'and nothing comes after it' 65 'cancel'

# All of it in one pipe
"$BIN/docx2nml" "$dir/release.docx" | "$BIN/nmlmeta" --set embargo=2026-03-16T08:00:00+01:00 |
	"$BIN/nmlgate" --at 2026-03-16T08:00:00+01:00 | "$BIN/nmlrevise" --correct --from "$dir/corrected.xml" --diff --now $later |
	"$BIN/nmlpack" | "$BIN/nmlunpack" --item 1 | "$BIN/nml2txt" >"$dir/out"
same 'as one pipe' "$dir/want" "$dir/out"
done_testing
