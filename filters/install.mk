# make install, uninstall, manual, dist, distcheck. A part of ../Makefile.
#
# PREFIX          /usr/local; DESTDIR stands in front of it while a package is made
# PROGRAM_PREFIX  stands in front of the names of PREFIXED, which are all: Debian has a docx2txt and a txt2html of its own

bindir = $(PREFIX)/bin
datadir = $(PREFIX)/share
mandir = $(datadir)/man
docdir = $(datadir)/doc/wirecopy
PROGRAM_PREFIX =
PREFIXED = $(PROGRAMS)

# Each program as NAME=INSTALLED.
NAMES = $(foreach p,$(sort $(PROGRAMS)),$(p)=$(if $(filter $(p),$(PREFIXED)),$(PROGRAM_PREFIX))$(p))
INSTALL_PAGES = $(wildcard filters/*.[57])
COMPLETIONS = $(BUILD)/completions
BASH_COMPLETIONS = $(datadir)/bash-completion/completions
FISH_COMPLETIONS = $(datadir)/fish/vendor_completions.d
ZSH_COMPLETIONS = $(datadir)/zsh/site-functions
SHELLS = bash zsh fish

completions: $(PROGRAMS:%=$(BUILD)/bin/%)
	@mkdir -p $(COMPLETIONS)
	@for shell in $(SHELLS); do \
		filters/completions.sh $$shell $(BUILD)/bin $(NAMES) >$(COMPLETIONS)/$$shell || exit 1; \
	done

# bash and fish look for a file of the program's name.
install: all completions
	@for section in 1 5 7; do install -d $(DESTDIR)$(mandir)/man$$section; done
	install -d $(DESTDIR)$(bindir) $(DESTDIR)$(datadir)/wirecopy/profiles $(DESTDIR)$(docdir) \
		$(DESTDIR)$(BASH_COMPLETIONS) $(DESTDIR)$(FISH_COMPLETIONS) $(DESTDIR)$(ZSH_COMPLETIONS)
	@for name in $(NAMES); do \
		install $(BUILD)/bin/$${name%=*} $(DESTDIR)$(bindir)/$${name#*=} && \
		install -m 644 filters/$${name%=*}.1 $(DESTDIR)$(mandir)/man1/$${name#*=}.1 && \
		ln -sf _wirecopy $(DESTDIR)$(BASH_COMPLETIONS)/$${name#*=} && \
		ln -sf wirecopy.fish $(DESTDIR)$(FISH_COMPLETIONS)/$${name#*=}.fish || exit 1; \
	done
	@for page in $(INSTALL_PAGES); do install -m 644 $$page $(DESTDIR)$(mandir)/man$${page##*.} || exit 1; done
	install -m 644 $(COMPLETIONS)/bash $(DESTDIR)$(BASH_COMPLETIONS)/_wirecopy
	install -m 644 $(COMPLETIONS)/fish $(DESTDIR)$(FISH_COMPLETIONS)/wirecopy.fish
	install -m 644 $(COMPLETIONS)/zsh $(DESTDIR)$(ZSH_COMPLETIONS)/_wirecopy
	install -m 644 $(PROFILES) $(DESTDIR)$(datadir)/wirecopy/profiles
	install -m 644 README.md CHANGELOG.md SECURITY.md LICENSE $(DESTDIR)$(docdir)

# What others have put beside ours stays.
uninstall:
	@for name in $(NAMES); do \
		rm -f $(DESTDIR)$(bindir)/$${name#*=} $(DESTDIR)$(mandir)/man1/$${name#*=}.1 \
			$(DESTDIR)$(BASH_COMPLETIONS)/$${name#*=} $(DESTDIR)$(FISH_COMPLETIONS)/$${name#*=}.fish; \
	done
	@for page in $(INSTALL_PAGES); do rm -f $(DESTDIR)$(mandir)/man$${page##*.}/$${page##*/}; done
	rm -f $(DESTDIR)$(BASH_COMPLETIONS)/_wirecopy $(DESTDIR)$(FISH_COMPLETIONS)/wirecopy.fish $(DESTDIR)$(ZSH_COMPLETIONS)/_wirecopy
	rm -f $(PROFILES:%=$(DESTDIR)$(datadir)/wirecopy/%)
	rm -f $(DESTDIR)$(docdir)/README.md $(DESTDIR)$(docdir)/CHANGELOG.md $(DESTDIR)$(docdir)/SECURITY.md $(DESTDIR)$(docdir)/LICENSE
	rmdir $(DESTDIR)$(docdir) $(DESTDIR)$(datadir)/wirecopy/profiles $(DESTDIR)$(datadir)/wirecopy 2>/dev/null || true

# The manual as HTML, from the same pages; those of other programs are looked up elsewhere.
MANUAL = $(BUILD)/manual
manual:
	@mkdir -p $(MANUAL)
	@cp filters/*.[157] filters/manual.css $(MANUAL)
	@cd $(MANUAL) && for page in *.[157]; do \
		mandoc -T html -O 'man=%N.%S;https://manned.org/%N.%S,style=manual.css,toc' $$page | \
			sed 's/\(<a class="Xr" href="[^"/]*\)"/\1.html"/; s/^<html>/<html lang="en">/; s/^<body>/&<main>/; s/^<\/body>/<\/main>&/' \
				>$$page.html || exit 1; \
	done
	@cd $(MANUAL) && rm *.[157] && cp wirecopy.7.html index.html
	@echo $(MANUAL)/index.html

# The archive has what git has, by the time of the last commit, so that anyone makes the same one.
VERSION = $(shell sed -n 's/.*WIRECOPY_VERSION "\(.*\)".*/\1/p' src/version.h)
DIST = $(BUILD)/wirecopy-$(VERSION).tar.gz
dist:
	@mkdir -p $(BUILD)
	git archive --prefix=wirecopy-$(VERSION)/ HEAD | gzip -n9 >$(DIST)
	@echo $(DIST)

# Out of the archive alone: built, tested, installed, taken away again.
distcheck: dist
	rm -rf $(BUILD)/distcheck
	mkdir -p $(BUILD)/distcheck
	tar -xzf $(DIST) -C $(BUILD)/distcheck
	$(MAKE) -C $(BUILD)/distcheck/wirecopy-$(VERSION) check SHARED=$(abspath $(SHARED))
	$(MAKE) -C $(BUILD)/distcheck/wirecopy-$(VERSION) install uninstall DESTDIR=$(abspath $(BUILD))/distcheck/into
	test -z "$$(find $(BUILD)/distcheck/into -type f -o -type l)"
	@echo $(DIST) is good

.PHONY: completions install uninstall manual dist distcheck
