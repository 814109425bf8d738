/*
 * The tools on items: what nmlcheck, nmlmeta, nmlrevise, nmlgate, nmlunpack
 * and nmlpack do with a file. The first byte chooses the tool, the second what
 * it is told. What they make must be well-formed, and an edit must be there.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "item/check.h"
#include "item/gate.h"
#include "item/meta_check.h"
#include "item/nmlmeta.h"
#include "item/pack.h"
#include "item/profile.h"
#include "item/revise.h"
#include "item/unpack.h"
#include "targets.h"

static const struct date now = { .year = 2026, .month = 3, .day = 15, .has_time = true, .hour = 8, .has_zone = true };

static struct item_file *
read_item(struct str bytes)
{
	if (item_charset(bytes, &fuzz_diag))
		fail(&fuzz_diag, STATUS_DATA, (struct place){ 0 }, "another character set");
	return item_parse(&fuzz_diag, bytes);
}

static void
run_check(struct str bytes, unsigned choice)
{
	struct check c = { .now = now };
	struct arena a = { 0 };
	struct buf out = { 0 };

	if (choice % 4)
		c.profile = profile_parse(&a, &fuzz_diag, profile_texts[choice % 3].name,
			str_of(profile_texts[choice % 3].text));
	c.file = read_item(bytes);
	if (choice & 8)
		c.previous = c.file;
	check_run(&c);
	check_text(&c, &fuzz_diag, &out);
	check_json(&c, &fuzz_diag, &out);
}

/* One key gets, adds or loses a value; every item of the file. */
static void
run_meta(struct str bytes, unsigned choice)
{
	static const char *const values[] = { "Text & <more>", "2026-03-15T08:00:00+01:00", "4", "usable", "cs",
		"https://example.com/", "Politics <medtop:11000000>", "withheld" };
	struct item_file *f = read_item(bytes);
	struct splice splice = { 0 };
	struct meta_task task = { .set = choice & 1, .clear = choice & 2 };
	struct meta_text value = { 0 };
	struct buf out = { 0 };
	const char *want;
	size_t keys = 0;

	while (meta_place_at(keys, &task.place))
		keys++;
	meta_place_at((choice / 4) % keys, &task.place);
	for (size_t i = 0; i < sizeof(values) / sizeof(*values) && value.text.n == 0; i++)
		value.text = meta_canonical(&f->arena, &task.place, str_of(values[i]), &want);
	if (value.text.n > 0)
		*(choice % 3 ? &task.values : &task.removed) = &value;
	for (struct element *item = items_chosen(f, STR("all"), NULL); item; item = items_chosen(f, STR("all"), item)) {
		meta_list(f, item, choice & 1 ? META_AS_JSON : META_AS_TEXT, &out);
		meta_do(f, &splice, item, &task, NULL);
	}
	buf_clear(&out);
	splice_apply(&splice, f->bytes, &out);
	fuzz_bind(true);
	read_item(buf_str(&out));
}

static void
run_revise(struct str bytes, unsigned choice)
{
	struct item_file *f = read_item(bytes);
	struct splice splice = { 0 };
	struct revise r = { .action = (enum revise_action)(choice % 5), .now = now, .note = STR("A note & more") };
	struct buf out = { 0 };

	if (r.action <= REVISE_CORRECT && (choice & 64)) {
		r.from = read_item(bytes);
		r.diff = choice & 128;
	}
	for (struct element *item = items_chosen(f, STR("1"), NULL); item; item = items_chosen(f, STR("1"), item))
		revise_item(f, &splice, item, &r);
	splice_apply(&splice, f->bytes, &out);
	fuzz_bind(true);
	read_item(buf_str(&out));
}

static void
run_gate(struct str bytes, unsigned choice)
{
	struct gate gate = { .at = 1700000000, .withdrawals = choice & 1 };

	gate_check(read_item(bytes), &gate);
}

/* Out of the message, each on its own, and into another one. */
static void
run_pack(struct str bytes, unsigned choice)
{
	struct unpack u = { 0 };
	struct pack pack = { 0 };
	struct pack_header header = { .sent = STR("2026-03-15T08:00:00Z"), .sender = STR("example.com") };
	struct buf out = { 0 }, list = { 0 };
	size_t n = 0;

	unpack_begin(&u, read_item(bytes));
	unpack_list(&u, &list);
	for (struct element *item = item_next(u.file, NULL); item; item = item_next(u.file, item)) {
		struct buf alone = { 0 };

		unpack_name(&u, item, ++n, choice & 1 ? STR("{guid}-{version}.xml") : STR("{n}-{headline}.xml"));
		unpack_item(&u, item, &alone);
		fuzz_bind(true);
		read_item(buf_str(&alone));
		fuzz_bind(false);
	}
	pack_add(&pack, &fuzz_diag, bytes);
	pack_finish(&pack, &header, &out);
	fuzz_bind(true);
	read_item(buf_str(&out));
}

void
fuzz_items(struct str bytes)
{
	static void (*const tools[])(struct str, unsigned) = { run_check, run_meta, run_revise, run_gate, run_pack };

	if (bytes.n > 2)
		tools[(unsigned char)bytes.p[0] % 5](str_sub(bytes, 2, bytes.n), (unsigned char)bytes.p[1]);
}
