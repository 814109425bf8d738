/*
 * What a block or a run is in a press release. The token is the class in
 * HTML and XHTML and the name in the text header; the style is the name of
 * the paragraph or character style in DOCX.
 */
#ifndef DOC_ROLE_H
#define DOC_ROLE_H

#include "base/str.h"

/*
 * X(id, token, style, where)
 * where: LEAF a head or a para that stands in the document itself; QUOTE a
 * para in a quote; SECTION a section; RUN a run of text.
 */
#define ROLES(X)                                                               \
	X(HEADLINE, "headline", "Headline", LEAF)                              \
	X(SUBHEADLINE, "subheadline", "Subheadline", LEAF)                     \
	X(KICKER, "kicker", "Kicker", LEAF)                                    \
	X(LABEL, "label", "Label", LEAF)                                       \
	X(RELEASE_NUMBER, "release-number", "Release Number", LEAF)            \
	X(RELEASE_LINE, "release-line", "Release Line", LEAF)                  \
	X(EMBARGO, "embargo", "Embargo", LEAF)                                 \
	X(DATE_LINE, "date-line", "Date Line", LEAF)                           \
	X(BYLINE, "byline", "Byline", LEAF)                                    \
	X(LEAD, "lead", "Lead", LEAF)                                          \
	X(KEYPOINTS, "keypoints", "Key Points", SECTION)                       \
	X(BOILERPLATE, "boilerplate", "Boilerplate", SECTION)                  \
	X(CONTACT, "contact", "Contact", SECTION)                              \
	X(NOTES, "notes", "Notes to Editors", SECTION)                         \
	X(LEGAL, "legal", "Legal", SECTION)                                    \
	X(SOURCE, "source", "Source", LEAF)                                    \
	X(END_MARK, "end-mark", "End Mark", LEAF)                              \
	X(LETTERHEAD, "letterhead", "Letterhead", SECTION)                     \
	X(ATTRIBUTION, "attribution", "Attribution", QUOTE)                    \
	X(DATELINE, "dateline", "Dateline", RUN)                               \
	X(PLACE, "place", "Place", RUN)                                        \
	X(SPEAKER, "speaker", "Speaker", RUN)                                  \
	X(SPEAKER_FUNCTION, "speaker-function", "Speaker Function", RUN)       \
	X(CONTACT_NAME, "contact-name", "Contact Name", RUN)                   \
	X(CONTACT_FUNCTION, "contact-function", "Contact Function", RUN)       \
	X(CONTACT_ORG, "contact-org", "Contact Organisation", RUN)             \
	X(CONTACT_PHONE, "contact-phone", "Contact Phone", RUN)                \
	X(CONTACT_FAX, "contact-fax", "Contact Fax", RUN)                      \
	X(CONTACT_EMAIL, "contact-email", "Contact E-mail", RUN)               \
	X(CONTACT_ADDRESS, "contact-address", "Contact Address", RUN)          \
	X(CONTACT_WEB, "contact-web", "Contact Web", RUN)

enum __attribute__((packed)) role {
	ROLE_NONE,
#define X(id, token, style, where) ROLE_##id,
	ROLES(X)
#undef X
		ROLE_COUNT
};

enum role_where { ROLE_ON_NOTHING, ROLE_ON_LEAF, ROLE_ON_QUOTE, ROLE_ON_SECTION, ROLE_ON_RUN };

const char *role_token(enum role role); /* NULL for ROLE_NONE */
const char *role_style(enum role role);
enum role_where role_where(enum role role);
enum role role_of_token(struct str token); /* ROLE_NONE when it is none */

#endif
