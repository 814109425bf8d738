#!/bin/sh
# What the fuzzers found once (tests/fuzz/regress), and a sample for each of them: no run ends in a finding.
. tests/lib.sh

replay=$BUILD/test/fuzz/replay

# replayed TARGET NAME FILE...
replayed()
{
	target=$1
	name=$2
	shift 2
	run "$replay" "$target" "$@"
	sed -n 's/^found: //p' "$dir/err" >>"$dir/out"
	if [ $status -eq 0 ] && [ "$(grep -cE ': (converted|refused)$' "$dir/out")" -eq $# ]; then
		pass "$target: $name"
	else
		fail "$target: $name" "$dir/out" "$dir/err"
	fi
}

"$BIN/txt2eml" -q -o "$dir/mail.eml" samples/cs-ministerstvo.txt
for sample in samples/cs-ministerstvo.txt samples/fr-courriel.html samples/fr-cooperative.docx samples/en-agency.xml "$dir/mail.eml"; do
	target=${sample##*.}
	[ "$target" != xml ] || target=nml
	for way in 00 01 02 03 20; do # the way of readers.c, an octal number
		{
			printf '%b' "\\00$way"
			cat "$sample"
		} >"$dir/$target-$way"
	done
	replayed "$target" 'a sample, in every format' "$dir/$target"-*
done
for tool in 0 1 2 3 4; do
	{
		printf '%b' "\\000$tool\\0017"
		cat samples/en-agency.xml
	} >"$dir/items-$tool"
done
replayed items 'a sample, with every tool' "$dir"/items-*
replayed round 'a document made of a text' samples/cs-ministerstvo.txt
for folder in tests/fuzz/regress/*/; do
	[ -d "$folder" ] || continue
	target=${folder%/}
	replayed "${target##*/}" 'what was found' "$folder"*
done
done_testing
