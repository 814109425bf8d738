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
	ok "cut: $text" sh -c "! grep -qF '$text' '$dir/main'"
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
ok 'and is no loss' sh -c "! grep -qiE 'loss of content' '$dir/said'"
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

# Pages without a text that could be one.
for page in '<nav><a href=x>One</a> <a href=y>Two</a></nav>' '<p>' '<h1>Only a headline</h1>' '<a href=x>Only a link</a>'; do
	echo "$page" >"$dir/little.html"
	run "$BIN/html2txt" --main "$dir/little.html"
	ok "no crash: $page" test "$status" -eq 0 -o "$status" -eq 65
done
done_testing
