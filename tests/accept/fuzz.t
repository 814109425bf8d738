#!/bin/sh
# Each fuzz target for a few seconds from its seeds on ("make fuzz" and "make soak" take longer).
. tests/lib.sh

if [ ! -x "$BUILD/fuzz/test/fuzz/fuzzer" ]; then
	skip 'the fuzzer' 'not built here: it needs clang'
	done_testing
fi
for target in docx-parts html nml eml txt round docx items; do
	run tests/fuzz/run "${FUZZ_SECONDS:-10}" $target
	if [ $status -eq 0 ]; then pass "$(cat "$dir/out")"; else fail "$target" "$dir/out" "$dir/err"; fi
done
done_testing
