#!/bin/sh
# The months and weekdays of the language tables are those of the Unicode CLDR.
. tests/lib.sh

python=python3
for candidate in python3 /usr/bin/python3; do
	"$candidate" -c 'import babel' 2>/dev/null && python=$candidate && break
done
if ! "$python" -c 'import babel' 2>/dev/null; then
	skip 'months and weekdays' 'no python3-babel here'
	done_testing
fi
for table in src/recognise/lang/*.table; do
	run "$python" tests/accept/tables_cldr.py "$table"
	ok "${table##*/}" sh -c "cat '$dir/out' '$dir/err'; test ! -s '$dir/out' && test $status = 0"
done
sed -e 's/únor/květen/g' src/recognise/lang/cs.table >"$dir/wrong.table"
run "$python" tests/accept/tables_cldr.py "$dir/wrong.table"
has 'a wrong month is found' "$dir/out" 'cs: february'
done_testing
