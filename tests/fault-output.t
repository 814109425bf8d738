#!/bin/sh
# Inputs that cannot be read and outputs that cannot be written, as they are met in life (see also tests/output.t);
# and no way of ending that leaves half a file.
. tests/lib.sh

long_text >"$dir/long.txt"
for to in html docx nml; do
	"$BIN/txt2$to" -o "$dir/long.$(suffix $to)" "$dir/long.txt"
done
mkdir "$dir/to"

# whole_or_none NAME STATUS WANT GOT: status 0 goes with the whole output alone
whole_or_none()
{
	if [ "$2" -ge 128 ]; then
		echo "# ended by signal $(($2 - 128))"
		fail "$1"
	elif [ "$2" -eq 0 ]; then
		same "$1" "$3" "$4"
	else
		pass "$1"
	fi
}

# INPUT
run sh -c "exec '$BIN/txt2html' <'$dir'"
refused 'a directory as standard input' 74 'cannot read: Is a directory'
run "$BIN/txt2html" "$dir"
refused 'a directory as operand' 74 'cannot read: Is a directory'
run sh -c "exec '$BIN/txt2html' <&-"
refused 'standard input closed' 74 'cannot read: Bad file'
run "$BIN/txt2html" "$dir/none"
refused 'no such file' 66 'cannot open: No such file'

# PIPES that do not wait
if command -v python3 >/dev/null; then
	cat >"$dir/pipes.py" <<'END'
"""pipes.py PROGRAM INPUT: the output of a program both of whose ends are non-blocking pipes."""
import os, subprocess, sys, threading, time

here, there = os.pipe()
back, out = os.pipe()
for end in (here, out):
	os.set_blocking(end, False)
child = subprocess.Popen([sys.argv[1]], stdin=here, stdout=out)
os.close(here)
os.close(out)

def feed():
	with open(sys.argv[2], "rb") as f, os.fdopen(there, "wb", buffering=0) as pipe:
		time.sleep(0.05)
		for chunk in iter(lambda: f.read(100000), b""):
			pipe.write(chunk)

threading.Thread(target=feed).start()
time.sleep(0.2)
with os.fdopen(back, "rb") as f:
	sys.stdout.buffer.write(f.read())
sys.exit(child.wait())
END
	for to in html docx nml; do
		run python3 -B "$dir/pipes.py" "$BIN/txt2$to" "$dir/long.txt"
		status_is "txt2$to: non-blocking pipes" 0
		same 'give the same bytes' "$dir/long.$(suffix $to)" "$dir/out"
	done
else
	skip 'non-blocking pipes' 'no Python here'
fi

# SPACE
for to in html docx nml; do
	(
		ulimit -f 64
		exec "$BIN/txt2$to" -o "$dir/to/out" "$dir/long.txt"
	) 2>"$dir/err"
	status=$?
	status_is "txt2$to -o: a file may not grow so large" 74
	is 'and nothing is left' "$(ls -A "$dir/to")" ''
done
if mkdir "$dir/disk" && mount -t tmpfs -o size=64k none "$dir/disk" 2>/dev/null; then
	for to in html docx nml; do
		run "$BIN/txt2$to" -o "$dir/disk/out" "$dir/long.txt"
		status_is "txt2$to -o: a disk of 64 kB" 74
		is 'and nothing is left' "$(ls -A "$dir/disk")" ''
		run sh -c "exec '$BIN/txt2$to' '$dir/long.txt' >'$dir/disk/out'"
		status_is "txt2$to > there" 74
		rm -f "$dir/disk/out"
	done
	umount "$dir/disk"
else
	skip 'a disk of 64 kB' 'no right to mount one'
fi

# MEMORY: below some size not even the libraries can be loaded (127)
if has_sandbox; then
	for pair in txt2html html2nml docx2txt nml2docx; do
		for size in 8000 16000 24000 32000 48000 64000 96000 128000; do
			(
				# shellcheck disable=SC3045 # dash has it
				ulimit -v $size
				exec "$BIN/$pair" "$dir/long.$(suffix "${pair%2*}")"
			) >"$dir/out" 2>"$dir/err"
			status=$?
			[ -e "$dir/$pair" ] || "$BIN/$pair" "$dir/long.$(suffix "${pair%2*}")" >"$dir/$pair"
			whole_or_none "$pair in $size kB" $status "$dir/$pair" "$dir/out"
		done
	done
fi

# SIGNALS: forty times, at another moment each
wrong=
for n in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39; do
	"$BIN/txt2nml" -o "$dir/to/out" "$dir/long.txt" 2>/dev/null &
	pid=$!
	sleep "$(awk -v n=$n 'BEGIN { print n * 0.0025 }')"
	kill -TERM $pid 2>/dev/null
	wait $pid
	[ -e "$dir/to/out" ] && ! cmp -s "$dir/to/out" "$dir/long.xml" && wrong="$wrong $n: a part of it;"
	rm -f "$dir/to/out"
	[ -z "$(ls -A "$dir/to")" ] || wrong="$wrong $n: $(ls -A "$dir/to")"
	rm -f "$dir/to"/.[!.]*
done
is 'SIGTERM at any moment leaves the whole file or none' "$wrong" ''
done_testing
