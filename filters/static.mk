# make STATIC=1: all libraries but libc in the programs themselves. A part of ../Makefile.
#
# libc stays outside, since its iconv loads each character set when it is asked for: linked in, it would need the very
# libc of this machine there. So a program runs wherever that libc or a later one is.
#
# The linker looks into libraries/lib first, where there are archives alone (static.sh).

# What an archive needs, a shared library knows itself.
LIBS_container += -lnettle -lzstd -llzma -lbz2
LIBS_markup_xml += -lm
LIBRARIES += -lnettle -lzstd -llzma -lbz2 -lm

ALL_LDFLAGS += -L$(BUILD)/libraries/lib
XML_CFLAGS = -I$(BUILD)/libraries/include

# Some archives come with packages of their own, and two are made of Debian's source packages.
DEPS_BUILD += cmake/cmake dpkg-dev/dpkg-source nettle-dev libzstd-dev liblzma-dev libbz2-dev

$(BUILD)/libraries/made: filters/static.sh
	$< $(@D) $(patsubst -l%,%,$(filter-out -lm,$(LIBRARIES)))
	@touch $@
