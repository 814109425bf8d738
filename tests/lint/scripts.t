#!/bin/sh
# shellcheck has nothing to say about the scripts, and they run where they are called.
. tests/lib.sh

git ls-files 2>/dev/null | xargs -r grep -lE '^#!.*\b(sh|bash)$' >"$dir/scripts"
[ -s "$dir/scripts" ] || find tests samples .ci bench -type f -perm -u+x -exec grep -lE '^#!.*\b(sh|bash)$' {} + >"$dir/scripts"
while read -r script; do
	ok "$script may be run" test -x "$script"
done <"$dir/scripts"
if command -v shellcheck >/dev/null; then
	while read -r script; do
		# SC1091: that a sourced file is not followed, SC2012: ls over find, SC2034: what lib.sh sets is used in tests.
		run shellcheck -e SC1091,SC2012,SC2034 "$script"
		cat "$dir/out" >>"$dir/err"
		status_is "shellcheck $script" 0
	done <"$dir/scripts"
else
	skip 'shellcheck' 'not here'
fi
done_testing
