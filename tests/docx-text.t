#!/bin/sh
# What a Word document's paragraphs, letters, lists, tables and links become, one feature at a time.
. tests/lib.sh
. tests/docx.sh

style() # ID NAME [XML]
{
	printf '<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/>%s</w:style>' "$1" "$2" "${3:-}"
}

character() # ID NAME XML
{
	printf '<w:style w:type="character" w:styleId="%s"><w:name w:val="%s"/>%s</w:style>' "$1" "$2" "$3"
}

# Headings
new
styles "$(style Nadpis1 'heading 1')$(style berschrift2 'heading 2')$(style Vlastni 'Nadpis tri' '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
)$(style Moje 'Moje' '<w:basedOn w:val="Nadpis1"/>')$(style H8 'heading 8')$(style TOCHeading 'TOC Heading' \
	'<w:basedOn w:val="Nadpis1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')$(style Title Title)$(style Subtitle Subtitle)"
body "$(p a '<w:pStyle w:val="Nadpis1"/>')$(p b '<w:pStyle w:val="berschrift2"/>')$(p c '<w:pStyle w:val="Vlastni"/>'
)$(p d '<w:pStyle w:val="Moje"/>')$(p e '<w:pStyle w:val="H8"/>')$(p f '<w:outlineLvl w:val="3"/>'
)$(p g '<w:outlineLvl w:val="9"/>')$(p h '<w:pStyle w:val="TOCHeading"/>')"
reads 'headings: by the English name, the level of outlines in style and paragraph, basedOn; the ninth level is text' \
	'head 1|"a"|head 2|"b"|head 3|"c"|head 1|"d"|head 6|"e"|head 4|"f"|para|"g"|para|"h"'
body "$(p a '<w:pStyle w:val="Title"/>')$(p b '<w:pStyle w:val="Subtitle"/>')$(p c)"
reads 'a title stays in the text, as does a subtitle' 'head 1|"a"|para|"b"|para|"c"'
new
body "$(p a '<w:pStyle w:val="Heading2"/>')"
reads 'a style that is not defined means what its id says' 'head 2|"a"'
new
styles "$(style A A '<w:basedOn w:val="B"/>')$(style B B '<w:basedOn w:val="A"/>')"
body "$(p a '<w:pStyle w:val="A"/>')"
reads 'styles that are based on each other in a circle' 'para|"a"'

# Letters
new
styles "$(character Strong Strong '<w:rPr><w:b/></w:rPr>')$(style Bold Bold '<w:rPr><w:b/></w:rPr>'
)$(character Hid Hid '<w:rPr><w:vanish/></w:rPr>')$(style HidP HidP '<w:rPr><w:vanish/></w:rPr>')"
body "<w:p>$(run_of a '<w:b/>')$(run_of b '<w:b w:val="0"/>')$(run_of c '<w:b w:val="false"/>')$(run_of d '<w:b w:val="off"/>'
)$(run_of e '<w:i w:val="on"/>')$(run_of f '<w:u w:val="single"/>')$(run_of g '<w:u w:val="none"/>')$(run_of h '<w:dstrike/>'
)$(run_of i '<w:vertAlign w:val="superscript"/>')$(run_of j '<w:vertAlign w:val="subscript"/>')</w:p>"
reads 'bold, italic and the rest, on and off' \
	'para|"a" style=b|"bcd"|"e" style=i|"f" style=u|"g"|"h" style=s|"i" style=^|"j" style=_'
body "<w:p>$(run_of a '<w:rStyle w:val="Strong"/>')$(run_of b '<w:caps/>')$(run_of c '<w:smallCaps/>')</w:p>$(
	p d '<w:pStyle w:val="Bold"/>')<w:p><w:pPr><w:pStyle w:val='Bold'/></w:pPr>$(run_of e '<w:rStyle w:val="Strong"/>')$(run_of f)</w:p>"
reads 'character styles are emphasis, a paragraph style is a look, both together are off; capitals stay as typed' \
	'para|"a" style=b|"bc"|para|"d"|para|"ef"'
