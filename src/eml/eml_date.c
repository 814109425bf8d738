#include "eml/eml_meta.h"

static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

static bool
month_of(struct str word, int *month)
{
	for (int i = 0; i < 12; i++)
		if (str_eq_nocase(str_sub(word, 0, 3), (struct str){ months + 3 * i, 3 })) {
			*month = i + 1;
			return true;
		}
	return false;
}

/* "08:00:00" or "08:00". */
static bool
take_clock(struct str word, struct date *date)
{
	struct str part;
	long n[3] = { 0, 0, 0 };
	size_t count = 0;

	while (count < 3 && str_next(&word, ':', &part))
		if (!str_to_long(part, &n[count++]))
			return false;
	date->hour = (int)n[0];
	date->minute = (int)n[1];
	date->second = n[2] == 60 ? 59 : (int)n[2]; /* a leap second */
	date->has_time = true;
	return count >= 2 && n[0] >= 0 && n[0] < 24 && n[1] >= 0 && n[1] < 60 && n[2] >= 0 && n[2] <= 60;
}

static void
take_zone(struct str word, struct date *date)
{
	static const struct {
		char name[4];
		int offset;
	} zones[] = { { "UT", 0 }, { "UTC", 0 }, { "GMT", 0 }, { "Z", 0 }, { "EST", -300 }, { "EDT", -240 }, { "CST", -360 },
		{ "CDT", -300 }, { "MST", -420 }, { "MDT", -360 }, { "PST", -480 }, { "PDT", -420 } };
	long n;

	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++)
		if (str_is_nocase(word, zones[i].name)) {
			date->has_zone = true;
			date->offset = zones[i].offset;
		}
	if (word.n != 5 || (word.p[0] != '+' && word.p[0] != '-') || !str_to_long(str_sub(word, 1, 5), &n) || n < 0 ||
		n / 100 > 14 || n % 100 > 59)
		return;
	date->has_zone = true;
	date->offset = (int)(n / 100 * 60 + n % 100) * (word.p[0] == '-' ? -1 : 1);
}

bool
eml_date_parse(struct str s, struct date *date)
{
	struct str word, comma = str_sub(s, str_find_char(s, ','), s.n);
	long day, year;

	*date = (struct date){ 0 };
	if (comma.n > 0)
		s = str_sub(comma, 1, comma.n);
	if (!str_next_word(&s, &word) || !str_to_long(word, &day) || !str_next_word(&s, &word) ||
		!month_of(word, &date->month) || !str_next_word(&s, &word) || !str_to_long(word, &year) || day < 1 || year < 0 ||
		day > 31 || year > 9999)
		return false;
	date->day = (int)day;
	date->year = (int)(year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year);
	if (str_next_word(&s, &word) && !take_clock(word, date))
		return false;
	if (str_next_word(&s, &word))
		take_zone(word, date);
	return date_valid(*date);
}

void
eml_date_put(struct buf *out, struct date date)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	int offset = date.has_zone ? date.offset : 0, size = offset < 0 ? -offset : offset;

	buf_printf(out, "%.3s, %d %.3s %04d %02d:%02d:%02d %c%02d%02d", days + 3 * date_weekday(date), date.day,
		months + 3 * (date.month - 1), date.year, date.hour, date.minute, date.second, offset < 0 ? '-' : '+', size / 60,
		size % 60);
}
