#!/bin/sh
# A real Czech release, as it came: broken paragraph, hyphen for a dash, everything of a contact on one line.
. tests/lib.sh

release=$SHARED/corpus/releases/cs-01.txt
schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd
if [ ! -e "$release" ]; then
	skip 'the Czech release' "no $release here"
	done_testing
fi
run "$BIN/txt2nml" "$release"
status_is 'txt2nml converts it' 0
item=$dir/item.xml
cp "$dir/out" "$item"
ok 'the item is valid NewsML-G2' xmllint --noout --nonet --schema "$schema" "$item"

# what NAME XPATH WANT: a value of the item
what()
{
	is "$1" "$(xmllint --xpath "$2" "$item" 2>/dev/null)" "$3"
}
name() { printf '*[local-name()="%s"]' "$1"; }

what 'headline' "string(//$(name contentMeta)/$(name headline))" \
	'Úřad vlády ČR a Liberecký kraj podepsaly Memorandum o spolupráci'
what 'headline in the text' "string(//$(name inlineXML)//$(name h1))" \
	'Úřad vlády ČR a Liberecký kraj podepsaly Memorandum o spolupráci'
what 'language' "string(//$(name contentMeta)/$(name language)/@tag)" cs
what 'dateline' "string(//$(name contentMeta)/$(name dateline))" 'Praha/Liberec, 17. 5. 2019'
ok 'its date' sh -c "xmllint --xpath 'string(//$(name contentMeta)/$(name contentCreated))' '$item' | grep -q '^2019-05-17'"
ok 'both its places' sh -c "test \"\$(xmllint --xpath 'count(//$(name contentMeta)/$(name located))' '$item')\" -ge 1"
what 'contact: name' "string(//$(name contactInfo)/ancestor::*[$(name name)][1]/$(name name))" 'Petr Syrůček'
what 'contact: e-mail' "string(//$(name contactInfo)/$(name email))" syrucek.petr@vlada.cz
what 'contact: phone' "translate(string(//$(name contactInfo)/$(name phone)), ' ', '')" 702159658
ok 'source' sh -c "xmllint --xpath '//$(name infoSource)|//$(name provider)' '$item' | grep -q 'Úřad vlády České republiky'"

# The text: each paragraph whole, each quote whole.
run "$TREE/txt2tree" "$release"
cp "$dir/out" "$dir/tree"
has 'the headline has its role' "$dir/tree" '^head 1 headline$'
has 'the date line has its role' "$dir/tree" '^para date-line$'
has 'the dateline has its role' "$dir/tree" '"Praha/Liberec.*role=(dateline|place)'
has 'the lead has its role' "$dir/tree" '^para lead$'
has 'the contact is a section' "$dir/tree" '^section contact$'
has 'its name' "$dir/tree" '"Petr Syrůček" role=contact-name'
has 'its phone' "$dir/tree" '"702 159 658" role=contact-phone'
has 'its e-mail' "$dir/tree" '"syrucek.petr@vlada.cz" role=contact-email'
has 'the source has its role' "$dir/tree" '^para source$'
for speaker in 'David Beňák' 'Martin Půta' 'Pavel Svoboda'; do
	has "$speaker speaks" "$dir/tree" "\"$speaker\" role=speaker"
done
# The text alone, a paragraph a line
"$BIN/nml2txt" --links=none "$item" >"$dir/text"
has 'the first quote is whole' "$dir/text" '„Jsem velice rád, že .*podporujících sociální integraci, plánování a sociální služby,“ řekl'
has 'the second quote is whole' "$dir/text" '„Uvědomujeme si, že .*před problémy, které existují,“ prohlásil'
has 'the third quote is whole' "$dir/text" '„Věřím, že podpisem Memoranda .*z evropských strukturálních fondů,“ upozornil Pavel Svoboda\.$'
run "$TREE/txt2tree" "$release"
has 'that the paragraph was broken is said' "$dir/err" 'M-broken-paragraph'
is 'the lead and the body have their paragraphs' "$(grep -cE '^para( lead)?$' "$dir/tree")" 12
for to in html docx; do
	run "$BIN/txt2$to" "$release"
	status_is "txt2$to converts it" 0
	cp "$dir/out" "$dir/file"
	"$TREE/${to}2tree" "$dir/file" 2>"$dir/err" >"$dir/back"
	same "and it comes back from $to" "$dir/tree" "$dir/back"
done
done_testing
