#include "base/date_words.h"

#include "base/buf.h"

/* form: %d is the day, %m the month's name, %y the year. The form that fits a tag best is the longest. */
static const struct {
	const char *language, *form, *months;
} languages[] = {
	{ "bg", "%d %m %y г.", "януари февруари март април май юни юли август септември октомври ноември декември" },
	{ "ca", "%d de %m del %y", "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre" },
	{ "cs", "%d. %m %y", "ledna února března dubna května června července srpna září října listopadu prosince" },
	{ "da", "%d. %m %y", "januar februar marts april maj juni juli august september oktober november december" },
	{ "de", "%d. %m %y", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember" },
	{ "de-AT", "%d. %m %y", "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember" },
	{ "el", "%d %m %y", "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
			    "Νοεμβρίου Δεκεμβρίου" },
	{ "en", "%d %m %y", "January February March April May June July August September October November December" },
	{ "en-US", "%m %d, %y", "January February March April May June July August September October November December" },
	{ "es", "%d de %m de %y", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre" },
	{ "et", "%d. %m %y", "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember" },
	{ "fi", "%d. %m %y", "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
			     "syyskuuta lokakuuta marraskuuta joulukuuta" },
	{ "fr", "%d %m %y", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre" },
	{ "hr", "%d. %m %y.", "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca" },
	{ "hu", "%y. %m %d.", "január február március április május június július augusztus szeptember október november december" },
	{ "it", "%d %m %y", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre" },
	{ "lt", "%y m. %m %d d.", "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio "
				  "gruodžio" },
	{ "lv", "%y. gada %d. %m", "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris "
				   "novembris decembris" },
	{ "nb", "%d. %m %y", "januar februar mars april mai juni juli august september oktober november desember" },
	{ "nl", "%d %m %y", "januari februari maart april mei juni juli augustus september oktober november december" },
	{ "nn", "%d. %m %y", "januar februar mars april mai juni juli august september oktober november desember" },
	{ "no", "%d. %m %y", "januar februar mars april mai juni juli august september oktober november desember" },
	{ "pl", "%d %m %y", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia" },
	{ "pt", "%d de %m de %y", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro" },
	{ "ro", "%d %m %y", "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie" },
	{ "ru", "%d %m %y г.", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря" },
	{ "sk", "%d. %m %y", "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra" },
	{ "sl", "%d. %m %y", "januar februar marec april maj junij julij avgust september oktober november december" },
	{ "sv", "%d %m %y", "januari februari mars april maj juni juli augusti september oktober november december" },
	{ "tr", "%d %m %y", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık" },
	{ "uk", "%d %m %y р.", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня" },
};
enum { LANGUAGES = sizeof(languages) / sizeof(languages[0]) };

/* Whether the tag is the language, or begins with it: "en-GB" is "en". */
static bool
is_of(struct str tag, struct str language)
{
	return str_starts_nocase(tag, language) && (tag.n == language.n || tag.p[language.n] == '-');
}

static int
find(struct str tag)
{
	int best = -1;
	size_t length = 0;

	for (int i = 0; i < LANGUAGES; i++) {
		struct str language = str_of(languages[i].language);

		if (language.n > length && is_of(tag, language)) {
			best = i;
			length = language.n;
		}
	}
	return best;
}

static struct str
month_name(const char *months, int month)
{
	struct str rest = str_of(months), name = STR_NONE;

	while (month-- > 0 && str_next_word(&rest, &name))
		;
	return name;
}

struct str
date_in_words(struct arena *a, struct date date, struct str language)
{
	int found = find(language);
	struct buf out = { 0 };
	struct str words;

	date.has_time = date.has_zone = false;
	if (found < 0)
		return date_format(a, date);
	for (const char *p = languages[found].form; *p; p++) {
		if (*p != '%')
			buf_char(&out, *p);
		else if (*++p == 'd')
			buf_printf(&out, "%d", date.day);
		else if (*p == 'y')
			buf_printf(&out, "%d", date.year);
		else
			buf_add(&out, month_name(languages[found].months, date.month));
	}
	words = arena_str(a, buf_str(&out));
	buf_free(&out);
	return words;
}
