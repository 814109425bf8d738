#!/bin/sh
# nmlmeta: metadata shown and changed; what is not named stays as it is, byte for byte.
. tests/lib.sh

meta=$BIN/nmlmeta
item=$dir/item.xml
cat >"$item" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.com:20260315:1" version='3'
          standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en-GB">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
  <catalog><scheme alias="own" uri="http://example.com/cv/"/></catalog>
  <rightsInfo>
    <copyrightHolder><name>Example &amp; Co</name></copyrightHolder>
  </rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider literal="EX"/>
    <versionCreated>2026-03-15T08:00:00+01:00</versionCreated>
    <embargoed/>
    <pubStatus qcode="stat:usable" />
    <!-- two notes -->
    <edNote role="own:one">Call<br/>first</edNote>
    <edNote>Second</edNote>
    <link rel="irel:previousVersion" residref="urn:newsml:example.com:20260315:1" version="2"/>
  </itemMeta>
  <contentMeta>
    <urgency>4</urgency>
    <language tag="en-GB"/>
    <keyword>water</keyword>
    <keyword>land</keyword>
    <subject qcode="own:1"><name>Water</name></subject>
    <headline how="howextr:tool">A &lt;plant&gt;</headline>
    <headline role="own:subtitle">200 jobs</headline>
  </contentMeta>
  <contentSet>
    <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A &lt;plant></title></head>
      <body><h1>A <b>&lt;plant&gt;</b></h1><p>Text</p></body></html></inlineXML>
  </contentSet>
</newsItem>
END

# AS IT IS

run "$meta" "$item"
status_is 'no options' 0
same 'no options: no change' "$item" "$dir/out"
run "$meta" --set keyword=water --add keyword=land --set urgency=4 --set status=usable --set version=3 --set embargo=hold \
	--set headline='A <plant>' --add subject=own:1 --set version-created=2026-03-15T08:00+01:00 "$item"
same 'values that are there already: no change' "$item" "$dir/out"
printf '<newsItem/>' >"$dir/small.xml"
run "$meta" <"$dir/small.xml"
same 'standard input, without an end of line' "$dir/small.xml" "$dir/out"
if [ -d "$SHARED/corpus/newsml" ]; then
	mkdir "$dir/corpus"
	for folder in "$SHARED"/corpus/newsml/*/; do
		copy=$dir/corpus/$(basename "$folder")
		mkdir "$copy"
		for file in "$folder"*; do
			"$meta" -q "$file" >"$copy/${file##*/}" 2>"$dir/err"
		done
	done
	ok 'every file of the corpus' diff -rq "$SHARED/corpus/newsml" "$dir/corpus"
else
	skip 'every file of the corpus' "no $SHARED/corpus/newsml"
fi

# SHOWN

cat >"$dir/want" <<'END'
Headline: A <plant>
Subheadline: 200 jobs
Guid: urn:newsml:example.com:20260315:1
Version: 3
Language: en-GB
Version-created: 2026-03-15T08:00:00+01:00
Embargo: hold
Status: usable
Urgency: 4
Provider-id: EX
Keyword: water
Keyword: land
Subject: Water <own:1>
Copyright-holder: Example & Co
Editorial-note: Call first
Editorial-note: Second
END
run "$meta" --list "$item"
same 'as text' "$dir/want" "$dir/out"
cat >"$dir/want" <<'END'
{"headline":"A <plant>","subheadline":["200 jobs"],"guid":"urn:newsml:example.com:20260315:1","version":3,"language":"en-GB","version-created":"2026-03-15T08:00:00+01:00","embargo":"hold","status":"usable","urgency":4,"provider-id":"EX","keyword":["water","land"],"subject":[{"name":"Water","qcode":"own:1"}],"copyright-holder":"Example & Co","editorial-note":["Call first","Second"]}
END
run "$meta" --format json "$item"
same 'as JSON' "$dir/want" "$dir/out"
is 'one key' "$("$meta" --get keyword "$item" | tr '\n' ' ')" 'water land '
is 'a key without a value' "$("$meta" --get slugline "$item")" ''

