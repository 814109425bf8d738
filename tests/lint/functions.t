#!/bin/sh
# No function is longer than 80 lines: what does not fit on a page is not read whole.
. tests/lib.sh

if ! ctags --version 2>/dev/null | grep -q 'Universal Ctags'; then
	skip 'the length of functions' 'no Universal Ctags here'
	done_testing
fi
find src filters tests bench -name '*.c' | sort |
	ctags -L - --kinds-C=f --fields=+ne -o - 2>/dev/null |
	awk -F '\t' '{
		for (i = 4; i <= NF; i++) {
			if ($i ~ /^line:/) first = substr($i, 6)
			if ($i ~ /^end:/) last = substr($i, 5)
		}
		print last - first + 1, $2 ":" first, $1
	}' | sort -rn >"$dir/functions"
ok 'functions are found' test "$(wc -l <"$dir/functions")" -gt 100
awk '$1 > 80' "$dir/functions" >"$dir/wrong"
ok 'none is longer than 80 lines' sh -c "cat '$dir/wrong'; test ! -s '$dir/wrong'"
done_testing
