"""Hostile DOCX: what is none, what is damaged, what lies, what blows up, what points elsewhere."""
import io
import struct
import warnings
import zipfile
import zlib

from xml_cases import xml_attacks

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006"
ROOT = f'xmlns:w="{W}" xmlns:r="{R}"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
TYPES = (
	f'<Types xmlns="{P}/content-types"><Default Extension="rels" '
	f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
)
MB = 1024 * 1024


def para(text, properties=""):
	return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


TEXT = para("A headline of the test") + para("One paragraph of text that is long enough to be one. ENDMARK")


def document(body, head=HEAD):
	return f"{head}<w:document {ROOT}><w:body>{body}</w:body></w:document>"


def rels(*entries):
	body = "".join(
		f'<Relationship Id="r{i}" Type="{R}/{kind}" Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if external else ""}/>'
		for i, (kind, target, external) in enumerate(entries)
	)
	return f'{HEAD}<Relationships xmlns="{P}/relationships">{body}</Relationships>'


def parts(body=TEXT, more=None, links=()):
	result = {
		"[Content_Types].xml": TYPES,
		"_rels/.rels": rels(("officeDocument", "word/document.xml", False)),
		"word/document.xml": body if body.startswith("<?xml") or not body.startswith("<w:p") and "<w:document" in body else document(body),
	}
	if links:
		result["word/_rels/document.xml.rels"] = rels(*links)
	result.update(more or {})
	return result


warnings.simplefilter("ignore")  # of two parts with one name: that is the case


def archive(files, method=zipfile.ZIP_DEFLATED):
	"""files: a dict, or pairs where a name comes twice."""
	out = io.BytesIO()
	with zipfile.ZipFile(out, "w", method) as z:
		for name, content in files.items() if isinstance(files, dict) else files:
			info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
			info.compress_type = method
			z.writestr(info, content)
	return out.getvalue()


def docx(body=TEXT, more=None, links=(), method=zipfile.ZIP_DEFLATED):
	return archive(parts(body, more, links), method)


def entries_of(data, name):
	"""Where the central and the local header of an entry begin."""
	raw = name.encode()
	at = data.find(b"PK\x01\x02")
	while at >= 0:
		length = struct.unpack_from("<H", data, at + 28)[0]
		if data[at + 46 : at + 46 + length] == raw:
			return at, struct.unpack_from("<I", data, at + 42)[0]
		at = data.find(b"PK\x01\x02", at + 4)
	raise KeyError(name)


def patched(data, changes, name="word/document.xml"):
	"""changes: (header "central" or "local", offset in it, struct format, value or function of the old one)."""
	data = bytearray(data)
	central, local = entries_of(data, name)
	for header, offset, form, value in changes:
		at = (central if header == "central" else local) + offset
		old = struct.unpack_from(form, data, at)[0]
		struct.pack_into(form, data, at, value(old) if callable(value) else value)
	return bytes(data)


def streamed(lie=0):
	"""With sizes and checksum behind the data, and a flag that says so."""
	out = io.BytesIO()

	class NoSeek(io.RawIOBase):
		def writable(self):
			return True

		def write(self, b):
			return out.write(b)

	with zipfile.ZipFile(NoSeek(), "w", zipfile.ZIP_DEFLATED) as z:
		for name, content in parts().items():
			z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
	data = bytearray(out.getvalue())
	if lie:
		central, _ = entries_of(data, "word/document.xml")
		struct.pack_into("<I", data, central + 24, struct.unpack_from("<I", data, central + 24)[0] + lie)
	return bytes(data)


