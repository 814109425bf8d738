#!/bin/sh
# Every item that we write is valid against the schema of NewsML-G2 2.35, power conformance.
. tests/lib.sh

files=$BUILD/accept/nml
schema=$SHARED/schema/newsml/NewsML-G2_2.35-spec-All-Power.xsd
ok 'there is something to judge' sh -c "ls '$files'/*.xml"
for file in "$files"/*.xml; do
	ok "well-formed: ${file##*/}" xmllint --noout --nonet "$file"
done
if [ ! -e "$schema" ]; then
	skip 'NewsML-G2 schema' "no $schema here"
	done_testing
fi
xmllint --noout --nonet --schema "$schema" "$files"/*.xml >"$dir/xsd" 2>&1
for file in "$files"/*.xml; do
	grep -aF "$file" "$dir/xsd" >"$dir/verdict"
	ok "NewsML-G2 2.35: ${file##*/}" sh -c "cat '$dir/verdict'; grep -qxF '$file validates' '$dir/verdict'"
done
done_testing
