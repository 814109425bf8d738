# wirecopy: filters between plain text, HTML, DOCX and NewsML-G2 for press releases.
#
# make            the programs, into build/bin
# make demo       the packages they need, the programs, the samples all ways round
# make check      the packages, the programs, the tests; "make test T=tests/options.t" runs one
# make accept     the heavy half of the tests: other programs judge what ours write
# make asan       the tests again under AddressSanitizer and UBSan
# make fuzz       each reader, the tools on items and all ways round, under a fuzzer for FUZZ_SECONDS each
# make soak       hours of that, every call of every program failing, growth to 100 MB, 100 kills of a batch
# make bench      how fast the programs are, beside others and beside their bars; make bench-batch: wirebatch;
#                 make bench-gate BASE=v0.1.0: whether any takes more instructions than then
# make score      how well real releases are understood, also without the table of their language
# make lint       warnings, include directions, manual pages, shell scripts
# make bless      rewrite the goldens of the tests; read the difference before you commit it
# make manual     the manual's pages as HTML
# make install    PREFIX=/usr/local DESTDIR= PROGRAM_PREFIX=; uninstall, dist, distcheck: see filters/install.mk
# make STATIC=1   programs that need no library but libc, into build/static/bin; with any of the above

PREFIX = /usr/local
DESTDIR =
STATIC =
BUILD = build$(STATIC:%=/static)
CC = cc
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
HARDENING = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
ALL_CFLAGS = -std=c11 -D_DEFAULT_SOURCE -D_POSIX_C_SOURCE=200809L -Isrc $(WARNINGS) $(HARDENING) $(CFLAGS) $(DEFINES)
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(LDFLAGS)

# A format is a folder in src and a word here. FORMATS may stand on both sides of a converter.
FORMATS = txt html docx nml eml
WRITERS = $(FORMATS) tree
CONVERTERS = $(foreach from,$(FORMATS),$(foreach to,$(filter-out $(from),$(FORMATS)),$(from)2$(to)))
TREES = $(foreach from,$(FORMATS),$(from)2tree)
# The programs that work on items as they are, out of src/item.
TOOLS = nmlcheck nmlgate nmlpack nmlunpack nmlmeta nmlrevise
PROGRAMS = $(CONVERTERS) $(TOOLS) relcheck wirebatch

# The formats that one holds, whose readers and writers its programs give it.
HOLDS_eml = html txt docx

# The libraries that a format needs, beyond those of base.
LIBS_base = -ljansson -lunistring -lmd
LIBS_markup_xml = -lxml2
LIBS_html = -lgumbo
LIBS_docx = -lzip -lz $(LIBS_markup_xml)
LIBS_nml = $(LIBS_markup_xml)
LIBS_eml = $(foreach f,$(HOLDS_eml),$(LIBS_$(f)))
LIBS_item = $(LIBS_markup_xml)
LIBS_container = -larchive -lz

# Each library before those that it needs, as archives must stand.
LIBRARIES = -larchive -lzip -lxml2 -lgumbo -ljansson -lunistring -lmd -lz
# libs PART...: what these need
libs = $(filter $(foreach part,$(1),$(LIBS_$(part))),$(LIBRARIES))
LIBS = $(call libs,base $(FORMATS) item)

# Asked once, and only when something is compiled: by then the packages are there.
XML_CFLAGS = $(eval XML_CFLAGS := $(shell xml2-config --cflags 2>/dev/null || pkg-config --cflags libxml-2.0))$(XML_CFLAGS)

# Packages by their names in Debian.
DEPS_BUILD = gcc/cc libc6-dev make/make pkg-config/pkg-config \
	libxml2-dev libzip-dev libgumbo-dev libunistring-dev libjansson-dev libmd-dev \
	libarchive-dev zlib1g-dev