body "<w:p>$(run_of a)$(run_of gone '<w:vanish/>')$(run_of gone '<w:rStyle w:val="Hid"/>')$(run_of b '<w:vanish w:val="0"/>'
)$(run_of gone '<w:webHidden/>')</w:p>$(p gone '<w:pStyle w:val="HidP"/>')$(p c)"
reads 'hidden text is not there, by itself and by styles' 'para|"ab"|para|"c"'
loses 'and is counted' L-hidden
new
body "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:ptab/><w:t>e</w:t><w:br w:type=\"page\"/><w:t>f</w:t
><w:noBreakHyphen/><w:t>g</w:t><w:softHyphen/><w:t>h&#160;i</w:t></w:r></w:p>"
reads 'tabs, breaks and hyphens part words or join them as they are seen' 'para|"a b"|break|"c"|break|"d e f‑gh~i"'
body '<w:p><w:r><w:t xml:space="preserve">a </w:t></w:r><w:r><w:t> b </w:t></w:r><w:r><w:t>c</w:t></w:r></w:p>'
reads 'blanks at the edges of a text' 'para|"a b c"'
body "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t xml:space=\"preserve\"> </w:t><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Webdings\" w:char=\"F061\"/></w:r>$(
	run_of ' b' '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')</w:p>"
reads 'symbol fonts become Unicode' 'para|"✓ α✔ β"'
body "<w:p>$(run_of x)<w:r><w:sym w:font=\"Of its own\" w:char=\"F0FC\"/></w:r></w:p>"
reads 'of a font that nobody knows there is no letter' 'para|"x"'
loses 'which is a loss' 'content: character F0FC of the font Of its own.*L-symbol'
body "<w:p>$(run_of 'bonjour ' '<w:lang w:val="fr-FR"/>')$(run_of 'hello this is a much longer text' '<w:lang w:val="en-GB"/>')</w:p><w:p><w:pPr><w:bidi/></w:pPr>$(
	run_of 'שלום' '<w:rtl/><w:lang w:bidi="he-IL"/>')</w:p>"
reads 'languages and direction' 'para|"bonjour " lang=fr-FR|"hello this is a much longer text"|para rtl|"שלום" rtl lang=he-IL'
body '<w:p><w:r><w:t>a</w:t></w:r><w:bdo w:val="rtl"><w:r><w:t>b</w:t></w:r></w:bdo><w:dir w:val="rtl"><w:r><w:t>c</w:t></w:r></w:dir></w:p>'
reads 'text in bdo and dir, from right to left' 'para|"a"|"bc" rtl'
body '<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>字</w:t></w:r></w:p>'
reads 'ruby' 'para|"漢" ruby="かん"|"字"'
body '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr><w:r><w:t>W</w:t></w:r></w:p><w:p><w:r><w:t>ord and more.</w:t></w:r></w:p>'
reads 'a drop cap belongs to its word' 'para|"Word and more."'
body "<w:p><w:pPr><w:framePr w:w=\"2000\" w:hAnchor=\"page\"/></w:pPr>$(run_of 'In a frame')</w:p>$(p b)"
reads 'an old frame is a paragraph' 'para|"In a frame"|para|"b"'
body "<w:p><m:oMath xmlns:m=\"$office/math\"><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:r><m:t>=</m:t></m:r><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>"
lines() # NAME TEXT: of formulas, without their MathML
{
	pack "$dir/file.docx"
	is "$1" "$(tree | sed 's/ formula=<[^"]*>//g')" "$2"
}
lines 'mathematics is a line of text' 'para|math "(a+b)/2=x^2"'
m() # XML
{
	printf '<w:p><m:oMath>%s</m:oMath></w:p>' "$1"
}
t() # TEXT
{
	printf '<m:r><m:t>%s</m:t></m:r>' "$1"
}
body "$(m "<m:rad><m:radPr/><m:deg/><m:e>$(t x+1)</m:e></m:rad>")$(m "<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>$(t i=1)</m:sub><m:sup>$(t n)</m:sup><m:e>$(t i)</m:e></m:nary>"
)$(m "<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e>$(t a)</m:e><m:e>$(t b)</m:e></m:d>"
)$(m "<m:func><m:fName>$(t sin)</m:fName><m:e>$(t x)</m:e></m:func>")$(m "<m:m><m:mr><m:e>$(t 1)</m:e><m:e>$(t 0)</m:e></m:mr><m:mr><m:e>$(t 0)</m:e><m:e>$(t 1)</m:e></m:mr></m:m>")"
lines 'roots, sums, brackets, functions, matrices' \
	'para|math "√(x+1)"|para|math "∑_(i=1)^n i"|para|math "[a, b]"|para|math "sin x"|para|math "[1, 0; 0, 1]"'
