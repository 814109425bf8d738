#!/bin/sh
# Every command line that README.md and the manual show: run as it stands, in a folder with the files that it names.
# The recipes of wirecopy-distribution(7) are in accept/distribution.t.
. tests/lib.sh

SOURCE_DATE_EPOCH=1773561600 # 2026-03-15T08:00:00Z, the day that the pages speak of
root=$PWD
bin=$(cd "$BIN" && pwd)
mkdir "$dir/path" "$dir/files"
failures=$dir/failures

# Ours say when one fails within a pipe, which a shell does not.
cat >"$dir/program" <<END
#!/bin/sh
"$bin/\${0##*/}" "\$@"
status=\$?
[ \$status -lt 64 ] || echo "\${0##*/} ended with \$status" >>"$failures"
exit \$status
END
chmod +x "$dir/program"
for program in "$bin"/*; do
	ln -s "$dir/program" "$dir/path/${program##*/}"
done

# What sends, shows, fetches or builds does not here. A mail needs something in it.
stub()
{
	printf '#!/bin/sh\n%s\n' "$2" >"$dir/path/$1"
	chmod +x "$dir/path/$1"
}
stub less 'exec grep -q .'
stub sendmail 'exec grep -q "^Subject: "'
stub mail 'case " $* " in *" -A "*) exit 0 ;; esac; exec grep -q .'
stub curl 'exec cat page.html'
stub lftp 'exit 0'
stub sudo 'exit 0'
# shellcheck disable=SC2016 # for the script
stub git '[ "$1" != clone ] || mkdir wirecopy'
stub dpkg-buildpackage 'exit 0'
# Whether there is such a target
# shellcheck disable=SC2016 # for the script
stub make 'for word; do case $word in *=* | -*) ;; *) grep -qE "^([a-z-]+ )*$word( [a-z-]+)*:" '"$root/Makefile $root/filters/install.mk"' || exit 2 ;; esac; done'
command -v jq >/dev/null || stub jq "exit 0"
PATH=$dir/path:$PATH

# The files, of which each page gets its own
(
	cd "$dir/files" || exit
	mkdir -p in out sent held morning inbox public archive/2019 releases
	cat >release.txt <<'END'
Example Corp opens a plant in Brno

BRNO, 15 March 2026 - Example Corp has opened a plant in Brno that creates 200 jobs, within the budget for the year.

"We are glad to be here," said Jana Novak, director of Example Corp.

Contact:
Jana Novak, spokeswoman, Example Corp, tel.: +420 500 555 012, e-mail: novak@example.com
END
	sed 's/200 jobs/250 jobs/' release.txt >release-2.txt
	printf 'Provider: Example Corp\nCopyright-Notice: Free for editorial use\n' >newsroom
	txt2nml -q --defaults newsroom -m guid=urn:newsml:example.com:20260315:pr-0001 -m version=2 -m urgency=4 \
		-m 'subject=economy, business and finance <medtop:04000000>' release.txt >item.xml
	txt2html -q release.txt >page.html
	for name in release release-2 letterhead r; do
		txt2docx -q -o $name.docx release.txt
	done
	txt2docx -q -o release-2.docx release-2.txt
	{
		printf 'Subject: A release\nFrom: novak@example.com\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n'
		printf 'Here is our release.\n\n--b\nContent-Type: application/octet-stream; name=release.docx\n'
		printf 'Content-Disposition: attachment; filename=release.docx\nContent-Transfer-Encoding: base64\n\n'
		base64 release.docx
		printf -- '\n--b--\n'
	} >message.eml
	cp release.txt r.txt
	cp page.html r.html
	cp message.eml r.eml
	for copy in r release sent correction sent/release held/item in/one morning/one; do
		cp item.xml $copy.xml
	done
	txt2nml -q release-2.txt >morning/two.xml
	nmlrevise -q --correct --note 'Number of jobs' --from morning/two.xml sent.xml -o correction.xml
	nmlpack --sender example.com -o message.xml morning/*.xml
	cp page.html releases/two.html
	cp release.docx releases/one.docx
	cp release.txt release.docx message.eml item.xml inbox
	cp release.txt release.docx page.html archive/2019
	(cd archive/2019 && zip -q ../../2019.zip ./*)
	cp release.txt old.txt
	printf 'Ný virkjun opnuð í dag\n\nReykjavík, 15. maí 2026 – Ný virkjun var opnuð í dag og það er gott fyrir alla.\n' >frett.txt
	sed -n '/^tag: is/,/^\.Ed/p' "$root/filters/wirecopy-tables.5" | sed '$d' >is.table
	cat >mediatopics.json <<'END'
{"conceptSet": [
	{"qcode": "medtop:20000430", "prefLabel": {"de": "Umweltpolitik", "en-GB": "environmental policy"}},
	{"qcode": "medtop:20000425", "prefLabel": {"de": "Wasserversorgung", "en-GB": "water supply"}}
]}
END
) >"$dir/made" 2>&1
ok 'the files are made' sh -c "cat '$dir/made'; test ! -s '$dir/made'"
for schema in NewsML-G2_2.35-spec-All-Power.xsd xml.xsd; do
	find "$SHARED/schema" -name $schema -exec cp {} "$dir/files" \; 2>/dev/null
done

# commands PAGE FOLDER: each command to a file of its own, N.sh, and what the page says that it prints to N.want
commands()
{
	awk -v into="$2" '
		function command(line) {
			file = sprintf("%s/%02d", into, ++count)
			print line >(file ".sh")
			open = line
		}
		{ gsub(/\\e/, "\\"); gsub(/\\\(dq/, "\""); sub(/^\\&/, "") }
		/^\.Sh / { examples = /EXAMPLES/ }
		!examples { next }
		/^\.Dl \$ / { command(substr($0, 7)); open = ""; next }
		/^\.Bd -literal/ { block = 1; open = file = ""; next }
		/^\.Ed/ { block = 0 }
		!block { next }
		/^\$ / { command(substr($0, 3)); next }
		/^> / && file { print substr($0, 3) >(file ".sh"); open = $0; next }
		open ~ /(\\|\||&&)$/ { print >(file ".sh"); open = $0; next }
		file { print >(file ".want") }' "$1"
}

# examples NAME SCRIPTS: in order, in a folder that is fresh
examples()
{
	rm -rf "$dir/here"
	cp -R "$dir/files" "$dir/here"
	: >"$dir/shown"
	for script in "$2"/*.sh; do
		[ -e "$script" ] || continue
		example=$(sed 1q "$script")
		if grep -q '\.xsd' "$script" && [ ! -e "$dir/files/xml.xsd" ]; then
			skip "$1: $example" "no $SHARED/schema here"
			continue
		fi
		: >"$failures"
		(cd "$dir/here" && sh -eu "$script" >"$dir/out" 2>"$dir/err" </dev/null)
		status=$?
		cat "$failures" >>"$dir/err"
		[ ! -s "$failures" ] || status=65
		status_is "$1: $example" 0
		want=${script%.sh}.want
		[ ! -e "$want" ] || same "$1: prints that" "$want" "$dir/out"
	done
}

for page in filters/*.1 filters/*.5 filters/*.7; do
	name=${page##*/}
	mkdir "$dir/$name"
	commands "$page" "$dir/$name"
	[ "$name" = wirecopy-distribution.7 ] || examples "$name" "$dir/$name"
	case $name in
	*.1 | wirecopy.7) ok "$name has examples" test -e "$dir/$name/01.sh" ;;
	esac
