/*
 * The rules of relcheck, one row for each: X(symbol, group, level, id, what a
 * finding of it means). The id is what the manual, --only and --no know it by;
 * --list prints the table.
 *
 * EDITORIAL is what a reader of the release would stumble over, REMAINS what
 * the file holds beside the text that it shows.
 */
#ifndef RELCHECK_RULES_H
#define RELCHECK_RULES_H

#define RELCHECK_RULES(X) \
	/* dates */ \
	X(WEEKDAY, EDITORIAL, ERROR, "weekday", "the name of a weekday does not fit the date behind it") \
	X(NO_DATE, EDITORIAL, WARNING, "no-date", "the release bears no date") \
	X(DATES, EDITORIAL, WARNING, "dates", "two places of the release give different dates") \
	/* embargo */ \
	X(EMBARGO_ZONE, EDITORIAL, ERROR, "embargo-zone", "an embargo names no time zone") \
	X(EMBARGO_TIME, EDITORIAL, ERROR, "embargo-time", "an embargo names no day or no time of day") \
	X(EMBARGO_SEASON, EDITORIAL, WARNING, "embargo-season", "an embargo names summer time in winter or winter time in summer") \
	X(EMBARGO_PAST, EDITORIAL, WARNING, "embargo-past", "an embargo has passed") \
	X(EMBARGO_CONFLICT, EDITORIAL, ERROR, "embargo-conflict", "an embargo and another one, or a line that releases at once") \
	/* who and where */ \
	X(NO_CONTACT, EDITORIAL, WARNING, "no-contact", "the release names nobody to ask") \
	X(CONTACT, EDITORIAL, WARNING, "contact", "no contact has a telephone number or an e-mail address") \
	X(NO_PLACE, EDITORIAL, INFO, "no-place", "the release does not say where it is from") \
	/* headline and lead */ \
	X(NO_HEADLINE, EDITORIAL, WARNING, "no-headline", "the release has no headline") \
	X(HEADLINE_LONG, EDITORIAL, INFO, "headline-long", "the headline is longer than receivers show") \
	X(LEAD_LONG, EDITORIAL, INFO, "lead-long", "the first paragraph is longer than people read") \
	X(TITLE, EDITORIAL, WARNING, "title", "the file's title is that of another text") \
	/* what is not finished */ \
	X(PLACEHOLDER, EDITORIAL, ERROR, "placeholder", "something was to be filled in or settled") \
	X(DOUBLED, EDITORIAL, WARNING, "doubled-word", "a word or the headline stands twice") \
	X(MOJIBAKE, EDITORIAL, ERROR, "mojibake", "text was read in the wrong character set") \
	X(RESIDUE, EDITORIAL, WARNING, "residue", "what a web page or a mail has left in the text") \
	X(WATERMARK, EDITORIAL, WARNING, "watermark", "a watermark lies over the pages") \
	/* links and pictures */ \
	X(ALT, EDITORIAL, WARNING, "alt", "a picture has no alternative text") \
	X(LINK_EMPTY, EDITORIAL, WARNING, "link-empty", "a link has no text or leads nowhere") \
	X(LINK_TEXT, EDITORIAL, INFO, "link-text", "a link's text does not say where it leads") \
	X(LINK_TARGET, EDITORIAL, WARNING, "link-target", "a link leads to another address than its text says") \
	X(LINK_INSIDE, EDITORIAL, WARNING, "link-inside", "a link leads to an address that only the sender can reach") \
	/* language */ \
	X(NO_LANGUAGE, EDITORIAL, INFO, "no-language", "the file does not say its language") \
	X(LANGUAGE, EDITORIAL, WARNING, "language", "the file says another language than the text is in") \
	/* text that is not shown */ \
	X(DELETED, REMAINS, ERROR, "deleted", "deleted text is still in the file") \
	X(CHANGES, REMAINS, WARNING, "changes", "tracked changes are open, with the names of those who made them") \
	X(COMMENT, REMAINS, ERROR, "comment", "a comment") \
	X(MARKUP_COMMENT, REMAINS, WARNING, "markup-comment", "a comment in the markup, which every browser and editor can show") \
	X(HIDDEN, REMAINS, ERROR, "hidden", "text that is not shown") \
	X(PRIVATE, REMAINS, INFO, "private", "metadata for editors, which --public leaves out") \
	X(MAIL_HEAD, REMAINS, WARNING, "mail-head", "the head of a mail that was forwarded") \
	/* who and with what */ \
	X(AUTHOR, REMAINS, WARNING, "author", "the name of somebody who wrote or saved the file") \
	X(COMPANY, REMAINS, WARNING, "company", "the company or the manager whom the program knows") \
	X(HISTORY, REMAINS, INFO, "history", "how often the file was saved and for how long it was worked on") \
	X(REVISION_IDS, REMAINS, INFO, "revision-ids", "numbers that tell which passages were written in one sitting") \
	X(GENERATOR, REMAINS, INFO, "generator", "the program that made the page") \
	X(PATH, REMAINS, WARNING, "path", "a path of somebody's computer or network") \
	X(PROPERTY, REMAINS, WARNING, "property", "a property or a variable that an organisation's programs have left") \
	X(DATA_SOURCE, REMAINS, ERROR, "data-source", "the data source of a mail merge") \
	X(EDITOR, REMAINS, INFO, "editor", "markup that only an editing program understands") \
	/* whole things */ \
	X(EMBEDDED, REMAINS, WARNING, "embedded", "a file within the file") \
	X(MACRO, REMAINS, ERROR, "macro", "a program within the file") \
	X(CROPPED, REMAINS, WARNING, "cropped", "a picture of which only a part is shown; the file holds all of it") \
	X(PICTURE_DATA, REMAINS, WARNING, "picture-data", "a photograph that says where it was taken") \
	X(REMOTE, REMAINS, WARNING, "remote", "something that is fetched when the file is opened, which its owner sees") \
	X(PREVIEW, REMAINS, INFO, "preview", "a small picture of the first page as it once was")

enum relcheck_rule {
#define X(symbol, group, level, id, means) RULE_##symbol,
	RELCHECK_RULES(X)
#undef X
	RULE_COUNT
};

#endif
