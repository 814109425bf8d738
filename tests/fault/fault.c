/*
 * To be preloaded (LD_PRELOAD): makes one call of a program fail, or every one
 * from there on, as the environment says:
 *
 *	FAULT=count           nothing fails; on standard error, at the end: how many calls of each kind there were
 *	FAULT=KIND:ERROR:N    the Nth call of that kind fails (from 1)
 *	FAULT=KIND:ERROR:N+   and all behind it
 *
 * KIND is alloc, read, write, close, fsync or rename. ERROR is one of the names
 * below, or "short": one byte is read or written. Standard error is left alone.
 * What is called here is what the sandbox allows. For glibc.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { ALLOC, READ, WRITE, CLOSE, FSYNC, RENAME, KINDS };
enum { SHORT = -1 };

static const char *const kinds[KINDS] = { "alloc", "read", "write", "close", "fsync", "rename" };
static const struct {
	const char *name;
	int error;
} errors[] = { { "short", SHORT }, { "ENOMEM", ENOMEM }, { "EINTR", EINTR }, { "EAGAIN", EAGAIN }, { "EIO", EIO },
	{ "ENOSPC", ENOSPC }, { "EPIPE", EPIPE }, { "EDQUOT", EDQUOT } };

static unsigned long calls[KINDS];
static struct {
	enum kind kind; /* KINDS: none */
	int error;
	unsigned long at;
	int on; /* all behind it too */
	int counts, ready;
} fault = { .kind = KINDS };

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t count, size_t n);
void *__libc_realloc(void *p, size_t n);

static int
kind_of(const char *name, size_t n)
{
	int k = 0;

	while (k < KINDS && (strlen(kinds[k]) != n || strncmp(kinds[k], name, n) != 0))
		k++;
	return k;
}

static int
error_of(const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof(errors) / sizeof(*errors); i++)
		if (strlen(errors[i].name) == n && strncmp(errors[i].name, name, n) == 0)
			return errors[i].error;
	return EIO;
}

__attribute__((constructor)) static void
begin(void)
{
	const char *wish = getenv("FAULT"), *error, *at;
	char *end;

	if (!wish)
		return;
	fault.counts = strcmp(wish, "count") == 0;
	error = strchr(wish, ':');
	at = error ? strchr(error + 1, ':') : NULL;
	if (at) {
		fault.kind = (enum kind)kind_of(wish, (size_t)(error - wish));
		fault.error = error_of(error + 1, (size_t)(at - error - 1));
		fault.at = strtoul(at + 1, &end, 10);
		fault.on = *end == '+';
	}
	fault.ready = 1;
}

__attribute__((destructor)) static void
end(void)
{
	char line[200];
	int n = 0;

	if (!fault.counts)
		return;
	for (int k = 0; k < KINDS; k++)
		n += snprintf(line + n, sizeof(line) - (size_t)n, "fault: %s %lu\n", kinds[k], calls[k]);
	syscall(SYS_write, STDERR_FILENO, line, (size_t)n);
}

/* A program that ends so runs no destructor. */
void
_exit(int status)
{
	end();
	syscall(SYS_exit_group, status);
	__builtin_unreachable();
}

/* 0: the call is to be made. Sets errno. */
static int
strike(enum kind kind)
{
	if (!fault.ready)
		return 0;
	calls[kind]++;
	if (kind != fault.kind || (fault.on ? calls[kind] < fault.at : calls[kind] != fault.at))
		return 0;
	if (fault.error != SHORT)
		errno = fault.error;
	return fault.error;
}

void *
malloc(size_t n)
{
	return strike(ALLOC) ? NULL : __libc_malloc(n);
}

void *
calloc(size_t count, size_t n)
{
	return strike(ALLOC) ? NULL : __libc_calloc(count, n);
}

void *
realloc(void *p, size_t n)
{
	return strike(ALLOC) ? NULL : __libc_realloc(p, n);
}

ssize_t
read(int fd, void *to, size_t n)
{
	int error = strike(READ);

	if (error > 0)
		return -1;
	return syscall(SYS_read, fd, to, error == SHORT && n > 0 ? 1 : n);
}

ssize_t
write(int fd, const void *from, size_t n)
{
	int error = fd == STDERR_FILENO ? 0 : strike(WRITE);

	if (error > 0)
		return -1;
	return syscall(SYS_write, fd, from, error == SHORT && n > 0 ? 1 : n);
}

/* A close that fails has closed all the same, as in Linux. */
int
close(int fd)
{
	int error = strike(CLOSE), result = (int)syscall(SYS_close, fd);

	if (error <= 0)
		return result;
	errno = error;
	return -1;
}

int
fsync(int fd)
{
	return strike(FSYNC) > 0 ? -1 : (int)syscall(SYS_fsync, fd);
}

int
renameat(int from_folder, const char *from, int to_folder, const char *to)
{
	return strike(RENAME) > 0 ? -1 : (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 0);
}
