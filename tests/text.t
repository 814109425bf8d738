#!/bin/sh
# What the options of text do, and raised and lowered digits, which have letters of their own.
. tests/lib.sh

cat >"$dir/a.html" <<'END'
<!DOCTYPE html><html lang="en"><title>x</title>
<h1>The plant saves a million tonnes</h1>
<p>It is 10<sup>6</sup> t of CO<sub>2</sub>, 3·10<sup>−4</sup> of all, in the 1<sup>st</sup> year.</p></html>
END
run "$BIN/html2txt" -q "$dir/a.html"
status_is 'a page with powers' 0
has 'digits and signs' "$dir/out" 'It is 10⁶ t of CO₂, 3·10⁻⁴ of all, in the 1st year\.'
run "$BIN/html2txt" -q --headers "$dir/a.html"
has 'with a header the text stays as it is' "$dir/out" 'It is 106 t of CO2'

cat >"$dir/b.html" <<'END'
<!DOCTYPE html><html lang="cs"><title>x</title>
<h1>Stát <b>vrátí</b> vodu</h1>
<p>Je to <b>tučné a <i>šikmé</i></b><i> i dále</i>, v lese i u 5 km cest.</p>
<h2>Nadpis</h2><blockquote><p>Citace.</p></blockquote><hr><p><b>Celé tučné.</b></p></html>
END
run "$BIN/html2txt" -q --marks "$dir/b.html"
has '--marks' "$dir/out" '^Je to \*tučné a _šikmé_\* _i dále_, v lese'
has 'of a whole paragraph' "$dir/out" '^\*Celé tučné\.\*$'
has 'but not in a heading' "$dir/out" '^Stát vrátí vodu$'
nbsp=$(printf '\302\240')
run "$BIN/html2txt" -q --nbsp "$dir/b.html"
has '--nbsp' "$dir/out" "v${nbsp}lese i${nbsp}u${nbsp}5${nbsp}km cest"
run "$BIN/html2txt" -v --style=wire "$dir/b.html"
is '--style=wire' "$(grep -cE '^(=+|-+|>.*|[*] [*] [*])$' "$dir/out")" 0
has 'with its loss' "$dir/err" 'loss of presentation: .*L-layout'
for option in --marks --nbsp --style=wire; do
	run "$BIN/html2txt" --headers $option "$dir/b.html"
	refused "$option with --headers" 64 'takes no --style'
done

# The manual's example is in the layout, and comes back to the letter.
awk '/^\.Bd -literal/ { on = 1; next } /^\.Ed/ { on = 0 } on' filters/wirecopy-text.5 >"$dir/example.txt"
run "$BIN/txt2html" "$dir/example.txt"
has 'the example has its roles' "$dir/out" '^<p class="lead"><span class="place">BRNO'
"$BIN/html2txt" -q "$dir/out" >"$dir/back.txt"
sed '1,/^$/d' "$dir/example.txt" >"$dir/body.txt"
same 'and its text comes back' "$dir/body.txt" "$dir/back.txt"
done_testing
