/* What the XML parser hands over, and what it refuses with which words. Each refusal happens in a child of its own. */
#include "markup/xml.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "tap.h"

struct trace {
	struct buf out;
	struct xml *xml;
};

static void
start(void *context, const struct xml_element *e)
{
	struct trace *t = context;

	buf_printf(&t->out, "<%s%s%s", e->ns, e->ns[0] ? "|" : "", e->name);
	for (size_t i = 0; i < e->attribute_count; i++)
		buf_printf(&t->out, " %s=%.*s", e->attributes[i].name, STR_FMT(e->attributes[i].value));
	buf_printf(&t->out, ">@%zu", xml_offset(t->xml));
}

static void
end(void *context, const struct xml_element *e)
{
	struct trace *t = context;

	buf_printf(&t->out, "</%s>@%zu", e->name, xml_offset(t->xml));
}

static void
text(void *context, struct str part)
{
	buf_add(&((struct trace *)context)->out, part);
}

static const struct xml_handler handler = { start, end, text };

static void
parse(struct trace *t, struct str bytes, size_t step)
{
	struct diag diag = { .program = "xml" };

	t->xml = xml_begin(&diag, "part", false, &handler, t);
	for (size_t i = 0; i < bytes.n; i += step)
		xml_feed(t->xml, str_sub(bytes, i, i + step));
	xml_end(t->xml);
}

static void
gives(struct tap *tap, struct str bytes, const char *want, const char *name)
{
	static const size_t steps[] = { 1, 3, 1000000 };

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		struct trace t = { 0 };

		parse(&t, bytes, steps[i]);
		is(tap, buf_str(&t.out), want, name);
		buf_free(&t.out);
	}
}

/* The message that the bytes are refused with, in memory of the arena. */
static struct str
refusal(struct arena *a, struct str bytes, int *status)
{
	char said[4096];
	ssize_t n;
	int ends[2];
	pid_t child;

	if (pipe(ends) != 0 || (child = fork()) < 0)
		return STR_NONE;
	if (child == 0) {
		struct trace t = { 0 };

		dup2(ends[1], STDERR_FILENO);
		parse(&t, bytes, 1000);
		_exit(0);
	}
	close(ends[1]);
	n = read(ends[0], said, sizeof(said));
	close(ends[0]);
	waitpid(child, status, 0);
	*status = WIFEXITED(*status) ? WEXITSTATUS(*status) : -1;
	return arena_str(a, str_trim((struct str){ said, n > 0 ? (size_t)n : 0 }));
}

static void
refuses(struct tap *tap, struct str bytes, const char *want, const char *name)
{
	struct arena a = { 0 };
	int status = -1;

	is(tap, refusal(&a, bytes, &status), want, name);
	is_number(tap, status, STATUS_DATA, name);
	arena_free(&a);
}

/* before, n times part (each "%zu" its number), after */
static struct str
repeated(struct buf *b, const char *before, size_t n, const char *part, const char *after)
{
	buf_clear(b);
	buf_puts(b, before);
	for (size_t i = 0; i < n; i++) {
		const char *number = strstr(part, "%zu");

		buf_add(b, (struct str){ part, number ? (size_t)(number - part) : strlen(part) });
		if (number)
			buf_printf(b, "%zu%s", i, number + 3);
	}
	buf_puts(b, after);
	return buf_str(b);
}

static void
test_limits(struct tap *t)
{
	struct buf b = { 0 };

	refuses(t, repeated(&b, "<a\n>\n<b ", 100000, "x%zu='' ", "/></a>"),
		"xml: part: 3:1: an element has more than 1000 attributes", "100,000 attributes");
	refuses(t, repeated(&b, "<a", 2000, " xmlns:x%zu='u'", "/>"), "xml: part: 1:1: an element has more than 1000 attributes",
		"2,000 namespaces");
	refuses(t, repeated(&b, "", 10000, "<a>", ""), "xml: part: 1:771: elements are nested more than 256 deep", "10,000 deep");
	gives(t, repeated(&b, "<a><!--", 3000, " = \"<b '", "--></a>"), "<a>@3</a>@24014", "a comment full of attributes");
	refuses(t, repeated(&b, "<a><!--- <b c=' --><d ", 2000, "x%zu=\"\" ", "/></a>"),
		"xml: part: 1:20: an element has more than 1000 attributes", "a comment that is none of its own");
	buf_free(&b);
}

int
main(void)
{
	struct tap t = { 0 };

	gives(&t, STR("<a x='1'>t<b xmlns='u' y='&lt;&amp;#38;'/>&#233;<![CDATA[<]]></a>"),
		"<a x=1>@9t<u|b y=<&#38;>@42</b>@42\xC3\xA9<</a>@65", "elements, attributes, text, offsets");
	gives(&t, STR("\xFF\xFE<\0a\0/\0>\0"), "<a>@10</a>@10", "UTF-16");
	gives(&t, STR("<?xml version='1.0' encoding='utf-16'?><a/>"), "<a>@43</a>@43", "a declaration that cannot be true");
	refuses(&t, STR("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
		"xml: part: 1:13: the document type declaration is not allowed", "a document type");
	refuses(&t, STR("<a>&nbsp;</a>"), "xml: part: 1:10: not well-formed XML: Entity 'nbsp' not defined", "an entity");
	refuses(&t, STR("<a><b>"), "xml: part: 1:7: not well-formed XML: cut off, with elements still open", "a cut");
	refuses(&t, STR("<a></b>"), "xml: part: 1:8: not well-formed XML: Opening and ending tag mismatch: a line 1 and b", "tags");
	refuses(&t, STR(" \n"), "xml: part: 1:1: not XML: empty", "nothing");
	refuses(&t, STR("PK\3\4"), "xml: part: 1:1: not XML: it does not begin with \"<\"", "something else");
	refuses(&t, STR("<?xml version='1.0' encoding='latin2'?><a/>"),
		"xml: part: 1:1: XML in the encoding \"latin2\" (only UTF-8 and UTF-16 may stand here)", "an encoding");
	test_limits(&t);
	return done(&t);
}