new
styles "$(style Quote Quote)$(style IQ 'Intense Quote')"
body "$(p a '<w:pStyle w:val="Quote"/>')$(p b '<w:pStyle w:val="IQ"/>')$(p c)"
reads 'quotes' 'quote|para|"a"|para|"b"|para|"c"'

# Lists
level() # ILVL FORMAT TEXT [START] [XML]
{
	printf '<w:lvl w:ilvl="%s"><w:start w:val="%s"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>' \
		"$1" "${4:-1}" "$2" "$3" "${5:-}"
}

num() # ID ABSTRACT [XML]
{
	printf '<w:num w:numId="%s"><w:abstractNumId w:val="%s"/>%s</w:num>' "$1" "$2" "${3:-}"
}

item() # TEXT NUMID [ILVL]
{
	p "$1" "<w:numPr><w:ilvl w:val=\"${3:-0}\"/><w:numId w:val=\"$2\"/></w:numPr>"
}
new
numbering "<w:abstractNum w:abstractNumId=\"0\">$(level 0 bullet •)$(level 1 bullet o)</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">$(
	level 0 decimal %1. 5)$(level 1 lowerLetter '%2)')$(level 2 decimal %1.%2.%3)</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">$(
	level 0 decimal '§ %1')</w:abstractNum>$(num 1 0)$(num 2 1)$(num 3 1 '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
)$(num 4 1 "<w:lvlOverride w:ilvl=\"0\">$(level 0 upperRoman %1.)</w:lvlOverride>")$(num 5 2
)<w:abstractNum w:abstractNumId=\"3\">$(level 0 upperLetter %1)$(level 1 lowerRoman %1.%2)$(level 2 decimal %1.%2.%3 | sed 's|<w:numFmt|<w:lvlRestart w:val="1"/>&|'
)$(level 3 decimal %1.%4 | sed 's|<w:lvlText|<w:isLgl/>&|')</w:abstractNum>$(num 6 3)"
body "$(item a 1)$(item b 1 1)$(item c 1)"
reads 'bullets, nested' 'list bullet|item|para|"a"|list bullet|item|para|"b"|item|para|"c"'
body "$(item a 2)$(item b 2 1)$(item c 2 2)$(item d 2)"
reads 'numbers that begin at five, letters below, numbers of several levels' \
	'list decimal start=5 label=%.|item|para|"a"|list lower-alpha start=1 label=%)|item|para|"b"|list decimal start=1 label=5.a.%|item|para|"c"|item|para|"d"'
body "$(item a 2)$(p between)$(item b 2)$(p between)$(item c 3)$(item d 3)"
reads 'goes on behind a paragraph, and starts over where the number says so' \
	'list decimal start=5 label=%.|item|para|"a"|para|"between"|list decimal start=6 label=%.|item|para|"b"|para|"between"|list decimal start=1 label=%.|item|para|"c"|item|para|"d"'
body "$(item a 4)$(item b 5)"
reads 'a level of its own in an override; a label with words' 'list upper-roman start=1 label=%.|item|para|"a"|list decimal start=1 label=§ %|item|para|"b"'
body "$(item a 2)$(item b 4)"
reads 'an override that looks otherwise is a list of its own, and goes on counting' \
	'list decimal start=5 label=%.|item|para|"a"|list upper-roman start=6 label=%.|item|para|"b"'
body "$(item a 6)$(item b 6 1)$(item c 6 2)$(item d 6 1)$(item e 6 2)$(item f 6)$(item g 6 2)$(item h 6 3)"
reads 'levels above stand in a number as they are themselves, in digits with isLgl; lvlRestart; one that was left out is at its first' \
	'list upper-alpha start=1 label=%|item|para|"a"|list lower-roman start=1 label=A.%|item|para|"b"|list decimal start=1 label=A.i.%|item|para|"c"|item|para|"d"|list decimal start=2 label=A.ii.%|item|para|"e"|item|para|"f"|list decimal start=1 label=B.i.%|item|para|"g"|list decimal start=1 label=2.%|item|para|"h"'
