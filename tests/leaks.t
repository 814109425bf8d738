#!/bin/sh
# What a file holds beside its text reaches no output, no message and no report, unless an option asks for it. Every
# secret is a word of its own; each converter is tried, and whatever it says under -v.
. tests/lib.sh
. tests/docx.sh

formats='txt html docx nml'

# all FILE: its text, also where it is packed
all()
{
	case $1 in
	*.docx) unzip -p "$1" ;;
	*) cat "$1" ;;
	esac
}

# keeps_silent FROM FILE [OPTION...]: no secret in what any converter from that format writes or says
keeps_silent()
{
	from=$1
	input=$2
	shift 2
	for to in $formats; do
		[ "$from" = "$to" ] && continue
		out=$dir/out.$to
		"$BIN/${from}2$to" -v --report "$dir/report" "$@" -o "$out" "$input" 2>"$dir/said"
		status=$?
		all "$out" >"$dir/all"
		cat "$dir/said" "$dir/report" >>"$dir/all"
		grep -aoE 'SECRET[a-z]+' "$dir/all" | sort -u >"$dir/leaked"
		if [ "$status" -eq 0 ] && grep -q 'Shown' "$dir/all" && [ ! -s "$dir/leaked" ]; then
			pass "${from}2$to $*"
		else
			echo "status $status" >>"$dir/leaked"
			fail "${from}2$to $*" "$dir/leaked" "$dir/said"
		fi
		if [ "$to" = docx ]; then
			"$BIN/docx2txt" --headers "$out" >"$dir/again"
			lacks 'nor in what is made of that' "$dir/again" 'SECRET'
		fi
	done
}

# is_listed FILE SECRET...: relcheck finds each
is_listed()
{
	file=$1
	shift
	"$BIN/relcheck" -v --only=remains "$file" >"$dir/found"
	for secret; do
		grep -q "SECRET$secret" "$dir/found" || echo "SECRET$secret"
	done >"$dir/missing"
	ok "relcheck lists what ${file##*.} holds" sh -c "cat '$dir/missing'; test ! -s '$dir/missing'"
}

# part NAME CONTENT TYPE FROM: a part that the package refers to
part()
{
	mkdir -p "$dir/package/${1%/*}"
	printf '%s' "$2" >"$dir/package/$1"
	sed -i "s|</Relationships>|<Relationship Id=\"${1##*/}\" Type=\"$3\" Target=\"$1\"/></Relationships>|" "$dir/package/_rels/.rels"
}

change='w:author="SECRETchanger" w:date="2026-03-01T10:00:00Z"'
new
styles '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Away"><w:name w:val="Away"/><w:rPr><w:vanish/></w:rPr></w:style>'
notes comments "<w:comment w:id=\"1\" w:author=\"SECRETcommenter\" w:initials=\"SECRETinitials\"><w:p>$(run_of SECRETcomment)</w:p></w:comment>"
notes footnotes "<w:footnote w:id=\"2\"><w:p>$(run_of SECRETnote)</w:p></w:footnote>"
story people.xml people '<w:person w:author="SECRETperson"/>'
rel people people people.xml
story settings.xml settings "<w:attachedTemplate r:id=\"t\"/><w:rsids><w:rsid w:val=\"00SECRETrsid\"/></w:rsids>
<w:docVars><w:docVar w:name=\"SECRETvariable\" w:val=\"SECRETvalue\"/></w:docVars>
<w:mailMerge><w:query w:val=\"SELECT * FROM SECRETtable\"/></w:mailMerge>"
rel s settings settings.xml
mkdir -p "$dir/package/word/_rels"
printf '<Relationships xmlns="%s/package/2006/relationships"><Relationship Id="t" Type="%s" Target="%s" TargetMode="External"/></Relationships>' \
	"$schemas" "$r/attachedTemplate" 'file:///C:/SECRETfolder/letter.dotm' >"$dir/package/word/_rels/settings.xml.rels"
rel o oleObject embeddings/SECRETobject.bin
rel l image 'file:///C:/SECRETpictures/a.png' External
mkdir -p "$dir/package/word/embeddings"
echo SECRETwithin >"$dir/package/word/embeddings/SECRETobject.bin"
body "<w:p w:rsidR=\"00SECRETrsid\">$(run_of 'Shown in the headline of it')</w:p>
<w:p><w:del $change><w:r><w:delText>SECRETdeleted</w:delText><w:footnoteReference w:id=\"2\"/></w:r></w:del>$(run_of 'Shown text that is long enough to be read as a text, with all its words.')</w:p>
<w:p><w:moveFrom $change><w:r><w:t>SECRETmoved</w:t></w:r></w:moveFrom><w:ins $change>$(run_of 'Shown, put in.')</w:ins></w:p>
<w:p><w:pPr><w:rPr><w:del $change/></w:rPr></w:pPr><w:del $change><w:r><w:delText>SECRETparagraph</w:delText></w:r></w:del></w:p>
<w:tbl><w:tr><w:trPr><w:del $change/></w:trPr><w:tc><w:p><w:del $change><w:r><w:delText>SECRETrow</w:delText></w:r></w:del></w:p></w:tc></w:tr>
<w:tr><w:tc>$(p Shown)</w:tc></w:tr></w:tbl>
<w:p>$(run_of SECRETrun '<w:vanish/>')$(run_of SECRETstyled '<w:rStyle w:val="Away"/>')$(run_of Shown.)</w:p>
$(p SECRETstyle '<w:pStyle w:val="Gone"/>')
<w:p><w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>INCLUDETEXT \"C:\\\\SECRETpath\\\\x.docx\"</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>$(run_of 'Shown result')<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>
<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"SECRETname\" descr=\"C:\\SECRETalt\\a.png\"/></wp:inline></w:drawing></w:r>$(run_of Shown)</w:p>"
part docProps/core.xml "<cp:coreProperties xmlns:cp=\"$schemas/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>SECRETauthor</dc:creator><cp:lastModifiedBy>SECRETeditor</cp:lastModifiedBy><cp:contentStatus>SECRETstatus</cp:contentStatus></cp:coreProperties>" \
	"$schemas/package/2006/relationships/metadata/core-properties"
