#!/bin/sh
# A text that was once read in the wrong character set gives what the right one gives.
. tests/lib.sh

for sample in samples/*.txt; do
	name=${sample##*/}
	for set in iso-8859-1 cp1252 cp1250; do
		# Bytes that the set does not have cannot be taken for it: iconv refuses them.
		iconv -f $set -t utf-8 "$sample" >"$dir/wrong.txt" 2>/dev/null || continue
		cmp -s "$sample" "$dir/wrong.txt" && continue
		"$BIN/txt2html" -q "$sample" >"$dir/want"
		run "$BIN/txt2html" "$dir/wrong.txt"
		same "$name as $set" "$dir/want" "$dir/out"
		has 'with a warning' "$dir/err" 'was once taken for windows-125[02].*M-mojibake'
	done
	run "$BIN/txt2html" "$sample"
	is "$name as it is" "$(grep -c M-mojibake "$dir/err")" 0
done
done_testing
