/* Slovak. */
#include "recognise/lang.h"

const struct language lang_sk = {
	.tag = "sk",
	.common = "a i v vo na sa si že je sú som bol bola bolo bude budú ktorý ktorá ktoré pre pri ako tiež aj ale od do z "
		  "zo k ku za po podľa jeho ich aby alebo viac než už svojich",
	.letters = "ľĺŕôä",
	.months = { "januára|január|jan", "februára|február|feb", "marca|marec|mar", "apríla|apríl|apr", "mája|máj",
		"júna|jún", "júla|júl", "augusta|august|aug", "septembra|september|sep", "októbra|október|okt",
		"novembra|november|nov", "decembra|december|dec" },
	.words = {
		[WORDS_SUNDAY] = "nedeľa|nedeľu|nedele", [WORDS_MONDAY] = "pondelok|pondelka",
		[WORDS_TUESDAY] = "utorok|utorka", [WORDS_WEDNESDAY] = "streda|stredu|stredy",
		[WORDS_THURSDAY] = "štvrtok|štvrtka", [WORDS_FRIDAY] = "piatok|piatka",
		[WORDS_SATURDAY] = "sobota|sobotu|soboty",
		[WORDS_DATE] = "dňa",
		[WORDS_YEAR] = "roku|r.",
		[WORDS_TIME] = "o|od|do",
		[WORDS_HOUR] = "hodín|hodiny|hod.|hod|h.|h",
		[WORDS_PREPOSITION] = "v|vo|od|do|na|po|za|pred|ku|k|o|u|zo|z|dňa|počas|tento",
		[WORDS_PARTICLE] = "nad|pod|pri|v|na",
		[WORDS_JOINER] = "a",
		[WORDS_LABEL] = "tlačová správa|ts|vyhlásenie pre médiá|tlačová informácia|tlačové vyhlásenie|pozvánka pre médiá",
		[WORDS_NUMBER] = "č.|číslo",
		[WORDS_RELEASE_LINE] = "na okamžité zverejnenie|na okamžité uverejnenie",
		[WORDS_EMBARGO] = "embargo|informačné embargo|nezverejňovať pred",
		[WORDS_DATE_LABEL] = "dátum|dátum vydania|zverejnené|vydané|publikované|rok|rok vydania",
		[WORDS_TOPIC] = "téma|témy|rubrika|kategória|značky|kľúčové slová",
		[WORDS_BYLINE] = "autor|autorka|pripravil|pripravila",
		[WORDS_CONTACT] = "viac informácií|ďalšie informácie|bližšie informácie|kontakt pre médiá|kontakty pre médiá|"
				  "kontaktná osoba|kontaktné údaje|kontakt|kontakty|mediálny kontakt|pre viac informácií|"
				  "tlačový odbor|tlačové oddelenie|tlačový hovorca|tlačová hovorkyňa|informácie pre médiá",
		[WORDS_PUBLIC] = "pre verejnosť|infolinka",
		[WORDS_ABOUT] = "o spoločnosti|o firme|o projekte|o organizácii|o nadácii|o skupine|o nás|o",
		[WORDS_PROFILE] = "profil spoločnosti|profil",
		[WORDS_IS_A] = "je|patrí|pôsobí|bola založená|bol založený|združuje|poskytuje",
		[WORDS_END] = "koniec|koniec tlačovej správy",
		[WORDS_DOWNLOAD] = "na stiahnutie|stiahnuť|stiahnete|viac informácií nájdete|chcete vedieť viac|prečítajte si",
		[WORDS_LINK] = "tu|odkaz",
		[WORDS_ISSUER] = "zdroj|ts|vydal|vydala|vydavateľ",
		[WORDS_NOTES] = "poznámky pre editorov|poznámka pre editorov|poznámka pre redakcie|poznámka pre médiá",
		[WORDS_LEGAL] = "právne upozornenie|výhľadové vyhlásenia",
		[WORDS_PHONE] = "tel.|tel|telefón|mobil|mob.|t|m",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-mail|email|mail|e",
		[WORDS_WEB] = "web|www|webová stránka|internet",
		[WORDS_ADDRESS] = "adresa|sídlo",
		[WORDS_MAIL] = "od|komu|odoslané|predmet|kópia",
		[WORDS_FUNCTION] = "riaditeľ*|hovorca|hovorkyňa|manažér*|vedúc*|predsed*|podpredsed*|župan*|námest*|minist*|"
				   "premiér*|primátor*|starost*|poslan*|konateľ*|tajomn*|rektor*|dekan*|koordinátor*|"
				   "špecialist*|asistent*|prezident*|viceprezident*|expert*|analyti*|zakladateľ*|pr|ceo",
		[WORDS_ORGANISATION] = "úrad*|odbor*|oddelen*|ministerstv*|agentúr*|s.r.o.|a.s.|s. r. o.|a. s.|o.z.|"
				       "spoločnosť|spoločnosti|nadácia|fond|združenie|inštitút*|univerzit*|fakult*|múzeum|"
				       "divadlo|kraj|kraja|kancelária|centrum|asociácia|zväz|komunikácia|komora|strana|"
				       "magistrát*|mesto|nemocnica|tlačový|tlačové|press|pr|media|médiá|group",
		[WORDS_TITLE] = "ing.|mgr.|bc.|mudr.|judr.|phdr.|rndr.|doc.|prof.|dr.|paeddr.|mba|phd.|ph.d.|csc.|drsc.",
		[WORDS_SAYS] = "povedal|povedala|hovorí|vyhlásil|vyhlásila|uviedol|uviedla|uvádza|upozornil|upozornila|upozorňuje|"
			       "doplnil|doplnila|dopĺňa|dodal|dodala|dodáva|komentuje|uzatvára|uzavrel|vysvetlil|vysvetlila|"
			       "vysvetľuje|opísal|opísala|zdôraznil|zdôraznila|zdôrazňuje|konštatoval|konštatovala|poznamenal|"
			       "poznamenala|pripomenul|pripomenula|tvrdí|zhrnul|zhrnula|približuje|ocenil|ocenila|informoval|"
			       "informovala|potvrdil|potvrdila",
	},
};
