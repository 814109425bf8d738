#!/bin/sh
# Every word of real Word files is in their text, and none that was deleted or hidden; broken files are refused at once.
. tests/lib.sh

if [ ! -d "$SHARED/corpus/docx" ]; then
	skip 'the words of real files' "no $SHARED/corpus/docx"
	done_testing
fi

python=python3
for candidate in python3 /usr/bin/python3; do
	"$candidate" -c 'import lxml.etree' 2>/dev/null && python=$candidate && break
done
mkdir "$dir/texts"
find "$SHARED/corpus/docx" -type f | sort >"$dir/files"
while read -r file; do
	text=$dir/texts/$(basename "$file")
	for all in '' .all; do
		run "$BIN/docx2txt" -q --links=none ${all:+--letterhead=all} "$file"
		mv "$dir/out" "$text$all.txt"
		# A file of the corpus may hold nothing but pictures without alternative text.
		[ "$status" -eq 0 ] || grep -q 'holds no text' "$dir/err" || echo "$status: $(cat "$dir/err")" >>"$dir/failed"
	done
done <"$dir/files"
touch "$dir/failed"
ok 'every file is read' sh -c "cat '$dir/failed'; test ! -s '$dir/failed'"
if "$python" -c 'import lxml.etree' 2>/dev/null; then
	"$python" tests/accept/docx_words.py "$SHARED/corpus/docx" "$dir/texts" >"$dir/scores"
	grep '^#' "$dir/scores" | cut -c 1-300
	grep -v '^#' "$dir/scores" >"$dir/lines"
	ok 'the words are counted' test "$(wc -l <"$dir/lines")" -eq 7
	while read -r good what; do
		ok "$what" test "$good" = good
	done <"$dir/lines"
else
	skip 'the words are counted' 'no python3-lxml here'
fi

# Two seconds, and 128 MB of address space beyond what the program itself needs.
for file in "$SHARED"/corpus/docx-hostile/*; do
	name=$(basename "$file")
	run sh -c 'ulimit -v 131072; exec timeout 2 "$@"' sh "$BIN/docx2txt" -q "$file"
	if [ "$status" -eq 0 ]; then
		ok "read whole: $name" test -s "$dir/out"
	else
		refused "refused with a reason: $name" 65 '^docx2txt: .*: .+'
	fi
done
done_testing
