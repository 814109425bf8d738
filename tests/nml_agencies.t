#!/bin/sh
# Items of agencies and of IPTC: each text converts, keeps all of its metadata by HTML and DOCX, and comes back valid.
. tests/lib.sh

schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd
corpus=$SHARED/corpus/newsml
if [ ! -d "$corpus" ] || [ ! -e "$schema" ]; then
	skip 'items of agencies' "no $corpus here"
	done_testing
fi

# words: those of two letters or more, of ASCII; attributes: name="value" without prefixes
words()
{
	tr -c 'A-Za-z' '\n' | grep -E '^[A-Za-z]{2,}$' | sort -u
}
attributes()
{
	sed 's/^ *//; s/^[A-Za-z0-9]*:\([A-Za-z]*=\)/\1/' | grep '=' | sort -u
}
meta='(//*[local-name()="newsItem"][*[local-name()="contentSet"]/*[local-name()="inlineXML" or local-name()="inlineData"]])[1]/*[local-name()!="contentSet" and local-name()!="catalogRef"]'
mkdir "$dir/back"
for file in "$corpus"/agencies/* "$corpus"/iptc/* "$corpus"/samples/*; do
	run "$BIN/nml2html" -v "$file"
	[ $status -eq 65 ] && continue
	name=${file##*/}
	status_is "$name: converts" 0
	mv "$dir/out" "$dir/page.html"
	mv "$dir/err" "$dir/losses"
	"$BIN/html2nml" -q "$dir/page.html" >"$dir/back/$name.xml"
	# Every word and every attribute of its metadata is in the item that comes back, or was named as a loss.
	xmllint --nonet --xpath "$meta//text()[not(ancestor::*[local-name()='itemClass'])]" "$file" 2>/dev/null | words >"$dir/words"
	{ cat "$dir/back/$name.xml" "$dir/losses"; } | words >"$dir/there"
	ok "$name: words of its metadata" sh -c "comm -23 '$dir/words' '$dir/there' | tee '$dir/lost'; test ! -s '$dir/lost'"
	xmllint --nonet --xpath "$meta//@*[local-name()!='lang' and not(parent::*[local-name()='itemClass'])]" "$file" 2>/dev/null |
		attributes >"$dir/words"
	{
		xmllint --nonet --xpath '//@*' "$dir/back/$name.xml" | attributes
		sed -n 's/.*loss of metadata: \([a-z]*\) of [A-Za-z]*: \(.*\) \[L-metadata\]/\1="\2"/p; s/.*: how of .*/how="howextr:tool"/p' "$dir/losses"
	} | sort -u >"$dir/there"
	ok "$name: attributes of its metadata" sh -c "comm -23 '$dir/words' '$dir/there' | grep -v '=\"cptype:city\"' | tee '$dir/lost'; test ! -s '$dir/lost'"
	"$BIN/nml2docx" -q "$file" >"$dir/a.docx" && "$BIN/docx2nml" -q "$dir/a.docx" >"$dir/by_docx.xml"
	same "$name: by DOCX as by HTML" "$dir/back/$name.xml" "$dir/by_docx.xml"
done
xmllint --noout --nonet --schema "$schema" "$dir"/back/* 2>&1 | grep -v ' validates$' >"$dir/invalid"
ok 'what comes of them is valid' sh -c "cat '$dir/invalid'; test ! -s '$dir/invalid'"
done_testing
