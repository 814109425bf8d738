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
awk 'BEGIN { printf "<p>x</p>"; while (i++ < 50000) printf "<rt>" }' >"$dir/deep.html"
run "$BIN/html2txt" "$dir/deep.html"
status_is 'readings outside of ruby' 65

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
reads 'and those that end in CR' "    $long\\n    b\\n    $long" "<pre>$long\\r\\nb\\r$long</pre>"
reads 'what a table does not hold stands before it' "$long\\n\\nc" "<table>$long<tr><td>c</td></tr></table>"
reads 'a comment and a script within a line' "$long $long" "<p>$long<!-- x --><script>if (a < b) x('</p>')</script> $long</p>"
icons=$(printf '\363\260\200\200\364\200\200\200')
reads 'characters for private use are text' "$long $icons" "<p>$long $icons</p>"
reads 'and so are references to them' "$long $icons" "<p>$long &#xF0000;&#1048576;</p>"
printf '<!DOCTYPE html><h1>T</h1>\n<p>%s\n%s</p>\n\n<p><svg></svg></p>' "$long" "$long" >"$dir/in.html"
run "$BIN/html2txt" -v "$dir/in.html"
has 'lines are those of the file' "$dir/err" 'line 5: loss of presentation: <svg>'
done_testing
