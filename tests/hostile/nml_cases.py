"""Hostile NewsML-G2."""
from xml_cases import HEAD, xml_attacks

NS = "http://iptc.org/std/nar/2006-10-01/"
MB = 1024 * 1024


def para(text):
	return f"<p>{text}</p>"


BODY = para("A headline of the test") + para("One paragraph of text that is long enough to be one. ENDMARK")


def body(inner):
	return (
		'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>'
		f"<body>{inner}</body></html></inlineXML>"
	)


def item(content=body(BODY), guid="urn:example:1", meta="", status="usable", ns=f' xmlns="{NS}"', name="newsItem"):
	return (
		f'<{name}{ns} guid="{guid}" version="1" standard="NewsML-G2" standardversion="2.35" conformance="power">'
		'<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_39.xml"/>'
		'<itemMeta><itemClass qcode="ninat:text"/><provider literal="x"/><versionCreated>2026-03-15T08:00:00Z</versionCreated>'
		f'<pubStatus qcode="stat:{status}"/>{meta}</itemMeta><contentMeta><headline>A headline of the test</headline></contentMeta>'
		f"<contentSet>{content}</contentSet></{name}>"
	)


def message(*items):
	inner = "".join(items)
	return f'{HEAD}<newsMessage xmlns="{NS}"><header><sent>2026-03-15T08:00:00Z</sent></header><itemSet>{inner}</itemSet></newsMessage>'


def whole(**how):
	return HEAD + item(**how)


def kinds():
	yield "wrong-ns", "refused", whole(ns=' xmlns="urn:x"')
	yield "no-ns", "either", whole(ns="")
	yield "newsml1", "refused", f"{HEAD}<NewsML><NewsItem/></NewsML>"
	yield "nitf", "either", f"{HEAD}<nitf><body><body.content><p>Text</p></body.content></body></nitf>"
	yield "catalog", "refused", whole(name="catalogItem")
	yield "knowledge", "refused", whole(name="knowledgeItem")
	yield "package", "either", whole(name="packageItem")
	yield "empty-message", "refused", message()
	yield "one-item", "converted", message(item(ns=""))
	yield "two-items", "refused", message(item(ns=""), item(ns="", guid="urn:example:2"))
	yield "items-10k", "refused", message(*(item(ns="", guid=f"urn:example:{i}", content="") for i in range(1000)))
	yield "no-content", "either", whole(content="")
	yield "remote-only", "either", whole(content='<remoteContent href="x.jpg"/>')
	yield "remote-http", "either", whole(content='<remoteContent href="http://127.0.0.1:9/x.html"/>')
	yield "embargo", "converted", whole(meta="<embargoed>2126-03-15T08:00:00Z</embargoed>")
	yield "canceled", "either", whole(status="canceled")
	yield "withheld", "either", whole(status="withheld")
	yield "bad-date", "either", whole().replace("2026-03-15T08", "2026-13-45T99")
	yield "guid-evil", "either", whole(guid="../../../etc/PWNED&#10;&quot;&gt;&lt;script&gt;")


def contents(secret):
	yield "inlinedata-b64", "either", whole(content='<inlineData contenttype="text/plain" encoding="base64">PHNjcmlwdD4=</inlineData>')
	yield "inlinedata-html", "either", whole(content='<inlineData contenttype="text/html">&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;x</inlineData>')
	yield "inlinedata-text", "converted", whole(content='<inlineData contenttype="text/plain">Plain text of the item, &lt;b&gt;</inlineData>')
	yield "inline-foreign", "either", whole(content='<inlineXML contenttype="application/x"><x xmlns="urn:x"/></inlineXML>')
	attacks = {
		"script": "<script>alert(1)</script>",
		"onclick": '<p onclick="alert(1)">x</p>',
		"js": '<p><a href="javascript:alert(1)">x</a></p>',
		"data": '<p><a href="data:text/html,x">x</a></p>',
		"iframe": f'<iframe src="{secret}"/>',
		"object": f'<object data="{secret}"/>',
		"style": '<p style="background:url(javascript:x)">x</p>',
		"svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
		"base": '<base href="javascript:"/>',
		"form": '<form action="javascript:alert(1)"><button>x</button></form>',
		"img": f'<p><img src="{secret}" onerror="alert(1)"/></p>',
	}
	for name, markup in attacks.items():
		yield "xss-" + name, "converted", whole(content=body(BODY + markup))
	yield "bidi", "converted", whole(content=body(BODY + para("abc \u202exyz\u202c and \u009b31m")))
	yield "deep", "either", whole(content=body(BODY + "<div>" * 200 + "x" + "</div>" * 200))
	yield "deep-100k", "refused", whole(content=body("<div>" * 100000 + "</div>" * 100000))
	yield "attrs-100k", "refused", whole(content=body("<p " + " ".join(f'a{i}=""' for i in range(100000)) + "/>"))
	yield "ns-100k", "refused", whole(content=body("<p " + " ".join(f'xmlns:a{i}="urn:{i}"' for i in range(100000)) + "/>"))
	yield "lists-deep", "either", whole(content=body(BODY + "<ul><li>x" * 100 + "</li></ul>" * 100))


def nml_cases(size, secret):
	if size == "big":
		yield "text-11m", "converted", whole(content=body(BODY + para("word and " * (MB * 11 // 9)))).encode()
		yield "paras-1m", "refused", whole(content=body(BODY + "<p>x</p>" * 1000000)).encode()
		yield "styles-1m", "refused", whole(content=body(BODY + "<p>" + "<b>x</b><i>y</i>" * 700000 + "</p>")).encode()
		yield "paras-190k", "converted", whole(content=body(BODY + "<p>x</p>" * 190000)).encode()
		yield "attr-11m", "refused", whole(content=body(BODY + f'<p title="{"x" * (11 * MB)}">x</p>')).encode()
		yield "comment-11m", "either", whole(content=body(BODY + f'<!--{"x" * (11 * MB)}-->')).encode()
		yield "items-100k", "refused", message(*(item(ns="", guid=f"urn:example:{i}", content="") for i in range(30000))).encode()
		return
	yield "empty", "refused", b""
	yield "garbage", "refused", bytes((i * 7919 + i // 3) % 251 for i in range(5000))
	good = whole()
	for name, text in {"trunc": good[:-200], "mismatch": good.replace("</contentSet>", "</contentset>"), "junk-after": good + "<x", "text-after": good + "x"}.items():
		yield name, "refused", text.encode()
	for name, expectation, text in list(kinds()) + list(contents(secret)):
		yield name, expectation, text.encode()
	yield from xml_attacks(good, "<body>", para, secret)
