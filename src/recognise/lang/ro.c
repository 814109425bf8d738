/* Romanian. */
#include "recognise/lang.h"

const struct language lang_ro = {
	.tag = "ro",
	.common = "și de la în a cu pe pentru care că nu din este sunt o un sau prin mai au fost va le lui acest "
		  "această după între",
	.letters = "ășțâî",
	.months = { "ianuarie|ian", "februarie|feb", "martie|mar", "aprilie|apr", "mai", "iunie|iun", "iulie|iul",
		"august|aug", "septembrie|sept", "octombrie|oct", "noiembrie|nov", "decembrie|dec" },
	.words = {
		[WORDS_SUNDAY] = "duminică", [WORDS_MONDAY] = "luni", [WORDS_TUESDAY] = "marți",
		[WORDS_WEDNESDAY] = "miercuri", [WORDS_THURSDAY] = "joi", [WORDS_FRIDAY] = "vineri",
		[WORDS_SATURDAY] = "sâmbătă",
		[WORDS_DATE] = "pe|la|data de|din data de",
		[WORDS_TIME] = "la ora|ora|orele|la",
		[WORDS_HOUR] = "ore",
		[WORDS_PREPOSITION] = "în|pe|la|din|de|de la|până|până la|după|înainte|pentru|între|prin|luni|marți|"
				"miercuri|joi|vineri|sâmbătă|duminică|astăzi",
		[WORDS_PARTICLE] = "de|la|lui|cel|din",
		[WORDS_JOINER] = "și",
		[WORDS_LABEL] = "comunicat de presă|comunicatul de presă|comunicat|informare de presă|"
				"declarație de presă|invitație de presă",
		[WORDS_NUMBER] = "nr.|nr",
		[WORDS_RELEASE_LINE] = "pentru difuzare imediată|pentru publicare imediată|spre publicare imediată",
		[WORDS_EMBARGO] = "embargo până la|sub embargo|embargo|a nu se publica înainte de",
		[WORDS_DATE_LABEL] = "data|data publicării|publicat|publicat la",
		[WORDS_TOPIC] = "temă|teme|categorie|categorii|etichete|cuvinte cheie",
		[WORDS_BYLINE] = "de|autor|autori|autoare",
		[WORDS_CONTACT] = "date de contact|contact presă|contact de presă|contact media|"
				"contact pentru presă|persoană de contact|persoana de contact|contact|contacte|"
				"pentru mai multe informații|pentru informații suplimentare|pentru detalii|"
				"mai multe informații|informații suplimentare|biroul de presă|birou de presă|"
				"relații cu presa|relația cu presa",
		[WORDS_PUBLIC] = "pentru public|relații cu publicul",
		[WORDS_ABOUT] = "despre compania|despre companie|despre noi|despre",
		[WORDS_PROFILE] = "profil|profilul companiei|pe scurt",
		[WORDS_IS_A] = "este o|este un|este cel|este cea|este unul|este una|a fost fondată|"
				"a fost înființată|a fost fondat|oferă",
		[WORDS_END] = "sfârșit|final",
		[WORDS_DOWNLOAD] = "descărca*",
		[WORDS_LINK] = "aici|link",
		[WORDS_ISSUER] = "sursa|sursă|emitent|emis de|publicat de",
		[WORDS_NOTES] = "note pentru editori|notă pentru editori|note către editori|nota redacției|"
				"notă pentru redacții",
		[WORDS_LEGAL] = "notă legală|declarații prospective|declinarea răspunderii|clauză de exonerare",
		[WORDS_PHONE] = "tel.|tel|telefon|mobil|mob.|t|m",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-mail|email|mail|e",
		[WORDS_WEB] = "web|site|website|pagina web|www|internet",
		[WORDS_ADDRESS] = "adresa|adresă|sediu|sediul",
		[WORDS_MAIL] = "de la|către|trimis|subiect|cc",
		[WORDS_FUNCTION] = "director*|manager*|președint*|vicepreședint*|purtător*|ministr*|secretar*|șef*|"
				"consilier*|primar*|deput*|senator*|profesor*|coordonator*|reprezentant*|fondator*|"
				"cofondator*|administrator*|specialist*|expert*|rector*|decan*|prefect*|ceo|pr",
		[WORDS_ORGANISATION] = "s.a.|s.r.l.|sa|srl|ministerul*|asociați*|fundați*|institut*|universitat*|"
				"agenți*|companie|companiei|compania|societat*|primări*|consili*|banca|bănci*|grup|"
				"grupul|direcți*|departament*|biroul|birou|centrul|centru|muzeul|spitalul|partidul|"
				"comunicare|presă|presa|press|media|pr",
		[WORDS_TITLE] = "dr.|ing.|prof.|conf.|lect.|dl|dl.|dna|dna.|d-na|ec.",
		[WORDS_SAYS] = "a spus|spune|a declarat|declară|a afirmat|afirmă|a precizat|precizează|a adăugat|"
				"adaugă|a explicat|explică|a subliniat|subliniază|a menționat|menționează|"
				"a comentat|comentează|a transmis|transmite|potrivit|susține|a susținut|a anunțat",
	},
};
