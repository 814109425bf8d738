#!/bin/sh
# Bad input: status 65, one line that says what is wrong and where, no output, an old output untouched.
. tests/lib.sh

printf 'A headline for the test\n\nOne paragraph of text that is long enough to be one.\n' >"$dir/good.txt"
for to in html docx nml eml; do
	"$BIN/txt2$to" -o "$dir/good.$(suffix $to)" "$dir/good.txt"
done

# bad FORMAT FILE PATTERN: every converter from the format refuses the file
bad()
{
	for bad_to in txt html docx nml eml; do
		[ "$bad_to" = "$1" ] && continue
		run "$BIN/${1}2$bad_to" "$2"
		refused "${1}2$bad_to: ${2##*/}" 65 "^${1}2$bad_to: $2: .*($3)"
	done
}

: >"$dir/empty"
printf ' \n\n\t\n' >"$dir/blank"
(cd "$dir" && echo something >member && zip -q archive.zip member)
printf '{\\rtf1\\ansi A headline\\par}\n' >"$dir/rtf"
printf '\320\317\021\340\241\261\032\341\0\0\0\0old Word' >"$dir/doc"
printf '%%PDF-1.4\n%%\342\343\317\323\n1 0 obj\n' >"$dir/pdf"
printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\1\0' >"$dir/png"
printf 'plain text that has no markup at all\nand no heading\n' >"$dir/plain"

for format in txt html docx nml eml; do
	bad $format "$dir/empty" 'empty'
	bad $format "$dir/png" 'PNG|image|not a ZIP|not .*(text|DOCX|XML|HTML|UTF-8)|binary|looks like'
	bad $format "$dir/pdf" 'PDF|looks like'
	bad $format "$dir/doc" 'Word|OLE|\.doc|looks like'
	bad $format "$dir/rtf" 'RTF|looks like'
done
for format in txt html eml; do
	bad $format "$dir/blank" 'no text|empty|looks like|no message'
done
for format in txt html nml eml; do
	bad $format "$dir/archive.zip" 'ZIP|zip|DOCX|looks like'
	bad $format "$dir/good.docx" 'ZIP|zip|DOCX|looks like'
done
bad docx "$dir/archive.zip" 'DOCX|Word|document|\[Content_Types\]'
bad docx "$dir/plain" 'ZIP|DOCX|plain text'
bad docx "$dir/good.html" 'HTML|ZIP|DOCX'
bad html "$dir/plain" 'plain text'
bad nml "$dir/plain" 'XML|plain text|Start tag|start tag'
bad nml "$dir/good.html" 'HTML|NewsML|DOCTYPE|type declaration|html'

run "$BIN/html2txt" --force "$dir/plain"
status_is '--force reads plain text as HTML' 0

bad eml "$dir/plain" 'mail|message|plain text|looks like'

# Cut off anywhere, a file in XML or ZIP is damaged.
for format in docx nml; do
	file=$dir/good.$(suffix $format)
	size=$(wc -c <"$file")
	for part in 10 50 90 99; do
		head -c $((size * part / 100)) "$file" >"$dir/cut-$part.$(suffix $format)"
		bad $format "$dir/cut-$part.$(suffix $format)" '.'
	done
done
# A byte of the compressed text that is another one: the checksum says so.
cp "$dir/good.docx" "$dir/flipped.docx"
at=$(($(wc -c <"$dir/good.docx") / 2))
printf '\377\377\377\377' | dd of="$dir/flipped.docx" bs=1 seek=$at conv=notrunc 2>/dev/null
run "$BIN/docx2txt" "$dir/flipped.docx"
refused 'a DOCX with damaged bytes' 65 "^docx2txt: $dir/flipped.docx: ."

sed 's/<headline/<headlin/' "$dir/good.xml" >"$dir/misnested.xml"
bad nml "$dir/misnested.xml" '[0-9]+:[0-9]+: '
printf '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>\n' >"$dir/entity.xml"
bad nml "$dir/entity.xml" 'document type|DOCTYPE'
printf '<?xml version="1.0"?>\n<rss version="2.0"/>\n' >"$dir/rss.xml"
bad nml "$dir/rss.xml" 'NewsML|newsItem|rss'

# Character sets
printf 'P\370\355li\232 \236lu\235ou\350k\375 k\371\362 je titulek zpr\341vy\n\nOdstavec, kter\375 je dost dlouh\375.\n' >"$dir/cp1250.txt"
run "$BIN/txt2html" --from-charset utf-8 "$dir/cp1250.txt"
refused 'bytes that are not UTF-8, though it was said' 65 'byte 2 '
run "$BIN/txt2html" -v "$dir/cp1250.txt"
has 'which are told by the letters' "$dir/out" 'Příliš žluťoučký kůň'
has 'as -v says' "$dir/err" '1:2: note: byte 0xF8 is not UTF-8; character set CP1250, by the letters'
{
	printf 'Žluťoučký kůň v řádku, který je v UTF-8.\n\n'
	cat "$dir/cp1250.txt"
} >"$dir/mixed.txt"
run "$BIN/txt2html" -v "$dir/mixed.txt"
has 'lines of another set' "$dir/out" 'Žluťoučký kůň v řádku'
has 'beside those' "$dir/out" 'Odstavec, který je dost dlouhý'
has 'are counted' "$dir/err" 'note: but for 1 lines that are UTF-8'
printf 'a\001b\002c\003d\004\377\376x\005\006' >"$dir/binary"
run "$BIN/txt2html" "$dir/binary"
refused 'controls in plenty' 65 'binary'
run "$BIN/txt2html" --from-charset windows-1250 "$dir/cp1250.txt"
has 'the right character set' "$dir/out" 'Příliš žluťoučký kůň'
run "$BIN/html2txt" --to-charset iso-8859-2 "$dir/good.html"
status_is 'a character set for the output that has all' 0
printf '<!DOCTYPE html><title>x</title><p>Text with 日本 in it, which Latin-2 does not have.\n' >"$dir/cjk.html"
run "$BIN/html2txt" --to-charset iso-8859-2 "$dir/cjk.html"
refused 'a character set that has not' 65 'ISO-8859-2'
printf '<!DOCTYPE html><title>x</title><p>„Ňufík“ – 5 € a ½ ř, ale 日.\n' >"$dir/signs.html"
run "$BIN/html2txt" --to-charset us-ascii --unencodable=ref "$dir/signs.html"
has 'references for what it has not' "$dir/out" '^&#8222;&#327;uf&#237;k&#8220; &#8211; 5'
run "$BIN/html2txt" --to-charset us-ascii --unencodable=translit -v "$dir/signs.html"
is 'ASCII is ASCII' "$(LC_ALL=C tr -d '\000-\177' <"$dir/out")" ''
has 'or what people type' "$dir/out" '^"Nufik" - 5 EUR a 1/2 r, ale [?]\.$'
has 'which is said' "$dir/err" 'loss of presentation: 8 characters that'
has 'and what nothing is like' "$dir/err" 'loss of content: 1 characters that'
run "$BIN/html2txt" --to-charset us-ascii --unencodable=translit --strict "$dir/signs.html"
refused 'and fails under --strict' 65 'would be lost'

# An old output stays when the new one fails.
for to in html docx nml eml; do
	echo precious >"$dir/old"
	run "$BIN/txt2$to" -o "$dir/old" "$dir/empty"
	is "txt2$to -o: a failure leaves the old file" "$status $(cat "$dir/old")" "65 precious"
done
done_testing
