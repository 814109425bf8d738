#!/bin/sh
# Formulas of Word as MathML: in pages, in items, and on the way through both.
# shellcheck disable=SC2154 # $office comes from tests/docx.sh
. tests/lib.sh
. tests/docx.sh

t() # TEXT
{
	printf '<m:r><m:t>%s</m:t></m:r>' "$1"
}

# formula NAME OMML MATHML: what the page has in <math>, which is the same by way of an item
formula()
{
	body "<w:p><w:r><w:t>So </w:t></w:r><m:oMath>$2</m:oMath></w:p>"
	pack "$dir/file.docx"
	"$BIN/docx2html" --fragment "$dir/file.docx" >"$dir/out.html" 2>"$dir/err"
	is "$1" "$(sed -n 's|.*<math alttext="[^"]*">\(.*\)</math>.*|\1|p' "$dir/out.html")" "$3"
	"$BIN/docx2nml" "$dir/file.docx" 2>>"$dir/err" | "$BIN/nml2html" --fragment >"$dir/again.html" 2>>"$dir/err"
	same "$1, through an item" "$dir/out.html" "$dir/again.html"
}

new
formula 'a fraction' "<m:f><m:num>$(t a+b)</m:num><m:den>$(t 12.5)</m:den></m:f>" \
	'<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>12.5</mn></mfrac>'
formula 'a binomial' "<m:f><m:fPr><m:type m:val=\"noBar\"/></m:fPr><m:num>$(t n)</m:num><m:den>$(t k)</m:den></m:f>" \
	'<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>'
formula 'powers and indices' "<m:sSup><m:e>$(t x)</m:e><m:sup>$(t 2)</m:sup></m:sSup><m:sSub><m:e>$(t x)</m:e><m:sub>$(t i)</m:sub></m:sSub>" \
	'<msup><mi>x</mi><mn>2</mn></msup><msub><mi>x</mi><mi>i</mi></msub>'
formula 'both, behind and in front' "<m:sSubSup><m:e>$(t x)</m:e><m:sub>$(t i)</m:sub><m:sup>$(t 2)</m:sup></m:sSubSup><m:sPre><m:sub>$(t 6)</m:sub><m:sup>$(t 12)</m:sup><m:e>$(t C)</m:e></m:sPre>" \
	'<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup><mmultiscripts><mi>C</mi><mprescripts></mprescripts><mn>6</mn><mn>12</mn></mmultiscripts>'
formula 'roots' "<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>$(t x)</m:e></m:rad><m:rad><m:deg>$(t 3)</m:deg><m:e>$(t x)</m:e></m:rad>" \
	'<msqrt><mi>x</mi></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>'
formula 'a sum' "<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>$(t i=1)</m:sub><m:sup>$(t n)</m:sup><m:e>$(t i)</m:e></m:nary>" \
	'<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi></mrow>'
formula 'integrals' "<m:nary><m:sub>$(t 0)</m:sub><m:sup>$(t 1)</m:sup><m:e>$(t x)</m:e></m:nary><m:nary><m:naryPr><m:limLoc m:val=\"undOvr\"/><m:supHide m:val=\"1\"/></m:naryPr><m:sub>$(t D)</m:sub><m:sup/><m:e>$(t f)</m:e></m:nary>" \
	'<mrow><msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>x</mi></mrow><mrow><munder><mo>∫</mo><mi>D</mi></munder><mi>f</mi></mrow>'
formula 'brackets' "<m:d><m:e>$(t a)</m:e></m:d><m:d><m:dPr><m:begChr m:val=\"[\"/><m:sepChr m:val=\";\"/><m:endChr m:val=\"\"/></m:dPr><m:e>$(t a)</m:e><m:e>$(t b)</m:e></m:d>" \
	'<mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow><mrow><mo>[</mo><mi>a</mi><mo>;</mo><mi>b</mi></mrow>'
formula 'a matrix' "<m:m><m:mr><m:e>$(t 1)</m:e><m:e>$(t -x)</m:e></m:mr><m:mr><m:e/><m:e>$(t 1)</m:e></m:mr></m:m>" \
	'<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mo>-</mo><mi>x</mi></mtd></mtr><mtr><mtd></mtd><mtd><mn>1</mn></mtd></mtr></mtable>'
formula 'equations below each other' "<m:eqArr><m:e>$(t a)</m:e><m:e>$(t b)</m:e></m:eqArr>" \
	'<mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>'
formula 'a function, in upright letters' "<m:func><m:fName><m:r><m:rPr><m:sty m:val=\"p\"/></m:rPr><m:t>sin</m:t></m:r></m:fName><m:e>$(t x)</m:e></m:func><m:r><m:rPr><m:sty m:val=\"p\"/></m:rPr><m:t>d</m:t></m:r>" \
	'<mrow><mi>sin</mi><mo>⁡</mo><mi>x</mi></mrow><mi mathvariant="normal">d</mi>'
formula 'limits' "<m:limLow><m:e>$(t x)</m:e><m:lim>$(t 0)</m:lim></m:limLow><m:limUpp><m:e>$(t x)</m:e><m:lim>$(t n)</m:lim></m:limUpp>" \
	'<munder><mi>x</mi><mn>0</mn></munder><mover><mi>x</mi><mi>n</mi></mover>'
formula 'accents, bars, braces' "<m:acc><m:accPr><m:chr m:val=\"⃗\"/></m:accPr><m:e>$(t v)</m:e></m:acc><m:bar><m:barPr><m:pos m:val=\"top\"/></m:barPr><m:e>$(t x)</m:e></m:bar><m:groupChr><m:e>$(t y)</m:e></m:groupChr>" \
	'<mover accent="true"><mi>v</mi><mo>→</mo></mover><mover><mi>x</mi><mo>¯</mo></mover><munder><mi>y</mi><mo>⏟</mo></munder>'
formula 'what is not there is an empty row' "<m:f><m:den>$(t '&lt;')</m:den></m:f>" '<mfrac><mrow></mrow><mo>&lt;</mo></mfrac>'
formula 'words' "<m:f><m:num><m:r><m:rPr><m:nor/></m:rPr><m:t>net force</m:t></m:r></m:num><m:den>$(t m)</m:den></m:f>" \
	'<mfrac><mtext>net force</mtext><mi>m</mi></mfrac>'

body "<w:p><m:oMath><m:r><m:rPr><m:nor/></m:rPr><m:t>just words</m:t></m:r></m:oMath><m:f><m:num>$(t 1)</m:num><m:den><m:oMath>$(t x)</m:oMath></m:den></m:f></w:p>"
reads 'a formula of words is text, and parts outside of any are nothing' 'para|math "just words"|math "x" formula=<mi>x</mi>'
body "<w:p><m:f><m:num><m:oMath/></m:num></m:f><m:oMath>$(t y)</m:oMath></w:p>"
reads 'and an empty formula is nothing' 'para|math "y" formula=<mi>y</mi>'
body "<w:p><m:oMath>$(awk 'BEGIN { for (i = 0; i < 40; i++) printf "<m:sSup><m:e>" }')$(t x)$(awk 'BEGIN { for (i = 0; i < 40; i++) printf "</m:e><m:sup/></m:sSup>" }')</m:oMath></w:p>"
reads 'one that is nested too deep is text alone' 'para|math "x"'
loses 'which is a loss' L-math

# --- In pages of others

# page NAME HTML TREE
page()
{
	printf '<!DOCTYPE html><html><body><p>%s</p></body></html>' "$2" >"$dir/page.html"
	is "$1" "$("$TREE/html2tree" -v "$dir/page.html" 2>"$dir/err" | sed -n 's/^ *\(math .*\)/\1/p')" "$3"
}
page 'a formula keeps its elements and nothing else' \
	'<math display="block" onclick="x()"><mstyle color="red"><msup href="javascript:x()"><mi mathvariant="bold">x</mi><mn> 2 </mn></msup></mstyle></math>' \
	'math "x 2" formula=<msup><mi>x</mi><mn>2</mn></msup>'
page 'the text that the author gave, and not the source beside it' \
	'<math alttext="x squared"><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding="application/x-tex">x^2</annotation></semantics></math>' \
	'math "x squared" formula=<msup><mi>x</mi><mn>2</mn></msup>'
page 'elements of the page in a formula are its text' '<math><mtext><b>a</b><img src=x></mtext><mo>&lt;</mo>b</math>' \
	'math "a<b" formula=<mtext>a</mtext><mo>&lt;</mo><mtext>b</mtext>'
page 'text is a formula without form' '<math><mtext>a+b</mtext></math>' 'math "a+b"'
page 'so is one that is nested too deep' "<math>$(awk 'BEGIN { for (i = 0; i < 80; i++) printf "<mrow>" }')<mi>x</mi></math>" 'math "x"'
has 'which is a loss' "$dir/err" '\[L-math\]$'

# --- To a DOCX, which has a formula as a line of text

# written HTML: that formula to a DOCX and back, without its text
written()
{
	printf '<!DOCTYPE html><html><body><p>%s</p></body></html>' "$1" >"$dir/page.html"
	"$BIN/html2docx" -v -o "$dir/page.docx" "$dir/page.html" 2>"$dir/err"
	"$TREE/docx2tree" "$dir/page.docx" 2>/dev/null | sed -n 's/^ *math //p'
}
is 'what a line says comes back' "$(written '<math><mi>E</mi><mo>=</mo><mn>1.5</mn></math>')" \
	'"E=1.5" formula=<mi>E</mi><mo>=</mo><mn>1.5</mn>'
lacks 'and nothing is lost' "$dir/err" 'L-math'
is 'of a fraction only the text does' "$(written '<math alttext="E/2"><mfrac><mi>E</mi><mn>2</mn></mfrac></math>')" \
	'"E/2" formula=<mi>E</mi><mo>/</mo><mn>2</mn>'
has 'which is a loss' "$dir/err" 'loss of presentation: the form of a formula \[L-math\]$'
done_testing
