/* Swedish. */
#include "recognise/lang.h"

const struct language lang_sv = {
	.tag = "sv",
	.common = "och i att det som en på är av för med den till ett inte har de om var vi kan ska från men eller "
		  "också efter vid nu när mer",
	.letters = "åäö",
	.months = { "januari|jan", "februari|feb", "mars", "april|apr", "maj", "juni", "juli", "augusti|aug",
		"september|sep", "oktober|okt", "november|nov", "december|dec" },
	.words = {
		[WORDS_SUNDAY] = "söndag", [WORDS_MONDAY] = "måndag", [WORDS_TUESDAY] = "tisdag",
		[WORDS_WEDNESDAY] = "onsdag", [WORDS_THURSDAY] = "torsdag", [WORDS_FRIDAY] = "fredag",
		[WORDS_SATURDAY] = "lördag",
		[WORDS_DATE] = "den",
		[WORDS_TIME] = "kl.|kl|klockan",
		[WORDS_PREPOSITION] = "i|på|från|till|sedan|efter|före|vid|under|om|den|idag",
		[WORDS_PARTICLE] = "i|på",
		[WORDS_JOINER] = "och",
		[WORDS_LABEL] = "pressmeddelande|pressinformation|pressinbjudan|nyhet",
		[WORDS_NUMBER] = "nr|nr.",
		[WORDS_RELEASE_LINE] = "för omedelbar publicering",
		[WORDS_EMBARGO] = "embargo till|embargo|under embargo",
		[WORDS_DATE_LABEL] = "datum|publicerad|publicerat",
		[WORDS_TOPIC] = "ämne|ämnen|kategori|nyckelord|taggar",
		[WORDS_BYLINE] = "av|text",
		[WORDS_CONTACT] = "presskontakt|presskontakter|kontakt|kontakter|kontaktperson|kontaktpersoner|"
				"kontaktuppgifter|för mer information|för ytterligare information|mer information|"
				"ytterligare information",
		[WORDS_ABOUT] = "om oss|om",
		[WORDS_PROFILE] = "i korthet",
		[WORDS_IS_A] = "är ett|är en|är den|är sveriges|grundades|erbjuder",
		[WORDS_END] = "slut",
		[WORDS_ISSUER] = "källa|utgivare",
		[WORDS_NOTES] = "till redaktionen|anmärkning till redaktionen",
		[WORDS_PHONE] = "tel.|tel|telefon|mobil|tfn|växel",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-post|epost|e-mail|mejl|mail",
		[WORDS_WEB] = "webb|webbplats|hemsida|www",
		[WORDS_ADDRESS] = "adress",
		[WORDS_FUNCTION] = "direktör|vd|ordförande|chef*|kommunikationschef*|presschef*|presssekreterare|"
				"pressekreterare|minister*|statsråd|generaldirektör|projektledare|professor|"
				"rådgivare|talesperson|grundare|medgrundare|ledare|forskare",
		[WORDS_ORGANISATION] = "ab|ab.|(publ)|aktiebolag|förbund*|förening*|stiftelse*|institut*|"
				"universitet*|myndighet*|kommun*|region*|grupp*|departement*|museum|bank|press|"
				"kommunikation",
		[WORDS_SAYS] = "säger|sa|sade|berättar|förklarar|menar|kommenterar|tillägger|uppger|konstaterar|"
				"betonar|understryker|enligt",
	},
};
