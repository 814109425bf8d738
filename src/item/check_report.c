/* Findings as lines of text and as JSON. */
#include "base/json.h"
#include "base/utf8.h"
#include "item/check.h"

/* What came from the input must not steer a terminal. */
static void
add_clean(struct buf *out, struct str text)
{
	while (text.n > 0) {
		struct str before = text;
		uint32_t c = utf8_next(&text);

		if (utf8_is_control(c) || utf8_is_bidi_control(c) || c == UTF8_BAD)
			buf_char(out, '?');
		else
			buf_add(out, str_sub(before, 0, before.n - text.n));
	}
}

static size_t
left_out(const struct check *c)
{
	return c->found[CHECK_ERROR] + c->found[CHECK_WARNING] + c->found[CHECK_INFO] - c->count;
}

static void
begin_line(const struct diag *diag, struct buf *out)
{
	buf_printf(out, "%s: ", diag->program);
	if (diag->file) {
		add_clean(out, str_of(diag->file));
		buf_puts(out, ": ");
	}
}

void
check_text(const struct check *c, const struct diag *diag, struct buf *out)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct finding *f = &c->findings[i];

		if (diag->quiet && f->level != CHECK_ERROR)
			continue;
		begin_line(diag, out);
		if (f->place.number)
			buf_printf(out, "%zu:%zu: ", f->place.number, f->place.column);
		buf_printf(out, "%s: ", check_level_name(f->level));
		add_clean(out, f->text);
		buf_printf(out, " [%.*s]\n", STR_FMT(f->id));
	}
	if (left_out(c) > 0) {
		begin_line(diag, out);
		buf_printf(out, "and %zu more\n", left_out(c));
	}
}

static void
json_finding(struct json *j, const struct finding *f)
{
	json_open(j, NULL, '{');
	json_number(j, "line", (long)f->place.number);
	json_number(j, "column", (long)f->place.column);
	json_text(j, "level", str_of(check_level_name(f->level)));
	json_text(j, "id", f->id);
	if (f->item.n > 0)
		json_text(j, "item", f->item);
	json_text(j, "message", f->text);
	json_close(j, '}');
}

void
check_json(const struct check *c, const struct diag *diag, struct buf *out)
{
	struct json j = { .out = out };

	json_open(&j, NULL, '{');
	json_text(&j, "file", diag->file ? str_of(diag->file) : STR("-"));
	json_number(&j, "errors", (long)c->found[CHECK_ERROR]);
	json_number(&j, "warnings", (long)c->found[CHECK_WARNING]);
	json_number(&j, "infos", (long)c->found[CHECK_INFO]);
	json_open(&j, "findings", '[');
	for (size_t i = 0; i < c->count; i++)
		json_finding(&j, &c->findings[i]);
	json_close(&j, ']');
	json_close(&j, '}');
	buf_char(out, '\n');
}
