#include "item/profile.h"

#include "item/profile_rules.h"

struct reading {
	struct arena *arena;
	struct diag *diag;
	size_t line;
};

static _Noreturn void
bad_line(const struct reading *r, const char *why, struct str what)
{
	fail(r->diag, STATUS_USAGE, (struct place){ .number = r->line }, "%s: %.*s", why, STR_FMT(what));
}

static size_t
word_in(const struct reading *r, struct str word, const char *const *words, size_t count, const char *why)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(word, words[i]))
			return i;
	bad_line(r, why, word);
}

/* "name[@attribute=value]" */
static struct profile_step
parse_step(const struct reading *r, struct str text)
{
	struct profile_step step = { 0 };
	size_t open = str_find_char(text, '['), equals;
	struct str condition;

	step.name = str_sub(text, 0, open);
	if (open == STR_NPOS)
		return step;
	condition = str_sub(text, open + 1, text.n);
	equals = str_find_char(condition, '=');
	if (!str_starts(condition, STR("@")) || !str_ends(condition, STR("]")) || equals == STR_NPOS || equals < 2)
		bad_line(r, "not a condition", text);
	step.differs = condition.p[equals - 1] == '!';
	step.attribute = str_sub(condition, 1, equals - step.differs);
	step.value = str_sub(condition, equals + 1, condition.n - 1);
	return step;
}

/* The end of the first step: the first slash that does not stand in a condition. */
static size_t
step_end(struct str path)
{
	bool within = false;

	for (size_t i = 0; i < path.n; i++) {
		if (path.p[i] == '[' || path.p[i] == ']')
			within = path.p[i] == '[';
		if (path.p[i] == '/' && !within)
			return i;
	}
	return path.n;
}

static struct profile_path
parse_path(const struct reading *r, struct str text)
{
	struct profile_path path = { .from_root = str_starts(text, STR("/")) };
	struct str rest = path.from_root ? str_sub(text, 1, text.n) : text;

	while (rest.n > 0) {
		size_t end = step_end(rest);
		struct str step = str_sub(rest, 0, end);

		if (step.n == 0 || path.attribute.n > 0 || path.count == PROFILE_STEPS)
			bad_line(r, "not a path", text);
		if (str_starts(step, STR("@")))
			path.attribute = str_sub(step, 1, step.n);
		else
			path.steps[path.count++] = parse_step(r, step);
		rest = str_sub(rest, end + 1, rest.n);
	}
	if (path.count == 0 && path.attribute.n == 0)
		bad_line(r, "not a path", text);
	return path;
}

/* Values, and behind "when" a path. */
static void
parse_values(const struct reading *r, struct profile_line *line, struct str rest)
{
	struct str word, path;

	while (str_next_word(&rest, &word)) {
		if (str_is(word, "when") && str_next_word(&rest, &path)) {
			line->when = parse_path(r, path);
			if (rest.n > 0 || line->when.attribute.n > 0)
				bad_line(r, "not a condition", path);
			return;
		}
		if (line->value_count == PROFILE_VALUES)
			bad_line(r, "too many values", word);
		line->values[line->value_count++] = word;
	}
}

static void
parse_line(const struct reading *r, struct profile_line *line, struct str text)
{
	static const char *const levels[] = { "refused", "lost", "changed" };
	static const char *const verbs[] = {
#define X(symbol, name) name,
		PROFILE_VERBS(X)
#undef X
	};
	size_t colon = str_find(text, STR(" : "));
	struct str rest = str_sub(text, 0, colon), word;

	if (colon == STR_NPOS || !str_next_word(&rest, &word))
		bad_line(r, "no \" : \" with a sentence behind it", text);
	line->level = (enum profile_level)word_in(r, word, levels, sizeof(levels) / sizeof(*levels), "not a level");
	if (!str_next_word(&rest, &word))
		bad_line(r, "no verb", text);
	line->verb = (enum profile_verb)word_in(r, word, verbs, PROFILE_VERB_COUNT, "not a verb");
	if (line->verb != VERB_ROOT) {
		if (!str_next_word(&rest, &word))
			bad_line(r, "no path", text);
		line->path = parse_path(r, word);
	}
	parse_values(r, line, rest);
	line->text = str_trim(str_sub(text, colon + 3, text.n));
}

/* What needs values has some. */
static void
check_line(const struct reading *r, const struct profile_line *line, struct str text)
{
	enum profile_verb v = line->verb;
	long hours;

	if ((v == VERB_ROOT || v == VERB_ONLY || v == VERB_NAMES || v == VERB_OLDER) && line->value_count == 0)
		bad_line(r, "no value", text);
	if (v == VERB_OLDER && (!str_to_long(line->values[0], &hours) || hours < 0 || hours > 1000000))
		bad_line(r, "not a number of hours", line->values[0]);
}

const struct profile *
profile_parse(struct arena *a, struct diag *diag, const char *name, struct str text)
{
	struct diag of_profile = *diag;
	struct reading r = { a, &of_profile, 0 };
	struct profile *profile = ARENA_NEW(a, struct profile);
	struct profile_line **last = &profile->lines;
	struct str rest = text, line;

	of_profile.file = name;
	while (str_next(&rest, '\n', &line)) {
		r.line++;
		line = str_trim(line);
		if (line.n == 0 || line.p[0] == '#')
			continue;
		*last = ARENA_NEW(a, struct profile_line);
		parse_line(&r, *last, line);
		check_line(&r, *last, line);
		last = &(*last)->next;
	}
	return profile;
}
