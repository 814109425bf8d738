#include "batch/outputs.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

enum outputs_kind
outputs_kind(const char *out)
{
	if (str_ends(str_of(out), STR(".zip")))
		return OUTPUTS_ZIP;
	return str_ends(str_of(out), STR(".tar")) ? OUTPUTS_TAR : OUTPUTS_FOLDER;
}

void
outputs_open(struct outputs *o, struct diag *diag, const char *out)
{
	*o = (struct outputs){ .archive = outputs_kind(out) != OUTPUTS_FOLDER };
	if (!o->archive)
		folder_open(&o->folder, diag, out);
}

void
outputs_begin(struct outputs *o, struct diag *diag, const char *out, int journal, bool resume, struct arena *a)
{
	struct stat is;

	if (o->archive)
		spool_open(&o->spool, diag, out, resume, a);
	else if (journal >= 0 && fstat(journal, &is) == 0)
		folder_begin(&o->folder, diag, 'j', (uint64_t)is.st_ino);
	else
		folder_begin(&o->folder, diag, 'p', (uint64_t)getpid());
}

int
outputs_put(struct outputs *o, size_t number, struct str path, const struct packed *output)
{
	if (!o->archive)
		return folder_put(&o->folder, path, output->bytes);
	spool_put(&o->spool, number, path, output);
	return 0;
}

int
outputs_add(struct outputs *o, size_t number, struct str path, const struct packed *output)
{
	if (!o->archive)
		return folder_add(&o->folder, path, output->bytes);
	return spool_add(&o->spool, number, path, output) ? 0 : EEXIST;
}

bool
outputs_have(const struct outputs *o, struct str path, long bytes)
{
	struct arena a = { 0 };
	struct stat is;
	bool there;

	if (o->archive)
		return spool_has(&o->spool, path, bytes);
	there = fstatat(o->folder.fd, arena_cstr(&a, path), &is, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(is.st_mode) &&
		(bytes < 0 || is.st_size == bytes);
	arena_free(&a);
	return there;
}

void
outputs_take(struct outputs *o, size_t number, struct str path)
{
	if (o->archive)
		spool_take(&o->spool, number, path);
}

void
outputs_flush(struct outputs *o)
{
	if (o->archive)
		spool_flush(&o->spool);
}

int
outputs_end(struct outputs *o, bool interrupted)
{
	if (!o->archive)
		return folder_close(&o->folder);
	return interrupted ? 0 : spool_pack(&o->spool);
}

void
outputs_clear(struct outputs *o)
{
	if (o->archive)
		spool_clear(&o->spool);
}
