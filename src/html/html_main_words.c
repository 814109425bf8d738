/*
 * The short texts of a page's machinery, in the languages of the press. A
 * list is phrases in lower case with "|" between them, each the beginning of a
 * text.
 */
#include "base/utf8.h"
#include "html/html_main_parts.h"

enum { DURATION_MOST = 20 }; /* bytes of "minutes to read" */

/* What leads on to other articles. */
static const char *const related[] = {
	"related|read also|also read|read more|read next|see also|you may also|you might also|more from|more on this|more news|"
	"more stories|recommended|most read|most popular|latest news|latest stories|don't miss|don’t miss|trending|"
	"further news|other news|up next",
	"mehr zum thema|das könnte|auch interessant|lesen sie auch|lesen sie mehr|weitere meldungen|weitere artikel|weitere news|"
	"weitere beiträge|weitere nachrichten|weitere pressemitteilungen|weiterführende|mehr dazu|mehr zu|meistgelesen|"
	"meist gelesen|top meldungen|topmeldungen|ähnliche|verwandte|zum thema|videos zum thema|aus dem archiv|neueste beiträge",
	"czytaj także|czytaj też|czytaj więcej|czytaj również|przeczytaj|zobacz także|zobacz też|zobacz również|polecamy|"
	"powiązane|może cię zainteresować|najnowsze",
	"související|přečtěte|čtěte také|čtěte dále|mohlo by vás|další články|další zprávy|právě se děje|nejnovější|nejčtenější|"
	"súvisiace|prečítajte|mohlo by vás",
	"à lire|lire aussi|lire également|voir aussi|sur le même|les plus lus|leggi anche|potrebbe interessarti",
	"lea también|lee también|te puede interesar|más noticias|leia também|leia mais|veja também",
	"lees ook|lees meer|läs också|läs mer|les også|læs også|læs mere|les mer|kapcsolódó",
};

/* What a page can do for its reader, and what it wants of him. */
static const char *const machinery[] = {
	"share|tweet|print|back|to top|top|home|advertisement|sponsored|loading|follow us|subscribe|sign up|newsletter|log in|"
	"login|comments|leave a comment|tags|was this|show more|copy link|listen to|jump to|skip to|be sociable|just watched|must watch|more videos|replay|read more|report an error",
	"teilen|beitrag teilen|artikel teilen|drucken|seite drucken|zurück|nach oben|anzeige|werbung|wird geladen|folgen sie uns|"
	"folge uns|abonnieren|anmelden|kommentare|kommentar|schlagworte|schlagwörter|themen:|kategorie|kategorien|"
	"ist dieser beitrag|war diese seite|war dieser artikel|gefällt ihnen|mehr anzeigen|weiterlesen|mehr lesen|jetzt abonnieren|hat ihnen|link kopieren|merken|"
	"vorlesen|artikel anhören|zum inhalt|diese seite",
	"sdílet|sdílejte|tisk|číst dál|celý článek|vytisknout|zpět|nahoru|reklama|sledujte nás|komentáře|komentář|štítky|témata|zdieľať",
	"udostępnij|czytaj dalej|więcej|podziel się|drukuj|wróć|komentarze|tagi|kategorie",
	"partager|imprimer|lire la suite|retour|publicité|suivez-nous|mots-clés|commentaires|condividi|stampa|pubblicità|commenti",
	"compartir|imprimir|mostrar comentarios|leer más|publicidad|comentarios|partilhar|comentários|volver",
	"delen|dela|del|annons|annonse|reacties|kommentarer|skriv ut",
};

/* What stands in the heading of a contact for the press, at the beginning of a word. */
static const char *const contact[] = {
	"contact|contat|kontakt|ansprechpartner|ansprechperson|rückfrage|pressestelle|pressesprecher|presse|press|media|medien|"
	"tiskov|mluvčí|média|hovorca|hovorkyňa|rzeczni|prasow|sajtó|prensa|imprensa|stampa|persvoorlichting|woordvoerder",
};

/* The first phrase that the text begins with, or STR_NONE. */
static struct str
phrase_of(struct str text, const char *const *lists, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str rest = str_of(lists[i]), phrase;

		while (str_next(&rest, '|', &phrase))
			if (str_starts(text, phrase))
				return phrase;
	}
	return STR_NONE;
}

bool
begins_related(struct str text)
{
	return phrase_of(text, related, sizeof(related) / sizeof(related[0])).n > 0;
}

/* "4 min read", "00:00": how long it takes to read or to hear. */
static bool
is_duration(struct str text)
{
	size_t n = 0;

	while (n < text.n && (ascii_digit(text.p[n]) || text.p[n] == ':'))
		n++;
	if (n == 0 || n > 5)
		return false;
	if (n == text.n)
		return str_find_char(text, ':') != STR_NPOS;
	while (n < text.n && !ascii_alpha(text.p[n]))
		n++;
	return str_starts(str_sub(text, n, text.n), STR("min")) && text.n < n + DURATION_MOST;
}

bool
is_machinery(struct str text)
{
	struct str phrase = phrase_of(text, machinery, sizeof(machinery) / sizeof(machinery[0]));

	if (is_duration(text))
		return true;
	text = str_sub(text, phrase.n, text.n);
	return phrase.n > 0 && (text.n == 0 || !utf8_is_letter(utf8_next(&text)));
}

bool
mentions_contact(struct str text)
{
	struct str word;

	while (str_next_word(&text, &word))
		if (phrase_of(word, contact, sizeof(contact) / sizeof(contact[0])).n > 0)
			return true;
	return false;
}
