/*
 * Looking for the phrases of the language tables in a text, whatever the case
 * of its letters. Nothing is copied or folded for it.
 */
#ifndef RECOGNISE_WORDS_H
#define RECOGNISE_WORDS_H

#include "doc/doc.h"
#include "recognise/lang.h"

enum { LANGUAGES_MOST = 64 };

/* The tables that are known: those that are built in, and behind them those that --tables has read. */
struct languages {
	const struct language *v[LANGUAGES_MOST];
	size_t n;
};

/*
 * The languages whose words count in a document: its own and English, or all
 * while its own is unknown. The index of a list is made when it is first
 * asked for.
 */
struct lexicon {
	struct languages languages;
	bool month_first;
	bool unknown; /* the document's language: shapes and likenesses may help out */
	struct arena *arena;
	struct word_index **index; /* WORDS_COUNT of them; NULL until the list is first asked for */
};

struct languages languages_built_in(void);
/*
 * NULL when the text is too short or too mixed to tell. A language that is
 * stated for it is given back unless the text surely is in another one; NULL:
 * none is.
 */
const struct language *language_of_text(const struct languages *l, const struct doc *d, const struct language *stated);
/* "de-AT" is German; NULL when there is no table. */
const struct language *language_of_tag(const struct languages *l, struct str tag);
/* Several tables of one language count together. */
struct lexicon lexicon_of(struct arena *a, const struct languages *l, const struct language *language);

/* "en-GB": where the language has the month first, not everybody who writes it does. */
void lexicon_in_region(struct lexicon *x, struct str tag);

/* The length of the longest phrase of the list that the text begins with, 0 for none. */
size_t words_at(const struct lexicon *x, enum words list, struct str text);
/* Sets those of the ASCII characters, in either case, that a phrase of the list may begin with. */
void words_note_beginnings(const struct lexicon *x, enum words list, bool begins[0x80]);
/* Whether the text is one of the phrases, perhaps with a colon or a full stop behind it. */
bool words_are(const struct lexicon *x, enum words list, struct str text);
/* The offset of the first phrase of the list that stands in the text, STR_NPOS for none; *n is its length. */
size_t words_find(const struct lexicon *x, enum words list, struct str text, size_t *n);
bool words_has(const struct lexicon *x, enum words list, struct str text);
/* Whether one of the phrases ends the text. */
bool words_end(const struct lexicon *x, enum words list, struct str text);
/* The month (1 to 12) whose name the text begins with, 0 for none; *n is the name's length. */
int words_month(const struct lexicon *x, struct str text, size_t *n);
/* The same by the name's first letters, where months that several languages name alike begin so, and no other does. */
int words_month_like(const struct lexicon *x, struct str text, size_t *n);
/* Whether it is one of the frequent short words of these languages, such as "who" and "která". */
bool words_common(const struct lexicon *x, struct str word);

/* Takes blanks (no-break ones and breaks too) off the front. */
struct str skip_blank(struct str s);
struct str trim_blank(struct str s);
struct str trim_both(struct str s, bool (*is)(uint32_t c)); /* takes off both ends the characters that are so */
/* Takes the bytes off the front when they stand there. */
bool take(struct str *s, const char *bytes);
/* What stands before the first blank: all of it when there is none. */
struct str until_blank(struct str s);
/* The same without the comma and the like behind it. */
struct str first_word(struct str s);
size_t count_words(struct str s);
bool has_words(struct str s, size_t least); /* at least so many: looks no further than it takes */
bool is_blank(uint32_t c);
bool is_dash(uint32_t c); /* hyphen, en dash, em dash, bar, minus */
bool is_opening_quote(uint32_t c);
bool is_closing_quote(uint32_t c);
/* What begins at the first byte that may be a quotation mark's; nothing when there is none. */
struct str skip_to_quote(struct str s);
bool begins_upper(struct str s);
bool begins_lower(struct str s);
bool is_upper_case(struct str s); /* no letter is lower case */
bool ends_sentence(struct str s); /* with . ! ? or the like, perhaps with a closing mark behind it */

#endif
