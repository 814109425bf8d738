/* Comments in an item; what else of it is for editors only is in its metadata. */
#include "relcheck/relcheck.h"

static size_t
count_lines(struct str s)
{
	size_t lines = 0;

	for (size_t i = 0; i < s.n; i++)
		lines += s.p[i] == '\n';
	return lines;
}

/* Takes what stands before the mark, and the mark, off the front. */
static struct str
take_to(struct str *rest, struct str mark)
{
	size_t at = str_find(*rest, mark);
	struct str part = str_sub(*rest, 0, at);

	*rest = str_sub(*rest, at == STR_NPOS ? rest->n : at + mark.n, rest->n);
	return part;
}

void
relcheck_nml(struct relcheck *c)
{
	struct str rest = c->bytes;
	size_t line = 1;

	while (rest.n > 0) {
		struct str from;

		line += count_lines(take_to(&rest, STR("<!")));
		from = rest;
		if (str_starts(rest, STR("[CDATA["))) {
			line += count_lines(take_to(&rest, STR("]]>")));
		} else if (str_starts(rest, STR("--"))) {
			struct str text = take_to(&rest, STR("-->"));

			relcheck_found(c, RULE_MARKUP_COMMENT, (struct place){ .number = line }, "a comment: \"%.*s\"",
				STR_FMT(relcheck_cut(c, str_trim(str_sub(text, 2, text.n)))));
			line += count_lines(str_sub(from, 0, from.n - rest.n));
		}
	}
}