# CHANGED

# change NAME WANT OPTION...: WANT is what diff(1) says, its lines without blanks around
change()
{
	change_name=$1
	change_want=$2
	shift 2
	run "$meta" "$@" "$item"
	diff "$item" "$dir/out" | grep '^[<>]' | sed 's/^\([<>]\) */\1/' >"$dir/diff"
	printf '%s\n' "$change_want" >"$dir/want"
	if [ "$status" -ne 0 ]; then
		status_is "$change_name" 0
	else
		same "$change_name" "$dir/want" "$dir/diff"
	fi
}

change 'a text' '<<keyword>water</keyword>
<<keyword>land</keyword>
><keyword>soil &amp; sun</keyword>' --set keyword='soil & sun'
change 'several' '<<keyword>water</keyword>
<<keyword>land</keyword>
><keyword>a</keyword>
><keyword>b</keyword>
><keyword>c</keyword>' --set keyword=a --set keyword=b --set keyword=c
change 'one more' '><keyword>sun</keyword>' --add keyword=sun --add keyword=land
change 'one less' '<<keyword>water</keyword>' --remove keyword=water
change 'none left' '<<keyword>water</keyword>
<<keyword>land</keyword>' --remove keyword
change 'another for one' '<<keyword>land</keyword>
><keyword>sun</keyword>' --remove keyword=land --add keyword=sun
change 'the headline, and where the text repeats it' '<<headline how="howextr:tool">A &lt;plant&gt;</headline>
><headline>Two plants</headline>
<<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A &lt;plant></title></head>
<<body><h1>A <b>&lt;plant&gt;</b></h1><p>Text</p></body></html></inlineXML>
><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Two plants</title></head>
><body><h1>Two plants</h1><p>Text</p></body></html></inlineXML>' --set headline='Two plants'
change 'the sub-headline' '<<headline role="own:subtitle">200 jobs</headline>
><headline role="own:subtitle">300 jobs</headline>' --set subheadline='300 jobs'
change 'a number in the other quotes' "<<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:newsml:example.com:20260315:1\" version='3'
><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:newsml:example.com:20260315:1\" version=\"4\"" --set version=4
change 'an embargo' '<<embargoed/>
><embargoed>2026-03-16T06:00:00+01:00</embargoed>' --set embargo='2026-03-16 06:00 +01:00'
change 'the status keeps its form' '<<pubStatus qcode="stat:usable" />
><pubStatus qcode="stat:withheld" />' --set status=withheld
change 'the provider gets a name' '<<provider literal="EX"/>
><provider literal="EX"><name>Example</name></provider>' --set provider=Example
change 'and another code' '<<provider literal="EX"/>
><provider uri="https://example.com/"/>' --set provider-id=https://example.com/
change 'what the schema demands stays' '<<provider literal="EX"/>
><provider/>' --remove provider-id
change 'in the order of the schema' '><firstCreated>2026-03-14T08:00:00Z</firstCreated>
><title>T</title>
><signal qcode="sig:update"/>' --set signal=sig:update --set title=T --set first-created=2026-03-14T08:00Z
change 'a concept by its address' '><genre uri="http://cv.example.org/"><name>N</name></genre>' \
	--add genre='N <http://cv.example.org/>'
change 'terms of our own are declared' '><catalog><scheme alias="wc" uri="urn:x-wirecopy:"/></catalog>
><itemMetaExtProperty rel="wc:canonical" value="https://example.com/1"/>' --set canonical=https://example.com/1
change 'links that tie versions stay' '><link rel="irel:seeAlso" href="https://example.com/1"/>' --set link=https://example.com/1
change 'a group that was not there' '><copyrightNotice>(c) 2026</copyrightNotice>' --add copyright-notice='(c) 2026'
change 'a subject by its code' '<<subject qcode="own:1"><name>Water</name></subject>' --remove subject=own:1

