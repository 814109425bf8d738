/*
 * Contacts: the runs with contact roles in the sections with the role contact,
 * as parties with contactInfo. A name begins a new contact, and so do the
 * organisation and the function that stand right before it at the head of a
 * paragraph; what stands before the first name belongs to the organisation. A
 * paragraph behind a whole contact is somebody else's when it says whose its
 * number or address is.
 */
#include "markup/escape.h"
#include "nml/nml_facts.h"
#include "nml/nml_meta.h"
#include "nml/nml_write.h"

enum { TWICE_REACH = 4096 }; /* bytes of a contact's fields among which one that comes again is looked for */

/* One contact's runs, in the text's order. */
struct contact {
	const struct run *name, *org;
	struct str words; /* whose it is by the first words of its paragraph; empty: they are not asked */
	struct buf info; /* the content of its contactInfo */
};

static const struct {
	enum role role;
	const char *element;
} infos[] = {
	{ ROLE_CONTACT_EMAIL, "email" },
	{ ROLE_CONTACT_PHONE, "phone" },
	{ ROLE_CONTACT_FAX, "fax" },
	{ ROLE_CONTACT_WEB, "web" },
	{ ROLE_CONTACT_ADDRESS, "address" },
	{ ROLE_CONTACT_FUNCTION, "note" },
};

/* An address that the contact's paragraphs name twice stands once. */
static void
add_info(struct writing *w, struct contact *c, const char *element, const struct run *r)
{
	struct str text = fact_text(&w->arena, r), line;
	struct buf *out = w->out;
	size_t before = c->info.n;

	if (r->role == ROLE_CONTACT_WEB && !nml_is_web(text))
		text = nml_is_uri(r->link) ? r->link : STR_NONE;
	if (text.n == 0)
		return;
	w->out = &c->info;
	if (r->role == ROLE_CONTACT_ADDRESS) {
		buf_puts(&c->info, "\t\t\t\t\t<address><line>");
		escape_text(&c->info, text);
		buf_puts(&c->info, "</line></address>\n");
	} else {
		put_line(w, 5, element, false, text);
	}
	w->out = out;
	line = str_sub(buf_str(&c->info), before, c->info.n);
	if (str_find(str_sub(buf_str(&c->info), before > TWICE_REACH ? before - TWICE_REACH : 0, before), line) != STR_NPOS)
		c->info.n = before;
}

static void
put_name(struct writing *w, int depth, const struct run *r)
{
	if (r)
		put_line(w, depth, "name", false, fact_text(&w->arena, r));
}

static const struct run *
run_of_role(const struct block *leaf, enum role role)
{
	const struct run *r = leaf ? leaf->runs : NULL;

	while (r && r->role != role)
		r = r->next;
	return r;
}

/* "Dotazy žadatelů" in "Dotazy žadatelů: zelená linka 800 000 112": what stands before a colon, or the first field. */
static struct str
first_words(struct writing *w, const struct block *leaf)
{
	struct buf text = { 0 };
	struct str words;

	for (const struct run *r = leaf->runs; r && r->role == ROLE_NONE; r = r->next)
		buf_add(&text, r->kind == RUN_BREAK ? STR(" ") : r->text);
	words = str_trim(arena_str(&w->arena, buf_str(&text)));
	buf_free(&text);
	return str_trim(str_sub(words, 0, str_find_char(words, ':')));
}

/*
 * Whose the fields of this paragraph are, where the contact before it has a
 * number and an address already. Empty: the same contact's. One word is "Tel."
 */
static struct str
other_party(struct writing *w, const struct block *before, const struct block *leaf)
{
	const struct run *org = run_of_role(leaf, ROLE_CONTACT_ORG);
	struct str words;

	if (!run_of_role(before, ROLE_CONTACT_PHONE) || !run_of_role(before, ROLE_CONTACT_EMAIL) ||
		run_of_role(leaf, ROLE_CONTACT_NAME) ||
		!(run_of_role(leaf, ROLE_CONTACT_PHONE) || run_of_role(leaf, ROLE_CONTACT_EMAIL)))
		return STR_NONE;
	if (org)
		return fact_text(&w->arena, org);
	words = first_words(w, leaf);
	return str_find_char(words, ' ') == STR_NPOS ? STR_NONE : words;
}

/*
 * "Chile", then "Jane Miller" on the next line: whether what stands at the
 * head of a paragraph, behind a contact that has its fields, leads to a name
 * and not to fields of its own. ahead: the walk, which stays where it is.
 */
static bool
leads_to_name(const struct doc *d, struct run_walk ahead)
{
	const struct run *r = ahead.at;

	while (r && (r->role == ROLE_CONTACT_ORG || r->role == ROLE_CONTACT_FUNCTION))
		r = fact_run(d, &ahead, ROLE_CONTACT);
	return r && r->role == ROLE_CONTACT_NAME;
}

static void
write_contact(struct writing *w, struct contact *c)
{
	const char *details = c->name ? "personDetails" : "organisationDetails";

	if (c->info.n > 0 || c->name) {
		buf_puts(w->out, "\t\t<infoSource how=\"" NML_DERIVED "\">\n");
		if (c->words.n > 0)
			put_line(w, 3, "name", false, c->words);
		else
			put_name(w, 3, c->name ? c->name : c->org);
		buf_printf(w->out, "\t\t\t<%s>\n", details);
		if (c->name && c->org) {
			buf_puts(w->out, "\t\t\t\t<affiliation>\n");
			put_name(w, 5, c->org);
			buf_puts(w->out, "\t\t\t\t</affiliation>\n");
		}
		buf_puts(w->out, "\t\t\t\t<contactInfo>\n");
		buf_add(w->out, buf_str(&c->info));
		buf_printf(w->out, "\t\t\t\t</contactInfo>\n\t\t\t</%s>\n\t\t</infoSource>\n", details);
	}
	buf_clear(&c->info);
	c->name = NULL;
	c->words = STR_NONE;
}

void
write_contacts(struct writing *w)
{
	struct run_walk walk = { 0 };
	struct contact c = { 0 };
	const struct block *leaf = NULL;
	const struct run *r;

	while ((r = fact_run(w->d, &walk, ROLE_CONTACT))) {
		bool head = walk.blocks.at != leaf;
		struct str party = head ? other_party(w, leaf, walk.blocks.at) : STR_NONE;

		leaf = walk.blocks.at;
		if (head && c.info.n > 0 && r->role != ROLE_CONTACT_NAME && leads_to_name(w->d, walk))
			write_contact(w, &c);
		if (party.n > 0) {
			write_contact(w, &c);
			c.words = party;
		}
		if (r->role == ROLE_CONTACT_NAME) {
			write_contact(w, &c);
			c.name = r;
		} else if (r->role == ROLE_CONTACT_ORG) {
			c.org = r;
		}
		for (size_t i = 0; i < sizeof(infos) / sizeof(*infos); i++)
			if (r->role == infos[i].role)
				add_info(w, &c, infos[i].element, r);
	}
	write_contact(w, &c);
	buf_free(&c.info);
}
