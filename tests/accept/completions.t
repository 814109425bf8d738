#!/bin/sh
# The completions as they are installed, in the shells themselves: what is offered after "--" is what --help lists, and
# a value is completed as its kind says.
. tests/lib.sh

run make -s BUILD="$BUILD" install DESTDIR="$dir/system" PREFIX=/usr
status_is 'installed' 0
share=$dir/system/usr/share
bin=$(cd "$BIN" && pwd)
mkdir "$dir/here" "$dir/here/folder"
: >"$dir/here/sole.docx"

# A key for completion is pressed in a zsh that has a terminal. Its function compadd, which takes what is offered, shows
# that as well.
cat >"$dir/zsh-ask" <<'END_ZSH'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= PS2=; fpath=($1 \$fpath); cd $2; path=($3 \$path); autoload -U compinit; compinit -u -D"
zpty -w shell 'compadd() { case "${@[1,(i)(-|--)]}" in *-(O|A|D)\ *) builtin compadd "$@"; return ;; esac
	local -a hits; builtin compadd -A hits "$@"; for hit in $hits; do print -r -- "offered: $hit"; done; builtin compadd "$@" }'
zpty -w shell 'finish() { zle complete-word; print -r -- "end of $((1 + 1))"; zle kill-buffer }; zle -N finish; bindkey "^T" finish; print ready for $((1 + 1))'
zpty -r -m shell answer '*ready for 2*'
zpty -w -n shell "$4"$'\x14'
zpty -r -m shell answer '*end of 2*'
print -r -- "$answer" | tr -d '\r' | sed -n 's/^.*offered: //p'
zpty -d shell
END_ZSH

# offered_by SHELL LINE: one a line
offered_by()
{
	case $1 in
	zsh) timeout 60 zsh -f "$dir/zsh-ask" "$share/zsh/site-functions" "$dir/here" "$bin" "$2" ;;
	fish) (cd "$dir/here" && PATH=$bin:$PATH timeout 60 fish --no-config -c "set fish_complete_path $share/fish/vendor_completions.d; complete -C '$2'" | cut -f 1) ;;
	esac | sort -u
}

for shell in zsh fish; do
	if ! command -v $shell >/dev/null; then
		skip "$shell" 'not here'
		continue
	fi
	for program in docx2nml nml2html wirebatch nmlrevise relcheck; do
		"$BIN/$program" --help | grep -oE -e '^  (-[A-Za-z], )?--[a-z0-9-]+' | grep -oE -e '--[a-z0-9-]+' | sort >"$dir/want"
		offered_by $shell "$program --" | sed 's/[=:].*//' | sort -u >"$dir/got"
		same "$shell: $program's options" "$dir/want" "$dir/got"
	done
	is "$shell: a beginning" "$(offered_by $shell 'docx2html --letterh' | tr -d =)" --letterhead
	is "$shell: a file" "$(offered_by $shell 'docx2html so')" sole.docx
	is "$shell: a folder alone" "$(offered_by $shell 'docx2html --media ' | tr -d /)" folder
done
done_testing