part docProps/app.xml "<Properties xmlns=\"$office/extended-properties\"><Template>SECRETtemplate.dotm</Template><Manager>SECRETmanager</Manager><Company>SECRETcompany</Company></Properties>" \
	"$r/extended-properties"
part docProps/custom.xml "<Properties xmlns=\"$office/custom-properties\" xmlns:vt=\"$office/docPropsVTypes\"><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"SECRETproperty\"><vt:lpwstr>SECRETlabel</vt:lpwstr></property></Properties>" \
	"$r/custom-properties"
part customXml/item1.xml '<case>SECRETcase</case>' "$r/customXml"
pack "$dir/secret.docx"
keeps_silent docx "$dir/secret.docx"
is_listed "$dir/secret.docx" changer commenter comment deleted moved paragraph row run styled style path folder author editor status \
	template manager company property label variable value table object pictures alt
run "$BIN/docx2txt" --comments "$dir/secret.docx"
has 'a comment where it is asked for' "$dir/out" SECRETcomment
run "$BIN/docx2txt" --track-changes=reject "$dir/secret.docx"
has 'and what was deleted' "$dir/out" SECRETdeleted

# A page: nothing that a browser does not show, whatever hides it.
cat >"$dir/secret.html" <<'END'
<!DOCTYPE html><html lang="en"><head><title>Shown in the headline</title><!-- SECRETcomment -->
<style>/* SECRETstyle */</style><script>var x = "SECRETscript"</script>
<meta name="SECRETmeta" content="SECRETcontent"><link rel="stylesheet" href="https://example.com/SECRETsheet.css"></head>
<body data-x="SECRETdata" onload="SECRETevent()"><h1>Shown in the headline</h1>
<p id="SECRETid" title="SECRETtitle">Shown text, which is long enough to be read as one.<!-- SECRETsecond --></p>
<p style="display:none">SECRETnone</p><p style="color: red; VISIBILITY : hidden">SECRETinvisible</p>
<div hidden>SECRETattribute <p>SECRETbelow</p></div><template>SECRETtemplate</template>
<p style="mso-hide:all">SECRETmso</p><!--[if gte mso 9]><xml>SECRETconditional</xml><![endif]-->
<form action="/SECRETaction"><input type="hidden" name="token" value="SECRETtoken"></form>
<textarea hidden>SECRETarea</textarea><noscript hidden>SECRETnoscript</noscript>
<p>Shown to the end.</p></body></html>
END
keeps_silent html "$dir/secret.html"
is_listed "$dir/secret.html" comment second none invisible attribute below mso

# An item: what is for editors only, under --public.
printf 'Shown in the headline\n\nShown text that is long enough to be read as one, with all its words.\n' >"$dir/s.txt"
"$BIN/txt2nml" --meta editorial-note=SECRETednote --meta extra='itemMeta <profile versioninfo="1">SECRETextra</profile>' \
	--meta extra='itemMeta <edNote role="x:y">SECRETrole</edNote>' "$dir/s.txt" |
	sed 's|<itemMeta>|<!-- SECRETcomment --><?x SECRETinstruction?>&|' >"$dir/secret.nml"
is 'the item has them' "$(grep -oE 'SECRET[a-z]+' "$dir/secret.nml" | sort -u | wc -l)" 5
keeps_silent nml "$dir/secret.nml" --public
is_listed "$dir/secret.nml" comment ednote

# Text with headers: the same.
"$BIN/nml2txt" --headers "$dir/secret.nml" >"$dir/secret.txt"
is 'the headers have the metadata' "$(grep -oE 'SECRET[a-z]+' "$dir/secret.txt" | sort -u | wc -l)" 3
keeps_silent txt "$dir/secret.txt" --public

# A note to editors is left out of a public page and a public item.
printf 'Shown in the headline\n\nShown text that is long enough to be read as one, with all its words.\n\nNotes to editors\n\nSECRETnotes are here.\n' >"$dir/n.txt"
run "$BIN/txt2html" --public "$dir/n.txt"
lacks 'notes to editors' "$dir/out" 'SECRET'
done_testing
