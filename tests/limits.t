#!/bin/sh
# The limits that follow the size of the input: on blocks, on what a DOCX expands to, on the tree of a page. Each names
# its option, and with that the same input is taken; no ordinary document meets one.
. tests/lib.sh

# lines N TEXT
lines()
{
	awk -v n="$1" -v line="$2" 'BEGIN { print "A headline of the test\n\nA paragraph that is long enough to be one.\n"; while (n-- > 0) print line }'
}

lines 200000 '- x' >"$dir/blocks.txt"
run "$BIN/txt2html" -q "$dir/blocks.txt"
refused 'a text of tiny items' 65 'more than 4[0-9]{5} blocks and pieces of text .*--limit-blocks'
run "$BIN/txt2nml" -q --limit-blocks 1M "$dir/blocks.txt"
status_is 'with --limit-blocks it is taken' 0
run "$BIN/txt2nml" -q --limit-blocks none "$dir/blocks.txt"
refused '--limit-blocks none' 64 'limit-blocks.*want a number'
{
	echo '<h1>A headline of the test</h1>'
	awk 'BEGIN { for (i = 0; i < 300000; i++) printf "<p>x" }'
} >"$dir/tree.html"
run "$BIN/html2txt" -q "$dir/tree.html"
refused 'a page of tiny elements' 65 'MiB, too much for a page .*--limit-blocks'
run "$BIN/html2txt" -q --limit-blocks 1M "$dir/tree.html"
status_is 'with --limit-blocks it is taken' 0

# As many letters as a long book has, in ordinary paragraphs
lines 60000 'The company will hire two hundred people in the plant, its director said on Monday in Brno.\n' >"$dir/long.txt"
for to in html nml docx; do
	run "$BIN/txt2$to" -q --no-recognise "$dir/long.txt"
	status_is "ordinary paragraphs of 6 MB: txt2$to" 0
	cp "$dir/out" "$dir/long.$to"
	run "$BIN/${to}2txt" -q "$dir/long.$to"
	status_is "and back: ${to}2txt" 0
done
lines 400000 'The company will hire two hundred people in the plant, the director of the company said.\n' >"$dir/flood.txt"
run "$BIN/txt2html" -q --no-recognise -o "$dir/flood.html" "$dir/flood.txt"
run "$BIN/html2txt" -q "$dir/flood.html"
status_is 'a page of 400,000 ordinary paragraphs' 0
run "$BIN/txt2docx" -q --no-recognise -o "$dir/flood.docx" "$dir/flood.txt"
run "$BIN/docx2txt" -q --limit-blocks 1M "$dir/flood.docx"
refused 'a DOCX that expands to 40 MB' 65 'word/document\.xml: the parts expand to more than [23][0-9] MiB.*--limit-inflated'
run "$BIN/docx2txt" -q --limit-inflated 100M --limit-blocks 1M "$dir/flood.docx"
status_is 'with --limit-inflated it is taken' 0
for option in --limit-blocks=1M --limit-inflated=100M; do
	run "$BIN/relcheck" -q --only=remains "$option" "$dir/flood.docx"
	refused "relcheck on that DOCX, with $option alone" 65 'relcheck: .*--limit-(blocks|inflated) allows more'
done
run "$BIN/relcheck" -q --only=remains --limit-blocks 1M --limit-inflated 100M "$dir/flood.docx"
status_is 'with both it is checked' 0
done_testing
