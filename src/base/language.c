#include "base/language.h"

#include <string.h>

/* ISO 639-1. */
static const char languages[] =
	" aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
	"en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu "
	"ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na "
	"nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so "
	"sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

/* ISO 3166-1, and what the registry has beyond it, the codes of countries that are no more among them. */
static const char regions[] =
	" aa ac ad ae af ag ai al am an ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bu "
	"bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cp cq cr cs cu cv cw cx cy cz dd de dg dj dk dm do dz ea ec ee "
	"eg eh er es et eu ez fi fj fk fm fo fr fx ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr "
	"ht hu ic id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu "
	"lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nt nu "
	"nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr "
	"ss st su sv sx sy sz ta tc td tf tg th tj tk tl tm tn to tp tr tt tv tw tz ua ug um un us uy uz va vc ve vg vi "
	"vn vu wf ws xk yd ye yt yu za zm zr zw zz ";

static bool
stands_in(const char *list, struct str subtag)
{
	char word[] = { ' ', ascii_lower(subtag.p[0]), ascii_lower(subtag.p[1]), ' ', '\0' };

	return strstr(list, word) != NULL;
}

bool
language_primary(struct str subtag)
{
	return subtag.n == 3 || (subtag.n == 2 && stands_in(languages, subtag));
}

bool
language_region(struct str subtag)
{
	return subtag.n == 3 || (subtag.n == 2 && stands_in(regions, subtag));
}

bool
language_is_rtl(struct str lang)
{
	static const char leftward[] = "ar arc ckb dv fa he ks nqo prs ps sd syr ug ur yi";

	if (str_find(lang, STR("-Latn")) != STR_NPOS || str_find(lang, STR("-Cyrl")) != STR_NPOS)
		return false;
	if (str_find(lang, STR("-Arab")) != STR_NPOS || str_find(lang, STR("-Hebr")) != STR_NPOS)
		return true;
	return str_listed(STR(leftward), str_sub(lang, 0, str_find_char(lang, '-')));
}
