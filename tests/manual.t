#!/bin/sh
# make manual: every page as HTML, and no link between them that leads nowhere.
. tests/lib.sh

if ! command -v mandoc >/dev/null; then
	skip 'the manual as HTML' 'no mandoc here'
	done_testing
fi
run make -s BUILD="$dir" manual
status_is 'make manual' 0
manual=$dir/manual
is 'each page' "$(cd "$manual" && ls ./*.[157].html | sed 's/\.html$//; s,.*/,,')" "$(cd filters && ls ./*.[157] | sed 's,.*/,,')"
grep -ohE 'href="[^"#:]+"' "$manual"/*.html | sed 's/.*"\(.*\)"/\1/' | sort -u >"$dir/links"
while read -r link; do
	[ -e "$manual/$link" ] || echo "$link"
done <"$dir/links" >"$dir/nowhere"
ok 'links lead somewhere' sh -c "test -s '$dir/links'; cat '$dir/nowhere'; test ! -s '$dir/nowhere'"
done_testing
