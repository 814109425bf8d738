/* Danish. */
#include "recognise/lang.h"

const struct language lang_da = {
	.tag = "da",
	.common = "og i at det er en på til af for med den de som ikke et har var vi kan skal fra men eller også "
		  "efter ved nu når mere bliver blev uden noget meget sig hvor kun",
	.letters = "æøå",
	.months = { "januar|jan", "februar|feb", "marts|mar", "april|apr", "maj", "juni|jun", "juli|jul",
		"august|aug", "september|sep", "oktober|okt", "november|nov", "december|dec" },
	.words = {
		[WORDS_SUNDAY] = "søndag", [WORDS_MONDAY] = "mandag", [WORDS_TUESDAY] = "tirsdag",
		[WORDS_WEDNESDAY] = "onsdag", [WORDS_THURSDAY] = "torsdag", [WORDS_FRIDAY] = "fredag",
		[WORDS_SATURDAY] = "lørdag",
		[WORDS_DATE] = "den|d.",
		[WORDS_TIME] = "kl.|kl|klokken",
		[WORDS_PREPOSITION] = "i|på|fra|til|siden|efter|før|ved|under|om|den|d.",
		[WORDS_PARTICLE] = "i|på",
		[WORDS_JOINER] = "og",
		[WORDS_LABEL] = "pressemeddelelse|presseinvitation|nyhed",
		[WORDS_NUMBER] = "nr.|nr",
		[WORDS_RELEASE_LINE] = "til øjeblikkelig offentliggørelse",
		[WORDS_EMBARGO] = "embargo til|embargo|klausuleret til|klausuleret",
		[WORDS_DATE_LABEL] = "dato|offentliggjort|udgivet",
		[WORDS_TOPIC] = "emne|emner|kategori|tags",
		[WORDS_BYLINE] = "af|tekst",
		[WORDS_CONTACT] = "pressekontakt|pressekontakter|kontakt|kontakter|kontaktperson|kontaktoplysninger|"
				"for mere information|for yderligere information|yderligere information|"
				"yderligere oplysninger|mere information|for yderligere oplysninger",
		[WORDS_ABOUT] = "om os|om",
		[WORDS_PROFILE] = "kort fortalt",
		[WORDS_IS_A] = "er en|er et|er den|er danmarks|blev grundlagt|tilbyder",
		[WORDS_END] = "slut",
		[WORDS_ISSUER] = "kilde|udgiver",
		[WORDS_NOTES] = "til redaktionen|note til redaktionen|bemærkning til redaktionen",
		[WORDS_PHONE] = "tlf.|tlf|telefon|mobil|tel.",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-mail|email|mail|e-post",
		[WORDS_WEB] = "web|hjemmeside|www",
		[WORDS_ADDRESS] = "adresse",
		[WORDS_FUNCTION] = "direktør*|formand*|næstformand*|chef*|kommunikationschef*|pressechef*|minister*|"
				"borgmester*|professor*|rådgiver*|talsperson*|talsmand|leder*|projektleder*|stifter|"
				"medstifter|forsker*",
		[WORDS_ORGANISATION] = "a/s|aps|fonden|forening*|forbund*|institut*|universitet*|styrelse*|kommune*|"
				"region*|gruppe*|ministeri*|museum|bank|presse|kommunikation",
		[WORDS_SAYS] = "siger|sagde|fortæller|forklarer|mener|udtaler|tilføjer|understreger|påpeger|"
				"kommenterer|ifølge",
	},
};
