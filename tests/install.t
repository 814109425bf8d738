#!/bin/sh
# make install puts programs and pages where they belong, and make uninstall takes all of them away.
. tests/lib.sh

into=$dir/into
run make -s BUILD="$BUILD" DESTDIR="$into" PREFIX=/opt/wirecopy install
status_is 'make install' 0
programs=$(ls filters/*.c | wc -l)
is 'the programs' "$(ls "$into/opt/wirecopy/bin" | wc -l)" "$programs"
is 'a page for each' "$(ls "$into/opt/wirecopy/share/man/man1" | wc -l)" "$programs"
is 'and those that they share' "$(cd "$into/opt/wirecopy/share/man" && echo man5/* man7/*)" \
	"$(cd filters && for page in *.5 *.7; do echo "man${page##*.}/$page"; done | sort | tr '\n' ' ' | sed 's/ $//')"
is 'what receivers take' "$(ls "$into/opt/wirecopy/share/wirecopy/profiles")" "$(ls profiles)"
is 'bash completes each' "$(grep -l '^complete ' "$into"/opt/wirecopy/share/bash-completion/completions/[!_]* | wc -l)" "$programs"
run "$into/opt/wirecopy/bin/txt2html" --version
status_is 'an installed program runs' 0
echo 'a newsroom of ours' >"$into/opt/wirecopy/share/wirecopy/profiles/ours"
run make -s BUILD="$BUILD" DESTDIR="$into" PREFIX=/opt/wirecopy uninstall
status_is 'make uninstall' 0
is 'nothing is left but what others have put there' "$(cd "$into" && find . -type f)" \
	./opt/wirecopy/share/wirecopy/profiles/ours

# Beside programs of other people by the same names.
run make -s BUILD="$BUILD" DESTDIR="$into" PREFIX=/usr PROGRAM_PREFIX=wirecopy- install
status_is 'make install with a prefix for names' 0
is 'no name is without it' "$(cd "$into/usr" && find bin share/man/man1 share/bash-completion ! -type d ! -name 'wirecopy-*' ! -name _wirecopy)" ''
ok 'and the completions know them so' grep -q '^complete .* wirecopy-docx2txt ' "$into/usr/share/bash-completion/completions/wirecopy-docx2txt"
run make -s BUILD="$BUILD" DESTDIR="$into" PREFIX=/usr PROGRAM_PREFIX=wirecopy- uninstall
is 'and all of it goes' "$(find "$into/usr" ! -type d)" ''
run make -s BUILD="$BUILD" -q
status_is 'make has nothing to do after make' 0
done_testing
