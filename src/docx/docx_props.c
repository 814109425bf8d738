#include "docx/docx_props.h"

#include <string.h>

/* What a run's property is read by: the one of a switch, or one of its own. */
enum { PROP_UNDERLINE = SWITCHES, PROP_RAISED, PROP_SIZE, PROP_LANGUAGE, PROP_FONT };

static const struct {
	const char *name;
	int what;
} run_properties[] = {
	{ "rFonts", PROP_FONT },
	{ "sz", PROP_SIZE },
	{ "lang", PROP_LANGUAGE },
	{ "b", SWITCH_BOLD },
	{ "bCs", SWITCH_BOLD_CS },
	{ "i", SWITCH_ITALIC },
	{ "iCs", SWITCH_ITALIC_CS },
	{ "u", PROP_UNDERLINE },
	{ "vertAlign", PROP_RAISED },
	{ "rtl", SWITCH_RTL },
	{ "strike", SWITCH_STRIKE },
	{ "dstrike", SWITCH_STRIKE },
	{ "vanish", SWITCH_HIDDEN },
	{ "webHidden", SWITCH_HIDDEN },
};

static int
run_property(const char *name)
{
	for (size_t i = 0; i < sizeof(run_properties) / sizeof(run_properties[0]); i++)
		if (name[0] == run_properties[i].name[0] && strcmp(name, run_properties[i].name) == 0)
			return run_properties[i].what;
	return -1;
}

void
run_props_clear(struct run_props *p)
{
	*p = (struct run_props){ .raised = RAISED_UNSAID };
	memset(p->on, -1, sizeof(p->on));
}

void
para_props_clear(struct para_props *p)
{
	*p = (struct para_props){ .num_id = -1, .num_level = -1, .outline = -1, .rtl = -1, .centred = -1 };
}

struct docx_string {
	struct docx_string *next; /* of those with the same hash */
	struct str s, language;
	bool language_known, seen;
};

static struct docx_string *
find_string(struct docx_strings *strings, struct str s)
{
	struct docx_string **head = &strings->buckets[str_hash(s) % (sizeof(strings->buckets) / sizeof(strings->buckets[0]))];
	struct docx_string *found;

	for (found = *head; found; found = found->next)
		if (str_eq(found->s, s))
			return found;
	found = ARENA_NEW(strings->arena, struct docx_string);
	found->s = arena_str(strings->arena, s);
	found->next = *head;
	*head = found;
	return found;
}

struct str
docx_string(struct docx_strings *strings, struct str s)
{
	return s.n > 0 ? find_string(strings, s)->s : STR_NONE;
}

bool
docx_string_seen(struct docx_strings *strings, struct str s)
{
	struct docx_string *found = find_string(strings, s);
	bool seen = found->seen;

	found->seen = true;
	return seen;
}

struct str
docx_language(struct docx_strings *strings, struct doc *d, struct str tag)
{
	struct docx_string *found = find_string(strings, tag);

	if (!found->language_known)
		found->language = doc_language(d, tag);
	found->language_known = true;
	return found->language;
}

static void
read_lang(struct run_props *p, struct docx_strings *strings, const struct xml_element *e)
{
	p->lang = docx_string(strings, docx_val(e));
	p->lang_east_asia = docx_string(strings, docx_attribute(e, NS_W, "eastAsia"));
	p->lang_complex = docx_string(strings, docx_attribute(e, NS_W, "bidi"));
}

void
run_props_read(struct run_props *p, struct docx_strings *strings, const struct xml_element *e)
{
	int what = run_property(e->name);

	switch (what) {
	case -1:
		break;
	case PROP_UNDERLINE:
		p->on[SWITCH_UNDERLINE] = !str_is(docx_val(e), "none");
		break;
	case PROP_RAISED:
		p->raised = str_is(docx_val(e), "superscript") ? 1 : str_is(docx_val(e), "subscript") ? -1 : 0;
		break;
	case PROP_SIZE:
		p->size = (int)docx_number(docx_val(e), 1, 3276, 0);
		break;
	case PROP_LANGUAGE:
		read_lang(p, strings, e);
		break;
	case PROP_FONT:
		p->font = docx_string(strings, docx_attribute(e, NS_W, "ascii"));
		break;
	default:
		p->on[what] = docx_on(docx_val(e));
	}
}

void
para_props_read(struct para_props *p, const struct xml_element *e)
{
	const char *name = e->name;
	struct str val = docx_val(e);

	if (strcmp(name, "numId") == 0)
		p->num_id = docx_number(val, 0, 0x7FFFFFFF, 0);
	else if (strcmp(name, "ilvl") == 0)
		p->num_level = (int)docx_number(val, 0, 8, 0);
	else if (strcmp(name, "outlineLvl") == 0)
		p->outline = (int)docx_number(val, 0, 9, 9);
	else if (strcmp(name, "bidi") == 0)
		p->rtl = docx_on(val);
	else if (strcmp(name, "jc") == 0)
		p->centred = str_is(val, "center");
}

void
run_props_inherit(struct run_props *over, const struct run_props *base)
{
	for (int i = 0; i < SWITCHES; i++)
		if (over->on[i] < 0)
			over->on[i] = base->on[i];
	if (over->raised == RAISED_UNSAID)
		over->raised = base->raised;
	if (over->size == 0)
		over->size = base->size;
	if (over->lang.n == 0)
		over->lang = base->lang;
	if (over->lang_east_asia.n == 0)
		over->lang_east_asia = base->lang_east_asia;
	if (over->lang_complex.n == 0)
		over->lang_complex = base->lang_complex;
	if (over->font.n == 0)
		over->font = base->font;
}

void
para_props_inherit(struct para_props *over, const struct para_props *base)
{
	if (over->num_id < 0)
		over->num_id = base->num_id;
	if (over->num_level < 0)
		over->num_level = base->num_level;
	if (over->outline < 0)
		over->outline = base->outline;
	if (over->rtl < 0)
		over->rtl = base->rtl;
	if (over->centred < 0)
		over->centred = base->centred;
}
