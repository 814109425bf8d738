#!/bin/sh
# One call after the other fails (tests/fault): a program ends well with the right bytes, or with a status and a
# message and without any output. Here a sample of the calls; "make soak" takes every one of them.
. tests/lib.sh

if ! has_sandbox || [ ! -e "$BUILD/test/fault/fault.so" ]; then
	skip 'failing calls' 'a sanitizer has the allocator, or this is no Linux'
	done_testing
fi
step=${FAULT_STEP:-149}

cat >"$dir/a.txt" <<'END'
Two hundred new jobs in Brno

BRNO, 15 March 2026 – The company will hire two hundred people, its “director” said. Příliš žluťoučký kůň.

Where they will work
- in the plant
- in the office

| Place | Jobs |
|-------|------|
| Brno  | 200  |

Contact: Jana Nováková, tel. +420 123 456 789, jana@example.com
END
for to in html docx nml eml; do
	"$BIN/txt2$to" -o "$dir/a.$(suffix $to)" "$dir/a.txt"
done
mkdir "$dir/to"

here=$(cd "$BUILD/test/fault" && pwd)

# sweep FAULT STEP FILE PROGRAM...: see sweep.c
sweep()
{
	name="$1: ${4##*/}"
	[ "$3" = - ] || name="$name -o"
	if "$here/sweep" "$here/fault.so" "$@" >"$dir/out" 2>"$dir/err"; then
		pass "$name: $(tail -n 1 "$dir/out")"
	else
		fail "$name" "$dir/out" "$dir/err"
	fi
}

# everywhere PROGRAM ARGUMENT...: each kind of failure; the code for it is that of all programs
everywhere()
{
	for error in EIO EINTR EAGAIN short short+; do
		sweep read:$error 1 - "$@"
	done
	for error in ENOSPC EPIPE EIO EINTR EAGAIN short short+; do
		sweep write:$error 1 - "$@"
		sweep write:$error 1 "$dir/to/out" "$@" -o "$dir/to/out"
	done
	sweep close:EIO 1 - "$@"
	for fault in close:EIO fsync:EIO rename:EDQUOT read:EIO read:EINTR alloc:ENOMEM alloc:ENOMEM+; do
		sweep $fault 1 "$dir/to/out" "$@" -o "$dir/to/out"
	done
}

everywhere "$BIN/txt2html" "$dir/a.txt"
everywhere "$BIN/nmlcheck" "$dir/a.xml"
for from in txt html docx nml eml; do
	for to in txt html docx nml eml; do
		[ $from = $to ] && continue
		sweep alloc:ENOMEM "$step" - "$BIN/${from}2$to" "$dir/a.$(suffix $from)"
		sweep alloc:ENOMEM+ "$step" - "$BIN/${from}2$to" "$dir/a.$(suffix $from)"
	done
done
for tool in nmlcheck nmlgate nmlpack 'nmlmeta --set urgency=3' 'nmlrevise --kill --now 2026-03-15T08:00Z' 'nmlunpack --list'; do
	# shellcheck disable=SC2086 # a program and its options
	set -- $tool
	program=$BIN/$1
	shift
	sweep alloc:ENOMEM "$step" - "$program" "$@" "$dir/a.xml"
	sweep alloc:ENOMEM+ "$step" - "$program" "$@" "$dir/a.xml"
done
done_testing
