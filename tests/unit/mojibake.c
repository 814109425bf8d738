/* Text that was once taken for another character set: what is mended, and what is left alone. */
#include "tap.h"

#include "base/mojibake.h"

static const struct {
	const char *text, *mended, *name;
} cases[] = {
	{ "PÅ™Ã­liÅ¡ Å¾luÅ¥ouÄ\xC2\x8DkÃ½", "Příliš žluťoučký", "Czech by windows-1252, with a C1 control" },
	{ "PĹ™Ă­liĹˇ ĹľluĹĄouÄŤkĂ˝", "Příliš žluťoučký", "Czech by windows-1250" },
	{ "â€žTo nejhoršíâ€œ", "„To nejhorší“", "quotes around clean letters" },
	{ "It isnâ€™t", "It isn’t", "one apostrophe" },
	{ "100Â\xC2\xA0â‚¬", "100\xC2\xA0€", "a blank that does not break" },
	{ "ПриÐ²ÐµÑ‚", "Привет", "Cyrillic behind clean Cyrillic" },
	{ "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет", "Cyrillic" },
	{ "Příliš žluťoučký kůň", NULL, "clean Czech" },
	{ "« CAFÉ» und „NÖ“ – Ü“ ‚Ä‘", NULL, "clean capitals before closing quotes" },
	{ "das „Ä“ und das „Ö“", NULL, "once by chance" },
	{ "plain", NULL, "ASCII" },
	{ "", NULL, "nothing" },
};

int
main(void)
{
	struct tap t = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct mojibake_survey seen = { 0 };
		struct str text = str_of(cases[i].text);
		struct buf out = { 0 };
		enum mojibake page;
		size_t first;

		mojibake_look(&seen, text);
		page = mojibake_found(&seen);
		if (page == MOJIBAKE_NONE)
			buf_add(&out, text);
		else
			mojibake_mend(page, text, &out, &first);
		is(&t, buf_str(&out), cases[i].mended ? cases[i].mended : cases[i].text, cases[i].name);
		ok(&t, (page != MOJIBAKE_NONE) == (cases[i].mended != NULL), "and is found so");
		buf_free(&out);
	}
	return done(&t);
}
