#include "base/finding.h"

#include "base/utf8.h"

const char *const finding_level_names[] = { "info", "warning", "error", NULL };

enum status
finding_status(const size_t found[FINDING_LEVELS], enum finding_level from)
{
	for (unsigned level = from; level < FINDING_LEVELS; level++)
		if (found[level] > 0)
			return STATUS_FOUND;
	return STATUS_OK;
}

void
finding_begin(struct buf *out, const struct diag *diag)
{
	buf_printf(out, "%s: ", diag->program);
	if (diag->file) {
		finding_add(out, str_of(diag->file));
		buf_puts(out, ": ");
	}
}

void
finding_add(struct buf *out, struct str text)
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
