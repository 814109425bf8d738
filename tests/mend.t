#!/bin/sh
# Each mend: done unless --no-mend names it, said with its line and id, refused by --strict as its kind is.
. tests/lib.sh

# mend ID LINE KIND MENDED DAMAGED [OTHER]: of $dir/a.txt. The patterns are of the page, one with the mend, one
# without. KIND: content or presentation. OTHER: a mend that there is too.
mend()
{
	run "$BIN/txt2html" -v "$dir/a.txt"
	has "$1: mended" "$dir/out" "$4"
	has "$1: said at its line" "$dir/err" ": ($2:|line $2:).*\[M-$1\]"
	run "$BIN/txt2html" -v --no-mend="$1" "$dir/a.txt"
	has "$1: or left alone" "$dir/out" "$5"
	is "$1: and not said then" "$(grep -c "M-$1\]" "$dir/err")" 0
	run "$BIN/txt2html" -q --strict "$dir/a.txt"
	if [ "$3" = content ]; then
		refused "$1: --strict" 65 'strict: .* [1-9][0-9]* of content .*mended'
	else
		status_is "$1: --strict" 0
	fi
	run "$BIN/txt2html" -q --strict=all "$dir/a.txt"
	refused "$1: --strict=all" 65 'strict: .*[1-9][0-9]* of .*mended'
	run "$BIN/txt2html" -q --strict=all --no-mend="$1${6:+,$6}" "$dir/a.txt"
	status_is "$1: --strict=all has nothing to refuse without it" 0
}

cat >"$dir/a.txt" <<'END_OF_TEXT'
Město otevře novou školu v lednu

Praha, 3. března 2026 – Město dnes oznámilo, že škola otevře. Starosta řekl: „Je to

velký den pro nás.“
END_OF_TEXT
mend broken-paragraph 5 presentation 'Je to velký den' '^<p>velký den'

cat >"$dir/a.txt" <<'END_OF_TEXT'
The harvest of the three regions

Region        2024     2025
Highlands     1,200    1,350
Lowlands      3,100    2,900
END_OF_TEXT
mend columns 3 presentation '<td[^>]*><p>Highlands|<td>Highlands' '^<p>Region 2024'

cat >"$dir/a.txt" <<'END_OF_TEXT'
Acme opens a new plant in Leeds

Acme opens a new plant in Leeds

Leeds, 3 March 2026 – Acme today opened a plant, which will make cups for the whole of the county.
END_OF_TEXT
mend doubled-headline 3 content '^<h1' 'Acme opens a new plant in Leeds</(p|h2)>'
is 'doubled-headline: it stands once' "$("$BIN/txt2html" -q --fragment "$dir/a.txt" | grep -c 'opens a new plant')" 1

cat >"$dir/a.txt" <<'END_OF_TEXT'
Acme opens a new plant in Leeds

Leeds, 3 March 2026 – Acme today opened a plant, which will make cups for the whole of the county.

•

It will employ two hundred people.
END_OF_TEXT
mend empty-bullet 5 presentation 'two hundred' '•'

cat >"$dir/a.txt" <<'END_OF_TEXT'
Acme opens a new plant in Leeds

Leeds, 3 March 2026 – Acme today opened a plant, which will make cups for the whole of the county.

Media contact

Jane MillerDirector at Acme Leedsjane@example.com
END_OF_TEXT
mend glued-contact 7 presentation 'jane@example\.com</' 'Jane MillerDirector|Leedsjane@'

cat >"$dir/a.txt" <<'END_OF_TEXT'
Acme opens a new plant in Leeds

Leeds, 3 March 2026 – Acme today opened a plant, which will make cups for the whole of the county.

About AcmeAcme is a company that makes cups and sells them in all shops of the county and beyond it.
END_OF_TEXT
mend glued-heading 5 presentation '>About Acme<' 'About AcmeAcme'

cat >"$dir/a.txt" <<'END_OF_TEXT'
PRESS RELEASE: Acme opens a new plant in Leeds

Leeds, 3 March 2026 – Acme today opened a plant, which will make cups for the whole of the county.
END_OF_TEXT
mend glued-label 1 presentation '<h1[^>]*>Acme opens' 'PRESS RELEASE: Acme'

cat >"$dir/a.txt" <<'END_OF_TEXT'
Acme opens a new plant in Leeds

Leeds, 3 March 2026 – Acme today opened a plant, which will make cups for the whole of the county.

Jane Miller
Tel.: 0113 496 0000
###
END_OF_TEXT
mend glued-line 5 presentation '^<p class="end-mark">###' '<br ?/?>###'

cat >"$dir/a.txt" <<'END_OF_TEXT'
Město otevře novou školu v lednu

Praha, 3. března 2026 – Město dnes oznámilo, že nová škola pro dvě stě dětí otevře v led-
nu příštího roku. V lednu se otevře i nové hřiště vedle školy, na které se těší hlavně
menší děti.
END_OF_TEXT
mend hyphen 3 content 'otevře v lednu příštího roku\. V' 'otevře v led-nu příštího' unwrap
run "$BIN/txt2html" -q --strict=all --no-mend=unwrap "$dir/a.txt"
status_is 'a word is whole only where lines are joined' 0
sed -i 's/led-$/lednu/; s/^nu //' "$dir/a.txt"
mend unwrap 3 presentation 'otevře v lednu příštího' 'otevře v lednu<br'

cat >"$dir/a.txt" <<'END_OF_TEXT'
Acme opens a new plant in Leeds

