#!/bin/sh
# Missing packages: brought by apt where that can be, named otherwise. With stand-ins for apt-get, dpkg-query and sudo.
. tests/lib.sh

mkdir "$dir/bin" "$dir/other"
stand_in()
{
	rm -f "$1" # never through a link to the real program
	printf '#!/bin/sh\n%s\n' "$2" >"$1"
	chmod +x "$1"
}
# Every command that the script itself needs, and nothing else.
for tool in sh env; do
	ln -s "$(command -v $tool)" "$dir/bin/$tool"
	ln -s "$(command -v $tool)" "$dir/other/$tool"
done
stand_in "$dir/bin/sleep" ':'
stand_in "$dir/bin/apt-get" "echo apt-get \"\$@\" >>'$dir/log'; test ! -e '$dir/broken'"
# shellcheck disable=SC2016 # the stand-in expands it
stand_in "$dir/bin/dpkg-query" 'case $4 in here) printf installed ;; *) exit 1 ;; esac'
stand_in "$dir/bin/id" 'echo 0'
packages()
{
	: >"$dir/log"
	run env PATH="$dir/bin" tests/packages "$@"
}

packages here sh/sh
status_is 'all is there' 0
ok 'apt is not called' test ! -s "$dir/log"
packages here missing other/no-such-command
status_is 'something is missing and root is there' 0
has 'the list is brought up to date' "$dir/log" 'apt-get .*update'
has 'and what is missing is installed, and that alone' "$dir/log" 'apt-get .*--no-install-recommends install missing other$'
touch "$dir/broken"
packages missing
status_is 'apt fails' 1
is 'it was tried twice' "$(grep -c update "$dir/log")" 2
has 'and the package is named' "$dir/err" 'failed to install missing'
stand_in "$dir/bin/id" 'echo 1000'
packages missing
status_is 'no root and no sudo: it goes on' 0
has 'with the command for root' "$dir/err" 'apt-get install .*missing'
ok 'apt is not called without the right' test ! -s "$dir/log"
rm "$dir/broken"
stand_in "$dir/bin/sudo" "case \$1 in -n) exit 0 ;; esac; echo sudo \"\$@\" >>'$dir/log'; exec \"\$@\""
packages missing
has 'sudo is taken where it asks nothing' "$dir/log" '^sudo apt-get .*update'
run env PATH="$dir/other" tests/packages missing
status_is 'no apt at all: it goes on' 0
has 'and names the package' "$dir/err" "Debian: missing"
done_testing
