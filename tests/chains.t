#!/bin/sh
# What comes back from any chain of html, docx, nml and mail is what went in. On every sample.
# Through txt comes back what a text can hold; tests/text.awk says what that is.
. tests/lib.sh

# through FORMAT FILE FORMAT...: the file's way through the formats ends in $dir/end.FORMAT
through()
{
	at=$1
	cp "$2" "$dir/at"
	shift 2
	for next; do
		[ "$at" = "$next" ] && continue
		options=
		[ "$next" = txt ] && options=--headers
		"$BIN/${at}2$next" $options "$dir/at" >"$dir/next" 2>>"$dir/err" || echo "${at}2$next failed" >>"$dir/err"
		mv "$dir/next" "$dir/at"
		at=$next
	done
	"$TREE/${at}2tree" "$dir/at" 2>>"$dir/err"
}

for sample in samples/*.txt samples/*.html samples/*.docx samples/*.xml samples/*.eml; do
	[ -e "$sample" ] || continue
	format=$(format_of "$sample")
	name=${sample##*/}
	: >"$dir/err"
	"$TREE/${format}2tree" "$sample" >"$dir/before" 2>/dev/null
	ok "$name has a tree" test -s "$dir/before"
	for chain in 'html docx nml' 'html eml nml' 'docx eml html' 'html nml docx' 'docx html nml' 'docx nml html' 'nml html docx' 'nml docx html'; do
		# shellcheck disable=SC2086 # words, on purpose
		through "$format" "$sample" $chain >"$dir/after"
		same "$name through $chain" "$dir/before" "$dir/after"
	done
	awk -f tests/text.awk "$dir/before" >"$dir/before.text"
	for chain in 'nml txt' 'html txt docx' 'docx txt html'; do
		# shellcheck disable=SC2086
		through "$format" "$sample" $chain | awk -f tests/text.awk >"$dir/after"
		same "$name through $chain, as far as text goes" "$dir/before.text" "$dir/after"
	done
done
done_testing
