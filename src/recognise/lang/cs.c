/* Czech. */
#include "recognise/lang.h"

const struct language lang_cs = {
	.tag = "cs",
	.common = "a i v ve na se si že je jsou jsem byl byla bylo bude budou který která které pro při jako také ale od "
		  "do z ze k ke za po podle jeho jejich aby nebo více než už",
	.letters = "ěřů",
	.months = { "ledna|leden|lednu|led", "února|únor|únoru|úno", "března|březen|březnu|bře", "dubna|duben|dubnu|dub",
		"května|květen|květnu|kvě", "června|červen|červnu|čvn", "července|červenec|červenci|čvc",
		"srpna|srpen|srpnu|srp", "září|zář", "října|říjen|říjnu|říj", "listopadu|listopad|lis",
		"prosince|prosinec|prosinci|pro" },
	.words = {
		[WORDS_SUNDAY] = "neděle|neděli|ne", [WORDS_MONDAY] = "pondělí|po", [WORDS_TUESDAY] = "úterý|út",
		[WORDS_WEDNESDAY] = "středa|středu|středy|st", [WORDS_THURSDAY] = "čtvrtek|čtvrtka|čt",
		[WORDS_FRIDAY] = "pátek|pátku|pá", [WORDS_SATURDAY] = "sobota|sobotu|soboty|so",
		[WORDS_DATE] = "dne",
		[WORDS_YEAR] = "roku|r.",
		[WORDS_TIME] = "v|ve|od|do",
		[WORDS_HOUR] = "hodin|hodiny|hod.|hod|h.|h",
		[WORDS_PREPOSITION] = "v|ve|od|do|na|po|za|před|ke|k|o|u|ze|z|dne|během|letos",
		[WORDS_PARTICLE] = "nad|pod|u|v|na|při|ve",
		[WORDS_JOINER] = "a",
		[WORDS_LABEL] = "tisková zpráva|tz|tiskové prohlášení|tisková informace|mediální zpráva|upozorňujeme redakce|"
				"pozvánka pro média|pozvánka pro novináře",
		[WORDS_NUMBER] = "č.|číslo",
		[WORDS_RELEASE_LINE] = "k okamžitému zveřejnění|k okamžitému uveřejnění|pro okamžité zveřejnění",
		[WORDS_EMBARGO] = "embargo|pod embargem|informační embargo|nezveřejňovat před|nezveřejňujte před|"
				  "zveřejnit nejdříve",
		[WORDS_DATE_LABEL] = "datum|datum vydání|datum zveřejnění|vydáno|zveřejněno|publikováno|rok|rok vydání",
		[WORDS_TOPIC] = "téma|témata|rubrika|kategorie|štítky|tagy|klíčová slova",
		[WORDS_BYLINE] = "autor|autorka|autoři|připravil|připravila",
		[WORDS_CONTACT] = "více informací|další informace|bližší informace|kontakt pro média|kontakt pro novináře|"
				  "kontakty pro média|kontaktní osoba|kontaktní údaje|kontakt|kontakty|mediální kontakt|"
				  "pro více informací|pro další informace|pro bližší informace|tiskové oddělení|"
				  "tiskový mluvčí|tisková mluvčí|tiskové centrum|informace pro média|pro média",
		[WORDS_PUBLIC] = "pro veřejnost|infolinka",
		[WORDS_ABOUT] = "o společnosti|o firmě|o projektu|o organizaci|o nadaci|o fondu|o spolku|o skupině|o agentuře|"
				"o nás|o",
		[WORDS_PROFILE] = "profil společnosti|profil firmy|profil",
		[WORDS_IS_A] = "je|patří|působí|byla založena|byl založen|sdružuje|poskytuje",
		[WORDS_END] = "konec|konec tiskové zprávy",
		[WORDS_DOWNLOAD] = "ke stažení|stáhnout|stáhnete|stáhněte|více informací najdete|chcete vědět více|přečtěte si",
		[WORDS_LINK] = "zde|odkaz",
		[WORDS_ISSUER] = "tz|zdroj|vydal|vydala|vydavatel|vydává",
		[WORDS_NOTES] = "poznámky pro editory|poznámka pro editory|poznámky pro redakce|poznámka pro redakce|"
				"poznámky pro novináře|poznámka pro média|poznámky pro média|poznámka redakci",
		[WORDS_LEGAL] = "právní upozornění|právní ujednání|upozornění na výhledová prohlášení|výhledová prohlášení",
		[WORDS_PHONE] = "tel.|tel|telefon|telefonní číslo|mobil|mob.|t|m|gsm",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-mail|email|mail|e",
		[WORDS_WEB] = "web|www|webové stránky|internet",
		[WORDS_ADDRESS] = "adresa|sídlo",
		[WORDS_MAIL] = "od|komu|odesláno|předmět|kopie",
		[WORDS_FUNCTION] = "ředitel*|mluvčí|manažer*|vedoucí|předsed*|místopředsed*|hejtman*|náměst*|ministr*|premiér*|"
				   "primátor*|starost*|místostarost*|radní|poslan*|senátor*|europoslan*|jednatel*|"
				   "tajemn*|rektor*|děkan*|koordinátor*|specialist*|specialista|asistent*|prezident*|"
				   "viceprezident*|zastupitel*|expert*|analyti*|zakladatel*|majitel*|kurátor*|lídr*|"
				   "organizátor*|velitel*|primář*|pr|ceo",
		[WORDS_ORGANISATION] = "úřad*|odbor*|oddělen*|ministerstv*|agentur*|s.r.o.|a.s.|s. r. o.|a. s.|z.s.|o.p.s.|"
				       "společnost*|nadace|nadační|fond|fondu|sdružení|spolek|institut*|univerzit*|"
				       "fakult*|muzeum|divadlo|kraj|kraje|kancelář*|centrum|centra|asociace|svaz|"
				       "komunikace|komora|strana|strany|magistrát*|město|nemocnice|tiskové|tiskový|press|"
				       "pr|media|média|group",
		[WORDS_TITLE] = "ing.|mgr.|bc.|mudr.|judr.|phdr.|rndr.|doc.|prof.|dr.|mga.|bca.|paeddr.|mba|ph.d.|csc.|"
				"drsc.|dis.|ll.m.",
		[WORDS_SAYS] = "řekl|řekla|říká|říkají|prohlásil|prohlásila|prohlašuje|uvedl|uvedla|uvádí|upozornil|upozornila|"
			       "upozorňuje|doplnil|doplnila|doplňuje|dodal|dodala|dodává|komentuje|okomentoval|okomentovala|"
			       "komentoval|komentovala|uzavírá|uzavřel|uzavřela|vysvětlil|vysvětlila|vysvětluje|popsal|"
			       "popsala|popisuje|zdůraznil|zdůraznila|zdůrazňuje|sdělil|sdělila|konstatoval|konstatovala|"
			       "konstatuje|poznamenal|poznamenala|připomněl|připomněla|připomíná|tvrdí|soudí|shrnul|shrnula|"
			       "shrnuje|míní|přibližuje|přiblížil|přiblížila|ocenil|ocenila|informoval|informovala|informuje|"
			       "potvrdil|potvrdila|potvrzuje|vyzývá|vyzval|vyzvala|podotkl|podotkla|reagoval|reagovala",
	},
};
