/* Finnish. */
#include "recognise/lang.h"

const struct language lang_fi = {
	.tag = "fi",
	.common = "ja on ei että se oli joka myös kun hän ovat mutta tai kuin sen niin olla voi nyt vain jo ole "
		  "mukaan sekä jos vielä ollut",
	.letters = "äö",
	.months = { "tammikuuta|tammikuu|tammik", "helmikuuta|helmikuu|helmik", "maaliskuuta|maaliskuu|maalisk",
		"huhtikuuta|huhtikuu|huhtik", "toukokuuta|toukokuu|toukok", "kesäkuuta|kesäkuu|kesäk",
		"heinäkuuta|heinäkuu|heinäk", "elokuuta|elokuu|elok", "syyskuuta|syyskuu|syysk",
		"lokakuuta|lokakuu|lokak", "marraskuuta|marraskuu|marrask", "joulukuuta|joulukuu|jouluk" },
	.words = {
		[WORDS_SUNDAY] = "sunnuntai|sunnuntaina", [WORDS_MONDAY] = "maanantai|maanantaina",
		[WORDS_TUESDAY] = "tiistai|tiistaina", [WORDS_WEDNESDAY] = "keskiviikko|keskiviikkona",
		[WORDS_THURSDAY] = "torstai|torstaina", [WORDS_FRIDAY] = "perjantai|perjantaina",
		[WORDS_SATURDAY] = "lauantai|lauantaina",
		[WORDS_TIME] = "klo|kello",
		[WORDS_JOINER] = "ja",
		[WORDS_LABEL] = "lehdistötiedote|mediatiedote|tiedote|pressitiedote|mediakutsu",
		[WORDS_EMBARGO] = "embargo|julkaisuvapaa|vapaa julkaistavaksi",
		[WORDS_DATE_LABEL] = "päivämäärä|julkaistu|päiväys",
		[WORDS_TOPIC] = "aihe|aiheet|avainsanat",
		[WORDS_BYLINE] = "kirjoittaja|teksti",
		[WORDS_CONTACT] = "lisätietoja|lisätiedot|lisätietoja antaa|lisätietoja antavat|yhteystiedot|"
				"yhteyshenkilö|mediayhteydet|median yhteydenotot|yhteydenotot|haastattelupyynnöt",
		[WORDS_ABOUT] = "tietoa meistä",
		[WORDS_PROFILE] = "lyhyesti",
		[WORDS_IS_A] = "on suomen|on johtava|on yksi|perustettiin",
		[WORDS_END] = "loppu",
		[WORDS_ISSUER] = "lähde|julkaisija",
		[WORDS_PHONE] = "puh.|puh|puhelin|p.|gsm|matkapuhelin",
		[WORDS_FAX] = "faksi|fax",
		[WORDS_EMAIL] = "sähköposti|s-posti|email|e-mail",
		[WORDS_WEB] = "verkkosivut|www",
		[WORDS_ADDRESS] = "osoite",
		[WORDS_FUNCTION] = "johtaja*|toimitusjohtaja*|päällikkö*|puheenjohtaja*|ministeri*|professori*|"
				"viestintäjohtaja*|viestintäpäällikkö*|tiedottaja*|asiantuntija*|"
				"erityisasiantuntija*|pormestari*|tutkija*|perustaja*",
		[WORDS_ORGANISATION] = "oy|oyj|ab|ry|säätiö*|yliopisto*|ministeriö*|virasto*|kaupunki*|liitto*|"
				"yhdistys*|instituutti*|konserni*|pankki*|viestintä",
		[WORDS_SAYS] = "sanoo|sanoi|kertoo|kertoi|toteaa|totesi|muistuttaa|painottaa|korostaa|kommentoi|"
				"lisää|selittää|mukaan",
	},
};
