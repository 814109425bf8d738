#!/bin/sh
# What the shells complete is what --help lists.
. tests/lib.sh

programs=$(cd "$BIN" && echo *)
# shellcheck disable=SC2086 # one word for each program
for shell in bash zsh fish; do
	filters/completions.sh $shell "$BIN" $programs >"$dir/$shell"
done

cat >"$dir/ask" <<'END'
. "$1"
COMP_WORDS=("$2" "${@:3}")
COMP_CWORD=$(($# - 2))
_wirecopy "$2"
printf '%s\n' "${COMPREPLY[@]}"
END
# completed PROGRAM WORD...: what bash offers for the last word
completed()
{
	bash "$dir/ask" "$dir/bash" "$@"
}

for program in $programs; do
	"$BIN/$program" --help | grep -oE -e '^  (-[A-Za-z], )?--[a-z0-9-]+' | grep -oE -e '--[a-z0-9-]+' | sort >"$dir/want"
	completed "$program" -- | sort >"$dir/got"
	ok "bash: $program's options" cmp "$dir/want" "$dir/got"
	for shell in zsh fish; do
		[ "$shell" = zsh ] && part="sed -n '/^$program)/,/;;/p'" || part="grep -- '-c $program '"
		options=$(sh -c "$part" <"$dir/$shell" | grep -oE -e "^[	]*'--[a-z0-9-]+| -l [a-z0-9-]+" | wc -l)
		is "$shell: as many" "$options" "$(wc -l <"$dir/want")"
	done
done
is 'a beginning' "$(completed docx2html --le)" --letterhead
mkdir "$dir/folder"
: >"$dir/sole"
is 'a folder where one is wanted' "$(completed docx2html --media "$dir/f")" "$dir/folder"
is 'a file where one is wanted' "$(completed docx2html --css "$dir/so")" "$dir/sole"
is 'nothing where a word is wanted' "$(completed docx2html --lang "$dir/s")" ''
is 'files as the input' "$(completed docx2html "$dir/so")" "$dir/sole"
is 'a short option takes the same' "$(completed docx2html -o "$dir/so")" "$dir/sole"
for shell in zsh fish; do
	if command -v $shell >/dev/null; then
		ok "$shell reads it" $shell -n "$dir/$shell"
	else
		skip "$shell reads it" 'not here'
	fi
done
done_testing
