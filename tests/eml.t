#!/bin/sh
# Mail: messages made by Python's email library are read, and it reads what is written.
. tests/lib.sh

if ! command -v python3 >/dev/null; then
	skip 'mail' 'no python3 here'
	done_testing
fi
printf 'A headline of the release\n\nPRAGUE, 15 March 2019 - A paragraph of the release that is attached.\n' >"$dir/release.txt"
awk 'BEGIN { for (i = 0; i < 12; i++) print "\nThe paragraph number " i " tells more of it, so that there is more than in a note." }' >>"$dir/release.txt"
"$BIN/txt2docx" -o "$dir/release.docx" "$dir/release.txt"
python3 - "$dir/" <<'END'
import base64, sys
from email.message import EmailMessage
from email.mime.text import MIMEText
d = sys.argv[1]
png = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')
lead = 'Společnost Závod dnes otevřela novou halu, která stála dvě miliardy korun a dá práci třem stům lidí z okolí města, jak řekl dnes její ředitel Jan Malý na místě.'
def new(subject='Fwd: [tisk] Závod v Kolíně otevřel novou halu'):
    m = EmailMessage()
    m['From'], m['To'], m['Subject'] = 'Jiří Novák <jiri@example.cz>', 'desk@example.com', subject
    m['Date'], m['Message-ID'] = 'Fri, 15 Mar 2019 08:00:00 +0100', '<abc.1@example.cz>'
    return m
def put(name, m):
    with open(d + name, 'wb') as f: f.write(m if isinstance(m, bytes) else bytes(m))
text = 'KOLÍN 15. března 2019 – ' + lead + '\n\nDalší odstavec.\n'
html = '<html><body><p>' + text.replace('\n\n', '</p><p>') + '<b>tučně</b></p><img src="cid:logo@x" alt="logo"></body></html>'
m = new(); m.set_content(text, charset='windows-1250'); m.add_alternative(html, subtype='html', charset='windows-1250', cte='base64')
m.get_payload()[1].add_related(png, 'image', 'png', cid='<logo@x>')
m.add_attachment(b'%PDF-1.4', maintype='application', subtype='pdf', filename='příloha.pdf')
put('full.eml', m)
m = new(); m.set_content(text); m.add_alternative('<html><body><p>View in browser</p></body></html>', subtype='html')
put('poor.eml', m)
docx = open(d + 'release.docx', 'rb').read()
kind = dict(maintype='application', subtype='vnd.openxmlformats-officedocument.wordprocessingml.document')
m = new('Press release'); m.set_content('Dear all,\n\nplease find our release attached.\n\n-- \nJiri Novak, tel. 702 159 658, and much more of the kind\n')
m.add_attachment(docx, filename='release.docx', **kind)
put('note.eml', m)
m = new('Press release'); m.set_content(text * 8); m.add_attachment(docx, filename='r\u00e9sum\u00e9.docx', **kind)
put('copy.eml', m)
# What is attached stands beside the images of the HTML, or within an alternative; the HTML is in pieces around it.
def part(type, body, more=''):
    coded = body if isinstance(body, str) else base64.encodebytes(body).decode()
    return f'Content-Type: {type}\nContent-Transfer-Encoding: {"8bit" if isinstance(body, str) else "base64"}\n{more}\n{coded}\n'
def multipart(kind, name, *parts):
    return f'Content-Type: multipart/{kind}; boundary={name}\n\n' + ''.join(f'--{name}\n{p}' for p in parts) + f'--{name}--\n'
def message(content):
    return ('From: a@b.c\nDate: Fri, 15 Mar 2019 08:00:00 +0100\nSubject: Press release\nMIME-Version: 1.0\n' + content).encode()
