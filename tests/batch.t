#!/bin/sh
# Many inputs: -O and --files0-from of the converters.
. tests/lib.sh

release()
{
	printf 'Headline number %s\n\nPRAHA, 3. března 2026 - One paragraph of text that is long enough to be one.\n' "$1"
}

bin=$(cd "$BIN" && pwd)
mkdir -p "$dir/in/sub" "$dir/one"
for i in 1 2 3; do
	release $i >"$dir/in/$i.txt"
	release 1$i >"$dir/in/sub/$i.txt"
done
release 4 >"$dir/in/no-suffix"
printf '\0\0\1\2' >"$dir/in/bad.txt"
: >"$dir/in/empty.txt"

# In the folder of the test, where paths are short.
cd_run()
{
	(
		cd "$dir" || exit 1
		"$@" >out 2>err
	)
	status=$?
}

for to in html docx nml; do
	cd_run "$bin/txt2$to" -O "to-$to" in/1.txt in/2.txt in/sub/1.txt
	status_is "txt2$to -O" 0
	suffix=$(suffix $to)
	for name in 1 2 sub/1; do
		"$BIN/txt2$to" "$dir/in/$name.txt" >"$dir/want"
		same "$name.$suffix is what one input gives" "$dir/want" "$dir/to-$to/in/$name.$suffix"
	done
	is 'and there is nothing else' "$(cd "$dir/to-$to" && find . -type f | wc -l)" 3
	ok 'nor what outputs are made in' sh -c "! ls -d '$dir/to-$to'/.wirecopy* 2>/dev/null"
done

cd_run "$bin/txt2html" -O all --report report in/1.txt in/bad.txt in/none.txt in/empty.txt in/2.txt
status_is 'all inputs are tried, the worst status is that of the program' 66
is 'those that can be converted are' "$(cd "$dir/all/in" && echo *)" '1.html 2.html'
is 'messages come in the order of the inputs' "$(cut -d: -f2 "$dir/err" | tr -d '\n')" ' in/bad.txt in/none.txt in/empty.txt'
is 'and the report has a line for each' "$(grep -oE '"input":"[^"]*"|"status":[0-9]+' "$dir/report" | tr '\n' ' ')" \
	'"input":"in/1.txt" "status":0 "input":"in/bad.txt" "status":65 "input":"in/none.txt" "status":66 "input":"in/empty.txt" "status":65 "input":"in/2.txt" "status":0 '
cd_run "$bin/txt2html" -O halted -j 1 --halt-on-error in/none.txt in/1.txt
status_is '--halt-on-error' 66
ok 'begins nothing behind it' test ! -e "$dir/halted/in/1.html"

(cd "$dir" && find in -name '[123].txt' -print0) >"$dir/list"
cd_run "$bin/txt2html" -O listed --files0-from list
status_is '--files0-from' 0
is 'takes all of the list' "$(find "$dir/listed" -name '*.html' | wc -l)" 6
cd_run sh -c "'$bin/txt2html' -O listed2 --files0-from - <list"
is 'also from standard input' "$(find "$dir/listed2" -name '*.html' | wc -l)" 6

cd_run "$bin/txt2html" -O names ./in/../in/1.txt "$dir/in/2.txt" in/no-suffix
status_is 'paths that lead elsewhere' 0
ok 'stay below the folder' test -f "$dir/names/in/in/1.html" -a -f "$dir/names$dir/in/2.html"
ok 'a name without a suffix gets one' test -f "$dir/names/in/no-suffix.html"
cd_run "$bin/txt2html" -O clash in/1.txt ./in/1.txt
refused 'two inputs with one output' 64 '\./in/1.txt: another input has the output in/1.html too$'
ok 'are refused before anything is made' test ! -e "$dir/clash"

cd_run "$bin/txt2html" in/1.txt in/2.txt
refused 'several inputs without -O' 64 'several inputs want -O DIR'
cd_run "$bin/txt2html" -O x
refused '-O without inputs' 64 '-O wants files'
cd_run "$bin/txt2html" -O x -o y in/1.txt
refused '-O and -o' 64 '-o and -O at once'
cd_run "$bin/txt2html" --files0-from list
refused '--files0-from without -O' 64 'want -O DIR'
cd_run "$bin/txt2html" -O in/1.txt in/2.txt
refused 'a file where the folder should be' 73 'cannot write into in/1.txt'

# An image goes into the folder that its page names from where it stands.
printf 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==' >"$dir/png"
echo "<html><title>A picture</title><h1>A picture</h1><p>Text is here. <img alt=dot src='data:image/png;base64,$(cat "$dir/png")'></p>" >"$dir/in/sub/p.html"
cd_run "$bin/html2nml" -O media --media media/img in/sub/p.html
status_is '-O with --media' 0
image=$(cd "$dir/media/img" && echo *.png)
has 'the item names the image from where it stands' "$dir/media/in/sub/p.xml" "src=\"\\.\\./\\.\\./img/$image\""

# More documents than a worker lives for, and one of which a worker ends.
for i in $(seq 600); do cp "$dir/in/1.txt" "$dir/in/sub/n$i.txt"; done
cd_run sh -c "find in/sub -name 'n*.txt' -print0 | sort -z | '$bin/txt2html' -j 2 -O hundreds --files0-from - in/bad.txt"
status_is 'more documents than a worker lives for' 65
is 'and all of them are there' "$(find "$dir/hundreds" -name '*.html' | wc -l)" 600
done_testing
