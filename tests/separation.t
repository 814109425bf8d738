#!/bin/sh
# A program links what its pair of formats needs, and nothing else: start-up is most of a small filter's time.
. tests/lib.sh

if ! has_sandbox || ! command -v ldd >/dev/null; then
	skip 'libraries' 'these programs are built with the sanitizers, or there is no ldd(1)'
	done_testing
fi

# link PROGRAM LIBRARY yes|no
link()
{
	is "$1 links lib$2: $3" "$(ldd "$BIN/$1" | grep -qE "[[:blank:]]lib$2\.so" && echo yes || echo no)" "$3"
}

for from in txt html docx nml; do
	for to in txt html docx nml; do
		[ $from = $to ] && continue
		# XML is written without a library; what is written into a template reads that.
		case $from$to in
		docx* | nml* | *docx) link ${from}2$to xml2 yes ;;
		*) link ${from}2$to xml2 no ;;
		esac
		case $from$to in
		*docx*) link ${from}2$to zip yes ;;
		*) link ${from}2$to zip no ;;
		esac
		case $from in
		html) link ${from}2$to gumbo yes ;;
		*) link ${from}2$to gumbo no ;;
		esac
	done
done
# A message's text is HTML or text, and a DOCX may be attached; what writes one writes both.
link eml2txt zip yes
link eml2txt gumbo yes
link txt2eml zip no
link txt2eml xml2 no
link txt2eml gumbo no
for tool in nmlcheck nmlgate nmlmeta nmlpack nmlrevise nmlunpack; do
	link $tool xml2 yes
	link $tool zip no
	link $tool gumbo no
	case $tool in
	nmlcheck | nmlmeta) link $tool jansson yes ;; # vocabularies
	*) link $tool jansson no ;;
	esac
done
done_testing