attached = lambda name: f'Content-Disposition: attachment; filename={name}\n'
logo = part('image/png', png, 'Content-ID: <logo@x>\n')
pdf = part('application/pdf', b'%PDF-1.4', 'Content-Disposition: inline; filename=plan.pdf\n')
word = part('/'.join(kind.values()), docx, attached('release.docx'))
page = lambda text: part('text/html; charset=utf-8', f'<html><body>{text}</body></html>')
image = '<img src="CID:logo%40x" alt="logo">'
put('related.eml', message(multipart('related', 'r', page(f'<p>See the release.</p>{image}'), logo, word, pdf)))
macros = part('application/octet-stream', docx, attached('Release.DOCM'))
put('macros.eml', message(multipart('mixed', 'm', part('text/plain', 'See the release.'), macros)))
put('named.eml', message(multipart('related', 'r', page(f'<p>{text}</p>{image}'), logo)))
pieces = multipart('mixed', 'm', page('Hello,'), pdf, page(f'<p>{text * 3}</p><p><b>tučně</b></p>'))
put('pieces.eml', message(multipart('alternative', 'a', part('text/plain; charset=utf-8', text * 3), pieces)))
nothing = multipart('mixed', 'm', page('Hello'), pdf, multipart('related', 'r', page('View it'), logo, word))
put('untaken.eml', message(multipart('alternative', 'a', part('text/plain; charset=utf-8', text * 8), nothing)))
m = new(); m.set_content('From: nobody\n' + text); put('plain.eml', m)
photo = part('image/png', png, 'Content-ID: <f1@x>\nContent-Disposition: inline; filename=f.png\n')
put('photo.eml', message(multipart('mixed', 'm', part('text/plain; charset=utf-8', text), photo)))
put('photos.eml', message(multipart('mixed', 'm', page(text + image), photo, logo)))
held = 'EMBARGO: 16 March 2027, 08:00 GMT'
put('held-note.eml', message(multipart('mixed', 'm', page(f'Dear all,<br>{held}<br>See the <b>release</b>.'), word)))
put('held-broken.eml', message(multipart('mixed', 'm', part('text/plain; charset=utf-8', f'Dear all,\0\n{held}\n'), word)))
english = 'A headline of it\n\nPRAGUE, 15 March 2019 - The company has opened the new hall, as it said on Friday at the place.\n'
for name, subject in ('held-begin', held + ' - A headline of it'), ('held-bracket', f'[{held}] A headline of it'), ('held-end', f'A headline of it ({held})'), ('free', 'A headline of the embargo of it'):
    put(name + '.eml', message(part('text/plain; charset=utf-8', english)).replace(b'Press release', subject.encode()))
