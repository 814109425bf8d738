/*
 * After sandbox_enter() the kernel lets the program read and write what is
 * open already, and allocate memory; nothing else. Opening fails, and starting
 * a program or a connection ends the program. Linux: seccomp(2) with a filter
 * of our own; OpenBSD: pledge(2); FreeBSD: capsicum(4). Where there is none of
 * them, nothing happens.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>

bool sandbox_enter(void);	    /* false: the kernel has none; go on */
const char *sandbox_name(void); /* "seccomp", "pledge", "capsicum" or "none": what this program was built with */

/* From then on the program ends with STATUS_DATA and a line on standard error once it has used so much of the processor. */
void sandbox_limit_time(unsigned seconds);

#endif
