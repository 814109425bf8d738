#!/bin/sh
# --main: the release out of a page, with all that an editor needs, and nothing of the page around it.
. tests/lib.sh

# What people must still find, and what is the page's. The names of classes are such as systems give.
cat >"$dir/page.html" <<'EOF'
<!DOCTYPE html>
<html lang="en"><head><title>Two hundred new jobs in Brno - Example Corp</title></head>
<body>
<a class="skip-link" href="#content">Skip to the content</a>
<div id="cookie-banner"><p>We use cookies, so that our pages work, and to count our visitors, as you may allow.</p></div>
<header class="site-header"><nav><ul><li><a href="/">Home page</a><li><a href="/news">Newsroom</a><li><a href="/jobs">Careers</a></ul></nav></header>
<ol class="breadcrumb"><li><a href="/">Start</a><li><a href="/news">All news</a></ol>
<main id="content">
<p class="meta">15 March 2026</p>
<h1>Two hundred new jobs in Brno</h1>
<p class="perex">The company opens a second hall, which will make machines for mills, and looks for people at once.</p>
<div class="share-buttons"><a href="https://social.example/?u=1">Share on a network</a> <a href="mailto:?subject=x">Send it</a></div>
<div class="text">
<p>BRNO, 15 March 2026 – Example Corp will open its second hall in autumn, said its director, and it will employ two hundred people, most of them from the region.</p>
<blockquote><p>We have waited for this day, and so has the town, which gave us the land.</p><footer>Eva Example, the mayor</footer></blockquote>
<table><tr><th>Year<th>People<tr><td>2025<td>310<tr><td>2026<td>510</table>
<ul><li>The hall has nine thousand square metres.<li>It will be heated by its own machines.</ul>
<p>Read also: <a href="/news/1">An older article of ours on mills</a></p>
<figure><img src="https://example.com/hall.jpg" alt="The hall"><figcaption>The new hall. Photo: Example Corp</figcaption></figure>
<h2>Notes to editors</h2>
<p>Embargoed figures are in the annual report, which is sent to the press on request.</p>
<h2>About Example Corp</h2>
<p>Example Corp has made machines for mills since 1921, and exports most of them.</p>
<p><a href="https://example.com/report.pdf">The annual report as a file</a></p>
</div>
<aside class="sidebar press-contact"><h3>Press contact</h3><p>Jana Example, spokeswoman<br>+420 500 555 012<br><a href="mailto:jana@example.com">jana@example.com</a></p></aside>
<section class="related"><h2>Related articles</h2><ul><li><a href="/news/2">A hall of another firm was opened</a><li><a href="/news/3">Mills are coming back</a></ul></section>
<div id="comments"><h2>Comments</h2><p>First! I have always said so, and nobody would listen to me, not even here.</p></div>
</main>
<footer><p>Example Corp, Long Street 1, Brno, <a href="mailto:web@example.com">web@example.com</a></p><ul><li><a href="/imprint">Imprint of the page</a></ul></footer>
</body></html>
EOF
run "$BIN/html2txt" --main -v "$dir/page.html"
cp "$dir/out" "$dir/main"
cp "$dir/err" "$dir/said"
while read -r text; do
	ok "kept: $text" grep -qF "$text" "$dir/main"
done <<'EOF'
15 March 2026
Two hundred new jobs in Brno
The company opens a second hall
BRNO, 15 March 2026
We have waited for this day
Eva Example
2026 | 510
nine thousand square metres
The new hall. Photo
Notes to editors
Embargoed figures
About Example Corp
The annual report as a file
Jana Example
+420 500 555 012
jana@example.com
EOF
while read -r text; do
	lacks "cut: $text" "$dir/main" "$text" -F
done <<'EOF'
Skip to the content
We use cookies
Newsroom
All news
Share on a network
Send it
An older article of ours
Related articles
Mills are coming back
Comments
First! I have always
web@example.com
Imprint of the page
EOF
has 'where the release stands is said' "$dir/said" 'note: --main: the release stands in <(div text|main content)>$'
has 'what was cut is said, with its words' "$dir/said" 'note: --main: left out <div cookie-banner>, [0-9]+ words \(cookies\)$'
lacks 'and is no loss' "$dir/said" 'loss of content' -iE
has 'and where a value of the metadata is from' "$dir/said" "note: title: from the page's html:title$"
run "$BIN/html2nml" --main --strict "$dir/page.html"
status_is '--strict has nothing against it' 0

