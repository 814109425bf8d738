#!/bin/sh
# The linter has nothing to say about the scripts, and they run where they are called.
. tests/lib.sh

# Those of the files whose first line says so.
scripts_of()
{
	xargs -r awk 'FNR == 1 && /^#!.*[\/ ](sh|bash)$/ { print FILENAME }'
}

git ls-files 2>/dev/null | scripts_of >"$dir/scripts"
[ -s "$dir/scripts" ] || find tests samples .ci bench filters debian -type f -perm -u+x | scripts_of >"$dir/scripts"
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
