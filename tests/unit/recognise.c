/*
 * What is recognised in the strings that people write, and what only looks
 * like it. Each table names the language that is known of the text.
 */
#include <string.h>

#include "tap.h"

#include "recognise/fields.h"
#include "recognise/mend.h"
#include "recognise/release.h"

#define LENGTH(table) (sizeof(table) / sizeof((table)[0]))

enum where { NEVER, FIRST, ANYWHERE }; /* in which paragraph it counts */

/* The text behind a dateline is "Text" in all of them. */
static const struct {
	const char *tag, *text;
	enum where where;
	const char *place, *date;
} datelines[] = {
	{ "cs", "Praha, 14. října 2019 – Text", ANYWHERE, "Praha", "2019-10-14" },
	{ "cs", "Praha, 3. 7. 2019 – Text", ANYWHERE, "Praha", "2019-07-03" },
	{ "cs", "Praha, 10. leden 2018 – Text", ANYWHERE, "Praha", "2018-01-10" },
	{ "cs", "Praha 28. listopadu 2019 – Text", ANYWHERE, "Praha", "2019-11-28" },
	{ "cs", "Praha 17. září 2020 - Text", ANYWHERE, "Praha", "2020-09-17" },
	{ "cs", "Praha 13. 11. 2018. Text", ANYWHERE, "Praha", "2018-11-13" },
	{ "cs", "Praha (12.11.2020) – Text", ANYWHERE, "Praha", "2020-11-12" },
	{ "cs", "Praha, 5. 5. 2021– Text", ANYWHERE, "Praha", "2021-05-05" },
	{ "cs", "Praha, úterý 5. května 2020 – Text", ANYWHERE, "Praha", "2020-05-05" },
	{ "cs", "Praha/Liberec, 17. 5. 2019 - Text", ANYWHERE, "Praha/Liberec", "2019-05-17" },
	{ "cs", "Praha a Brno, 3. května 2021 – Text", ANYWHERE, "Praha a Brno", "2021-05-03" },
	{ "cs", "Ústí nad Labem, 3. května 2021 – Text", ANYWHERE, "Ústí nad Labem", "2021-05-03" },
	{ "cs", "Praha, v úterý 5. května 2020 – Text", ANYWHERE, "Praha", "2020-05-05" },
	{ "cs", "Vláda v úterý 5. května 2020 – jak jinak – rozhodla", NEVER, "", "" },
	{ "cs", "Nový Bor, 5. května 2020. Text", FIRST, "Nový Bor", "2020-05-05" },
	{ "cs", "Dne 5. května 2020 – Text", FIRST, "", "2020-05-05" },
	{ "cs", "V Praze, 5. května 2020 – Text", NEVER, "", "" },
	{ "cs", "V Praze – jak známo – prší", NEVER, "", "" },
	{ "cs", "V úterý 5. května 2020 odešel do důchodu", NEVER, "", "" },
	{ "cs", "Od pondělí 22. 6. 2020 platí nový řád", NEVER, "", "" },
	{ "cs", "Praha zažila 5. května 2020 – jak jinak – povstání", NEVER, "", "" },
	{ "cs", "Eva Tylová – která je starostkou – odstoupila", NEVER, "", "" },

	{ "en", "NEW YORK, May 5, 2020 /PRNewswire/ -- Text", ANYWHERE, "NEW YORK", "2020-05-05" },
	{ "en", "New York (May 5, 2020) — Text", ANYWHERE, "New York", "2020-05-05" },
	{ "en", "St. Louis, Mo., May 5, 2020 - Text", ANYWHERE, "St. Louis, Mo.", "2020-05-05" },
	{ "en", "PARIS, 5 May 2020: Text", ANYWHERE, "PARIS", "2020-05-05" },
	{ "en", "WINNIPEG, Manitoba, Dec. 03, 2019 (GLOBE NEWSWIRE) -- Text", ANYWHERE, "WINNIPEG, Manitoba", "2019-12-03" },
	{ "en", "FREMONT, CA - (NewMediaWire) - January 2, 2025 - Text", ANYWHERE, "FREMONT, CA", "2025-01-02" },
	{ "en", "(NewMediaWire) - November 06, 2024 - DALLAS — Text", ANYWHERE, "DALLAS", "2024-11-06" },
	{ "en", "Austin, Texas (Newsworthy.ai) Wednesday Sep 3, 2025 @ 7:00 AM Pacific — Text", ANYWHERE, "Austin, Texas",
		"2025-09-03T07:00:00-07:00" },
	{ "en", "LONDON–(BUSINESS WIRE)–Text", ANYWHERE, "LONDON", "" },
	{ "en", "SAITAMA, Japan, Dec. 9 Kyodo - Text", ANYWHERE, "SAITAMA, Japan", "" },
	{ "en", "KAMLOOPS, BC / PR Karma / February 12, 2026 18:00 Text", ANYWHERE, "KAMLOOPS, BC", "2026-02-12T18:00:00" },
	{ "en", "JUNE 4, 14:00 BST, 2024 – Text", FIRST, "", "2024-06-04T14:00:00+01:00" },
	{ "en", "Washington, D.C. -- Text", FIRST, "Washington, D.C.", "" },
	{ "en", "June 2nd, 2014 (Isla Vista, California) - Text", ANYWHERE, "Isla Vista, California", "2014-06-02" },
	{ "en", "June 2nd, 2014 (NewMediaWire) - Text", ANYWHERE, "", "2014-06-02" },
	{ "en", "On Monday, May 5, 2020 – the company", NEVER, "", "" },
	{ "en", "As of May 5, 2020 - the company", NEVER, "", "" },
	{ "en", "In May 2020 the company", NEVER, "", "" },
	{ "en", "The company – a maker – said", NEVER, "", "" },

	{ "sk", "Trenčín, 25. júna 2025 – Text", ANYWHERE, "Trenčín", "2025-06-25" },
	{ "sk", "V Trenčíne, 25. júna 2025 – hrad otvoril", NEVER, "", "" },
	{ "pl", "Warszawa, 10 marca 2026 r. – Text", ANYWHERE, "Warszawa", "2026-03-10" },
	{ "pl", "26 września 2024 - Text", FIRST, "", "2024-09-26" },
	{ "pl", "Od 26 września 2024 - jak co roku", NEVER, "", "" },
	{ "de", "Berlin, den 5. Mai 2020 – Text", ANYWHERE, "Berlin", "2020-05-05" },
	{ "de", "Frankfurt am Main, 5. Mai 2020 – Text", ANYWHERE, "Frankfurt am Main", "2020-05-05" },
	{ "de", "Hamburg, 5. Mai 2020. Text", ANYWHERE, "Hamburg", "2020-05-05" },
	{ "de", "Wien (OTS) - Text", ANYWHERE, "Wien", "" },
	{ "de", "Potsdam – Text", FIRST, "Potsdam", "" },
	{ "de", "Am 5. Mai 2020 – einem Dienstag", NEVER, "", "" },
	{ "fr", "Paris, le 5 mai 2020 – Text", ANYWHERE, "Paris", "2020-05-05" },
	{ "fr", "Saint-Denis, le 1er juin 2020 - Text", ANYWHERE, "Saint-Denis", "2020-06-01" },
	{ "fr", "TORONTO (Ontario) – le 16 octobre 2025 – Text", ANYWHERE, "TORONTO", "2025-10-16" },
	{ "fr", "Le 5 mai 2020 – Text", FIRST, "", "2020-05-05" },
	{ "fr", "À Paris, le 5 mai 2020 a été", NEVER, "", "" },
	{ "es", "San Salvador, SV, 29 de mayo de 2024 – Text", ANYWHERE, "San Salvador, SV", "2024-05-29" },
	{ "it", "( Pescasseroli, 14 Gennaio 20 ) Text", ANYWHERE, "Pescasseroli", "2020-01-14" },
	{ "uk", "13 жовтня, 2022 - Text", FIRST, "", "2022-10-13" },
	{ "ro", "București, 5 mai 2026 – Text", ANYWHERE, "București", "2026-05-05" },
	{ "hu", "Budapest, 2026. május 5. – Text", ANYWHERE, "Budapest", "2026-05-05" },
};

