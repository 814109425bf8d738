#!/bin/sh
# Every page that we write: the Nu checker finds no error, axe finds no barrier.
. tests/lib.sh

files=$BUILD/accept/html
modules=$BUILD/node/node_modules
ok 'there is something to judge' sh -c "ls '$files'/*.html"
if [ ! -e "$BUILD/node/complete" ]; then
	fail 'the Nu checker and axe are not here: npm could not install them'
	done_testing
fi

# Messages are "file:/...name.html":1.2-3.4: error: ...
java -jar "$modules/vnu-jar/build/dist/vnu.jar" --format gnu --errors-only --stdout "$files"/*.html >"$dir/nu" 2>&1
for file in "$files"/*.html; do
	grep -aF "${file##*/}\"" "$dir/nu" >"$dir/said"
	ok "Nu checker: ${file##*/}" sh -c "cat '$dir/said'; test ! -s '$dir/said'"
done
grep -aqE 'Exception|Error: ' "$dir/nu" && fail 'the Nu checker itself' "$dir/nu"
printf '<!DOCTYPE html><title>x</title><p><table><p></b>' >"$dir/bad.html"
ok 'and it does find errors' sh -c "! java -jar '$modules/vnu-jar/build/dist/vnu.jar' --errors-only '$dir/bad.html'"

# axe runs in a copy of the page; what it found becomes the page's title.
browser=$(command -v chromium || command -v chromium-browser)
barriers()
{
	awk -v script="$modules/axe-core/axe.min.js" '
		/<\/head>/ && !done {
			print "<script>"
			while ((getline line < script) > 0) print line
			print "</script>"
			print "<script>addEventListener(\"load\", function () { axe.run().then(function (r) {"
			print "var said = r.violations.map(function (v) { return v.id + \" \" + v.nodes[0].html }).join(\"; \");"
			print "document.title = \"AXE \" + r.passes.length + \" passed; \" + said + \" END\" }) })</script>"
			done = 1
		}
		{ print }' "$1" >"$dir/page.html"
	"$browser" --headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update \
		--no-first-run "--user-data-dir=$dir/browser" --allow-file-access-from-files --virtual-time-budget=10000 \
		--dump-dom "file://$dir/page.html" 2>/dev/null | tr '\n' ' ' | grep -oE 'AXE [0-9]+ passed;.* END' | head -c 1000
}
if [ -n "$browser" ]; then
	for sample in samples/*.*; do
		name=${sample##*/}
		for file in "$files/$name".*.html; do
			[ -e "$file" ] || continue
			barriers "$file" >"$dir/said"
			ok "axe: ${file##*/}" sh -c "cat '$dir/said'; grep -qE '^AXE [1-9][0-9]* passed;  END' '$dir/said'"
		done
	done
	printf '<!DOCTYPE html><html><head><title>x</title></head><body><img src="x"></body></html>' >"$dir/bad.html"
	barriers "$dir/bad.html" >"$dir/said"
	has 'and it does find barriers' "$dir/said" 'image-alt'
else
	fail 'Chromium is not here'
fi
done_testing
