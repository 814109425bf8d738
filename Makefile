# wirecopy: filters between plain text, HTML, DOCX and NewsML-G2 for press releases.
#
# make            the programs, into build/bin
# make demo       the packages they need, the programs, the samples all ways round
# make check      the packages, the programs, the tests
# make accept     the heavy half of the tests: other programs judge what ours write
# make asan       the tests again under AddressSanitizer and UBSan
# make lint       warnings, include directions, manual pages, shell scripts
# make bench      timings against other programs
# make bless      rewrite the goldens of the tests; read the difference before you commit it
# make install    PREFIX=/usr/local DESTDIR=

PREFIX = /usr/local
BUILD = build
CC = cc
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
HARDENING = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
ALL_CFLAGS = -std=c11 -D_DEFAULT_SOURCE -D_POSIX_C_SOURCE=200809L -Isrc $(WARNINGS) $(HARDENING) $(CFLAGS) $(DEFINES)
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(LDFLAGS)

# A format is a folder in src and a word here. FORMATS may stand on both sides of a converter.
FORMATS = txt html docx nml
WRITERS = $(FORMATS) tree
CONVERTERS = $(foreach from,$(FORMATS),$(foreach to,$(filter-out $(from),$(FORMATS)),$(from)2$(to)))
TREES = $(foreach from,$(FORMATS),$(from)2tree)

# The libraries that a format needs, beyond those of base.
LIBS_base = -lunistring -lmd
LIBS_markup_xml = -lxml2
LIBS_html = -lgumbo -ljson-c
LIBS_docx = -lzip $(LIBS_markup_xml)
LIBS_nml = $(LIBS_markup_xml)

XML_CFLAGS = $(shell xml2-config --cflags 2>/dev/null || pkg-config --cflags libxml-2.0 2>/dev/null)

DEPS_BUILD = gcc make pkg-config libxml2-dev libzip-dev libgumbo-dev libuchardet-dev libunistring-dev libjson-c-dev libmd-dev

CORE = base doc markup
SRC_core = $(wildcard src/base/*.c src/doc/*.c src/markup/*.c src/*.c)
SRC_formats = $(foreach f,$(WRITERS),$(wildcard src/$(f)/*.c))
SRC_recognise = $(wildcard src/recognise/*.c src/recognise/lang/*.c)
SRC = $(SRC_core) $(SRC_formats) $(SRC_recognise)
OBJ = $(SRC:%.c=$(BUILD)/%.o)

all: $(CONVERTERS:%=$(BUILD)/bin/%)

# An archive for each folder: a program links from it only what it uses.
$(BUILD)/core.a: $(SRC_core:%.c=$(BUILD)/%.o)
$(BUILD)/recognise.a: $(SRC_recognise:%.c=$(BUILD)/%.o)
define FORMAT_ARCHIVE
$(BUILD)/$(1).a: $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/$(1)/*.c))
endef
$(foreach f,$(WRITERS),$(eval $(call FORMAT_ARCHIVE,$(f))))
$(BUILD)/%.a:
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(XML_CFLAGS) -MMD -MP -c $< -o $@

# X2Y links the archives of X and Y and what their libraries are.
define CONVERTER
$(BUILD)/$(3)/$(1)2$(2): $(BUILD)/$(4)/$(1)2$(2).o $(BUILD)/$(1).a $(BUILD)/$(2).a $(BUILD)/recognise.a $(BUILD)/core.a
	@mkdir -p $$(@D)
	$$(CC) $$(ALL_LDFLAGS) -o $$@ $$^ $$(sort $$(LIBS_$(1)) $$(LIBS_$(2)) $$(LIBS_base))
endef
$(foreach from,$(FORMATS),$(foreach to,$(filter-out $(from),$(FORMATS)),$(eval $(call CONVERTER,$(from),$(to),bin,filters))))
$(foreach from,$(FORMATS),$(eval $(call CONVERTER,$(from),tree,test,tests/tree)))

trees: $(TREES:%=$(BUILD)/test/%)

clean:
	rm -rf $(BUILD)

-include $(OBJ:.o=.d)
.PHONY: all deps demo check accept asan lint bless bench install uninstall clean trees
.DELETE_ON_ERROR:
