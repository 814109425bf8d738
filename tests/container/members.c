/*
 * What a container holds, one member a line: state, size, name, safe path,
 * media type, character set, time and what is wrong, with tabs between. For
 * tests. "members FILE [DEPTH] [ENTRIES MEMBER TOTAL RATIO]" runs in the sandbox;
 * with a DEPTH above 1 what is a container in it is opened too.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "container/container.h"
#include "sandbox.h"

enum { DEPTH_MOST = 8 };

static void
slurp(const char *path, struct buf *bytes)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		exit(STATUS_NO_INPUT);
	while ((n = read(fd, buf_room(bytes, 65536), 65536)) > 0)
		bytes->n += (size_t)n;
	close(fd);
}

static unsigned long
sum(struct str s)
{
	unsigned long h = 5381;

	for (size_t i = 0; i < s.n; i++)
		h = (h * 33 + (unsigned char)s.p[i]) & 0xFFFFFFFF;
	return h;
}

static void
put(struct buf *out, const struct member *m, int depth)
{
	static const char *const states[] = { "whole", "passed-over", "broken" };

	for (int i = 0; i < depth; i++)
		buf_puts(out, "  ");
	buf_printf(out, "%s\t%zu\t%.*s\t", states[m->state], m->bytes.n, STR_FMT(m->name));
	safe_path(m->name, out);
	buf_printf(out, "\t%.*s\t%.*s\t%lld\t%08lx\t%.*s\n", STR_FMT(m->type), STR_FMT(m->charset), (long long)m->time,
		sum(m->bytes), STR_FMT(m->why));
}

static void
list(struct buf *out, struct str bytes, struct charsets *charsets, struct container_limits limits, int depth)
{
	struct container *open[DEPTH_MOST];
	struct member m;
	int n = 0;

	buf_printf(out, "%s\n", container_name(container_sniff(str_sub(bytes, 0, SNIFF_ENOUGH))));
	open[n++] = container_open(bytes, container_sniff(bytes), charsets, &limits);
	while (n > 0) {
		enum container_kind kind;

		if (!container_next(open[n - 1], &m)) {
			container_close(open[--n]);
			continue;
		}
		put(out, &m, n - 1);
		container_limits_take(&limits, &m);
		kind = container_sniff(m.bytes);
		if (n < depth && kind != CONTAINER_NONE)
			open[n++] = container_open(m.bytes, kind, charsets, &limits);
	}
}

int
main(int argc, char **argv)
{
	struct charsets charsets = { 0 };
	struct container_limits limits = container_limits;
	struct buf bytes = { 0 }, out = { 0 };
	int depth = argc > 2 ? atoi(argv[2]) : 1;

	if (argc < 2 || depth > DEPTH_MOST)
		return STATUS_USAGE;
	if (argc > 6) {
		limits.entries = strtoul(argv[3], NULL, 10);
		limits.member = strtoul(argv[4], NULL, 10);
		limits.total = strtoul(argv[5], NULL, 10);
		limits.ratio = (unsigned)strtoul(argv[6], NULL, 10);
	}
	slurp(argv[1], &bytes);
	charsets_open(&charsets);
	sandbox_enter();
	list(&out, buf_str(&bytes), &charsets, limits, depth);
	return write(STDOUT_FILENO, out.p, out.n) == (ssize_t)out.n ? STATUS_OK : STATUS_IO;
}
