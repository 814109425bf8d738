#!/bin/sh
# Exit 0 means that the whole right output is out; -o FILE is whole or not at all.
. tests/lib.sh

printf 'A headline for the test\n\nOne paragraph of text that is long enough to be one.\n' >"$dir/a.txt"
mkdir "$dir/to"

# The folder holds what it should and nothing else: no temporary file.
only()
{
	is "$1" "$(ls -A "$dir/to")" "$2"
}

for to in html docx nml; do
	file=$(suffix $to)
	"$BIN/txt2$to" "$dir/a.txt" >"$dir/want"
	run "$BIN/txt2$to" -o "$dir/to/out.$file" "$dir/a.txt"
	same "txt2$to -o writes what standard output gets" "$dir/want" "$dir/to/out.$file"
	only 'and nothing else' "out.$file"
	rm "$dir/to/out.$file"
	run sh -c "exec '$BIN/txt2$to' '$dir/a.txt' >/dev/full"
	refused "txt2$to to a full disk" 74 'cannot write standard output: No space'
	run sh -c "exec '$BIN/txt2$to' '$dir/a.txt' >&-"
	refused "txt2$to with standard output closed" 74 'cannot write standard output'
	run "$BIN/txt2$to" -o /dev/full "$dir/a.txt"
	refused "txt2$to -o /dev/full" 74 'cannot write /dev/full: No space'
	ok 'which is a device still' test -c /dev/full
	run "$BIN/txt2$to" -o "$dir/none/out" "$dir/a.txt"
	refused "txt2$to -o in no folder" 73 "cannot create $dir/none/out"
done

# A reader that goes away: SIGPIPE, or status 74 where it is ignored. Never 0.
long_text >"$dir/long.txt"
for to in html nml docx; do
	{
		"$BIN/txt2$to" "$dir/long.txt" 2>"$dir/err"
		echo $? >"$dir/status"
	} | head -c 10 >"$dir/head"
	is "txt2$to | head: ended by SIGPIPE" "$(cat "$dir/status")" 141
	(
		trap '' PIPE
		"$BIN/txt2$to" "$dir/long.txt" 2>"$dir/err"
		echo $? >"$dir/status"
	) | head -c 10 >"$dir/head"
	is "txt2$to | head with SIGPIPE ignored: status 74" "$(cat "$dir/status")" 74
done

# -o: permissions, links, names
echo old >"$dir/to/old"
chmod 640 "$dir/to/old"
run "$BIN/txt2html" -o "$dir/to/old" "$dir/a.txt"
is 'the permissions of the old file stay' "$(stat -c %a "$dir/to/old")" 640
(umask 027 && "$BIN/txt2html" -o "$dir/to/new" "$dir/a.txt")
is 'a new file has those of the umask' "$(stat -c %a "$dir/to/new")" 640
rm "$dir/to/new" "$dir/to/old"
here=$PWD
program=$(cd "$BIN" && pwd)/txt2html
cd "$dir/to" || exit 1
"$program" -o plain.html ../a.txt
cd "$here" || exit 1
only 'a name without a folder is of this one' plain.html
rm "$dir/to/plain.html"
cp "$dir/a.txt" "$dir/to/same"
run "$BIN/txt2html" -o "$dir/to/same" "$dir/to/same"
has 'the output may take the place of the input' "$dir/to/same" '<h1'
rm "$dir/to/same"
echo old >"$dir/target"
ln -s ../target "$dir/to/link"
run "$BIN/txt2html" -o "$dir/to/link" "$dir/a.txt"
ok 'a symbolic link stays one' test -L "$dir/to/link"
has 'and what it leads to is written' "$dir/target" '<h1'
only 'without a trace beside it' link
rm "$dir/to/link"

# Ended in mid-work: no half file and no temporary one.
mkfifo "$dir/fifo"
"$BIN/txt2html" -o "$dir/to/killed" <"$dir/fifo" 2>/dev/null &
pid=$!
exec 3>"$dir/fifo"
head -n 100 "$dir/long.txt" >&3
kill -TERM $pid
wait $pid
status=$?
exec 3>&-
is 'SIGTERM ends it' "$status" 143
only 'and leaves nothing' ''

# The report
run "$BIN/txt2html" --report "$dir/report" "$dir/a.txt"
has '--report is JSON with the status' "$dir/report" '^\{"program":"txt2html","input":"[^"]*a.txt","status":0,.*\}$'
run "$BIN/txt2html" --report "$dir/none/report" "$dir/a.txt"
refused '--report in no folder' 73 'cannot create'
run "$BIN/txt2html" --meta urgency=high --report "$dir/report" "$dir/a.txt"
has 'a loss stands in the report' "$dir/report" '"kind":"metadata","id":"L-metadata"'
run "$BIN/txt2html" --meta urgency=high -v "$dir/a.txt"
has 'and -v says it' "$dir/err" 'loss of metadata: urgency.*\[L-metadata\]'
run "$BIN/txt2html" --meta urgency=high --strict --report "$dir/report" "$dir/a.txt"
refused '--strict fails on it' 65 'lost'
has 'and the report is there all the same' "$dir/report" '"status":65'

# Same input, same bytes.
for to in html docx nml; do
	"$BIN/txt2$to" "$dir/long.txt" >"$dir/one"
	TZ=Asia/Tokyo LC_ALL=cs_CZ.UTF-8 LANG=cs_CZ.UTF-8 HOME=/ "$BIN/txt2$to" <"$dir/long.txt" >"$dir/two"
	same "txt2$to gives the same bytes in another zone and locale" "$dir/one" "$dir/two"
done
done_testing
