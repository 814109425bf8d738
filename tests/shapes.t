#!/bin/sh
# Releases in languages that have no table: what is found by place and shape alone, and what is left unmarked.
. tests/lib.sh

# understood NAME: the document of standard input, one line a block or run
understood()
{
	"$TREE/txt2tree" >"$dir/tree" 2>"$dir/err" || cat "$dir/err"
	awk '/^ / && /"/ { sub(/^ */, ""); printf "%s|", $0; next } { sub(/^ */, ""); printf "\n%s|", $0 }' "$dir/tree" >"$dir/lines"
}

# shows NAME PATTERN, hides NAME PATTERN: of the lines of what was understood
shows()
{
	has "$1" "$dir/lines" "$2"
}
hides()
{
	lacks "$1" "$dir/lines" "$2"
}

understood <<'END'
FRÉTTATILKYNNING

Norðurorka opnar nýja jarðvarmavirkjun við Kröflu

Akureyri, 12. maí 2025 – Norðurorka hefur tekið í notkun nýja jarðvarmavirkjun við Kröflu sem sér 40 þúsund heimilum fyrir rafmagni.

„Þetta er stór dagur fyrir Norðurland allt og okkur öll,“ segir Guðrún Jónsdóttir, forstjóri Norðurorku.

Virkjunin verður rekin án útblásturs koltvísýrings.

- lok -

Um Norðurorku

Norðurorka er orku- og veitufyrirtæki á Akureyri, stofnað árið 2000. Fyrirtækið þjónar íbúum við Eyjafjörð.

Nánari upplýsingar veitir:
Sigurður Einarsson
sími 555 1234
sigurdur@nordurorka.example
END
hides 'a language without a table is not named' '^meta language'
shows 'a label in capitals is no headline' '^head 1 headline[|]"Norðurorka opnar'
shows 'a date whose month other languages call alike' '^meta date "2025-05-12"'
shows 'a place before it' '"Akureyri" role=place'
shows 'a speaker behind a verb that is not known' '"Guðrún Jónsdóttir" role=speaker'
shows 'what the speaker is' '"forstjóri Norðurorku" role=speaker-function'
shows 'a word between dashes ends the text' '^para end-mark[|]"- lok -"'
shows 'a boilerplate by the name that heading and text share' '^section boilerplate'
shows 'a name in a contact' '"Sigurður Einarsson" role=contact-name'
shows 'its number' '"555 1234" role=contact-phone'
shows 'its heading' '^head 2[|]"Nánari upplýsingar veitir:"'

understood <<'END'
Bank Nusantara luncurkan layanan kredit mikro untuk petani

Surabaya, 17 Xuvxuv 2025 – Bank Nusantara hari ini meluncurkan layanan kredit mikro bagi 50.000 petani di Jawa Timur dan Bali.

Buku "Petani dan modal di pulau Jawa bagian timur" karya Budi Santoso dibagikan.

Kontak Media:
Siti Rahma
Manajer Humas Wilayah
Surel: siti.rahma@banknusantara.example
END
shows 'a place before what has the shape of a date' '"Surabaya" role=place'
hides 'a month that nobody knows is no date' '^meta date'
hides 'the title of a book is no speech' 'role=speaker'
shows 'a name' '"Siti Rahma" role=contact-name'
hides 'a label that is not known is no organisation' '"Surel" role'
hides 'nor is what may be a function' '"Manajer Humas Wilayah" role'

understood <<'END'
Nova most

Banja, 3. 4. 2025 – Grad je otvorio novu most preko reke koja spaja dve obale posle tri godine radova na njemu.

Buducnost grada

Grad planira jos dva mosta i jednu pesacku stazu koja ce spojiti stari deo grada sa novim naseljima na drugoj obali reke.
END
hides 'a heading in the text is no boilerplate' '^section boilerplate'

printf 'New bridge opens in Brno after three years\n\n3 March 2026\n\nBrno, 2 March 2026 - The city opened the bridge that joins both banks of the river after three years of work.\n' >"$dir/days"
run "$BIN/txt2html" --fragment "$dir/days"
ok 'the time of a dateline is its own' grep -q '<time class="dateline" datetime="2026-03-02">' "$dir/out"
ok 'that of another day above it is not given' grep -q '<p class="date-line">3 March 2026</p>' "$dir/out"

done_testing
