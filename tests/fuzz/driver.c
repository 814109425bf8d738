#include "fuzz.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "markup/xml.h"

#ifndef __has_feature
#define __has_feature(x) 0
#endif
/* Clang alone has it; what GCC builds runs but a few inputs. */
#if __has_feature(address_sanitizer)
#define SWEEPS 1
#include <sanitizer/allocator_interface.h>
#endif

enum { MADE_MOST = 4 * 1024 * 1024 };

struct diag fuzz_diag;
struct charsets fuzz_charsets;

static struct {
	bool running, bound, kept, whole;
	jmp_buf back;
	char message[2048]; /* the last one */
} run;

/* MEMORY */

#ifdef SWEEPS

void xmlResetLastError(void); /* of libxml2, whose headers are for src/markup: it keeps its last error beyond a parser */

/* All that was allocated since the run began. An address may be there twice: the allocator knows which are taken. */
static void *made[MADE_MOST];
static size_t made_count;

static void
on_malloc(const volatile void *p, size_t n)
{
	(void)n;
	if (run.running && !run.kept && made_count < MADE_MOST)
		made[made_count++] = (void *)p;
}

static void
on_free(const volatile void *p)
{
	(void)p;
}

static void
sweep(void)
{
	xmlResetLastError();
	for (size_t i = 0; i < made_count; i++)
		if (__sanitizer_get_ownership(made[i]))
			free(made[i]);
	made_count = 0;
}

static void
watch_memory(void)
{
	__sanitizer_install_malloc_and_free_hooks(on_malloc, on_free);
}

#else /* a program without it runs a few files and ends */

static void
sweep(void)
{
}

static void
watch_memory(void)
{
}

#endif

/* ENDING A RUN */

void
fuzz_found(const char *what, const char *why)
{
	run.running = false;
	fprintf(stderr, "found: %s: %s\n", what, why);
	abort();
}

static void
take(struct diag *d, const struct message *m)
{
	(void)d;
	snprintf(run.message, sizeof(run.message), "%.*s", STR_FMT(m->text));
}

static void
end(struct diag *d, enum status status)
{
	(void)d;
	if (status == STATUS_BUG || run.bound)
		fuzz_found("the run ended", run.message);
	longjmp(run.back, 1);
}

bool
fuzz_guard(void (*body)(struct str), struct str bytes)
{
	fuzz_diag = (struct diag){ .program = "fuzz", .verbose = true, .take = take, .ending = end };
	run.bound = run.whole = false;
	run.running = true;
	if (setjmp(run.back) == 0) {
		body(bytes);
		run.whole = true;
	}
	run.running = false;
	sweep();
	return run.whole;
}

void
fuzz_bind(bool on)
{
	run.bound = on;
}

void
fuzz_keep(bool on)
{
	run.kept = on;
}

/* Libraries make what they keep on their first use: that is here. */
void
fuzz_setup(void)
{
	static const struct xml_handler handler = { 0 };

	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
	zone_set(NULL);
	fuzz_diag = (struct diag){ .program = "fuzz" };
	xml_parse(&fuzz_diag, NULL, true, STR("<a/>"), &handler, NULL);
	charsets_open(&fuzz_charsets);
	watch_memory();
}
