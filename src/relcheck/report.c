/* Findings as lines of text and as JSON, and the list of rules. */
#include <string.h>

#include "base/json.h"
#include "relcheck/relcheck.h"

enum { SHOWN = 5 }; /* findings of one rule that are printed without -v */

static void
add_place(struct buf *out, struct place place)
{
	if (place.part) {
		finding_add(out, str_of(place.part));
		buf_puts(out, ": ");
	}
	if (place.number && place.column)
		buf_printf(out, "%zu:%zu: ", place.number, place.column);
	else if (place.number)
		buf_printf(out, "%s %zu: ", place.unit ? place.unit : "line", place.number);
}

static void
add_finding(const struct diag *diag, const struct finding *f, struct buf *out)
{
	finding_begin(out, diag);
	add_place(out, f->place);
	buf_printf(out, "%s: ", finding_level_names[relcheck_level(f->rule)]);
	finding_add(out, f->text);
	buf_printf(out, " [R-%s]\n", relcheck_id(f->rule));
}

void
relcheck_text(const struct relcheck *c, const struct diag *diag, struct buf *out)
{
	size_t said[RULE_COUNT] = { 0 };

	for (size_t i = 0; i < c->n; i++) {
		const struct finding *f = &c->v[i];

		if (diag->quiet && relcheck_level(f->rule) != FINDING_ERROR)
			continue;
		if (!diag->verbose && ++said[f->rule] > SHOWN)
			continue;
		add_finding(diag, f, out);
	}
	for (enum relcheck_rule rule = 0; rule < RULE_COUNT; rule++)
		if (said[rule] > SHOWN) {
			finding_begin(out, diag);
			buf_printf(out, "%s: and %zu more; -v says all [R-%s]\n", finding_level_names[relcheck_level(rule)],
				c->of_rule[rule] - SHOWN, relcheck_id(rule));
		}
}

static void
json_finding(struct json *j, const struct finding *f)
{
	json_open(j, NULL, '{');
	json_text(j, "level", str_of(finding_level_names[relcheck_level(f->rule)]));
	json_text(j, "id", str_of(relcheck_id(f->rule)));
	json_text(j, "message", f->text);
	if (f->place.part)
		json_text(j, "part", str_of(f->place.part));
	if (f->place.number)
		json_number(j, f->place.unit ? f->place.unit : "line", (long)f->place.number);
	if (f->place.column)
		json_number(j, "column", (long)f->place.column);
	json_close(j, '}');
}

void
relcheck_json(const struct relcheck *c, const struct diag *diag, struct buf *out)
{
	struct json j = { .out = out };

	json_open(&j, NULL, '{');
	json_text(&j, "file", diag->file ? str_of(diag->file) : STR("-"));
	json_text(&j, "format", str_of(c->format));
	json_number(&j, "errors", (long)c->found[FINDING_ERROR]);
	json_number(&j, "warnings", (long)c->found[FINDING_WARNING]);
	json_number(&j, "infos", (long)c->found[FINDING_INFO]);
	json_open(&j, "findings", '[');
	for (size_t i = 0; i < c->n; i++)
		json_finding(&j, &c->v[i]);
	json_close(&j, ']');
	json_close(&j, '}');
	buf_char(out, '\n');
}

void
relcheck_list(struct buf *out)
{
	static const char *const means[RULE_COUNT] = {
#define X(symbol, group, level, id, text) [RULE_##symbol] = text,
		RELCHECK_RULES(X)
#undef X
	};

	for (enum relcheck_rule rule = 0; rule < RULE_COUNT; rule++)
		buf_printf(out, "%-17s %-10s %-8s %s\n", relcheck_id(rule), relcheck_group_name(rule),
			finding_level_names[relcheck_level(rule)], means[rule]);
}
