#!/bin/sh
# Which character set a page is in, and what is said of the choice.
. tests/lib.sh

text='Příliš žluťoučký kůň úpěl ďábelské ódy, řekl mluvčí úřadu.'
page="<html lang=cs><title>t</title><h1>Titulek</h1><p>$text</p>"

# reads NAME SAID: the page in $dir/in.html has the text, and -v says how the set was chosen
reads()
{
	"$BIN/html2txt" -v "$dir/in.html" >"$dir/out" 2>"$dir/err"
	has "$1" "$dir/out" "$text"
	has "$1: said" "$dir/err" "$2"
}

to()
{
	iconv -c -f UTF-8 -t "$1" >"$dir/in.html"
}

echo "$page" | to UTF-8
reads 'UTF-8' 'note: character set UTF-8 \(valid UTF-8\)$'
{ printf '\357\273\277'; echo "$page"; } >"$dir/in.html"
reads 'a byte order mark' 'note: character set UTF-8 \(byte order mark\)$'
echo "$page" | to UTF-16LE
reads 'UTF-16 without a mark' 'note: character set UTF-16LE \(zero bytes\)$'
echo "<meta charset=windows-1250>$page" | to WINDOWS-1250
reads 'a label' 'note: character set CP1250 \(declared\)$'
{ echo "<!-- $(head -c 5000 /dev/zero | tr '\0' x) -->"; echo "<meta http-equiv=content-type content='text/html; charset=latin2'>$page"; } | to ISO-8859-2
reads 'a label far down in the head' 'note: character set ISO-8859-2 \(declared\)$'
echo "<meta charset=windows-1250>$page" | to UTF-8
reads 'a label of bytes that are UTF-8' 'note: character set UTF-8 \(valid UTF-8\)$'
echo "<meta charset=iso-8859-2>$page" | to WINDOWS-1250
reads 'ISO-8859-2 that is windows-1250' 'note: the page says ISO-8859-2, but its bytes are CP1250$'
echo "$page" | to WINDOWS-1250
reads 'no label' 'note: character set CP1250, by the letters of its text \(cs\)$'
echo "<meta charset=utf-99>$page" | to ISO-8859-2
reads 'an unknown label' 'note: the page names an unknown character set, utf-99$'
echo "<meta charset=utf-8>$page" | to ISO-8859-2
reads 'a wrong one' 'note: the page says that it is utf-8, but it is not$'

printf '<meta charset=windows-1253><h1>Title</h1><p>Some \252 text \322 here and \201 there' >"$dir/in.html"
run "$BIN/html2txt" -v "$dir/in.html"
status_is 'bytes that are not of the set do not end the page' 0
has 'the text goes on' "$dir/out" '^Some .+ text .+ here and there'
has 'and they are a loss' "$dir/err" 'loss of content: bytes that are not of the character set: 2 \[L-encoding\]$'
printf '<h1>Title</h1><p>caf\351' >"$dir/in.html"
run "$BIN/html2txt" "$dir/in.html"
has 'one letter says too little: another set may be meant' "$dir/err" 'warning: the character set may be CP1252 .*\[W-charset\]$'
run "$BIN/html2txt" --strict "$dir/in.html"
status_is 'which --strict refuses' 65
run "$BIN/html2txt" -v "$dir/in.html"
has 'as a loss' "$dir/err" 'loss of content: .*\[L-charset-unsure\]$'
run "$BIN/html2txt" --strict --from-charset latin1 "$dir/in.html"
status_is 'but not when it is told' 0
done_testing
