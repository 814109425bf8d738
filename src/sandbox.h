/*
 * After sandbox_enter() the kernel lets the program read and write what is
 * open already, and allocate memory; nothing else. Opening fails, and starting
 * a program or a connection ends the program. Linux: seccomp(2) with a filter
 * of our own; OpenBSD: pledge(2). Where there is neither, nothing happens.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>

bool sandbox_enter(void);	    /* false: the kernel has none; go on */
const char *sandbox_name(void); /* "seccomp", "pledge" or "none": what this program was built with */

#endif
