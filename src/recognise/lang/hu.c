/* Hungarian. */
#include "recognise/lang.h"

const struct language lang_hu = {
	.tag = "hu",
	.common = "a az és hogy nem is egy meg ez van volt el csak már mint vagy még ki de ha lesz azt több után "
		  "amely majd szerint által során között",
	.letters = "őűéáö",
	.months = { "január|jan", "február|febr", "március|márc", "április|ápr", "május|máj", "június|jún",
		"július|júl", "augusztus|aug", "szeptember|szept", "október|okt", "november|nov", "december|dec" },
	.words = {
		[WORDS_SUNDAY] = "vasárnap", [WORDS_MONDAY] = "hétfő", [WORDS_TUESDAY] = "kedd",
		[WORDS_WEDNESDAY] = "szerda", [WORDS_THURSDAY] = "csütörtök", [WORDS_FRIDAY] = "péntek",
		[WORDS_SATURDAY] = "szombat",
		[WORDS_HOUR] = "óra|órakor|óráig|h",
		[WORDS_JOINER] = "és",
		[WORDS_LABEL] = "sajtóközlemény|közlemény|sajtóanyag|sajtómeghívó",
		[WORDS_EMBARGO] = "embargó|embargo",
		[WORDS_DATE_LABEL] = "dátum|kelt|megjelenés",
		[WORDS_TOPIC] = "téma|témák|rovat|címkék",
		[WORDS_BYLINE] = "szerző|írta",
		[WORDS_CONTACT] = "sajtókapcsolat|kapcsolat|kapcsolattartó|elérhetőség|további információ|"
				"további információk|bővebb információ|sajtóiroda|sajtóosztály",
		[WORDS_ABOUT] = "rólunk",
		[WORDS_PROFILE] = "bemutatása|cégismertető",
		[WORDS_END] = "vége",
		[WORDS_ISSUER] = "forrás|kiadó|kiadta",
		[WORDS_PHONE] = "tel.|tel|telefon|mobil",
		[WORDS_FAX] = "fax",
		[WORDS_EMAIL] = "e-mail|email",
		[WORDS_WEB] = "web|honlap|weboldal|www",
		[WORDS_ADDRESS] = "cím",
		[WORDS_FUNCTION] = "igazgató*|vezető*|elnök*|alelnök*|miniszter*|szóvivő*|polgármester*|ügyvezető*|"
				"államtitkár*|szakértő*|menedzser*|vezérigazgató*",
		[WORDS_ORGANISATION] = "kft.|kft|zrt.|zrt|nyrt.|nyrt|bt.|minisztérium*|egyetem*|alapítvány*|"
				"egyesület*|intézet*|ügynökség*|csoport*|hivatal*|bank",
		[WORDS_TITLE] = "dr.|prof.|ifj.|id.",
		[WORDS_SAYS] = "mondta|mondja|nyilatkozta|közölte|hangsúlyozta|elmondta|kiemelte|hozzátette|"
				"tette hozzá|jelentette ki|véli|szerint",
	},
};