run "$meta" --set headline=H "$dir/small.xml"
is 'groups of an item that has none' "$(cat "$dir/out")" \
	'<newsItem><contentMeta><headline>H</headline></contentMeta></newsItem>'
run "$meta" --add subject='Land <medtop:1>' "$dir/small.xml"
is "an alias of the IPTC's that the item does not declare" "$(cat "$dir/out")" \
	'<newsItem><contentMeta><subject uri="http://cv.iptc.org/newscodes/mediatopic/1"><name>Land</name></subject></contentMeta></newsItem>'
printf '<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/">\r\n\t<n:itemMeta/>\r\n</n:newsItem>\r\n' >"$dir/prefix.xml"
run "$meta" --set title=T --set keyword=K --add usage-terms=U "$dir/prefix.xml"
printf '<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/">\r\n\t<n:rightsInfo>\r\n\t\t<n:usageTerms>U</n:usageTerms>\r
\t</n:rightsInfo>\r\n\t<n:itemMeta>\r\n\t\t<n:title>T</n:title>\r\n\t</n:itemMeta>\r\n\t<n:contentMeta>\r
\t\t<n:keyword>K</n:keyword>\r\n\t</n:contentMeta>\r\n</n:newsItem>\r\n' >"$dir/want"
same 'prefix, indentation and line ends as in the file' "$dir/want" "$dir/out"
printf '<?xml version="1.0" encoding="iso-8859-2"?>\n<newsItem><contentMeta><keyword>\350</keyword></contentMeta></newsItem>' >"$dir/latin2.xml"
run "$meta" --add keyword=ž "$dir/latin2.xml"
is 'another encoding becomes UTF-8, and says so' "$(cat "$dir/out")" '<?xml version="1.0" encoding="UTF-8"?>
<newsItem><contentMeta><keyword>č</keyword><keyword>ž</keyword></contentMeta></newsItem>'
run "$meta" "$dir/latin2.xml"
same 'but without changes it stays' "$dir/latin2.xml" "$dir/out"

sed 's|<catalog>.*|<catalogRef href="http://example.com/catalog.xml"/>|' "$item" >"$dir/foreign.xml"
run "$meta" --add subject=foo:1 "$dir/foreign.xml"
has 'an alias that a foreign catalog may declare' "$dir/out" '<subject qcode="foo:1"/>'
has 'is warned of' "$dir/err" '5:3: warning: "foo" is taken to be declared .* \[W-alias\]'

# MESSAGES

{
	echo '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
	for n in 1 2; do echo "<newsItem guid=\"urn:$n\"><contentMeta><keyword>k$n</keyword></contentMeta></newsItem>"; done
	echo '</itemSet></newsMessage>'
} >"$dir/message.xml"
is 'all are shown' "$("$meta" --list "$dir/message.xml")" 'Guid: urn:1
Keyword: k1

Guid: urn:2
Keyword: k2'
is 'each an object' "$("$meta" --format json "$dir/message.xml" | tail -n 1)" '{"guid":"urn:2","keyword":["k2"]}'
run "$meta" --set keyword=x "$dir/message.xml"
refused 'a change must say which' 65 '^nmlmeta: .*3:1: there are several items: --item'
is 'by number' "$("$meta" --item 2 --set keyword=x "$dir/message.xml" | grep -c '<keyword>x')" 1
is 'by guid' "$("$meta" --item urn:1 --set keyword=x "$dir/message.xml" | grep 'keyword>x' | grep -c urn:1)" 1
is 'all' "$("$meta" --item all --set keyword=x "$dir/message.xml" | grep -c 'keyword>x')" 2
run "$meta" --item 3 --list "$dir/message.xml"
refused 'one that is not there' 65 'there is no item 3'
run "$meta" --item urn:3 --list "$dir/message.xml"
refused 'a guid that is not there' 65 'there is no item with the guid urn:3'

# TOPICS