styles "$(style LB 'List Bullet')$(style LN 'Own' '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')$(style LP 'List Paragraph')"
body "$(p a '<w:pStyle w:val="LB"/>')$(p b '<w:pStyle w:val="LN"/>')$(p c '<w:pStyle w:val="LN"/><w:numPr><w:numId w:val="0"/></w:numPr>')"
reads 'lists by a style, and numId 0 against it' 'list bullet|item|para|"a"|list decimal start=5 label=%.|item|para|"b"|para|"c"'
body "$(item a 1)$(p 'and more' '<w:pStyle w:val="LP"/>')$(item b 1)"
reads 'a paragraph that continues an item' 'list bullet|item|para|"a"|para|"and more"|item|para|"b"'
numbering "<w:abstractNum w:abstractNumId=\"0\">$(level 0 bullet •)</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">$(level 0 bullet ' ')$(
	level 1 bullet ' ')</w:abstractNum>$(num 1 0)$(num 2 1)"
body "$(item a 1)$(item more 2)$(item b 1)$(p text)$(item alone 2)"
reads 'so does one with a bullet of blanks, as pandoc has it' \
	'list bullet|item|para|"a"|para|"more"|item|para|"b"|para|"text"|para|"alone"'
new
numbering "<w:abstractNum w:abstractNumId=\"2\">$(level 0 decimal '§ %1')</w:abstractNum>$(num 2 2)"
styles "$(style H1 'heading 1' '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')"
body "$(p a '<w:pStyle w:val="H1"/>')"
reads 'a numbered heading is a heading' 'head 1|"a"'
loses 'and its number a loss' L-heading-number
new
body "$(p '• one')$(p '• two')$(p text)$(p '1. first')$(p '2. second')$(p '7. no list')$(p '- alone')"
reads 'bullets and numbers that were typed are lists, where there are two' \
	'list bullet|item|para|"one"|item|para|"two"|para|"text"|list decimal start=1 label=%.|item|para|"first"|item|para|"second"|para|"7. no list"|para|"- alone"'

# Tables
tc() # XML [PROPERTIES]
{
	printf '<w:tc>%s%s</w:tc>' "${2:+<w:tcPr>$2</w:tcPr>}" "$1"
}

row() # CELLS [PROPERTIES]
{
	printf '<w:tr>%s%s</w:tr>' "${2:+<w:trPr>$2</w:trPr>}" "$1"
}

tbl() # ROWS
{
	printf '<w:tbl><w:tblPr/><w:tblGrid/>%s</w:tbl>' "$1"
}
new
body "$(tbl "$(row "$(tc "$(p a)")$(tc "$(p b)")" '<w:tblHeader/>')$(row "$(tc "$(p c)" '<w:gridSpan w:val="2"/>')")")"
reads 'a header row and a span' 'table|row|cell header|para|"a"|cell header|para|"b"|row|cell span=2x1|para|"c"'
body "$(tbl "$(row "$(tc "$(p a)" '<w:vMerge w:val="restart"/>')$(tc "$(p b)")")$(row "$(tc '<w:p/>' '<w:vMerge/>')$(tc "$(p c)")")")"
reads 'cells merged downwards' 'table|row|cell span=1x2|para|"a"|cell|para|"b"|row|cell|para|"c"'
body "$(tbl "$(row "$(tc "$(p a)" '<w:hMerge w:val="restart"/>')$(tc '<w:p/>' '<w:hMerge/>')")$(row "$(tc "$(p b)")$(tc "$(p c)")")")"
reads 'cells merged sideways in the old way' 'table|row|cell span=2x1|para|"a"|row|cell|para|"b"|cell|para|"c"'
body "$(tbl "$(row "$(tc "$(p a)")$(tc "$(p b)")")$(row "$(tc "$(p c)")" '<w:gridBefore w:val="1"/>')")"
reads 'a row that begins further right' 'table|row|cell|para|"a"|cell|para|"b"|row|cell|cell|para|"c"'
body "$(tbl "<w:sdt><w:sdtContent>$(row "$(tc "$(p a)")$(tc "$(p b)")")</w:sdtContent></w:sdt>$(row "<w:sdt><w:sdtContent>$(tc "$(p c)")</w:sdtContent></w:sdt>$(tc "$(p d)")")")"
reads 'rows and cells in content controls' 'table|row|cell|para|"a"|cell|para|"b"|row|cell|para|"c"|cell|para|"d"'
body "$(tbl "$(row "$(tc "$(p a)")$(tc "$(p b)")")$(row "$(tc "$(tbl "$(row "$(tc "$(p c)")$(tc "$(p d)")")")$(p e)")$(tc "$(p f)")")")"
reads 'of a table in a cell the text stays' \
	'table|row|cell|para|"a"|cell|para|"b"|row|cell|para|"c"|para|"d"|para|"e"|cell|para|"f"'
