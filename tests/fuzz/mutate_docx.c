#include <string.h>

#include "docx/docx_zip.h"
#include "fuzz.h"
#include "mutate.h"

/* The parts that the readers look into, and two that they should not. Others are lost by a mutation. */
static const char *const names[] = {
	"word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml",
	"word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml", "word/settings.xml",
	"word/header1.xml", "word/footer1.xml", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml",
	"word/theme/theme1.xml", "word/fontTable.xml", "word/media/image1.png", "word/media/image1.gif", "word/media/image1.jpg",
	"word/_rels/footnotes.xml.rels", "word/_rels/header1.xml.rels", "word/afchunk.html", "word/chart.xml", "word/diagram.xml",
	"word/unknown.xml",
};
enum { PARTS = sizeof(names) / sizeof(*names) };

static struct {
	struct dice *dice;
	struct buf *out;
	size_t most;
	bool done;
} job;
static char room[4 * 1024 * 1024]; /* for the result, since the guard frees all that is allocated */

static void
change_part(struct buf *part, struct buf parts[])
{
	switch (roll(job.dice, 24)) {
	case 0: /* out */
		buf_clear(part);
		break;
	case 1: /* another one in its place */
		buf_clear(part);
		buf_add(part, buf_str(&parts[roll(job.dice, PARTS)]));
		break;
	case 2:
		mutate_bytes(job.dice, part, job.most);
		break;
	default:
		mutate_markup(job.dice, part, job.most);
	}
}

/* The part of the text is changed half the time. */
static struct buf *
choose(struct buf parts[])
{
	size_t i = roll(job.dice, 2) ? 0 : roll(job.dice, PARTS);

	while (parts[i].n == 0 && i > 0)
		i--;
	return &parts[i];
}

static bool
any(const struct buf parts[])
{
	for (size_t i = 0; i < PARTS; i++)
		if (parts[i].n > 0)
			return true;
	return false;
}

static void
change_archive(struct str archive)
{
	struct docx_zip *in = docx_zip_open(&fuzz_diag, archive, 0);
	struct docx_zip_out *out;
	struct buf parts[PARTS] = { 0 }, bytes = { 0 };
	struct buf *part;

	for (size_t i = 0; i < PARTS; i++) {
		long entry = docx_zip_find(in, str_of(names[i]));

		if (entry >= 0)
			docx_zip_read(in, entry, names[i], &parts[i]);
	}
	part = choose(parts);
	if (part->n > 0)
		change_part(part, parts);
	if (!any(parts))
		return; /* libzip writes no archive of nothing */
	out = docx_zip_create(&fuzz_diag);
	for (size_t i = 0; i < PARTS; i++)
		if (parts[i].n > 0)
			docx_zip_add(out, names[i], buf_str(&parts[i]), roll(job.dice, 8) == 0);
	docx_zip_finish(out, &bytes);
	*job.out = bytes;
	job.done = bytes.n <= job.most && bytes.n <= sizeof(room);
	if (job.done)
		memcpy(room, bytes.p, bytes.n);
}

bool
mutate_docx(struct dice *d, struct str archive, struct buf *out, size_t most)
{
	struct buf changed = { 0 };

	job.dice = d;
	job.out = &changed;
	job.most = most;
	job.done = false;
	fuzz_guard(change_archive, archive);
	if (job.done)
		buf_add(out, (struct str){ room, changed.n });
	return job.done;
}
