#!/bin/sh
# What is written is made of the document, never copied: no script, no event, no address of another scheme, nothing that
# steers a terminal or turns a line around, whatever the input holds and whichever way it goes.
. tests/lib.sh
. tests/docx.sh

esc=$(printf '\033')
csi=$(printf '\302\233')
turn=$(printf '\342\200\256') # U+202E

# harmless NAME FILE: a fragment of HTML has nothing in it that acts
harmless()
{
	grep -aoiE '<(script|iframe|object|embed|base|form|input|button|style|link|meta|svg|template|noscript|frame|applet|xml)[ />]|<[^>]* on[a-z]+ *=|(href|src|action|data|xlink:href|srcset) *= *"? *(javascript|vbscript|file|data:text|data:image/svg|about|blob|jar|ws)[:/]|<!--|<\?|srcdoc' \
		"$2" >"$dir/acts"
	if [ -s "$2" ] && [ ! -s "$dir/acts" ]; then
		pass "$1"
	else
		fail "$1" "$dir/acts" "$2"
	fi
}

# calm NAME FILE: no control character but line feeds and tabs, no override
calm()
{
	LC_ALL=C tr -d '\n\t' <"$2" | LC_ALL=C grep -qa "[$(printf '\001')-$(printf '\037\177')]\\|$csi\\|$turn"
	if [ $? -eq 1 ]; then
		pass "$1"
	else
		fail "$1" "$2"
	fi
}

# goes_out FROM FILE NAME: by every way to HTML, and to text and what is said on the way
goes_out()
{
	from=$1
	[ "$from" = nml ] || "$BIN/${from}2nml" -v "$2" >"$dir/way.xml" 2>"$dir/said"
	[ "$from" = nml ] && cp "$2" "$dir/way.xml"
	"$BIN/nml2html" --fragment "$dir/way.xml" >"$dir/way.html" 2>>"$dir/said"
	harmless "$from, nml, html: $3" "$dir/way.html"
	"$BIN/nml2docx" "$dir/way.xml" 2>>"$dir/said" | "$BIN/docx2html" --fragment -v >"$dir/way.html" 2>>"$dir/said"
	harmless "$from, nml, docx, html: $3" "$dir/way.html"
	"$BIN/nml2txt" --headers -v "$dir/way.xml" >"$dir/way.txt" 2>>"$dir/said"
	for calm_file in way.xml way.html way.txt said; do
		cat "$dir/$calm_file"
	done >"$dir/whole"
	calm "$from: $3: nothing steers" "$dir/whole"
}

# The classes of attack on those who show HTML of others, each in a page with text around it.
n=0
while read -r attack; do
	n=$((n + 1))
	printf '<!DOCTYPE html><html lang="en"><body><h1>A headline</h1><p>Some text.</p>%s<p>The end.</p></body></html>' "$attack" >"$dir/x.html"
	goes_out html "$dir/x.html" "$attack"