static const struct {
	const char *tag, *text, *date; /* "": none */
} dates[] = {
	{ "cs", "EMBARGO do 10. 5. 2026 10:00 SEČ", "2026-05-10T10:00:00+01:00" },
	{ "cs", "EMBARGO do úterý 10. května 2026 do 6 hodin", "2026-05-10T06:00:00" },
	{ "cs", "17.5.2019", "2019-05-17" },
	{ "cs", "31. 2. 2019", "" },
	{ "cs", "verze 1.2.3", "" },
	{ "cs", "strana 10 a 11", "" },
	{ "en", "Embargoed until 7 a.m. CT/8 a.m. ET, Wednesday, Nov. 6, 2024", "2024-11-06T07:00:00-06:00" },
	{ "en", "embargo until 00:01 GMT on 5 May 2026", "2026-05-05T00:01:00Z" },
	{ "en", "embargo till 5/6/2026 5 p.m. EST", "2026-05-06T17:00:00-05:00" },
	{ "en", "UNDER EMBARGO UNTIL 2026-05-05 10:00 UTC+2", "2026-05-05T10:00:00+02:00" },
	{ "en", "until 10 March 2026, 14:00 hours (Central European Time)", "2026-03-10T14:00:00+01:00" },
	{ "en", "March 3, 2026, 2 p.m. Central Time", "2026-03-03T14:00:00-06:00" },
	{ "en", "10 March 2026, 0001 hrs GMT", "2026-03-10T00:01:00Z" },
	{ "en", "10 March 2026 at 00.01 GMT", "2026-03-10T00:01:00Z" },
	{ "en", "10 March 2026 at 9.30 Brussels time", "2026-03-10T09:30:00+01:00" },
	{ "en", "5 May 2026 GMT", "2026-05-05" },
	{ "en", "until 2026-05-05T10:00Z", "2026-05-05T10:00:00Z" },
	{ "de", "10. 3. 26 um 10 Uhr", "2026-03-10T10:00:00" },
	{ "en-GB", "10/03/2026 09:00 GMT", "2026-03-10T09:00:00Z" },
	{ "en-US", "10/03/2026 09:00 GMT", "2026-10-03T09:00:00Z" },
	{ "en-Latn-CA", "10/03/2026", "2026-10-03" },
	{ "en", "May 5, 2026 at 9:30pm", "2026-05-05T21:30:00" },
	{ "en", "5 may be enough", "" },
	{ "en", "May 35, 2026", "" },
	{ "sk", "Embargo: 12. marca 2026, 9.00 h (SEČ)", "2026-03-12T09:00:00+01:00" },
	{ "pl", "12 marca 2026 r. o godz. 9.00", "2026-03-12T09:00:00" },
	{ "de", "Sperrfrist: 17. März 2026, 10.00 Uhr", "2026-03-17T10:00:00" },
	{ "de", "Sperrfrist 24. Juli 2026, 24.00 Uhr", "2026-07-25T00:00:00" },
	{ "it", "14 gennaio 2020", "2020-01-14" },
	{ "nl", "1 maart 2026", "2026-03-01" },
	{ "pt", "29 de setembro de 2016", "2016-09-29" },
	{ "uk", "10 вересня 2012", "2012-09-10" },
	{ "nb", "17. oktober 2025", "2025-10-17" },
	{ "ro", "3 decembrie 2025", "2025-12-03" },
	{ "sv", "3 oktober 2025", "2025-10-03" },
	{ "da", "3. marts 2026", "2026-03-03" },
	{ "fi", "5. toukokuuta 2026", "2026-05-05" },
	{ "hu", "2026. február 28.", "2026-02-28" },
	{ "hr", "5. svibnja 2026.", "2026-05-05" },
	{ "sl", "5. maja 2026", "2026-05-05" },
	{ "bg", "5 май 2026 г.", "2026-05-05" },
	{ "ru", "5 мая 2026 г.", "2026-05-05" },
	{ "el", "5 Μαΐου 2026", "2026-05-05" },
	{ "ja", "2026年5月5日", "2026-05-05" },
	{ "fr", "SOUS EMBARGO JUSQU’AU MERCREDI 18 MARS 2026, 18 H 00 (HEURE DE PARIS)", "2026-03-18T18:00:00+01:00" },
};

