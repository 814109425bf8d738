/*
 * The readers, each as the converters have it: from bytes to a document, and
 * on to another format. The first byte chooses that format and the options.
 */
#include "convert.h"
#include "fuzz.h"
#include "recognise/recognise.h"
#include "targets.h"

enum {
	CHOICE_WAY = 3,	   /* the format of the output, but mail */
	CHOICE_UNSURE = 4, /* without recognising */
	CHOICE_OPTIONS = 8, /* other options than the usual ones */
	CHOICE_MAIL = 16
};

static int
way_of(unsigned choice)
{
	static const int ways[CHOICE_WAY + 1] = { FUZZ_HTML, FUZZ_DOCX, FUZZ_NML, FUZZ_TXT };

	return choice & CHOICE_MAIL ? FUZZ_EML : ways[choice & CHOICE_WAY];
}

static struct options
options_of(unsigned choice)
{
	struct options o = fuzz_options;

	o.no_recognise = (choice & CHOICE_UNSURE) != 0;
	if (!(choice & CHOICE_OPTIONS))
		return o;
	o.letterhead = LETTERHEAD_ALL;
	o.comments = true;
	o.reject_changes = true;
	o.main = MAIN_AUTO;
	o.headers = true;
	o.wrap = 40;
	o.links = LINKS_FOOT;
	o.marks = true;
	o.public = true;
	o.lang = STR("cs");
	o.attachment = 1;
	return o;
}

static void
convert(int from, struct str bytes)
{
	unsigned choice = bytes.n > 0 ? (unsigned char)bytes.p[0] : 0;
	int to = way_of(choice);
	struct options o = options_of(choice);
	struct converter by = { fuzz_formats[from].reader, fuzz_formats[to].writer, recognise, &o, &fuzz_charsets, NULL };
	struct conversion c = { .by = &by, .diag = &fuzz_diag };
	struct buf tree;

	buf_add(&c.input, str_sub(bytes, 1, bytes.n));
	if (c.input.n == 0)
		return;
	convert_begin(&c);
	convert_run(&c);
	fuzz_check(to, buf_str(&c.output));
	tree = fuzz_tree(c.doc);
	if (to < FUZZ_RICH && !o.public)
		fuzz_back(to, buf_str(&c.output), &tree);
}

void
fuzz_txt(struct str bytes)
{
	convert(FUZZ_TXT, bytes);
}

void
fuzz_html(struct str bytes)
{
	convert(FUZZ_HTML, bytes);
}

void
fuzz_docx(struct str bytes)
{
	convert(FUZZ_DOCX, bytes);
}

void
fuzz_nml(struct str bytes)
{
	convert(FUZZ_NML, bytes);
}

void
fuzz_eml(struct str bytes)
{
	convert(FUZZ_EML, bytes);
}
