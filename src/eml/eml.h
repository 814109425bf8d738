/*
 * Mail: a message as it is sent and as it lies in a mailbox (RFC 5322, MIME as
 * in RFC 2045 to 2047), read and written; the files are called .eml.
 *
 * A message holds a release in other formats: as text, as HTML, as a DOCX that
 * is attached. No format knows another, so neither does this one: the programs
 * give it the readers and writers of what it holds (struct reader and struct
 * writer, `parts`), and it finds there the one that it needs by its format's
 * name. filters/mail.h is the one place where they are put together. What a
 * message holds is read and written by them as if it were a file of its own; to
 * this format belongs what is around it: the fields, the parts, their character
 * sets and codings, which part is the release.
 */
#ifndef EML_EML_H
#define EML_EML_H

#include "filter.h"

/* To be given parts: a copy of it with them is what a program uses. */
extern const struct reader eml_reader;
extern const struct writer eml_writer;

#endif