static const struct {
	const char *tag, *text, *role; /* "": none */
} lines[] = {
	{ "cs", "Tisková zpráva", "label" },
	{ "cs", "TZ: Ministerstvo krajiny", "source" },
	{ "fr", "Envoyé : jeudi 12 mars 2026 08:04", "" },
	{ "de", "Publiziert: 1. Juli 2026, 11:16", "date-line" },
	{ "cs", "Embargo: 5. května 2026, 6:00", "embargo" },
	{ "cs", "EMBARGO", "embargo" },
	{ "cs", "Embargo na ruský plyn potrvá", "" },
	{ "cs", "K okamžitému zveřejnění", "release-line" },
	{ "cs", "Tisková zpráva č. 12/2020", "release-number" },
	{ "cs", "Tisková zpráva překvapila i samotné autory", "" },
	{ "cs", "V Praze 5. května 2026", "" },
	{ "cs", "Praha, 5. května 2026", "date-line" },
	{ "cs", "Praha 5. května 2026", "date-line" },
	{ "cs", "Den otevřených dveří 5. května 2026", "" },
	{ "cs", "Autor: Jan Novák", "byline" },
	{ "cs", "Autor knihy Jan Novák přijel do Brna", "" },
	{ "cs", "– konec –", "end-mark" },
	{ "cs", "Konec", "" },
	{ "en", "FOR IMMEDIATE RELEASE", "release-line" },
	{ "en", "Press release", "label" },
	{ "en", "Acme Press Release:", "label" },
	{ "en", "Nobody reads a press release", "" },
	{ "en", "KAMLOOPS, BC / PR Karma / February 12, 2026 18:00", "date-line" },
	{ "en", "EMBARGOED UNTIL 5 MAY 2026", "embargo" },
	{ "en", "Embargoes have never worked", "" },
	{ "en", "[EMBARGOED: 5 May 2026, 06:00 GMT]", "embargo" },
	{ "en", "This release is under strict embargo until 5 May 2026, 9:00 a.m. CEST.", "embargo" },
	{ "en", "This release is under embargo until 5 May 2026", "embargo" },
	{ "en", "The text is strictly embargoed until Tuesday, 5 May 2026", "embargo" },
	{ "en", "Ministers agree an embargo on coal from 5 May 2026", "" },
	{ "en", "EU extends arms embargo until 31 December 2026", "" },
	{ "de", "+++ Sperrfrist: 5. Mai 2026, 10 Uhr +++", "embargo" },
	{ "de", "Bitte beachten Sie die Sperrfrist: 5. Mai 2026, 10 Uhr", "embargo" },
	{ "de", "Die Sperrfrist für Neubauten endet am 5. Mai 2026", "" },
	{ "cs", "Zpráva je pod embargem do 5. května 2026, 10:00", "embargo" },
	{ "cs", "Text je pod embargem do 5. května 2026", "embargo" },
	{ "cs", "Ministři se shodli na embargu na uhlí od 5. května 2026", "" },
	{ "tr", "5 Mayıs 2026 Salı günü saat 10.00'a kadar ambargoludur", "embargo" },
	{ "fi", "Julkaistavissa 5.5.2026 klo 10.00", "embargo" },
	{ "es", "Información embargada hasta las 10:00 (CEST) del 5 de mayo de 2026", "embargo" },
	{ "de", "Es gilt das gesprochene Wort", "release-line" },
	{ "en", "###", "end-mark" },
	{ "en", "# # #", "end-mark" },
	{ "en", "- ENDS -", "end-mark" },
	{ "en", "Ends of the earth", "" },
	{ "en", "#", "" },
	{ "en", "By Jane Miller, Leeds University", "byline" },
	{ "en", "By the river a bridge was built", "" },
	{ "en", "Source: Acme Bridges Ltd", "source" },
	{ "en", "Sources say otherwise", "" },
	{ "sk", "Tlačová správa", "label" },
	{ "pl", "Informacja prasowa", "label" },
	{ "de", "Pressemitteilung Nr. 12/2020", "release-number" },
	{ "de", "Hamburg, den 2. Dezember 2022", "date-line" },
	{ "de", "Sperrfrist: 17. März 2026, 10.00 Uhr", "embargo" },
	{ "fr", "Communiqué de presse", "label" },
	{ "fr", "Pour diffusion immédiate", "release-line" },
	{ "sk", "TLAČOVÁ SPRÁVA č. 9/2026", "release-number" },
	{ "de", "Ausgabejahr: 2022", "date-line" },
	{ "de", "Ausgabejahr: alle", "" },
	{ "pl", "Autor: www.example.pl", "source" },
	{ "pl", "Autor: Łucja Żak", "byline" },
};

static const struct {
	const char *tag, *text, *role; /* of the section that the line opens; "": none */
	bool alone;
} heads[] = {
	{ "cs", "Kontakt pro média:", "contact", true },
	{ "cs", "Kontakt pro média: Jana Vaňková, tel. 500 555 012", "contact", false },
	{ "cs", "Kontakt s realitou ztratili už dávno", "", false },
	{ "cs", "O společnosti Mosty", "boilerplate", true },
	{ "cs", "O vodu se lidé v kraji bojí", "", false },
	{ "cs", "tisková mluvčí", "", false },
	{ "cs", "Poznámky pro editory", "notes", true },
	{ "en", "Media Contact", "contact", true },
	{ "en", "Contact lenses are sold everywhere", "", false },
	{ "en", "About Acme", "boilerplate", true },
	{ "en", "About half of them have left", "", false },
	{ "en", "About the Acme Bridges Association", "boilerplate", true },
	{ "en", "About the same time it rained", "", false },
	{ "en", "Notes to editors", "notes", true },
	{ "sk", "O spoločnosti Mosty", "boilerplate", true },
	{ "pl", "O firmie", "boilerplate", true },
	{ "de", "Über die Acme GmbH", "boilerplate", true },
	{ "de", "Pressekontakt:", "contact", true },
	{ "fr", "À propos d’Acme", "boilerplate", true },
	{ "fr", "Contact presse", "contact", true },
};

static const struct {
	const char *tag, *text;
	bool person;
} persons[] = {
	{ "cs", "Petr Syrůček", true },
	{ "cs", "Mgr. Jana Vaňková, Ph.D.", false },
	{ "cs", "Mgr. Jana Vaňková", true },
	{ "cs", "Ministerstvo Krajiny", false },
	{ "cs", "Jana", false },
	{ "cs", "tisková mluvčí", false },
	{ "en", "Jane O’Shea", true },
	{ "en", "Ludwig van Beethoven", true },
	{ "en", "ACME BRIDGES", false },
	{ "en", "Press Office", false },
	{ "en", "Leeds 2025", false },
	{ "de", "Mag. Edith Dörfler", true },
	{ "de", "Sabine Müller-Lüdenscheidt", true },
	{ "fr", "Jean de La Fontaine", true },
	{ "pl", "Łucja Żak", true },
};

/* The fields of a text by their shape. */
static const struct {
	const char *text, *fields;
} fields[] = {
	{ "tel.: +420 500 555 012, e-mail: vankova@example.cz", "phone +420 500 555 012; email vankova@example.cz" },
	{ "(020) 7946-0958 ext. 12", "phone (020) 7946-0958 ext. 12" },
	{ "500 555 012, 500 555 013", "phone 500 555 012; phone 500 555 013" },
	{ "02 40 55 50 12 / 06 98 76 54 32", "phone 02 40 55 50 12; phone 06 98 76 54 32" },
	{ "500555012/500555013", "phone 500555012; phone 500555013" },
	{ "0731 / 555 012-0", "phone 0731 / 555 012-0" },
	{ "T. (+351) 21 000 33 44", "phone (+351) 21 000 33 44" },
	{ "www.example.com.", "web www.example.com" },
	{ "(https://example.com/a?b=1)", "web https://example.com/a?b=1" },
	{ "first.last+news@mail.example.co.uk.", "email first.last+news@mail.example.co.uk" },
	{ "28.04.2020", "" },
	{ "2018-2022", "" },
	{ "2020-04-28", "" },
	{ "at 5 p.m. @ home", "" },
	{ "name@localhost", "" },
	{ "12 345", "" },
	{ "www.", "" },
	{ "Jane Miller, director at Acme Leedsjane@example.com", "email jane@example.com" },
	{ "Anna Nová, Leedsinfo@example.com", "email Leedsinfo@example.com" },
	{ "Anna and Marianna Nová, Marianna@example.com", "email Marianna@example.com" },
};

/*
 * Whole releases, a block in each line: "# " is a heading, "*" stands before
 * bold letters, "/" before italic ones, "|" is a break. The
 * text is found first, so each begins with a headline and a lead.
 */
#define TOP_CS \
	"# Kraj otevřel nový most\n" \
	"Brno, 5. května 2020 – Kraj dnes otevřel nový most přes řeku. Stavěl se čtyři roky a stál devět set milionů korun.\n"
#define TOP_EN \
	"# New bridge opens in Leeds\n" \
	"LEEDS, 5 May 2020 – The city today opened the new bridge over the river. It took four years and nine million pounds.\n"

