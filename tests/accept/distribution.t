#!/bin/sh
# The recipes of wirecopy-distribution(7), run as they stand on the page, against real servers on loopback. All that
# is put between is where their names lead: agency.example is this machine.
. tests/lib.sh

page=filters/wirecopy-distribution.7
python=/usr/bin/python3
mkdir "$dir/bin" "$dir/home"
"$python" -W ignore -c 'import asyncssh, pyftpdlib, OpenSSL' 2>"$dir/err"
ok 'the servers are here: python3-asyncssh, python3-pyftpdlib, python3-openssl' test ! -s "$dir/err"
for command in curl sftp ssh-keygen openssl inotifywait; do
	ok "$command is here" command -v "$command"
done

# Each recipe to a script of its name
awk -v bin="$dir/bin/" '
	/^\.\\" recipe / { file = bin $3 }
	/^\.Ed/ { file = ""; inside = 0 }
	file && inside { gsub(/\\e/, "\\"); sub(/^\\&/, ""); print > file }
	file && /^\.Bd/ { inside = 1 }' "$page"
is 'the recipes' "$(ls "$dir/bin" | tr '\n' ' ')" 'drop drop-ftp outbox push release release-at take watch '
if command -v shellcheck >/dev/null; then
	for recipe in "$dir"/bin/*; do
		ok "shellcheck: ${recipe##*/}" shellcheck "$recipe"
	done
fi
chmod +x "$dir"/bin/*
is 'begin as scripts do' "$(head -qn 1 "$dir"/bin/* | sort -u)" '#!/bin/sh'

# Where the names lead. sftp asks the system for its user's home, so that it needs its settings named.
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=agency.example \
	-addext 'subjectAltName=DNS:push.agency.example,DNS:ftp.agency.example' \
	-keyout "$dir/key.pem" -out "$dir/agency.crt" 2>"$dir/err"
cat "$dir/key.pem" "$dir/agency.crt" >"$dir/agency.pem"
ssh-keygen -q -t ed25519 -N '' -f "$dir/host"
ssh-keygen -q -t ed25519 -N '' -f "$dir/home/key"
cp "$dir/home/key.pub" "$dir/host.users"
HOME=$dir/home
CURL_HOME=$dir/home
PATH=$dir/bin:$(cd "$BIN" && pwd):$PATH
export HOME CURL_HOME PATH
printf 'machine %s login press password secret\n' push.agency.example ftp.agency.example >"$HOME/.netrc"
chmod 600 "$HOME/.netrc"

servers=
trap 'kill $servers 2>/dev/null; wait; rm -rf "$dir"' EXIT
trap 'exit 143' TERM

# serve PROTOCOL CERTIFICATE: its port in $port, what it gets in the folder PROTOCOL
serve()
{
	mkdir -p "$dir/$1/incoming"
	"$python" tests/accept/receiver.py "$1" "$dir/$1" "$2" 2>"$dir/$1.log" &
	servers="$servers $!"
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		[ -e "$dir/$1.port" ] && break
		sleep 0.5
	done
	ok "a server for $1" test -e "$dir/$1.port"
	port=$(cat "$dir/$1.port")
}

serve sftp "$dir/host"
printf 'Host sftp.agency.example\nHostName 127.0.0.1\nPort %s\nIdentityFile %s\nUserKnownHostsFile %s\nHostKeyAlias agency\n' \
	"$port" "$HOME/key" "$dir/known" >"$dir/ssh_config"
sed 's/^/agency /' "$dir/host.pub" >"$dir/known"
printf '#!/bin/sh\nexec %s -F %s "$@"\n' "$(command -v sftp)" "$dir/ssh_config" >"$dir/bin/sftp"
chmod +x "$dir/bin/sftp"
serve ftps "$dir/agency.pem"
printf 'resolve = "ftp.agency.example:%s:127.0.0.1"\n' "$port" >"$HOME/.curlrc"
{
	# For FTP curl's own redirection would take the connections for data along, so the port goes into the address.
	echo '#!/bin/sh'
	# shellcheck disable=SC2016 # for the script
	echo 'for word; do shift; set -- "$@" "$(printf %s "$word" | sed "s|^ftp://ftp.agency.example/|ftp://ftp.agency.example:'"$port"'/|")"; done'
	echo "exec $(command -v curl) \"\$@\""
} >"$dir/curl"
serve https "$dir/agency.pem"
mv "$dir/curl" "$dir/bin/curl"
chmod +x "$dir/bin/curl"
printf 'connect-to = "push.agency.example:443:127.0.0.1:%s"\ncacert = "%s"\nnoproxy = "*"\n' "$port" "$dir/agency.crt" >>"$HOME/.curlrc"

# Something to send
printf 'A plant opens in Brno\n\nBRNO, 15 March 2026 - Example Corp has opened a plant in Brno that makes things.\n' >"$dir/a.txt"
txt2docx -o "$dir/a.docx" "$dir/a.txt"
txt2nml -q -o "$dir/a.xml" "$dir/a.txt"
nmlpack --sender example.com -o "$dir/message one.xml" "$dir/a.xml"

# drop and drop-ftp
for recipe in drop:sftp drop-ftp:ftps; do
	got=$dir/${recipe#*:}
	recipe=${recipe%:*}
	run "$recipe" "$dir/message one.xml"
	status_is "$recipe" 0
	same "$recipe: it is there" "$dir/message one.xml" "$got/incoming/message one.xml"
	is "$recipe: and nothing else" "$(ls -A "$got/incoming")" 'message one.xml'
	run "$recipe" "$dir/message one.xml"
	status_is "$recipe: again" 0
	is "$recipe: changes nothing" "$(ls -A "$got/incoming")" 'message one.xml'
	run "$recipe" "$dir/none.xml"
	ok "$recipe: a file that is not there fails" test "$status" -ne 0
	rm "$got/incoming/message one.xml"
	rmdir "$got/incoming"
	run "$recipe" "$dir/message one.xml"
	ok "$recipe: a folder that is not there fails" test "$status" -ne 0
	ok "$recipe: and says so" test -s "$dir/err"
	mkdir "$got/incoming"
done

# push
echo 2 >"$dir/https.busy"
run push "$dir/message one.xml"
status_is 'push, to one who is busy twice' 0
is 'was asked three times' "$(cat "$dir/https.busy")" 0
ok 'it is there' cmp "$dir"/https/urn_uuid_*.xml "$dir/message one.xml"
run push "$dir/message one.xml"
status_is 'push again' 0
is 'changes nothing' "$(find "$dir/https" -type f | wc -l)" 1
run push "$dir/a.xml"
status_is 'what the receiver refuses' 1
has 'is said' "$dir/err" '^push: .*/a.xml: the receiver says 422$'
sed -i 's/secret/wrong/' "$HOME/.netrc"
run push "$dir/message one.xml"
has 'a wrong password too' "$dir/err" 'the receiver says 401$'
sed -i 's/wrong/secret/' "$HOME/.netrc"

