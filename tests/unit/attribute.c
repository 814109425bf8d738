/* Links, languages and lines: each in its one form. */
#include "tap.h"

#include "doc/doc.h"

static const char *const links[][2] = {
	{ "https://example.com/", "https://example.com/" },
	{ "HTTPS://Example.com/\xC5\x99 a", "https://Example.com/%C5%99%20a" },
	{ " http://example.com/%20x#a#b ", "http://example.com/%20x#a%23b" },
	{ "http://example.com/?a[b]=1", "http://example.com/?a%5Bb%5D=1" },
	{ "http://[::1]/", "(none)" },
	{ "mailto:press@example.com", "mailto:press@example.com" },
	{ "tel:+420702159658", "tel:+420702159658" },
	{ "http://example.com:8080/x", "http://example.com:8080/x" },
	{ "http://a\nb.example/", "http://ab.example/" },
	{ "javascript:alert(1)", "(none)" },
	{ "data:text/html,x", "(none)" },
	{ "file:///etc/passwd", "(none)" },
	{ "http:", "(none)" },
	{ "http:///x", "(none)" },
	{ "http://example.com:port/", "(none)" },
	{ "https://user:secret@example.com/", "(none)" },
	{ "/relative", "(none)" },
	{ "", "(none)" },
};

static const char *const tags[][2] = {
	{ "cs", "cs" },
	{ "EN_gb", "en-GB" },
	{ "zh-hant-tw", "zh-Hant-TW" },
	{ "de-1996", "de-1996" },
	{ "hsb", "hsb" },
	{ "xx", "(none)" },
	{ "english", "(none)" },
	{ "und", "(none)" },
	{ "en-", "(none)" },
	{ "x", "(none)" },
	{ "", "(none)" },
};

int
main(void)
{
	struct tap t = { 0 };
	struct diag diag = { .program = "attribute" };
	struct doc *d = doc_new(&diag);

	for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
		is(&t, doc_link(d, str_of(links[i][0])), links[i][1], links[i][0][0] ? "a link" : "no link");
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		is(&t, doc_language(d, str_of(tags[i][0])), tags[i][1], tags[i][0][0] ? tags[i][0] : "no language");
	is(&t, doc_line(d, STR("  a\t\xC2\xAD\x62\r\n\xE2\x80\x8B c\x07 ")), "a b c", "a line is clean");
	doc_free(d);
	return done(&t);
}
