#!/bin/sh
# What looks like markup and is none: days, years and initials at a line's start, speech with dashes, end marks, signs
# of programs. A text of such traps stays paragraphs, each a line, and goes through every format without losing a letter.
. tests/lib.sh

cat >"$dir/traps.txt" <<'END_OF_TEXT'
Memorandum o spolupráci platí, zprávy z kraje čtou i v cizině

17. 05. 2019 00:00

Praha, 17. května 2019 – Úřad dnes oznámil, že memorandum platí a že o něm budou kraje jednat dál i v létě.

17. května začíná projekt, který potrvá do 31. prosince 2020 a bude stát 5 milionů korun.

28. Oktober ist der Tag, an dem das Werk in Brünn seine Arbeit aufnimmt, sagte der Direktor.

3. 7. 2019 byl den, kdy starosta podepsal smlouvu o pronájmu haly na deset let.

3.7.2019 podepsal starosta i druhou smlouvu, tentokrát o pronájmu pozemku pod halou.

1er mars 2026, la coopérative ouvre son troisième magasin dans la rue des Lilas.

2019. Az év végén a vállalat újabb üzemet nyitott a városban, mondta a polgármester.

XIX. století bylo pro město dobou rozkvětu, říká kronikář.

A. Novák byl zvolen předsedou spolku na další čtyři roky.

B. Nováková bude místopředsedkyní a bude spolek zastupovat navenek.

c) podle zákona se bere ohled na všechny strany řízení.

(c) Wiley, 2019. All rights reserved by the publisher and the authors.

(1) Der erste Absatz des Gesetzes gilt seit dem 1. Januar unverändert.

- Warto było czekać na ten dzień tyle lat, bo dziś mamy nową szkołę - mówi Luis Amaral, dyrektor.

– Dette er en stor dag for hele byen og for alle som bor her, sier ordføreren Kari Nordmann.

— To dla nas wielki dzień — dodaje burmistrz i zaprasza wszystkich na otwarcie.

-Lorène Carpentier, Global C.E.O of the whole company, has said so before.

* 3. 4. 1920, + 5. 6. 1999 in Wien, beide Daten stehen so auf dem Stein.

5*3*2 je třicet a _podtržítko_ v názvu souboru file_name_here není kurzíva.

**kwargs a *args jsou v Pythonu běžná jména parametrů funkcí.

# 1 in the market for the third year in a row, says the company.

#Praha2026 je značka, pod kterou lidé hledají zprávy o městě.

> 50 % domácností topí plynem, ostatní uhlím nebo dřevem.

< 5 % domácností netopí vůbec, uvedl úřad ve své zprávě.

= to je rovnítko na začátku řádku a nic neznamená.

+ 12 % im Vergleich zum Vorjahr, teilte das Unternehmen mit.

+420 702 159 658 je číslo, na které mohou lidé volat ve dne i v noci.

| je svislice na začátku řádku, za kterou nestojí žádná tabulka.

o třetině projektů se teprve rozhodne, řekl náměstek na závěr.

i. e. the whole of the county will be served by the new line.

v. d. Berg heißt die Straße, in der das neue Amt steht.

[1] je poznámka, na kterou v textu nikdo neodkazuje.

[text v závorkách] na začátku řádku není odkaz ani obrázek.

[DSC_0004] byl název souboru, který přišel s dopisem.

<b>Tohle</b> není značka, ale text, a &amp; zůstane, jak je.

<https://www.example.com/a?b=c&d=e> je adresa v lomených závorkách.

C:\Users\novak\Plocha je cesta ve Windows a \n znak pro konec řádku.

1 000 000 Kč dostane město, 10 % z toho hned a zbytek později.

10:30 začne tisková konference, 12:00 oběd pro hosty.

12. Juli

Ulice 28. října bude uzavřena od 8. do 10. hodiny, oznámil magistrát.

No. 5 je nejprodávanější vůně světa, č. 2 v pořadí je nová.