Leeds, 3 March 2026 – Acme today opened a plant, which will make cups for the whole of the county.

     "We have waited for this day for years, and now it has come," said Jane Miller of the plant.

It will employ two hundred people.
END_OF_TEXT
mend indent 5 presentation '<blockquote' '^<p>(<q[^>]*>)?.*We have waited'

cat >"$dir/a.txt" <<'END_OF_TEXT'
Acme opens a new plant in Leeds

- Date: 28-04-2021
- Author: Jane Miller

Acme today opened a plant, which will make cups for the whole of the county.
END_OF_TEXT
mend listed-facts 3 presentation '^<p class="date-line' '<li'

printf 'Acme Ĺ™Ă­dĂ­ novĂ˝ zĂˇvod v Brně\n\nMěsto řekne, co Ĺ™Ă­kĂˇ zákon o odpadech.\n' >"$dir/a.txt"
mend mojibake 1 content 'Acme řídí nový závod' 'Ĺ™Ă'

printf 'Acme opens a new plant in Leeds      %s      %s\n' "$(yes 'Acme makes cups for all.' | head -n 9 | tr '\n' ' ')" \
	"$(yes 'It employs two hundred.' | head -n 9 | tr '\n' ' ')" >"$dir/a.txt"
mend one-line 1 presentation '^<p[^>]*>It employs' 'in Leeds Acme makes'

cat >"$dir/a.txt" <<'END_OF_TEXT'
> > Acme opens a new plant in Leeds
> >
> > Leeds, 3 March 2026 – Acme today opened a plant, which will make cups for the whole of the county.
>
>> It will employ two hundred people.
END_OF_TEXT
mend quoted 1 presentation '<h1[^>]*>Acme opens' '<blockquote>'
printf '> We have waited.\n>\n> Now it has come.\n> -- Jane Miller\n' >"$dir/a.txt"
is 'a quote alone is one' "$("$BIN/txt2html" -q --fragment "$dir/a.txt" | grep -c '^<blockquote')" 1

printf 'Acme opens a new plant in Leeds\n\nAcme today opened a plant.\n\nPage 1 of 3\n\fAcme makes cups.\n\n' >"$dir/a.txt"
printf 'Page 2 of 3\n\fIt employs two hundred.\n\nPage 3 of 3\n' >>"$dir/a.txt"
mend page-header 5 content 'makes cups' '^<p>Page 2 of 3'
is 'page-header: no page is counted' "$("$BIN/txt2html" -q "$dir/a.txt" | grep -c 'Page [0-9]')" 0
printf 'Acme opens a plant\n\nLeeds is glad.\n\fAcme opens a plant\n\nIt is new.\n\fAcme opens a plant\n\nEnd.\n' >"$dir/a.txt"
is 'page-header: what is the same stays once' "$("$BIN/txt2html" -q --fragment "$dir/a.txt" | grep -c 'opens a plant')" 1
printf 'Acme opens a plant\n\n1 cup\n\f2 plates and\n\nIt is new.\n\f3 forks\n\nEnd.\n' >"$dir/a.txt"
is 'page-header: what differs stays' "$("$BIN/txt2html" -q "$dir/a.txt" | grep -cE '1 cup|2 plates|3 forks')" 3

cat >"$dir/a.txt" <<'END_OF_TEXT'
Acme opens a new plant in Leeds

Leeds, 3 March 2026 – Acme today opened a plant, which will make cups for the whole of the county.

The post Acme opens a plant appeared first on Acme.
END_OF_TEXT
mend residue 5 content 'for the whole' 'appeared first'

# Several at once, all, one that there is not.
run "$BIN/txt2html" -v --no-mend "$dir/a.txt"
is '--no-mend: none' "$(grep -c '\[M-' "$dir/err")" 0
printf 'PRESS RELEASE: Acme opens a plant\n\nLeeds is glad of it, said\n\nthe mayor of the whole town yesterday.\n' >"$dir/a.txt"
run "$BIN/txt2html" -v --no-mend=glued-label,broken-paragraph "$dir/a.txt"
is '--no-mend: two of them' "$(grep -c '\[M-' "$dir/err")" 0
run "$BIN/txt2html" --no-mend=all "$dir/a.txt"
refused 'a mend that there is not' 64 'no such mend'

# The report lists them.
run "$BIN/txt2html" -q --report "$dir/report" "$dir/a.txt"
has 'the report lists them' "$dir/report" '"mends": ?\[\{[^]]*"M-glued-label"'

# Each stands in the manual, and was tested here.
sed -n 's/^	X([A-Z_]*, "\([a-z-]*\)".*/\1/p' src/base/mend.h >"$dir/ids"
while read -r id; do
	has "$id: in the manual" filters/wirecopy.7 "^\.It Li M-$id Ta"
	has "$id: tested" tests/mend.t "^mend $id "
done <"$dir/ids"

# Readers whose bytes are right mend letters that were wrong before.
printf '<!DOCTYPE html><title>x</title><h1>Ein Titel</h1><p>%s</p>' 'Město Ĺ™ekne, co Ĺ™ekla Ĺ™eka o Ĺ™epě.' >"$dir/a.html"
run "$BIN/html2txt" "$dir/a.html"
has 'in a page' "$dir/out" 'Město řekne, co řekla řeka o řepě\.'
has 'with a warning' "$dir/err" 'M-mojibake'
run "$BIN/html2txt" --no-mend=mojibake "$dir/a.html"
has 'or not' "$dir/out" 'Ĺ™ekne'
done_testing
