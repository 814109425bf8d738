# A release in the forms in which it may come, and what an item says of it. Sourced behind lib.sh, which gives $dir.
# shellcheck shell=sh

# facts ITEM: what it says of its release, a fact in each line. A guid, the times of writing and a region of the
# language are the file's own, and so is what stands beside the text: the author's name, keywords, a summary, a clock.
facts()
{
	xmllint --format "$1" | sed -n \
		-e '/<contentMeta>/,/<\/contentMeta>/p' -e '/<embargoed/p' -e '/<provider>/,/<\/provider>/p' |
		sed -e '/<contentModified/d' -e '/<creator>/,/<\/creator>/d' -e '/<keyword>/d' -e '/<description>/d' \
			-e 's/\(<language tag="[a-z]*\)[^"]*/\1/' -e 's/\(<contentCreated>[0-9-]*\)T[^<]*/\1/'
}

# plain_page FILE ITEM: a page of the file without classes, as a program that knows nothing of releases makes it, in the
# item's language. That of a page is the item's own text.
plain_page()
{
	sed -n 's/.*<language tag="\([a-z]*\).*/<!DOCTYPE html><html lang="\1"><meta charset="utf-8"><title><\/title><body lang="\1">/p' \
		"$2" | head -n 1
	case $1 in
	*.html) "$BIN/nml2html" -q --fragment "$2" ;;
	*) "$BIN/$(format_of "$1")2html" -q --no-recognise --fragment "$1" ;;
	esac | sed 's/ class="[^"]*"//g; s/ id="[^"]*"//g'
}

# plain_word PAGE DOCX: the same as a Word file without styles, and without the key that says what was recognised
plain_word()
{
	"$BIN/html2docx" -q --no-recognise "$1" >"$2"
	zip -q -d "$2" docProps/custom.xml
}
