/* What a program says on standard error, word for word, each in a child of its own; and how it tells a wrong file. */
#include <sys/wait.h>
#include <unistd.h>

#include "tap.h"

#include "base/diag.h"
#include "base/limits.h"
#include "base/sniff.h"

static void
say_error(struct diag *d)
{
	fail(d, STATUS_DATA, (struct place){ .part = "word/document.xml", .unit = "paragraph", .number = 12 }, "no %s", "text");
}

static void
say_warning(struct diag *d)
{
	warn(d, (struct place){ .number = 3, .column = 7 }, "W-x", "something");
}

static void
say_loss(struct diag *d)
{
	lose(d, LOSS_CONTENT, (struct place){ .number = 3 }, "L-x", "something");
}

static void
say_note(struct diag *d)
{
	note(d, (struct place){ 0 }, "something");
}

/* A terminal escape, a C1 control, a line's end, a bidirectional override and a byte that is no UTF-8. */
static void
say_controls(struct diag *d)
{
	warn(d, (struct place){ 0 }, "W-x", "a\x1B[1mb\xC2\x9B" "c\nd\xE2\x80\xAE" "e\xFF" "ř");
}

/* More of one kind than are said, and one of another kind. */
static void
say_many(struct diag *d)
{
	for (size_t i = 1; i <= WARNINGS_SHOWN + 3; i++)
		warn(d, (struct place){ .number = i }, "W-x", "s");
	warn(d, (struct place){ 0 }, "W-y", "t");
}

#define FIVE                                                                                                      \
	"p: f: line 1: warning: s [W-x]\np: f: line 2: warning: s [W-x]\np: f: line 3: warning: s [W-x]\n" \
	"p: f: line 4: warning: s [W-x]\np: f: line 5: warning: s [W-x]\n"

static const struct {
	void (*say)(struct diag *d);
	bool quiet, verbose;
	const char *said, *name;
	enum status status;
} cases[] = {
	{ say_error, true, false, "p: f: word/document.xml: paragraph 12: no text\n", "an error, however quiet", STATUS_DATA },
	{ say_warning, false, false, "p: f: 3:7: warning: something [W-x]\n", "a warning", STATUS_OK },
	{ say_warning, true, false, "", "a warning under -q", STATUS_OK },
	{ say_loss, false, false, "", "a loss", STATUS_OK },
	{ say_loss, false, true, "p: f: line 3: loss of content: something [L-x]\n", "a loss under -v", STATUS_OK },
	{ say_note, false, false, "", "a note", STATUS_OK },
	{ say_note, false, true, "p: f: note: something\n", "a note under -v", STATUS_OK },
	{ say_many, false, false, FIVE "p: f: warning: and more of these; -v says all [W-x]\np: f: warning: t [W-y]\n",
		"many warnings of a kind", STATUS_OK },
	{ say_many, false, true,
		FIVE "p: f: line 6: warning: s [W-x]\np: f: line 7: warning: s [W-x]\np: f: line 8: warning: s [W-x]\n"
		     "p: f: warning: t [W-y]\n",
		"many warnings under -v", STATUS_OK },
	{ say_controls, false, false, "p: f: warning: a?[1mb??c?d???e?ř [W-x]\n", "nothing that steers a terminal", STATUS_OK },
};

/* What the child says goes to `text`, which has room for it. */
static int
run_child(size_t i, char *text, size_t room, size_t *n)
{
	struct diag d = { .program = "p", .file = "f", .quiet = cases[i].quiet, .verbose = cases[i].verbose };
	int ends[2], status = -1;
	ssize_t got;
	pid_t child;

	*n = 0;
	fflush(stdout);
	if (pipe(ends) != 0 || (child = fork()) < 0)
		return -1;
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		cases[i].say(&d);
		_exit(STATUS_OK);
	}
	close(ends[1]);
	while (*n < room && (got = read(ends[0], text + *n, room - *n)) > 0)
		*n += (size_t)got;
	close(ends[0]);
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
test_counts(struct tap *t)
{
	struct diag d = { .program = "p", .quiet = true };

	say_warning(&d);
	say_warning(&d);
	is_number(t, (long long)d.warnings, 2, "warnings are counted when they are not said");
	say_loss(&d);
	lose(&d, LOSS_METADATA, (struct place){ 0 }, "L-y", "%d", 5);
	ok(t, d.loss_count[LOSS_CONTENT] == 1 && d.loss_count[LOSS_METADATA] == 1 && d.loss_count[LOSS_PRESENTATION] == 0,
		"losses by their kind");
	is(t, d.losses->what, "5", "the newest loss comes first");
	for (int i = 0; i < LIMIT_LOSSES_LISTED; i++)
		say_loss(&d);
	ok(t, d.losses_kept == LIMIT_LOSSES_LISTED && d.loss_count[LOSS_CONTENT] == LIMIT_LOSSES_LISTED + 1, "beyond a number they are only counted");
	is(t, str_of(loss_kind_name(LOSS_PRESENTATION)), "presentation", "the name of a kind");
}

static void
test_sniff(struct tap *t)
{
	is(t, str_of(sniff(STR("%PDF-1.7\n"))), "a PDF document", "a PDF");
	is(t, str_of(sniff(STR("{\\rtf1\\ansi"))), "an RTF document", "an RTF");
	is(t, str_of(sniff(STR("PK\3\4\x14\0"))), "a ZIP archive (perhaps a DOCX)", "a ZIP");
	is(t, str_of(sniff(STR("RIFF\x24\0\0\0WEBPVP8 "))), "a WebP image", "a mark in two pieces");
	is(t, str_of(sniff(STR("RIFF\x24\0\0\0TEXT"))), "(none)", "another second piece");
	is(t, str_of(sniff(STR("%PDF"))), "(none)", "half a mark");
	is(t, str_of(sniff(STR(" %PDF-1.7"))), "(none)", "a mark that is not in front");
	is(t, str_of(sniff(STR(""))), "(none)", "nothing");
}

int
main(void)
{
	struct tap t = { 0 };
	char text[4096];
	size_t n;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int status = run_child(i, text, sizeof(text), &n);

		is(&t, (struct str){ text, n }, cases[i].said, cases[i].name);
		is_number(&t, status, cases[i].status, "its status");
	}
	test_counts(&t);
	test_sniff(&t);
	return done(&t);
}
