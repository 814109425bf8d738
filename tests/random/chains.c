/*
 * chains [count [first seed]]: random documents through every format and
 * every chain of three of them. Each way, the tree of the document that comes
 * back is the tree that went in, and X2Y gives the bytes of X2nml | nml2Y.
 * Speaks TAP, one test for each format pair and for each kind of chain.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "complete.h"
#include "nml/nml.h"
#include "random_doc.h"
#include "tree/tree.h"
#include "../../filters/mail.h"

static const struct format {
	const char *name;
	const struct reader *reader;
	const struct writer *writer;
} formats[] = {
	{ "html", &html_reader, &html_writer },
	{ "docx", &docx_reader, &docx_writer },
	{ "nml", &nml_reader, &nml_writer },
	{ "eml", &eml_reader, &eml_writer },
};

/* Of the formats the first ones are put in chains; mail holds HTML, so that its chains are those. */
enum { FORMATS = 4, CHAINED = 3, SHOWN = 5 };

struct failure_count {
	unsigned long check, back[FORMATS], pair[FORMATS][FORMATS], chain;
};

static struct diag diag = { .program = "chains", .quiet = true };
static struct charsets charsets;
static const struct options options = {
	.newsml_version = NEWSML_VERSION,
	.part_readers = mail_part_readers,
	.part_writers = mail_part_writers,
	.charsets = &charsets,
};

static struct buf
written(const struct doc *d, const struct writer *writer)
{
	struct buf out = { 0 };

	writer->write(d, &out, &options);
	return out;
}

static struct doc *
read_back(const struct reader *reader, const struct buf *bytes)
{
	struct doc *d = doc_new(&diag);

	reader->read(d, buf_str(bytes), &options);
	return d;
}

/* Writes what differed where a person can look at it. */
static void
keep(unsigned long seed, const char *what, const char *suffix, const struct buf *b)
{
	char name[200];
	FILE *f;

	snprintf(name, sizeof(name), "build/chains-%lu-%s.%s", seed, what, suffix);
	f = fopen(name, "w");
	if (f) {
		fwrite(b->p, 1, b->n, f);
		fclose(f);
	}
}

static bool
same_tree(unsigned long seed, const char *what, const struct buf *before, const struct doc *after, bool show)
{
	struct buf tree = written(after, &tree_writer);
	bool same = str_eq(buf_str(before), buf_str(&tree));
	const char *wrong = doc_check(after);

	if (wrong)
		printf("# seed %lu: %s: %s\n", seed, what, wrong);
	if (!same && show) {
		printf("# seed %lu: %s: build/chains-%lu-%s.{before,after} differ\n", seed, what, seed, what);
		keep(seed, what, "before", before);
		keep(seed, what, "after", &tree);
	}
	buf_free(&tree);
	return same && !wrong;
}

/* The chains of three formats that begin at bytes of format a. */
static void
follow_chains(unsigned long seed, int a, const struct buf *first, const struct buf *tree, struct failure_count *failures)
{
	for (int b = 0; b < CHAINED; b++) {
		struct doc *d = read_back(formats[a].reader, first);
		struct buf second = written(d, formats[b].writer);

		doc_free(d);
		for (int c = 0; c < CHAINED; c++) {
			struct buf third;
			char what[40];

			if (a == b || b == c)
				continue;
			d = read_back(formats[b].reader, &second);
			third = written(d, formats[c].writer);
			doc_free(d);
			d = read_back(formats[c].reader, &third);
			snprintf(what, sizeof(what), "%s-%s-%s", formats[a].name, formats[b].name, formats[c].name);
			failures->chain += !same_tree(seed, what, tree, d, failures->chain < SHOWN);
			doc_free(d);
			buf_free(&third);
		}
		buf_free(&second);
	}
}

/* X2Y directly, and X2nml | nml2Y. */
static void
compare_pairs(unsigned long seed, int x, const struct buf *bytes, struct failure_count *failures)
{
	struct doc *d = read_back(formats[x].reader, bytes);
	struct buf nml = written(d, &nml_writer);
	struct doc *by_nml = read_back(&nml_reader, &nml);

	for (int y = 0; y < FORMATS; y++) {
		struct buf direct = written(d, formats[y].writer), round = written(by_nml, formats[y].writer);

		if (!str_eq(buf_str(&direct), buf_str(&round))) {
			if (failures->pair[x][y]++ < SHOWN)
				printf("# seed %lu: %s2%s differs from the way over nml\n", seed, formats[x].name,
					formats[y].name);
		}
		buf_free(&direct);
		buf_free(&round);
	}
	doc_free(by_nml);
	doc_free(d);
	buf_free(&nml);
}

static void
one_document(unsigned long seed, struct failure_count *failures)
{
	struct doc *d = random_doc(&diag, seed);
	const char *wrong = doc_check(d);
	struct buf tree;

	complete(d, &options, true, STR_NONE);
	if (wrong) {
		printf("# seed %lu: %s\n", seed, wrong);
		failures->check++;
	}
	tree = written(d, &tree_writer);
	for (int x = 0; x < FORMATS; x++) {
		struct buf bytes = written(d, formats[x].writer);
		struct doc *back = read_back(formats[x].reader, &bytes);

		if (!same_tree(seed, formats[x].name, &tree, back, failures->back[x] < SHOWN)) {
			if (failures->back[x]++ < SHOWN)
				keep(seed, formats[x].name, "bytes", &bytes);
		} else {
			if (x < CHAINED)
				follow_chains(seed, x, &bytes, &tree, failures);
			compare_pairs(seed, x, &bytes, failures);
		}
		doc_free(back);
		buf_free(&bytes);
	}
	buf_free(&tree);
	doc_free(d);
}

static void
result(int *n, bool ok, const char *what, unsigned long failed, unsigned long of)
{
	printf("%sok %d - %s", ok ? "" : "not ", ++*n, what);
	if (failed > 0)
		printf(" (%lu of %lu failed)", failed, of);
	printf("\n");
}

int
main(int argc, char **argv)
{
	unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 120;
	unsigned long first = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;
	struct failure_count failures = { 0 };
	int n = 0;

	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
	zone_set(NULL);
	charsets_open(&charsets);
	for (unsigned long seed = first; seed < first + count; seed++)
		one_document(seed, &failures);
	printf("1..%d\n", 2 + FORMATS + FORMATS * FORMATS);
	result(&n, failures.check == 0, "random documents are in canonical form", failures.check, count);
	for (int x = 0; x < FORMATS; x++) {
		char what[80];

		snprintf(what, sizeof(what), "documents come back from %s as they went in", formats[x].name);
		result(&n, failures.back[x] == 0, what, failures.back[x], count);
	}
	result(&n, failures.chain == 0, "and from every chain of three", failures.chain, 12 * count);
	for (int x = 0; x < FORMATS; x++)
		for (int y = 0; y < FORMATS; y++) {
			char what[80];

			snprintf(what, sizeof(what), "%s2%s is %s2nml | nml2%s byte for byte", formats[x].name,
				formats[y].name, formats[x].name, formats[y].name);
			result(&n, failures.pair[x][y] == 0, what, failures.pair[x][y], count);
		}
	return 0;
}
