"""Hostile mail: parts without end, names that steer, codings that are none, and hostile files of the other formats in it."""
import base64

from docx_cases import TEXT as DOCX_TEXT, docx, document, para
from html_cases import page

MB = 1024 * 1024
TEXT = "A headline of the test\r\n\r\nOne paragraph of text that is long enough to be one. ENDMARK\r\n"
FIELDS = "From: A <a@example.com>\r\nDate: Fri, 15 Mar 2019 08:00:00 +0100\r\nSubject: A subject of the test\r\nMIME-Version: 1.0\r\n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def mail(content, kind="text/plain; charset=utf-8", more=""):
	return f"{FIELDS}{more}Content-Type: {kind}\r\n\r\n{content}"


def mixed(*parts):
	return mail("".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--\r\n", 'multipart/mixed; boundary="b"')


def part(content, kind="text/plain", more=""):
	return f"Content-Type: {kind}\r\n{more}\r\n{content}"


def coded(content, kind, name="x"):
	lines = base64.encodebytes(content).decode().replace("\n", "\r\n")
	return part(lines, f'{kind}; name="{name}"', "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n")


def fields():
	yield "subject-long", "either", mail(TEXT, more=f"Subject: {'word ' * 100000}\r\n")
	yield "words-long", "either", mail(TEXT, more="Keywords: " + "=?utf-8?B?xb4=?=\r\n " * 20000 + "x\r\n")
	yield "words-open", "either", mail(TEXT, more="Keywords: " + "=?utf-8?B?" * 40000 + "\r\n")
	yield "fields-100k", "either", mail(TEXT, more="X-A: b\r\n" * 100000)
	yield "received-folded", "either", mail(TEXT, more="Received: a" + "\r\n b" * 100000 + "\r\n")
	yield "charset-names", "either", mail(TEXT, more="X: " + "charset=utf-7 " * 50000 + "\r\n")
	yield "parameters", "either", mail(TEXT, "text/plain; " + "; ".join(f"a*{i}*=x" for i in range(20000)))
	yield "esc-in-fields", "either", mail(TEXT, more="Organization: \x1b[31m \x9b31m =?utf-8?B?G1szMW0=?=\r\nMessage-ID: <\x07@\x1b>\r\n")
	yield "date-bad", "either", mail(TEXT, more="Date: 99 Foo 99999 99:99:99 +9999\r\n")


def shapes():
	yield "parts-20k", "either", mixed(*[part(TEXT)] * 20000)
	yield "deep", "either", "".join(f'{FIELDS}Content-Type: multipart/mixed; boundary="b{i}"\r\n\r\n--b{i}\r\n' for i in range(3000)) + "\r\n" + TEXT
	yield "messages-in", "either", (FIELDS + "Content-Type: message/rfc822\r\n\r\n") * 3000 + FIELDS + "\r\n" + TEXT
	yield "boundary-open", "either", mail("--b\r\n" * 100000, 'multipart/mixed; boundary="b"')
	yield "boundary-empty", "either", mail(TEXT, 'multipart/mixed; boundary=""')
	cid = '<img src="cid:i">'
	yield "cid-many", "either", mail(
		"--b\r\n" + part("<h1>A headline</h1><p>A text. ENDMARK" + cid * 50000, "text/html") + "\r\n--b\r\n"
		+ part(base64.b64encode(bytes(60000)).decode(), "image/png", "Content-ID: <i>\r\nContent-Transfer-Encoding: base64\r\n") + "\r\n--b--\r\n",
		"multipart/related; boundary=b",
	)
	yield "base64-bad", "either", mail("!" * 100000 + base64.b64encode(TEXT.encode()).decode(), more="Content-Transfer-Encoding: base64\r\n")
	yield "quoted-bad", "either", mail("=" * 100000 + TEXT, more="Content-Transfer-Encoding: quoted-printable\r\n")
	yield "flowed", "either", mail("x \r\n" * 100000 + TEXT, "text/plain; format=flowed; delsp=yes")
	yield "path-name", "converted", mixed(part(TEXT), coded(b"x", "application/pdf", "../../../PWNED"))


def held(secret):
	yield "xss", "either", mail(page(f'<script>alert(1)</script><img src="{secret}" onerror=alert(1)><a href="javascript:x">x</a>'), "text/html; charset=utf-8")
	yield "html-deep", "either", mail(page("<div>" * 100000 + "x"), "text/html; charset=utf-8")
	note = part("See the release that is attached.")
	yield "docx-garbage", "refused", mixed(note, coded(b"PK\3\4" + bytes(500), WORD, "a.docx"))
	yield "docx-bomb", "refused", mixed(note, coded(docx(more={"word/document.xml": document(DOCX_TEXT + para("x" * (64 * MB)))}), WORD, "a.docx"))
	yield "docx-blocks", "refused", mixed(note, coded(docx(DOCX_TEXT + para("x") * 300000), WORD, "a.docx"))


def eml_cases(size, secret):
	if size == "big":
		yield "text-20m", "converted", mail(TEXT + "word and " * (20 * MB // 9)).encode()
		yield "base64-20m", "converted", mail(base64.encodebytes((TEXT + ("\n\n" + "word and words, 1. " * 6) * (MB // 6)).encode()).decode(), more="Content-Transfer-Encoding: base64\r\n").encode()
		yield "attached-40m", "converted", mixed(part(TEXT), coded(bytes(30 * MB), "application/pdf")).encode()
		return
	yield "empty", "refused", b""
	yield "no-fields", "refused", TEXT.encode()
	yield "garbage", "refused", bytes((i * 7919 + i // 3) % 251 for i in range(5000))
	yield "nul", "either", mail(TEXT.replace("ENDMARK", "a\0b")).encode()
	yield "cut", "either", mixed(part(TEXT), part(TEXT)).encode()[:-20]
	for cases in (fields(), shapes(), held(secret)):
		for name, expectation, text in cases:
			yield name, expectation, text.encode("utf-8", "surrogateescape")
