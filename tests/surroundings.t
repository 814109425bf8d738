#!/bin/sh
# Same input, same bytes: in any locale and time zone, and twice. The locales are made here, as few machines have them.
. tests/lib.sh

printf '%s\n' 'TITLE in Istanbul: İstanbul ı İ i I' '' 'ISTANBUL, 15 March 2026 - The price is 1.5 and 1,5. Příliš žluťoučký kůň.' '' \
	'- one' '- two' '' 'Contact: Jana Nováková, tel. +420 123 456 789' >"$dir/a.txt"
for to in html docx nml; do
	"$BIN/txt2$to" -o "$dir/a.$(suffix $to)" "$dir/a.txt"
done
LOCPATH=$dir/locales
export LOCPATH
mkdir "$LOCPATH"
locales=C
for locale in tr_TR cs_CZ; do
	if localedef -i $locale -f UTF-8 "$LOCPATH/$locale.UTF-8" 2>/dev/null; then
		locales="$locales $locale.UTF-8"
	else
		skip "$locale" 'this machine cannot make it'
	fi
done

for from in txt html docx nml; do
	for to in txt html docx nml; do
		[ $from = $to ] && continue
		program=$BIN/${from}2$to
		file=$dir/a.$(suffix $from)
		"$program" -v "$file" >"$dir/want" 2>"$dir/want.err"
		wrong=
		for locale in $locales; do
			for zone in UTC Asia/Kathmandu America/St_Johns ''; do
				LC_ALL=$locale LANG=$locale TZ=$zone "$program" -v "$file" >"$dir/out" 2>"$dir/err"
				cmp -s "$dir/want" "$dir/out" && cmp -s "$dir/want.err" "$dir/err" || wrong="$wrong $locale/$zone"
			done
		done
		is "${from}2$to: the same bytes and messages in $locales and four zones" "$wrong" ''
	done
done
done_testing