def no_docx():
	yield "empty", "refused", b""
	yield "byte", "refused", b"P"
	yield "garbage", "refused", bytes((i * 7919 + i // 3) % 251 for i in range(5000))
	yield "pk-garbage", "refused", b"PK\x03\x04" + bytes(i * 31 % 256 for i in range(500))
	yield "ole2", "refused", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(600)
	yield "html-named-docx", "refused", b"<!DOCTYPE html><p>Not a document of Word"
	yield "rtf-named-docx", "refused", rb"{\rtf1\ansi Not a document of Word}"
	yield "plain-zip", "refused", archive({"a.txt": "text"})
	yield "empty-zip", "refused", b"PK\x05\x06" + bytes(18)
	yield "no-document", "refused", archive({k: v for k, v in parts().items() if "document" not in k})
	yield "wrong-root", "refused", docx(f'{HEAD}<w:styles {ROOT}><w:body/></w:styles>', {"word/document.xml": f"{HEAD}<w:styles {ROOT}/>"})
	yield "wrong-namespace", "refused", docx(more={"word/document.xml": document(TEXT).replace(W, "urn:x")})
	link = zipfile.ZipInfo("word/document.xml")
	link.external_attr = 0o120777 << 16
	link.create_system = 3
	files = [(k, v) for k, v in parts().items() if k != "word/document.xml"]
	out = io.BytesIO()
	with zipfile.ZipFile(out, "w") as z:
		for name, content in files:
			z.writestr(name, content)
		z.writestr(link, "/etc/hostname")
	yield "symlink", "refused", out.getvalue()


def damaged():
	whole = docx(TEXT * 40)
	yield "trunc-half", "refused", whole[: len(whole) // 2]
	yield "trunc-eocd", "refused", whole[:-22]
	yield "trunc-byte", "refused", whole[:-1]
	yield "trunc-cd", "refused", whole[:-60]
	good = document(TEXT)
	for name, text in {
		"xml-trunc": good[: len(good) - 40],
		"xml-mismatch": good.replace("</w:body>", "</w:bdoy>"),
		"xml-junk-after": good + "<junk",
		"xml-empty-part": "",
	}.items():
		yield name, "refused", docx(more={"word/document.xml": text})
	at = entries_of(whole, "word/document.xml")[1] + 30 + len("word/document.xml")
	flipped = bytearray(whole)
	flipped[at + 40] ^= 0x55
	yield "deflate-corrupt", "refused", bytes(flipped)
	stored = bytearray(docx(method=zipfile.ZIP_STORED))
	at = stored.find(b"ENDMARK")
	stored[at] ^= 1
	yield "stored-flipped", "refused", bytes(stored)


def lies():
	good = docx()
	crc = [("central", 16, "<I", lambda old: old ^ 1), ("local", 14, "<I", lambda old: old ^ 1)]
	yield "crc-bad", "refused", patched(good, crc)
	for name, value in {"small": 100, "one": lambda old: old - 1, "big": lambda old: old + 100000, "4g": 0xFFFFFFFE}.items():
		yield f"lie-usize-{name}", "refused", patched(good, [("central", 24, "<I", value), ("local", 22, "<I", value)])
	for name, value in {"small": 10, "one": lambda old: old - 1, "big": lambda old: old + 100000, "4g": 0xFFFFFFFE}.items():
		yield f"lie-csize-{name}", "either", patched(good, [("central", 20, "<I", value), ("local", 18, "<I", value)])
	for name, offset in {"usize": 22, "csize": 18}.items():
		yield f"lie-local-{name}", "either", patched(good, [("local", offset, "<I", 5)])
	yield "lie-local-offset", "refused", patched(good, [("central", 42, "<I", lambda old: old + 7)])
	yield "dd-ok", "converted", streamed()
	yield "dd-lie", "refused", streamed(50)
	yield "method-99", "refused", patched(good, [("central", 10, "<H", 99), ("local", 8, "<H", 99)])
	yield "method-lzma", "refused", docx(method=zipfile.ZIP_LZMA)
	yield "method-bzip2", "refused", docx(method=zipfile.ZIP_BZIP2)
	yield "zipcrypto", "refused", patched(good, [("central", 8, "<H", lambda old: old | 1), ("local", 6, "<H", lambda old: old | 1)])
	end = good.rfind(b"PK\x05\x06")
	for name, offset, form, value in (("eocd-count", 10, "<H", 2), ("cd-offset", 16, "<I", 9)):
		data = bytearray(good)
		struct.pack_into(form, data, end + offset, value)
		yield name, "refused", bytes(data)
	data = bytearray(good)
	central, _ = entries_of(good, "word/document.xml")
	struct.pack_into("<I", data, central + 24, 0xFFFFFFFF)
	yield "lie-zip64", "refused", bytes(data)


def ambiguous():
	files = list(parts().items())
	for name, first, second in (("dup-entry", "word/document.xml", "word/document.xml"), ("dup-case", "word/document.xml", "WORD/Document.XML")):
		yield name, "refused", archive(files + [(second, document(para("Another text. OTHERMARK")))])
	good = docx()
	yield "prefix-junk", "either", b"#!/bin/sh\necho\n" + good
	yield "suffix-junk", "either", good + b"junk behind the end"
	fake = b"PK\x05\x06" + bytes(18)
	yield "fake-eocd", "either", good[:-2] + struct.pack("<H", len(fake)) + fake
	yield "backslash", "converted", archive({k.replace("/", "\\"): v for k, v in files})
	yield "leading-slash", "converted", archive({"/" + k: v for k, v in files})
	raw = bytearray(docx(more={"word/documentX.xml": "x"}))
	for _ in range(2):
		at = raw.find(b"word/documentX.xml")
		raw[at + 13] = 0
	yield "nul-name", "either", bytes(raw)
	renamed = parts()
	renamed["word/document2.xml"] = renamed.pop("word/document.xml")
	renamed["_rels/.rels"] = rels(("officeDocument", "word/document2.xml", False))
	yield "renamed-part", "converted", archive(renamed)
	absolute = parts()
	absolute["_rels/.rels"] = rels(("officeDocument", "/word/document.xml", False))
	yield "abs-target", "converted", archive(absolute)


def paths(secret):
	yield "traversal", "converted", docx(more={"../../PWNED": "x", "../PWNED": "x", "/tmp/PWNED": "x"})
	for name, target in (("rels-escape", "../../../../etc/hostname"), ("rels-file", secret), ("rels-absolute", "/etc/hostname")):
		picture = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="r0"/></v:shape></w:pict></w:r></w:p>'
		yield name, "converted", docx(TEXT + picture, links=[("image", target, False)])
		yield name + "-external", "converted", docx(TEXT + picture, links=[("image", target, True)])
	for name, target in (("http", "http://127.0.0.1:9/x.png"), ("unc", "\\\\127.0.0.1\\share\\x.png")):
		yield "ext-image-" + name, "converted", docx(TEXT, links=[("image", target, True)])
	settings = f'{HEAD}<w:settings {ROOT}><w:attachedTemplate r:id="r0"/></w:settings>'
	yield "ext-template", "converted", docx(
		TEXT, {"word/settings.xml": settings, "word/_rels/settings.xml.rels": rels(("attachedTemplate", secret, True))}, [("settings", "settings.xml", False)]
	)
	field = f'<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;{secret}&quot;"><w:r><w:t>shown</w:t></w:r></w:fldSimple></w:p>'
	yield "field-include", "converted", docx(TEXT + field)
	for name, instruction in (("dde", "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/k calc&quot;"), ("includepicture", f"INCLUDEPICTURE &quot;{secret}&quot;")):
		yield "field-" + name, "converted", docx(TEXT + f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>shown</w:t></w:r></w:fldSimple></w:p>')


def cycles():
	yield "rels-cycle", "converted", docx(more={"word/_rels/document.xml.rels": rels(("footnotes", "document.xml", False), ("styles", "document.xml", False))})
	yield "altchunk-self", "either", docx(TEXT + '<w:altChunk r:id="r0"/>', links=[("aFChunk", "document.xml", False)])
	inner = docx(TEXT)
	for _ in range(4):
		inner = docx(TEXT + '<w:altChunk r:id="r0"/>', {"word/inner.docx": inner}, [("aFChunk", "inner.docx", False)])
	yield "nested-docx", "either", inner
	for name, pairs in (("style-cycle", (("a", "b"), ("b", "a"))), ("style-self", (("a", "a"),))):
		sheet = "".join(f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>' for a, b in pairs)
		yield name, "converted", docx(
			para("Styled text of the test", '<w:pPr><w:pStyle w:val="a"/></w:pPr>') + TEXT,
			{"word/styles.xml": f"{HEAD}<w:styles {ROOT}>{sheet}</w:styles>"}, [("styles", "styles.xml", False)],
		)
	numbering = (
		f'{HEAD}<w:numbering {ROOT}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum>'
		'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
	)
	sheet = '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
	yield "num-cycle", "converted", docx(
		TEXT + para("An item of a list", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
		{"word/numbering.xml": numbering, "word/styles.xml": f"{HEAD}<w:styles {ROOT}>{sheet}</w:styles>"},
		[("numbering", "numbering.xml", False), ("styles", "styles.xml", False)],
	)
	reference = '<w:p><w:r><w:t>Note</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
	notes = f'{HEAD}<w:footnotes {ROOT}><w:footnote w:id="2">{reference}</w:footnote></w:footnotes>'
	yield "foot-self", "converted", docx(TEXT + reference, {"word/footnotes.xml": notes}, [("footnotes", "footnotes.xml", False)])
	begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
	yield "field-open", "converted", docx(f"<w:p>{begin * 1000}</w:p>" + TEXT)


def hidden():
	yield "hidden", "converted", docx(
		TEXT + '<w:p><w:del w:id="1" w:author="A. Uthor"><w:r><w:delText>DELETED-TEXT</w:delText></w:r></w:del>'
		'<w:r><w:rPr><w:vanish/></w:rPr><w:t>VANISHED-TEXT</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>'
	)
	for scheme, target in (("js", "javascript:alert(1)"), ("data", "data:text/html,x"), ("vb", "vbscript:x"), ("ctl", "java&#x9;script:alert(1)")):
		yield "link-" + scheme, "converted", docx(TEXT + '<w:p><w:hyperlink r:id="r0"><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>', links=[("hyperlink", target, True)])
	yield "html-in-text", "converted", docx(TEXT + para("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"))
	yield "esc-in-text", "converted", docx(TEXT + para("C1 \u009b31m, bidi \u202eabc\u202c, isolates \u2066x\u2069"))


def sizes(size):
	if size == "small":
		yield "deep", "either", docx(TEXT + "<w:sdt><w:sdtContent>" * 200 + TEXT + "</w:sdtContent></w:sdt>" * 200)
		yield "deep-100k", "refused", docx("<w:p/>" + "<w:sdt>" * 100000 + "</w:sdt>" * 100000)
		yield "attrs-100k", "refused", docx(TEXT + "<w:p " + " ".join(f'w:a{i}=""' for i in range(100000)) + "/>")
		yield "ns-100k", "refused", docx(TEXT + "<w:p " + " ".join(f'xmlns:a{i}="urn:{i}"' for i in range(100000)) + "/>")
		yield "name-1m", "either", docx(TEXT + f"<w:{'n' * MB}/>")
		nested = "<w:tbl><w:tr><w:tc>" * 60 + TEXT + "</w:tc></w:tr></w:tbl>" * 60
		yield "deep-tables", "either", docx(TEXT + nested)
		chain = "".join(f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>' for i in range(100000))
		yield "style-chain-100k", "either", docx(
			para("Styled", '<w:pPr><w:pStyle w:val="s0"/></w:pPr>') + TEXT,
			{"word/styles.xml": f"{HEAD}<w:styles {ROOT}>{chain}</w:styles>"}, [("styles", "styles.xml", False)],
		)
		item = '<w:pPr><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="-99999999999"/></w:numPr></w:pPr>'
		yield "num-huge", "converted", docx(TEXT + para("Item", item))
		cell = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>{para("cell")}</w:tc></w:tr></w:tbl>'
		yield "span-huge", "either", docx(TEXT + cell)
		yield "entries-20k", "refused", docx(more={f"x/{i}": "" for i in range(20000)})
		return
	stuff = " " * 64 * MB
	yield "bomb-text-1g", "refused", docx(more={"word/document.xml": document(TEXT + para("x" * (1024 * MB)))})
	yield "bomb-elems", "refused", docx(more={"word/document.xml": document("<w:p/>" * (40 * MB))})
	lied = docx(more={"word/document.xml": document(TEXT + para("x" * (512 * MB)))})
	yield "bomb-lied", "refused", patched(lied, [("central", 24, "<I", 5000), ("local", 22, "<I", 5000)])
	yield "bomb-styles", "refused", docx(more={"word/styles.xml": f"{HEAD}<w:styles {ROOT}>{stuff * 8}</w:styles>"}, links=[("styles", "styles.xml", False)])
	yield "bomb-unused", "converted", docx(more={f"x/{i}": stuff for i in range(20)})
	yield "paras-1m", "refused", docx(TEXT + para("x") * 1000000)
	yield "paras-190k", "converted", docx(TEXT + para("x") * 190000)
	yield "runs-1m", "refused", docx(TEXT + "<w:p>" + "<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r>" * 500000 + "</w:p>")
	yield "cells-1m", "refused", docx(TEXT + "<w:tbl>" + ("<w:tr>" + "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * 100 + "</w:tr>") * 5000 + "</w:tbl>")
	yield "breaks-2m", "either", docx(TEXT + "<w:p><w:r><w:t>x</w:t>" + "<w:br/>" * 2000000 + "</w:r></w:p>")
	yield "empty-3m", "either", docx(TEXT + "<w:p/>" * 3000000)
	yield "text-19m", "converted", docx(TEXT + para("word " * 60) * (19 * MB // 340))
	yield "text-flood", "refused", docx(TEXT + para("word " * 60) * 300000)
	yield "attr-11m", "refused", docx(TEXT + f'<w:p w:a="{"x" * (11 * MB)}"/>')
	yield "text-11m", "either", docx(TEXT + para("x y " * (3 * MB)))
	yield "comment-11m", "either", docx(TEXT + f'<!--{"x" * (11 * MB)}-->')
	yield "pi-11m", "either", docx(TEXT + f'<?x {"x" * (11 * MB)}?>')
	png = struct.pack(">I4sIIBBBBB", 13, b"IHDR", 60000, 60000, 8, 6, 0, 0, 0)
	image = b"\x89PNG\r\n\x1a\n" + png + struct.pack(">I", zlib.crc32(png[4:]))
	picture = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="r0"/></v:shape></w:pict></w:r></w:p>'
	yield "image-bomb", "converted", docx(TEXT + picture, {"word/media/image1.png": image}, [("image", "media/image1.png", False)])


def overlapping():
	"""Many names for one stretch of data: a small file that is large when all is unpacked."""
	data = bytearray(archive({**parts(), "x/0": "y" * MB}))
	central, _ = entries_of(data, "x/0")
	end = data.rfind(b"PK\x05\x06")
	entry = bytes(data[central:end])
	more = b"".join(entry.replace(b"x/0", b"x" + bytes([33 + i // 90, 33 + i % 90])) for i in range(5000))
	count = struct.unpack_from("<H", data, end + 10)[0] + 5000
	result = bytearray(data[:end] + more + data[end:])
	end += len(more)
	struct.pack_into("<HHI", result, end + 8, count, count, struct.unpack_from("<I", data, end - len(more) + 12)[0] + len(more))
	yield "overlap", "either", bytes(result)


def docx_cases(size, secret):
	yield from sizes(size)
	if size == "big":
		return
	for group in (no_docx(), damaged(), lies(), ambiguous(), paths(secret), cycles(), hidden(), overlapping()):
		yield from group
	for name, expectation, content in xml_attacks(document(TEXT), "<w:body>", para, secret):
		yield "xml-" + name, expectation, docx(more={"word/document.xml": content})
