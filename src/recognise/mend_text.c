/* Mending letters: of readers whose bytes were right, but whose text was once read in the wrong character set. */
#include "base/mojibake.h"
#include "base/utf8.h"
#include "recognise/mend.h"

/* The next run of text behind *r, of which NULL is the first; w walks the document. */
static struct run *
next_text(struct walk *w, struct run *r)
{
	r = r ? r->next : NULL;
	for (;;) {
		for (; r; r = r->next)
			if (r->kind == RUN_TEXT)
				return r;
		do {
			if (!walk_next(w))
				return NULL;
		} while (w->leaving);
		r = w->at->runs;
	}
}

void
mend_mojibake(struct doc *d)
{
	struct mojibake_survey seen = { 0 };
	struct walk look = { .root = d->root }, walk = look;
	enum mojibake page;
	size_t mended = 0;

	for (struct run *r = NULL; (r = next_text(&look, r));)
		mojibake_look(&seen, r->text);
	page = mojibake_found(&seen);
	if (page == MOJIBAKE_NONE)
		return;
	for (struct run *r = NULL; (r = next_text(&walk, r));) {
		struct buf text = { 0 };

		mended += mojibake_mend(page, r->text, &text);
		r->text = utf8_nfc(&d->arena, arena_str(&d->arena, buf_str(&text)));
		buf_free(&text);
	}
	warn(d->diag, (struct place){ 0 }, "W-mojibake", "UTF-8 was once taken for windows-%s: %zu characters mended",
		page == MOJIBAKE_1252 ? "1252" : "1250", mended);
	doc_finish(d);
}
