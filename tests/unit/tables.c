/* Language tables read at run time: the built-in ones from their own files, what is wrong with one, what one adds. */
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit/tap.h"
#include "recognise/dates.h"
#include "recognise/tables.h"

static struct arena arena;
static const struct diag diag = { .program = "p", .file = "release.txt" };

static struct languages
read_tables(const char *text)
{
	struct languages l = { .n = 0 };

	tables_read(&l, &arena, &diag, "t.table", str_of(text));
	return l;
}

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool
same_table(const struct language *a, const struct language *b)
{
	bool same = same_text(a->tag, b->tag) && same_text(a->common, b->common) && same_text(a->letters, b->letters) &&
		    a->month_first == b->month_first;

	for (int i = 0; i < 12; i++)
		same = same && same_text(a->months[i], b->months[i]);
	for (int i = 0; i < WORDS_COUNT; i++)
		same = same && same_text(a->words[i], b->words[i]);
	return same;
}

static struct str
file_text(const char *name)
{
	struct buf b = { 0 };
	FILE *f = fopen(name, "r");
	size_t got = 1;

	while (f && got > 0) {
		got = fread(buf_room(&b, 65536), 1, 65536, f);
		b.n += got;
	}
	if (f)
		fclose(f);
	return buf_str(&b);
}

/* The files that awk makes constants of say the same to the reader at run time. */
static void
test_built_in(struct tap *t)
{
	struct languages built_in = languages_built_in();

	for (size_t i = 0; i < built_in.n; i++) {
		const char *tag = built_in.v[i]->tag;
		const char *name = arena_printf(&arena, "src/recognise/lang/%s.table", tag).p;
		struct languages l = { .n = 0 };

		tables_read(&l, &arena, &diag, name, file_text(name));
		ok(t, l.n == 1 && same_table(l.v[0], built_in.v[i]), name);
	}
}

static const struct {
	const char *text, *says;
} wrong[] = {
	{ "", "p: t.table: no table in it\n" },
	{ "# nothing\n\n", "p: t.table: no table in it\n" },
	{ "label: x\n", "p: t.table: line 1: \"tag:\" must come first, with the language's tag\n" },
	{ "tag: 12\n", "p: t.table: line 1: not a language tag: \"12\"\n" },
	{ "tag:\n", "p: t.table: line 1: not a language tag: \"\"\n" },
	{ "tag: eo\n\nlabels: x\n", "p: t.table: line 3: no such field: labels\n" },
	{ "tag: eo\nlabel: x\nlabel: y\n", "p: t.table: line 3: said twice: label\n" },
	{ "tag: eo\nlabel\n", "p: t.table: line 2: not a line of the form \"name: words\": label\n" },
	{ "tag: eo\n x\n", "p: t.table: line 2: a line that goes on, with no list above it\n" },
	{ "tag: eo\nlabel: x\n  a*b\n", "p: t.table: line 3: \"*\" may only end a word: a*b\n" },
	{ "tag: eo\nlabel: a|*\n", "p: t.table: line 2: \"*\" may only end a word: *\n" },
	{ "tag: eo\nlabel: \xFF\n", "p: t.table: line 2: not UTF-8\n" },
	{ "tag: eo\norder: day-first\n", "p: t.table: line 2: the only order that is told is month-first: day-first\n" },
};

/* What the message is, and that the status is that of wrong usage. */
static void
test_wrong(struct tap *t, const char *text, const char *says)
{
	char message[512];
	int ends[2], status = -1;
	ssize_t n;
	pid_t child;

	fflush(stdout);
	if (pipe(ends) != 0 || (child = fork()) < 0)
		return;
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		read_tables(text);
		_exit(STATUS_OK);
	}
	close(ends[1]);
	n = read(ends[0], message, sizeof(message));
	close(ends[0]);
	waitpid(child, &status, 0);
	is(t, (struct str){ message, n > 0 ? (size_t)n : 0 }, says, "what is said of a wrong table");
	ok(t, WIFEXITED(status) && WEXITSTATUS(status) == STATUS_USAGE, "its status");
}

static void
test_form(struct tap *t)
{
	struct languages l = read_tables("\xEF\xBB\xBF# Esperanto.\r\ntag: eo\r\nlabel: Gazetara | KOMUNIKO\r\n\r\n  pria*|\r\n"
					 "common: la\n kaj\njanuary: januaro|jan\ntag: ia\nlabel: pressa\n");

	is_number(t, (long long)l.n, 2, "several tables in one file");
	is(t, str_of(l.v[0]->words[WORDS_LABEL]), "gazetara|komuniko|pria*", "small letters, and lines that go on");
	is(t, str_of(l.v[0]->common), "la kaj", "frequent words");
	is(t, str_of(l.v[0]->months[0]), "januaro|jan", "months");
	ok(t, l.v[0]->months[1] == NULL && l.v[0]->words[WORDS_FAX] == NULL, "what a table does not say");
	is(t, str_of(l.v[1]->words[WORDS_LABEL]), "pressa", "the second table");
}

/* A table beside the built-in one of its language. */
static void
test_added(struct tap *t)
{
	struct languages l = languages_built_in();
	const struct language *czech = language_of_tag(&l, STR("cs"));
	struct lexicon x;
	struct str rest = STR("17 maja 2026");
	struct date date = { 0 };

	tables_read(&l, &arena, &diag, "t.table", STR("tag: cs\nlabel: hlášení*\ntag: eo\nmay: maja\n"));
	x = lexicon_of(&arena, &l, czech);
	ok(t, words_at(&x, WORDS_LABEL, STR("Hlášeníčko")) > 0, "a table adds to that of its language");
	ok(t, words_at(&x, WORDS_LABEL, STR("Tisková zpráva")) > 0, "whose words stay");
	x = lexicon_of(&arena, &l, language_of_tag(&l, STR("eo-001")));
	ok(t, date_take(&x, &rest, &date) && date.month == 5, "a table of a language that was unknown");
}

int
main(void)
{
	struct tap t = { 0 };

	test_built_in(&t);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		test_wrong(&t, wrong[i].text, wrong[i].says);
	test_form(&t);
	test_added(&t);
	arena_free(&arena);
	return done(&t);
}
