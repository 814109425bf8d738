"""Hostile HTML: shapes that make parsers slow, markup that runs scripts, bytes that are none."""
MB = 1024 * 1024
TEXT = "<h1>A headline of the test</h1><p>One paragraph of text that is long enough to be one. ENDMARK"


def page(body, head='<meta charset="utf-8">'):
	return f"<!DOCTYPE html><html><head>{head}<title>t</title></head><body>{TEXT}{body}</body></html>"


def shapes():
	yield "deep-4k", "either", page("<div>" * 4000 + "x")
	yield "deep-100k", "either", page("<div>" * 100000 + "x")
	yield "unclosed-b", "either", page("<b>" * 50000 + "x")
	yield "unclosed-a", "either", page('<a href="https://example.com/">' * 20000 + "x")
	yield "nested-fmt", "either", page("<b><i><u><s><em>" * 20000 + "x")
	yield "misnested", "either", page("<b><p>x</b></i>" * 10000)
	yield "attrs-100k", "either", page("<p " + " ".join(f"a{i}=1" for i in range(100000)) + ">x")
	yield "open-angles", "converted", page("<" * 500000)
	yield "open-tags", "either", page("<a " * 100000)
	yield "entities", "converted", page("&amp;&lt;&copy;&#x41;&notit;" * 40000)
	yield "entities-open", "converted", page("&" * 500000)
	yield "tables-5k", "either", page("<table><tr><td>" * 5000 + "x")
	yield "tables-flat", "converted", page("<table><tr><td>x</table>" * 5000)
	yield "lists-20k", "either", page("<ul><li>" * 20000 + "x")
	yield "foster", "either", page("<table>" + "<b>x" * 20000)
	yield "select", "converted", page("<select>" + "<option>x" * 20000)
	yield "unclosed-comment", "either", page("<!--" + "x" * 100000)
	yield "comments", "converted", page("<!---->" * 50000)
	yield "span-huge", "either", page("<table><tr><td colspan=999999999 rowspan=999999999>x<td>y</table>")
	yield "span-65534", "converted", page("<table><tr><td rowspan=65534>x<td>y</table>" * 5)
	yield "span-cross", "either", page("<table>" + "<tr>" + "<td rowspan=1000>x" * 1000 + "</table>")
	yield "rel-links", "converted", page('<a href="../../../../../../../../etc/passwd">x</a>')
	yield "links-same", "converted", page("<p>" + '<a href="https://example.com/">x</a>' * 40000)
	yield "links-two", "converted", page("<p>" + '<a href="https://example.com/">x</a><a href="https://example.org/">y</a>' * 20000)
	yield "images-deep", "either", page("<div>" * 4900 + '<img src="https://example.com/x.png">' * 20000)
	yield "headings", "converted", page("<h1>x</h1>" * 20000)
	yield "dl", "converted", page("<dl>" + "<dt>x<dd>y" * 20000)
	yield "ruby", "converted", page("<ruby>x<rt>y</ruby>" * 10000)
	yield "templates", "either", page("<template>" * 5000 + "x")
	yield "svg-deep", "either", page("<svg>" + "<g>" * 4000)
	yield "math-deep", "either", page("<math>" + "<mrow>" * 4000)
	yield "jsonld-deep", "converted", page("", '<meta charset="utf-8"><script type="application/ld+json">' + "[" * 100000 + "</script>")
	yield "jsonld-objects", "converted", page("", '<script type="application/ld+json">[' + "{}," * 349000 + "{}]</script>")
	yield "jsonld-bad", "converted", page("", '<script type="application/ld+json">{"@type":"NewsArticle","headline":"\\u0000\\ud800</script>')


