#!/bin/sh
# Raised and lowered digits: text has letters of their own for them, so that a power is no longer number.
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
done_testing
