#!/bin/sh
# wirebatch: trees and containers into one format, its report, and how it goes on after a crash.
. tests/lib.sh

if ! command -v zip >/dev/null; then
	skip 'wirebatch' 'no zip here'
	done_testing
fi
bin=$(cd "$BIN" && pwd)
release()
{
	printf 'Headline number %s\n\nPRAHA, 3. března 2026 - One paragraph of text that is long enough to be one.\n' "$1"
}

# In the folder of the test, where paths are short.
cd_run()
{
	(
		cd "$dir" || exit 1
		"$@" >out 2>err
	)
	status=$?
}

# member KEY: its values in the last report, in their order
member()
{
	grep -o "\"$1\":\"[^\"]*\"" "$dir/report" | cut -d'"' -f4 | tr '\n' ' '
}

mkdir -p "$dir/in/sub" "$dir/in/.hidden"
for i in 1 2 3; do
	release $i >"$dir/in/$i.txt"
done
release 4 >"$dir/in/sub/no-suffix"
release 5 >"$dir/in/.hidden/5.txt"
"$BIN/txt2html" "$dir/in/1.txt" >"$dir/in/1.html"
"$BIN/txt2docx" "$dir/in/2.txt" >"$dir/in/really-a-docx.txt"
"$BIN/txt2nml" "$dir/in/3.txt" >"$dir/in/item"
printf '\0\0\1\2' >"$dir/in/bad.txt"
printf '%%PDF-1.4' >"$dir/in/paper.pdf"
ln -s /etc/passwd "$dir/in/link"
(cd "$dir/in" && zip -q -r ../in.zip 1.txt sub && zip -q ../sub.zip ../in.zip 2.txt)
tar -czf "$dir/in.tgz" -C "$dir/in" 1.txt really-a-docx.txt
mv "$dir/sub.zip" "$dir/in.tgz" "$dir/in/sub/"

cd_run "$bin/wirebatch" --to nml --out to --report report in
status_is 'a tree: the worst status of its documents' 65
is 'every format is known by its content' "$(member format)" 'html txt txt txt txt nml docx txt docx txt txt txt txt '
is 'what is found is in the report, in order' "$(member source)" \
	'in/1.html in/1.txt in/2.txt in/3.txt in/bad.txt in/item in/link in/paper.pdf in/really-a-docx.txt in/sub/in.tgz in/sub/in.tgz in/sub/no-suffix in/sub/sub.zip in/sub/sub.zip in/sub/sub.zip '
is 'members by their way through containers' "$(member member)" '1.txt really-a-docx.txt ../in.zip/1.txt ../in.zip/sub/no-suffix 2.txt '
is 'outputs have names of their own' "$(member output)" \
	'in/1.xml in/1.txt.xml in/2.xml in/3.xml in/item.xml in/really-a-docx.xml in/sub/in.tgz/1.xml in/sub/in.tgz/really-a-docx.xml in/sub/no-suffix.xml in/sub/sub.zip/in.zip/1.xml in/sub/sub.zip/in.zip/sub/no-suffix.xml in/sub/sub.zip/2.xml '
has 'the counts add up' "$dir/report" '^\{"summary":\{"in":15,"done":12,"failed":1,"skipped":2,'
is 'and there are so many outputs' "$(find "$dir/to" -name '*.xml' | wc -l)" 12
has 'a failure is a message' "$dir/err" '^wirebatch: in/bad.txt: '
for name in 2 3; do
	"$BIN/txt2nml" "$dir/in/$name.txt" >"$dir/want"
	same "$name.xml is what txt2nml gives" "$dir/want" "$dir/to/in/$name.xml"
done
"$BIN/docx2nml" "$dir/in/really-a-docx.txt" >"$dir/want"
same 'a member too' "$dir/want" "$dir/to/in/sub/in.tgz/really-a-docx.xml"
sha=$(sha256sum <"$dir/in/2.txt" | cut -d' ' -f1)
has 'with the hash of its bytes' "$dir/report" "\"source\":\"in/2.txt\".*\"sha256\":\"$sha\""

