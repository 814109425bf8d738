/* Italian. */
#include "recognise/lang.h"

const struct language lang_it = {
	.tag = "it",
	.common = "di e il la che in un una per del della dei delle è con non si da al alla sono come più i gli le lo nel nella "
		  "dal dalla anche ha questo questa l",
	.letters = "ìòàù",
	.months = { "gennaio|gen", "febbraio|feb", "marzo|mar", "aprile|apr", "maggio|mag", "giugno|giu", "luglio|lug",
		"agosto|ago", "settembre|set|sett", "ottobre|ott", "novembre|nov", "dicembre|dic" },
	.words = {
		[WORDS_SUNDAY] = "domenica", [WORDS_MONDAY] = "lunedì", [WORDS_TUESDAY] = "martedì",
		[WORDS_WEDNESDAY] = "mercoledì", [WORDS_THURSDAY] = "giovedì", [WORDS_FRIDAY] = "venerdì",
		[WORDS_SATURDAY] = "sabato",
		[WORDS_DATE] = "il|lì|di|addì",
		[WORDS_TIME] = "alle|alle ore|ore|dalle",
		[WORDS_HOUR] = "ore",
		[WORDS_PREPOSITION] = "in|a|al|alla|da|dal|dalla|nel|nella|per|entro|dopo|fino|il|questo",
		[WORDS_PARTICLE] = "di|del|della|sul|in|al|dei",
		[WORDS_JOINER] = "e",
		[WORDS_LABEL] = "comunicato stampa|nota stampa|cartella stampa|invito stampa|comunicato",
		[WORDS_NUMBER] = "n.|nr.|numero",
		[WORDS_RELEASE_LINE] = "per diffusione immediata|con preghiera di cortese diffusione|con preghiera di diffusione|"
				       "per la pubblicazione immediata",
		[WORDS_EMBARGO] = "embargo|sotto embargo|da non pubblicare prima",
		[WORDS_DATE_LABEL] = "data|pubblicato il|data di pubblicazione|anno",
		[WORDS_TOPIC] = "tema|temi|categoria|categorie|rubrica|argomenti|parole chiave",
		[WORDS_BYLINE] = "di|autore|a cura di",
		[WORDS_CONTACT] = "ufficio stampa|contatti stampa|contatto stampa|contatti|contatto|per informazioni|"
				  "per maggiori informazioni|per ulteriori informazioni|contattaci|contatti per i media|"
				  "contatti media",
		[WORDS_ABOUT] = "informazioni su|su|chi è|a proposito di",
		[WORDS_PROFILE] = "profilo|in breve",
		[WORDS_IS_A] = "è un|è una|è un'|è un’|è il|è la|è l'|è stata fondata|è stato fondato|offre",
		[WORDS_END] = "fine|fine comunicato",
		[WORDS_DOWNLOAD] = "scaricare|scarica|download|clicca qui|saperne di più|leggi anche",
		[WORDS_LINK] = "qui|link|collegamento",
		[WORDS_ISSUER] = "fonte|emittente",
		[WORDS_NOTES] = "note per i redattori|nota per i redattori|nota per la redazione|note per gli editori",
		[WORDS_LEGAL] = "dichiarazioni previsionali|note legali|avvertenze|nota bene",
		[WORDS_PHONE] = "tel.|tel|telefono|cell.|cell|cellulare|mobile|t|m",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-mail|email|mail|posta elettronica|e",
		[WORDS_WEB] = "web|sito|sito web|www|sito internet",
		[WORDS_ADDRESS] = "indirizzo",
		[WORDS_MAIL] = "da|a|inviato|oggetto|cc",
		[WORDS_FUNCTION] = "direttor*|direttrice|responsabile|presidente|vicepresidente|capo|portavoce|ministro|ministra|"
				   "sindaco|sindaca|segretari*|fondator*|cofondator*|amministrator*|assessor*|rettor*|"
				   "coordinator*|ceo|ad",
		[WORDS_ORGANISATION] = "s.p.a.|spa|s.r.l.|srl|agenzia|società|gruppo|fondazione|associazione|istituto|università|"
				       "ministero|direzione|ufficio|consiglio|comitato|federazione|comune|città|museo|teatro|"
				       "banca|stampa|comunicazione|relazioni|pubbliche|centro|ospedale|press|pr|media",
		[WORDS_TITLE] = "dott.|dott.ssa|dr.|ing.|avv.|prof.|prof.ssa|sig.|sig.ra",
		[WORDS_SAYS] = "dichiara|ha dichiarato|afferma|ha affermato|svela|aggiunge|ha aggiunto|spiega|ha spiegato|dice|"
			       "ha detto|commenta|ha commentato|sottolinea|ha sottolineato|conclude|ha concluso|esprime|"
			       "ha delineato|racconta|osserva|ricorda|precisa|secondo",
	},
};
