#!/bin/sh
# All ways round commute: X2Y gives the bytes of X2nml | nml2Y. On every sample, and on what each becomes.
. tests/lib.sh

# pair FROM TO FILE NAME
pair()
{
	"$BIN/${1}2$2" "$3" >"$dir/direct" 2>"$dir/err"
	"$BIN/${1}2nml" "$3" 2>>"$dir/err" | "$BIN/nml2$2" >"$dir/round" 2>>"$dir/err"
	if [ -s "$dir/direct" ] && cmp -s "$dir/direct" "$dir/round"; then
		pass "$4: ${1}2$2"
	else
		case $2 in
		docx)
			"$TREE/docx2tree" "$dir/direct" >"$dir/direct.tree" 2>>"$dir/err"
			"$TREE/docx2tree" "$dir/round" >"$dir/round.tree" 2>>"$dir/err"
			;;
		*)
			cp "$dir/direct" "$dir/direct.tree"
			cp "$dir/round" "$dir/round.tree"
			;;
		esac
		diff -a "$dir/direct.tree" "$dir/round.tree" >"$dir/why"
		fail "$4: ${1}2$2" "$dir/err" "$dir/why"
	fi
}

for sample in samples/*.txt samples/*.html samples/*.docx samples/*.xml samples/*.eml; do
	[ -e "$sample" ] || continue
	format=$(format_of "$sample")
	name=${sample##*/}
	for from in txt html docx nml eml; do
		file=$dir/sample.$(suffix $from)
		if [ "$from" = "$format" ]; then
			cp "$sample" "$file"
		else
			"$BIN/${format}2$from" "$sample" >"$file" 2>/dev/null
		fi
		for to in txt html docx eml; do
			[ $from = $to ] || [ $from = nml ] || pair $from $to "$file" "$name as $from"
		done
	done
done
done_testing
