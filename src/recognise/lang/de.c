/* German. */
#include "recognise/lang.h"

const struct language lang_de = {
	.tag = "de",
	.common = "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat "
		  "dass sie nach wird bei einer um am sind wie einem über so zum zur",
	.letters = "ßäöü",
	.months = { "januar|jänner|jan", "februar|feber|feb", "märz|mär", "april|apr", "mai", "juni|jun", "juli|jul",
		"august|aug", "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez" },
	.words = {
		[WORDS_SUNDAY] = "sonntag|so", [WORDS_MONDAY] = "montag|mo", [WORDS_TUESDAY] = "dienstag|di",
		[WORDS_WEDNESDAY] = "mittwoch|mi", [WORDS_THURSDAY] = "donnerstag|do", [WORDS_FRIDAY] = "freitag|fr",
		[WORDS_SATURDAY] = "samstag|sonnabend|sa",
		[WORDS_DATE] = "den|am|der|dem",
		[WORDS_TIME] = "um|ab",
		[WORDS_HOUR] = "uhr|h",
		[WORDS_PREPOSITION] = "am|im|in|ab|seit|bis|vom|von|zum|zur|nach|vor|bei|um|mit|für|der|die|das",
		[WORDS_PARTICLE] = "am|an|der|im|in|bei|ob|vor|auf|a.|i.|d.",
		[WORDS_JOINER] = "und",
		[WORDS_LABEL] = "pressemitteilung|presseaussendung|presseinformation|presseerklärung|medienmitteilung|"
				"presseinfo|pressemeldung|medieninformation|medieneinladung|presseeinladung|"
				"pressestatement|terminhinweis",
		[WORDS_NUMBER] = "nr.|nr|nummer",
		[WORDS_RELEASE_LINE] = "zur sofortigen veröffentlichung|frei zur sofortigen veröffentlichung|"
				       "sofort zur veröffentlichung|zur sofortigen freigabe",
		[WORDS_EMBARGO] = "sperrfrist|sperrvermerk|gesperrt bis|embargo",
		[WORDS_DATE_LABEL] = "datum|veröffentlicht am|veröffentlicht|stand|erscheinungsdatum|ausgabejahr|erscheinungsjahr",
		[WORDS_TOPIC] = "thema|themen|rubrik|kategorie|schlagworte|schlagwörter|stichworte",
		[WORDS_BYLINE] = "von|autor|autorin|text",
		[WORDS_CONTACT] = "pressekontakt|pressekontakte|rückfragen & kontakt|rückfragen und kontakt|rückfragehinweis|"
				  "rückfragen an|rückfragen|für rückfragen|bei rückfragen|kontakt|kontakte|"
				  "kontaktinformationen|presseanfragen|ansprechpartner*|medienkontakt|"
				  "kontakt für die presse|kontakt für medien|kontakt für journalisten|"
				  "achtung redaktionen|pressestelle|weitere informationen|presse-kontakt|"
				  "medienanfragen|für weitere informationen",
		[WORDS_PUBLIC] = "bürgertelefon|kundenservice",
		[WORDS_ABOUT] = "über die|über das|über den|über uns|über",
		[WORDS_PROFILE] = "im profil|im überblick|unternehmensprofil|firmenprofil|kurzprofil",
		[WORDS_IS_A] = "ist ein|ist eine|ist der|ist die|ist das|sind|gehört zu|zählt zu|wurde gegründet|bietet",
		[WORDS_END] = "ende|schluss|schluß",
		[WORDS_DOWNLOAD] = "download*|herunterladen|heruntergeladen|pressefotos|"
				   "weitere informationen finden sie|mehr informationen finden sie|lesen sie auch",
		[WORDS_LINK] = "link|hier",
		[WORDS_ISSUER] = "quelle|herausgeber|herausgeberin|herausgegeben von",
		[WORDS_SOURCE] = "ots-originaltext|original-content von|original-ots",
		[WORDS_NOTES] = "achtung redaktionen|hinweis an die redaktion*|hinweis für die redaktion*|hinweise für redaktionen|"
				"anmerkung für die redaktion*|anmerkungen für die redaktion*|"
				"veröffentlichung und nachdruck honorarfrei|abdruck honorarfrei|"
				"nachdruck honorarfrei|zu den fotos|belegexemplar*",
		[WORDS_LEGAL] = "zukunftsgerichtete aussagen|rechtlicher hinweis|rechtliche hinweise|disclaimer|haftungsausschluss",
		[WORDS_PHONE] = "tel.|tel|telefon|fon|mobil|handy|t|m|tel.-nr.",
		[WORDS_FAX] = "fax|telefax",
		[WORDS_EMAIL] = "e-mail|email|mail|e",
		[WORDS_WEB] = "web|www|internet|webseite|website|homepage",
		[WORDS_ADDRESS] = "adresse|anschrift",
		[WORDS_MAIL] = "von|an|gesendet|betreff|cc",
		[WORDS_FUNCTION] = "leiter*|leitung|sprecher*|pressesprecher*|geschäftsführer*|vorstand*|vorsitzend*|direktor*|"
				   "präsident*|vizepräsident*|minister*|staatssekretär*|bürgermeister*|oberbürgermeister*|"
				   "landrat|manager*|mitbegründer*|gründer*|inhaber*|referent*|professor*|rektor*|dekan*|"
				   "koordinator*|vice|president|ceo|cfo|chef*|hauptgeschäftsführer*|abgeordnet*|senator*|"
				   "bundeskanzler*|kanzler*|stadtrat*|stadträtin",
		[WORDS_ORGANISATION] = "gmbh|ag|se|kg|e.v.|ev|agentur|verband|bund|amt|ministerium|abteilung|referat|stabstelle|"
				       "stabsstelle|kommunikation|presse|pressestelle|unternehmenskommunikation|"
				       "öffentlichkeitsarbeit|institut|universität|hochschule|stiftung|gesellschaft|verein|"
				       "gruppe|group|partei|fraktion|stadt|land|landkreis|bank|redaktion|medien|media|"
				       "press|pr|public|relations|büro|zentrum|klinik|museum|theater|klub",
		[WORDS_TITLE] = "dr.|dr|prof.|mag.|dipl.-ing.|ing.|dr.-ing.|di|dkfm.|msc|bsc|mba|ba|ma|herr|frau",
		[WORDS_SAYS] = "sagt|sagte|so|erklärt|erklärte|betont|betonte|freut sich|ergänzt|ergänzte|kommentiert|kommentierte|"
			       "unterstreicht|unterstrich|berichtet|berichtete|meint|meinte|erläutert|erläuterte|führt aus|"
			       "drückt|umriss|fordert|forderte|warnt|warnte|zeigt sich|resümiert|fasst zusammen|hebt hervor|"
			       "schildert|weiß|findet|bekräftigt|bekräftigte|stellt klar",
	},
};
