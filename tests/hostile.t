#!/bin/sh
# Hostile and broken inputs of every class (tests/hostile): refused with status 65 and a reason, or converted whole,
# within bounds of time and memory. The large ones, and all filters for each, are in tests/soak/hostile.
. tests/lib.sh

if ! command -v python3 >/dev/null; then
	skip 'hostile inputs' 'no Python here'
	done_testing
fi
if ! has_sandbox; then
	skip 'hostile inputs' 'a sanitizer takes more memory than they may'
	done_testing
fi
python3 -B tests/hostile/make.py --small "$dir/hostile"
python3 -B tests/hostile/run.py "$BIN" "$dir/hostile"
