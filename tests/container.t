#!/bin/sh
# Archives, mailboxes and web archives made by other programs, whole, damaged and hostile: every member is accounted for.
. tests/lib.sh

# members FILE [ARGUMENT...]: in $dir/out, one a line (tests/container/members.c says how)
members()
{
	run "$TREE/members" "$@"
}

# gives NAME WANT: "state name" of all members of the last run
gives()
{
	awk -F '\t' 'NR > 1 { sub(/^ */, "", $1); printf "%s%s %s", sep, $1, $3; sep = "; " }' "$dir/out" >"$dir/got"
	is "$1" "$(cat "$dir/got")" "$2"
}

mkdir -p "$dir/tree/dir"
printf 'one\n' >"$dir/tree/dir/one.txt"
printf 'two\n' >"$dir/tree/two.txt"
ln -s /etc/passwd "$dir/tree/link"
tar -C "$dir/tree" -cf "$dir/a.tar" dir/one.txt two.txt link
for how in gzip xz zstd bzip2; do
	if command -v $how >/dev/null; then
		$how -c "$dir/a.tar" >"$dir/a.tar.$how"
		members "$dir/a.tar.$how"
		gives "tar in $how" 'whole dir/one.txt; whole two.txt; passed-over link'
	else
		skip "tar in $how" 'not here'
	fi
done
members "$dir/a.tar"
gives tar 'whole dir/one.txt; whole two.txt; passed-over link'
has 'with the reason why one is passed over' "$dir/out" '^passed-over.*a link$'
tar --format=v7 -C "$dir/tree" -cf "$dir/v7.tar" dir/one.txt
members "$dir/v7.tar"
gives 'tar as it was in 1979' 'whole dir/one.txt'
gzip -c "$dir/tree/two.txt" | head -c 22 >"$dir/cut.txt.gz"
members "$dir/cut.txt.gz"
gives 'one file, compressed and cut off' 'broken member-1'
has 'says so' "$dir/out" 'cut off'
head -c 1700 "$dir/a.tar" >"$dir/cut.tar"
members "$dir/cut.tar"
has 'tar that is cut off: what is whole' "$dir/out" '^whole.*one.txt'
gzip -c "$dir/tree/two.txt" >"$dir/two.txt.gz"
members "$dir/two.txt.gz"
gives 'one file, compressed' 'whole member-1'
(cd "$dir/tree" && zip -q ../a.zip dir/one.txt two.txt)
members "$dir/a.zip"
gives 'zip' 'whole dir/one.txt; whole two.txt'

if ! command -v python3 >/dev/null; then
	skip 'what Python makes' 'no python3 here'
	done_testing
fi
python3 - "$dir" <<'END'
import email.message, gzip, io, mailbox, os, struct, sys, tarfile, zipfile, zlib
d = sys.argv[1] + '/'
def put(name, data):
    with open(d + name, 'wb') as f: f.write(data)
def zipped(names, method=zipfile.ZIP_DEFLATED, data=b'text ' * 200):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', method) as z:
        for n in names: z.writestr(n, data)
    return b.getvalue()
put('utf8.zip', zipped(['příloha/zpráva č. 1.txt', 'b.txt']))
# As the Explorer of a Czech Windows packs, and as one of the west does: bytes of a code page and no flag.
for name, page, member in (('cz.zip', 'cp852', 'Příliš žluťoučký kůň.txt'), ('de.zip', 'cp437', 'Größe für Ärzte.txt'),
                           ('win.zip', 'cp1250', 'tisková zpráva – ředitelství.txt')):
    raw = member.encode(page)
    put(name, zipped(['x' * len(raw)]).replace(b'x' * len(raw), raw))
put('inner.zip', zipped(['příloha.zip'], zipfile.ZIP_STORED, zipped(['zpráva.txt', 'b.txt'])))
whole = zipped(['one.txt', 'two.txt', 'three.txt'], zipfile.ZIP_STORED)
put('cut.zip', whole[:1900])
at = whole.index(b'two.txt') + 20
put('crc.zip', whole[:at] + b'?' + whole[at + 1:])
squeezed = bytearray(zipped(['one.txt', 'two.txt', 'three.txt'], data=os.urandom(3000)))
at = squeezed.index(b'two.txt') + 7
squeezed[at:at + 40] = b'\xff' * 40
put('deflate.zip', bytes(squeezed))
put('bomb.zip', zipped(['bomb.txt', 'two.txt'], data=bytes(64 * 1024 * 1024)))
put('many.zip', zipped(['%d.txt' % i for i in range(300)], data=b''))
put('sfx.zip', b'#!/bin/sh\nexit\n' + whole)
put('evil.zip', zipped(['../../etc/evil', '/root/.profile', 'C:\\\\win\\\\con.txt', 'a/./b//../c.txt', 'aux', 'x' * 300 + '.docx',
                        'bad\x1b[31m.txt', 'dots...', '..']))
put('budget.zip', zipped(['1.zip', '2.zip', '3.zip'], zipfile.ZIP_STORED, zipped(['a.txt', 'b.txt', 'c.txt'])))
# A tar cut off in mid-member, and right behind one: all members in front are whole.
def tarred(n):
    b = io.BytesIO()
    with tarfile.open(fileobj=b, mode='w') as t:
        for i in range(n):
            info = tarfile.TarInfo('%d.txt' % i)
            info.size = 1000
            t.addfile(info, io.BytesIO(os.urandom(1000)))
    return b.getvalue()
squeezed = gzip.compress(tarred(100))
squeezed = squeezed[:len(squeezed) * 3 // 5]
put('cut.tar.gz', squeezed)
whole_members = len(zlib.decompressobj(31).decompress(squeezed)) // 1536
put('cut.tar.gz.want', b'%d' % whole_members)
squeezed = zlib.compressobj(9, zlib.DEFLATED, 31)
put('between.tar.gz', squeezed.compress(tarred(9)[:9 * 1536]) + squeezed.flush(zlib.Z_SYNC_FLUSH))
nine = tarred(9)
put('twice.tar.gz', gzip.compress(nine[:5000]) + gzip.compress(nine[5000:]))
put('lies.zip', whole.replace(struct.pack('<II', 1000, 1000), struct.pack('<II', 1000, 3000000000)))
box = mailbox.mbox(d + 'box.mbox')
for i in range(3):
    m = email.message.EmailMessage()
    m['From'], m['Subject'] = 'a@example.com', 'Message %d' % i
    m.set_content('Text of it.\n\nFrom here on it goes.\n>From what was quoted.\nFrom me, 10:30, in 2019 as said\n')
    box.add(m)
box.close()
put('lf.mbox', b'From a@b.c Fri Mar 15 08:00:00 2019\nSubject: one\nContent-Length: 64\n\n' + b'a\n\nFrom x@y.z Fri Mar 15 08:00:00 2019\nSubject: in the text of one'[:64] +
    b'\n\nFrom a@b.c Fri Mar 15 08:00:00 2019\nSubject: two\n\nb\n')
put('from.txt', b'From the first of March 2019, 10:30, the office is closed.\nThat is all.\n')
def record(kind, url, block, more=b''):
    return (b'WARC/1.0\r\nWARC-Type: ' + kind + b'\r\nWARC-Target-URI: ' + url + b'\r\nWARC-Date: 2019-03-15T08:00:00Z\r\n' + more +
            b'Content-Length: %d\r\n\r\n' % len(block) + block + b'\r\n\r\n')
def answer(body, *fields, status=b'200 OK', type=b'text/html; charset=iso-8859-2'):
    return b'HTTP/1.1 ' + status + b'\r\nContent-Type: ' + type + b'\r\n' + b''.join(f + b'\r\n' for f in fields) + b'\r\n' + body
H = b'Content-Type: application/http;msgtype=response\r\n'
page = b'<html><p>A page</p></html>'
chunked = b'5\r\n' + page[:5] + b'\r\n15;x=1\r\n' + page[5:] + b'\r\n0\r\n\r\n'
raw = zlib.compressobj(9, zlib.DEFLATED, -15)
records = [
    record(b'warcinfo', b'', b'software: x\r\n'),
    record(b'request', b'http://a.example/', b'GET / HTTP/1.1\r\n\r\n'),
    record(b'response', b'http://a.example/plain', answer(page), H),
    record(b'response', b'http://a.example/chunked', answer(chunked, b'Transfer-Encoding: chunked'), H),
    record(b'response', b'http://a.example/gzip', answer(gzip.compress(page), b'Content-Encoding: gzip'), H),
    record(b'response', b'http://a.example/both', answer(b'%x\r\n' % len(gzip.compress(page)) + gzip.compress(page) + b'\r\n0\r\n\r\n', b'Content-Encoding: gzip', b'Transfer-Encoding: chunked'), H),
    record(b'response', b'http://a.example/zlib', answer(zlib.compress(page), b'Content-Encoding: deflate'), H),
    record(b'response', b'http://a.example/bare', answer(raw.compress(page) + raw.flush(), b'Content-Encoding: deflate'), H),
    record(b'response', b'http://a.example/unchunked', answer(page, b'Transfer-Encoding: chunked'), H),
    record(b'response', b'http://a.example/br', answer(page, b'Content-Encoding: br'), H),
    record(b'response', b'http://a.example/short', answer(page, b'Content-Length: 5000'), H),
    record(b'response', b'http://a.example/cut', answer(chunked[:20], b'Transfer-Encoding: chunked'), H),
    record(b'response', b'http://a.example/gone', answer(page, status=b'404 Not Found'), H),
    record(b'response', b'http://a.example/i.png', answer(b'\x89PNG', type=b'image/png'), H),
    record(b'revisit', b'http://a.example/again', answer(b''), H),
    record(b'resource', b'file:///page.html', page, b'Content-Type: text/html\r\n'),
    record(b'response', b'http://a.example/timeout', answer(page), H + b'WARC-Truncated: time\r\n'),
]
put('plain.warc', b''.join(records))
put('each.warc.gz', b''.join(gzip.compress(r) for r in records))
put('all.warc.gz', gzip.compress(b''.join(records)))
parts = [gzip.compress(r) for r in records[2:6]]
parts[1] = parts[1][:60] + b'\0\0\0\0' + parts[1][64:]
put('hurt.warc.gz', b''.join(parts))
put('cut.warc', b''.join(records[2:4])[:-30])
put('noise.warc', records[2] + b'noise that is no record\r\n' + records[3])
put('bomb.warc.gz', gzip.compress(record(b'response', b'http://a.example/', answer(bytes(1 << 26)), H)))
END

members "$dir/utf8.zip"
gives 'ZIP: names in UTF-8' 'whole příloha/zpráva č. 1.txt; whole b.txt'
members "$dir/cz.zip"
gives 'ZIP: names as a Czech Windows packs them' 'whole Příliš žluťoučký kůň.txt'
members "$dir/de.zip"
gives 'ZIP: names in code page 437' 'whole Größe für Ärzte.txt'
members "$dir/win.zip"
gives 'ZIP: names in windows-1250' 'whole tisková zpráva – ředitelství.txt'
members "$dir/inner.zip" 2
gives 'a container in a container' 'whole příloha.zip; whole zpráva.txt; whole b.txt'
members "$dir/inner.zip" 1
gives 'to the depth that is asked for' 'whole příloha.zip'
members "$dir/budget.zip" 2 9 100000 1000000 200
gives 'containers in each other share what one may hold' \
	'whole 1.zip; whole a.txt; whole b.txt; whole c.txt; whole 2.zip; whole a.txt; whole b.txt; whole c.txt; whole 3.zip; broken member-1'
has 'which is said' "$dir/out" 'more than 0 entries'
members "$dir/cut.tar.gz"
is 'a compressed tar that is cut off gives all that is whole' "$(grep -c '^whole' "$dir/out")" "$(cat "$dir/cut.tar.gz.want")"
is 'and says that it is not' "$(grep -c '^broken' "$dir/out")" 1
members "$dir/between.tar.gz"
is 'also right behind a member: all' "$(grep -c '^whole' "$dir/out")" 9
has 'and that it is cut off' "$dir/out" '^broken.*cut off'
members "$dir/twice.tar.gz"
is 'two streams behind each other' "$(grep -c '^whole' "$dir/out") $(grep -c '^broken' "$dir/out")" '9 0'
members "$dir/sfx.zip"
gives 'a ZIP behind a program is told by its front: none' ''
members "$dir/cut.zip"
has 'ZIP that is cut off: what is whole' "$dir/out" '^whole.*one.txt'
has 'and one that says that it is not' "$dir/out" '^broken'
members "$dir/crc.zip"
gives 'ZIP with a wrong sum' 'whole one.txt; broken two.txt; whole three.txt'
members "$dir/deflate.zip"
gives 'ZIP with damaged data' 'whole one.txt; broken two.txt; whole three.txt'
members "$dir/lies.zip"
status_is 'ZIP that lies about sizes' 0
members "$dir/bomb.zip"
gives 'a bomb stops' 'broken bomb.txt'
has 'and says why' "$dir/out" 'more than 200 times the size'
members "$dir/many.zip" 1 100 1000 1000 200
is 'too many entries' "$(grep -c '^whole' "$dir/out")" 100
has 'which is said' "$dir/out" 'broken.*more than 100 entries'
members "$dir/a.zip" 1 100 3 1000 200
gives 'members that are too large' 'broken dir/one.txt; broken two.txt'
members "$dir/a.zip" 1 100 1000 5 200
gives 'all that is too large' 'whole dir/one.txt; broken two.txt'

members "$dir/evil.zip"
cut -f 4 "$dir/out" | sed 1d >"$dir/paths"
cat >"$dir/want" <<'END'
etc/evil
root/.profile
C_/win/_con.txt
a/b/c.txt
_aux
END
head -n 5 "$dir/paths" >"$dir/first"
same 'names stay in their folder' "$dir/want" "$dir/first"
ok 'long ones are cut, and keep their suffix' sh -c "sed -n 6p '$dir/paths' | grep -qE '^x{100,}~[0-9a-f]{8}\.docx\$'"
is 'controls, dots at the end, nothing at all' "$(sed -n '7,9p' "$dir/paths" | tr '\n' ' ')" 'bad_[31m.txt dots _ '

members "$dir/box.mbox"
gives 'mailbox' 'whole message-1.eml; whole message-2.eml; whole message-3.eml'
members "$dir/lf.mbox"
gives 'a mailbox that says how long messages are' 'whole message-1.eml; whole message-2.eml'
members "$dir/from.txt"
gives 'a text that begins with From is none' ''

all='passed-over member-1; passed-over http://a.example/; whole http://a.example/plain; whole http://a.example/chunked'
all="$all; whole http://a.example/gzip; whole http://a.example/both; whole http://a.example/zlib; whole http://a.example/bare"
all="$all; whole http://a.example/unchunked; broken http://a.example/br; broken http://a.example/short; broken http://a.example/cut"
all="$all; passed-over http://a.example/gone; passed-over http://a.example/i.png; passed-over http://a.example/again"
all="$all; whole file:///page.html; broken http://a.example/timeout"
for file in plain.warc each.warc.gz all.warc.gz; do
	members "$dir/$file"
	gives "$file" "$all"
	is "$file: the same page each time" "$(grep '^whole' "$dir/out" | cut -f 2,8 | sort -u | wc -l)" 1
done
has 'the character set that the server said' "$dir/out" 'text/html	iso-8859-2	1552636800'
members "$dir/hurt.warc.gz"
gives 'a damaged record' 'whole http://a.example/plain; broken member-2; whole http://a.example/gzip; whole http://a.example/both'
members "$dir/cut.warc"
gives 'a web archive that is cut off' 'whole http://a.example/plain; broken http://a.example/chunked'
members "$dir/noise.warc"
gives 'what is no record' 'whole http://a.example/plain; broken member-2; whole http://a.example/chunked'
members "$dir/bomb.warc.gz"
has 'a bomb in a web archive' "$dir/out" '^broken.*more than 200 times'
done_testing
