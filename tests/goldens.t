#!/bin/sh
# What each reader makes of small inputs, and what it says about them under -v.
#
# tests/goldens/FORMAT/CASE.SUFFIX is the input; a DOCX is a folder CASE.docx
# with those parts of its package that differ from parts/. CASE.tree beside it
# is what must come out, CASE.err what must be said. `make bless` writes both
# anew: read the difference before you commit it.
. tests/lib.sh

bless=${BLESS:-}

# Gives the file to read for a case: itself, or the DOCX that is packed of its parts.
packed()
{
	if [ ! -d "$1" ]; then
		echo "$1"
		return
	fi
	rm -rf "$dir/package" "$dir/packed.docx"
	cp -R tests/goldens/docx/parts "$dir/package"
	cp -R "$1/." "$dir/package"
	(cd "$dir/package" && zip -q -X -r ../packed.docx '[Content_Types].xml' _rels word)
	echo "$dir/packed.docx"
}

for case in tests/goldens/*/*.txt tests/goldens/*/*.html tests/goldens/*/*.docx tests/goldens/*/*.xml; do
	[ -e "$case" ] || continue
	format=$(format_of "$case")
	golden=${case%.*}
	"$TREE/${format}2tree" -v <"$(packed "$case")" >"$dir/tree" 2>"$dir/err.all"
	# Each line as it would be in every build: without the note that there is no sandbox.
	grep -v 'has no sandbox' "$dir/err.all" >"$dir/err"
	if [ -n "$bless" ]; then
		cp "$dir/tree" "$golden.tree"
		cp "$dir/err" "$golden.err"
	fi
	same "${case#tests/goldens/}" "$golden.tree" "$dir/tree"
	same "${case#tests/goldens/}: what is said" "$golden.err" "$dir/err"
done
done_testing
