#!/bin/sh
# Each fuzz target for a few seconds from its seeds on, two at a time ("make fuzz" and "make soak" take longer).
. tests/lib.sh

if [ ! -x "$BUILD/fuzz/test/fuzz/fuzzer" ]; then
	skip 'the fuzzer' 'not built here: it needs clang'
	done_testing
fi
# fuzz TARGET: what it says, and its status
fuzz()
{
	tests/fuzz/run "${FUZZ_SECONDS:-10}" "$1" >"$dir/$1" 2>&1
	echo $? >"$dir/$1.status"
}

[ -d "$BUILD/fuzz/seeds" ] || tests/fuzz/seeds "$BUILD/fuzz/seeds"
for pair in 'docx-parts html' 'nml eml' 'txt round' 'docx items'; do
	fuzz "${pair% *}" &
	fuzz "${pair#* }"
	wait
	for target in $pair; do
		if [ "$(cat "$dir/$target.status")" -eq 0 ]; then pass "$(cat "$dir/$target")"; else fail "$target" "$dir/$target"; fi
	done
done
done_testing
