#!/bin/sh
# Every page that we write: the Nu checker finds no error, axe finds no barrier, and nothing is wider than a phone.
# Pages of every option, of mail, of the manual and of the demonstration are among them (tests/accept/prepare).
. tests/lib.sh

files=$BUILD/accept/html
modules=$(cd "$BUILD" && pwd)/node/node_modules
ok 'there is something to judge' sh -c "ls '$files'/*.html"
if [ ! -e "$BUILD/node/complete" ]; then
	fail 'the Nu checker and axe are not here: npm could not install them'
	done_testing
fi
ls "$files"/*.html "$BUILD"/accept/demo/index.html "$BUILD"/manual/*.html >"$dir/pages"

# Messages are "file:/...name.html":1.2-3.4: error: ...
xargs java -jar "$modules/vnu-jar/build/dist/vnu.jar" --format gnu --errors-only --stdout <"$dir/pages" >"$dir/nu" 2>&1
while read -r file; do
	grep -aF "/${file##*/}\"" "$dir/nu" >"$dir/said"
	ok "Nu checker: ${file##*/}" sh -c "cat '$dir/said'; test ! -s '$dir/said'"
done <"$dir/pages"
grep -aqE 'Exception|Error: ' "$dir/nu" && fail 'the Nu checker itself' "$dir/nu"
printf '<!DOCTYPE html><title>x</title><p><table><p></b>' >"$dir/bad.html"
ok 'and it does find errors' sh -c "! java -jar '$modules/vnu-jar/build/dist/vnu.jar' --errors-only '$dir/bad.html'"

browser=$(command -v chromium || command -v chromium-browser)
if [ -z "$browser" ]; then
	fail 'Chromium is not here'
	done_testing
fi

# for_axe FILE COPY: a page that runs axe when it has been loaded, and tells the page around it. A text without
# headings has no headline to show, and one of few words no language to tell.
for_axe()
{
	awk -v script="$modules/axe-core/axe.min.js" '
		/<\/head>/ && !done {
			print "<script src=\"file://" script "\"></script><script>addEventListener(\"load\", function () {"
			print "var page = document.documentElement, wide = page.scrollWidth - page.clientWidth;"
			print "var rules = { \"page-has-heading-one\": { enabled: !!document.querySelector(\"h1, h2, h3, h4, h5, h6\") },"
			print "\"html-has-lang\": { enabled: page.lang !== \"\" || document.body.innerText.length > 500 } };"
			print "axe.run(document, { iframes: false, rules: rules }).then(function (r) {"
			print "var said = r.violations.map(function (v) { return v.id + \" \" + v.nodes[0].html.slice(0, 300) }).join(\"; \");"
			print "parent.postMessage(r.passes.length + \" passed; \" + (wide > 0 ? wide + \" px too wide; \" : \"\") + said, \"*\") }) })"
			print "</script>"
			done = 1
		}
		{ print }' "$1" >"$2"
}

# barriers LIST OPTION...: shows the pages of a list one by one, 360 pixels wide, and has "AXE number: what was said END" in $dir/axe
barriers()
{
	list=$1
	shift
	{
		echo '<!DOCTYPE html><html><head><meta charset="utf-8"><title>frames</title></head><body><script>'
		echo 'var pages = ['
		while read -r file; do
			for_axe "$file" "${file%.html}.axe.htm"
			echo "\"file://$(cd "${file%/*}" && pwd)/$(basename "$file" .html).axe.htm\","
		done <"$list"
		cat <<-'END'
			], at = 0, frame;
			function show() {
				if (at === pages.length) return;
				frame = document.createElement("iframe");
				frame.style = "width: 360px; height: 640px; border: 0";
				frame.src = encodeURI(pages[at]);
				document.body.append(frame);
			}
			addEventListener("message", function (e) {
				if (e.source !== frame.contentWindow) return;
				frame.remove();
				var p = document.createElement("p");
				p.textContent = "AXE " + ++at + ": " + e.data.replace(/\s+/g, " ") + " END";
				document.body.append(p);
				show();
			});
			show();
		END
		echo '</script></body></html>'
	} >"$dir/frames.html"
	timeout 900 "$browser" --headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update \
		--no-first-run --hide-scrollbars "--user-data-dir=$dir/browser" --allow-file-access-from-files "$@" \
		--virtual-time-budget=1000000 --dump-dom "file://$dir/frames.html" 2>"$dir/browser.err" |
		grep -o '<p>AXE [^<]* END</p>' >"$dir/axe"
	while read -r file; do
		rm -f "${file%.html}.axe.htm"
	done <"$list"
}

# no_barriers HOW LIST OPTION...
no_barriers()
{
	how=$1
	shift
	barriers "$@"
	number=0
	while read -r file; do
		number=$((number + 1))
		grep -F "<p>AXE $number: " "$dir/axe" >"$dir/said"
		ok "axe, $how: ${file##*/}" sh -c "cat '$dir/said'; grep -qE ': [1-9][0-9]* passed;  END' '$dir/said'"
	done <"$1"
}

no_barriers 'on a phone' "$dir/pages"
for sample in samples/??-*; do
	ls "$files/${sample##*/}".*.html 2>/dev/null
done >"$dir/own"
no_barriers 'in the dark' "$dir/own" --blink-settings=preferredColorScheme=0
printf '<!DOCTYPE html><html><head><title>x</title>\n</head><body><img src="x"><div style="width: 1000px">x</div></body></html>' >"$dir/bad.html"
echo "$dir/bad.html" >"$dir/list"
barriers "$dir/list"
has 'and it does find barriers' "$dir/axe" 'image-alt'
has 'and what is too wide' "$dir/axe" '[0-9] px too wide'
done_testing
