# The tree of a document without what plain text cannot hold. Whatever is not
# named here comes back from a text that was written with --headers.
#
# - The hash that says that the text is unchanged: a text is written anew.
# - Styles, languages, directions and readings of letters. Neighbours that
#   differ in nothing else are one run then.
# - Images that have no address: text has their alternative text, in brackets,
#   and the caption of a figure in the next line.
# - The size of images.
# - The form of a formula: text has it as a line.

# The text of a line that holds a quoted text, with its quotation marks; sets `behind`.
function quoted(line,    i)
{
	for (i = index(line, "\"") + 1; substr(line, i, 1) != "\""; i++)
		if (substr(line, i, 1) == "\\")
			i++
	behind = substr(line, i + 1)
	return substr(line, index(line, "\""), i + 1 - index(line, "\""))
}

function flush()
{
	if (held != "")
		print indent "\"" held "\"" attributes
	held = ""
}

function run(at, text, with)
{
	text = substr(text, 2, length(text) - 2)
	if (held != "" && indent == at && attributes == with) {
		held = held text
		return
	}
	flush()
	indent = at
	held = text
	attributes = with
}

/^meta recognised / { next }

{
	at = $0
	sub(/[^ ].*/, "", at)
}

/^ *"/ {
	text = quoted($0)
	gsub(/ (style=[bius_^]+|lang=[A-Za-z0-9-]+|rtl)/, "", behind)
	sub(/ ruby=".*"$/, "", behind)
	run(in_caption ? substr(at, 3) : at, text, behind)
	next
}

/^ *image "/ {
	text = quoted($0)
	if (behind !~ / url=/) {
		run(at, "\"[Image: " substr(text, 2, length(text) - 2) "]\"", "")
		next
	}
	flush()
	sub(/ size=[0-9x]+/, "", behind)
	print at "image " text behind
	next
}

# A figure without an address becomes a para, and so its caption's text stands as far out as its image.
/^ *figure$/ {
	flush()
	in_figure = 1
	sub(/figure/, "para")
	print
	next
}
/^ *caption$/ && in_figure {
	flush()
	in_figure = 0
	in_caption = 1
	print at "break"
	next
}

{
	flush()
	in_figure = in_caption = 0
	sub(/ rtl$/, "")
	sub(/ formula=<.*>/, "")
	print
}

END { flush() }
