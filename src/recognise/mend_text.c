/* Mending letters: of readers whose bytes were right, but whose text was once read in the wrong character set. */
#include "base/mojibake.h"
#include "recognise/mend.h"
#include "recognise/release.h"

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

/* What was mended comes in anew, through the door for all text: a byte order mark may be among it. */
static struct str
clean(struct doc *d, enum block_type type, struct str text)
{
	struct block leaf = { .type = type };

	doc_text(d, &leaf, NULL, text);
	return leaf.runs ? leaf.runs->text : STR_NONE;
}

void
mend_mojibake(struct doc *d)
{
	struct mojibake_survey seen = { 0 };
	struct walk look = { .root = d->root }, walk = look;
	const struct block *first = NULL;
	enum mojibake page;
	size_t mended = 0, at;

	for (struct run *r = NULL; (r = next_text(&look, r));)
		mojibake_look(&seen, r->text);
	page = mojibake_found(&seen);
	if (page == MOJIBAKE_NONE)
		return;
	for (struct run *r = NULL; (r = next_text(&walk, r));) {
		struct buf text = { 0 };
		size_t n = mojibake_mend(page, r->text, &text, &at);

		if (n > 0) {
			r->text = clean(d, walk.at->type, buf_str(&text));
			first = first ? first : walk.at;
		}
		mended += n;
		buf_free(&text);
	}
	mojibake_say(d->diag, block_place(first), page, mended);
	doc_finish(d);
}
