#!/bin/sh
# The command line: the same in every program.
. tests/lib.sh

programs="txt2html txt2docx txt2nml html2txt html2docx html2nml docx2txt docx2html docx2nml nml2txt nml2html nml2docx eml2html nml2eml"
printf 'A headline for the test\n\nOne paragraph of text that is long enough to be one.\n' >"$dir/a.txt"

for p in $programs; do
	run "$BIN/$p" --help
	status_is "$p --help ends well" 0
	has "$p --help begins with an example" "$dir/out" "^  $p < release"
	run "$BIN/$p" -h
	has "$p -h is the same" "$dir/out" "^usage: $p "
	run "$BIN/$p" --version
	has "$p --version names itself" "$dir/out" "^$p \(wirecopy\) [0-9]+\.[0-9]+"
	run "$BIN/$p" --no-such-option <"$dir/a.txt"
	refused "$p refuses an option that it does not have" 64 "^$p: .*--no-such-option"
done

run "$BIN/txt2html" -V
has '-V names the sandbox' "$dir/out" '^sandbox: '
run "$BIN/docx2html" -V
has '-V names the libraries that read' "$dir/out" '^reads with .*libzip [0-9]'
run "$BIN/txt2html" --meta
refused 'an option without its value' 64 -- '--meta wants a value'
run "$BIN/txt2html" --meta nonsense "$dir/a.txt"
refused '--meta without a value for the key' 64 'KEY=VALUE'
run "$BIN/txt2html" --meta nonsense=1 "$dir/a.txt"
refused '--meta with a key that there is not' 64 'no such key: nonsense'
run "$BIN/txt2html" --strict=some "$dir/a.txt"
refused '--strict=some' 64 'strict'
run "$BIN/txt2html" --lang English "$dir/a.txt"
refused '--lang with a word' 64 'language tag'
run "$BIN/txt2html" --zone Nowhere/Atall "$dir/a.txt"
refused '--zone that there is not' 64 'Nowhere/Atall'
run "$BIN/txt2html" --now yesterday "$dir/a.txt"
refused '--now with a word' 64 'yesterday'
run "$BIN/txt2html" --limit-input 0 "$dir/a.txt"
refused '--limit-input 0' 64 'limit-input'
run "$BIN/txt2html" --limit-input 20 "$dir/a.txt"
refused 'more input than --limit-input' 65 'more than 20 bytes \(--limit-input allows more\)$'
awk 'BEGIN { for (i = 0; i < 1100; i++) printf "%01000d", 0 }' >"$dir/long.css"
run "$BIN/txt2html" --css "$dir/long.css" "$dir/a.txt"
refused 'a style sheet that is too long: no option allows more' 65 'long\.css: more than 1048576 bytes$'
run "$BIN/txt2html" --limit-time 0 "$dir/a.txt"
refused '--limit-time 0' 64 'limit-time'
yes 'Words of a paragraph that goes on and on, and takes its time.' | head -c 100000000 >"$dir/long.txt"
run "$BIN/txt2html" --limit-time 1 "$dir/long.txt"
refused 'more time than --limit-time' 65 'more time of the processor than --limit-time allows'
rm "$dir/long.txt"
run "$BIN/html2txt" --wrap 3 "$dir/a.txt"
refused '--wrap 3' 64 'wrap'
run "$BIN/html2txt" --links=all "$dir/a.txt"
refused '--links=all' 64 'inline, foot or none'
run "$BIN/txt2html" --from-charset no-such-set "$dir/a.txt"
refused '--from-charset with an unknown name' 64 'no-such-set'
run "$BIN/txt2html" --defaults "$dir/none" "$dir/a.txt"
refused '--defaults that is not there' 66 'cannot open'
echo 'no colon here' >"$dir/defaults"
run "$BIN/txt2html" --defaults "$dir/defaults" "$dir/a.txt"
refused '--defaults with a line that is none' 64 "$dir/defaults"
run "$BIN/txt2html" --headers "$dir/a.txt"
refused 'an option of writing text, where no text is written' 64 -- '--headers'
run "$BIN/txt2html" "$dir/a.txt" "$dir/a.txt"
refused 'two inputs' 64 'several inputs want -O DIR'

