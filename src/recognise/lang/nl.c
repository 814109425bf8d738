/* Dutch. */
#include "recognise/lang.h"

const struct language lang_nl = {
	.tag = "nl",
	.common = "de het een en van in is op te dat met voor zijn aan er niet om door ook bij als naar uit worden wordt over "
		  "heeft meer dit die deze tot wij we",
	.letters = "",
	.months = { "januari|jan", "februari|feb", "maart|mrt", "april|apr", "mei", "juni|jun", "juli|jul", "augustus|aug",
		"september|sept|sep", "oktober|okt", "november|nov", "december|dec" },
	.words = {
		[WORDS_SUNDAY] = "zondag", [WORDS_MONDAY] = "maandag", [WORDS_TUESDAY] = "dinsdag",
		[WORDS_WEDNESDAY] = "woensdag", [WORDS_THURSDAY] = "donderdag", [WORDS_FRIDAY] = "vrijdag",
		[WORDS_SATURDAY] = "zaterdag",
		[WORDS_DATE] = "de|den",
		[WORDS_TIME] = "om|vanaf",
		[WORDS_HOUR] = "uur|u",
		[WORDS_PREPOSITION] = "op|in|vanaf|sinds|tot|om|bij|na|voor|van|de|het",
		[WORDS_PARTICLE] = "aan|den|de|het|op|bij|ter",
		[WORDS_JOINER] = "en",
		[WORDS_LABEL] = "persbericht|perskit|persuitnodiging|persmededeling",
		[WORDS_NUMBER] = "nr.|nummer",
		[WORDS_RELEASE_LINE] = "voor onmiddellijke vrijgave|onmiddellijke vrijgave|voor directe publicatie",
		[WORDS_EMBARGO] = "embargo|onder embargo|niet publiceren voor",
		[WORDS_DATE_LABEL] = "datum|gepubliceerd|publicatiedatum|gepubliceerd op|jaar",
		[WORDS_TOPIC] = "thema|onderwerp|onderwerpen|categorie|rubriek|trefwoorden",
		[WORDS_BYLINE] = "door|auteur",
		[WORDS_CONTACT] = "contactinformatie|voor meer informatie|meer informatie|contactpersoon|contact|contacten|"
				  "persvoorlichter|persvoorlichting|perscontact|contact voor de pers|contactgegevens",
		[WORDS_ABOUT] = "over",
		[WORDS_IS_A] = "is een|is de|is het|biedt|werd opgericht",
		[WORDS_END] = "einde|einde persbericht",
		[WORDS_DOWNLOAD] = "download*|downloaden|meer weten|meer informatie vindt u|lees ook",
		[WORDS_LINK] = "hier|link",
		[WORDS_ISSUER] = "bron|uitgever",
		[WORDS_NOTES] = "noot voor de redactie|noot voor redactie|noten voor de redactie|niet voor publicatie",
		[WORDS_LEGAL] = "toekomstgerichte verklaringen|juridische kennisgeving|disclaimer",
		[WORDS_PHONE] = "tel.|tel|telefoon|mobiel|gsm|t|m",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-mail|email|mail|e",
		[WORDS_WEB] = "web|website|www|web pagina's",
		[WORDS_ADDRESS] = "adres",
		[WORDS_MAIL] = "van|aan|verzonden|onderwerp|cc",
		[WORDS_FUNCTION] = "directeur*|manager|voorzitter|woordvoerder|woordvoerster|hoofd|oprichter|minister|wethouder|"
				   "burgemeester|secretaris|hoogleraar|ceo|president|bestuurder|coördinator",
		[WORDS_ORGANISATION] = "b.v.|bv|n.v.|nv|stichting|vereniging|groep|instituut|universiteit|ministerie|afdeling|"
				       "gemeente|provincie|bank|museum|theater|ziekenhuis|pers|communicatie|press|pr|media",
		[WORDS_TITLE] = "dr.|drs.|ir.|mr.|prof.|ing.|dhr.|mevr.",
		[WORDS_SAYS] = "zegt|zei|aldus|vertelt|vertelde|stelt|licht toe|legt uit|voegt toe|benadrukt|concludeert|meldt|"
			       "volgens|reageert",
	},
};
