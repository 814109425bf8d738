#!/bin/sh
# Items of agencies and of IPTC: each text converts, keeps all of its metadata by HTML and DOCX, and comes back valid.
. tests/lib.sh

schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd
corpus=$SHARED/corpus/newsml
if [ ! -d "$corpus" ] || [ ! -e "$schema" ]; then
	skip 'items of agencies' "no $corpus here"
	done_testing
fi

# What an item says outside its contentSet, as xmllint prints it: lines of text, and attributes, each a line.
item='(//*[local-name()="newsItem"][*[local-name()="contentSet"]/*[local-name()="inlineXML" or local-name()="inlineData"]])[1]'
meta="$item/*[local-name()!='contentSet' and local-name()!='catalogRef']"
said="$meta//text()[not(ancestor::*[local-name()='itemClass'])] |
	$meta//@*[local-name()!='lang' and not(parent::*[local-name()='itemClass'])]"

# lost LOSSES BACK SAID: words of two letters or more, and attributes, that are neither in the item that came back nor
# named as a loss; a line of each
lost()
{
	awk 'function words(line, set,	n, i, word) {
			gsub(/[^A-Za-z]+/, " ", line)
			n = split(line, word, " ")
			for (i = 1; i <= n; i++)
				if (length(word[i]) > 1) set[word[i]]
		}
		FNR == 1 { file++ }
		file < 3 { words($0, there) }
		file == 1 && /: how of / { attribute["how=\"howextr:tool\""] }
		file == 1 && sub(/.*loss of metadata: /, "") && sub(/ \[L-metadata\]$/, "\"") && sub(/ of [A-Za-z]*: /, "=\"") { attribute[$0] }
		file == 2 {
			while (match($0, /[A-Za-z]+="[^"]*"/)) {
				attribute[substr($0, RSTART, RLENGTH)]
				$0 = substr($0, RSTART + RLENGTH)
			}
		}
		file == 3 && /^ ([A-Za-z0-9]*:)?[A-Za-z]+="/ {
			sub(/^ ([A-Za-z0-9]*:)?/, "")
			if (!($0 in attribute) && !/="cptype:city"/) attributes = attributes " " $0
			next
		}
		file == 3 { words($0, want) }
		END { for (w in want) if (!(w in there)) lost = lost " " w; print lost; print attributes }' "$@"
}

mkdir "$dir/back"
for file in "$corpus"/agencies/* "$corpus"/iptc/* "$corpus"/samples/*; do
	run "$BIN/nml2html" -v "$file"
	[ $status -eq 65 ] && continue
	name=${file##*/}
	status_is "$name: converts" 0
	"$BIN/html2nml" -q "$dir/out" >"$dir/back/$name.xml"
	{ echo; cat "$dir/err"; } >"$dir/losses"
	xmllint --nonet --xpath "$said" "$file" >"$dir/said" 2>/dev/null
	lost "$dir/losses" "$dir/back/$name.xml" "$dir/said" >"$dir/lost"
	{ read -r words; read -r attributes; } <"$dir/lost"
	is "$name: words of its metadata that are lost" "$words" ''
	is "$name: attributes of its metadata that are lost" "$attributes" ''
	"$BIN/nml2docx" -q "$file" >"$dir/a.docx" && "$BIN/docx2nml" -q "$dir/a.docx" >"$dir/by_docx.xml"
	same "$name: by DOCX as by HTML" "$dir/back/$name.xml" "$dir/by_docx.xml"
done
xmllint --noout --nonet --schema "$schema" "$dir"/back/* 2>&1 | grep -v ' validates$' >"$dir/invalid"
ok 'what comes of them is valid' sh -c "cat '$dir/invalid'; test ! -s '$dir/invalid'"
done_testing