# outbox
mkdir "$dir/outbox" "$dir/sent" "$dir/held" "$dir/in" "$dir/archive" "$dir/web"
cp "$dir/message one.xml" "$dir/outbox/1.xml"
cp "$dir/message one.xml" "$dir/outbox/2.xml"
run outbox drop "$dir/outbox" "$dir/sent"
status_is 'outbox' 0
is 'has sent all' "$(cd "$dir" && find outbox sent sftp -type f | sort | tr '\n' ' ')" \
	'sent/1.xml sent/2.xml sftp/incoming/1.xml sftp/incoming/2.xml '
cp "$dir/a.xml" "$dir/outbox/3.xml"
cp "$dir/message one.xml" "$dir/outbox/4.xml"
run outbox push "$dir/outbox" "$dir/sent"
status_is 'what cannot be sent' 1
is 'stays, and the others go' "$(ls "$dir/outbox")" 3.xml
rm "$dir/outbox/3.xml"
run outbox push "$dir/outbox" "$dir/sent"
status_is 'nothing to send' 0

# release
# embargoed TIME: the item with that embargo
embargoed()
{
	txt2nml -q -m "embargo=$1" "$dir/a.txt"
}
embargoed 2020-01-01T00:00:00Z >"$dir/held/over.xml"
embargoed 2999-01-01T00:00:00Z >"$dir/held/not-yet.xml"
sed 's/stat:usable/stat:canceled/' "$dir/a.xml" >"$dir/held/killed.xml"
cp "$dir/held/over.xml" "$dir/over.xml"
run release "$dir/held" "$dir/outbox"
status_is 'release' 0
is 'lets go what may' "$(ls "$dir/outbox")" over.xml
is 'keeps what may not yet, and puts aside what never may' "$(cd "$dir/held" && find . -type f | sort | tr '\n' ' ')" \
	'./not-yet.xml ./refused/killed.xml '
