#include "item/input.h"

#include "base/charset.h"
#include "item/item.h"

static const struct place nowhere = { 0 };

void
item_input_open(struct item_input *in, struct diag *diag)
{
	const char *name = item_charset(buf_str(&in->bytes), diag);

	if (name && !(in->from = charset_open(name)))
		fail(diag, STATUS_DATA, nowhere, "character set %s is not to be had here", name);
}

struct str
item_input_utf8(struct item_input *in, struct buf *converted, struct diag *diag)
{
	size_t wrong;

	if (!in->from)
		return buf_str(&in->bytes);
	wrong = charset_decode(in->from, buf_str(&in->bytes), converted);
	if (wrong != STR_NPOS)
		fail(diag, STATUS_DATA, nowhere, "byte %zu is not of the encoding that is declared", wrong + 1);
	item_redeclare(converted);
	return buf_str(converted);
}
