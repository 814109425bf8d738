/* A profile as it is interpreted. */
#ifndef ITEM_PROFILE_RULES_H
#define ITEM_PROFILE_RULES_H

#include "base/str.h"

#define PROFILE_VERBS(X) \
	X(ROOT, "root") X(NEEDS, "needs") X(EVERY, "every") X(ONLY, "only") X(NO, "no") X(NAMES, "names") X(ONE, "one") \
	X(LAST, "last") X(INNER, "inner") X(FRONT, "front") X(OLDER, "older")

enum profile_verb {
#define X(symbol, name) VERB_##symbol,
	PROFILE_VERBS(X)
#undef X
	PROFILE_VERB_COUNT
};

enum profile_level { PROFILE_REFUSED, PROFILE_LOST, PROFILE_CHANGED };

enum { PROFILE_STEPS = 16, PROFILE_VALUES = 16 };

struct profile_step {
	struct str name;
	struct str attribute; /* of a condition; no bytes: none */
	struct str value;
	bool differs; /* the condition is that it is not so */
};

struct profile_path {
	bool from_root;
	struct profile_step steps[PROFILE_STEPS];
	size_t count;
	struct str attribute; /* the last step, if it is one; no bytes: none */
};

struct profile_line {
	struct profile_line *next;
	enum profile_level level;
	enum profile_verb verb;
	struct profile_path path;
	struct profile_path when; /* without steps: always */
	struct str values[PROFILE_VALUES];
	size_t value_count;
	struct str text;
};

struct profile {
	struct profile_line *lines;
};

#endif
