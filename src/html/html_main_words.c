/*
 * The short texts of a page's machinery, in the languages of the press. A
 * list is phrases in lower case with "|" between them, each the beginning of a
 * text.
 */
#include "base/utf8.h"
#include "html/html_main_parts.h"

enum {
	DURATION_MOST = 20, /* bytes of "minutes to read" */
	OWNER_MOST = 60,    /* of "© " and whose the site is, up to the year */
};

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
	"читайте также|читайте також|читать также|також читайте|по теме|за темою|あわせて読みたい|関連記事|関連ニュース|"
	"おすすめ|相关阅读|相关新闻|延伸阅读|推荐阅读",
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
	"реклама|поделиться|поділитися|распечатать|роздрукувати|печать|друк|наверх|назад|комментарии|коментарі|подписаться|"
	"підписатися|сподели|отпечатай|коментари|κοινοποίηση|εκτύπωση|διαφήμιση|σχόλια",
	"reading time|lesezeit|temps de lecture|lecture :|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|"
	"læsetid|lesetid|doba čtení|čas čítania|czas czytania|ten tekst przeczytasz w|olvasási idő|время чтения|час читання",
};

/* What asks the reader for his time, his money or his consent: longer lines than the machinery's. */
static const char *const invitations[] = {
	"click here to subscribe|subscribe to|subscribe now|sign up for our|sign up to our|chat with us|follow us|join the conversation|"
	"did you like this|did you find this|enjoyed this|already a subscriber|you are reading|you're reading|"
	"to view this content|this content is hosted|this video is not available|article continues",
	"hat ihnen d|hat ihnen unser|hat dir d|gefällt ihnen d|jetzt abonnieren|folgen sie uns|sie lesen gerade|bereits abonnent|"
	"ein klick für den datenschutz|datenschutzeinstellungen|externer inhalt|externe inhalte|empfohlener redaktioneller inhalt|"
	"an dieser stelle finden sie|an dieser stelle befindet sich|abonnieren sie unseren|diese zusammenfassung wurde",
	"czytasz właśnie|czytasz teraz|zapisz się na newsletter|zapisz się do newslettera|masz już prenumeratę|wesprzyj nas|"
	"právě čtete|přihlaste se k odběru|podpořte nás|předplaťte si|máte předplatné|líbil se vám",
	"abonnez-vous|inscrivez-vous à notre|déjà abonné|suivez-nous|suscríbete|suscríbase|síguenos|ya eres suscriptor|"
	"abbonati|iscriviti alla|seguici|sei già abbonato|subscreva a|assine|siga-nos",
	"we use cookies|this website uses cookies|this site uses cookies|wir verwenden cookies|wir nutzen cookies|diese website verwendet cookies|"
	"diese website nutzt cookies|tento web používá|tyto stránky používají|používáme cookies|táto stránka používa|ta strona używa|"
	"używamy plików|korzystamy z plików|nous utilisons des cookies|ce site utilise|usamos cookies|utilizamos cookies|"
	"este sitio utiliza|questo sito utilizza|utilizziamo i cookie|este site utiliza|deze website gebruikt|wij gebruiken cookies|"
	"vi använder cookies|vi bruger cookies|vi bruker informasjonskapsler|ez az oldal sütiket|ez a weboldal sütiket|мы используем файлы|ми використовуємо файли",
	"%d blog|abonneer|schrijf je in voor onze|volg ons|prenumerera|följ oss|abonner på|følg oss|tilmeld dig vores",
};

/* What a link to a whole article says. */
static const char *const onward[] = {
	"read more|read on|continue reading|full story|learn more|more »|weiterlesen|weiter lesen|mehr lesen|mehr erfahren|weiter »|"
	"zum artikel|zur meldung|zum beitrag|číst dál|číst více|více|celý článek|čítať ďalej|czytaj dalej|czytaj więcej|więcej|lire la suite|"
	"en savoir plus|leer más|seguir leyendo|ver más|leggi tutto|continua a leggere|leia mais|lees meer|lees verder|läs mer|"
	"les mer|læs mere",
};

/* What a button to buy or to subscribe says. */
static const char *const offers[] = {
	"subscribe now|try it free|start your free trial|become a member|see our offers|jetzt bestellen|jetzt abonnieren|jetzt testen|"
	"gratis testen|kostenlos testen|abo abschließen|abo abschliessen|zum angebot|zum abo|objednat předplatné|předplatit|"
	"kup prenumeratę|kup dostęp|zamów prenumeratę|je m'abonne|je m’abonne|je découvre les offres|découvrir les offres|"
	"suscríbete|suscribirse|abbonati ora|scopri le offerte|assine já|neem een abonnement|bli prenumerant|bliv abonnent",
};

