/* Who says something: a name, and what the person is, in the words beside a quotation. */
#ifndef RECOGNISE_SPEAKER_H
#define RECOGNISE_SPEAKER_H

#include "recognise/words.h"

/* A part of a paragraph's text. */
struct span {
	size_t from, to;
};

struct speaker {
	struct span name, function; /* empty: none */
};

struct str span_text(struct str text, struct span s);
struct span span_trim(struct str text, struct span s);

/* Where the sentence ends that begins (or goes on) at `from`: at its full stop, or before a quotation. */
size_t sentence_end(const struct lexicon *x, struct str text, size_t from);
/* Offset of the next comma in the span, or its end. */
size_t comma_in(struct str text, struct span s);

/* The speaker in the words behind a verb of saying. */
bool speaker_behind(const struct lexicon *x, struct str text, struct span s, struct speaker *who);
/* In a sentence that ends where the quotation begins: "Pavel Sokolovas, co-founder, says: " */
bool speaker_before(const struct lexicon *x, struct str text, struct span s, struct speaker *who);
/* In a part that holds a name, with what the person is before it: "hejtman Libereckého kraje Martin Půta". */
bool speaker_in(const struct lexicon *x, struct str text, struct span part, struct speaker *who);
/*
 * Behind a quotation where no verb is known: a few small words, then a name up to a comma or the sentence's end
 * (", segir Guðrún Jónsdóttir, forstjóri Norðurorku.").
 */
bool speaker_by_shape(const struct lexicon *x, struct str text, size_t from, struct speaker *who);
/* The first of the few parts between commas, behind a name, that says what the person is. */
struct span function_behind(const struct lexicon *x, struct str text, struct span rest);

#endif
