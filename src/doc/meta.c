#include "doc/meta.h"

/* The type words of META_KEYS, some of which are keys' names too. */
enum {
	TYPE_TEXT = META_TEXT,
	TYPE_NUMBER = META_NUMBER,
	TYPE_DATE = META_DATE_TYPE,
	TYPE_INSTANT = META_INSTANT,
	TYPE_EMBARGO = META_EMBARGO_TYPE,
	TYPE_LANGUAGE = META_LANGUAGE_TYPE,
	TYPE_URL = META_URL,
	TYPE_CONCEPT = META_CONCEPT
};

static const struct {
	const char *name;
	int type;
	bool many, private;
} keys[META_COUNT] = {
#define X(id, name, type, many, private) [META_##id] = { name, TYPE_##type, many, private },
	META_KEYS(X)
#undef X
};

const char *
meta_name(enum meta_key key)
{
	return keys[key].name;
}

enum meta_type
meta_type(enum meta_key key)
{
	return (enum meta_type)keys[key].type;
}

bool
meta_many(enum meta_key key)
{
	return keys[key].many;
}

bool
meta_private(enum meta_key key)
{
	return keys[key].private;
}

enum meta_key
meta_of_name(struct str name)
{
	for (enum meta_key k = 0; k < META_COUNT; k++)
		if (str_is_nocase(name, keys[k].name))
			return k;
	return META_COUNT;
}

void
concept_split(struct str value, struct str *name, struct str *qcode)
{
	size_t open = str_find_char(value, '<');

	*name = value;
	*qcode = STR_NONE;
	if (open == STR_NPOS || !str_ends(value, STR(">")))
		return;
	*name = str_trim(str_sub(value, 0, open));
	*qcode = str_sub(value, open + 1, value.n - 1);
}
