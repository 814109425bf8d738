#!/bin/sh
# Every loss that the sources name is met by a test: by its id, in a test or in what a golden says.
# tests/lint/pages.t holds the manual to the same ids.
. tests/lib.sh

grep -rhoE --include='*.c' '"L-[a-z0-9-]+"' src | tr -d '"' | sort -u >"$dir/used"
grep -rhoE --include='*.t' --include='*.err' --include='*.c' 'L-[a-z0-9-]*[a-z0-9]' tests | sort -u >"$dir/tested"
ok 'there are ids' test -s "$dir/used"
comm -23 "$dir/used" "$dir/tested" >"$dir/missing"
ok 'each is tested' sh -c "cat '$dir/missing'; test ! -s '$dir/missing'"
done_testing
