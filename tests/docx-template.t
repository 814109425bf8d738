#!/bin/sh
# --template: a DOCX whose look, letterhead and settings are kept around the release's text.
. tests/lib.sh

w='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
r='xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
office=http://schemas.openxmlformats.org/officeDocument/2006/relationships
word=application/vnd.openxmlformats-officedocument.wordprocessingml
rels='<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'

# template BODY HEADER: the folder $dir/template becomes $dir/template.docx
template()
{
	rm -rf "$dir/template" "$dir/template.docx"
	mkdir -p "$dir/template/_rels" "$dir/template/word/_rels" "$dir/template/word/media"
	cat >"$dir/template/[Content_Types].xml" <<-END
		<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
		ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png"
		ContentType="image/png"/><Override PartName="/word/main.xml" ContentType="$word.template.main+xml"/>
		<Override PartName="/word/styles.xml" ContentType="$word.styles+xml"/>
		<Override PartName="/word/settings.xml" ContentType="$word.settings+xml"/>
		<Override PartName="/word/numbering.xml" ContentType="$word.numbering+xml"/>
		<Override PartName="/word/header7.xml" ContentType="$word.header+xml"/></Types>
	END
	cat >"$dir/template/_rels/.rels" <<-END
		$rels<Relationship Id="a" Type="$office/officeDocument" Target="word/main.xml"/></Relationships>
	END
	cat >"$dir/template/word/_rels/main.xml.rels" <<-END
		$rels<Relationship Id="rId3" Type="$office/styles" Target="styles.xml"/><Relationship Id="rId9"
		Type="$office/header" Target="header7.xml"/><Relationship Id="rId4" Type="$office/settings" Target="settings.xml"/>
		<Relationship Id="rId5" Type="$office/numbering" Target="numbering.xml"/>
		<Relationship Id="rId6" Type="$office/image" Target="media/old.png"/></Relationships>
	END
	cat >"$dir/template/word/_rels/header7.xml.rels" <<-END
		$rels<Relationship Id="rId1" Type="$office/image" Target="media/image1.png"/></Relationships>
	END
	cat >"$dir/template/word/main.xml" <<-END
		<w:document $w $r><w:body>$1<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="12000"
		w:h="16000"/><w:pgMar w:top="2000" w:right="1500" w:bottom="2000" w:left="1500" w:header="700" w:footer="700"
		w:gutter="0"/></w:sectPr></w:body></w:document>
	END
	cat >"$dir/template/word/header7.xml" <<-END
		<w:hdr $w $r>$2</w:hdr>
	END
	cat >"$dir/template/word/styles.xml" <<-END
		<w:styles $w><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Garamond"/><w:sz w:val="24"/><w:lang
		w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1"
		w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/></w:style><w:style w:type="paragraph" w:styleId="Lead"><w:name
		w:val="Something Else"/></w:style></w:styles>
	END
	cat >"$dir/template/word/settings.xml" <<-END
		<w:settings $w $r><w:attachedTemplate r:id="rId1"/><w:evenAndOddHeaders/><w:compat/></w:settings>
	END
	cat >"$dir/template/word/numbering.xml" <<-END
		<w:numbering $w><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
		<w:num w:numId="8"><w:abstractNumId w:val="5"/></w:num></w:numbering>
	END
	printf 'logo' >"$dir/template/word/media/image1.png"
	printf 'old' >"$dir/template/word/media/old.png"
	(cd "$dir/template" && zip -qr ../template.docx '[Content_Types].xml' _rels word)
}

# part NAME: of the last output
part()
{
	unzip -p "$dir/release.docx" "$1" >"$dir/part" 2>/dev/null
}

paragraph()
{
	printf '<w:p><w:r><w:t>%s</w:t></w:r></w:p>' "$1"
}

if ! command -v zip >/dev/null || ! command -v unzip >/dev/null; then
	skip 'templates' 'no zip and unzip here'
	done_testing
fi

cat >"$dir/release.html" <<'END'
<!doctype html><html lang="cs"><head><title>Beans</title><meta name="nml.format" content="1">
<meta name="nml.date" content="2026-03-17"><meta name="nml.language" content="cs">
<meta name="nml.provider" content="Example &amp; Co"><meta name="nml.editorial-note" content="for editors">
</head><body><h1>Fazole jsou &amp; zůstanou</h1><p>První odstavec, který je dost dlouhý na to, aby byl odstavcem.</p>
<h2>Mezititulek</h2><ul><li>jedna</li><li>dvě</li></ul><ol><li>první</li></ol><p>S poznámkou<a href="#n1">1</a>.</p>
</body></html>
END
"$BIN/html2nml" -q "$dir/release.html" >"$dir/release.xml"