static const struct {
	const char *name, *tag, *blocks;
	const char *roles; /* those that begin so are looked at */
	const char *found;
} releases[] = {
	{ "a contact in a line", "cs",
		TOP_CS "Kontakt:\nMgr. Jana Vaňková, tisková mluvčí, Krajský úřad, tel.: +420 500 555 012, e-mail: vankova@example.cz\n",
		"contact-",
		"contact-name: Mgr. Jana Vaňková\ncontact-function: tisková mluvčí\ncontact-org: Krajský úřad\n"
		"contact-phone: +420 500 555 012\ncontact-email: vankova@example.cz\n" },
	{ "office hours are no address", "cs",
		TOP_CS "Kontakt:\nJana Vaňková, tel.: +420 500 555 012, pondělí až pátek, od 6.00 do 22.00 h\n",
		"contact-", "contact-name: Jana Vaňková\ncontact-phone: +420 500 555 012\n" },
	{ "nor are they with small words alone", "cs", TOP_CS "Kontakt:\nJana Vaňková, tel.: +420 500 555 012, denně 8–16\n",
		"contact-", "contact-name: Jana Vaňková\ncontact-phone: +420 500 555 012\n" },
	{ "an address is one", "cs",
		TOP_CS "Kontakt:\nJana Vaňková|Nerudova 1, 288 02 Nymburk|tel.: 500 555 012\n", "contact-",
		"contact-name: Jana Vaňková\ncontact-address: Nerudova 1, 288 02 Nymburk\ncontact-phone: 500 555 012\n" },
	{ "a line for the public names nobody", "cs",
		TOP_CS "Kontakt:\nJana Vaňková, tel.: +420 500 555 012\nInfolinka: 800 000 112\n", "contact-",
		"contact-name: Jana Vaňková\ncontact-phone: +420 500 555 012\n" },
	{ "an address in a sentence is no contact", "cs",
		TOP_CS "Seznam podpořených obcí najdete na adrese https://www.example.cz/obce nebo na čísle 500 555 012.\n",
		"contact", "" },
	{ "the days of the week are no organisation", "en",
		TOP_EN "Contact:\nJane Miller, press officer, Acme Ltd, tel.: +44 20 7946 0958, Monday to Friday, 9 am to 5 pm\n",
		"contact-",
		"contact-name: Jane Miller\ncontact-function: press officer\ncontact-org: Acme Ltd\n"
		"contact-phone: +44 20 7946 0958\n" },
	{ "the name in the e-mail address is the person's", "en",
		TOP_EN "Contact:\nCross Harbour|Jane Miller|miller@example.com\n", "contact-name", "contact-name: Jane Miller\n" },
	{ "a number for fax", "en", TOP_EN "Contact:\nJane Miller|Tel. +44 20 7946 0958, Fax +44 20 7946 0959\n", "contact-",
		"contact-name: Jane Miller\ncontact-phone: +44 20 7946 0958\ncontact-fax: +44 20 7946 0959\n" },
	{ "Polish hours", "pl", TOP_EN "Kontakt:\nAnna Nowak, tel. +48 22 555 01 23, codziennie w godz. 7–21\n", "contact-",
		"contact-name: Anna Nowak\ncontact-phone: +48 22 555 01 23\n" },
	{ "a file that says English, and a text that is surely Czech", "en",
		"Město otevřelo nový most přes řeku\nPraha, 5. května 2020 – Město dnes otevřelo nový most. Na most se čekalo čtyři roky "
		"a stál o polovinu více, než se plánovalo. Podle města se to ale vyplatilo, protože se na něj vejde také tramvaj, která "
		"zde dosud chyběla. Most se bude udržovat z rozpočtu, který je pro tento rok již schválen, a to až do jeho konce. Na jeho "
		"stavbě se podílelo pět firem, které při ní pracovaly jak ve dne, tak v noci. Kdo se na něj chce podívat, ten může přijít od "
		"soboty, nebo po celý příští týden.\n"
		"TZ: Magistrát hlavního města Prahy\n", "source", "source: TZ: Magistrát hlavního města Prahy\n" },
	{ "a sentence names somebody and no organisation", "en",
		TOP_EN "For further information please contact Jane Roe on 020 7946 0958 or e-mail jane@example.com.\n", "contact-",
		"contact-name: Jane Roe\ncontact-phone: 020 7946 0958\ncontact-email: jane@example.com\n" },
	{ "the headline below the head of a mail", "en",
		"Dear editors,\nplease find our release below.\nJane\nFrom: Jane Roe\nSent: Monday\nSubject: Release\n"
		"New bridge opens in Leeds\nLEEDS, 5 May 2020 – The city today opened the new bridge over the river, it said.\n",
		"headline", "headline: New bridge opens in Leeds\n" },
	{ "an embargo in two lines", "en",
		"EMBARGOED\n00:01 GMT, Tuesday 5 May 2020\nNew bridge opens in Leeds\n"
		"LEEDS, 5 May 2020 – The city today opened the new bridge over the river, it said.\n",
		"embargo", "embargo: EMBARGOED\nembargo: 00:01 GMT, Tuesday 5 May 2020\n" },
	{ "a date line below an embargo is one", "en",
		"EMBARGO\n5 May 2020 00:00\nNew bridge opens in Leeds\n"
		"LEEDS, 5 May 2020 – The city today opened the new bridge over the river, it said.\n",
		"embargo", "embargo: EMBARGO\n" },
	{ "a greeting is no headline", "en",
		"Dear editors,\nNew bridge opens in Leeds\n"
		"LEEDS, 5 May 2020 – The city today opened the new bridge over the river, it said.\n",
		"headline", "headline: New bridge opens in Leeds\n" },
	{ "a heading that goes on, above a contact", "pt",
		TOP_EN "Sobre a Acme\nA Acme faz chávenas e vende-as em todas as lojas do concelho.\nContactos para a imprensa\n"
		"Sofia Lameiras, tel. +351 234 000 111\n",
		"boilerplate", "boilerplate: Sobre a Acme\nA Acme faz chávenas e vende-as em todas as lojas do concelho.\n" },
	{ "labels of one letter", "en", TOP_EN "Contact:\nJohn Doe, Acme Ltd|D +44 20 7946 0123, M +44 7700 900456\n", "contact-",
		"contact-name: John Doe\ncontact-org: Acme Ltd\ncontact-phone: +44 20 7946 0123\n"
		"contact-phone: +44 7700 900456\n" },
	{ "a family name in capitals", "fr", TOP_EN "Contact presse :\nAgence Vertigo – Paul MARTIN – p.martin@example.fr\n",
		"contact-", "contact-org: Agence Vertigo\ncontact-name: Paul MARTIN\ncontact-email: p.martin@example.fr\n" },
	{ "an organisation in capitals", "fr", TOP_EN "Contact presse :\nGroupe SNCF – presse@example.fr\n", "contact-",
		"contact-org: Groupe SNCF\ncontact-email: presse@example.fr\n" },
	{ "a function behind a name, without a comma", "hu", TOP_EN "Kapcsolat:\nSzabó Anna sajtófőnök|szabo@example.hu\n",
		"contact-", "contact-name: Szabó Anna\ncontact-function: sajtófőnök\ncontact-email: szabo@example.hu\n" },
	{ "a title behind a name", "cs", TOP_CS "Kontakt:\nMgr. Jana Vaňková, Ph.D., MBA, vankova@example.cz\n", "contact-",
		"contact-name: Mgr. Jana Vaňková\ncontact-email: vankova@example.cz\n" },
	{ "German hours", "de", TOP_EN "Kontakt:\nSabine Müller, Tel. +49 30 5550123, Mo–Fr 9 bis 17 Uhr\n", "contact-",
		"contact-name: Sabine Müller\ncontact-phone: +49 30 5550123\n" },

	{ "a speaker behind a quotation", "cs",
		TOP_CS "„Most jsme si v kraji zasloužili sami,“ řekl hejtman Libereckého kraje Martin Půta.\n", "speaker",
		"speaker-function: hejtman Libereckého kraje\nspeaker: Martin Půta\n" },
	{ "a function behind the name", "cs",
		TOP_CS "„Most jsme si v kraji zasloužili sami,“ uvedla Eva Tylová, starostka města.\n", "speaker",
		"speaker: Eva Tylová\nspeaker-function: starostka města\n" },
	{ "a quotation without a verb has no speaker", "cs",
		TOP_CS "Film „Most přes řeku dlouhou jako život“ natočil režisér Martin Půta.\n", "speaker", "" },
	{ "the name of a thing is no quotation", "cs", TOP_CS "Akci „Most“ podle pamětníků zahájil, řekl Martin Půta.\n",
		"speaker", "" },
	{ "a speaker before a quotation", "en",
		TOP_EN "Pavel Sokolovas, co-founder, says: “We have waited for this for a very long time.”\n", "speaker",
		"speaker: Pavel Sokolovas\nspeaker-function: co-founder\n" },
	{ "a verb behind the name", "en",
		TOP_EN "“We have waited for this for a very long time,” Jane Miller said.\n", "speaker", "speaker: Jane Miller\n" },
	{ "he says, and who is not said", "en",
		TOP_EN "“We have waited for this for a very long time,” he said.\n", "speaker", "" },
	{ "a German speaker", "de", TOP_EN "„Darauf haben wir sehr lange gewartet“, sagte Minister Axel Vogel.\n", "speaker",
		"speaker-function: Minister\nspeaker: Axel Vogel\n" },
	{ "a French speaker", "fr",
		TOP_EN "« Nous avons attendu ce jour très longtemps », explique Marie Durand, directrice du musée.\n", "speaker",
		"speaker: Marie Durand\nspeaker-function: directrice du musée\n" },

	{ "a label is no headline", "cs",
		"Tisková zpráva\nKraj otevřel nový most\nBrno, 5. května 2020 – Kraj dnes otevřel most, který se stavěl čtyři roky.\n",
		"headline", "headline: Kraj otevřel nový most\n" },
	{ "a heading goes before a line", "en", "Skip to main content\nMenu\n" TOP_EN, "headline",
		"headline: New bridge opens in Leeds\n" },
	{ "a long menu goes before it", "en",
		"Menu\nHome\nNews\nSport\nWeather\nTravel\nFood\nMusic\nArts\nVideo\nAudio\nLive\nHelp\nAbout\nLog in\nSign up\n" TOP_EN,
		"headline", "headline: New bridge opens in Leeds\n" },
	{ "a heading in the text is no headline", "en",
		"New bridge opens in Leeds\n"
		"LEEDS, 5 May 2020 – The city today opened the new bridge over the river. It took four years to build and to paint.\n"
		"One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nSeven.\nEight.\nNine.\nTen.\nEleven.\nTwelve.\nThirteen.\n# What comes next\n",
		"headline", "headline: New bridge opens in Leeds\n" },
	{ "a heading says the title in other words", "en",
		"# Skip\n# Other news\n" TOP_EN, "headline", "headline: New bridge opens in Leeds\n" },
	{ "the field of a form is none", "en", "Headline:\nNew bridge opens\n" "LEEDS, 5 May 2020 – The city today opened it. It took four years.\n",
		"headline", "headline: New bridge opens\n" },
	{ "few words above more, in a script without capitals", "ar",
		"بيان صحفي\nوزارة النقل تفتتح خط العبارات الجديد في الميناء\nافتتحت وزارة النقل اليوم خط العبارات الجديد الذي يربط الميناء "
		"القديم بالمدينة، وقالت إن الخط سينقل آلاف الركاب يوميا.\n",
		"headline", "headline: وزارة النقل تفتتح خط العبارات الجديد في الميناء\n" },
	{ "the sender's name is none above a heading", "en", "# Acme\n" TOP_EN, "headline", "headline: New bridge opens in Leeds\n" },
	{ "a name that the headline has is no person's", "en",
		"Contact:\nJane Miller|Leeds Bridge Day|+44 20 7946 0958|leedsbridgeday@example.com\n# Leeds Bridge Day opens\nThe city opened it. It took four years and nine million pounds.\n",
		"contact-name", "contact-name: Jane Miller\n" },
	{ "a heading goes with the contact on top", "en",
		"Contact\nJane Miller\nTel.: +44 20 7946 0958\n" TOP_EN, "contact", "contact: Contact\nJane Miller\nTel.: +44 20 7946 0958\n"
		"contact-name: Jane Miller\ncontact-phone: +44 20 7946 0958\n" },
	{ "fields below notes are a contact", "en",
		TOP_EN "Notes to editors\nThe bridge was built by those who live beside it.\nMobile: 020 7946 0958\nE-mail: miller@example.com\n", "contact-",
		"contact-phone: 020 7946 0958\ncontact-email: miller@example.com\n" },
	{ "a pointer to pictures", "en", TOP_EN "Photographs of the bridge can be downloaded here.\n", "notes",
		"notes: Photographs of the bridge can be downloaded here.\n" },
	{ "a link between things is none", "en", TOP_EN "The new bridge is the link between two towns.\n", "notes", "" },
	{ "a call to the reader is none", "en", TOP_EN "The guide to the bridge: download it today!\n", "notes", "" },
	{ "where more is said", "en",
		TOP_EN "For more information on the bridge and its builders, visit the website of the city or call them.\n", "notes",
		"notes: For more information on the bridge and its builders, visit the website of the city or call them.\n" },
	{ "a note numbered by hand", "en", TOP_EN "[1] https://example.com/bridge?a=1\n", "notes",
		"notes: [1] https://example.com/bridge?a=1\n" },
	{ "text in brackets is none", "en", TOP_EN "[1] The bridge is said to be the longest of all.\n", "notes", "" },
	{ "an address above its contact", "cs",
		TOP_CS "Mosty, Dlouhá 12/1, 602 00 Brno\nKontakt: Jana Vaňková, tel.: +420 500 555 012\n", "contact-",
		"contact-org: Mosty\ncontact-address: Dlouhá 12/1, 602 00 Brno\ncontact-name: Jana Vaňková\n"
		"contact-phone: +420 500 555 012\n" },
	{ "a masthead, and a contact that names it", "en",
		"# Acme\nCONTACT\nJane Miller\nAcme\n020-7946-0958\njane@example.com\nexample.com\n5 May 2020\n"
		"# Acme opens a new bridge\nLEEDS, 5 May 2020 – The city today opened the new bridge over the river. It took four years.\n",
		"", "contact: CONTACT\nJane Miller\nAcme\n020-7946-0958\njane@example.com\nexample.com\n"
		"contact-name: Jane Miller\ncontact-org: Acme\ncontact-phone: 020-7946-0958\ncontact-email: jane@example.com\n"
		"contact-web: example.com\ndate-line: 5 May 2020\nheadline: Acme opens a new bridge\n"
		"lead: LEEDS, 5 May 2020 – The city today opened the new bridge over the river. It took four years.\n"
		"place: LEEDS\ndateline: , 5 May 2020 –\n" },
	{ "a form with named fields", "en",
		"Press Release\nHeadline:\nA bridge that carries trams over the river is open\nIntroduction:\n"
		"The city today opened the new bridge over the river, which took four years and nine million pounds to build.\n",
		"headline", "headline: A bridge that carries trams over the river is open\n" },
	{ "a label with the sender's name", "en",
		"Acme Press Release:\nA bridge that carries trams over the river is open\n"
		"The city today opened the new bridge over the river, which took four years and nine million pounds to build.\n",
		"headline", "headline: A bridge that carries trams over the river is open\n" },
	{ "a bold line with a colon below the headline", "en",
		"# Can a bridge feel?\n*Analysis: the models by which engineers foretell how long it stands are wrong too often\n"
		"By Jane Miller, Leeds University\n"
		"Bridges carry more than they were built for, and nobody knows for how long; that is why they are measured day by day.\n",
		"subheadline", "subheadline: Analysis: the models by which engineers foretell how long it stands are wrong too often\n" },
	{ "sentences in italics above the text", "en",
		"# Bridges are best crossed together\n/Introducing the Circle, a new way to cross the river with all your friends.\n"
		"/Members of the club can now share a tram with those who are close to them.\n"
		"The city today opened the new bridge over the river, which took four years and nine million pounds to build.\n",
		"subheadline", "subheadline: Introducing the Circle, a new way to cross the river with all your friends.\n"
		"subheadline: Members of the club can now share a tram with those who are close to them.\n" },
	{ "a text in italics has a lead", "en",
		"# Bridges are best crossed together\n/Introducing the Circle, a new way to cross the river with all your friends.\n"
		"/Members of the club can now share a tram with those who are close to them.\n",
		"lead", "lead: Introducing the Circle, a new way to cross the river with all your friends.\n" },
	{ "a signature is no headline", "en",
		"5 May 2020\nWe are delighted to offer you the bridge, which took four years and nine million pounds to build; it is yours.\n"
		"*Jane Miller — Mayor of Leeds\n", "headline", "" },
	{ "a drawn frame is no lead", "en",
		"# New bridge opens\n┌──────────────┬──────────────┬──────────────┬──────────────┐\n"
		"The city today opened the new bridge over the river, which took four years and nine million pounds to build.\n",
		"lead", "lead: The city today opened the new bridge over the river, which took four years and nine million pounds to build.\n" },
	{ "a bold line that ends in a colon gives way", "en",
		"*Received on: today, accepted and published on:\n*New bridge opens in Leeds\n"
		"The city today opened the new bridge over the river, which took four years and nine million pounds to build.\n",
		"headline", "headline: New bridge opens in Leeds\n" },
	{ "a topic", "de",
		"# Neue Brücke eröffnet\nThemen: Verkehr\nDie Stadt hat heute die neue Brücke über den Fluss eröffnet, an der sie "
		"vier Jahre lang gebaut hat.\n", "kicker", "kicker: Themen: Verkehr\n" },
	{ "a signature", "cs", TOP_CS "Martin Jiránek - rodák z Trutnova\n", "byline", "byline: Martin Jiránek - rodák z Trutnova\n" },
	{ "a paragraph alone has none", "en",
		"LEEDS, 5 May 2020 – The city today opened the new bridge over the river. It took four years and nine million pounds.\n",
		"headline", "" },
};

