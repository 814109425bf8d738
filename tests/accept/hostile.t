#!/bin/sh
# Hostile inputs whose size is the attack, and the small ones through every filter (see tests/hostile.t).
. tests/lib.sh

python3 -B tests/hostile/make.py "$dir/hostile"
python3 -B tests/hostile/run.py --all "$BIN" "$dir/hostile"
