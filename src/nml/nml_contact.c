/*
 * Contacts: the runs with contact roles in the sections with the role contact,
 * as parties with contactInfo. A name begins a new contact; what stands before
 * the first name belongs to the organisation.
 */
#include "markup/escape.h"
#include "nml/nml_facts.h"
#include "nml/nml_meta.h"
#include "nml/nml_write.h"

/* One contact's runs, in the text's order. */
struct contact {
	const struct run *name, *org;
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

static void
add_info(struct writing *w, struct contact *c, const char *element, const struct run *r)
{
	struct str text = fact_text(&w->arena, r);
	struct buf *out = w->out;

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
}

static void
put_name(struct writing *w, int depth, const struct run *r)
{
	if (r)
		put_line(w, depth, "name", false, fact_text(&w->arena, r));
}

static void
write_contact(struct writing *w, struct contact *c)
{
	const char *details = c->name ? "personDetails" : "organisationDetails";

	if (c->info.n > 0 || c->name) {
		buf_puts(w->out, "\t\t<infoSource how=\"" NML_DERIVED "\">\n");
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
}

void
write_contacts(struct writing *w)
{
	struct run_walk walk = { 0 };
	struct contact c = { 0 };
	const struct run *r;

	while ((r = fact_run(w->d, &walk, ROLE_CONTACT))) {
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