DEPS_CHECK = libxml2-utils/xmllint mandoc/mandoc shellcheck/shellcheck universal-ctags/ctags bsdutils/script zip/zip
DEPS_ACCEPT = libreoffice-writer-nogui/soffice chromium/chromium default-jre-headless/java nodejs/node npm/npm \
	python3-lxml poppler-utils/pdftotext fonts-dejavu-core fonts-liberation \
	curl/curl wget/wget openssh-client/sftp openssl/openssl inotify-tools/inotifywait procps/pgrep \
	python3-babel python3-asyncssh python3-pyftpdlib python3-openssl openssh-server/sshd parallel/parallel slurm-wlm/slurmctld zsh/zsh fish/fish \
	dpkg-dev/dpkg-buildpackage debhelper/dh lintian/lintian debootstrap/debootstrap unzip/unzip \
	mblaze/mshow neomutt/neomutt autopkgtest/autopkgtest
DEPS_FUZZ = clang/clang python3/python3
# The folder with schemas, tools and real releases that some tests need; they are skipped without it.
SHARED = ../shared

CORE = base doc markup
SRC_core = $(wildcard src/base/*.c src/doc/*.c src/markup/*.c src/batch/*.c src/*.c)
SRC_formats = $(foreach f,$(WRITERS),$(wildcard src/$(f)/*.c))
SRC_recognise = $(wildcard src/recognise/*.c)
SRC_item = $(wildcard src/item/*.c)
SRC_container = $(wildcard src/container/*.c)
SRC_relcheck = $(wildcard src/relcheck/*.c)
SRC = $(SRC_core) $(SRC_formats) $(SRC_recognise) $(SRC_item) $(SRC_container) $(SRC_relcheck)
OBJ = $(SRC:%.c=$(BUILD)/%.o)

all: $(PROGRAMS:%=$(BUILD)/bin/%)

ifneq ($(STATIC),)
include filters/static.mk
endif

# An archive for each folder: a program links from it only what it uses.
$(BUILD)/core.a: $(SRC_core:%.c=$(BUILD)/%.o)
$(BUILD)/recognise.a: $(SRC_recognise:%.c=$(BUILD)/%.o)
define FORMAT_ARCHIVE
$(BUILD)/$(1).a: $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/$(1)/*.c))
endef
$(foreach f,$(WRITERS) item container relcheck,$(eval $(call FORMAT_ARCHIVE,$(f))))
# What receivers take, as data that a newsroom can add to (src/item/profile.h); nmlcheck has these in it.
PROFILES = $(sort $(wildcard profiles/*))
$(BUILD)/item.a: $(BUILD)/profiles.o
$(BUILD)/profiles.c: $(PROFILES)
	@mkdir -p $(@D)
	@{ printf '#include "item/profile.h"\n\nconst struct profile_text profile_texts[] = {\n'; \
		for file in $^; do \
			printf '\t{ "%s",\n' "$${file##*/}"; \
			sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' "$$file"; \
			printf '\t},\n'; \
		done; \
		printf '\t{ 0 },\n};\n'; } >$@
$(BUILD)/profiles.o: $(BUILD)/profiles.c
	$(CC) $(ALL_CFLAGS) -c $< -o $@

