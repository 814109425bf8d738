#include "base/mend.h"

#include <stdarg.h>
#include <stdio.h>

enum { WHAT = 512 }; /* bytes of a message; more is cut */

static const struct {
	const char *id;
	enum loss_kind kind;
	bool shown;
} mends[MEND_COUNT] = {
#define X(id, name, kind, shown) [MEND_##id] = { "M-" name, LOSS_##kind, shown },
	MENDS(X)
#undef X
};

enum mend
mend_named(struct str name)
{
	int i = 0;

	while (i < MEND_COUNT && !str_is(name, mends[i].id + 2))
		i++;
	return (enum mend)i;
}

void
mended(struct diag *d, struct place place, enum mend mend, const char *fmt, ...)
{
	char what[WHAT];
	va_list ap;

	d->mend_count[mends[mend].kind]++;
	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	diag_keep(d, &(struct loss){ .kind = mends[mend].kind, .mended = true, .id = mends[mend].id, .what = str_of(what),
		.place = place });
	if (mends[mend].shown)
		warn(d, place, mends[mend].id, "%s", what);
	else
		note(d, place, "%s [%s]", what, mends[mend].id);
}
