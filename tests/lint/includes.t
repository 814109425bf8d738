#!/bin/sh
# Who may include whom: filters -> formats and recognise -> filter and its parts, markup -> doc -> base.
. tests/lib.sh

# only NAME ALLOWED FILE...: the files include no headers of ours but those that the expression allows
only()
{
	only_name=$1
	allowed=$2
	shift 2
	grep -HnE '^#include "' "$@" >"$dir/all"
	grep -vE "#include \"($allowed)\"" "$dir/all" >"$dir/wrong"
	if [ -s "$dir/all" ] && [ ! -s "$dir/wrong" ]; then
		pass "$only_name"
	else
		fail "$only_name" "$dir/wrong"
	fi
}

# home NAME HEADER FILES: the header is included in files that match, and nowhere else
home()
{
	grep -rlE "^#include <$2>" src filters tests --include='*.[ch]' >"$dir/users"
	grep -vE "$3" "$dir/users" >"$dir/wrong"
	if [ -s "$dir/users" ] && [ ! -s "$dir/wrong" ]; then
		pass "$1"
	else
		fail "$1" "$dir/wrong"
	fi
}

only 'base knows base' 'base/[a-z0-9_]+\.h' src/base/*.[ch]
only 'doc knows base and doc' '(base|doc)/[a-z0-9_]+\.h' src/doc/*.[ch]
only 'markup knows doc and below' '((base|doc|markup)/)?[a-z0-9_]+\.h' src/markup/*.[ch]
ok 'markup knows no filter' sh -c '! grep -nE "#include \"(filter|options|complete|io|sandbox|command|tool|output|media)\.h" src/markup/*.[ch]'
only 'the filter knows no format' '((base|doc|batch)/)?[a-z0-9_]+\.h' src/*.[ch]
only 'a batch knows containers, and no format' '((base|doc|batch|container)/)?[a-z0-9_]+\.h' src/batch/*.[ch]
for format in txt html docx nml eml tree; do
	only "$format knows no other format" "((base|doc|markup|item|$format)/)?[a-z0-9_]+\\.h" src/$format/*.[ch]
done
only 'relcheck knows the formats, what they are understood with, and base' \
	'(base|doc|markup|docx|html|recognise|relcheck)/[a-z0-9_]+\.h' src/relcheck/*.[ch]
only 'items know markup, the metadata keys and base' '((base|markup|item)/)?[a-z0-9_]+\.h|doc/meta\.h' src/item/*.[ch]
only 'recognise knows no format and no markup' '((base|doc|recognise|recognise/lang)/)?[a-z0-9_]+\.h' \
	src/recognise/*.[ch] src/recognise/lang/*.[ch]
only 'containers know base' '(base|container)/[a-z0-9_]+\.h' src/container/*.[ch]
only 'a converter is a reader, recognise and a writer' '(filter|mail|(txt|html|docx|nml|recognise)/[a-z]+)\.h' filters/*2*.c
only 'mail is put together out of formats' '(txt|html|docx|eml)/[a-z]+\.h' filters/mail.h
only 'a tool knows items, and no format' '(tool|io|(item|base)/[a-z0-9_]+|markup/xml)\.h' filters/nml[a-z]*.c
home 'libxml2 is at home in src/markup' 'libxml/.*' '^src/markup/'
home 'gumbo is at home in src/html' 'gumbo\.h' '^src/html/'
home 'iconv is at home in base/charset.c' 'iconv\.h' '^src/base/charset\.c$'
home 'libarchive is at home in one file' 'archive(_entry)?\.h' '^src/container/archive\.c$'
home 'zlib is at home in the files that pack and unpack' 'zlib\.h' '^src/(container/inflate|batch/packer|docx/docx_zip)\.c$'
home 'libzip is at home in src/docx' 'zip\.h' '^src/docx/'
ok 'and there in one file' test "$(grep -rl '^#include <zip.h>' src | wc -l)" -eq 1
# What would make a filter depend on its surroundings.
ok 'no locale and no locale-dependent functions' \
	sh -c '! grep -rnE --include="*.[ch]" "\b(setlocale|strcasecmp|strncasecmp|isalpha|isspace|isdigit|isalnum|toupper|tolower) *\(" src filters'
ok 'nothing left for later' sh -c '! grep -rnE "\b(TODO|FIXME|XXX)\b" src filters tests/unit'
done_testing
