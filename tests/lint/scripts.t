#!/bin/sh
# The linter has nothing to say about the scripts, and they run where they are called.
. tests/lib.sh

git ls-files 2>/dev/null | xargs -r grep -lE '^#!.*\b(sh|bash)$' >"$dir/scripts"
[ -s "$dir/scripts" ] || find tests samples .ci bench -type f -perm -u+x -exec grep -lE '^#!.*\b(sh|bash)$' {} + >"$dir/scripts"
while read -r script; do
	ok "$script may be run" test -x "$script"
done <"$dir/scripts"
if command -v shellcheck >/dev/null; then
	while read -r script; do
		# -x follows lib.sh. SC2011, SC2012: ls where find would be, among files of known names.
		run shellcheck -x -e SC2011,SC2012 "$script"
		cat "$dir/out" >>"$dir/err"
		status_is "shellcheck $script" 0
	done <"$dir/scripts"
else
	skip 'shellcheck' 'not here'
fi
done_testing
