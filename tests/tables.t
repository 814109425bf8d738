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

done_testing
