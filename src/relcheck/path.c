/* Addresses that say how a sender's computers are named and ordered. */
#include "relcheck/relcheck.h"

/* "C:\Users", with nothing of a word in front. */
static bool
is_drive(struct str s, size_t colon)
{
	return colon > 0 && ascii_alpha(s.p[colon - 1]) && colon + 1 < s.n && s.p[colon + 1] == '\\' &&
	       !(colon > 1 && (ascii_alpha(s.p[colon - 2]) || ascii_digit(s.p[colon - 2])));
}

/* "\\server\share", alone or in quotes: field instructions double each backslash. */
static bool
is_share(struct str s, size_t at)
{
	return (at == 0 || s.p[at - 1] == '"' || s.p[at - 1] == ' ') && at + 2 < s.n && s.p[at] == '\\' && s.p[at + 1] == '\\' &&
	       (ascii_alpha(s.p[at + 2]) || s.p[at + 2] == '\\') && str_find_char(str_sub(s, at + 2, s.n), '\\') != STR_NPOS;
}

bool
relcheck_is_path(struct str s)
{
	s = str_sub(s, 0, 4096);
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] == ':' && is_drive(s, i)) || (s.p[i] == '\\' && is_share(s, i)))
			return true;
	return str_starts_nocase(s, STR("file:")) || str_find(s, STR("\"file:")) != STR_NPOS ||
	       str_starts(s, STR("/Users/")) || str_starts(s, STR("/home/"));
}
