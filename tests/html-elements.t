#!/bin/sh
# What single elements become, as editors, systems and word processors write them.
. tests/lib.sh

# reads NAME PATTERN HTML: the tree of a page with that body has such a line
reads()
{
	printf '<!DOCTYPE html><title>t</title><h1>Title</h1>%s' "$3" >"$dir/in.html"
	"$TREE/html2tree" "$dir/in.html" >"$dir/tree" 2>"$dir/err"
	has "$1" "$dir/tree" "$2"
}

# says NAME PATTERN HTML: reading it says so
says()
{
	printf '<!DOCTYPE html><title>t</title><h1>Title</h1>%s' "$3" >"$dir/in.html"
	run "$BIN/html2txt" -v "$dir/in.html"
	has "$1" "$dir/err" "$2"
}

gif=R0lGODlhAQABAIAAAAAAAP%2F%2F%2FyH5BAEAAAAALAAAAAABAAEAAAIBRAA7
reads 'a data: address with percent escapes' 'image "dot".*image/gif' "<p>x <img alt=dot src='data:image/gif;base64,$gif'>"
reads 'a data: address without base64' 'image "dot".*image/gif' \
	"<p>x <img alt=dot src='data:image/gif,GIF89a%01%00%01%00%80%00%00%00%00%00%FF%FF%FF%21%F9%04%01%00%00%00%00%2C%00%00%00%00%01%00%01%00%00%02%01D%00%3B'>"
reads 'a lazy image' 'url=https://e.com/a.jpg' '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" data-src="https://e.com/a.jpg" alt=x>'
reads 'the largest of a srcset by width' 'url=https://e.com/l.jpg' '<img srcset="https://e.com/s.jpg 300w, https://e.com/l.jpg 1200w, https://e.com/m.jpg 600w" alt=x>'
reads 'and by density' 'url=https://e.com/2.jpg' '<img srcset="https://e.com/1.jpg, https://e.com/2.jpg 1.5x" alt=x>'
reads 'the largest that <picture> offers' 'url=https://e.com/b.webp' '<picture><source srcset="https://e.com/a.webp 1x, https://e.com/b.webp 2x"><img alt=x></picture>'
reads 'an image in <noscript>' 'url=https://e.com/n.jpg' '<img alt=x><noscript><img src="https://e.com/n.jpg"></noscript>'

says 'a reference to a note that is missing is a loss of content' 'loss of content: a reference to a note that is not there \[L-note\]' \
	'<p>x<sup><a href="#fn9" role="doc-noteref">9</a></sup>'
says 'a list that counts down' 'counts down \[L-list\]' '<ol reversed><li>x</ol>'
says 'an item with its own number' 'number of its own \[L-list\]' '<ol><li>x<li value=7>y</ol>'
reads 'the first one is the list'"'"'s start' 'list decimal start=5' '<ol><li value=5>x<li>y</ol>'
reads 'Google Docs has the format on the items' 'list lower-alpha' '<ol><li style="list-style-type:lower-alpha"><p>x</p></li></ol>'
reads 'and nests lists in lists' '^      item' '<ol><li><p>x</p></li><ol><li><p>y</p></li></ol></ol>'
reads 'its outer <b> is not bold' '^  "x"$' '<b style="font-weight:normal" id="docs-internal-guid-1"><p>x</p></b>'
reads 'its bold is a span'"'"'s' '"x" style=b' '<p>y <span style="font-weight:700">x</span>'
reads 'a list below another one' '^    list bullet' '<ul class="lst-kix_a1-0 start"><li>x</li></ul><ul class="lst-kix_a1-1"><li>y</li></ul><ul class="lst-kix_a1-0"><li>z</li></ul>'
is 'and what follows goes on with the first' "$(grep -c '^list' "$dir/tree")" 1
reads 'another list is one' '^  "w"' '<ul class="lst-kix_a1-0"><li>x</li></ul><ul class="lst-kix_b2-1"><li>y</li></ul><p>w</p>'
is 'by itself' "$(grep -c '^list' "$dir/tree")" 2
reads 'a link leads where it should' 'https://e.com/a\?b=1&c' '<p><a href="https://www.google.com/url?q=https://e.com/a?b%3D1%26c&amp;sa=D&amp;source=editors&amp;ust=1">x</a>'
docs='<p>Text.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;A note.</span></p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this true?</span></p></div>'
reads 'a note is one' '^ *"A note."' "$docs"
is 'its sign and the comment are not there, nor a rule' "$(grep -c -e '\[' -e rule -e true "$dir/tree")" 0
says 'a comment is lost' 'a comment \[L-comment\]' "$docs"
reads 'a box that does not begin with the sign is text' '"Text."' '<div><p>Text.</p><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>x</p></div>'
reads 'details are text' '"inside"' '<details><summary>More</summary><p>inside</p></details>'
reads 'groups within <dl>' '"term"' '<dl><div><dt>term<dd>definition</div></dl>'

for hidden in 'hidden' 'style="display: none"' 'style="visibility:hidden"' 'aria-hidden=true' "style='mso-hide:all'"; do
	printf '<h1>Title</h1><p>shown<p %s>secret' "$hidden" >"$dir/in.html"
	"$BIN/html2txt" "$dir/in.html" >"$dir/text"
	ok "left out: $hidden" sh -c "grep -q shown '$dir/text' && ! grep -q secret '$dir/text'"
done

word="<p style='mso-list:l0 level%s lfo1'><![if !supportLists]><span style='mso-list:Ignore'>%s<span>&nbsp; </span></span><![endif]>%s<o:p></o:p></p>"
# shellcheck disable=SC2059 # the formats are ours
reads 'Word: a level is left out' '^      item' "$(printf "$word$word" 1 '·' one 3 '1)' two)"
# shellcheck disable=SC2059
reads 'Word: a marker with a bracket' 'list lower-alpha start=2 label=%\)' "$(printf "$word" 1 'b)' one)"
reads 'Word: an empty paragraph is none' '^  "y"' '<p>x<o:p></o:p></p><p><o:p>&nbsp;</o:p></p><p>y</p>'
is 'and leaves none' "$(grep -cx para "$dir/tree")" 2

# What a page shows only sometimes is counted.
printf '<!DOCTYPE html><h1>T</h1><p>The <abbr title="World Health Organization">WHO</abbr> <img src="https://example.com/x.png" alt=A title=A></p><noscript><p>No scripts?</p></noscript>' >"$dir/in.html"
run "$BIN/html2nml" -v --now 2026-01-01T00:00:00Z "$dir/in.html"
has 'titles of elements, but not a second time' "$dir/err" 'texts that a page shows only where the pointer is: 1 \[L-title\]'
has 'what is for those without scripts' "$dir/err" 'hidden text \[L-hidden\]'

# A link that holds a picture alone has a name, by which it can be called.
printf '<!DOCTYPE html><html lang=en><h1>T</h1><p><a href="https://example.com/a"><img src="https://example.com/x.png" alt=""></a><a href="https://example.com/b"><img src="https://example.com/x.png" title="Our shop"></a></p>' >"$dir/in.html"
run "$BIN/html2nml" -q --now 2026-01-01T00:00:00Z "$dir/in.html"
cp "$dir/out" "$dir/in.xml"
run "$BIN/nml2html" -q "$dir/in.xml"
has 'its address' "$dir/out" '<a href="https://example\.com/a" title="https://example\.com/a"><img src="https://example\.com/x\.png" alt=""'
has 'the title of the picture' "$dir/out" '<a href="https://example\.com/b"><img src="https://example\.com/x\.png" alt="Our shop"'
done_testing