/* How a page says that what it holds may not be used. A release says only whose it is. */
static const char *const terms[] = {
	"this document is subject to|this material may not be|this article may not be|this content may not be|no part of this|"
	"copyright ©|all rights reserved|reproduction prohibited|dieser artikel ist urheber|alle rechte vorbehalten|"
	"jegliche weiterverwendung|nachdruck verboten|všechna práva vyhrazena|publikování nebo další šíření|všetky práva vyhradené|"
	"wszelkie prawa zastrzeżone|materiał chroniony prawem|tous droits réservés|toute reproduction|todos los derechos reservados|"
	"tutti i diritti riservati|riproduzione riservata|©riproduzione riservata|© riproduzione riservata|todos os direitos|"
	"alle rechten voorbehouden|alla rättigheter|alle rettigheder",
};

/* How a system says where it has filed the page. */
static const char *const filed[] = {
	"this entry was posted|posted in |filed under|tagged with|dieser beitrag wurde|dieser eintrag wurde|veröffentlicht unter|"
	"příspěvek byl publikován|publikováno v |zařazeno v |ten wpis został|opublikowano w |kategoria:|cet article a été publié|"
	"classé dans|publié dans|esta entrada fue|archivado en|publicado en|questa voce è stata|pubblicato in|"
	"dit bericht werd geplaatst|geplaatst in",
};

/* The same, behind who wrote it and when. */
static const char filed_behind[] = "filed under|bookmark the permalink|abgelegt unter|mit den stichwörtern|rss 2.0";

/* Whole texts of buttons. */
static const char buttons[] = "close|open|play|pause|caption|menu|schließen|schliessen|öffnen|zavřít|otevřít|zamknij|fermer|cerrar|"
			      "chiudi|fechar|sluiten|stäng|luk|lukk|anmäl fel|ver más artículos|小字号|大字号";

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

static bool
is_button(struct str text)
{
	struct str rest = str_of(buttons), button;

	while (str_next(&rest, '|', &button))
		if (str_eq(text, button))
			return true;
	return false;
}

bool
is_invitation(struct str text)
{
	return phrase_of(text, invitations, sizeof(invitations) / sizeof(invitations[0])).n > 0;
}

bool
leads_on(struct str text)
{
	return phrase_of(text, onward, sizeof(onward) / sizeof(onward[0])).n > 0;
}

bool
is_pointer(struct str text)
{
	const struct str open = STR("[( "), close = STR("])> ");
	struct str phrase;

	if (text.n == 0 || str_find_char(open, text.p[0]) == STR_NPOS)
		return false;
	while (text.n > 0 && str_find_char(open, text.p[0]) != STR_NPOS)
		text = str_sub(text, 1, text.n);
	phrase = phrase_of(text, onward, sizeof(onward) / sizeof(onward[0]));
	text = str_sub(text, phrase.n, text.n);
	while (text.n > 0 && str_find_char(close, text.p[0]) != STR_NPOS)
		text = str_sub(text, 1, text.n);
	return phrase.n > 0 && text.n == 0;
}

bool
is_offer(struct str text)
{
	return phrase_of(text, offers, sizeof(offers) / sizeof(offers[0])).n > 0;
}

bool
forbids_use(struct str text)
{
	return phrase_of(text, terms, sizeof(terms) / sizeof(terms[0])).n > 0;
}

bool
says_where_filed(struct str text)
{
	struct str rest = str_of(filed_behind), phrase;

	while (str_next(&rest, '|', &phrase))
		if (str_find(text, phrase) != STR_NPOS)
			return true;
	return phrase_of(text, filed, sizeof(filed) / sizeof(filed[0])).n > 0;
}

bool
ends_in_duration(struct str text)
{
	size_t at = text.n;

	if (!str_ends(text, STR(" min")))
		return false;
	for (at -= 4; at > 0 && ascii_digit(text.p[at - 1]); at--)
		;
	text = str_sub(text, 0, at);
	return str_ends(text, STR(":")) && text.n > 1 && ascii_digit(text.p[text.n - 2]);
}

bool
is_machinery(struct str text)
{
	struct str phrase = phrase_of(text, machinery, sizeof(machinery) / sizeof(machinery[0]));

	if (is_duration(text) || is_button(text))
		return true;
	text = str_sub(text, phrase.n, text.n);
	return phrase.n > 0 && (text.n == 0 || !utf8_is_letter(utf8_next(&text)));
}

/* Four digits that may be a year of ours. */
static bool
has_year(struct str text)
{
	for (size_t i = 0; i + 3 < text.n; i++)
		if ((text.p[i] == '1' || text.p[i] == '2') && (text.p[i + 1] == '9' || text.p[i + 1] == '0') &&
			ascii_digit(text.p[i + 2]) && ascii_digit(text.p[i + 3]))
			return true;
	return false;
}

bool
says_whose_site(struct str text)
{
	size_t at = str_find(text, STR("©"));

	if (at == STR_NPOS)
		at = str_find(text, STR("copyright"));
	return at != STR_NPOS && has_year(str_sub(text, at, at + OWNER_MOST));
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