done

# README.md has commands in blocks of sh, each of which is run as a whole, and in the table of pairs.
mkdir "$dir/readme"
awk -v into="$dir/readme" '
	/^```sh$/ { file = sprintf("%s/%02d.sh", into, ++count); next }
	/^```$/ { file = "" }
	file { print >file }' README.md
# shellcheck disable=SC2016 # marks of code
grep -oE '`[a-z]+2[a-z]+ < r\.[a-z]+ > r\.[a-z]+`' README.md | tr -d '`' | awk -v into="$dir/readme" '
	{ sub(/> r/, "> made"); print >sprintf("%s/pair-%02d.sh", into, NR) }'
examples README.md "$dir/readme"
is 'README.md: a pipe for each pair' "$(find "$dir/readme" -name 'pair-*' | wc -l)" 20
# shellcheck disable=SC2016 # the same
sed '/^```/,/^```/d' README.md | grep -E '^ +([a-z]+2(txt|html|docx|nml|eml)|nml[a-z]+|relcheck|wirebatch) ' >"$dir/outside"
ok 'README.md: no command outside these' sh -c "cat '$dir/outside'; test ! -s '$dir/outside'"
# What it shows of an item: these lines, in this order, with others between; "..." stands for the rest of a line.
awk '/^`txt2nml` makes an item/ { on = 1; next } /^[#`]/ { on = 0 } on && /^    / { sub(/^ */, ""); sub(/\.\.\..*/, ""); if ($0) print }' \
	README.md >"$dir/excerpt"
"$BIN/txt2nml" -q samples/cs-ministerstvo.txt >"$dir/item"
awk 'NR == FNR { want[++n] = $0; next } { sub(/^[ \t]*/, "") } index($0, want[at + 1]) == 1 && at < n { at++ }
	END { if (at < n || n < 20) { print want[at + 1]; exit 1 } }' "$dir/excerpt" "$dir/item" >"$dir/absent"
ok 'README.md: the item that it shows' sh -c "cat '$dir/absent'; test ! -s '$dir/absent'"
# shellcheck disable=SC2016 # marks of code
grep -ohE '`make [a-z-]+' README.md CONTRIBUTING.md | sed 's/.* //' | sort -u >"$dir/targets"
while read -r target; do
	make "$target" || echo "$target"
done <"$dir/targets" >"$dir/missing"
ok 'and the targets of make are there' sh -c "cat '$dir/missing'; test -s '$dir/targets' && test ! -s '$dir/missing'"
done_testing
