#include "base/detect.h"

#include "tap.h"

#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/utf8.h"

/* Texts of one character set each, in the languages that it is for. */
static const struct {
	const char *charset, *language, *text;
} texts[] = {
	{ "CP1250", "cs", "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl mluvčí. „Šest miliard korun,“ dodal v úterý." },
	{ "ISO-8859-2", "cs", "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl mluvčí úřadu." },
	{ "CP1250", "pl", "Rzecznik prasowy powiedział, że „wyniki są świetne” – w tym roku zysk wzrósł o ćwierć." },
	{ "ISO-8859-2", "pl", "Rzecznik prasowy powiedział, że wyniki są świetne, a zysk wzrósł w tym roku." },
	{ "CP1252", "de", "Die Verkäufe stiegen um fünf Prozent, größer als erwartet. „Schön“, sagte der Sprecher." },
	{ "CP1252", "fr", "Les ventes ont été élevées cette année, à l’étranger comme en France, a déclaré la société." },
	{ "CP1252", "en", "The company’s sales rose by 5 % – “more than expected”, it said." },
	{ "CP1251", "ru", "Продажи компании выросли на пять процентов, сообщила пресс-служба во вторник." },
	{ "KOI8-R", "ru", "Продажи компании выросли на пять процентов, сообщила пресс-служба во вторник." },
	{ "IBM866", "ru", "Продажи компании выросли на пять процентов, сообщила пресс-служба во вторник." },
	{ "KOI8-U", "uk", "Продажі компанії зросли на п'ять відсотків, її речниця повідомила про це у вівторок." },
	{ "CP1253", "el", "Οι πωλήσεις της εταιρείας αυξήθηκαν κατά πέντε τοις εκατό, ανακοίνωσε." },
	{ "CP1254", "tr", "Şirketin satışları bu yıl yüzde beş arttı ve büyüme için çalışıyor." },
	{ "CP1257", "lt", "Įmonės pardavimai šiais metais išaugo penkiais procentais, pranešė atstovė." },
	{ "GB18030", "zh", "公司今年的销售额增长了百分之五，这是在新闻发布会上说的。" },
	{ "BIG5-HKSCS", "zh", "公司今年的銷售額增長了百分之五，這是在新聞發布會上說的。" },
	{ "CP932", "ja", "同社の今年の売上高は五パーセント増加したと発表されました。" },
	{ "EUC-JP-MS", "ja", "同社の今年の売上高は五パーセント増加したと発表されました。" },
	{ "UHC", "ko", "회사의 올해 매출은 오 퍼센트 증가했다고 대변인이 밝혔다." },
};

static void
encode(const char *charset, struct str text, struct buf *bytes)
{
	struct charset *c = charset_open_output(charset);

	buf_clear(bytes);
	charset_encode(c, text, UNENCODABLE_REFERENCE, bytes);
	charset_close(c);
}

static void
test_text(struct tap *t, const char *charset, const char *language, const char *text)
{
	struct buf bytes = { 0 };
	struct charsets open = { 0 };
	struct detected d;

	encode(charset, str_of(text), &bytes);
	d = detect(&open, buf_str(&bytes), STR_NONE);
	is(t, str_of(d.charset), charset, language);
	is(t, str_of(d.language), language, charset);
	charsets_close(&open);
	buf_free(&bytes);
}

/* Samples of the releases of others, cut anywhere between two letters. */

enum { SAMPLE = 200, SAMPLES = 40 };

struct cell {
	const char *language, *charset;
	int seen, right;
};

static struct str
cut(struct str text, size_t at)
{
	size_t to = at + SAMPLE;

	while (at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80)
		at++;
	while (to < text.n && ((unsigned char)text.p[to] & 0xC0) == 0x80)
		to++;
	return str_sub(text, at, to);
}

/* Whether the detector's reading of the bytes is the text that they were made of. */
static bool
reads_back(struct str bytes)
{
	return utf8_check(bytes) == STR_NPOS;
}

static void
try_sample(struct cell *cell, struct str sample)
{
	struct buf bytes = { 0 }, want = { 0 }, got = { 0 };
	struct charset *c = charset_open(cell->charset), *found;
	struct charsets open = { 0 };

	encode(cell->charset, sample, &bytes);
	if (!reads_back(buf_str(&bytes))) {
		found = charsets_get(&open, detect(&open, buf_str(&bytes), STR_NONE).charset);
		charset_decode(c, buf_str(&bytes), &want);
		charset_decode(found, buf_str(&bytes), &got);
		cell->seen++;
		cell->right += str_eq(buf_str(&want), buf_str(&got));
		charsets_close(&open);
	}
	charset_close(c);
	buf_free(&bytes);
	buf_free(&want);
	buf_free(&got);
}

static void
try_file(struct cell *cell, const char *path)
{
	static char text[64 * 1024];
	FILE *f = fopen(path, "rb");
	size_t n;

	if (!f)
		return;
	n = fread(text, 1, sizeof(text), f);
	fclose(f);
	for (size_t at = 0; at + SAMPLE < n && cell->seen < SAMPLES; at += SAMPLE)
		try_sample(cell, cut((struct str){ text, n }, at));
}

static void
test_cell(struct tap *t, const char *shared, struct cell cell)
{
	char path[4096], name[64];

	for (int i = 1; i < 60 && cell.seen < SAMPLES; i++) {
		snprintf(path, sizeof(path), "%s/corpus/releases/%s-%02d.txt", shared, cell.language, i);
		try_file(&cell, path);
	}
	snprintf(name, sizeof(name), "%s in %s: %d of %d samples", cell.language, cell.charset, cell.right, cell.seen);
	ok(t, cell.seen > 0 && cell.right * 1000 >= cell.seen * 975, name);
}

int
main(void)
{
	static const struct cell cells[] = { { .language = "cs", .charset = "CP1250" }, { .language = "cs", .charset = "ISO-8859-2" },
		{ .language = "pl", .charset = "CP1250" }, { .language = "pl", .charset = "ISO-8859-2" },
		{ .language = "de", .charset = "CP1252" }, { .language = "fr", .charset = "CP1252" },
		{ .language = "fr", .charset = "ISO-8859-15" }, { .language = "en", .charset = "CP1252" } };
	const char *shared = getenv("SHARED");
	FILE *readme;
	char path[4096];
	struct tap t = { 0 };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		test_text(&t, texts[i].charset, texts[i].language, texts[i].text);
	is(&t, language_of_domain(STR("cz")), "cs", "the language of a domain");
	is(&t, language_of_domain(STR("com")), "(none)", "a domain without one");
	snprintf(path, sizeof(path), "%s/corpus/releases/README", shared ? shared : "../shared");
	readme = fopen(path, "r");
	if (!readme) {
		printf("ok %d - samples of releases # SKIP no %s\n", ++t.ran, path);
		return done(&t);
	}
	fclose(readme);
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		test_cell(&t, shared ? shared : "../shared", cells[i]);
	return done(&t);
}
