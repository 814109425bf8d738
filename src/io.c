#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

static const struct place nowhere = { 0 };

/* After EAGAIN: a descriptor that somebody else made non-blocking. */
static void
wait_for(int fd, short events)
{
	struct pollfd p = { .fd = fd, .events = events };

	poll(&p, 1, -1);
}

/* One read that lasts until there are bytes, the end, or a real error. */
static ssize_t
read_some(int fd, char *to, size_t n)
{
	for (;;) {
		ssize_t got = read(fd, to, n);

		if (got >= 0 || (errno != EINTR && errno != EAGAIN))
			return got;
		if (errno == EAGAIN)
			wait_for(fd, POLLIN);
	}
}

/* Expects what is left of a file. It may be more or less in the end, and of a pipe nothing is known. */
static void
expect_file(int fd, size_t limit, struct buf *bytes)
{
	struct stat about;
	size_t size;

	if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode))
		return;
	size = (size_t)about.st_size;
	buf_expect(bytes, (size < limit ? size : limit) + CHUNK);
}

void
io_read(struct diag *diag, const char *path, size_t limit, const char *option, struct buf *bytes)
{
	bool standard = !path || strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got;

	if (fd < 0)
		fail(diag, STATUS_NO_INPUT, nowhere, "cannot open: %s", strerror(errno));
	expect_file(fd, limit, bytes);
	while ((got = read_some(fd, buf_room(bytes, CHUNK), CHUNK)) > 0) {
		bytes->n += (size_t)got;
		if (bytes->n > limit && option)
			fail(diag, STATUS_DATA, nowhere, "more than %zu bytes (%s allows more)", limit, option);
		if (bytes->n > limit)
			fail(diag, STATUS_DATA, nowhere, "more than %zu bytes", limit);
	}
	if (got < 0)
		fail(diag, STATUS_IO, nowhere, "cannot read: %s", strerror(errno));
	if (bytes->n == 0)
		fail(diag, STATUS_DATA, nowhere, "the input is empty");
	if (!standard)
		close(fd);
}

void
io_receive(struct diag *diag, int fd, struct buf *bytes)
{
	ssize_t got;

	while ((got = read_some(fd, buf_room(bytes, CHUNK), CHUNK)) > 0)
		bytes->n += (size_t)got;
	if (got < 0)
		fail(diag, STATUS_IO, nowhere, "cannot read from the child: %s", strerror(errno));
}

bool
io_lock(int fd)
{
	struct flock all = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	return fcntl(fd, F_SETLK, &all) == 0 || (errno != EACCES && errno != EAGAIN);
}

int
io_put(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t done = write(fd, bytes.p, bytes.n);

		if (done > 0)
			bytes = (struct str){ bytes.p + done, bytes.n - (size_t)done };
		else if (done < 0 && errno == EAGAIN)
			wait_for(fd, POLLOUT);
		else if (done < 0 && errno != EINTR)
			return errno;
	}
	return 0;
}

void
io_write(struct diag *diag, int fd, const char *name, struct str bytes)
{
	int error = io_put(fd, bytes);

	if (error)
		fail(diag, STATUS_IO, nowhere, "cannot write %s: %s", name, strerror(error));
}
