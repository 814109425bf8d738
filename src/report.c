#include "report.h"

static void
put_place(struct json *j, struct place place)
{
	if (place.part)
		json_text(j, "part", str_of(place.part));
	if (place.number)
		json_number(j, place.unit ? place.unit : "line", (long)place.number);
	if (place.number && !place.unit && place.column)
		json_number(j, "column", (long)place.column);
}

static void
put_losses(struct json *j, const char *name, const struct loss *loss, bool mended)
{
	json_open(j, name, '[');
	for (; loss; loss = loss->next) {
		if (loss->mended != mended)
			continue;
		json_open(j, NULL, '{');
		json_text(j, "kind", str_of(loss_kind_name(loss->kind)));
		json_text(j, "id", str_of(loss->id));
		json_text(j, "what", loss->what);
		put_place(j, loss->place);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
put_messages(struct json *j, const struct report *r)
{
	json_open(j, "messages", '[');
	for (size_t i = 0; i < r->message_count; i++) {
		const struct message *m = &r->messages[i];

		if (m->severity != SAY_ERROR && m->severity != SAY_WARNING)
			continue;
		json_open(j, NULL, '{');
		json_text(j, "severity", str_of(severity_name(m->severity)));
		if (m->id)
			json_text(j, "id", str_of(m->id));
		json_text(j, "what", m->text);
		put_place(j, m->place);
		json_close(j, '}');
	}
	json_close(j, ']');
}

void
report_put(struct json *j, const struct report *r)
{
	json_number(j, "status", (long)r->status);
	json_text_if_any(j, "charset", r->charset);
	json_text_if_any(j, "charset_from", r->charset_from);
	json_text_if_any(j, "language", r->language);
	json_number(j, "warnings", (long)r->warnings);
	for (int k = 0; k < LOSS_KINDS; k++)
		json_number(j, loss_kind_name((enum loss_kind)k), (long)r->loss_count[k]);
	put_losses(j, "losses", r->losses, false);
	put_losses(j, "mends", r->losses, true);
	put_messages(j, r);
}