run "$BIN/html2txt" --main=auto "$dir/page.html"
same '--main=auto: of a page with navigation the same' "$dir/out" "$dir/main"
cat >"$dir/plain.html" <<'EOF'
<h1>Two hundred new jobs in Brno</h1><p>15 March 2026</p><p>The company opens a second hall, and looks for people.</p>
<div><p>See <a href="https://example.com/">our pages</a>.</p></div><h3>Contact</h3><p>Jana Example, jana@example.com</p>
EOF
"$BIN/txt2html" -q samples/cs-ministerstvo.txt >"$dir/ours.html"
for file in plain ours; do
	"$BIN/html2txt" "$dir/$file.html" >"$dir/whole"
	for main in --main --main=auto; do
		run "$BIN/html2txt" $main "$dir/$file.html"
		same "$main leaves a page whole that has nothing else: $file" "$dir/out" "$dir/whole"
	done
done

# What stands among the text and is the page's: boxes, invitations, pictures that say what is said.
cat >"$dir/boxes.html" <<'EOF'
<!DOCTYPE html>
<html lang="en"><head><title>A mill for the north - Example Corp</title></head><body>
<nav><a href="/">Home page</a> <a href="/news">Newsroom</a></nav>
<article>
<h1>A mill for the north of the land</h1>
<p><img src="https://example.com/author.jpg" width="48" height="48" alt="Portrait of the author"> By Eva Example</p>
<figure><img src="https://example.com/1.jpg" alt="The mill in June, before it was painted"><figcaption>The mill in June, before it was painted. Photo: Example Corp</figcaption></figure>
<p>The company has built a mill in the north of the land, and all who live there were invited to see it, which many did on the first Sunday of June.</p>
<div class="media-block"><h3><a href="/news/9">An older mill was sold</a></h3><p>The mill that stood on the river for years.</p><p><a href="/news/9">Read more</a></p></div>
<p>It grinds twelve tons in an hour, its director said, and it needs no more than eight people to do so, half of them from the next village.</p>
<div class="box"><span class="t">A bridge was built</span><div>The bridge over the river will be open to all from...</div><div><a href="/news/8">Read more</a></div></div>
<div class="media"><video src="f.mp4"></video><p>How the mill was built, by those who did it | 0:21 min</p></div>
<p>The results were published in <a href="https://example.com/journal">a journal</a> in June, and posted in the hall.</p>
<p>Subscribe to our letter of news, and get all that is new before anybody else does.</p>
<p><span class="icon"><span class="h-offscreen">Unfold the box</span></span></p>
<p>It will run by day and by night, and nobody who lives near it will hear it, for its walls are as thick as those of a castle.</p>
<img src="https://example.com/2.jpg" alt="performance.jpg">
<img src="https://example.com/3.jpg" alt="A mill for the north of the land">
<div class="caption-short">The mill in July, after it had been painted by its neighbours.</div>
<div class="caption-full">The mill in July, after it had been painted by its neighbours.</div>
<table><tr><th>Hours<th>From<th>To<tr><td>Open<td>8<td>17<tr><td>Home sales<td>9<td>12</table>
<p>The old mill burnt down in the spring of 1987, and nobody had thought that there would be another one, least of all in this place.</p>
<p>The same was said of the bridge, which stands again, too.</p>
<p>The same was said of the bridge, which stands again, too.</p>
<section><h2>Background of the mill</h2><p>There have been mills on the river for six hundred years, as the books of the town say, and they have fed it well.</p><p><a href="https://example.com/mills">Learn more</a></p></section>
<p>A mill for the north of the land</p>
<p class="author">Eva Example, Jan Example</p>
<div class="author-box"><p>Eva Example has written about mills since 1999, and lives in one. She likes bread, rivers and the wind.</p></div>
<div class="offer"><p>All of our pages for a month.</p><p>You may end it whenever you want to.</p><a href="/buy">Subscribe now</a></div>
<p>This document is subject to copyright. Nobody may print it.</p>
<p>By Eva Example on 3 June, filed under <a href="/c/mills">Mills</a>, <a href="/c/north">North</a></p>
<p>Copyright holder of all pictures: Example Corp</p>
</article>
</body></html>
EOF
run "$BIN/html2txt" --main -v --links=none "$dir/boxes.html"
cp "$dir/out" "$dir/main"
cp "$dir/err" "$dir/said"
while read -r text; do
	ok "kept: $text" grep -qF "$text" "$dir/main"
done <<'EOF'
By Eva Example
The mill in June, before it was painted. Photo
It grinds twelve tons
Open
Home sales
The results were published in
The mill in July
Background of the mill
Learn more
Eva Example, Jan Example
Copyright holder of all pictures
EOF
while read -r text; do
	lacks "cut: $text" "$dir/main" "$text" -F
