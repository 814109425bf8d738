#!/bin/sh
# The released filters really are in the sandbox when they work (what it keeps them from: tests/unit/sandbox.c).
# A filter that waits for its reader to take more has read, parsed and written: the kernel tells its state then.
. tests/lib.sh

if ! has_sandbox; then
	skip 'the sandbox' 'these programs are built without it'
	done_testing
fi
long_text >"$dir/long.txt"
for to in html docx nml eml; do
	"$BIN/txt2$to" -o "$dir/long.$(suffix $to)" "$dir/long.txt"
done
mkfifo "$dir/fifo"

# confined PROGRAM [OPTION...] FILE
confined()
{
	"$@" >"$dir/fifo" 2>/dev/null &
	pid=$!
	exec 3<"$dir/fifo"
	head -c 1 <&3 >"$dir/first" # its output has begun
	is "${1##*/} writes behind seccomp" "$(sed -n 's/^Seccomp:[^0-9]*//p' "/proc/$pid/status")" 2
	is 'and may gain no rights' "$(sed -n 's/^NoNewPrivs:[^0-9]*//p' "/proc/$pid/status")" 1
	exec 3<&-
	wait $pid
}

for from in txt html docx nml eml; do
	for to in txt html docx nml eml; do
		[ $from = $to ] || confined "$BIN/${from}2$to" "$dir/long.$(suffix $from)"
	done
done
for tool in nmlgate nmlmeta nmlpack; do
	confined "$BIN/$tool" "$dir/long.xml"
done
confined "$BIN/nmlunpack" --item 1 "$dir/long.xml"
done_testing
