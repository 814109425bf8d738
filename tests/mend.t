#!/bin/sh
# --no-mend leaves damage as it is: all of it, or that of an id.
. tests/lib.sh

cat >"$dir/a.txt" <<'END'
Město otevře novou školu v lednu příštího roku

Praha, 3. března 2026 – Město dnes oznámilo, že nová škola pro dvě stě dětí otevře v led-
nu příštího roku. V lednu se otevře i nové hřiště vedle školy, na které se těší hlavně
menší děti. Starosta řekl: „Je to

velký den pro nás.“
END
iconv -f iso-8859-1 -t utf-8 "$dir/a.txt" >"$dir/wrong.txt"

run "$BIN/txt2html" "$dir/a.txt"
has 'lines are unwrapped, a word is whole' "$dir/out" 'otevře v lednu příštího roku\. V lednu se'
has 'a paragraph is one' "$dir/out" 'Je to velký den'
run "$BIN/txt2html" --no-mend=hyphen "$dir/a.txt"
has '--no-mend=hyphen' "$dir/out" 'otevře v led-nu příštího'
run "$BIN/txt2html" --no-mend=unwrap "$dir/a.txt"
has '--no-mend=unwrap' "$dir/out" 'otevře v led-<br'
run "$BIN/txt2html" --no-mend=broken-paragraph,hyphen "$dir/a.txt"
is 'two ids' "$(grep -c -e 'Je to velký' -e 'v lednu příštího roku\. V' "$dir/out")" 0
run "$BIN/txt2html" --no-mend=mojibake "$dir/wrong.txt"
is '--no-mend=mojibake' "$(grep -c 'škol' "$dir/out")" 0
run "$BIN/txt2html" --no-mend "$dir/wrong.txt"
is '--no-mend' "$(grep -c 'škol' "$dir/out")" 0
run "$BIN/txt2html" --no-mend=all "$dir/a.txt"
refused 'an id that there is not' 64 'no such mend'

# Readers whose bytes are right mend what was wrong before.
printf '<!DOCTYPE html><title>x</title><h1>Ein Titel</h1><p>%s</p>' "$(cat "$dir/wrong.txt")" >"$dir/a.html"
run "$BIN/html2txt" "$dir/a.html"
has 'in a page' "$dir/out" 'novou školu v lednu'
has 'with a warning' "$dir/err" 'W-mojibake'
run "$BIN/html2txt" --no-mend=mojibake "$dir/a.html"
is 'or not' "$(grep -c 'škol' "$dir/out")" 0
done_testing