has 'which it says' "$dir/err" 'killed.xml: .*canceled'
ok 'and says nothing of what waits' test "$(wc -l <"$dir/err")" -eq 1
nmlunpack --item 1 "$dir/outbox/over.xml" >"$dir/unpacked.xml"
same 'as a message' "$dir/over.xml" "$dir/unpacked.xml"

# release-at
embargoed "$(date -u -d '+3 seconds' +%Y-%m-%dT%H:%M:%SZ)" >"$dir/soon.xml"
end=$(sed -n 's|.*<embargoed>\(.*\)</embargoed>.*|\1|p' "$dir/soon.xml")
run release-at "$dir/soon.xml" "$dir/now.xml"
status_is 'release-at' 0
ok 'has waited' test "$(date +%s)" -ge "$(date -d "$end" +%s)"
same 'and let it go' "$dir/soon.xml" "$dir/now.xml"
embargoed hold >"$dir/hold.xml"
run release-at "$dir/hold.xml" "$dir/never.xml"
status_is 'an embargo without end is not waited for' 75
has 'and said' "$dir/err" 'indefinite$'

# watch: in a process group of its own, so that all of it can be ended
cp "$dir/a.docx" "$dir/in/before.docx"
setsid watch "$dir/in" "$dir/outbox" 2>"$dir/watch.err" &
watching=$!
servers="$servers -$watching"
# await FILE: until it is there, or ten seconds have passed
await()
{
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		[ -e "$1" ] && return
		sleep 0.5
	done
}
await "$dir/in/done/before.docx"
ok 'watch: what was there is taken' test -e "$dir/outbox/before.xml"
cp "$dir/a.docx" "$dir/in/.part"
mv "$dir/in/.part" "$dir/in/with blank.docx"
cp "$dir/a.docx" "$dir/in/copied.docx"
cp "$dir/a.txt" "$dir/in/broken.docx"
cp "$dir/a.docx" "$dir/in/last.docx"
await "$dir/in/done/last.docx"
is 'watch: what comes is taken, what is broken stays' "$(cd "$dir/in" && find . -type f | sort | tr '\n' '|')" \
	'./broken.docx|./done/before.docx|./done/copied.docx|./done/last.docx|./done/with blank.docx|'
has 'with the reason' "$dir/watch.err" 'broken.docx: '
docx2nml -q "$dir/a.docx" >"$dir/want"
same 'watch: the item' "$dir/want" "$dir/outbox/with blank.xml"
pkill -g "$watching" -x inotifywait
wait "$watching"
is 'watch: it ends when nobody watches' "$(pgrep -g "$watching")" ''
servers=${servers% *}

# take
nmlpack -o "$dir/in/m.xml" "$dir/a.xml" "$dir/over.xml" "$dir/hold.xml"
run take "$dir/in/m.xml" "$dir/archive" "$dir/web"
status_is 'take' 0
ok 'the message is gone' test ! -e "$dir/in/m.xml"
is 'all items are in the archive' "$(find "$dir/archive" -name '*-1.xml' | wc -l)" 3
is 'and what is free in the web' "$(find "$dir/web" -name '*.html' | wc -l)" 2
guid=$(sed -n 's/.* guid="\([^"]*\)".*/\1/p' "$dir/a.xml" | tr : _)
same 'the item is as it was' "$dir/a.xml" "$dir/archive/$guid-1.xml"
has 'and its page in the web' "$dir/web/$guid.html" 'A plant opens in Brno'
sed 's/ version="1"/ version="2"/; s/stat:usable/stat:canceled/' "$dir/a.xml" >"$dir/kill.xml"
nmlpack -o "$dir/in/kill.xml" "$dir/kill.xml"
run take "$dir/in/kill.xml" "$dir/archive" "$dir/web"
ok 'a kill takes the page away' test ! -e "$dir/web/$guid.html"
ok 'and stands in the archive' test -e "$dir/archive/$guid-2.xml"
sed 's/Brno/Olomouc/' "$dir/a.xml" | nmlpack -o "$dir/in/other.xml"
run take "$dir/in/other.xml" "$dir/archive" "$dir/web"
ok 'an item that differs from the one that is there is refused' test "$status" -ne 0
ok 'and its message stays' test -e "$dir/in/other.xml"

# Nothing is left behind.
# shellcheck disable=SC2086 # words, on purpose
kill $servers
wait
for pid in $servers; do
	ok 'the server has ended' sh -c "! kill -0 $pid"
done
is 'and no other process of this test is there' "$(pgrep -f "$dir")" ''
done_testing