# What the words of each language say of a release, as data that a newsroom can add to (wirecopy-tables(5)).
TABLES = $(sort $(wildcard src/recognise/lang/*.table))
$(BUILD)/recognise.a: $(BUILD)/tables.o
$(BUILD)/tables.c: src/recognise/lang/compile.awk $(TABLES)
	@mkdir -p $(@D)
	@LC_ALL=C awk -f $^ >$@
$(BUILD)/tables.o: $(BUILD)/tables.c src/recognise/lang.h
	$(CC) $(ALL_CFLAGS) -c $< -o $@

$(BUILD)/%.a:
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c | $(STATIC:%=$(BUILD)/libraries/made)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(XML_CFLAGS) -MMD -MP -c $< -o $@

# X2Y links the archives of X and Y, of what these hold, and what their libraries are.
define CONVERTER
$(BUILD)/$(3)/$(1)2$(2): $(BUILD)/$(4)/$(1)2$(2).o $(patsubst %,$(BUILD)/%.a,$(1) $(2) $(HOLDS_$(1)) $(HOLDS_$(2))) $(BUILD)/item.a $(BUILD)/recognise.a $(BUILD)/core.a
	@mkdir -p $$(@D)
	$$(CC) $$(ALL_LDFLAGS) -o $$@ $$^ $$(call libs,$(1) $(2) base)
endef
$(foreach from,$(FORMATS),$(foreach to,$(filter-out $(from),$(FORMATS)),$(eval $(call CONVERTER,$(from),$(to),bin,filters))))
$(foreach from,$(FORMATS),$(eval $(call CONVERTER,$(from),tree,test,tests/tree)))

$(TOOLS:%=$(BUILD)/bin/%): $(BUILD)/bin/%: $(BUILD)/filters/%.o $(BUILD)/item.a $(BUILD)/core.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(call libs,item base)

# This one reads every format.
$(BUILD)/bin/relcheck: $(BUILD)/filters/relcheck.o $(BUILD)/relcheck.a $(FORMATS:%=$(BUILD)/%.a) $(BUILD)/item.a $(BUILD)/recognise.a $(BUILD)/core.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/bin/wirebatch: $(BUILD)/filters/wirebatch.o $(FORMATS:%=$(BUILD)/%.a) $(BUILD)/item.a $(BUILD)/recognise.a $(BUILD)/core.a $(BUILD)/container.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(BUILD)/core.a $(call libs,container base $(FORMATS) item)

trees: $(TREES:%=$(BUILD)/test/%) $(BUILD)/test/members
# What an archive holds, for tests/container.t.
$(BUILD)/test/members: $(BUILD)/tests/container/members.o $(BUILD)/container.a $(BUILD)/core.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(call libs,container base)

# The tests: C programs in tests/unit and tests/random, shell programs beside them. All speak TAP.
UNIT = $(patsubst tests/unit/%.c,$(BUILD)/test/unit/%,$(wildcard tests/unit/*.c))
RANDOM = $(BUILD)/test/random/chains $(BUILD)/test/random/text $(BUILD)/test/random/generate
TESTS = $(wildcard tests/*.t tests/lint/*.t) $(UNIT) $(BUILD)/test/random/chains $(BUILD)/test/random/text
PARALLEL = $(MAKE) --no-print-directory -j $(shell nproc 2>/dev/null || echo 2)
TEST_ENV = BUILD="$(BUILD)" SHARED="$(SHARED)" CC="$(CC)" TEST_CFLAGS="$(ALL_CFLAGS) $(XML_CFLAGS)"
ARCHIVES = $(WRITERS:%=$(BUILD)/%.a) $(BUILD)/item.a $(BUILD)/recognise.a $(BUILD)/core.a

$(UNIT): $(BUILD)/test/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/html.a $(BUILD)/tree.a $(BUILD)/item.a $(BUILD)/recognise.a $(BUILD)/core.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)
$(RANDOM): $(BUILD)/test/random/%: $(BUILD)/tests/random/%.o $(BUILD)/tests/random/random_doc.o $(ARCHIVES)
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

# The fuzzer is libFuzzer, which clang has; replay runs what it found, in any build.
FUZZ_SECONDS = 10
FUZZ_OBJ = $(patsubst %.c,$(BUILD)/%.o,$(filter-out tests/fuzz/replay.c tests/fuzz/libfuzzer.c tests/fuzz/mutate%,$(wildcard tests/fuzz/*.c))) \
	$(BUILD)/tests/random/random_doc.o $(ARCHIVES)
REPLAY = $(BUILD)/test/fuzz/replay
$(REPLAY): $(BUILD)/tests/fuzz/replay.o $(FUZZ_OBJ)
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)
$(BUILD)/test/fuzz/fuzzer: $(patsubst %.c,$(BUILD)/%.o,tests/fuzz/libfuzzer.c $(wildcard tests/fuzz/mutate*.c)) $(FUZZ_OBJ)
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)

# What makes calls fail, and what runs a program with each of them failing in turn; both for glibc.
FAULT = $(BUILD)/test/fault/fault.so $(BUILD)/test/fault/sweep
$(BUILD)/test/fault/fault.so: tests/fault/fault.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fPIC -shared -o $@ $<
$(BUILD)/test/fault/sweep: $(BUILD)/tests/fault/sweep.o $(BUILD)/core.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(call libs,base)

deps:
	@tests/packages $(DEPS_BUILD)

demo: deps
	@$(PARALLEL) all
	@samples/demo.sh $(BUILD)/bin $(BUILD)/demo

check: deps
	@tests/packages $(DEPS_CHECK)
	@$(PARALLEL) all trees $(UNIT) $(RANDOM) $(REPLAY) $(FAULT)
	@$(MAKE) --no-print-directory test

# The tests alone; T=tests/options.t runs one.
T = $(TESTS)
test: all trees $(UNIT) $(RANDOM) $(REPLAY) $(FAULT)
	@$(TEST_ENV) tests/run $(T)

accept: deps
	@tests/packages $(DEPS_CHECK) $(DEPS_ACCEPT) $(DEPS_FUZZ)
	@$(PARALLEL) all trees $(RANDOM) fuzzer
	@tests/accept/prepare $(BUILD)
	@$(TEST_ENV) tests/run -j 1 tests/accept/*.t

# The sanitizers and the sandbox do not go together: a sanitizer opens files when it has something to say. That a
# filter leaves its memory to the kernel when it ends is no leak.
asan:
	@ASAN_OPTIONS=detect_leaks=0 TEST_TIMEOUT=1800 $(PARALLEL) BUILD=$(BUILD)/asan CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover' \
		LDFLAGS=-fsanitize=address,undefined HARDENING=-fPIE DEFINES=-DNO_SANDBOX \
		T='$(filter-out tests/lint/%,$(TESTS:$(BUILD)/%=$(BUILD)/asan/%))' test

fuzzer:
	@$(PARALLEL) BUILD=$(BUILD)/fuzz CC=clang CFLAGS='-O2 -g -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover' \
		LDFLAGS=-fsanitize=address,undefined HARDENING=-fPIE DEFINES=-DNO_SANDBOX $(BUILD)/fuzz/test/fuzz/fuzzer
fuzz: deps
	@tests/packages $(DEPS_FUZZ)
	@$(PARALLEL) all fuzzer
	@$(TEST_ENV) tests/fuzz/run $(FUZZ_SECONDS)

# What takes too long for every day; FUZZ_SECONDS=1800 is for each of eight targets.
soak: FUZZ_SECONDS = 1800
soak: fuzz $(FAULT)
	@FAULT_STEP=1 TEST_TIMEOUT=36000 $(TEST_ENV) tests/run tests/fault.t
	@python3 -B tests/soak/growth $(BUILD)/bin
	@tests/packages buildah/buildah debootstrap/debootstrap
	@TEST_TIMEOUT=3600 $(TEST_ENV) tests/run tests/soak/kills tests/soak/hostile tests/soak/random tests/soak/image

BENCH = $(BUILD)/bench/timer $(BUILD)/bench/floor_docx
$(BENCH): $(BUILD)/bench/%: $(BUILD)/bench/%.o
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(call libs,docx)

bench: deps
	@tests/packages zip/zip
	@$(PARALLEL) all $(BENCH)
	@bench/run $(BUILD)

# Whether a change made something slower, by counts of instructions: BASE is the state before, by a name that git knows.
BASE = HEAD
bench-gate: deps
	@tests/packages valgrind/valgrind git/git
	@bench/gate $(BUILD) $(BASE)

# DOCUMENTS=2000 for a small archive
bench-batch: deps
	@tests/packages zip/zip time/time
	@$(PARALLEL) all $(BUILD)/bench/timer $(BUILD)/bench/loop_docx
	@bench/batch $(BUILD)
$(BUILD)/bench/loop_docx: $(BUILD)/bench/loop_docx.o $(BUILD)/docx.a $(BUILD)/txt.a $(BUILD)/item.a $(BUILD)/recognise.a $(BUILD)/core.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(call libs,docx base)

score: all
	@$(TEST_ENV) SCORE_LIBS="$(LIBS)" tests/score

lint:
	@$(TEST_ENV) tests/run tests/lint/*.t tests/accept/warnings.t tests/accept/scripts.t

bless: trees
	@BLESS=1 $(TEST_ENV) tests/goldens.t

include filters/install.mk

clean:
	rm -rf $(BUILD)

-include $(OBJ:.o=.d) $(wildcard $(BUILD)/filters/*.d $(BUILD)/tests/*/*.d)
.PHONY: all deps demo check test accept asan fuzz fuzzer soak bench bench-gate bench-batch score lint bless clean trees
.DELETE_ON_ERROR:
