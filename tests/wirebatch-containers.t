#!/bin/sh
# wirebatch on containers that other programs made, whole, damaged and hostile: all that is whole is converted, all else is named.
. tests/lib.sh

if ! command -v python3 >/dev/null; then
	skip 'what Python makes' 'no python3 here'
	done_testing
fi
bin=$(cd "$BIN" && pwd)

# batch [OPTION...] INPUT...: to text, in the folder "to", with $dir/report
batch()
{
	rm -rf "$dir/to"
	(
		cd "$dir" || exit 1
		"$bin/wirebatch" --to txt --out to --report report "$@" >out 2>err
	)
	status=$?
}

# gives NAME WANT: "state member" of the last report's documents; those whose way is the input's own have none
gives()
{
	sed -n 's/^{"source":"[^"]*"\(,"member":"\([^"]*\)"\)\{0,1\},"state":"\([^"]*\)".*/\3 \2/p' "$dir/report" |
		sed 's/ $//' | awk '{ printf "%s%s", sep, $0; sep = "; " }' >"$dir/got"
	is "$1" "$(cat "$dir/got")" "$2"
	# in = done + failed + skipped, and as many outputs as are done
	sed -n 's/.*"summary":{"in":\([0-9]*\),"done":\([0-9]*\),"failed":\([0-9]*\),"skipped":\([0-9]*\).*/\1 \2 \3 \4/p' "$dir/report" >"$dir/sum"
	is "$1: all is accounted for" "$(awk '{ print $1 - $2 - $3 - $4, $2 }' "$dir/sum")" "0 $(find "$dir/to" -type f | wc -l)"
}

release()
{
	printf 'Headline number %s\n\nPRAHA, 3. března 2026 - One paragraph of text that is long enough to be one.\n' "$1"
}

# What tar makes
mkdir -p "$dir/in/březen"
release 1 >"$dir/in/1.txt"
release 2 >"$dir/in/březen/zpráva č. 2.txt"
ln -s /etc/passwd "$dir/in/link.txt"
ln "$dir/in/1.txt" "$dir/in/same.txt"
tar -C "$dir" -cf "$dir/a.tar" in/1.txt in/březen in/link.txt in/same.txt
tree='done in/1.txt; done in/březen/zpráva č. 2.txt; skipped in/link.txt; skipped in/same.txt'
batch a.tar
gives 'tar' "$tree"
has 'a link is no document' "$dir/report" '"member":"in/link.txt","state":"skipped","why":"a link"'
for how in gzip xz zstd bzip2; do
	if command -v $how >/dev/null; then
		$how -c "$dir/a.tar" >"$dir/packed"
		batch packed
		gives "tar in $how" "$tree"
	else
		skip "tar in $how" 'not here'
	fi
done
ok 'names as they were' test -f "$dir/to/packed/in/březen/zpráva č. 2.txt"
gzip -c "$dir/in/1.txt" >"$dir/one.txt.gz"
batch one.txt.gz
gives 'one file in gzip' 'done member-1'

"$BIN/txt2docx" -o "$dir/release.docx" "$dir/in/1.txt"
python3 - "$dir/" <<'END'
import gzip, io, mailbox, os, random, sys, tarfile, zipfile
from email.message import EmailMessage
d = sys.argv[1]
docx = open(d + 'release.docx', 'rb').read()
text = 'Headline %s\n\nBRNO 3. března 2026 – Společnost otevřela novou halu, která dá práci třem stům lidí.\n'
page = '<html><head><meta charset="utf-8"></head><body><h1>Headline %s</h1><p>BRNO 3. března 2026 – Odstavec stránky.</p></body></html>'
def put(name, data):
    with open(d + name, 'wb') as f: f.write(data)
def mail(subject):
    m = EmailMessage()
    m['From'], m['To'], m['Subject'] = 'Jiří Novák <jiri@example.cz>', 'desk@example.com', subject
    m['Date'], m['Message-ID'] = 'Tue, 03 Mar 2026 08:00:00 +0100', '<%s@example.cz>' % abs(hash(subject))
    return m
def zipped(files, method=zipfile.ZIP_DEFLATED):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', method) as z:
        for name, data in files: z.writestr(name, data)
    return b.getvalue()
def tarred(files, mode='w'):
    b = io.BytesIO()
    with tarfile.open(fileobj=b, mode=mode) as t:
        for name, data in files:
            info = tarfile.TarInfo(name)
            if isinstance(data, tuple):
                info.type, info.linkname = data
                t.addfile(info)
            else:
                info.size = len(data)
                t.addfile(info, io.BytesIO(data))
    return b.getvalue()