run "$BIN/txt2html" "$dir/none.txt"
refused 'a file that is not there' 66 "^txt2html: $dir/none.txt: cannot open: No such file"
run "$BIN/txt2html" "$dir"
refused 'a folder' 74 "$dir"

run "$BIN/txt2html" - <"$dir/a.txt"
status_is '- is standard input' 0
cp "$dir/out" "$dir/stdin.html"
run "$BIN/txt2html" <"$dir/a.txt"
same 'and so is no file' "$dir/stdin.html" "$dir/out"
run "$BIN/txt2html" "$dir/a.txt"
same 'a file by its name gives the same' "$dir/stdin.html" "$dir/out"
run "$BIN/txt2html" -- "$dir/a.txt"
same '-- ends the options' "$dir/stdin.html" "$dir/out"

run "$BIN/txt2html" --meta provider='Example Corp' --meta keyword=one --meta keyword=two "$dir/a.txt"
has '--meta sets a value' "$dir/out" 'name="?nml.provider"? content="Example Corp"'
ok 'and several' test "$(grep -c 'nml.keyword' "$dir/out")" -ge 1
printf '# ours\nProvider: Example Corp\n\nkeyword: three\n' >"$dir/defaults"
run "$BIN/txt2html" --defaults "$dir/defaults" --meta keyword=one "$dir/a.txt"
has '--defaults fill what is missing' "$dir/out" 'name="?nml.provider"? content="Example Corp"'
lacks 'and leave what is given' "$dir/out" 'three'
run "$BIN/txt2html" --lang cs_cz "$dir/a.txt"
has '--lang sets the language' "$dir/out" '<html[^>]* lang="?cs-CZ'

# NewsML-G2 demands the time of a version.
unset SOURCE_DATE_EPOCH
run "$BIN/txt2nml" "$dir/a.txt"
has 'a time from the clock is a warning' "$dir/err" 'warning: .*\[W-clock\]'
run "$BIN/txt2nml" -q "$dir/a.txt"
ok '-q silences warnings' test ! -s "$dir/err"
run "$BIN/txt2nml" --now 2026-03-15T08:00+01:00 "$dir/a.txt"
has '--now gives the time' "$dir/out" '2026-03-15T08:00:00\+01:00'
ok 'without a warning' test ! -s "$dir/err"
SOURCE_DATE_EPOCH=1552636800 run "$BIN/txt2nml" "$dir/a.txt"
has 'SOURCE_DATE_EPOCH gives it too' "$dir/out" '2019-03-15T08:00:00Z'

# A terminal on standard input or output: script(1) makes one.
tty()
{
	script -qec "$1; echo status \$?" /dev/null </dev/null 2>&1 | tr -d '\r'
}
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	tty "$BIN/txt2html" >"$dir/out"
	has 'standard input is a terminal: usage' "$dir/out" 'standard input is a terminal; usage: txt2html'
	has 'with status 64' "$dir/out" 'status 64'
	tty "$BIN/txt2docx $dir/a.txt" >"$dir/out"
	has 'a DOCX does not go to a terminal' "$dir/out" 'binary data to a terminal'
	has 'with status 64, too' "$dir/out" 'status 64'
	tty "$BIN/txt2html $dir/a.txt" >"$dir/out"
	has 'text does' "$dir/out" 'status 0'
	tty "$BIN/txt2docx -o $dir/a.docx $dir/a.txt" >"$dir/out"
	has 'and a DOCX goes to a file from a terminal' "$dir/out" 'status 0'
else
	skip 'terminals' 'script(1) makes none here'
fi
done_testing