XSS = {
	"script": "<script>alert(1)</script>",
	"script-src": '<script src="http://127.0.0.1:9/x.js"></script>',
	"script-split": "<scr<script>ipt>alert(1)</script>",
	"onerror": "<img src=x onerror=alert(1)>",
	"onload-svg": "<svg onload=alert(1)><p>x</p></svg>",
	"href-js": '<a href="javascript:alert(1)">x</a>',
	"href-ent": '<a href="&#106;avascript&colon;alert(1)">x</a>',
	"href-ctl": '<a href="java\tscript:alert(1)">x</a><a href="\x01javascript:alert(1)">y</a>',
	"href-case": '<a href=" JaVaScRiPt:alert(1)">x</a>',
	"href-vb": '<a href="vbscript:x">x</a>',
	"href-data": '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
	"img-data-svg": '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
	"iframe": '<iframe src="javascript:alert(1)"></iframe>',
	"iframe-srcdoc": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	"object": '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
	"base": '<base href="javascript:/"><a href="x">x</a>',
	"refresh": '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
	"form": '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
	"style": "<style>@import 'javascript:x';</style><p style=\"background:url('javascript:x')\">x",
	"mxss-math": "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
	"mxss-noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
	"mxss-template": "<template><script>alert(1)</script></template>",
	"mxss-textarea": '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
	"cdata": "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>",
	"attr-break": '<img alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" src="https://example.com/x.png">',
	"xlink": '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
	"xml-pi": '<?xml-stylesheet href="javascript:alert(1)"?><p>x',
}


def bytes_cases():
	good = page("").encode()
	yield "empty", "refused", b""
	yield "blank", "refused", b"   \n"
	yield "nul", "either", good.replace(b"ENDMARK", b"a\0b")
	yield "bad-utf8", "converted", good.replace(b"ENDMARK", b"a\xff\xfeb")
	yield "latin1-nometa", "either", page("é à ü", "").encode("latin-1")
	yield "meta-lies", "either", page("é à ü").encode("latin-1")
	yield "meta-unknown", "either", page("é", '<meta charset="x-unknown">').encode()
	yield "utf7", "converted", page("+ADw-script+AD4-alert(1)+ADw-/script+AD4-", '<meta charset="utf-7">').encode()
	yield "iso2022kr", "either", page("\x0e<script>\x0f", '<meta charset="iso-2022-kr">').encode()
	yield "utf16le-bom", "converted", b"\xff\xfe" + page("é").encode("utf-16-le")
	yield "utf16-nobom", "either", page("é").encode("utf-16-le")
	yield "garbage", "either", bytes((i * 7919 + i // 3) % 251 for i in range(5000))
	yield "png", "refused", b"\x89PNG\r\n\x1a\n" + bytes(500)
	yield "docx-as-html", "refused", b"PK\x03\x04" + bytes(500)
	yield "trunc-tag", "either", good + b"<p class="
	yield "plaintext", "converted", page("<plaintext><script>alert(1)</script>").encode()
	yield "no-tags", "refused", b"Just some text\n\nin two paragraphs.\n"
	yield "esc-in-text", "converted", page("\x1b[31mred\x1b]0;title\x07 \u009b31m \u202eabc").encode()
	yield "esc-charref", "converted", page("&#27;[31m &#155;31m &#x202e;abc &#0; &#xD800; &#xFFFFFFFF;").encode()


def html_cases(size, secret):
	if size == "big":
		yield "deep-1m", "either", page("<div>" * 1000000).encode()
		yield "deep-many", "either", page("<div>" * 4900 + "<p>x" * 1000000).encode()
		yield "lists-deep-many", "either", page("<div>" * 4900 + "<ul><li>x</ul>" * 300000).encode()
		yield "paras-1m", "refused", page("<p>x" * 1000000).encode()
		yield "paras-130k", "either", page("<p>x" * 130000).encode()
		yield "styles-1m", "refused", page("<p>" + "<b>x</b><i>y</i>" * 700000).encode()
		yield "breaks-3m", "refused", page("<p>" + "<br>" * 3000000).encode()
		yield "attributes-many", "either", page(("<p" + " a b c d e f g h i j k l m n o p q r s t" + ">x") * 100000).encode()
		yield "cells-1m", "refused", page("<table>" + ("<tr>" + "<td>x" * 100) * 10000).encode()
		yield "attr-10m", "either", page(f'<p title="{"x" * (10 * MB)}">x').encode()
		yield "text-20m", "either", page("word and " * (20 * MB // 9)).encode()
		yield "line-50m", "either", page("x" * (50 * MB)).encode()
		yield "entities-1m", "either", page("&amp;" * 1000000).encode()
		return
	for name, expectation, text in shapes():
		yield name, expectation, text.encode()
	for name, markup in XSS.items():
		yield "xss-" + name, "converted", page(markup).encode()
	yield "img-file", "converted", page(f'<img src="{secret}"><link rel="stylesheet" href="{secret}">').encode()
	yield from bytes_cases()
