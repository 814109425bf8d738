/*
 * The fields of a message and the metadata of a release.
 *
 *	field		read as			written from
 *	Message-ID	guid "mid:..." (RFC 2392)	guid; one that is no "mid:" with MAIL_HOST behind it
 *	Date		date			version-created, else date
 *	From		creator			provider, and the first e-mail address of a contact
 *	Organization	provider		provider
 *	Subject		title			headline, else title
 *	Keywords	keyword			keyword
 *	Content-Language language		language
 *
 * What the text of a message says of itself is not touched, and nothing added
 * where it is ours: that states all keys. To whom and by which way a message
 * went is not the release's.
 */
#ifndef EML_EML_META_H
#define EML_EML_META_H

#include "base/buf.h"
#include "filter.h"

/* Behind what is no name of a message's own: a domain that nobody has (RFC 2606). */
#define MAIL_HOST "wirecopy.invalid"

void eml_meta_read(struct doc *d, const struct options *o, struct str fields);
/* Without what mail programs put in front of it for answers and forwarded messages. */
struct str eml_subject(struct doc *d, const struct options *o, struct str fields);
/* Appends the fields, in lines that end in CR LF. */
void eml_meta_write(const struct doc *d, struct buf *out);

/* "Fri, 15 Mar 2019 08:00:00 +0100" (RFC 5322, 3.3, and the obsolete forms of 4.3). */
bool eml_date_parse(struct str s, struct date *date);
void eml_date_put(struct buf *out, struct date date);

#endif
