#!/bin/sh
# --tables: words of a language that is not built in, or of one that is.
. tests/lib.sh

cat >"$dir/release.txt" <<'END'
Fréttatilkynning

Norðurorka opnar nýja jarðvarmavirkjun við Kröflu

Akureyri, 12. ágúst 2025 – Norðurorka hefur tekið í notkun nýja jarðvarmavirkjun við Kröflu sem sér heimilum fyrir rafmagni og heitu vatni.

Þetta er stór dagur fyrir Norðurland allt og við fögnum því að verkinu er lokið.

Nánari upplýsingar veitir Sigurður Einarsson
upplýsingafulltrúi
sigurdur@nordurorka.example
END
cat >"$dir/is.table" <<'END'
# The beginning of a table.
tag: is
common: og að í á sem er við um fyrir hefur með verður þetta því allt
label: fréttatilkynning
august: ágúst
function: Upplýsingafulltrúi|
    forstjóri
END

# tree OPTION...: the release as it is understood
tree()
{
	"$TREE/txt2tree" "$@" "$dir/release.txt" 2>"$dir/err"
}

tree >"$dir/without"
tree --tables "$dir/is.table" >"$dir/with"
lacks 'without its table a language is unknown' "$dir/without" '^meta language'
ok 'with it, it is told by its frequent words' grep -q '^meta language "is"' "$dir/with"
ok 'a label that only the table knows' grep -q '^para label' "$dir/with"
ok 'a function' grep -q '"upplýsingafulltrúi" role=contact-function' "$dir/with"
lacks 'which is unmarked without' "$dir/without" 'role=contact-function'

printf 'Sdelnice roku\n\nNový most v Brně\n\nBrno, 12. května 2025 – Město Brno otevřelo v pondělí nový most přes řeku Svratku, který spojí oba břehy.\n' >"$dir/release.txt"
printf 'tag: cs\nlabel: sdelnice roku\n' >"$dir/cs.table"
tree --lang cs --tables "$dir/cs.table" --tables "$dir/is.table" >"$dir/with"
ok 'a table adds to that of its language; several may be given' grep -q '^para label' "$dir/with"
ok 'whose own words stay' grep -q '^meta date "2025-05-12"' "$dir/with"

# wrong WHAT MESSAGE: a table that ends the program, at the place that it is wrong
wrong()
{
	printf '%b' "$1" >"$dir/wrong.table"
	run "$BIN/txt2nml" --tables "$dir/wrong.table" "$dir/release.txt"
	ok "status 64: $2" test "$status" = 64
	ok "its message" grep -qF "wrong.table: $2" "$dir/err"
	ok "and no output" test ! -s "$dir/out"
}
wrong 'tag: is\n\nlabels: x\n' 'line 3: no such field: labels'
wrong 'label: x\n' 'line 1: "tag:" must come first'
wrong '# nothing\n' 'no table in it'
run "$BIN/txt2nml" --tables "$dir/none.table" "$dir/release.txt"
ok 'a table that is not there is no input' test "$status" = 66

# told LANGUAGE TEXT: the language that a text is found to be in; "" for none
told()
{
	printf '%s\n' "$2" >"$dir/text.txt"
	is "a text in ${1:-no language that is known}" "$("$BIN/txt2html" -q "$dir/text.txt" | sed -n 's/^<html lang="\([^"]*\)".*/\1/p')" "$1"
}
told 'fi' 'Järvi-Suomen Energia Oy rakentaa Mikkeliin aurinkovoimalan. Voimala valmistuu vuonna 2027 ja tuottaa sähköä noin 9 000 kotitaloudelle. Investoinnin arvo on 32 miljoonaa euroa, ja se on yhtiön historian suurin. Hankkeen suunnittelu aloitettiin vuonna 2023, ja kaupunki myönsi luvan viime vuonna. Rakentaminen työllistää 120 henkilöä, joista suurin osa on paikallisia.'
told tr 'Ege Limanı, yeni konteyner terminalini bugün hizmete açtı. Açılışta konuşan genel müdür, "Bu yatırım İzmir için önemli bir adım" dedi. Limanın karbon salımının 2030 yılına kadar yüzde 45 azaltılması hedefleniyor, yeni terminal yılda 800 gemiye hizmet verecek.'
told '' 'Bakı Limanı bu gün yeni konteyner terminalını istifadəyə verdi. Layihənin dəyəri 340 milyon manatdır və terminal ildə 1,2 milyon konteyner qəbul edə biləcək. Direktor bildirdi ki, bu investisiya ölkə üçün çox vacibdir və bir çox insan üçün iş yeri yaradacaq, daha sonra ilk gəmi qəbul ediləcək.'
told '' 'Компанија „Сунце енергија“ је данас у Нишу отворила нови соларни парк. Инвестиција је вредна 32 милиона евра и највећа је у историји компаније. „Ово је велики дан за наш град и за све који су чекали на овај пројекат“, рекао је директор. Парк ће производити струју за 9 000 домаћинстава, а изградња је трајала две године.'
told ru 'Компания «Джонсон» сегодня открыла в Туле новый завод. На нём будут работать 200 человек, и это самая большая инвестиция в истории города. Директор сказал, что завод был построен за два года и что он начнёт работать в мае. Ђоковић приехал на открытие.'

done_testing
