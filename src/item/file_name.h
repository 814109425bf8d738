/*
 * Names for files, made of what stands in items and so of anything: whatever
 * that is, a name stays within its folder, shows what it is, is safe in a
 * shell's argument list and fits every file system.
 */
#ifndef ITEM_FILE_NAME_H
#define ITEM_FILE_NAME_H

#include "base/arena.h"
#include "base/buf.h"

enum { FILE_NAME_LIMIT = 200 }; /* bytes: file systems take 255, and a temporary name or a ".gz" needs some */

/* The names that have been given. {0} to begin with. */
struct file_names {
	struct arena arena;
	struct file_name_slot *slots; /* a hash table */
	size_t count, cap;	      /* cap is a power of two */
};

/*
 * Appends a value as a part of a name: letters, digits and "-", ".", "+", "@"
 * stay, a run of anything else is "_".
 */
void file_name_add(struct buf *name, struct str value);
/*
 * The name as it is to be used, in the arena: without a dot or dash in front,
 * and when it is too long, cut before its suffix and with a hash of the whole.
 * A name that was given before, even to another case of letters, gets a number:
 * "a.xml", "a-2.xml".
 */
struct str file_name_give(struct file_names *names, struct str name);

#endif