# The body is replaced.
template "$(paragraph 'Old text')" "$(paragraph 'Letterhead of {{provider}}, {{date}}')"
run "$BIN/nml2docx" --template "$dir/template.docx" -o "$dir/release.docx" "$dir/release.xml"
status_is 'a template without {{body}}' 0
ok 'no word about it' test ! -s "$dir/err"
part word/main.xml
has 'the text is there' "$dir/part" 'První odstavec'
lacks 'the old one is not' "$dir/part" 'Old text'
has 'the page is the template'\''s' "$dir/part" '<w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="12000"'
has 'its style is used by name' "$dir/part" '<w:pStyle w:val="berschrift2"/>'
has 'lists have numbers that it had not' "$dir/part" '<w:numId w:val="9"/>'
part word/_rels/main.xml.rels
has 'the header is related' "$dir/part" 'Id="rId9" .*header7.xml'
lacks 'what the old text referred to is not' "$dir/part" 'old.png'
ok 'and is not in the file' sh -c "! unzip -l '$dir/release.docx' | grep -q old.png"
has 'the logo is' "$dir/part" . && ok 'the logo is in the file' sh -c "unzip -p '$dir/release.docx' word/media/image1.png | grep -qx logo"
part word/header7.xml
has 'metadata in the header, dates in words' "$dir/part" 'Letterhead of Example &amp; Co, 17. března 2026<'
part word/styles.xml
has 'the typeface is its own' "$dir/part" 'Garamond'
has 'the language is the document'\''s' "$dir/part" '<w:lang w:val="cs"'
has 'a missing style is added, based on its own' "$dir/part" '<w:name w:val="Quote"/><w:basedOn w:val="Standard"/>'
has 'under an id that is free' "$dir/part" 'w:styleId="LeadX"><w:name w:val="Lead"/>'
is 'nothing twice' "$(grep -o '<w:name w:val="heading 2"/>' "$dir/part" | wc -l)" 1
part docProps/custom.xml
lacks 'ours are the only properties' "$dir/part" 'name="[^n]'
part word/settings.xml
has 'settings are kept' "$dir/part" '<w:evenAndOddHeaders/><w:compat/>'
lacks 'but what leads out of the file' "$dir/part" 'attachedTemplate'
part '\[Content_Types\].xml'
has 'the output is a document, and no template' "$dir/part" 'PartName="/word/main.xml" ContentType="[^"]*document.main'
"$BIN/docx2nml" -q "$dir/release.docx" >"$dir/back.xml"
same 'and comes back as it went in' "$dir/release.xml" "$dir/back.xml"
"$BIN/docx2txt" -q --letterhead=all "$dir/release.docx" >"$dir/all.txt"
has 'the letterhead comes when it is asked for' "$dir/all.txt" 'Letterhead of Example'
cp "$dir/release.docx" "$dir/again.docx"
"$BIN/nml2docx" -q --template "$dir/template.docx" -o "$dir/release.docx" "$dir/release.xml"
same 'the same bytes again' "$dir/again.docx" "$dir/release.docx"

# Text around {{body}}, and placeholders over several runs.
split='<w:p><w:r><w:t>On {</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{da</w:t></w:r><w:r><w:t>te}} in Brno</w:t></w:r></w:p>'
template "$(paragraph 'Before {{ headline }}')$split<w:p/>$(paragraph ' {{body}} ')<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val=\"berschrift2\"/></w:pPr><w:r><w:t>After</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" \
	"$(paragraph '{{nonsense}} {{slugline}}|{{editorial-note}}|')"
