/* What a journal must be of to be gone on with: all that makes outputs what they are, but the inputs. */
#include <sha2.h>
#include <string.h>

#include "batch/batch_parts.h"

static void
add_text(SHA2_CTX *sum, struct str text)
{
	const uint64_t n = text.n;

	SHA256Update(sum, (const uint8_t *)&n, sizeof(n)); /* so that two texts are not one */
	SHA256Update(sum, (const uint8_t *)text.p, text.n);
}

/* What stands in the files that options name: their names alone do not say whether they are as they were. */
static void
put_files_hash(const struct options *o, struct buf *text)
{
	char hash[SHA256_DIGEST_STRING_LENGTH];
	SHA2_CTX sum;

	SHA256Init(&sum);
	for (const struct given *g = o->defaults; g; g = g->next) {
		add_text(&sum, str_of(meta_name(g->key)));
		add_text(&sum, g->value);
	}
	for (const struct table_file *table = o->tables; table; table = table->next)
		add_text(&sum, table->bytes);
	add_text(&sum, o->template_bytes);
	add_text(&sum, o->css);
	SHA256End(&sum, hash);
	buf_printf(text, " files:%s", hash);
}

/* What changes only the way, or the inputs. */
static bool
is_of_the_way(const struct command_option *option)
{
	static const char *const names[] = { "resume", "jobs", "quiet", "files0-from" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(option->name, names[i]) == 0)
			return true;
	return false;
}

struct str
batch_command(struct batch *b)
{
	struct buf text = { 0 };
	struct str kept;

	buf_puts(&text, WIRECOPY_VERSION);
	for (const struct command_given *given = b->tool.command.given; given; given = given->next) {
		if (is_of_the_way(given->option))
			continue;
		buf_printf(&text, " --%s", given->option->name);
		if (given->value)
			buf_printf(&text, "=%s", given->value);
	}
	if (b->o.o.defaults || b->o.o.tables || b->o.o.template_bytes.n > 0 || b->o.o.css.n > 0)
		put_files_hash(&b->o.o, &text);
	kept = arena_str(&b->tool.arena, buf_str(&text));
	buf_free(&text);
	return kept;
}
