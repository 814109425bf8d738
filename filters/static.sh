#!/bin/sh
# Makes the libraries of `make STATIC=1`: archives alone in INTO/lib, which the linker then finds first.
#
#	filters/static.sh INTO LIBRARY...
#
# Most of the archives are Debian's own. It has none of libzip, and its libxml2 brings ICU (30 MB): these two are built
# here, without what we do not use, out of Debian's source packages. The sources come by apt, from where this machine
# has its packages, with lists of our own under INTO: nothing of the system is changed, and no right to it is needed.
set -eu

if [ $# -lt 2 ]; then
	echo 'usage: static.sh INTO LIBRARY...' >&2
	exit 64
fi
mkdir -p "$1"
into=$(cd "$1" && pwd)
shift
log=$into/log
: >"$log"
trap '[ $? -eq 0 ] || { echo "static.sh: failed; the end of $log:"; tail -n 20 "$log"; } >&2' EXIT

# --- apt with lists of our own --------------------------------------------------------------

private_apt()
{
	apt-get -q -y -o Dir::Etc::sourcelist="$into/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
		-o Dir::State::lists="$into/apt/lists" -o Dir::Cache="$into/apt/cache" -o APT::Sandbox::User="$(id -un)" "$@"
}

# The same places as this machine's, as those of sources. What is not Debian's has nothing for us.
list_sources()
{
	mkdir -p "$into/apt/lists/partial" "$into/apt/cache/archives/partial"
	# shellcheck disable=SC2016 # apt's own way to ask
	apt-get indextargets --format '$(ORIGIN)|deb-src [signed-by=$(SIGNED_BY)] $(REPO_URI) $(RELEASE) $(COMPONENT)' \
		'Created-By: Packages' | sed -n 's/ \[signed-by=\$(SIGNED_BY)\]//; s/^Debian|//p' | sort -u >"$into/apt/sources.list"
	private_apt update
}

# fetch PACKAGE: unpacked into INTO/PACKAGE, with Debian's patches
fetch()
{
	mkdir -p "$into/packed"
	(cd "$into/packed" && rm -rf "$1"_* && private_apt --download-only source "$1" && dpkg-source -x "$1"_*.dsc "$into/$1")
}

# --- The libraries --------------------------------------------------------------------------

# build PACKAGE TARGET SETTING...: one static library of it, installed into INTO
build()
{
	package=$1 target=$2
	shift 2
	for setting; do
		set -- "$@" "-D$setting"
		shift
	done
	fetch "$package"
	cmake -S "$into/$package" -B "$into/$package/built" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$into" \
		-DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_POSITION_INDEPENDENT_CODE=ON -DBUILD_SHARED_LIBS=OFF "$@"
	cmake --build "$into/$package/built" --parallel "$(nproc)" --target "$target"
}

# What is left of libxml2 is its parser; xml.c needs neither its other doors nor its character sets.
# shellcheck disable=SC2046 # words, on purpose
build_all()
{
	build libxml2 LibXml2 $(printf 'LIBXML2_WITH_%s=OFF ' C14N DEBUG DOCB FTP HTML HTTP ICONV ICU ISO8859X LEGACY LZMA MEM_DEBUG \
		MODULES PATTERN PROGRAMS PYTHON READER REGEXPS RUN_DEBUG SCHEMAS SCHEMATRON TESTS WRITER XINCLUDE XPATH XPTR ZLIB)
	cp "$into"/libxml2/built/libxml2.a "$into/lib"
	mkdir -p "$into/include"
	cp -R "$into"/libxml2/include/libxml "$into/include"
	cp "$into"/libxml2/built/libxml/xmlversion.h "$into/include/libxml"
	build libzip zip $(printf 'ENABLE_%s=OFF ' BZIP2 COMMONCRYPTO GNUTLS LZMA MBEDTLS OPENSSL ZSTD)
	cp "$into"/libzip/built/lib/libzip.a "$into/lib"
}

system_archive()
{
	# shellcheck disable=SC2086 # CC may be two words
	archive=$(${CC:-cc} -print-file-name="lib$1.a")
	[ -e "$archive" ] || { echo "static.sh: there is no lib$1.a here" >&2; exit 1; }
	ln -sf "$archive" "$into/lib"
}

mkdir -p "$into/lib"
{
	list_sources
	build_all
} >>"$log" 2>&1
for library; do
	[ -e "$into/lib/lib$library.a" ] || system_archive "$library"
done
