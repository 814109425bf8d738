"""Hostile text: bytes that are none, characters that steer terminals, shapes that make layouts slow."""
MB = 1024 * 1024
TEXT = "A headline of the test\n\nOne paragraph of text that is long enough to be one. ENDMARK\n"


def bytes_cases():
	good = TEXT.encode()
	yield "empty", "refused", b""
	yield "nul", "refused", good.replace(b"ENDMARK", b"a\0b")
	yield "nuls", "refused", bytes(100000)
	for name, raw in {
		"bad-utf8": b"\xff\xfe", "overlong": b"\xc0\xaf", "surrogates": b"\xed\xa0\x80", "beyond": b"\xf4\x90\x80\x80", "cut-utf8": b"\xe2\x82",
	}.items():
		yield name, "either", good.replace(b"ENDMARK", b"Ve\xcc\x8c " + raw)
	yield "mixed", "either", good + "\nPříliš žluťoučký kůň\n".encode() + "Příliš žluťoučký kůň úpěl\n".encode("cp1250")
	yield "latin1", "either", (TEXT + "\nL'été, déjà vu, garçon\n").encode("latin-1")
	yield "cp1252", "either", (TEXT + "\n“Quoted” – and €5\n").encode("cp1252")
	for name, mark, encoding in (("utf16le", b"\xff\xfe", "utf-16-le"), ("utf16be", b"\xfe\xff", "utf-16-be"), ("utf8-bom", b"\xef\xbb\xbf", "utf-8")):
		yield name, "converted", mark + (TEXT + "\nPříliš\n").encode(encoding)
	yield "utf32", "refused", b"\xff\xfe\0\0" + TEXT.encode("utf-32-le")
	yield "docx-as-txt", "refused", b"PK\x03\x04" + bytes(500)
	yield "ole2-as-txt", "refused", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(600)
	yield "garbage", "either", bytes((i * 7919 + i // 3) % 251 for i in range(5000))


def characters():
	yield "bom-middle", "\ufeffx\ufeffy"
	yield "eol-mix", "a\r\nb\rc\nd\u2028e\u2029f\x85g"
	yield "cr-only", "a\rb\r\rc"
	yield "ctl", "".join(map(chr, range(1, 32)))
	yield "esc", "\x1b[31mred\x1b]0;title\x07\x1bP"
	yield "c1", "\u009b31m\u0090\u009d"
	yield "nonchar", "\ufffe\uffff\U0001ffff"
	yield "bidi", "abc \u202exyz\u202c \u2066q\u2069 \u200f"
	yield "tags", "".join(chr(0xE0000 + c) for c in b"hidden text")
	yield "zalgo", "Z" + "\u0301\u0316\u0489" * 5000
	yield "markup", "<script>alert(1)</script> & &amp; ]]> --> <!-- \"'><img src=x onerror=alert(1)>"
	yield "url-js", "[x] <javascript:alert(1)> javascript:alert(1) [y](javascript:alert(1)) <data:text/html,x>"
	yield "backspace", "a\x08b" * 100
	yield "headers", "Guid: ../../PWNED\nEmbargo: 9999-99-99T99:99\nVersion: -1\nRoles: x=y;z"


def shapes():
	yield "lines-100k", "x\n" * 100000
	yield "paras-50k", "x\n\n" * 50000
	yield "quotes-deep", "> " * 5000 + "x"
	yield "bullets", "- x\n" * 50000
	yield "bullets-deep", "".join(" " * (2 * i) + "- x\n" for i in range(1000))
	yield "table-wide", ("| " + "c | " * 2000 + "\n") * 20
	yield "underlines", "x\n===\n\n" * 20000
	yield "brackets", "[" * 100000
	yield "angles", "<" * 100000 + "https://"
	yield "stars", "*_" * 100000
	yield "contacts", "Tel.: +420 123 456 789\nE-mail: a@example.com\n" * 5000
	yield "footnotes", "x [1] y [2]\n\n[1] https://example.com/\n[2] [1]\n" * 2000
	yield "dates", "PRAHA, 15. března 2026 - text\n\n" * 5000
	yield "digits", "1" * 200000
	yield "spaces", "x" + " " * 500000 + "y"
	yield "line-1m", "word and more " * 75000


def txt_cases(size, secret):
	if size == "big":
		yield "line-20m", "converted", (TEXT + "\n" + "word and " * (20 * MB // 9)).encode()
		yield "line-20m-nospace", "converted", (TEXT + "\n" + "x" * (20 * MB)).encode()
		yield "lines-5m", "either", (TEXT + "\n" + "x\n" * 5000000).encode()
		yield "paras-1m", "refused", (TEXT + "\n" + "x\n\n" * 1000000).encode()
		yield "bullets-1m", "refused", (TEXT + "\n" + "- x\n" * 1500000).encode()
		yield "marks-1m", "either", (TEXT + "\n" + "*a* _b_ " * 1000000).encode()
		yield "cells-1m", "refused", (TEXT + "\n" + ("|" + "x|" * 50 + "\n") * 20000).encode()
		yield "paras-100m", "either", (TEXT + "\n" + "The company will hire two hundred people in the plant and in the office of Brno.\n\n" * 1200000).encode()
		yield "nuls-1m", "refused", bytes(1000000)
		return
	yield from bytes_cases()
	for name, text in characters():
		yield name, "either", (TEXT + "\n" + text + "\n").encode("utf-8", "surrogatepass")
	for name, text in shapes():
		yield name, "either", (TEXT + "\n" + text + "\n").encode()
	yield "url-file", "converted", (TEXT + f"\n<{secret}>\n[Image: x] <{secret}>\n").encode()
