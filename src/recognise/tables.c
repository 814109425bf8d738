#include "recognise/tables.h"

#include <string.h>

#include "base/language.h"
#include "base/utf8.h"

enum { NAME_BYTES = 24 }; /* a longer name of a field there is not */

struct table_reader {
	struct languages *languages;
	struct arena *arena;
	struct diag diag;
	size_t line;
	struct language *table; /* that is being read; NULL before the first */
	const char **field;	/* where what is being read belongs; NULL: there is none */
	char separator;		/* of its phrases */
	struct buf value;
};

static const char *const list_names[] = {
#define X(id) #id,
	WORD_LISTS(X)
#undef X
};

static const char *const month_names[] = { "january", "february", "march", "april", "may", "june", "july", "august",
	"september", "october", "november", "december" };

#define TABLE_FAIL(t, ...) fail(&(t)->diag, STATUS_USAGE, (struct place){ .number = (t)->line }, __VA_ARGS__)

/* "date-label" is the list DATE_LABEL. */
static bool
is_list(struct str name, const char *id)
{
	size_t n = strlen(id);

	if (name.n != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (name.p[i] != (id[i] == '_' ? '-' : ascii_lower(id[i])))
			return false;
	return true;
}

/* Where the text of a field is kept, NULL when there is no such field. */
static const char **
place_of(struct language *table, struct str name)
{
	if (str_is(name, "common"))
		return &table->common;
	if (str_is(name, "letters"))
		return &table->letters;
	for (size_t i = 0; i < 12; i++)
		if (str_is(name, month_names[i]))
			return &table->months[i];
	for (size_t i = 0; i < WORDS_COUNT; i++)
		if (is_list(name, list_names[i]))
			return &table->words[i];
	return NULL;
}

/* A star stands at the end of a phrase, behind a letter, or nowhere. */
static void
check_phrase(struct table_reader *t, struct str phrase)
{
	size_t star = str_find_char(phrase, '*');

	if (star != STR_NPOS && (star == 0 || star + 1 != phrase.n))
		TABLE_FAIL(t, "\"*\" may only end a word: %.*s", STR_FMT(phrase));
}

static void
add_phrases(struct table_reader *t, struct str text)
{
	struct str phrase;

	text = utf8_fold(t->arena, text);
	while (str_next(&text, t->separator, &phrase)) {
		phrase = str_trim(phrase);
		if (phrase.n == 0)
			continue;
		check_phrase(t, phrase);
		if (t->value.n > 0)
			buf_char(&t->value, t->separator);
		buf_add(&t->value, phrase);
	}
}

static void
end_field(struct table_reader *t)
{
	if (t->field && t->value.n > 0)
		*t->field = arena_cstr(t->arena, buf_str(&t->value));
	t->field = NULL;
	buf_clear(&t->value);
}

static void
begin_table(struct table_reader *t, struct str tag)
{
	struct str primary = str_sub(tag, 0, str_find_char(tag, '-'));

	if (primary.n < 2 || !language_primary(primary))
		TABLE_FAIL(t, "not a language tag: \"%.*s\"", STR_FMT(tag));
	if (t->languages->n == LANGUAGES_MOST)
		TABLE_FAIL(t, "more than %d tables", LANGUAGES_MOST);
	t->table = ARENA_NEW(t->arena, struct language);
	t->table->tag = arena_cstr(t->arena, tag);
	t->table->common = t->table->letters = "";
	t->languages->v[t->languages->n++] = t->table;
}

static void
begin_field(struct table_reader *t, struct str name, struct str value)
{
	end_field(t);
	if (str_is(name, "tag")) {
		begin_table(t, value);
		return;
	}
	if (!t->table)
		TABLE_FAIL(t, "\"tag:\" must come first, with the language's tag");
	if (str_is(name, "order")) {
		if (!str_is(value, "month-first"))
			TABLE_FAIL(t, "the only order that is told is month-first: %.*s", STR_FMT(value));
		t->table->month_first = true;
		return;
	}
	t->field = name.n <= NAME_BYTES ? place_of(t->table, name) : NULL;
	if (!t->field)
		TABLE_FAIL(t, "no such field: %.*s", STR_FMT(name));
	if (*t->field && **t->field)
		TABLE_FAIL(t, "said twice: %.*s", STR_FMT(name));
	t->separator = str_is(name, "common") || str_is(name, "letters") ? ' ' : '|';
	add_phrases(t, value);
}

static void
read_line(struct table_reader *t, struct str line)
{
	struct str text = str_trim(line), name;

	if (text.n == 0 || line.p[0] == '#')
		return;
	if (utf8_check(text) != STR_NPOS)
		TABLE_FAIL(t, "not UTF-8");
	if (ascii_blank(line.p[0])) {
		if (!t->field)
			TABLE_FAIL(t, "a line that goes on, with no list above it");
		add_phrases(t, text);
		return;
	}
	if (!str_next(&text, ':', &name) || !text.p)
		TABLE_FAIL(t, "not a line of the form \"name: words\": %.*s", STR_FMT(name));
	begin_field(t, name, str_trim(text));
}

void
tables_read(struct languages *l, struct arena *a, const struct diag *diag, const char *file, struct str bytes)
{
	struct table_reader t = { .languages = l, .arena = a, .diag = *diag };
	struct str line;

	t.diag.file = file;
	take(&bytes, "\xEF\xBB\xBF");
	while (str_next(&bytes, '\n', &line)) {
		t.line++;
		read_line(&t, line);
	}
	end_field(&t);
	buf_free(&t.value);
	if (!t.table)
		fail(&t.diag, STATUS_USAGE, (struct place){ 0 }, "no table in it");
}