/* What is damaged, a block in each line, and what must come of it. */
static const struct {
	const char *name, *tag, *blocks, *mended;
} mends[] = {
	{ "a broken paragraph is one", "cs",
		"Nadpis\nKaždá investovaná koruna se vrátí do devíti let, protože\nobce ušetří za cisterny s vodou.\n",
		"Nadpis\nKaždá investovaná koruna se vrátí do devíti let, protože obce ušetří za cisterny s vodou.\n" },
	{ "a full stop ends one", "cs",
		"Nadpis\nKaždá investovaná koruna se vrátí do devíti let.\nobce ušetří za cisterny s vodou.\n",
		"Nadpis\nKaždá investovaná koruna se vrátí do devíti let.\nobce ušetří za cisterny s vodou.\n" },
	{ "a capital letter begins one", "cs",
		"Nadpis\nKaždá investovaná koruna se vrátí do devíti let, protože\nObce ušetří za cisterny s vodou.\n",
		"Nadpis\nKaždá investovaná koruna se vrátí do devíti let, protože\nObce ušetří za cisterny s vodou.\n" },
	{ "an address goes on with nothing", "en",
		"Title\nMore about the bridge and about those who have built it\nwww.example.com has it all\n",
		"Title\nMore about the bridge and about those who have built it\nwww.example.com has it all\n" },
	{ "a headline stands once", "en", "New bridge\nMenu\n# New BRIDGE\nText.\n", "Menu\nNew BRIDGE\nText.\n" },
	{ "a glued label", "cs", "Tisková zpráva: Kraj otevřel most\nText.\n", "Tisková zpráva:\nKraj otevřel most\nText.\n" },
	{ "a label with one word is a whole", "cs", "Tisková zpráva: most\nText.\n", "Tisková zpráva: most\nText.\n" },
	{ "a label inside is text", "cs", "Nová tisková zpráva: Kraj otevřel most\nText.\n",
		"Nová tisková zpráva: Kraj otevřel most\nText.\n" },
	{ "a glued heading", "en", "Title\nContact DetailsCindy Schutt, Acme\n", "Title\nContact Details\nCindy Schutt, Acme\n" },
	{ "a glued contact", "en", "Title\nJane MillerDirector at Acme Leedsjane@example.com\nText.\n",
		"Title\nJane Miller\nDirector at Acme Leeds\njane@example.com\nText.\n" },
	{ "a glued label of an address, behind a glued heading", "en", "Title\nContact:Jane MillerEmail: jane@example.com\nText.\n",
		"Title\nContact:\nJane Miller\nEmail: jane@example.com\nText.\n" },
	{ "a name with a capital inside", "en", "Title\nAbout KidSport\nKidSport is for all kids who like sport and games.\n",
		"Title\nAbout KidSport\nKidSport is for all kids who like sport and games.\n" },
	{ "what stood between links", "en", "Title\n[ ]\n||||\nText.\n", "Title\nText.\n" },
	{ "a menu of languages", "pt", "Title\nThis page in: English / Français / Bahasa Indonesia / Русский\nText.\n", "Title\nText.\n" },
	{ "languages in a sentence", "en", "Title\nSpoken here: English, Deutsch and Français\nText.\n",
		"Title\nSpoken here: English, Deutsch and Français\nText.\n" },
	{ "an organisation that the masthead names", "en", "Acme\nJane Miller\nAcme\njane@example.com\n",
		"Acme\nJane Miller\nAcme\njane@example.com\n" },
	{ "what a feed left behind", "en", "Title\nThe post New bridge appeared first on Acme News.\n", "Title\n" },
	{ "a post is no residue", "en", "Title\nThe post was sent first on Monday.\n", "Title\nThe post was sent first on Monday.\n" },
};

