#!/bin/sh
# No compiler has anything to say about the sources. The Makefile gives the flags.
. tests/lib.sh

TEST_CFLAGS=${TEST_CFLAGS:-"-std=c11 -D_DEFAULT_SOURCE -D_POSIX_C_SOURCE=200809L -Isrc -Wall -Wextra $(xml2-config --cflags)"}
find src filters tests bench -name '*.c' | sort >"$dir/sources"
for compiler in gcc clang; do
	if ! command -v $compiler >/dev/null; then
		skip "$compiler" 'not here'
		continue
	fi
	# shellcheck disable=SC2086 # words, on purpose
	xargs -P 2 -n 8 $compiler $TEST_CFLAGS -Werror -fsyntax-only <"$dir/sources" 2>"$dir/err"
	status=$?
	status_is "$compiler is silent" 0
done
done_testing