done <<'EOF'
Portrait of the author
[Image: The mill in June
[Image: A mill for the north
performance.jpg
An older mill was sold
The mill that stood on the river
A bridge was built
Read more
Subscribe to our letter
Unfold the box
has written about mills since
All of our pages for a month
Subscribe now
This document is subject
filed under
How the mill was built
EOF
# shellcheck disable=SC2317 # called by ok
lines_of() { test "$(grep -cF "$1" "$dir/main")" -eq "$2"; }
ok 'a caption stands once' lines_of 'The mill in July' 1
ok 'the headline stands once' lines_of 'A mill for the north' 1
ok 'a paragraph that its author wrote twice stands twice' lines_of 'The same was said of the bridge' 2
while read -r why; do
	has "said: $why" "$dir/said" "note: --main: left out .*\\($why\\)$"
done <<'EOF'
related articles
invitation
for screen readers
the author
advertising
terms of use
keywords
caption of a film
the headline again
repeated
its caption
the headline
the name of a file
a small picture
EOF

# A page of styled boxes: no h1, the site's name in its title, buttons as pictures, cells that only place things.
{
	printf '<!DOCTYPE html><title>Town Hall of Example - A new bridge for the old town</title><div class=page><div class=top>'
	printf '<div>Town Hall of Example</div><img src=a.png alt="Our dates"><a href=/c><img src=b.png alt="Write to us"></a></div>'
	printf '<div class=outer><div class=inner><div class=box><div class=title>A new bridge for the old town</div>'
	for i in 1 2 3 4; do
		printf '<p>The town will build a bridge, as its council said on Monday in sentence %s, and pay for it.</p>' $i
	done
	printf '<p>More of it stands elsewhere, as you know. <b>[<a href=/more>read more</a>]</b></p></div>'
	printf '<div itemscope itemtype="https://schema.org/Person"><figure><img src=c.jpg alt="A portrait"><figcaption>Photo: Somebody</figcaption></figure>'
	printf '<p>Press: Eva Example <a href="/cdn-cgi/l/email-protection#4d283b2c0d28352c203d2128632e2220"><span class=__cf_email__ data-cfemail='
	printf '4d283b2c0d28352c203d2128632e2220>[email&#160;protected]</span></a></p></div>'
	printf '</div></div><div class=low><p>Contact: Town Hall, Main Street 1</p><p>web@example.com</p><p>© Town Hall 2019</p></div></div>'
} >"$dir/boxes.html"
run "$BIN/html2txt" --main "$dir/boxes.html"
ok 'the headline is the longer part of the title' test "$(sed -n '1p' "$dir/out")" = 'A new bridge for the old town'
ok 'and stands as one' grep -q '^=====' "$dir/out"
has 'a hidden address is shown' "$dir/out" 'eva@example\.com'
for text in 'Our dates' 'Write to us' 'read more' 'portrait' 'Photo: Somebody' 'web@example.com' 'protected'; do
	lacks "not kept: $text" "$dir/out" "$text" -F
done
run "$BIN/html2nml" --now 2026-01-01T00:00:00Z "$dir/boxes.html"
has 'without --main it is shown too, as a link' "$dir/out" 'href="mailto:eva@example.com"[^>]*>.*eva@example.com'

# A page in which nothing is the headline: its parts stand side by side; a form is none of them.
{
	printf '<!DOCTYPE html><title>Example Ltd</title><body>'
	printf '<div class=work><h1>One film</h1><h1>Two films</h1><h1>Three films</h1><h1>Four films</h1>'
	for i in 1 2 3 4; do
		printf '<p>This film, number %s of them, was made in a year, and it was shown in many countries.</p>' $i
	done
	printf '</div><div class=we><h2>About us</h2><p>Example Ltd makes films of all sorts, for all who may want them, and has done so for years. Its people come from four countries, and speak more languages. They work in two towns, in a mill and in a school, both of them old.</p></div>'
	printf '<div class=ask><h2>Write to us</h2><form><p>Your message has been sent, and we thank you for it, as we always do, and gladly.</p>Name: <input name=n></form></div>'
} >"$dir/parts.html"
run "$BIN/html2txt" --main "$dir/parts.html"
has 'what stands beside the largest part is kept' "$dir/out" 'makes films of all sorts'
lacks 'a form is left out' "$dir/out" 'Your message'

# Pages without a text that could be one.
for page in '<nav><a href=x>One</a> <a href=y>Two</a></nav>' '<p>' '<h1>Only a headline</h1>' '<a href=x>Only a link</a>'; do
	echo "$page" >"$dir/little.html"
	run "$BIN/html2txt" --main "$dir/little.html"
	ok "no crash: $page" test "$status" -eq 0 -o "$status" -eq 65
done
done_testing
