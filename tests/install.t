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
	'man5/wirecopy-text.5 man7/wirecopy-distribution.7 man7/wirecopy.7'
is 'what receivers take' "$(ls "$into/opt/wirecopy/share/wirecopy/profiles")" "$(ls profiles)"
run "$into/opt/wirecopy/bin/txt2html" --version
status_is 'an installed program runs' 0
echo 'a newsroom of ours' >"$into/opt/wirecopy/share/wirecopy/profiles/ours"
run make -s BUILD="$BUILD" DESTDIR="$into" PREFIX=/opt/wirecopy uninstall
status_is 'make uninstall' 0
is 'nothing is left but what others have put there' "$(cd "$into" && find . -type f)" \
	./opt/wirecopy/share/wirecopy/profiles/ours
run make -s BUILD="$BUILD" -q
status_is 'make has nothing to do after make' 0
done_testing