static struct lexicon
lexicon(struct arena *a, const char *tag)
{
	struct languages known = languages_built_in();

	struct lexicon x = lexicon_of(a, &known, language_of_tag(&known, str_of(tag)));

	lexicon_in_region(&x, str_of(tag));
	return x;
}

static void
test_datelines(struct tap *t, struct arena *a)
{
	for (size_t i = 0; i < LENGTH(datelines); i++) {
		struct lexicon x = lexicon(a, datelines[i].tag);
		struct str text = str_of(datelines[i].text);
		struct dateline line = { 0 }, other = { 0 };
		bool first = dateline_read(&x, text, true, &line), later = dateline_read(&x, text, false, &other);

		ok(t, first + later == (int)datelines[i].where, datelines[i].text);
		if (!first || datelines[i].where == NEVER)
			continue;
		is(t, str_sub(text, line.place_from, line.place_to), datelines[i].place, "its place");
		is(t, line.date.year ? date_format(a, line.date) : STR(""), datelines[i].date, "its day");
		is(t, trim_blank(str_sub(text, line.end, text.n)), "Text", "the text behind it");
	}
}

static void
test_dates(struct tap *t, struct arena *a)
{
	for (size_t i = 0; i < LENGTH(dates); i++) {
		struct lexicon x = lexicon(a, dates[i].tag);
		struct str text = str_of(dates[i].text);
		struct date date = { 0 };
		bool found = date_find(&x, text, &date) && date.year > 0;

		if (found && !date.has_time)
			time_find(&x, text, &date);
		is(t, found ? date_format(a, date) : STR(""), dates[i].date, dates[i].text);
	}
}

