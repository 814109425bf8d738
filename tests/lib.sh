# What the shell tests share: TAP, a folder of their own, where the programs are.
# A test sources it from the project's root, and ends with done_testing.
# shellcheck shell=sh
set -u
LC_ALL=C
SOURCE_DATE_EPOCH=1552636800 # 2019-03-15T08:00:00Z
export LC_ALL SOURCE_DATE_EPOCH
unset TZ CDPATH

BUILD=${BUILD:-build}
BIN=$BUILD/bin        # the converters
TREE=$BUILD/test      # X2tree: what a reader makes of a file
SHARED=${SHARED:-../shared}

tests=0
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# run COMMAND...: its status in $status, its output in $dir/out and $dir/err
run()
{
	"$@" >"$dir/out" 2>"$dir/err"
	status=$?
}

pass()
{
	tests=$((tests + 1))
	echo "ok $tests - $1"
}

# fail NAME [FILE...]: the files' first lines say what was wrong
# shellcheck disable=SC2120 # files are optional
fail()
{
	tests=$((tests + 1))
	echo "not ok $tests - $1"
	shift
	for fail_file; do
		head -n 20 "$fail_file" | cut -c 1-300 | sed 's/^/# /'
	done
}

skip()
{
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}

# ok NAME COMMAND...: the command succeeds
ok()
{
	ok_name=$1
	shift
	if "$@" >"$dir/why" 2>&1; then
		pass "$ok_name"
	else
		fail "$ok_name" "$dir/why"
	fi
}

# is NAME GOT WANT
is()
{
	printf 'got:  %s\nwant: %s\n' "$2" "$3" >"$dir/why"
	if [ "$2" = "$3" ]; then
		pass "$1"
	else
		fail "$1" "$dir/why"
	fi
}

# same NAME FILE FILE: byte for byte
same()
{
	if cmp "$2" "$3" >"$dir/why" 2>&1; then
		pass "$1"
	else
		diff -a "$2" "$3" >>"$dir/why" 2>&1
		fail "$1" "$dir/why"
	fi
}

# status_is NAME STATUS: of the last run
status_is()
{
	{
		echo "status $status, want $2"
		cat "$dir/err"
	} >"$dir/why"
	if [ "$status" -eq "$2" ]; then
		pass "$1"
	else
		fail "$1" "$dir/why"
	fi
}

# refused NAME STATUS PATTERN: the last run ended so, with one line on standard error that matches, and no output
refused()
{
	{
		echo "status $status, want $2; $(wc -c <"$dir/out") bytes of output; want one line that matches: $3"
		cat "$dir/err"
	} >"$dir/why"
	if [ "$status" -eq "$2" ] && [ ! -s "$dir/out" ] && [ "$(wc -l <"$dir/err")" -eq 1 ] &&
		grep -qE -e "$3" "$dir/err"; then
		pass "$1"
	else
		fail "$1" "$dir/why"
	fi
}

# has NAME FILE PATTERN: an extended regular expression
has()
{
	{
		echo "no line matches: $3"
		cat "$2"
	} >"$dir/why"
	if grep -qaE -e "$3" "$2"; then
		pass "$1"
	else
		fail "$1" "$dir/why"
	fi
}

# lacks NAME FILE PATTERN [FLAGS]: no line matches (FLAGS of grep; -E otherwise). A file that is missing or empty shows
# nothing, and fails; but standard error may be empty.
lacks()
{
	{
		echo "a line matches, or there is none: $3"
		grep -a "${4:--E}" -e "$3" "$2"
	} >"$dir/why" 2>&1
	if { [ -s "$2" ] || [ "$2" = "$dir/err" ]; } && ! grep -qa "${4:--E}" -e "$3" "$2"; then
		pass "$1"
	else
		fail "$1" "$dir/why"
	fi
}

# long_text: a release that no pipe holds, in any format; its words are made of chance, so that a ZIP is long too
long_text()
{
	awk 'BEGIN {
		srand(1)
		print "A long release\n"
		for (i = 0; i < 12000; i++) {
			line = "Paragraph " i
			for (j = 0; j < 8; j++) line = line sprintf(" %c%d%c", 97 + rand() * 26, rand() * 1000000, 97 + rand() * 26)
			print line " is here.\n"
		}
	}'
}

# suffix FORMAT; format_of FILE
suffix()
{
	if [ "$1" = nml ]; then echo xml; else echo "$1"; fi
}

format_of()
{
	case $1 in
	*.xml | *.XML) echo nml ;;
	*.htm) echo html ;;
	*) echo "${1##*.}" ;;
	esac
}

# The released programs have the sandbox; those for AddressSanitizer have not.
has_sandbox()
{
	! "$BIN/txt2html" --version | grep -q 'sandbox: none'
}

done_testing()
{
	echo "1..$tests"
	exit 0
}
