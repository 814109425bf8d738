/* What detect.c knows of languages and character sets. */
#ifndef BASE_DETECT_DATA_H
#define BASE_DETECT_DATA_H

struct detect_language {
	char name[3];
	/* Letters beyond ASCII, the most frequent first; of Chinese, Japanese and Korean the most frequent characters. */
	const char *letters;
	const char *words; /* the most frequent ones without such letters */
};

struct detect_set {
	const char *name;
	const char *languages; /* that are written in it */
};

extern const struct detect_language detect_languages[];
extern const int detect_language_count;
/* Of those that give the same text, the first is meant. */
extern const struct detect_set detect_sets[];
extern const int detect_set_count;

#endif