inner = message(part('text/plain; charset=utf-8', english)).replace(b'Press release', held.encode()).decode()
put('held-inside.eml', message(multipart('mixed', 'm', part('text/plain', 'See below.'), part('message/rfc822', '').rstrip('\n') + '\n\n' + inner)))
put('held-both.eml', message(part('text/plain; charset=utf-8', held.replace('16', '17') + '\n\n' + english)).replace(b'Press release', held.encode()))
import binascii
lines = ''.join(binascii.b2a_uu(docx[i:i + 45], backtick=i % 2 == 0).decode() for i in range(0, len(docx), 45))
old = f'Content-Type: application/octet-stream\nContent-Transfer-Encoding: x-uuencode\n{attached("release.docx")}\nbegin 644 release.docx\n{lines}`\nend\n'
put('uuencode.eml', message(multipart('mixed', 'm', part('text/plain', 'See the release.'), old)))
coded = base64.encodebytes((text * 3).rstrip().encode() + b'..').decode()
assert '=' in coded
put('footer.eml', message(f'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{coded}____________\nA list of the press\n'))
two = base64.encodebytes(text.encode()[:100]).decode() + base64.encodebytes((text.encode()[100:] + b'Konec.')).decode()
put('twice.eml', message(f'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{two}'))
put('utf-7.eml', message(part('text/plain; charset=utf-7', 'A headline of it\n\nA text of th+AOk.\n')))
put('sealed.eml', message(part('application/pkcs7-mime; name=smime.p7m', b'0\x80')))
put('scan.eml', message(multipart('mixed', 'm', part('text/plain', '\n'), pdf)))
# Words cut within characters, by a program that cuts at bytes; another set; bytes that nobody names.
head = b'From: =?iso-8859-2?Q?Ji=F8=ED?= <j@example.cz>\r\nDate: 15 Mar 19 08:00 GMT\r\nMessage-ID: <x@y>\r\n'
two = 'Žluťoučký kůň a pes'.encode()
put('cut-words.eml', head + b'Subject: =?utf-8?B?' + base64.b64encode(two[:1]) + b'?=\r\n =?utf-8?B?' + base64.b64encode(two[1:]) + b'?= konec\r\n\r\n' + text.encode())
put('unnamed.eml', head + 'Subject: Tisková zpráva o hale v Kolíně\r\n\r\n'.encode('cp1250') + text.encode('cp1250'))
put('lying.eml', head + b'Subject: x\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n' + text.encode())
said = (text + '„Žádá šest lidí,“ řekl. ').encode('cp1250')
put('said.eml', head + b'Subject: =?iso-8859-2?B?' + base64.b64encode('Závod – žádá šest lidí'.encode('cp1250')) + b'?=\r\nContent-Type: text/plain; charset=iso-8859-2\r\nContent-Transfer-Encoding: base64\r\n\r\n' + base64.encodebytes(said))
put('flowed.eml', head + b'Subject: A headline of it\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nA headline of it\r\n\r\nPRAGUE, 15 March - A paragraph that \r\nflows over \r\nlines.\r\nA fixed line.\r\n\r\n> quoted \r\n> on\r\n')
put('nested.eml', b'From: a@b.c\r\nDate: Fri, 15 Mar 2019 08:00:00 +0100\r\nSubject: Fwd: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="o"\r\n\r\npreamble\r\n--o\r\n\r\nSee below.\r\n--o\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n' +
    head + b'Subject: inner\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\nContent-Type: text/plain\r\n\r\nplain\r\n--i\r\nContent-Type: text/html\r\n\r\n<p>The <b>inner</b> text</p>\r\n--i--\r\n--o--\r\nepilogue\r\n')
