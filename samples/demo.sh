#!/bin/sh
# Converts each sample into every other format and shows them side by side.
#
# usage: demo.sh BINDIR OUTDIR
#
# BINDIR holds the programs. OUTDIR gets a folder for each sample, with what
# the programs said in the file "messages", what relcheck found in the sample in
# "findings", and index.html. What fails is said and left out, and the status is
# 1 then.
set -eu

formats='txt html docx nml eml'

if [ $# -ne 2 ]; then
	echo 'usage: demo.sh BINDIR OUTDIR' >&2
	exit 64
fi
samples=$(dirname "$0") bin=$1 out=$2
failed=0

suffix_of() {
	case $1 in
	nml) echo xml ;;
	*) echo "$1" ;;
	esac
}

# The format that a file's suffix says.
format_of() {
	case $1 in
	*.xml) echo nml ;;
	*) echo "${1##*.}" ;;
	esac
}

bytes_of() {
	wc -c < "$1" | tr -d ' '
}

escape() {
	sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' "$1"
}

# convert SAMPLE FORMAT FILE: a sample's own format is its file as it is.
convert() {
	from=$(format_of "$1")
	if [ "$from" = "$2" ]; then
		cp "$1" "$3"
		return
	fi
	status=0
	said=$("$bin/${from}2$2" -o "$3" "$1" 2>&1) || status=$?
	[ -z "$said" ] || echo "$said" >> "${3%/*}/messages"
	if [ "$status" -ne 0 ]; then
		echo "demo: ${from}2$2 ${1##*/}: status $status${said:+: $said}" >&2
		failed=1
	fi
}

# findings SAMPLE FILE: what relcheck finds in it, which is no failure.
findings() {
	status=0
	"$bin/relcheck" --now 2026-03-10T12:00:00Z -o "$2" "$1" || status=$?
	if [ "$status" -gt 1 ]; then
		echo "demo: relcheck ${1##*/}: status $status" >&2
		failed=1
	fi
}

# row NAME FORMAT FILE: one line of the table on the terminal.
row() {
	if [ -f "$3" ]; then
		printf '%-16s %-5s %8s  %s\n' "$1" "$2" "$(bytes_of "$3")" "$3"
	else
		printf '%-16s %-5s %8s  %s\n' "$1" "$2" '-' 'failed'
	fi
}

page_head() {
	cat <<'END'
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>wirecopy: the samples in all formats</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1rem; max-width: 84rem; font: 1rem/1.5 system-ui, sans-serif; }
h2 { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid; font-size: 1.3rem; }
h3 { font-size: 1rem; }
.formats { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; }
.views { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1rem; }
pre, iframe { box-sizing: border-box; width: 100%; height: 36rem; margin: 0; border: 1px solid; }
pre { padding: 1rem; overflow: auto; white-space: pre-wrap; tab-size: 2; font: .8rem/1.45 ui-monospace, monospace; }
iframe { background: #fff; }
.said { overflow-wrap: anywhere; }
</style>
</head>
<body>
<header>
<h1>wirecopy: the samples in all formats</h1>
<p>Each press release stands here as its sender wrote it and as the filters converted it: into text, HTML, DOCX,
NewsML-G2 and mail. A browser has no view of DOCX: open that file in a word processor.</p>
</header>
END
}

page_contents() {
	echo '<nav aria-label="Samples">'
	echo '<ul>'
	for sample; do
		name=$(basename "${sample%.*}")
		echo "<li><a href=\"#$name\" lang=\"${name%%-*}\">$(headline_of "$name")</a> (${sample##*/})</li>"
	done
	echo '</ul>'
	echo '</nav>'
}

# The headline as the NewsML-G2 item has it, or else the name.
headline_of() {
	headline=
	if [ -f "$out/$1/$1.xml" ]; then
		headline=$(sed -n 's/.*<headline[^>]*>\([^<]*\)<.*/\1/p' "$out/$1/$1.xml" | sed 1q)
	fi
	echo "${headline:-$1}"
}

# page_lines HEADING FILE: each line once, without the program's and the file's name; nothing when there is none.
page_lines() {
	[ -s "$2" ] || return 0
	echo "<h3>$1</h3>"
	echo '<ul class="said">'
	escape "$2" | sed 's/^[^:]*: [^:]*: //' | awk '!said[$0]++' | sed 's/.*/<li>&<\/li>/'
	echo '</ul>'
}

# page_source HEADING NAME SUFFIX LANGUAGE: a file as it is; of what is packed as base64 only the beginning
page_source() {
	[ -f "$out/$2/$2.$3" ] || return 0
	printf '<div><h3>%s</h3><pre lang="%s" role="region" tabindex="0" aria-label="%s">' "$1" "$4" "$2 as $1"
	escape "$out/$2/$2.$3" | tr -d '\r' |
		sed 's/\(base64,[A-Za-z0-9+\/]\{24\}\)[A-Za-z0-9+\/=]*/\1.../g' |
		awk '/^[A-Za-z0-9+\/=]+$/ && length($0) > 60 { if (packed++ == 2) print "..."; if (packed > 2) next } !/^[A-Za-z0-9+\/=]+$/ { packed = 0 } 1'
	echo '</pre></div>'
}

# page_sample SAMPLE NAME
page_sample() {
	lang=${2%%-*}
	echo "<section aria-labelledby=\"$2\">"
	echo "<h2 id=\"$2\" lang=\"$lang\">$(headline_of "$2")</h2>"
	echo '<ul class="formats">'
	for format in $formats; do
		file=$2/$2.$(suffix_of "$format")
		[ -f "$out/$file" ] || continue
		note=
		[ "$(format_of "$1")" != "$format" ] || note=', the original'
		echo "<li><a href=\"$file\">${file##*/}</a> ($(bytes_of "$out/$file") bytes$note)</li>"
	done
	echo '</ul>'
	echo '<div class="views">'
	page_source Text "$2" txt "$lang"
	if [ -f "$out/$2/$2.html" ]; then
		echo "<div><h3>HTML</h3><iframe src=\"$2/$2.html\" title=\"$2 as HTML\" sandbox></iframe></div>"
	fi
	page_source NewsML-G2 "$2" xml en
	page_source Mail "$2" eml en
	echo '</div>'
	page_lines 'What relcheck finds in the original' "$out/$2/findings"
	page_lines 'What the converters said' "$out/$2/messages"
	echo '</section>'
}

set --
for sample in "$samples"/??-*.txt "$samples"/??-*.html "$samples"/??-*.docx "$samples"/??-*.xml "$samples"/??-*.eml; do
	[ ! -f "$sample" ] || set -- "$@" "$sample"
done

for sample; do
	name=$(basename "${sample%.*}")
	mkdir -p "$out/$name"
	rm -f "$out/$name/messages"
	for format in $formats; do
		file=$out/$name/$name.$(suffix_of "$format")
		rm -f "$file"
		convert "$sample" "$format" "$file"
	done
	findings "$sample" "$out/$name/findings"
done

printf '%-16s %-5s %8s  %s\n' sample to bytes file
for sample; do
	name=$(basename "${sample%.*}")
	for format in $formats; do
		row "$name" "$format" "$out/$name/$name.$(suffix_of "$format")"
	done
done

{
	page_head
	page_contents "$@"
	echo '<main>'
	for sample; do
		page_sample "$sample" "$(basename "${sample%.*}")"
	done
	echo '</main>'
	echo '</body>'
	echo '</html>'
} > "$out/index.html"
echo
echo "Side by side: $out/index.html"
exit "$failed"
