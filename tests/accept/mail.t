#!/bin/sh
# Every sample as mail, in other hands: Python's email library finds nothing wrong with it, and two mail programs of the
# terminal, mblaze and NeoMutt, show its headline as the subject, its text and its page.
. tests/lib.sh

# What NeoMutt shows of a message that it was asked to open: it needs a terminal, which script gives it.
shown_by_neomutt()
{
	printf 'From sender Fri Mar 15 08:00:00 2019\n' | cat - "$1" >"$dir/mbox"
	rm -f "$dir/shown"
	cat >"$dir/neomuttrc" <<-END_RC
		set charset=utf-8 pipe_decode=yes wait_key=no folder="$dir" mbox_type=mbox header_cache= confirmappend=no
		alternative_order text/plain
		push "<pipe-message>cat >$dir/shown<enter><exit>"
	END_RC
	TERM=xterm HOME=$dir LC_ALL=C.UTF-8 timeout 30 script -qec "neomutt -n -F '$dir/neomuttrc' -R -f '$dir/mbox'" /dev/null >"$dir/screen" 2>&1
}

# A text on one line, with blanks of one kind, since each program breaks lines where it likes
flat()
{
	sed 's/\xc2\xa0\|&#160;/ /g' | tr -s ' \t\r\n' ' '
}

for sample in samples/??-*.*; do
	name=${sample##*/}
	from=$(format_of "$sample")
	if [ "$from" = nml ]; then cp "$sample" "$dir/item"; else "$BIN/${from}2nml" -q -o "$dir/item" "$sample"; fi
	"$BIN/nml2eml" -q -o "$dir/mail" "$dir/item"
	headline=$(sed -n 's/.*<headline[^>]*>\([^<]*\)<.*/\1/p' "$dir/item" | sed '1q' | flat | sed 's/&amp;/\&/g; s/ $//')
	run /usr/bin/python3 - "$dir/mail" "$headline" <<'END_PYTHON'
import email, email.policy, sys
message = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
for part in message.walk():
    assert not part.defects, part.defects
    for name, value in part.items():
        assert not value.defects, (name, value.defects)
    if not part.is_multipart():
        part.get_content()
assert ' '.join(message['subject'].split()) == sys.argv[2], message['subject']
assert message['date'].datetime and message['message-id'] and message['from'].addresses
text = message.get_body(['plain']).get_content()
assert sys.argv[2] in ' '.join(text.split()), text[:200]
assert '<html' in message.get_body(['html']).get_content()
END_PYTHON
	status_is "$name: Python's email library" 0

	LC_ALL=C.UTF-8 mshow "$dir/mail" >"$dir/shown" 2>&1
	flat <"$dir/shown" >"$dir/flat"
	ok "$name: its subject in mblaze" grep -qF "Subject: $headline" "$dir/flat"
	sed '1,/text\/plain/d' "$dir/shown" | flat >"$dir/flat"
	ok "$name: its text in mblaze" grep -qF "$headline" "$dir/flat"
	LC_ALL=C.UTF-8 mshow -t "$dir/mail" >"$dir/parts" 2>&1
	has "$name: its page in mblaze" "$dir/parts" 'text/html'

	shown_by_neomutt "$dir/mail"
	flat <"$dir/shown" >"$dir/flat"
	ok "$name: its subject in NeoMutt" grep -qF "Subject: $headline" "$dir/flat"
	lead=$(sed -n 's/.*<p class="lead">//p' "$dir/item" | sed 's/<[^>]*>//g; 1q' | flat | cut -c 1-60 | sed 's/ [^ ]*$//')
	ok "$name: its lead in NeoMutt" grep -qF "$lead" "$dir/flat"
done
done_testing
