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

for sample in txt:cs-ministerstvo.txt html:fr-courriel.html docx:fr-cooperative.docx nml:en-agency.xml; do
	target=${sample%%:*}
	for way in 0 1 2 3; do
		{
			printf '%b' "\\000$way"
			cat "samples/${sample#*:}"
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