loses 'and that is a loss' L-nesting
body "$(tbl "$(row "$(tc "$(p Contact '<w:pStyle w:val="Heading2"/>')$(p Jane)")$(tc "$(p Text)")")")"
reads 'a table that lays out the page goes' 'head 2|"Contact"|para|"Jane"|para|"Text"'
loses 'and that is a loss' L-layout-table
body "$(tbl "$(row "$(tc "$(p 'In a box')")")")"
reads 'as does a frame around a text' 'para|"In a box"'

# Links
new
rel k hyperlink 'https://example.com/a' External
rel m hyperlink 'mailto:desk@example.com' External
link() # ATTRIBUTES TEXT
{
	printf '<w:p><w:hyperlink %s>%s</w:hyperlink></w:p>' "$1" "$(run_of "$2")"
}
body "$(link 'r:id="k"' a)$(link 'r:id="k" w:anchor="part"' b)$(link 'w:anchor="here"' c)$(link 'r:id="m"' d)"
reads 'links by relationship' \
	'para|"a" link=https://example.com/a|para|"b" link=https://example.com/a#part|para|"c"|para|"d" link=mailto:desk@example.com'
begin='<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
separate='<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
end='<w:r><w:fldChar w:fldCharType="end"/></w:r>'
instr() # TEXT
{
	printf '<w:r><w:instrText xml:space="preserve">%s</w:instrText></w:r>' "$1"
}
body "<w:p>$begin$(instr ' HYPER')$(instr 'LINK &quot;https://example.com/&quot; ')$separate$(run_of a)$end$(run_of b)</w:p><w:p><w:fldSimple w:instr=\"HYPERLINK &quot;https://example.com/c&quot;\">$(run_of c)</w:fldSimple></w:p>"
reads 'links by fields' 'para|"a" link=https://example.com/|"b"|para|"c" link=https://example.com/c'
body "<w:p>$begin$(instr 'HYPERLINK &quot;https://example.com/&quot;')$separate$(run_of a)</w:p><w:p>$(run_of b)$end$(run_of c)</w:p>"
reads 'a field over two paragraphs' 'para|"a" link=https://example.com/|para|"b" link=https://example.com/|"c"'

# Fields
body "<w:p>$begin$(instr ' DATE ')$separate$(run_of '1 May')$end$(run_of ' ')<w:fldSimple w:instr=\"MERGEFIELD Name\">$(run_of Jane)</w:fldSimple></w:p>"
reads 'fields show what they last showed' 'para|"1 May Jane"'
body "<w:p>$(run_of a)$begin$(instr 'IF ')$begin$(instr 'MERGEFIELD x')$separate$(run_of inner)$end$(instr ' = 1')$separate$(run_of yes)$end</w:p>"
reads 'and not what was asked for it' 'para|"ayes"'
body "<w:p>$(run_of a)$begin$(instr 'XE &quot;index&quot;')$end$(run_of b)</w:p><w:p>$begin$(instr 'PAGE')$(run_of lost)</w:p>$(p c)"
reads 'a field without a result, and one that never ends' 'para|"ab"|para|"lost"|para|"c"'
done_testing
