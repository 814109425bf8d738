/* Text in lines that flow: RFC 3676, section 4. */
#include "eml/eml_body.h"

/* The marks of quoting in front of a line, and behind them one blank that guards it (4.4). */
static size_t
quote_depth(struct str *line)
{
	size_t depth = 0;

	while (depth < line->n && line->p[depth] == '>')
		depth++;
	*line = str_sub(*line, depth, line->n);
	if (line->n > 0 && line->p[0] == ' ')
		*line = str_sub(*line, 1, line->n);
	return depth;
}

void
unflow(struct buf *out, struct str text, bool delsp)
{
	struct str line;
	size_t before = 0;
	bool goes_on = false;

	while (str_next(&text, '\n', &line)) {
		size_t depth;
		bool signature;

		if (line.n > 0 && line.p[line.n - 1] == '\r')
			line.n--;
		depth = quote_depth(&line);
		signature = str_is(line, "-- ");
		if (goes_on && (depth != before || signature)) {
			buf_char(out, '\n');
			goes_on = false;
		}
		for (size_t i = 0; i < depth && !goes_on; i++)
			buf_char(out, '>');
		if (depth > 0 && !goes_on)
			buf_char(out, ' ');
		goes_on = line.n > 0 && line.p[line.n - 1] == ' ' && !signature;
		if (goes_on && delsp)
			line.n--;
		buf_add(out, line);
		if (!goes_on)
			buf_char(out, '\n');
		before = depth;
	}
}