# A mailbox with the three kinds of mail that newsrooms get
box = mailbox.mbox(d + 'mail.mbox')
m = mail('Plain'); m.set_content(text % 'plain' + '\nFrom the first of March all is new.\n', charset='windows-1250'); box.add(m)
m = mail('Page'); m.set_content('see the other part'); m.add_alternative(page % 'page', subtype='html'); box.add(m)
m = mail('Attached'); m.set_content('Dear all,\n\nplease find it attached.\n')
m.add_attachment(docx, maintype='application', subtype='vnd.openxmlformats-officedocument.wordprocessingml.document', filename='zpráva.docx')
box.add(m)
box.close()
put('one.eml', bytes(m))

one, two = (text % 1).encode(), (text % 2).encode('cp1250')
put('names.zip', zipped([('příloha/zpráva č. 1.txt', one), ('b.html', (page % 'b').encode()), ('c.docx', docx), ('logo.png', b'\x89PNG\r\n\x1a\n')]))
name = 'Příliš žluťoučký kůň.txt'.encode('cp852')
put('cz.zip', zipped([('x' * len(name), two)]).replace(b'x' * len(name), name))
# Containers in each other: the fifth is not opened, what stands beside it is.
deep = zipped([('5.txt', one)])
for i in 4, 3, 2, 1: deep = zipped([('%d.zip' % (i + 1), deep), ('%d.txt' % i, one)], zipfile.ZIP_STORED)
put('deep.zip', deep)
put('mixed.tgz', tarred([('mail.mbox', open(d + 'mail.mbox', 'rb').read()), ('in.zip', zipped([('a.txt', one)]))], 'w:gz'))
# Damage
whole = zipped([(n, one * 9) for n in ('1.txt', '2.txt', '3.txt')], zipfile.ZIP_STORED)
at = whole.index(b'2.txt') + 30
put('hurt.zip', whole[:at] + b'?' + whole[at + 1:])
put('cut.zip', whole[:len(whole) * 6 // 10])
three = tarred([('1.txt', one), ('2.txt', one * 99), ('3.txt', one)])
put('cut.tar', three[:4000])
# What decompresses gives its blocks whole: the first member is more than one.
put('cut.tar.gz', gzip.compress(tarred([('1.txt', one * 1000), ('2.bin', random.Random(1).randbytes(400000)), ('3.txt', one)]))[:200000])
# As the Finder of macOS makes them, with pictures of other kinds.
put('finder.zip', zipped([('1.txt', one), ('__MACOSX/._1.txt', b'\0\5\x16\7\0\2\0\0Mac OS X' + bytes(80)), ('.DS_Store', b'\0\0\0\1Bud1' + bytes(80)),
    ('a.webp', b'RIFF\x24\0\0\0WEBPVP8 ' + bytes(30)), ('a.tif', b'II*\0' + bytes(30)), ('a.heic', b'\0\0\0\x18ftypheic' + bytes(30)), ('a.bmp', b'BM\x46\0\0\0\0\0\0\0\x36' + bytes(30))]))
put('nothing.zip', zipped([]))
put('noise.gz', b'\x1f\x8b\x08' + bytes(200))
# Bombs
put('bomb.zip', zipped([('1.txt', one), ('bomb.txt', b' ' * (80 << 20))]))
put('bombs.zip', zipped([('%d.zip' % i, zipped([('bomb.txt', b' ' * (40 << 20))])) for i in range(3)] + [('after.txt', one)], zipfile.ZIP_STORED))
# Names that lead elsewhere
evil = ['../../evil.txt', '/abs/evil.txt', '..\\..\\evil.txt', 'C:\\evil.txt', 'a/../../../evil.txt', '..', 'con.txt', 'x\x1b[2J.txt', 'a' * 300 + '.txt']
put('evil.zip', zipped([(n, one) for n in evil]))
put('evil.tar', tarred([('link', (tarfile.SYMTYPE, '/tmp')), ('link/evil.txt', one), ('hard', (tarfile.LNKTYPE, '../outside')),
    ('dev', (tarfile.CHRTYPE, '')), ('../evil.txt', one), ('fifo', (tarfile.FIFOTYPE, ''))]))
END

batch mail.mbox one.eml
gives 'a mailbox and a message of Python' 'done message-1.eml; done message-2.eml; done message-3.eml; done'
has 'a text in another character set' "$dir/to/mail.mbox/message-1.txt" '^Společnost|Společnost otevřela'
has 'with all its lines' "$dir/to/mail.mbox/message-1.txt" '^From the first of March'
has 'a page in a mail' "$dir/to/mail.mbox/message-2.txt" 'Odstavec stránky'
has 'a DOCX in a mail' "$dir/to/mail.mbox/message-3.txt" 'Headline number 1'
same 'a message is the same in a file of its own' "$dir/to/one.txt" "$dir/to/mail.mbox/message-3.txt"

batch finder.zip
gives 'a ZIP of macOS: what is no document fails nowhere' \
	'done 1.txt; skipped __MACOSX/._1.txt; skipped .DS_Store; skipped a.webp; skipped a.tif; skipped a.heic; skipped a.bmp'

batch names.zip cz.zip
gives 'ZIP of Python, and of a Czech Windows' 'done příloha/zpráva č. 1.txt; done b.html; done c.docx; skipped logo.png; done Příliš žluťoučký kůň.txt'
has 'what is passed over is named' "$dir/report" '"member":"logo.png","state":"skipped","why":"this is a PNG'
ok 'names are letters in the outputs' test -f "$dir/to/cz.zip/Příliš žluťoučký kůň.txt"
has 'and so is the text' "$dir/to/cz.zip/Příliš žluťoučký kůň.txt" 'Společnost otevřela novou halu'

batch deep.zip
gives 'four in each other' 'failed 2.zip/3.zip/4.zip/5.zip; done 2.zip/3.zip/4.zip/4.txt; done 2.zip/3.zip/3.txt; done 2.zip/2.txt; done 1.txt'
has 'the fifth is named' "$dir/err" '5.zip: containers in each other, deeper than is opened'
batch mixed.tgz
gives 'mail and ZIP in a tar' 'done mail.mbox/message-1.eml; done mail.mbox/message-2.eml; done mail.mbox/message-3.eml; done in.zip/a.txt'

# Damage
batch hurt.zip
gives 'a ZIP with a damaged member' 'done 1.txt; failed 2.txt; done 3.txt'
status_is 'is no success' 65
for container in cut.zip cut.tar cut.tar.gz; do
	batch $container
	status_is "$container" 65
	ok "$container: what is whole" test -f "$dir/to/$container/1.txt"
	has "$container: and what is not" "$dir/report" '"state":"failed"'
	ok "$container: nothing half" test ! -e "$dir/to/$container/2.txt"
done
batch nothing.zip noise.gz names.zip
ok 'a container without sense does not end the run' test -f "$dir/to/names.zip/b.txt"
status_is 'but it is no success' 65

# Bombs
batch bomb.zip bombs.zip
gives 'bombs stop, what stands beside them is converted' \
	'done 1.txt; failed bomb.txt; failed 0.zip/bomb.txt; failed 1.zip/bomb.txt; failed 2.zip/bomb.txt; done after.txt'
has 'and it is said at what' "$dir/err" 'more than 200 times the size'

# Names that lead elsewhere
mkdir -p "$dir/up/here"
(cd "$dir/up/here" && "$bin/wirebatch" -q --to txt --out to ../../evil.zip ../../evil.tar >"$dir/out" 2>"$dir/err")
is 'nothing leaves the output folder' "$(cd "$dir/up" && find . -mindepth 1 -maxdepth 2 | sort | tr '\n' ' ')" './here ./here/to '
is 'no link and no device is made' "$(find "$dir/up" ! -type f ! -type d)" ''
is 'all that have bytes are converted' "$(find "$dir/up" -type f | wc -l)" 11
ok 'nor is any above' sh -c "! find '$dir' -name 'evil.txt' -not -path '$dir/up/here/to/*' | grep ."
is 'no name has a control' "$(find "$dir/up" | grep -c "$(printf '\033')")" 0

# What is not readable
release 3 >"$dir/closed.txt"
chmod 0 "$dir/closed.txt"
mkfifo "$dir/fifo"
if [ "$(id -u)" -eq 0 ]; then
	skip 'a file that may not be read' 'root reads all'
else
	batch closed.txt in/1.txt
	gives 'a file that may not be read' 'failed; done'
	has 'is said' "$dir/err" '^wirebatch: closed.txt: cannot read: Permission denied'
fi
batch fifo in/1.txt in/none.txt
gives 'a pipe, a file, no file' 'skipped; done; failed'
status_is 'the status is that of the worst' 66

# One document that takes too much is one document that fails.
if has_sandbox; then
	long_text >"$dir/long.txt"
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do cat "$dir/long.txt"; done >"$dir/large.txt"
	rm -rf "$dir/to"
	# shellcheck disable=SC3045 # the shells of Linux and the BSDs have it
	(cd "$dir" && ulimit -v 150000 && exec "$bin/wirebatch" --to txt --out to --report report in/1.txt large.txt in/same.txt >out 2>err)
	status=$?
	status_is 'too much memory' 71
	gives 'fails alone' 'done; failed; done'
	has 'with its reason' "$dir/err" '^wirebatch: large.txt: .*memory'
	cat "$dir/large.txt" "$dir/large.txt" >"$dir/huge.txt"
	rm -rf "$dir/to"
	(cd "$dir" && exec "$bin/wirebatch" --to docx --limit-time 1 --out to --report report in/1.txt huge.txt in/same.txt >out 2>err)
	status=$?
	status_is 'too much time' 65
	gives 'fails alone too' 'done; failed; done'
	has 'with its reason' "$dir/err" '^wirebatch: huge.txt: takes more than 1 seconds'
else
	skip 'limits of a document' 'a sanitizer takes more than these'
fi
done_testing
