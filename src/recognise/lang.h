/*
 * What the words of a language say about a press release. The tables are
 * lang/TAG.table, in the form of wirecopy-tables(5); lang/compile.awk makes
 * constants of them, and tables.c reads further ones when a program runs. The
 * code that uses them has no language in it.
 *
 * A list is one string of phrases in lower case with "|" between them. A
 * phrase matches whole words; "*" at its end stands for any further letters
 * ("ředitel*" is ředitel, ředitelka, ředitelství), a blank for any white space.
 */
#ifndef RECOGNISE_LANG_H
#define RECOGNISE_LANG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* X(id): the lists, in a table by their names in small letters. The comment says what the phrases of each are. */
#define WORD_LISTS(X)                                                                                  \
	X(SUNDAY)	/* names of the weekday, whole and abbreviated; the seven stand in this order */\
	X(MONDAY)                                                   \
	X(TUESDAY)                                                  \
	X(WEDNESDAY)                                                \
	X(THURSDAY)                                                 \
	X(FRIDAY)                                                   \
	X(SATURDAY)                                                 \
	X(DATE)		/* stand before or inside a date: "le", "den", "de" */                         \
	X(YEAR)		/* stand behind the year: "roku" */                                            \
	X(DAY)		/* stand behind the day, where the month goes before: "d." */                  \
	X(TIME)		/* stand before the time of day: "v", "um" */                                  \
	X(HOUR)		/* stand behind it: "hodin", "Uhr" */                                          \
	X(PREPOSITION)	/* begin a sentence with a date or a place, never a dateline */                \
	X(PARTICLE)	/* lower-case words inside the name of a place: "nad", "am" */                 \
	X(JOINER)	/* "and" between two places */                                                 \
	X(LABEL)	/* what a press release calls itself */                                        \
	X(NUMBER)	/* "no." before a release number */                                            \
	X(RELEASE_LINE) /* "for immediate release" */                                                  \
	X(EMBARGO)	/* begin an embargo line */                                                    \
	X(DATE_LABEL)	/* stand before the date in a date line, with a colon */                       \
	X(TOPIC)	/* begin a line of topics, with a colon */                                     \
	X(BYLINE)	/* begin a byline, with a colon */                                             \
	X(CONTACT)	/* begin the heading of a contact, or the line itself */                       \
	X(PUBLIC)	/* begin a line for the public, not for the press */                           \
	X(ABOUT)	/* begin the heading of a boilerplate; a name follows */                       \
	X(PROFILE)	/* end such a heading; a name goes before */                                   \
	X(IS_A)		/* what follows the name where a boilerplate has no heading */                 \
	X(END)		/* end marks, without their dashes and brackets */                             \
	X(ISSUER)	/* begin a source line that names the issuer, with a colon */                  \
	X(SOURCE)	/* begin any other source line */                                              \
	X(DOWNLOAD)	/* stand in a line that says where pictures and the like can be had */                 \
	X(LINK)		/* end such a line: "here" */                                                  \
	X(NOTES)	/* begin the heading of notes to editors, or a notice to them */               \
	X(LEGAL)	/* headings of legal text */                                                   \
	X(LEGAL_TEXT)	/* stand in the first words of legal text without a heading */                 \
	X(PHONE)	/* field labels of a contact */                                                \
	X(FAX)                                                                                         \
	X(EMAIL)                                                                                       \
	X(WEB)                                                                                         \
	X(ADDRESS)                                                                                     \
	X(MAIL)		/* fields of a forwarded mail's head: "Subject" */                             \
	X(FUNCTION)	/* words in what a person is: "director" */                                    \
	X(ORGANISATION) /* words in the name of an organisation, never of a person */                  \
	X(TITLE)	/* academic and other titles before or behind a name */                        \
	X(SAYS)		/* verbs of saying, in the forms that stand beside a quotation */

enum words {
#define X(id) WORDS_##id,
	WORD_LISTS(X)
#undef X
		WORDS_COUNT
};

struct language {
	const char *tag;     /* BCP 47 */
	const char *common;  /* frequent short words, with blanks between: they tell the language */
	const char *letters; /* that few other languages have */
	bool month_first;    /* 5/6/2020 is the sixth of May */
	const char *months[12]; /* NULL: unknown */
	const char *words[WORDS_COUNT]; /* NULL: none */
};

/* Those that are built in. */
extern const struct language *const languages[];
extern const size_t language_count;

/*
 * A word of up to eight bytes that is frequent in some languages, or behind a
 * byte 1 a letter that few have; a bit for each of these languages, in the
 * order of `languages`. Empty words are free places of the hash table.
 */
enum { FREQUENT_BYTES = 8, FREQUENT_SLOTS = 2048 };
struct frequent {
	char word[FREQUENT_BYTES];
	uint64_t languages;
};
extern const struct frequent frequent_words[FREQUENT_SLOTS]; /* of those that are built in */

/* Where the table is first looked at; if another word stands there, behind it. compile.awk counts alike. */
static inline size_t
frequent_slot(const char word[FREQUENT_BYTES])
{
	uint32_t hash = 0;

	for (size_t i = 0; i < FREQUENT_BYTES; i++)
		hash = hash * 31 + (unsigned char)word[i];
	return hash % FREQUENT_SLOTS;
}

#endif
