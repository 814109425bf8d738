/*
 * A worker: a process in the sandbox that converts one document after the
 * other. It has one descriptor, on which requests come and answers go, those
 * together that came together: waking the other side costs as much as a tenth
 * of a document. An error in a document ends the worker once it has answered;
 * the coordinator starts another, so nothing of a document that failed stays.
 */
#ifndef BATCH_WORKER_H
#define BATCH_WORKER_H

#include "base/buf.h"
#include "base/diag.h"
#include "batch/packer.h"
#include "convert.h"

/* What all documents of a batch share: made by the coordinator before it starts workers. */
struct work {
	const char *program;
	const struct reader *const *readers; /* up to NULL; a request names one by its place */
	const struct writer *writer;
	void (*recognise)(struct doc *, const struct options *);
	const struct options *o;
	struct charsets *charsets; /* all open */
	struct charset *to;	   /* NULL: UTF-8 */
	bool verbose;		   /* notes are wanted */
	bool hash;		   /* SHA-256 of the inputs is wanted */
	size_t memory;		   /* bytes that a worker may have; 0: no limit */
	/* Makes outputs what an archive holds; NULL: they stay as they are. */
	struct packed (*pack)(struct packer *packer, struct str bytes);
	struct packer *packer;
};

/* One document that is to be converted. Everything but the bytes may be empty. */
struct request {
	size_t reader;		/* its place in the list */
	struct str known;	/* hash in hexadecimal: a document of that hash needs no conversion */
	struct str charset;	/* label, as the container of the document states it */
	struct str base_url;	/* where the document was */
	const char *media_seen; /* the folder of images, from where the output stands */
	struct str bytes;
};

/* Puts the request's frame into an empty buffer, up to its bytes, which are to be sent behind it. */
void request_put(struct buf *frame, const struct request *r);

struct result_file {
	struct str name;
	struct packed packed;
};

/* What became of it. All slices are borrowed from the answer's frame, arrays from the arena. */
struct result {
	enum status status;
	bool unchanged; /* its hash is the known one */
	struct str hash, charset, charset_found, language;
	const struct message *messages;
	size_t message_count;
	size_t warnings;
	size_t loss_count[LOSS_KINDS];
	const struct loss *losses; /* in the order of the document */
	const struct result_file *files;
	size_t file_count;
	struct packed output;
};

/* False when the frame, without its head, is none that a sound worker sends. */
bool result_get(struct result *r, struct str frame, struct arena *a);

enum {
	WORKER_MEMORY = 2047 * 1024 * 1024, /* bytes that a process may have */
	WORKER_PEER = 0			     /* the only descriptor that worker_seal() leaves */
};

/* Makes this process one of the sandbox, with nothing open but fd, as WORKER_PEER, and as much memory as that (0: any). */
void worker_seal(int fd, size_t memory);

/* Sends to WORKER_PEER; what cannot be sent has nobody to read it, and ends the process. */
void worker_send(struct str bytes);
/* The same of a frame in two parts, behind others that wait until all are long enough to be worth a call of the system. */
void worker_put(struct buf *waiting, struct str head, struct str bytes);

/* The rest of the process. */
_Noreturn void worker_run(const struct work *work, int fd);

#endif
