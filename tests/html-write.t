#!/bin/sh
# Pages that we write: style sheets, labels of lists, fragments, pages without images.
. tests/lib.sh

cat >"$dir/in.html" <<'EOF'
<!DOCTYPE html><html lang="en"><title>Lists</title><h1>Lists</h1>
<p>The first paragraph of it, with <img src="https://example.com/a.png" alt="the hall"> in it.</p>
<ol type="a" data-label="%)"><li>one<li>two</ol><ol type="A" data-label="(%)"><li>three</ol><ol data-label="§ %"><li>four</ol><ol><li>five</ol>
EOF
"$BIN/html2nml" --now 2026-03-15T08:00Z "$dir/in.html" >"$dir/in.xml"
run "$BIN/nml2html" "$dir/in.xml"
cp "$dir/out" "$dir/page"
has 'a label is drawn by a counter style' "$dir/page" '^@counter-style marker-1 \{ system: extends lower-alpha; prefix: ""; suffix: "\) "; \}$'
has 'which is told by label and type' "$dir/page" '^ol\[data-label="\\25 \)"\]\[data-type="a"\] \{ list-style-type: marker-1; \}$'
has 'capitals have their own' "$dir/page" 'marker-2 \{ system: extends upper-alpha; prefix: "\("; suffix: "\) "; \}'
has 'numbers have no type' "$dir/page" '^ol\[data-label="§\\20 \\25 "\]:not\(\[data-type\]\) \{ list-style-type: marker-3; \}$'
lacks 'the usual label needs none' "$dir/page" 'marker-4'
has 'dark where the reader wants it' "$dir/page" '^@media \(prefers-color-scheme: dark\)'
has 'black on white on paper' "$dir/page" '^:root \{ color-scheme: light; --paper: #fff; --ink: #000'
run "$BIN/html2nml" --now 2026-03-15T08:00Z "$dir/page"
same 'the page reads as it was' "$dir/out" "$dir/in.xml"

echo 'p { content: "</style><script>alert(1)</script>" }' >"$dir/sheet.css"
run "$BIN/nml2html" --css "$dir/sheet.css" "$dir/in.xml"
has '--css: the sheet stands in the page' "$dir/out" '^p \{ content: "<\\/style><script>alert\(1\)<\\/script>" \}$'
lacks 'in place of ours' "$dir/out" '^body [{]'
has 'with the labels of lists' "$dir/out" '^@counter-style marker-1'
is 'and cannot end its element' "$(grep -c '</style>' "$dir/out")" 1
printf 'p { color: \377 }' >"$dir/sheet.css"
run "$BIN/nml2html" --css "$dir/sheet.css" "$dir/in.xml"
refused 'a sheet that is not UTF-8' 64 'css'

run "$BIN/nml2html" --fragment "$dir/in.xml"
is '--fragment: the article alone' "$(head -n 1 "$dir/out" | cut -c 1-8) $(tail -n 1 "$dir/out")" '<article </article>'
lacks 'without head and style' "$dir/out" '<(head|style|meta|html)'
run "$BIN/nml2html" --no-images "$dir/in.xml"
lacks '--no-images: none' "$dir/out" '<img'
has 'its text stands there' "$dir/out" 'the hall'
done_testing
