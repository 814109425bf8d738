#!/bin/sh
# wirecopy-metadata(5) has the keys that the sources have, with their types, and the places that are read.
. tests/lib.sh

page=filters/wirecopy-metadata.5

sed -n 's/^\tX([A-Z_]*, "\([a-z-]*\)", \([A-Z]*\), \([01]\), \([01]\)).*/\1 \2 \3 \4/p' src/doc/meta.h | awk '
	BEGIN {
		type["TEXT"] = "text"; type["NUMBER"] = "number"; type["DATE"] = "date"; type["INSTANT"] = "time"
		type["EMBARGO"] = "embargo"; type["LANGUAGE"] = "language"; type["URL"] = "address"; type["CONCEPT"] = "concept"
	}
	{ print $1, "Pq", type[$2] ($3 == 1 ? ", several" : "") ($4 == 1 ? ", private" : "") }' >"$dir/used"
sed -n 's/^\.It Cm \([a-z-]* Pq .*\)/\1/p' "$page" >"$dir/listed"
ok 'there are keys' test -s "$dir/used"
same 'the keys, their types, and who may see them' "$dir/used" "$dir/listed"

awk -F'"' '
	FNR == NR && /^\tX\(/ { split($1, part, /[(,]/); name[part[2]] = $2; next }
	/^\t\{ META_[A-Z_]*, "/ { key = $1; sub(/.*META_/, "", key); sub(/,.*/, "", key); print name[key], $2 }
' src/doc/meta.h src/html/html_meta.c >"$dir/used"
sed -n '/^\.Ss HTML/,/^\.Ss Mail/p' "$page" | awk '
	/^\.It Cm / { key = $3 }
	/^\.Ql / && key { sub(/^\.Ql /, ""); sub(/ ,$/, ""); print key, $0 }' >"$dir/listed"
# The page goes by the order of the keys, the source by its own: within a key the order counts.
sort -s -k1,1 "$dir/used" >"$dir/used-by-key"
sort -s -k1,1 "$dir/listed" >"$dir/listed-by-key"
same 'where the pages of others have them' "$dir/used-by-key" "$dir/listed-by-key"

# The elements of an item, two-way: those of the table that have a key.
sed -n 's/^\t{ NML_[A-Z]*, "\([A-Za-z]\{1,\}\)", .*META_[A-Z_]* },.*/\1/p' src/item/property.c | sort -u >"$dir/elements"
while read -r element; do
	case $element in
	itemClass | generator | located | headline | dateline | by | contentMetaExtProperty) continue ;; # META_COUNT
	esac
	grep -q "^\\.Ql .*/$element" "$page" || echo "$element"
done <"$dir/elements" >"$dir/missing"
ok 'the elements of an item' sh -c "cat '$dir/missing'; test -s '$dir/elements' -a ! -s '$dir/missing'"

# The fields of a mail: the pairs of the table in the header, and the fields that the source names.
sed -n '/^ \*\tfield/,/^ \*$/p' src/eml/eml_meta.h | awk '
	/^ \*\t[A-Z]/ { print $3, $2 }' | sort >"$dir/used"
sed -n '/^\.Sh KEYS/,/^\.Sh TYPES/p' "$page" | awk '
	/^\.It Cm / { key = $3 }
	before == "mail:" && (!/,$/ || key == "provider") { print key, $2 } # of a key that is only written, "Field ,"
	{ before = $0 }' | sort >"$dir/listed"
ok 'there are fields of mail' test -s "$dir/used"
same 'the fields of a mail that are read' "$dir/used" "$dir/listed"
grep -oE '(fields, STR\("[A-Za-z-]+"|put_text_field\(out, "[A-Za-z-]+"|"[A-Z][A-Za-z-]+: ")' src/eml/eml_meta.c |
	sed -E 's/.*"([A-Za-z-]+)(: )?"/\1/' | sort -u >"$dir/fields"
while read -r field; do
	grep -q "^\.Ql $field" "$page" || echo "$field"
done <"$dir/fields" >"$dir/missing"
ok 'and every one that the source has' sh -c "cat '$dir/missing'; test -s '$dir/fields' -a ! -s '$dir/missing'"
done_testing