full = open(d + 'full.eml', 'rb').read()
put('cut.eml', full[:len(full) * 2 // 3])
put('deep.eml', b''.join(b'MIME-Version: 1.0\r\nFrom: a@b.c\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n' % (i, i) for i in range(5000)) + b'\r\nA text of a deep message\r\n')
put('wide.eml', b'MIME-Version: 1.0\r\nFrom: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n' + b'--b\r\n\r\nA text of a wide message\r\n' * 20000)
put('calls.eml', b'MIME-Version: 1.0\r\nFrom: a@b.c\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>A text' + b'<img src="cid:i">' * 50000 +
    b'\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <i>\r\n\r\n' + png * 1000 + b'\r\n--b--\r\n')
END

# tree FILE [OPTION...]: the document in $dir/out, what was said in $dir/err
tree()
{
	tree_file=$1
	shift
	run "$TREE/eml2tree" -v "$@" "$dir/$tree_file"
}

tree full.eml
has 'the HTML of alternatives is read' "$dir/out" '^  "tučně" style=b'
has 'with the image that it names' "$dir/out" 'image "logo" size=1x1 type=image/png'
has 'the subject stands for a headline that is missing' "$dir/out" '^  "Závod v Kolíně otevřel novou halu"$'
has 'the date' "$dir/out" '^meta date "2019-03-15T08:00:00\+01:00"$'
has 'who sent it' "$dir/out" '^meta creator "Jiří Novák"$'
has 'the guid is the address of the message' "$dir/out" '^meta guid "mid:abc.1@example.cz"$'
has 'what is attached is a loss, by its name' "$dir/err" 'loss of content: application/pdf: příloha.pdf \[L-attachment\]'
run "$BIN/eml2txt" --strict "$dir/full.eml"
refused 'which --strict does not allow' 65 '--strict: 1 of content'
sed 's/^To: .*/Importance: high\nReply-To: antwort@example.de\nX-Mailer: Some/' "$dir/poor.eml" >"$dir/more.eml"
tree more.eml
has 'a field that has no key is a loss of metadata' "$dir/err" 'loss of metadata: Reply-To: antwort@example.de \[L-metadata\]'
is 'one for each, and none for how it travelled' "$(grep -c 'L-metadata' "$dir/err")" 2
tree poor.eml
has 'HTML that says nothing gives way to the text' "$dir/out" 'Společnost Závod dnes otevřela'
tree note.eml
has 'the DOCX that goes with a note is the release' "$dir/out" '"A headline of the release"'
has 'the note is a loss' "$dir/err" '\[L-cover-note\]'
tree note.eml --attachment never
has '--attachment never reads the note' "$dir/out" 'please find our release attached'
tree copy.eml
has 'a DOCX that goes with the release is not read' "$dir/out" 'Společnost Závod'
has 'and a loss' "$dir/err" 'résumé.docx \[L-attachment\]'
tree related.eml
has 'a DOCX beside the images of the note is the release' "$dir/out" '"A headline of the release"'
has 'what else is attached there is a loss of content' "$dir/err" 'loss of content: application/pdf: plan.pdf \[L-attachment\]'
is 'and an image of the note is none' "$(grep -c 'image/png' "$dir/err")" 0
tree photo.eml
has 'an image that nothing calls by its name is shown' "$dir/out" 'image "" size=1x1 type=image/png'
tree photos.eml
is 'and each once, behind the HTML that calls another' "$(grep -o 'image "[a-z]*"' "$dir/out" | tr '\n' ' ')" 'image "logo" image "" '
run "$BIN/eml2txt" "$dir/sealed.eml"
refused 'a message that is encrypted' 65 'the message holds no text that can be read, but application/pkcs7-mime: smime.p7m$'
run "$BIN/eml2txt" "$dir/scan.eml"
refused 'and one that is nothing but a PDF' 65 'the message holds no text that can be read, but application/pdf: plan.pdf$'
for file in held-note held-broken held-begin held-bracket held-end held-inside; do
	tree $file.eml
	has "an embargo that stands beside the text: $file" "$dir/out" '^meta embargo "2027-03-16T08:00:00Z"$'
done
has 'people are to see it' "$dir/out" '^  "EMBARGO: 16 March 2027, 08:00 GMT"$'
tree held-both.eml
has 'the one of the text counts' "$dir/out" '^meta embargo "2027-03-17T08:00:00Z"$'
tree free.eml
is 'a word of the subject is none' "$(grep -c '^meta embargo' "$dir/out")" 0
tree uuencode.eml
has 'an attachment in the coding of old programs' "$dir/out" '"A headline of the release"'
tree footer.eml
has 'base64 ends where it is padded' "$dir/out" '^  "Další odstavec\.\.\."$'
has 'and what a list has added is a loss' "$dir/err" 'loss of content: .*\[L-encoding\]'
tree twice.eml
has 'two pieces of it are one text' "$dir/out" '"Konec\."'
is 'and no loss' "$(grep -c 'L-encoding' "$dir/err")" 0
tree utf-7.eml
has 'a character set that there is not' "$dir/err" 'warning: a part names an unknown character set, utf-7 \[W-charset\]'
tree macros.eml
has 'a Word file that may hold macros is one' "$dir/out" '"A headline of the release"'
tree named.eml
has 'an image is called by its name in percent escapes' "$dir/out" 'image "logo" size=1x1 type=image/png'
tree pieces.eml
has 'the HTML of an alternative is in pieces' "$dir/out" '^  "tučně" style=b'
has 'and the file between them is a loss' "$dir/err" 'loss of content: application/pdf: plan.pdf \[L-attachment\]'
tree untaken.eml
has 'the text is read where all pieces are poor' "$dir/out" 'Společnost Závod dnes otevřela'
has 'the files among them are losses' "$dir/err" 'loss of content: application/pdf: plan.pdf \[L-attachment\]'
has 'all of them' "$dir/err" 'release.docx \[L-attachment\]'
is 'and nothing else is' "$(grep -c 'L-attachment' "$dir/err")" 2
tree copy.eml --attachment 1
has '--attachment 1 reads it' "$dir/out" '"A headline of the release"'
run "$BIN/eml2txt" --attachment 2 "$dir/copy.eml"
refused '--attachment 2 when there is one' 65 'no attachment number 2'
run "$BIN/eml2txt" --attachment some "$dir/copy.eml"
refused '--attachment some' 64 'auto, never or a number'
tree cut-words.eml
has 'words of a field that were cut within a character' "$dir/out" '^meta title "Žluťoučký kůň a pes konec"$'
has 'a name in another character set' "$dir/out" '^meta creator "Jiří"$'
has 'a date of two digits, in a zone by name' "$dir/out" '^meta date "2019-03-15T08:00:00Z"$'
tree unnamed.eml
has 'a text in a character set that nobody names' "$dir/out" 'Společnost Závod dnes otevřela'
has 'and the fields' "$dir/out" '^meta title "Tisková zpráva o hale v Kolíně"$'
tree lying.eml
has 'a text that is not ASCII as it says' "$dir/out" 'Společnost Závod dnes otevřela'
tree said.eml
has 'windows-1250 that says ISO-8859-2' "$dir/out" '„Žádá šest lidí,“'
has 'also in a field' "$dir/out" '^meta title "Závod – žádá šest lidí"$'
is 'and no letter of it is lost' "$(grep -c 'L-' "$dir/err")" 0
tree flowed.eml
has 'lines that flow are a paragraph' "$dir/out" 'A paragraph that flows over lines\.'
has 'also where they are quoted' "$dir/out" '"quoted on"'
tree nested.eml
has 'a message that was forwarded is read' "$dir/out" '^  "inner" style=b'
if grep -qE 'preamble|epilogue|"plain"' "$dir/out"; then
	fail 'and nothing beside it' "$dir/out"
else
	pass 'and nothing beside it'
fi
tree cut.eml
has 'a message that is cut off is a loss' "$dir/err" '\[L-truncated\]'
for file in deep wide calls; do
	run timeout 20 "$BIN/eml2txt" -q "$dir/$file.eml"
	has "$file.eml is read" "$dir/out" 'A text'
done
{
	echo 'From a@b.c Fri Mar 15 08:00:00 2019'
	cat "$dir/flowed.eml"
} >"$dir/one.mbox"
run "$TREE/eml2tree" "$dir/one.mbox"
has 'a mailbox with one message is that' "$dir/out" 'flows over lines'
{
	cat "$dir/one.mbox"
	echo
	cat "$dir/one.mbox"
} >"$dir/two.mbox"
run "$BIN/eml2txt" "$dir/two.mbox"
refused 'one with several is refused' 65 'several messages'
run "$BIN/eml2txt" "$dir/release.txt"
refused 'a text is no message' 65 'no message'

# What is written.
python3 - "$dir/" >"$dir/page.html" <<'END'
import base64
png = base64.b64encode(base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')).decode()
print('<html lang="cs"><head><meta name="author" content="Jana &quot;X&quot; Malá"><meta name="keywords" content="sucho, voda"></head><body><h1>Ředitelství vodních cest žádá ještě třicet miliard korun na další přehrady v Čechách</h1>'
      '<p>PRAHA 15. března 2019 – Krátký text o přehradách. ' + 'Velmi dlouhé slovo. ' * 80 + '</p><p>From the beginning.</p><p>.</p>'
      '<p><img alt="a" src="data:image/png;base64,%s"><img alt="b" src="data:image/png;base64,%s"></p>'
      '<h2>Kontakt</h2><p>Jana Malá, tel. +420 702 159 658, jana.mala@example.cz</p></body></html>' % (png, png))
END
run "$BIN/html2eml" -q --meta 'provider=Ředitelství vodních cest' "$dir/page.html"
status_is 'a message is written' 0
cp "$dir/out" "$dir/page.eml"
python3 - "$dir/page.eml" >"$dir/seen" 2>&1 <<'END'
import email, sys
from email import policy
data = open(sys.argv[1], 'rb').read()
m = email.message_from_bytes(data, policy=policy.default)
print('subject:', m['Subject'])
print('from:', m['From'].addresses[0].display_name, m['From'].addresses[0].addr_spec)
print('date:', m['Date'].datetime.isoformat())
print('id:', m['Message-ID'])
print('defects:', [x for p in m.walk() for x in p.defects] + [x for v in m.values() for x in v.defects])
print('parts:', ' '.join(p.get_content_type() for p in m.walk()))
text, page = m.get_body(('plain',)), m.get_body(('html',))
lines = text.get_content().splitlines()
print('flowed:', text.get_param('format'), sum(l.endswith(' ') for l in lines) > 10, sum(len(l) > 78 for l in lines) == 2)
print('text:', 'From the beginning.' in lines, '.' in lines)
print('cid:', all('cid:' + p['Content-ID'][1:-1] in page.get_content() for p in m.walk() if p['Content-ID']))
print('lines:', max(map(len, data.split(b'\r\n'))) <= 78, data.count(b'\n') == data.count(b'\r\n'), data.isascii())
print('words:', all(len(w) <= 75 for w in data.split(b'\r\n\r\n')[0].split() if w.startswith(b'=?')), b'\n.' not in data)
END
cat >"$dir/want" <<'END'
subject: Ředitelství vodních cest žádá ještě třicet miliard korun na další přehrady v Čechách
from: Ředitelství vodních cest jana.mala@example.cz
defects: []
parts: multipart/alternative text/plain multipart/related text/html image/png
flowed: flowed True True
text: True True
cid: True
lines: True True True
words: True True
END
grep -vE '^(date|id):' "$dir/seen" >"$dir/got"
same "Python's email library shows what was meant" "$dir/want" "$dir/got"
has 'with a date' "$dir/seen" '^date: 2019-03-15T'
has 'and an address that comes from the guid' "$dir/seen" '^id: <urn\.uuid\.[0-9a-f-]{36}@wirecopy.invalid>$'
"$TREE/html2tree" -q --meta 'provider=Ředitelství vodních cest' "$dir/page.html" >"$dir/before"
"$TREE/eml2tree" -q "$dir/page.eml" >"$dir/after"
same 'it comes back as it was' "$dir/before" "$dir/after"
"$BIN/html2eml" -q --meta 'provider=Ředitelství vodních cest' "$dir/page.html" | cmp -s - "$dir/page.eml" && again=yes || again=no
is 'and is the same again' "$again" yes
"$BIN/eml2nml" -q "$dir/full.eml" >"$dir/item.xml"
"$BIN/nml2eml" -q "$dir/item.xml" >"$dir/back.eml"
has 'a message that came keeps its address' "$dir/back.eml" '^Message-ID: <abc\.1@example\.cz>'
run "$BIN/txt2eml" -q "$dir/release.txt"
has 'no address is made up' "$dir/out" '^From: "Unknown sender":;'
has 'ASCII stays as it is' "$dir/out" '^Subject: A headline of the release'
run "$BIN/html2eml" -q --no-images "$dir/page.html"
printf 'Новая линия метро открыта в столице\n\nМОСКВА, 15 марта 2019 — Новая линия метро открыта сегодня.\n' >"$dir/ru.txt"
run "$BIN/txt2eml" -q "$dir/ru.txt"
has 'a text with few ASCII letters is in base64' "$dir/out" '^Content-Transfer-Encoding: base64'
"$TREE/txt2tree" -q "$dir/ru.txt" >"$dir/before"
"$TREE/eml2tree" -q "$dir/out" >"$dir/after"
same 'and comes back' "$dir/before" "$dir/after"
run "$BIN/html2eml" -q --no-images "$dir/page.html"
lacks 'without images, no part for them' "$dir/out" 'multipart/related'
done_testing
