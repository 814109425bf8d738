#!/bin/sh
# Real files of other people: each format into each other one, and X2Y as X2nml | nml2Y.
. tests/lib.sh

corpus=$SHARED/corpus
if [ ! -d "$corpus" ]; then
	skip 'real files' "no $corpus here"
	done_testing
fi

# Twenty of each format. Of the items of agencies, those that carry a text.
ls "$corpus"/html/*.html | awk 'NR % 4 == 1' | head -n 20 >"$dir/html"
ls "$corpus"/releases/*.txt | awk 'NR % 2 == 1' | head -n 20 >"$dir/txt"
for category in press letterhead_hdrftr lists tables notes_comments links_fields headings_styles images_textboxes \
	i18n_symbols realworld; do
	ls "$corpus/docx/$category"/*.docx | awk '!/isLgl/' | head -n 2 # that one holds numbers of lists, and no text
done >"$dir/docx"
grep -lE '<(inlineXML|html|nitf)' "$corpus"/newsml/agencies/*.xml |
	xargs grep -LE 'planningItem|conceptItem|packageItem|ninat:(picture|video|graphic|audio|composite)|icls:(picture|video)' |
	xargs grep -cE '<newsItem[ >]' | sed -n 's/:1$//p' | head -n 20 >"$dir/nml"

# converts FROM TO FILE: what it writes is right by X2nml | nml2Y, too
converts()
{
	name="${1}2$2 ${3##*/}"
	run "$BIN/${1}2$2" "$3"
	if [ $status -ne 0 ] || [ ! -s "$dir/out" ]; then
		fail "$name: status $status" "$dir/err"
		return
	fi
	if [ "$1" != nml ] && [ "$2" != nml ]; then
		mv "$dir/out" "$dir/direct"
		"$BIN/${1}2nml" "$3" 2>"$dir/err" | "$BIN/nml2$2" >"$dir/round" 2>>"$dir/err"
		same "$name, directly and by nml" "$dir/direct" "$dir/round"
	else
		pass "$name"
	fi
}

for from in txt html docx nml; do
	while read -r file; do
		for to in txt html docx nml eml; do
			[ $from = $to ] || converts $from $to "$file"
		done
	done <"$dir/$from"
done

# All there is, and files made to break readers: done, or refused with one line; never a crash, never a mistake of ours.
decent()
{
	run timeout 20 "$BIN/$1" -q "$2"
	if [ $status -eq 0 ] || { [ $status -eq 65 ] && [ ! -s "$dir/out" ] && [ "$(wc -l <"$dir/err")" -eq 1 ]; }; then
		pass "$1 ${2##*/}: $status"
	else
		fail "$1 ${2##*/}: $status" "$dir/err"
	fi
}
for file in "$corpus"/docx*/*.docx "$corpus"/docx-hostile/*.docm "$corpus"/docx/*/*.docx; do
	decent docx2nml "$file"
done
for file in "$corpus"/html/*.html; do
	decent html2nml "$file"
done
for file in "$corpus"/newsml/*/*.xml "$corpus"/newsml/*/*.XML; do
	decent nml2html "$file"
done
for file in "$corpus"/releases/*.txt; do
	decent txt2nml "$file"
done
done_testing
