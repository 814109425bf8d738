/* Polish. */
#include "recognise/lang.h"

const struct language lang_pl = {
	.tag = "pl",
	.common = "i w we na się że jest są był była było będzie będą który która które dla przy jak także oraz ale od do z ze "
		  "za po jego ich aby lub więcej niż już to nie przez",
	.letters = "łąęśźćżń",
	.months = { "stycznia|styczeń|sty", "lutego|luty|lut", "marca|marzec|mar", "kwietnia|kwiecień|kwi", "maja|maj",
		"czerwca|czerwiec|cze", "lipca|lipiec|lip", "sierpnia|sierpień|sie", "września|wrzesień|wrz",
		"października|październik|paź", "listopada|listopad|lis", "grudnia|grudzień|gru" },
	.words = {
		[WORDS_SUNDAY] = "niedziela|niedzielę|niedzieli", [WORDS_MONDAY] = "poniedziałek|poniedziałku",
		[WORDS_TUESDAY] = "wtorek|wtorku", [WORDS_WEDNESDAY] = "środa|środę|środy",
		[WORDS_THURSDAY] = "czwartek|czwartku", [WORDS_FRIDAY] = "piątek|piątku",
		[WORDS_SATURDAY] = "sobota|sobotę|soboty",
		[WORDS_DATE] = "dnia|dn.",
		[WORDS_YEAR] = "roku|r.",
		[WORDS_TIME] = "o|godz.|godzina|o godz.|od|do",
		[WORDS_HOUR] = "godz.",
		[WORDS_PREPOSITION] = "w|we|od|do|na|po|za|przed|ku|o|u|ze|z|dnia|podczas",
		[WORDS_PARTICLE] = "nad|pod|przy|na",
		[WORDS_JOINER] = "i|oraz",
		[WORDS_LABEL] = "informacja prasowa|komunikat prasowy|notka prasowa|notatka prasowa|oświadczenie prasowe|"
				"zaproszenie dla mediów|informacja dla mediów",
		[WORDS_NUMBER] = "nr|nr.|numer",
		[WORDS_RELEASE_LINE] = "do natychmiastowej publikacji|do publikacji",
		[WORDS_EMBARGO] = "embargo|informacja objęta embargiem|nie publikować przed",
		[WORDS_DATE_LABEL] = "data|data publikacji|opublikowano|data wydania|rok|rok wydania",
		[WORDS_TOPIC] = "temat|tematy|kategoria|dział|tagi|słowa kluczowe",
		[WORDS_BYLINE] = "autor|autorka|autorzy",
		[WORDS_CONTACT] = "kontakt dla mediów|kontakt dla prasy|kontakt prasowy|kontakty|kontakt|więcej informacji|"
				  "więcej informacji udziela|dodatkowe informacje|dodatkowych informacji udziela|"
				  "biuro prasowe|rzecznik prasowy|rzeczniczka prasowa|zapytania|osoba do kontaktu",
		[WORDS_PUBLIC] = "infolinia|dla mieszkańców|dla klientów",
		[WORDS_ABOUT] = "o firmie|o spółce|o fundacji|o projekcie|o grupie|o nas|nota o firmie|o",
		[WORDS_PROFILE] = "profil firmy|informacje o firmie",
		[WORDS_IS_A] = "jest|to|należy do|powstała|powstał|została założona|działa|zrzesza",
		[WORDS_END] = "koniec",
		[WORDS_DOWNLOAD] = "do pobrania|pobrać|pobierz|"
				   "więcej informacji znajdziesz|chcesz wiedzieć więcej|zobacz|czytaj też|czytaj więcej",
		[WORDS_LINK] = "tutaj|link",
		[WORDS_ISSUER] = "źródło|wydawca|nadawca",
		[WORDS_SOURCE] = "źródło informacji",
		[WORDS_NOTES] = "informacje dla redakcji|uwagi dla redakcji|nota dla redakcji|informacja dla redaktorów",
		[WORDS_LEGAL] = "zastrzeżenie prawne|nota prawna|stwierdzenia dotyczące przyszłości",
		[WORDS_PHONE] = "tel.|tel|telefon|tel. kom.|kom.|mobile|t|m",
		[WORDS_FAX] = "faks|fax|faks.",
		[WORDS_EMAIL] = "e-mail|email|mail|e",
		[WORDS_WEB] = "www|strona|strona internetowa|strony www|internet",
		[WORDS_ADDRESS] = "adres|siedziba",
		[WORDS_MAIL] = "od|do|wysłano|temat|dw",
		[WORDS_FUNCTION] = "dyrektor*|prezes*|wiceprezes*|rzeczni*|menedżer*|manager|kierowni*|przewodnicząc*|minist*|"
				   "prezydent*|burmistrz*|wójt*|marszał*|poseł|posłanka|senator*|sekretarz*|rektor*|dziekan*|"
				   "koordynator*|specjalist*|asystent*|ekspert*|analityk*|założyciel*|właściciel*|pr|ceo",
		[WORDS_ORGANISATION] = "urząd|urzędu|departament*|wydział*|ministerstw*|agencj*|spółka|sp.|s.a.|sa|fundacj*|"
				       "fundusz*|stowarzysz*|instytut*|uniwersytet*|muzeum|teatr|biuro|biura|centrum|"
				       "związek|komunikacj*|izba|grupa|grupy|miasto|szpital|prasowe|prasowy|press|pr|media|"
				       "group|bank",
		[WORDS_TITLE] = "dr|dr.|prof.|prof|inż.|mgr|hab.|lek.|płk|gen.",
		[WORDS_SAYS] = "powiedział|powiedziała|mówi|dodaje|dodał|dodała|podkreśla|podkreślił|podkreśliła|wyjaśnia|wyjaśnił|"
			       "wyjaśniła|komentuje|zaznacza|zaznaczył|zaznaczyła|stwierdził|stwierdziła|stwierdza|uważa|"
			       "zauważa|zauważył|tłumaczy|informuje|poinformował|poinformowała|przekonuje|ocenia|przyznaje|"
			       "opowiada|podsumowuje|wskazuje|zapewnia",
	},
};