done <<END
<script>alert(1)</script>
<scr<script>ipt>alert(1)</scr</script>ipt>
<SCRIPT SRC=//example.com/x.js></SCRIPT>
<img src=x onerror=alert(1)>
<svg onload=alert(1)><script>alert(1)</script></svg>
<a href="javascript:alert(1)">go</a><a href="java&#10;script:alert(1)">go</a><a href=" &#1;javascript:alert(1)">go</a>
<a href="JaVaScRiPt&colon;alert(1)">go</a><a href="vbscript:x">go</a><a href="data:text/html,<script>alert(1)</script>">go</a>
<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="A"><img src="file:///etc/passwd" alt="B">
<iframe src="javascript:alert(1)" srcdoc="<script>alert(1)</script>"></iframe>
<object data="x.swf"><embed src="x.swf"></object>
<base href="javascript:/"><a href="alert(1)">go</a>
<meta http-equiv="refresh" content="0;url=javascript:alert(1)">
<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">go</button></form>
<style>@import 'javascript:alert(1)'; p { background: url(javascript:alert(1)) }</style><p style="background:url(javascript:alert(1))">p</p>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>
<template><script>alert(1)</script></template>
<textarea><script>alert(1)</script></textarea><title><img src=x onerror=alert(1)></title>
<![CDATA[<img src=x onerror=alert(1)>]]><?xml-stylesheet href="javascript:alert(1)"?>
<p title='"><img src=x onerror=alert(1)>' class='"><script>alert(1)</script>' id='" onclick="alert(1)'>p</p>
<svg><a xlink:href="javascript:alert(1)"><text>go</text></a></svg>
<img alt='"><script>alert(1)</script>' src="https://example.com/a.png"><a href='https://example.com/"onclick="alert(1)'>go</a>
<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt; stays</p><ol type='"><script>' start='"><script>'><li>x</ol>
<table><tr><td colspan='"onclick="alert(1)' scope='"><script>'>c</td></tr></table><p lang='"onclick="x' dir='"><script>'>p</p>
<p>${esc}[31mred ${csi}2J &#155;31m ${turn}turned &#8238; &#27;]0;title&#7;</p><a href="https://example.com/${turn}gpj.exe">go</a>
END
ok 'there were attacks' test "$n" -ge 25

# The same from text, Word and items.
printf 'A headline <script>alert(1)</script>\n\nSome text <img src=x onerror=alert(1)> and %s[2J %s2J %s turned.\n\n[go] <javascript:alert(1)> javascript:alert(1) data:text/html,x\n' \
	"$esc" "$csi" "$turn" >"$dir/x.txt"
"$BIN/txt2html" --fragment --force "$dir/x.txt" >"$dir/way.html" 2>"$dir/said"
# The text says what it says; it must only be text.
sed 's/&lt;[^<]*//g' "$dir/way.html" >"$dir/bare.html"
harmless 'txt, html' "$dir/bare.html"
cat "$dir/way.html" "$dir/said" >"$dir/whole"
calm 'txt: nothing steers' "$dir/whole"
new
body "$(p 'A headline')<w:p><w:hyperlink r:id=\"j\">$(run_of go)</w:hyperlink><w:hyperlink r:id=\"d\">$(run_of go)</w:hyperlink>$(run_of "&lt;script&gt; $turn &#155;31m")</w:p>
<w:p><w:r><w:instrText>HYPERLINK \"javascript:alert(1)\"</w:instrText></w:r>$(run_of 'and the end.')</w:p>"
rel j hyperlink 'javascript:alert(1)' External
rel d hyperlink 'data:text/html,&lt;script&gt;' External
pack "$dir/x.docx"
goes_out docx "$dir/x.docx" 'links and controls'
printf 'A headline\n\nSome text with some words in it.\n' | "$BIN/txt2nml" |
	sed 's|</h1>|&<script>alert(1)</script><p onclick="alert(1)"><a href="javascript:alert(1)">go</a></p>|' >"$dir/x.xml"
has 'the item has the attack' "$dir/x.xml" 'onclick'
goes_out nml "$dir/x.xml" 'script and events'

# Metadata goes into a page's head and into JSON-LD: it stays there.
printf 'A headline </title><script>alert(1)</script>\n\nSome text with some words in it.\n' >"$dir/t.txt"
run "$BIN/txt2html" --force --meta creator='</script><script>alert(1)</script>' --meta description='"><script>alert(1)</script>' "$dir/t.txt"
sed 's/<meta [^"]*"[^"]*"[^"]*"[^"]*">//g; s|<script type="application/ld+json">.*</script>||; /<style>/,/<\/style>/d; s/<html[^>]*>\|<meta charset[^>]*>//g' \
	"$dir/out" >"$dir/bare.html"
lacks 'beside the JSON-LD there is no script' "$dir/bare.html" '<script' -iE
is 'and that one ends once' "$(grep -o 'ld+json.*' "$dir/out" | grep -o '</script>' | wc -l)" 1
# A file's name is input, too.
name="$dir/x${esc}[31m.txt"
printf 'x' >"$name"
"$BIN/docx2txt" "$name" 2>"$dir/said"
calm 'a name in a message' "$dir/said"
done_testing
