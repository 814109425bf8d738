"""What can be done to any reader of XML. Each case is a changed form of a good document."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def with_doctype(good, subset, behind, use):
	"""The document with a document type, and something behind a place in it."""
	body = good.replace(behind, behind + use, 1) if use else good
	return body.replace(HEAD, f"{HEAD}<!DOCTYPE x {subset}>\n", 1)


def xml_attacks(good, behind, para, secret):
	laughs = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{"&" + chr(97 + i) + ";" * 1}{("&" + chr(97 + i) + ";") * 9}">' for i in range(9))
	big = "q" * 100000
	doctypes = {
		"laughs": (f"[{laughs}]", para("&j;")),
		"quadratic": (f'[<!ENTITY q "{big}">]', para("&q;" * 30000)),
		"ent-attr": ('[<!ENTITY e "x">]', '<x a="&e;"/>'),
		"ent-loop": ('[<!ENTITY a "&b;"><!ENTITY b "&a;">]', para("&a;")),
		"pe-laughs": ('[<!ENTITY % a "<!ENTITY b \'x\'>"> %a; %a;]', ""),
		"doctype-benign": ("[]", ""),
		"xxe-file": (f'[<!ENTITY s SYSTEM "{secret}">]', para("&s;")),
		"xxe-hostname": ('[<!ENTITY s SYSTEM "file:///etc/hostname">]', para("&s;")),
		"xxe-dtd": (f'SYSTEM "{secret}"', ""),
		"xxe-param": (f'[<!ENTITY % p SYSTEM "{secret}"> %p;]', ""),
		"xxe-http": ('[<!ENTITY s SYSTEM "http://127.0.0.1:9/x">]', para("&s;")),
	}
	for name, (subset, use) in doctypes.items():
		yield name, "refused", with_doctype(good, subset, behind, use).encode()
	include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>'
	yield "xinclude", "either", good.replace(behind, behind + include, 1).encode()
	catalog = good.replace(HEAD, f'{HEAD}<?oasis-xml-catalog catalog="{secret}"?>\n<?xml-stylesheet href="{secret}"?>\n', 1)
	yield "catalog-pi", "converted", catalog.encode()
	for code in ("0", "1", "8", "x0B", "x1F", "xFFFE", "xFFFF", "xD800", "x110000"):
		yield f"charref-{code}", "refused", good.replace(behind, behind + para(f"&#{code};"), 1).encode()
	plain = good.replace(HEAD, "", 1)
	yield "utf16le", "converted", b"\xff\xfe" + ('<?xml version="1.0" encoding="UTF-16"?>' + plain).encode("utf-16-le")
	yield "utf16be", "converted", b"\xfe\xff" + ('<?xml version="1.0" encoding="UTF-16"?>' + plain).encode("utf-16-be")
	yield "bom", "converted", b"\xef\xbb\xbf" + good.encode()
	for encoding in ("utf-7", "x-unknown", "EBCDIC-CP-US"):
		yield f"enc-{encoding}", "refused", good.replace("UTF-8", encoding, 1).encode()
	yield "latin1-decl", "either", good.replace("UTF-8", "ISO-8859-1", 1).replace("ENDMARK", "\u00e9").encode("latin-1")
	yield "bad-utf8", "refused", good.encode().replace(b"ENDMARK", b"\xff\xfe")
	yield "nul", "refused", good.encode().replace(b"ENDMARK", b"\0")
	yield "control", "refused", good.encode().replace(b"ENDMARK", b"\x1b[31m")