static void
test_lines(struct tap *t, struct arena *a)
{
	for (size_t i = 0; i < LENGTH(lines); i++) {
		struct lexicon x = lexicon(a, lines[i].tag);
		enum role role = line_role(&x, str_of(lines[i].text));

		is(t, role ? str_of(role_token(role)) : STR(""), lines[i].role, lines[i].text);
	}
	for (size_t i = 0; i < LENGTH(heads); i++) {
		struct lexicon x = lexicon(a, heads[i].tag);
		struct tail_head head = tail_head_of(&x, str_of(heads[i].text));

		is(t, head.role ? str_of(role_token(head.role)) : STR(""), heads[i].role, heads[i].text);
		ok(t, head.alone == heads[i].alone, "a heading, or all of it");
	}
	for (size_t i = 0; i < LENGTH(persons); i++) {
		struct lexicon x = lexicon(a, persons[i].tag);

		ok(t, is_person(&x, str_of(persons[i].text)) == persons[i].person, persons[i].text);
	}
}

static void
test_fields(struct tap *t)
{
	static const char *const kinds[] = { [FIELD_EMAIL] = "email", [FIELD_WEB] = "web", [FIELD_PHONE] = "phone" };

	for (size_t i = 0; i < LENGTH(fields); i++) {
		struct str text = str_of(fields[i].text);
		struct buf found = { 0 };
		struct field f;

		for (size_t at = 0; field_next(text, at, &f); at = f.to)
			buf_printf(&found, "%s%s %.*s", at > 0 ? "; " : "", kinds[f.kind], STR_FMT(str_sub(text, f.from, f.to)));
		is(t, found.n > 0 ? buf_str(&found) : STR(""), fields[i].fields, fields[i].text);
		buf_free(&found);
	}
}

/* A document of a block for each line. */
static struct doc *
make(struct diag *diag, const char *tag, const char *blocks)
{
	struct doc *d = doc_new(diag);
	struct str rest = str_of(blocks), line, part;
	const struct run italic = { .kind = RUN_TEXT, .style = STYLE_ITALIC };

	doc_meta_add(d, META_LANGUAGE, str_of(tag));
	while (str_next(&rest, '\n', &line)) {
		bool head = str_starts(line, STR("# ")), first = true;
		struct block *b;
		char mark;

		if (line.n == 0)
			continue;
		b = block_add(d, d->root, head ? BLOCK_HEAD : BLOCK_PARA);
		if (head) {
			b->head.level = 1;
			line = str_sub(line, 2, line.n);
		}
		mark = line.p[0];
		if (mark == '*' || mark == '/')
			line = str_sub(line, 1, line.n);
		if (mark == '*')
			block_hint(d, b)->bold = true;
		for (; str_next(&line, '|', &part); first = false) {
			if (!first)
				doc_break(d, b);
			doc_text(d, b, mark == '/' ? &italic : NULL, part);
		}
	}
	doc_finish(d);
	return d;
}

static void
say_role(struct buf *out, enum role role, struct str text, const char *roles)
{
	const char *token = role_token(role);

	if (token && str_starts(str_of(token), str_of(roles)))
		buf_printf(out, "%s: %.*s\n", token, STR_FMT(text));
}

static void
test_releases(struct tap *t)
{
	struct diag diag = { .program = "recognise", .quiet = true };
	struct options options = { 0 };

	for (size_t i = 0; i < LENGTH(releases); i++) {
		struct doc *d = make(&diag, releases[i].tag, releases[i].blocks);
		struct buf found = { 0 };

		recognise(d, &options);
		doc_finish(d);
		for (struct walk w = { .root = d->root }; walk_next(&w);) {
			if (w.leaving)
				continue;
			say_role(&found, w.at->role, block_text(&d->arena, w.at), releases[i].roles);
			for (const struct run *r = w.at->runs; r; r = r->next)
				say_role(&found, r->role, r->text, releases[i].roles);
		}
		is(t, found.n > 0 ? buf_str(&found) : STR(""), releases[i].found, releases[i].name);
		is(t, str_of(doc_check(d)), "(none)", "in canonical form");
		buf_free(&found);
		doc_free(d);
	}
}

static void
test_titles(struct tap *t)
{
	struct diag diag = { .program = "recognise", .quiet = true };
	struct options options = { 0 };
	struct doc *d = make(&diag, "en", "# The best of sport\n# Bridge opens in Leeds\n" "The city opened the bridge over the river today.\n");
	const struct block *b;

	doc_meta_add(d, META_TITLE, STR("Bridge opens in Leeds | Acme News"));
	recognise(d, &options);
	doc_finish(d);
	b = doc_find(d, ROLE_HEADLINE);
	is(t, b ? block_text(&d->arena, b) : STR_NONE, "Bridge opens in Leeds", "the file's title says which heading it is");
	doc_free(d);
}

/* The types of a release's blocks, with the number of a list's items. */
static const struct {
	const char *name, *blocks, *types;
} shapes[] = {
	{ "a list without bullets", TOP_EN "The following towns will have a bridge:\nYork, $1,000\nHull, $2,000\nWhitby, $3,000\n",
		"head para para list-3" },
	{ "two lines are none", TOP_EN "The following towns will have a bridge:\nYork, $1,000\nHull, $2,000\n",
		"head para para para para" },
	{ "a table of contents", "# Bridge kit\nContents\nRelease\nPictures\nLicence\nDownloads\nRelease\n"
		"LEEDS, 5 May 2020 – The city today opened the new bridge over the river. It took four years and a lot of money.\n",
		"head head list-4 head para" },
};