# Names that lead elsewhere, a broken container
(cd "$dir/in/sub" && tar -cPf ../../evil.tar ../1.txt)
cd_run "$bin/wirebatch" --to txt --out evil --report report evil.tar
ok 'a member stays below the folder' test -f "$dir/evil/evil.tar/1.txt"
head -c 250 "$dir/in.zip" >"$dir/cut.zip"
cd_run "$bin/wirebatch" --to txt --out cut --report report cut.zip
status_is 'a container that is cut off' 65
ok 'gives what is whole' test -f "$dir/cut/cut.zip/1.txt"
has 'and says so' "$dir/report" '"state":"failed"'

# Archives
for kind in zip tar; do
	cd_run "$bin/wirebatch" --to html --out "all.$kind" --report report in/1.txt in/2.txt
	status_is "an archive: $kind" 0
	ok 'nothing stays beside it' test ! -e "$dir/all.$kind.wirecopy"
done
"$BIN/txt2html" "$dir/in/2.txt" >"$dir/want"
unzip -p "$dir/all.zip" in/2.html >"$dir/got"
same 'the ZIP has the output' "$dir/want" "$dir/got"
tar -xOf "$dir/all.tar" in/2.html >"$dir/got"
same 'and so has the tar' "$dir/want" "$dir/got"

# Parts, duplicates, what failed
# At once, into one folder
for i in 1 2; do
	(cd "$dir" && exec "$bin/wirebatch" --to nml --out parts --report "part$i" --shard $i/2 in >"out$i" 2>&1) &
done
wait
is 'two parts are the whole' "$(cat "$dir/part1" "$dir/part2" | grep -c '"source"')" 15
ok 'with the same outputs' diff -r "$dir/to" "$dir/parts"
cp "$dir/in/1.txt" "$dir/again.txt"
cd_run "$bin/wirebatch" --to nml --out dedupe --report report --dedupe in/1.txt again.txt
has '--dedupe skips what is there' "$dir/report" '"source":"again.txt","state":"skipped"'
cd_run "$bin/wirebatch" --to nml --out to --report report in missing
cd_run "$bin/wirebatch" --failed0 report
is '--failed0' "$(tr '\0' ' ' <"$dir/out")" 'in/bad.txt missing '

# Killed at some moments and gone on with: the same outputs and the same report.
mkdir "$dir/many"
for i in $(seq 150); do release "$i" >"$dir/many/$i.txt"; done
(cd "$dir" && zip -q -r many.zip many && cp in/bad.txt many/)
cd_run "$bin/wirebatch" --to nml --out whole --report report.whole many many.zip
for i in 1 2 3 4 5 6 7 8 9 10; do
	(cd "$dir" && exec "$bin/wirebatch" --to nml --out parted --report report.parted --resume many many.zip >out 2>err) &
	pid=$!
	sleep "0.0$((i * 7 % 10))"
	kill -KILL $pid 2>/dev/null
	wait $pid 2>/dev/null
