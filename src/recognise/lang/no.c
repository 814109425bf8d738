/* Norwegian. */
#include "recognise/lang.h"

const struct language lang_no = {
	.tag = "no",
	.common = "og i det er på en et som til for med av å har de at den vi ikke var fra om blir også seg skal kan ved eller "
		  "mer men over sin etter bare hvor noe mye nå uten hun",
	.letters = "æøå",
	.months = { "januar|jan", "februar|feb", "mars|mar", "april|apr", "mai", "juni|jun", "juli|jul", "august|aug",
		"september|sept|sep", "oktober|okt", "november|nov", "desember|des" },
	.words = {
		[WORDS_SUNDAY] = "søndag", [WORDS_MONDAY] = "mandag", [WORDS_TUESDAY] = "tirsdag",
		[WORDS_WEDNESDAY] = "onsdag", [WORDS_THURSDAY] = "torsdag", [WORDS_FRIDAY] = "fredag",
		[WORDS_SATURDAY] = "lørdag",
		[WORDS_DATE] = "den",
		[WORDS_TIME] = "kl.|kl|klokken",
		[WORDS_PREPOSITION] = "i|på|fra|til|siden|etter|før|ved|om|den",
		[WORDS_PARTICLE] = "i|på",
		[WORDS_JOINER] = "og",
		[WORDS_LABEL] = "pressemelding|nyhetsmelding|pressemeddelelse|presseinvitasjon",
		[WORDS_NUMBER] = "nr.|nr",
		[WORDS_EMBARGO] = "embargo|sperrefrist",
		[WORDS_DATE_LABEL] = "dato|publisert",
		[WORDS_TOPIC] = "tema|emne|emner|kategori|stikkord",
		[WORDS_BYLINE] = "av|tekst",
		[WORDS_CONTACT] = "pressekontakt|pressekontakter|kontakt|kontakter|kontaktperson|kontaktpersoner|"
				  "for mer informasjon|mer informasjon|kontaktinformasjon",
		[WORDS_ABOUT] = "om",
		[WORDS_IS_A] = "er en|er et|er den|tilbyr",
		[WORDS_END] = "slutt",
		[WORDS_DOWNLOAD] = "last ned|lastes ned",
		[WORDS_LINK] = "her|lenke",
		[WORDS_ISSUER] = "kilde|utgiver",
		[WORDS_NOTES] = "til redaksjonen|merknad til redaksjonen",
		[WORDS_PHONE] = "tlf.|tlf|telefon|mobil|t|m",
		[WORDS_FAX] = "faks|fax",
		[WORDS_EMAIL] = "e-post|epost|e-mail|mail|e",
		[WORDS_WEB] = "nett|nettside|web|www",
		[WORDS_ADDRESS] = "adresse",
		[WORDS_MAIL] = "fra|til|sendt|emne|kopi",
		[WORDS_FUNCTION] = "direktør*|leder*|sjef*|prosjektdirektør|prosjektleder|rådgiver*|talsperson|talskvinne|talsmann|"
				   "minister|statsråd|ordfører|generalsekretær|professor|adm.|administrerende|"
				   "kommunikasjonssjef|pressesjef|redaktør|gründer",
		[WORDS_ORGANISATION] = "as|asa|ba|gruppen|stiftelsen|forening|forbund|institutt|universitet|departement|avdeling|"
				       "kommune|bank|museum|teater|sykehus|presse|kommunikasjon|press|pr|media",
		[WORDS_SAYS] = "sier|sa|forteller|fortalte|råder|forklarer|forklarte|mener|utdyper|påpeker|understreker|legger til|"
			       "uttaler|kommenterer|ifølge",
	},
};
