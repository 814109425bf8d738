#!/bin/sh
# The runner itself: what is not a whole and good run of tests is a failure.
. tests/lib.sh

# program NAME LINE...: a test program that prints the lines and does what the last one says
program()
{
	name=$dir/$1
	shift
	{
		echo '#!/bin/sh'
		printf '%s\n' "$@"
	} >"$name"
	chmod +x "$name"
	run tests/run "$name"
}

# sums NAME LINE STATUS
sums()
{
	is "$1" "$(tail -n 1 "$dir/out"), status $status" "$2, status $3"
}

program good 'echo ok 1 - a' 'echo "ok 2 - b # SKIP not here"' 'echo 1..2'
sums 'good tests' '1 passed, 0 failed, 1 skipped' 0
has 'the reason of a skip is shown' "$dir/out" 'b # SKIP not here'
program bad 'echo ok 1 - a' 'echo not ok 2 - b' 'echo "# because"' 'echo 1..2' 'exit 1'
sums 'a failed test' '1 passed, 1 failed, 0 skipped' 1
has 'its diagnostics are shown' "$dir/out" 'because'
program dies 'echo ok 1 - a' 'echo last words >&2' 'kill -9 $$'
sums 'a program that dies' '1 passed, 1 failed, 0 skipped' 1
has 'its last words are shown' "$dir/out" 'last words'
program status 'echo ok 1 - a' 'echo 1..1' 'exit 3'
sums 'a program that fails after its tests' '1 passed, 1 failed, 0 skipped' 1
program few 'echo ok 1 - a' 'echo 1..3'
sums 'fewer tests than planned' '1 passed, 1 failed, 0 skipped' 1
program none 'echo 1..0'
sums 'no test' '0 passed, 1 failed, 0 skipped' 1
program silent 'exit 0'
sums 'nothing at all' '0 passed, 1 failed, 0 skipped' 1
program all 'echo "1..0 # SKIP no kernel"'
sums 'everything skipped' '0 passed, 0 failed, 1 skipped' 1
TEST_TIMEOUT=1 program slow 'echo ok 1 - a' 'sleep 30'
sums 'a program that does not end' '1 passed, 1 failed, 0 skipped' 1
run tests/run "$dir/none at all"
sums 'a program that is not there' '0 passed, 1 failed, 0 skipped' 1
done_testing