done
cd_run "$bin/wirebatch" --to nml --out parted --report report.parted --resume many many.zip
status_is 'ten times killed, and gone on with' 65
same 'the report is that of a run that nobody disturbed' "$dir/report.whole" "$dir/report.parted"
ok 'and so are the outputs' diff -r "$dir/whole" "$dir/parted"
echo changed >>"$dir/many/1.txt"
rm "$dir/parted/many/2.xml"
cd_run "$bin/wirebatch" --to nml --out parted --report report.parted --resume many many.zip
ok 'what has changed or is gone is made again' test -f "$dir/parted/many/2.xml"
is 'and nothing else' "$(tail -n +2 "$dir/report.parted.journal" | sed 's/.*"source":"\([^"]*\)".*/\1/' | sort | uniq -d | grep -v zip | tr '\n' ' ')" \
	'many/1.txt many/2.txt many/bad.txt '
cd_run "$bin/wirebatch" --to html --out parted --report report.parted --resume many
refused 'another command' 64 'is of another command'

echo 'provider: One' >"$dir/house"
echo 'provider: Other' >"$dir/other"
batch_of_house()
{
	cd_run "$bin/wirebatch" --to nml --out defaults --report report.defaults --defaults house "$@" in/1.txt
}
batch_of_house
batch_of_house --resume
status_is 'the same command' 0
is 'has nothing to do' "$(grep -c '"record"' "$dir/report.defaults.journal")" 1
cp "$dir/other" "$dir/house"
batch_of_house --resume
refused 'the same command with a file of other contents' 64 'is of another command'

# Images beside the outputs: those of what is done already are not lost.
printf 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==' | base64 -d >"$dir/pixel.png"
for i in 1 2; do
	printf '<h1>A page with an image</h1><p>Its text.</p><img alt="a pixel" src="data:image/png;base64,%s">' \
		"$(base64 -w 0 "$dir/pixel.png")" >"$dir/page$i.html"
done
cd_run "$bin/wirebatch" --to nml --out images.zip --media media --report report.whole page1.html page2.html
has 'images are in the report' "$dir/report.whole" '"images":\["media/[^"]*\.png"\]'
cp "$dir/images.zip" "$dir/want"
rm "$dir/images.zip"
# broken_off SIGNAL WORD REPORT [OPTION...] INPUT...: while the last document, a long one, is at work, and WORD is in the journal
yes 'Words of a paragraph that goes on and on, and takes its time.' | head -c 60000000 >"$dir/zz-long.txt"
broken_off()
{
	signal=$1 word=$2 report=$3
	shift 3
	(cd "$dir" && exec "$bin/wirebatch" --to nml --report "$report" "$@" zz-long.txt >first 2>&1) &
	pid=$!
	until grep -q "$word" "$dir/$report.journal" 2>/dev/null; do sleep 0.02; done
	"${between:-true}"
	kill -"$signal" $pid
	wait $pid 2>/dev/null
	status=$?
}

broken_off KILL page1 report.images -j 2 --out images.zip --media media page1.html
ok 'a kill leaves no archive' test ! -e "$dir/images.zip"
printf 'half an output' >>"$dir/images.zip.wirecopy"
cd_run "$bin/wirebatch" --jobs=3 --to nml --report report.images --out images.zip --media media --resume page1.html page2.html
status_is 'with another number of workers a batch is the same' 0
same 'images of a batch that was gone on with' "$dir/want" "$dir/images.zip"
is 'whose first document was not made again' "$(grep -c '"source":"page1' "$dir/report.images.journal")" 1
ok 'and nothing stays beside the archive' test ! -e "$dir/images.zip.wirecopy"

# What a machine that died has left of an output is not taken for it.
broken_off KILL page1 report.images --out images.zip --media media page1.html
printf '\377' | dd of="$dir/images.zip.wirecopy" bs=1 seek=200 conv=notrunc 2>/dev/null
cd_run "$bin/wirebatch" --to nml --report report.images --out images.zip --media media --resume page1.html page2.html
same 'an output that was damaged is made again' "$dir/want" "$dir/images.zip"

# Broken off by a person, who began a second one with the same report in between
# shellcheck disable=SC2317 # broken_off calls it by name
a_second_one()
{
	cd_run "$bin/wirebatch" --to nml --out broken --report report.broken --resume many
	mv "$dir/err" "$dir/second"
	second=$status
}
between=a_second_one
broken_off TERM source report.broken --out broken many
rm "$dir/zz-long.txt"
is 'two batches with one report: the second ends at once' "$second" 73
has 'and says why' "$dir/second" 'another batch is at work with report.broken.journal'
is 'SIGTERM ends it' "$status" 143
has 'with a report' "$dir/report.broken" '"interrupted":"yes"'

cd_run "$bin/wirebatch" --out to in
refused 'no format' 64 -- '--to FORMAT'
cd_run "$bin/wirebatch" --to pdf --out to in
refused 'a format that is not written' 64 'no such format'
cd_run "$bin/wirebatch" --to nml --out to --resume in
refused '--resume without a report' 64 'wants the --report'
done_testing
