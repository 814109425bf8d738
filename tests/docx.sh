# Word documents made by hand, for the tests that read them; sourced behind tests/lib.sh.
# shellcheck shell=sh disable=SC2154 # $dir and $TREE come from there

w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'
r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'
office='http://schemas.openxmlformats.org/officeDocument/2006'
schemas='http://schemas.openxmlformats.org'
microsoft='http://schemas.microsoft.com/office/word/2010'
namespaces="xmlns:w=\"$w\" xmlns:r=\"$r\" xmlns:m=\"$office/math\" xmlns:mc=\"$schemas/markup-compatibility/2006\"
	xmlns:wp=\"$schemas/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"$schemas/drawingml/2006/main\"
	xmlns:pic=\"$schemas/drawingml/2006/picture\" xmlns:c=\"$schemas/drawingml/2006/chart\"
	xmlns:dgm=\"$schemas/drawingml/2006/diagram\" xmlns:v=\"urn:schemas-microsoft-com:vml\"
	xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:wps=\"$microsoft/wordprocessingShape\"
	xmlns:wpg=\"$microsoft/wordprocessingGroup\" xmlns:new=\"urn:of-the-future\""

# new: an empty package
new()
{
	rm -rf "$dir/package"
	mkdir -p "$dir/package/_rels" "$dir/package/word/_rels"
	: >"$dir/rels"
	types="<Types xmlns=\"$schemas/package/2006/content-types\">"
	types="$types<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	types="$types<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
	printf '%s' "$types" >"$dir/package/[Content_Types].xml"
	printf '<Relationships xmlns="%s/package/2006/relationships"><Relationship Id="m" Type="%s" Target="word/document.xml"/>%s' \
		"$schemas" "$r/officeDocument" '</Relationships>' >"$dir/package/_rels/.rels"
}

# story PART ROOT XML: a part of the folder word
story()
{
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<w:%s %s>%s</w:%s>' "$2" "$namespaces" "$3" "$2" >"$dir/package/word/$1"
}

# body XML
body()
{
	story document.xml document "<w:body>$1</w:body>"
}

# rel ID TYPE TARGET [MODE]: of the main part
rel()
{
	printf '<Relationship Id="%s" Type="%s" Target="%s"%s/>' "$1" "$r/$2" "$3" "${4:+ TargetMode=\"$4\"}" >>"$dir/rels"
}

# A part with its relationship: styles XML, numbering XML, notes KIND XML (footnotes, endnotes, comments)
styles()
{
	story styles.xml styles "$1"
	rel styles styles styles.xml
}

numbering()
{
	story numbering.xml numbering "$1"
	rel numbering numbering numbering.xml
}

notes()
{
	story "$1.xml" "$1" "$2"
	rel "$1" "$1" "$1.xml"
}

# pack [FILE]: the package as a file
pack()
{
	{
		printf '<Relationships xmlns="%s/package/2006/relationships">' "$schemas"
		cat "$dir/rels"
		echo '</Relationships>'
	} >"$dir/package/word/_rels/document.xml.rels"
	rm -f "${1:-$dir/file.docx}"
	(cd "$dir/package" && zip -q -r -X - .) >"${1:-$dir/file.docx}"
}

# run_of TEXT [PROPERTIES]; p TEXT [PROPERTIES]: a run; a paragraph of one
run_of()
{
	printf '<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' "${2:+<w:rPr>$2</w:rPr>}" "$1"
}

p()
{
	printf '<w:p>%s%s</w:p>' "${2:+<w:pPr>$2</w:pPr>}" "$(run_of "$1")"
}

# tree_with [OPTION...]: what is read of the package, on one line, with ~ for a no-break space; tree: without options
tree_with()
{
	run "$TREE/docx2tree" --no-recognise "$@" "$dir/file.docx"
	if [ "$status" -eq 0 ]; then
		grep -v '^meta ' "$dir/out" | sed "s/^ *//; s/$(printf '\302\240')/~/g" | tr '\n' '|' | sed 's/|$//'
	else
		echo "status $status: $(cat "$dir/err")"
	fi
}

tree()
{
	tree_with -v
}

# reads NAME TREE: the package gives that
reads()
{
	pack
	is "$1" "$(tree)" "$2"
}

# loses NAME ID: the last reading has counted that loss
loses()
{
	has "$1" "$dir/err" "[[ ]$2\\]\$"
}