run "$BIN/nml2docx" --template "$dir/template.docx" -o "$dir/release.docx" "$dir/release.xml"
status_is 'a template with {{body}}' 0
has 'a placeholder that means nothing is warned of' "$dir/err" 'header7.xml: warning: \{\{nonsense\}\} means nothing'
is 'once' "$(wc -l <"$dir/err")" 1
part word/main.xml
has 'what stands before it is kept, and filled in' "$dir/part" 'Before Fazole jsou &amp; zůstanou</w:t>'
has 'runs are put together' "$dir/part" '>On 17. března 2026</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"></w:t></w:r><w:r><w:t xml:space="preserve"> in Brno<'
has 'in the order before, text, after' "$dir/part" 'On 17.*První odstavec.*>After<'
has 'kept paragraphs have styles of their own' "$dir/part" '<w:pStyle w:val="Templateberschrift2"/>'
part word/styles.xml
has 'that look as before' "$dir/part" '<w:name w:val="Template heading 2"/><w:basedOn w:val="berschrift2"/>'
part word/header7.xml
has 'a missing value is empty' "$dir/part" '\{\{nonsense\}\} \|for editors\|'
"$BIN/docx2nml" -q "$dir/release.docx" >"$dir/back.xml"
same 'and comes back as it went in, without what the template had' "$dir/release.xml" "$dir/back.xml"
"$BIN/nml2docx" -q --public --template "$dir/template.docx" -o "$dir/release.docx" "$dir/release.xml"
part word/header7.xml
has 'under --public, what is private is empty too' "$dir/part" '\|\|'

# Its custom properties are kept beside ours, which take the place of any that it has of ours.
mkdir "$dir/template/docProps"
cat >"$dir/template/docProps/custom.xml" <<-'END'
	<p:Properties xmlns:p="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
	xmlns:v="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><p:property
	fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Cost &amp; Centre" linkTarget="Old"><v:lpwstr>A &lt; B</v:lpwstr></p:property>
	<p:property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="nml.provider"><v:lpwstr>Of the template</v:lpwstr></p:property>
	<p:property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="9" name="Desks"><v:vector size="2" baseType="i4"><v:i4>1</v:i4><v:i4>2</v:i4></v:vector></p:property></p:Properties>
END
sed -i "s|</Relationships>|<Relationship Id=\"c\" Type=\"$office/custom-properties\" Target=\"docProps/custom.xml\"/>&|" "$dir/template/_rels/.rels"
(cd "$dir/template" && zip -qr ../template.docx _rels docProps)
run "$BIN/nml2docx" --template "$dir/template.docx" -o "$dir/release.docx" "$dir/release.xml"
part docProps/custom.xml
id='fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"'
has 'a template'\''s own properties are kept' "$dir/part" "$(printf '%s' "<property $id pid=\"2\" name=\"Cost &amp; Centre\"><vt:lpwstr>A &lt; B</vt:lpwstr></property>" | sed 's/[{}]/\\&/g')"
has 'of any kind' "$dir/part" 'pid="3" name="Desks"><vt:vector size="2" baseType="i4"><vt:i4>1</vt:i4><vt:i4>2</vt:i4></vt:vector></property><property [^>]* pid="4" name="nml.format">'
is 'ours stand once' "$(grep -o 'name="nml.provider"' "$dir/part" | wc -l)" 1
"$BIN/docx2nml" -q "$dir/release.docx" >"$dir/back.xml"
same 'and come back' "$dir/release.xml" "$dir/back.xml"
"$BIN/nml2docx" -q --public --template "$dir/template.docx" -o "$dir/release.docx" "$dir/release.xml"
part docProps/custom.xml
lacks 'under --public there are only ours' "$dir/part" 'Cost'
run "$BIN/nml2docx" -v --template "$dir/template.docx" -o "$dir/release.docx" "$dir/release.xml"
has 'with -v that is said' "$dir/err" 'slugline.*has none'

# What cannot be a template.
refuse()
{
	run "$BIN/nml2docx" --template "$dir/$2" "$dir/release.xml"
	refused "$1" "$3" "$4"
}
template "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>$(paragraph '{{body}}')</w:tc></w:tr></w:tbl>" ''
refuse '{{body}} in a table' template.docx 65 'template.docx: word/main.xml: \{\{body\}\} must stand outside'
template "$(paragraph '{{body}}')$(paragraph '{{body}}')" ''
refuse '{{body}} twice' template.docx 65 'twice'
refuse 'no such file' absent.docx 66 'absent.docx'
cp samples/sk-dopravca.txt "$dir/text.docx"
refuse 'no DOCX' text.docx 65 'the template is no DOCX'
head -c 300 "$dir/template.docx" >"$dir/cut.docx"
refuse 'a template that is cut off' cut.docx 65 'cut.docx: the ZIP archive'
template "$(paragraph 'Old text')" ''
(cd "$dir/template" && rm word/header7.xml && zip -q ../lacking.docx -r .)
refuse 'a template that lacks a part' lacking.docx 65 'header7.xml: is missing'
: >"$dir/empty.docx"
refuse 'an empty template' empty.docx 65 'empty'
done_testing
