#!/bin/sh
# Completions for a shell, out of what the programs' --help says: completions.sh bash|zsh|fish FOLDER PROGRAM[=NAME]...
# FOLDER has the programs; NAME is that by which one is installed.
set -eu
shell=$1
folder=$2
shift 2

for program; do
	"$folder/${program%=*}" --help | sed "s/^/${program#*=}	/"
done | awk -F '\t' -v shell="$shell" '
# A row of the table: "  -o, --output FILE         write FILE, whole or not at all". Only those begin with blanks and dashes.
$2 ~ /^  (-., )?--/ {
	row = substr($2, 3)
	help = row
	sub(/^.*[^ ]   */, "", help)
	gsub(/[\047\\\[\]]/, "", help)
	letter = row ~ /^-., / ? substr(row, 2, 1) : ""
	sub(/^-., /, "", row)
	name = row
	sub(/[^-a-z0-9].*/, "", name)
	rest = substr(row, length(name) + 1)
	value = ""
	if (rest ~ /^ [^ ]/) {
		value = substr(rest, 2)
		sub(/  .*/, "", value)
	}
	if (!($1 in known)) {
		known[$1] = 1
		programs[++count] = $1
	}
	n = ++options[$1]
	names[$1, n] = name
	letters[$1, n] = letter
	values[$1, n] = value
	helps[$1, n] = help
}
function what(value) {
	return value == "DIR" ? "folder" : value ~ /^FILE/ ? "file" : value == "" ? "none" : "word"
}
function all(separator,   i, s) {
	for (i = 1; i <= count; i++)
		s = s (i > 1 ? separator : "") programs[i]
	return s
}
# The options of a program that take something of a kind.
function taking(p, kind,   n, s) {
	for (n = 1; n <= options[p]; n++)
		if (what(values[p, n]) == kind)
			s = s " " names[p, n] (letters[p, n] ? " -" letters[p, n] : "")
	return s " "
}
function bash(   i, n, list, p) {
	print "# Completion of bash for wirecopy."
	print "_wirecopy()\n{\n\tlocal current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}"
	print "\tlocal options= folders= files= words=\n\tcase ${1##*/} in"
	for (i = 1; i <= count; i++) {
		p = programs[i]
		list = ""
		for (n = 1; n <= options[p]; n++)
			list = list (n > 1 ? " " : "") names[p, n]
		printf "\t%s)\n\t\toptions=\047%s\047\n\t\tfolders=\047%s\047\n\t\tfiles=\047%s\047\n\t\twords=\047%s\047\n\t\t;;\n",
			p, list, taking(p, "folder"), taking(p, "file"), taking(p, "word")
	}
	print "\tesac\n\tCOMPREPLY=()"
	print "\tif [[ $folders == *\" $before \"* ]]; then\n\t\tmapfile -t COMPREPLY < <(compgen -d -- \"$current\")"
	print "\telif [[ $words == *\" $before \"* ]]; then\n\t\treturn"
	print "\telif [[ $current == -* && $files != *\" $before \"* ]]; then"
	print "\t\tmapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")"
	print "\telse\n\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n\tfi\n}"
	print "complete -o filenames -F _wirecopy " all(" ")
}
function zsh(   i, n, p, kind, action) {
	print "#compdef " all(" ")
	print "# Completion of zsh for wirecopy.\ncase ${service##*/} in"
	for (i = 1; i <= count; i++) {
		p = programs[i]
		printf "%s)\n\t_arguments -s", prefix p
		for (n = 1; n <= options[p]; n++) {
			kind = what(values[p, n])
			action = kind == "folder" ? ":folder:_files -/" : kind == "file" ? ":file:_files" : kind == "word" ? ":" tolower(values[p, n]) ":" : ""
			printf " \\\n\t\t\047%s%s[%s]%s\047", names[p, n], action ? "=" : "", helps[p, n], action
			if (letters[p, n])
				printf " \\\n\t\t\047-%s[%s]%s\047", letters[p, n], helps[p, n], action
		}
		print " \\\n\t\t\047*:file:_files\047\n\t;;"
	}
	print "esac"
}
function fish(   i, n, p, kind) {
	print "# Completion of fish for wirecopy."
	for (i = 1; i <= count; i++) {
		p = programs[i]
		for (n = 1; n <= options[p]; n++) {
			kind = what(values[p, n])
			printf "complete -c %s -l %s%s%s -d \047%s\047\n", p, substr(names[p, n], 3),
				letters[p, n] ? " -s " letters[p, n] : "",
				kind == "none" ? "" : kind == "file" ? " -r" : kind == "folder" ? " -x -a \047(__fish_complete_directories)\047" : " -x",
				helps[p, n]
		}
	}
}
END {
	if (shell == "bash")
		bash()
	else if (shell == "zsh")
		zsh()
	else
		fish()
}'
