#include "recognise/recognise.h"

#include <stdlib.h>

#include "recognise/letterhead.h"
#include "recognise/mend.h"
#include "recognise/release.h"
#include "recognise/tables.h"

/* Roles that the file states are its own word. */
static void
note_given(struct release *r)
{
	for (struct walk w = { .root = r->d->root }; walk_next(&w);) {
		if (w.leaving)
			continue;
		r->given[w.at->role] = true;
		for (const struct run *run = w.at->runs; run; run = run->next)
			r->given[run->role] = true;
	}
	r->given[ROLE_NONE] = false;
}

void
recognise(struct doc *d, const struct options *o)
{
	struct release r = { .d = d, .o = o };
	struct block *aside;

	r.languages = languages_built_in();
	for (const struct table_file *f = o->tables; f; f = f->next)
		tables_read(&r.languages, &d->arena, d->diag, f->name, f->bytes);
	set_language(&r);
	aside = letterhead_set_aside(&r);
	mend_blocks(d, &r.words, o);
	note_given(&r);
	release_gather(&r);
	use_hints(&r);
	find_top(&r);
	find_lines(&r);
	find_tail(&r);
	find_pointers(&r);
	find_quotes(&r);
	letterhead_use(&r, aside);
	beside_use(&r);
	set_metadata(&r);
	check_weekdays(&r);
	free(r.v);
}