static void
test_shapes(struct tap *t)
{
	struct diag diag = { .program = "recognise", .quiet = true };
	struct options options = { 0 };

	for (size_t i = 0; i < LENGTH(shapes); i++) {
		struct doc *d = make(&diag, "en", shapes[i].blocks);
		struct buf types = { 0 };

		recognise(d, &options);
		doc_finish(d);
		for (const struct block *b = d->root->first; b; b = b->next) {
			size_t items = 0;

			buf_printf(&types, "%s%s", b->prev ? " " : "", block_name(b->type));
			for (const struct block *item = b->first; item; item = item->next)
				items++;
			if (b->type == BLOCK_LIST)
				buf_printf(&types, "-%zu", items);
		}
		is(t, buf_str(&types), shapes[i].types, shapes[i].name);
		is(t, str_of(doc_check(d)), "(none)", "in canonical form");
		buf_free(&types);
		doc_free(d);
	}
}

static void
test_mends(struct tap *t)
{
	struct diag diag = { .program = "recognise", .quiet = true };

	for (size_t i = 0; i < LENGTH(mends); i++) {
		struct doc *d = make(&diag, mends[i].tag, mends[i].blocks);
		struct lexicon x = lexicon(&d->arena, mends[i].tag);
		size_t warnings = diag.warnings;
		struct buf mended = { 0 };

		mend_blocks(d, &x, &(const struct options){ 0 });
		for (const struct block *b = d->root->first; b; b = b->next)
			buf_printf(&mended, "%.*s\n", STR_FMT(block_text(&d->arena, b)));
		is(t, buf_str(&mended), mends[i].mended, mends[i].name);
		ok(t, (diag.warnings > warnings) == (strcmp(mends[i].blocks, mends[i].mended) != 0), "said when something was done");
		buf_free(&mended);
		doc_free(d);
	}
}

/* Paragraphs below a dateline of Tuesday, 5 May 2020, and an embargo: whether there is something to say about the days. */
static const struct {
	const char *name, *tag, *blocks;
	bool warned;
} days[] = {
	{ "a weekday that fits", "en", TOP_EN "It closes on Tuesday, May 12, 2020 for an hour.\n", false },
	{ "one that does not", "en", TOP_EN "It closes on Wednesday, May 12, 2020 for an hour.\n", true },
	{ "a Czech one that fits", "cs", TOP_CS "Slavnost bude v úterý 12. května 2020.\n", false },
	{ "a Czech one that does not", "cs", TOP_CS "Slavnost bude ve čtvrtek 12. května 2020.\n", true },
	{ "without a year", "cs", TOP_CS "Slavnost bude v úterý 12. května.\n", false },
	{ "without a year, in none of three", "cs", TOP_CS "Slavnost bude v pátek 12. května.\n", true },
	{ "\"po\" is no Monday", "cs", TOP_CS "Dlouho po 12. 5. 2020 se bude slavit.\n", false },
	{ "a number of people", "cs", TOP_CS "V pátek 12 lidí most přešlo.\n", false },
	{ "a zone in its season", "en", "Embargoed until 9 a.m. EDT, May 5, 2020\n" TOP_EN, false },
	{ "a zone out of it", "en", "Embargoed until 9 a.m. EST, May 5, 2020\n" TOP_EN, true },
	{ "a zone of all seasons", "en", "Embargoed until 9 a.m. GMT, May 5, 2020\n" TOP_EN, false },
	{ "winter time in May", "cs", "Embargo: 4. května 2020, 9:00 SEČ\n" TOP_CS, true },
	{ "summer time in May", "cs", "Embargo: 4. května 2020, 9:00 SELČ\n" TOP_CS, false },
};

static void
test_days(struct tap *t)
{
	struct diag diag = { .program = "recognise", .quiet = true };

	for (size_t i = 0; i < LENGTH(days); i++) {
		struct doc *d = make(&diag, days[i].tag, days[i].blocks);
		size_t warnings = diag.warnings;

		recognise(d, &(const struct options){ 0 });
		doc_finish(d);
		ok(t, (diag.warnings > warnings) == days[i].warned, days[i].name);
		doc_free(d);
	}
}

/* An embargo above a release of 5 May 2020, where UTC is --zone. */
static const struct {
	const char *tag, *line, *embargo;
} embargoes[] = {
	{ "en", "Embargoed until 9 a.m., 6 May 2020", "2020-05-06T09:00:00Z" },
	{ "en", "Embargoed until 9 a.m. IST, 6 May 2020", "hold" },
	{ "en", "Embargoed until 9 a.m. (Honolulu time), 6 May 2020", "hold" },
	{ "en", "Embargoed until 06/05/2020 09:00 GMT", "2020-05-06T09:00:00Z" },
	{ "en", "Embargoed until 05/06/2020 09:00 GMT", "2020-05-06T09:00:00Z" },
	{ "en", "EMBARGO UNTIL 09:00 TUESDAY 5 MAY 2020", "2020-05-05T09:00:00Z" },
	/* An hour behind the day is no year. */
	{ "en", "Embargoed until 6 May, 10:00 GMT", "2020-05-06T10:00:00Z" },
	{ "en", "Embargoed until 6 May 10 a.m. GMT", "2020-05-06T10:00:00Z" },
	{ "de", "Sperrfrist: 6. Mai, 10 Uhr MESZ", "2020-05-06T10:00:00+02:00" },
	{ "de", "Sperrfrist: 06.05., 10:00 Uhr MESZ", "2020-05-06T10:00:00+02:00" },
	{ "cs", "Embargo: 6. 5. 10.00 hod. SELČ", "2020-05-06T10:00:00+02:00" },
	{ "en", "Embargoed until 9 a.m. GMT", "2020-05-05T09:00:00Z" },
	{ "en", "Embargoed until 6/5, 9 a.m. GMT", "hold" },
};

static void
test_embargoes(struct tap *t)
{
	struct diag diag = { .program = "recognise", .quiet = true };

	for (size_t i = 0; i < LENGTH(embargoes); i++) {
		struct doc *d = make(&diag, embargoes[i].tag, TOP_EN);
		struct block *line = block_insert_before(d, d->root->first, BLOCK_PARA);

		doc_text(d, line, NULL, str_of(embargoes[i].line));
		recognise(d, &(const struct options){ .zone = STR("UTC") });
		doc_finish(d);
		is(t, doc_meta(d, META_EMBARGO), embargoes[i].embargo, embargoes[i].line);
		doc_free(d);
	}
}

int
main(void)
{
	struct tap t = { 0 };
	struct arena a = { 0 };

	zone_set("UTC");
	test_datelines(&t, &a);
	test_dates(&t, &a);
	test_lines(&t, &a);
	test_fields(&t);
	test_releases(&t);
	test_titles(&t);
	test_shapes(&t);
	test_days(&t);
	test_embargoes(&t);
	test_mends(&t);
	arena_free(&a);
	return done(&t);
}
