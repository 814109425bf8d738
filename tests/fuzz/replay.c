/*
 * replay TARGET FILE...: runs each file once, as the fuzzer would. For what a
 * fuzzer has found, in builds that have none. A finding ends it by abort().
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"
#include "fuzz.h"
#include "io.h"

int
main(int argc, char **argv)
{
	const struct fuzz_target *target = argc > 1 ? fuzz_target(argv[1]) : NULL;
	struct diag diag = { .program = "replay" };
	struct buf bytes = { 0 };

	if (!target)
		fail(&diag, STATUS_USAGE, (struct place){ 0 }, "want a target, and files");
	fuzz_setup();
	for (int i = 2; i < argc; i++) {
		buf_clear(&bytes);
		io_read(&diag, argv[i], SIZE_MAX, NULL, &bytes);
		printf("%s: %s\n", argv[i], fuzz_guard(target->run, buf_str(&bytes)) ? "converted" : "refused");
		fflush(stdout);
	}
	return 0;
}
