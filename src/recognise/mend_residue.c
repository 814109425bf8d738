/* What a web page leaves in a text: feeds, trackers and menus. */
#include <string.h>

#include "base/utf8.h"
#include "recognise/mend.h"
#include "recognise/release.h"
#include "recognise/runs.h"

enum {
	TOP = 8,	  /* blocks among which a page's menu stands */
	MENU_BYTES = 300, /* of a menu of languages */
	MENU_LEAST = 3	  /* languages in one */
};

/* Takes a word in lower case off the front, whatever the case of the text is. */
static bool
take_folded(struct str *text, struct str word)
{
	struct str rest = *text;

	while (word.n > 0)
		if (rest.n == 0 || utf8_lower(utf8_next(&rest)) != utf8_next(&word))
			return false;
	*text = rest;
	return true;
}

/* What feeds and trackers leave in a text. */
static bool
is_residue(struct str text)
{
	if (str_starts(text, STR("The post ")) && str_find(text, STR(" appeared first on ")) != STR_NPOS)
		return true;
	if (str_starts(text, STR("[ti?nf=")) && str_find_char(text, ' ') == STR_NPOS)
		return true;
	if (text.n == 0)
		return false;
	/* What stood between the links of a menu. */
	while (text.n > 0 && strchr("|[] ", text.p[0]))
		text = str_sub(text, 1, text.n);
	return text.n == 0;
}

/* "This page in: English / Français / Deutsch": three languages at least, each by its own name, and nothing else. */
static bool
is_language_menu(struct str line)
{
	static const char *const names[] = { "bahasa indonesia", "català", "čeština", "česky", "dansk", "deutsch", "eesti",
		"english", "español", "français", "hrvatski", "italiano", "latviešu", "lietuvių", "magyar", "nederlands",
		"norsk", "polski", "português", "română", "slovenčina", "slovensky", "slovenščina", "suomi", "svenska",
		"türkçe", "ελληνικά", "български", "русский", "українська", "中文", "日本語", "한국어" };
	size_t colon = str_find_char(line, ':'), n = 0;

	if (line.n > MENU_BYTES)
		return false;
	line = str_sub(line, colon == STR_NPOS ? 0 : colon + 1, line.n);
	for (;;) {
		bool known = false;

		while (line.n > 0 && strchr(" /|,", line.p[0]))
			line = str_sub(line, 1, line.n);
		if (line.n == 0)
			return n >= MENU_LEAST;
		for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && !known; i++)
			known = take_folded(&line, str_of(names[i]));
		if (!known || (line.n > 0 && !strchr(" /|,", line.p[0])))
			return false;
		n++;
	}
}

static bool
holds_image(const struct block *b)
{
	for (const struct run *r = b->runs; r; r = r->next)
		if (r->kind == RUN_IMAGE)
			return true;
	return false;
}

/* Whether its last line begins so: cheaper to ask than its text. */
static bool
may_end_in_residue(const struct block *b)
{
	const struct run *line = b->runs;

	for (const struct run *r = b->runs; r; r = r->next)
		if (r->kind == RUN_BREAK)
			line = r->next;
	return line && line->kind == RUN_TEXT &&
	       (str_starts(line->text, STR("The post ")) || line->text.p[0] == '[' || line->text.p[0] == '|');
}

bool
mend_residue(struct doc *d)
{
	struct block *next;
	bool any = false;
	int n = 0;

	for (struct block *b = d->root->first; b; b = next) {
		struct str text, line = STR_NONE, rest;
		size_t last;

		bool top = n++ < TOP;

		next = b->next;
		if (b->type != BLOCK_PARA || b->role != ROLE_NONE || !(top || may_end_in_residue(b)) ||
			holds_image(b))
			continue;
		text = rest = block_text(&d->arena, b);
		while (str_next(&rest, '\n', &line))
			;
		if (!is_residue(line) && !(top && is_language_menu(line)))
			continue;
		mended(d->diag, block_place(b), MEND_RESIDUE, "dropped what a web page left behind: \"%.*s\"",
			STR_FMT(str_sub(line, 0, 60)));
		last = (size_t)(line.p - text.p);
		block_remove(last == 0 ? b : leaf_split(d, b, last));
		any = true;
	}
	return any;
}
