#!/bin/sh
# Every program has its page, the pages are clean mdoc, and they tell the truth about options, keys and ids.
. tests/lib.sh

# The option names that mdoc text has after .It
options_of()
{
	grep -hE '^\.It Fl' "$@" | grep -oE ' -[a-z-]+' | sed 's/^ -/--/' | sort -u
}

for program in filters/*.c; do
	name=${program##*/}
	name=${name%.c}
	page=filters/$name.1
	ok "$name has its page" test -s "$page"
	[ -s "$page" ] || continue
	has "$name: it is of that name" "$page" "^\.Nm $name\$"
	if [ -x "$BIN/$name" ]; then
		"$BIN/$name" --help | grep -oE -e '^  (-[A-Za-z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+' | sort -u >"$dir/help"
		options_of "$page" filters/wirecopy.7 >"$dir/known"
		comm -23 "$dir/help" "$dir/known" >"$dir/missing"
		ok "$name: every option of --help has its item" sh -c "cat '$dir/missing'; test ! -s '$dir/missing'"
		options_of "$page" >"$dir/page"
		comm -13 "$dir/help" "$dir/page" >"$dir/invented"
		ok "$name: and the page has no other" sh -c "cat '$dir/invented'; test ! -s '$dir/invented'"
	fi
done

if command -v mandoc >/dev/null; then
	for page in filters/*.[157]; do
		run mandoc -T lint -W style "$page"
		# Cross-references to pages of ours are looked for among the installed ones.
		grep -vE 'referenced manual not found|operating system explicitly|Mdocdate missing|legacy man' "$dir/out" >"$dir/said"
		ok "mandoc is silent about ${page##*/}" sh -c "cat '$dir/said'; test ! -s '$dir/said'"
	done
else
	skip 'mandoc' 'not here'
fi

# Ids of warnings and losses, metadata keys and roles: the manual has those that the sources have.
page=filters/wirecopy.7
grep -rhoE --include='*.c' '"[LW]-[a-z0-9-]+"' src | tr -d '"' | sort -u >"$dir/used"
grep -oE '^\.It Li [LW]-[a-z0-9-]+' "$page" | sed 's/^.It Li //' | sort -u >"$dir/listed"
same 'the ids of losses and warnings' "$dir/used" "$dir/listed"
sed -n 's/^\tX([A-Z_]*, "\([a-z-]*\)", [A-Z]*, [01], [01]).*/\1/p' src/doc/meta.h | sort >"$dir/used"
grep -oE '^\.It Cm [a-z-]+' "$page" | sed 's/^.It Cm //' | sort >"$dir/listed"
same 'the metadata keys' "$dir/used" "$dir/listed"
sed -n 's/^\tX([A-Z_]*, "\([a-z-]*\)", "[A-Za-z -]*", [A-Z]*).*/\1/p' src/doc/role.h | sort >"$dir/used"
grep -oE '^\.It Ic [a-z-]+' "$page" | sed 's/^.It Ic //' | sort >"$dir/listed"
same 'the roles' "$dir/used" "$dir/listed"
done_testing