§ 3. odst. 2 zákona se nemění, § 4 se zrušuje a § 5 zní jinak.

10^6 obyvatel, H2O, CO2, x < y > z, a -- b --- c, e-mail, COVID-19, chtěl-li by.

Více na http://www.example.com/a_(b), ftp.example.com nebo info@example.com (denně).

- ende -
END_OF_TEXT

# words FILE: the letters without how lines are broken
words()
{
	tr -s ' ' '\n' <"$1" | tr -s '\n'
}

"$BIN/txt2html" -q --fragment "$dir/traps.txt" >"$dir/page"
is 'no list' "$(grep -cE '<(li|ol|ul)[ >]' "$dir/page")" 0
is 'no heading but the headline' "$(grep -oE '<h[1-6]' "$dir/page" | tr '\n' ' ')" '<h1 '
is 'no table, quote, rule, note, image' "$(grep -cE '<(table|blockquote|hr|img|sup|pre|dl)[ >]' "$dir/page")" 0
is 'no style' "$(grep -cE '<(b|i|em|strong|u)[ >]' "$dir/page")" 0
is 'a paragraph for each' "$(grep -c '^<p' "$dir/page")" "$(($(grep -c . "$dir/traps.txt") - 1))"

words "$dir/traps.txt" >"$dir/want"
for way in nml html docx; do
	"$BIN/txt2$way" -q "$dir/traps.txt" >"$dir/file" && "$BIN/${way}2txt" -q --style=wire "$dir/file" >"$dir/back.txt"
	words "$dir/back.txt" >"$dir/got"
	same "txt, $way, txt: not a letter is lost" "$dir/want" "$dir/got"
	"$BIN/${way}2txt" -q "$dir/file" >"$dir/again.txt"
	"$BIN/txt2$way" -q --no-recognise "$dir/again.txt" >"$dir/file"
	"$BIN/${way}2txt" -q --style=wire "$dir/file" >"$dir/back.txt"
	words "$dir/back.txt" >"$dir/got"
	same "and again, as it was written" "$dir/want" "$dir/got"
done

# Columns are a table when each line has its cells, and else stand as they are.
cat >"$dir/columns.txt" <<'END_OF_TEXT'
The harvest of the three regions of the country is larger than ever

Leeds, 3 March 2026 – The harvest of the three regions is larger than ever, the ministry says. It counts again in May, when the last of the farmers have said what they have.

             2024     2025
Highlands   1,200    1,350
Lowlands      900    1,000

Region      Tons     What is grown there
---------   ------   ------------------------
Highlands   1,350    Barley and oats
Lowlands    1,000    Wheat

Highlands         barley, oats
                  and rye
Lowlands          wheat
Islands           nothing
END_OF_TEXT
printf '\n\t2024\t2025\nHighlands\t1\t2\nLowlands\t\t4\n' >>"$dir/columns.txt"
"$BIN/txt2html" -q --fragment "$dir/columns.txt" >"$dir/page"
is 'three tables' "$(grep -c '<table' "$dir/page")" 3
is 'with all their cells' "$(grep -cE '<t[dh][ >]' "$dir/page")" 27
is 'and one header' "$(grep -c '<th[ >]' "$dir/page")" 3
is 'numbers by their right end' "$(tr -d '\n' <"$dir/page" | grep -o '<td>Lowlands</td><td>900</td><td>1,000</td>')" \
	'<td>Lowlands</td><td>900</td><td>1,000</td>'
is 'what is no table stands as it is' "$(grep -A1 '<pre' "$dir/page" | sed 's/<pre>//')" 'Highlands         barley, oats
                  and rye'
"$BIN/txt2docx" -q "$dir/columns.txt" >"$dir/file" && "$BIN/docx2txt" -q "$dir/file" >"$dir/back.txt"
"$BIN/txt2html" -q --fragment "$dir/back.txt" >"$dir/page2"
is 'and again' "$(grep -cE '<t[dh][ >]' "$dir/page2")" 27
done_testing
