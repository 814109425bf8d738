/* Findings as lines of text and as JSON. */
#include "base/json.h"
#include "item/check.h"

static size_t
left_out(const struct check *c)
{
	return c->found[FINDING_ERROR] + c->found[FINDING_WARNING] + c->found[FINDING_INFO] - c->count;
}

void
check_text(const struct check *c, const struct diag *diag, struct buf *out)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct finding *f = &c->findings[i];

		if (diag->quiet && f->level != FINDING_ERROR)
			continue;
		finding_begin(out, diag);
		if (f->place.number)
			buf_printf(out, "%zu:%zu: ", f->place.number, f->place.column);
		buf_printf(out, "%s: ", finding_level_names[f->level]);
		finding_add(out, f->text);
		buf_printf(out, " [%.*s]\n", STR_FMT(f->id));
	}
	if (left_out(c) > 0) {
		finding_begin(out, diag);
		buf_printf(out, "and %zu more\n", left_out(c));
	}
}

static void
json_finding(struct json *j, const struct finding *f)
{
	json_open(j, NULL, '{');
	json_number(j, "line", (long)f->place.number);
	json_number(j, "column", (long)f->place.column);
	json_text(j, "level", str_of(finding_level_names[f->level]));
	json_text(j, "id", f->id);
	json_text_if_any(j, "item", f->item);
	json_text(j, "message", f->text);
	json_close(j, '}');
}

void
check_json(const struct check *c, const struct diag *diag, struct buf *out)
{
	struct json j = { .out = out };

	json_open(&j, NULL, '{');
	json_text(&j, "file", diag->file ? str_of(diag->file) : STR("-"));
	json_number(&j, "errors", (long)c->found[FINDING_ERROR]);
	json_number(&j, "warnings", (long)c->found[FINDING_WARNING]);
	json_number(&j, "infos", (long)c->found[FINDING_INFO]);
	json_open(&j, "findings", '[');
	for (size_t i = 0; i < c->count; i++)
		json_finding(&j, &c->findings[i]);
	json_close(&j, ']');
	json_close(&j, '}');
	buf_char(out, '\n');
}
