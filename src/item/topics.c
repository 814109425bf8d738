#include "item/topics.h"

#include "base/buf.h"
#include "base/utf8.h"

enum {
	CANDIDATES = 5, /* that a message names */
	WORD = 64	/* letters of a label that is compared with what may be a slip of it */
};

static const struct place nowhere = { 0 };

/* READING */

void
topics_add(struct topics *t, struct str qcode, struct str label, struct str language, bool retired)
{
	struct arena *a = &t->arena;

	label = str_trim(label);
	if (label.n == 0 || utf8_check(label) != STR_NPOS)
		return;
	if (t->count == t->cap) {
		t->cap = 2 * t->cap + 1024;
		t->labels = mem_grow(t->labels, t->cap * sizeof(*t->labels));
	}
	t->labels[t->count++] = (struct topic_label){ arena_str(a, qcode), arena_str(a, label), arena_str(a, language),
		utf8_fold(a, label), retired };
}

static void
read_lines(struct topics *t, struct str bytes)
{
	struct str line, qcode, label, language;

	for (size_t number = 1; str_next(&bytes, '\n', &line); number++) {
		struct place place = { .number = number };

		if (str_trim(line).n == 0 || line.p[0] == '#')
			continue;
		language = STR("");
		if (!str_next(&line, '\t', &qcode) || !str_next(&line, '\t', &label) ||
			str_find_char(qcode, ':') == STR_NPOS || str_trim(label).n == 0)
			fail(t->diag, STATUS_DATA, place, "not a line of the form qcode, tab, label: %.*s",
				STR_FMT(str_sub(qcode, 0, 80)));
		str_next(&line, '\t', &language);
		topics_add(t, str_trim(qcode), label, str_trim(language), false);
	}
}

void
topics_read(struct topics *t, struct diag *diag, struct str bytes)
{
	static const struct str mark = { "\xEF\xBB\xBF", 3 };

	t->diag = diag;
	if (str_starts(bytes, mark))
		bytes = str_sub(bytes, mark.n, bytes.n);
	if (str_starts(str_trim(bytes), STR("{")))
		topics_read_json(t, bytes);
	else
		read_lines(t, bytes);
	if (t->count == 0)
		fail(diag, STATUS_DATA, nowhere, "no topics in the vocabulary");
}

/* LOOKING UP */

/* "en" is the language of "en-GB". */
static bool
of_language(const struct topic_label *l, struct str language)
{
	struct str own = l->language, own_primary, primary;

	return str_next(&own, '-', &own_primary) && str_next(&language, '-', &primary) && primary.n > 0 &&
	       str_eq_nocase(own_primary, primary);
}

struct found {
	const struct topic_label *labels[CANDIDATES];
	size_t topics; /* different ones */
};

static void
add_found(struct found *found, const struct topic_label *l)
{
	for (size_t i = 0; i < found->topics && i < CANDIDATES; i++)
		if (str_eq(found->labels[i]->qcode, l->qcode))
			return;
	if (found->topics < CANDIDATES)
		found->labels[found->topics] = l;
	found->topics++;
}

/* How many letters must be changed, put in or left out to make one of the other (Levenshtein); 99: too many to count. */
static size_t
slips(struct str a, struct str b)
{
	size_t row[WORD + 1];

	if (a.n > WORD || b.n > WORD)
		return 99;
	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t best = corner + (a.p[i - 1] != b.p[j - 1]);

			corner = row[j];
			best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			row[j] = row[j] + 1 < best ? row[j] + 1 : best;
		}
	}
	return row[b.n];
}

static bool
is_near(const struct topic_label *l, struct str folded)
{
	return str_find(l->folded, folded) != STR_NPOS || slips(l->folded, folded) <= folded.n / 4;
}

static struct str
listed(struct topics *t, const struct found *found)
{
	struct buf out = { 0 };
	struct str text;

	for (size_t i = 0; i < found->topics && i < CANDIDATES; i++) {
		const struct topic_label *l = found->labels[i];

		buf_printf(&out, "%s%.*s (%.*s%s%.*s)", i ? ", " : "", STR_FMT(l->qcode), STR_FMT(l->label),
			l->language.n ? ", " : "", STR_FMT(l->language));
	}
	if (found->topics > CANDIDATES)
		buf_puts(&out, " and others");
	text = arena_str(&t->arena, buf_str(&out));
	buf_free(&out);
	return text;
}

static _Noreturn void
unknown(struct topics *t, struct diag *diag, struct str label, const struct found *retired)
{
	struct str folded = utf8_fold(&t->arena, label);
	struct found near = { 0 };

	if (retired->topics > 0)
		fail(diag, STATUS_USAGE, nowhere, "the topic \"%.*s\" is retired: %.*s", STR_FMT(label),
			STR_FMT(listed(t, retired)));
	for (size_t i = 0; i < t->count; i++)
		if (!t->labels[i].retired && is_near(&t->labels[i], folded))
			add_found(&near, &t->labels[i]);
	if (near.topics > 0)
		fail(diag, STATUS_USAGE, nowhere, "no topic is labelled \"%.*s\"; near it are %.*s", STR_FMT(label),
			STR_FMT(listed(t, &near)));
	fail(diag, STATUS_USAGE, nowhere, "no topic is labelled \"%.*s\", or near it", STR_FMT(label));
}

const struct topic_label *
topics_find(struct topics *t, struct diag *diag, struct str label, struct str language)
{
	struct found all = { 0 }, own = { 0 }, retired = { 0 };
	struct str folded = utf8_fold(&t->arena, label);

	for (size_t i = 0; i < t->count; i++) {
		const struct topic_label *l = &t->labels[i];

		if (!str_eq(l->folded, folded))
			continue;
		add_found(l->retired ? &retired : &all, l);
		if (!l->retired && of_language(l, language))
			add_found(&own, l);
	}
	if (all.topics == 0)
		unknown(t, diag, label, &retired);
	if (all.topics > 1 && own.topics != 1)
		fail(diag, STATUS_USAGE, nowhere, "the label \"%.*s\" is that of several topics: %.*s", STR_FMT(label),
			STR_FMT(listed(t, own.topics > 1 ? &own : &all)));
	return all.topics == 1 ? all.labels[0] : own.labels[0];
}

const struct topic_label *
topics_label(const struct topics *t, struct str qcode, struct str language)
{
	const struct topic_label *best = NULL;
	int best_rank = 0;

	for (size_t i = 0; i < t->count; i++) {
		const struct topic_label *l = &t->labels[i];
		int rank = str_eq_nocase(l->language, language) ? 4 : of_language(l, language) ? 3 : of_language(l, STR("en")) ? 2 : 1;

		if (str_eq(l->qcode, qcode) && rank > best_rank) {
			best = l;
			best_rank = rank;
		}
	}
	return best;
}
