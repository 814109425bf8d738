#!/bin/sh
# Pages whose markup hides how deep it is, or that hold what stands in for a text on its way through the parser.
. tests/lib.sh

# deep NAME MARKUP: markup after which fifty thousand elements are opened in each other is refused at once
deep()
{
	awk -v begin="$2" 'BEGIN { printf "<p>x</p>%s", begin; while (i++ < 50000) printf "<div>" }' >"$dir/deep.html"
	run "$BIN/html2txt" "$dir/deep.html"
	status_is "$1" 65
	has 'and why is said' "$dir/err" 'too many elements in each other'
}

deep 'elements in each other' ''
deep 'behind what is no raw element in <select>' '<select><title></select>'
deep 'behind what is none in <svg>' '<svg><title>'
deep 'behind a comment in a style sheet' '<math></math><style><!--</style>'
deep 'behind a script in a script' '<script><!--<script></script><!--x</script>'
deep 'behind a section of characters' '<math><![CDATA[><!--]]></math>'

# Tags that, again and again, open more than they end.
while read -r markup; do
	awk -v markup="$markup" 'BEGIN { printf "<p>x</p>"; while (i++ < 50000) printf "%s", markup }' >"$dir/deep.html"
	run "$BIN/html2txt" "$dir/deep.html"
	status_is "refused: $markup" 65
done <<'EOF'
<rt>
<li><dd>
<div></span>
<div><object></div>
<span><div></span>
<div><select></div></select>
<ul><li></ul></li><object></ul>
<template><td></template><i><table>
EOF

# And tags that open much, which others end.
while read -r markup; do
	awk -v markup="$markup" 'BEGIN { printf "<p>x"; while (i++ < 20000) printf "%s", markup }' >"$dir/flat.html"
	run "$BIN/html2txt" -q "$dir/flat.html"
	status_is "not refused: $markup" 0
done <<'EOF'
<p>x
<div><span>x</div>
<ul><li>x<li>x<b>x</b></ul>
<table><tr><td>x<td><font>x</table>
<select><option>x<option>x</select>
<h2>x<h3>x</h3>
<dl><dt>x<dd>x</dl>
<a name=x>x
EOF

# reads NAME WANTED HTML: the text of a page
reads()
{
	printf '<!DOCTYPE html><h1>T</h1>%b' "$3" >"$dir/in.html"
	"$BIN/html2txt" -q --links=none "$dir/in.html" | tail -n +4 >"$dir/out"
	printf '%b\n' "$2" >"$dir/want"
	same "$1" "$dir/out" "$dir/want"
}

long='a text that is long enough for a stand-in'
reads 'a long text' "$long" "<p>$long</p>"
reads 'with references in it' "$long & $long <\\n\\nx" "<p>$long &amp; $long &lt;</p>x"
reads 'and without their semicolons' "$long & $long©$long" "<p>$long &amp $long&copy$long</p>"
reads 'lines of a preformatted text stay' "    $long\\n    b\\n    \\n    $long" "<pre>\\n$long\\nb\\n\\n$long</pre>"
reads 'an indentation is one of a preformatted text' "$long\\n\\n    b\\n                x" "<p>$long</p>            <pre>b\\n            <i>x</i></pre>"
reads 'and those that end in CR' "    $long\\n    b\\n    $long" "<pre>$long\\r\\nb\\r$long</pre>"
reads 'what a table does not hold stands before it' "$long\\n\\nc" "<table>$long<tr><td>c</td></tr></table>"
reads 'a comment and a script within a line' "$long $long" "<p>$long<!-- x --><script>if (a < b) x('</p>')</script> $long</p>"
icons=$(printf '\363\260\200\200\364\200\200\200')
reads 'characters for private use are text' "$long $icons" "<p>$long $icons</p>"
reads 'and so are references to them' "$long $icons" "<p>$long &#xF0000;&#1048576;</p>"
printf '<!DOCTYPE html><h1>T</h1>\n<p>%s\n%s</p>\n\n<p><svg></svg></p>' "$long" "$long" >"$dir/in.html"
run "$BIN/html2txt" -v "$dir/in.html"
has 'lines are those of the file' "$dir/err" 'line 5: loss of presentation: <svg>'

# Values of attributes have stand-ins, too.
cat >"$dir/values.html" <<'EOF'
<!DOCTYPE html><h1>T</h1><p><a href="https://example.com/a-rather-long-address-without-end?a=1&amp;b=2">one</a>
<a href='https://example.com/another/long/address/of-a-page.html'>two</a>
<a href="https://example.com/with&copy=1/and/so/on/and/on/for/ever">three</a>
<font color="a-colour-that-is-rather-long" face='"quoted" in a long value'>four</font>
<img src="https://example.com/a/long/address/of/a/picture.png" alt="Words that are
long enough for more than a line"></p>
EOF
run "$BIN/html2nml" -q --now 2026-01-01T00:00:00Z "$dir/values.html"
has 'a value up to a reference' "$dir/out" 'href="https://example\.com/a-rather-long-address-without-end\?a=1&amp;b=2"'
has 'a whole one, in other quotes' "$dir/out" 'href="https://example\.com/another/long/address/of-a-page\.html"'
has 'what is no reference in a value' "$dir/out" 'href="https://example\.com/with&amp;copy=1/and/so/on/and/on/for/ever"'
has 'lines in a value' "$dir/out" 'alt="Words that are long enough for more than a line"'

# JSON-LD as pages have it, with and without what JSON allows. The publisher stands nowhere else.
publisher() # NAME JSON-LD [PUBLISHER]
{
	printf '<!DOCTYPE html><html lang="en"><title>A headline of a page</title><script type="application/ld+json">%s</script><h1>A headline of a page</h1><p>A text.' \
		"$2" >"$dir/ld.html"
	run "$BIN/html2txt" --headers "$dir/ld.html"
	has "JSON-LD: $1" "$dir/out" "^Provider: ${3:-Example \"Daily\"}$"
}
publisher 'as it should be' '{"@type": "NewsArticle", "id": 98765432109876543210, "publisher": {"name": "Example \"Daily\""}}'
publisher 'in a list' '[{"@type": "Thing"}, {"@type": ["NewsArticle"], "publisher": "Example \"Daily\""}]'
publisher 'in a graph' '{"@graph": [{"@type": "BlogPosting", "publisher": [{"name": "Example \"Daily\""}]}]}'
publisher 'in a CDATA section' '
<![CDATA[ {"@type": "NewsArticle", "publisher": "Example \"Daily\""} ]]>'
publisher 'a comma too many' '{"@type": "NewsArticle", "keywords": ["a,]", "b", ], "publisher": "Example \"Daily\"", }'
publisher 'in single quotes' "{'@type': 'NewsArticle', 'headline': 'Jana\\'s', 'publisher': {'name': 'Example \"Daily\"'}}" "Example 'Daily'"
publisher 'a line break in a string' '{"@type": "NewsArticle", "description": "One
line", "publisher": "Example \"Daily\""}'
done_testing
