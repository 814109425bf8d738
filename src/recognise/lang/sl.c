/* Slovenian. */
#include "recognise/lang.h"

const struct language lang_sl = {
	.tag = "sl",
	.common = "je in se na za da so ki ne v z pri kot tudi bo bi po iz od ali ter do več pa bodo smo lahko med",
	.letters = "čšž",
	.months = { "januarja|januar|jan", "februarja|februar|feb", "marca|marec|mar", "aprila|april|apr", "maja|maj",
		"junija|junij|jun", "julija|julij|jul", "avgusta|avgust|avg", "septembra|september|sep|sept",
		"oktobra|oktober|okt", "novembra|november|nov", "decembra|december|dec" },
	.words = {
		[WORDS_SUNDAY] = "nedelja|nedeljo", [WORDS_MONDAY] = "ponedeljek", [WORDS_TUESDAY] = "torek",
		[WORDS_WEDNESDAY] = "sreda|sredo", [WORDS_THURSDAY] = "četrtek", [WORDS_FRIDAY] = "petek",
		[WORDS_SATURDAY] = "sobota|soboto",
		[WORDS_DATE] = "dne",
		[WORDS_YEAR] = "leta|l.",
		[WORDS_TIME] = "ob|od|do",
		[WORDS_HOUR] = "uri|uro|h",
		[WORDS_PREPOSITION] = "v|na|od|do|po|pred|za|iz|s|z|ob|dne",
		[WORDS_PARTICLE] = "na|pri|v|ob|pod",
		[WORDS_JOINER] = "in",
		[WORDS_LABEL] = "sporočilo za javnost|sporočilo za medije|izjava za javnost|vabilo medijem",
		[WORDS_NUMBER] = "št.|številka",
		[WORDS_EMBARGO] = "embargo do|embargo|pod embargom",
		[WORDS_DATE_LABEL] = "datum|objavljeno",
		[WORDS_TOPIC] = "tema|teme|kategorija|rubrika",
		[WORDS_BYLINE] = "avtor|avtorica",
		[WORDS_CONTACT] = "kontakt za medije|kontakt|kontakti|kontaktna oseba|za več informacij|"
				"več informacij|dodatne informacije|za dodatne informacije|odnosi z javnostmi|"
				"odnosi z mediji",
		[WORDS_ABOUT] = "o podjetju|o družbi|o nas|o projektu|o",
		[WORDS_END] = "konec",
		[WORDS_ISSUER] = "vir|izdajatelj",
		[WORDS_NOTES] = "opombe za urednike|opomba za urednike",
		[WORDS_PHONE] = "tel.|tel|telefon|gsm|mobilni",
		[WORDS_FAX] = "faks|fax",
		[WORDS_EMAIL] = "e-pošta|e-mail|email",
		[WORDS_WEB] = "splet|spletna stran|www",
		[WORDS_ADDRESS] = "naslov",
		[WORDS_FUNCTION] = "direktor*|predsedni*|podpredsedni*|minist*|vodj*|župan*|govorni*|tiskovn*|član*|"
				"svetoval*|strokovnja*",
		[WORDS_ORGANISATION] = "d.o.o.|d. o. o.|d.d.|d. d.|ministrstv*|zavod*|univerz*|fakultet*|inštitut*|"
				"agencij*|društv*|skupin*|urad|občina|banka",
		[WORDS_TITLE] = "dr.|mag.|prof.|doc.|ing.",
		[WORDS_SAYS] = "je povedal|je povedala|povedal|povedala|pravi|je dejal|je dejala|dejal|dejala|"
				"poudaril|poudarila|poudarja|dodal|dodala|dodaja|pojasnil|pojasnila|meni|po besedah",
	},
};