cat >"$dir/topics.json" <<'END'
{"conceptSet": [
 {"qcode": "medtop:1", "prefLabel": {"en-GB": "Plants", "se": "Växter", "cs": "Rostliny"}},
 {"qcode": "medtop:2", "prefLabel": {"en-GB": "industry", "de": "Industrie", "fr": "industrie"}},
 {"qcode": "medtop:3", "prefLabel": {"de": "Plants"}},
 {"qcode": "medtop:4", "retired": "2020", "prefLabel": {"en-GB": "Coal"}}]}
END
change 'a topic by its label in any language' '><subject qcode="medtop:2"><name xml:lang="en-GB">industry</name></subject>' \
	--topics "$dir/topics.json" --topic INDUSTRIE
change 'the language of the item decides between two' '><subject qcode="medtop:1"><name xml:lang="en-GB">Plants</name></subject>' \
	--topics "$dir/topics.json" --topic plants
change 'a code gets its label' '><subject qcode="medtop:1"><name xml:lang="en-GB">Plants</name></subject>' \
	--topics "$dir/topics.json" --add subject=medtop:1
sed 's/en-GB/cs/g' "$item" >"$dir/czech.xml"
has 'in the language of the item' "$dir/czech.xml" 'xml:lang="cs"'
is 'a label in the language of the item' "$("$meta" --topics "$dir/topics.json" --topic Växter "$dir/czech.xml" | grep medtop)" \
	'    <subject qcode="medtop:1"><name xml:lang="cs">Rostliny</name></subject>'
printf '# own topics\nown:7\tŘeky\nown:8\tLakes\ten\nown:9\tlakes\ten\n' >"$dir/topics.tsv"
change 'lines of codes and labels' '><subject qcode="own:7"><name>Řeky</name></subject>' --topics "$dir/topics.tsv" --topic řeky

# topic_refused NAME STATUS PATTERN OPTION...
topic_refused()
{
	topic_name=$1
	topic_status=$2
	topic_pattern=$3
	shift 3
	run "$meta" "$@" "$item"
	refused "$topic_name" "$topic_status" "$topic_pattern"
}
topic_refused 'a label of two topics' 64 'several topics: own:8 \(Lakes, en\), own:9 \(lakes, en\)$' \
	--topics "$dir/topics.tsv" --topic LAKES
topic_refused 'a slip' 64 'no topic is labelled "industy"; near it are medtop:2 \(industry, en-GB\)$' \
	--topics "$dir/topics.json" --topic industy
topic_refused 'nothing near' 64 'no topic is labelled "xyzzy", or near it$' --topics "$dir/topics.json" --topic xyzzy
topic_refused 'a retired topic' 64 'the topic "coal" is retired: medtop:4' --topics "$dir/topics.json" --topic coal
topic_refused 'no vocabulary' 64 'topic wants a vocabulary' --topic industry
printf 'no tab\n' >"$dir/bad.tsv"
topic_refused 'no vocabulary in the file' 65 'bad.tsv: line 1: not a line of the form qcode, tab, label' --topics "$dir/bad.tsv" --topic x
printf '{"a": 1}' >"$dir/bad.json"
topic_refused 'JSON without topics' 65 'bad.json: not a vocabulary' --topics "$dir/bad.json" --topic x
printf '{"a": ' >"$dir/bad.json"
topic_refused 'half a JSON' 65 'bad.json: not JSON' --topics "$dir/bad.json" --topic x
if [ -d "$SHARED/vocabularies" ]; then
	run "$meta" --topics "$SHARED/vocabularies/iptc-mediatopics-2019.json" --topic Umweltpolitik "$item"
	has "the IPTC's file" "$dir/out" '<subject qcode="medtop:20000423"><name xml:lang="en-GB">environmental politics</name></subject>'
else
	skip "the IPTC's file" "no $SHARED/vocabularies"
fi

# REFUSED

