/* Croatian. */
#include "recognise/lang.h"

const struct language lang_hr = {
	.tag = "hr",
	.common = "je se su na za da od koji koja koje kao što nije biti ili bi će po iz sa te više između ali samo "
		  "kako svoje bio bila oni",
	.letters = "đćšž",
	.months = { "siječnja|siječanj|sij", "veljače|veljača|velj", "ožujka|ožujak|ožu", "travnja|travanj|tra",
		"svibnja|svibanj|svi", "lipnja|lipanj|lip", "srpnja|srpanj|srp", "kolovoza|kolovoz|kol",
		"rujna|rujan|ruj", "listopada|listopad|lis", "studenoga|studeni|stu", "prosinca|prosinac|pro" },
	.words = {
		[WORDS_SUNDAY] = "nedjelja|nedjelju", [WORDS_MONDAY] = "ponedjeljak", [WORDS_TUESDAY] = "utorak",
		[WORDS_WEDNESDAY] = "srijeda|srijedu", [WORDS_THURSDAY] = "četvrtak", [WORDS_FRIDAY] = "petak",
		[WORDS_SATURDAY] = "subota|subotu",
		[WORDS_DATE] = "dana",
		[WORDS_YEAR] = "godine|god.|g.",
		[WORDS_TIME] = "u|od|do",
		[WORDS_HOUR] = "sati|sata|h",
		[WORDS_PREPOSITION] = "u|na|od|do|nakon|prije|za|iz|s|sa|po|dana",
		[WORDS_PARTICLE] = "na|u|pod",
		[WORDS_JOINER] = "i",
		[WORDS_LABEL] = "priopćenje za medije|priopćenje za javnost|priopćenje|objava za medije|"
				"poziv medijima",
		[WORDS_NUMBER] = "br.|broj",
		[WORDS_RELEASE_LINE] = "za trenutnu objavu",
		[WORDS_EMBARGO] = "embargo do|embargo|pod embargom",
		[WORDS_DATE_LABEL] = "datum|objavljeno",
		[WORDS_TOPIC] = "tema|teme|kategorija|rubrika",
		[WORDS_BYLINE] = "autor|autorica|piše",
		[WORDS_CONTACT] = "kontakt za medije|kontakt osoba|kontakt|kontakti|za više informacija|"
				"više informacija|za dodatne informacije|dodatne informacije|ured za medije|"
				"odnosi s javnošću",
		[WORDS_ABOUT] = "o tvrtki|o kompaniji|o nama|o projektu|o",
		[WORDS_IS_A] = "je vodeća|je vodeći|osnovana je|osnovan je",
		[WORDS_END] = "kraj",
		[WORDS_ISSUER] = "izvor|izdavač",
		[WORDS_NOTES] = "napomena za urednike|napomene za urednike",
		[WORDS_PHONE] = "tel.|tel|telefon|mob.|mobitel|mob",
		[WORDS_FAX] = "fax|faks",
		[WORDS_EMAIL] = "e-mail|email|e-pošta|mail",
		[WORDS_WEB] = "web|www",
		[WORDS_ADDRESS] = "adresa",
		[WORDS_FUNCTION] = "direktor*|ravnatelj*|predsjedni*|potpredsjedni*|ministr*|ministar|"
				"glasnogovorni*|voditelj*|gradonačelni*|župan*|član*|savjetni*|stručnja*",
		[WORDS_ORGANISATION] = "d.o.o.|d.d.|j.d.o.o.|ministarstv*|zaklad*|udrug*|sveučilišt*|fakultet*|"
				"institut*|agencij*|grup*|ured|grad|općina|banka",
		[WORDS_TITLE] = "dr.|dr. sc.|mr. sc.|prof.|doc.|ing.|dipl. ing.|mag.",
		[WORDS_SAYS] = "rekao je|rekla je|rekao|rekla|kaže|izjavio|izjavila|istaknuo|istaknula|ističe|dodao|"
				"dodala|dodaje|naglasio|naglasila|objasnio|objasnila|poručio|poručila|smatra|"
				"prema riječima",
	},
};