# value_refused OPTION VALUE PATTERN [STATUS]
value_refused()
{
	run "$meta" "$1" "$2" "$item"
	refused "$1 $2" "${4:-64}" "$3"
}
value_refused --set nokey=1 'no such key'
value_refused --set keyword 'want KEY=VALUE'
value_refused --set keyword= 'want a line of text'
value_refused --set "keyword=$(printf '\001')" 'want a line of text'
value_refused --set "keyword=$(printf '\377')" 'want a line of text'
value_refused --set urgency=10 'want 1 \(high\) to 9'
value_refused --set version=0 'want a whole number'
value_refused --set status=cancelled 'want usable, withheld or canceled'
value_refused --set embargo=2026-03-16T06:00 'want a time with its zone'
value_refused --set version-created=2026-03-16 'want a time with its zone'
value_refused --set date=2026-13-01 'want a day'
value_refused --set language=cz 'want a language tag'
value_refused --set link='http://a b' 'want an address'
value_refused --set subject='X <y>' 'want Name <alias:code>'
value_refused --add subject=foo:1 '2:1: foo:1: no catalog of the item declares "foo"$' 65
value_refused --add headline=x 'there is a headline already' 65
value_refused --remove version-created 'must have its version-created' 65
value_refused --remove guid 'must have its guid' 65
run "$meta" --set title=a --set title=b "$item"
refused 'two values for one' 64 'the key has only one value'
run "$meta" --list --set title=a "$item"
refused 'show and change' 64 'show metadata or change it'
run "$meta" --remove keyword=none "$item"
same 'to remove what is not there changes nothing' "$item" "$dir/out"
has 'and is warned of' "$dir/err" 'no keyword to remove: none \[W-no-value\]'
sed 's/newsItem/conceptItem/g' "$item" >"$dir/concept.xml"
run "$meta" --set byline=B "$dir/concept.xml"
refused 'what that kind of item does not have' 65 'a conceptItem has no byline'
printf '<newsItem><a></newsItem>' | run "$meta"
refused 'what is not well-formed' 65 'not well-formed'
printf '<!DOCTYPE a><newsItem/>' | run "$meta" --list
refused 'a document type' 65 'document type declaration is not allowed'
printf '<NewsML/>' | run "$meta" --list
refused 'NewsML 1' 65 'NewsML 1.x, not NewsML-G2'

# VALID

schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd
if [ -f "$schema" ] && command -v xmllint >/dev/null; then
	find "$SHARED/corpus/newsml" -type f | sort | xargs xmllint --noout --nonet --schema "$schema" 2>&1 |
		sed -n 's/ validates$//p' | awk 'NR % 3 == 1' >"$dir/valid"
	n=0
	while read -r file; do
		n=$((n + 1))
		"$meta" -q --item all --set title=T --set language=de --set date=2026-01-01 --set modified=2026-01-01T10:00Z \
			--set first-created=2026-01-01T10:00+01:00 --set embargo=hold --set status=withheld --set provider=P --set provider-id=x \
			--add editorial-note=E --add signal=sig:update --set canonical=https://example.com/ --add creator=C \
			--set copyright-holder=H --add copyright-notice=N --add usage-terms=U "$file" >"$dir/first$n.xml" 2>/dev/null ||
			rm "$dir/first$n.xml"
		"$meta" -q --item all --set headline=H --add subheadline=S --set dateline=D --set byline=B --add place=P --set credit=R \
			--set genre='G <genre:Wrap>' --set keyword=K --set subject=medtop:1 --set slugline=S --set description=D --set urgency=9 \
			--remove editorial-note --remove signal --remove title "$file" >"$dir/second$n.xml" 2>/dev/null ||
			rm "$dir/second$n.xml"
	done <"$dir/valid"
	ok 'items of the corpus are changed' test "$(find "$dir" -name 'second*.xml' | wc -l)" -gt 20
	ok 'what was valid stays valid' sh -c "xmllint --noout --nonet --schema '$schema' '$dir'/first*.xml '$dir'/second*.xml"
else
	skip 'what was valid stays valid' 'no schema, or no xmllint'
fi
done_testing
