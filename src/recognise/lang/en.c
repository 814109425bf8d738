/* English. */
#include "recognise/lang.h"

const struct language lang_en = {
	.tag = "en",
	.common = "the of and to in a is that for on with as by at from are was were will be this it its has have which "
		  "their our we an or not but more about who",
	.letters = "",
	.month_first = true,
	.months = { "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
		"september|sept|sep", "october|oct", "november|nov", "december|dec" },
	.words = {
		[WORDS_SUNDAY] = "sunday|sun", [WORDS_MONDAY] = "monday|mon", [WORDS_TUESDAY] = "tuesday|tue|tues",
		[WORDS_WEDNESDAY] = "wednesday|wed", [WORDS_THURSDAY] = "thursday|thu|thurs",
		[WORDS_FRIDAY] = "friday|fri", [WORDS_SATURDAY] = "saturday|sat",
		[WORDS_DATE] = "the|of|on",
		[WORDS_TIME] = "at",
		[WORDS_HOUR] = "hrs|hours|h",
		[WORDS_PREPOSITION] = "on|in|at|from|since|until|by|to|for|during|after|before|between|the|as|this|today",
		[WORDS_PARTICLE] = "upon|on|of|the|le|de|la|and|under",
		[WORDS_JOINER] = "and|&",
		[WORDS_LABEL] = "press release|news release|media release|media advisory|media alert|press statement|"
				"press notice|news advisory|press information|press kit|pr",
		[WORDS_NUMBER] = "no.|no|number|nr.",
		[WORDS_RELEASE_LINE] = "for immediate release|for release on receipt|hold for release|immediate release|"
				       "for release immediately",
		[WORDS_EMBARGO] = "embargoed until|embargoed for release|embargoed to|embargoed|embargo until|embargo|"
				  "under embargo|strictly embargoed|for release until|not for release before|"
				  "not for publication before|not for publication until|hold for release until|"
				  "hold until",
		[WORDS_DATE_LABEL] = "date|release date|date of release|published|publication date|issued|posted|updated|"
				     "date published|year|year of issue",
		[WORDS_TOPIC] = "topic|topics|category|categories|tags|keywords|section",
		[WORDS_BYLINE] = "by|author|authors|written by",
		[WORDS_CONTACT] = "contact details|contact information|contact person|contact|contacts|media contact|"
				  "media contacts|press contact|press contacts|company contact|pr contact|news contact|"
				  "investor contact|investor contacts|investor relations contact|media relations contact|"
				  "media enquiries|media inquiries|press enquiries|press inquiries|media relations|"
				  "media inquiry|for media inquiries|for media enquiries|for press inquiries|"
				  "for press enquiries|"
				  "for more information|for further information|for additional information|"
				  "for interviews|for all media enquiries|more information|further information|"
				  "investor relations|public relations contact|press office|contact us",
		[WORDS_PUBLIC] = "for public inquiries|for public enquiries|public inquiries|public enquiries|"
				 "members of the public|customer service",
		[WORDS_ABOUT] = "about",
		[WORDS_PROFILE] = "at a glance|company profile|in brief",
		[WORDS_IS_A] = "is a|is an|is the|is one of|are a|are the|is headquartered|is based|was founded|was established|"
			       "is dedicated|is committed|is among|was created|provides|specializes|specialises",
		[WORDS_END] = "ends|end|30|end of release|end of press release|more",
		[WORDS_DOWNLOAD] = "download*|click here|for high-resolution|high-resolution images|press photos|"
				   "want to know more|want to learn more|read more|see also",
		[WORDS_LINK] = "link|here",
		[WORDS_ISSUER] = "source|issued by|released by|published by|distributed by",
		[WORDS_SOURCE] = "view source version on|view the original release on|view original content|"
				 "view the original press release on|view original press release|"
				 "this news is brought to you by|original source",
		[WORDS_NOTES] = "notes to editors|note to editors|notes for editors|notes to editor|editor's note|editors' notes|"
				"editor's notes|note to journalists|notes for journalists|editors’ note",
		[WORDS_LEGAL] = "forward-looking statements|forward looking statements|cautionary statement*|"
				"cautionary note*|safe harbor*|disclaimer|disclaimers|legal notice|legal disclaimer|"
				"important information|no offer or solicitation|non-gaap financial measures|"
				"note regarding forward-looking statements",
		[WORDS_LEGAL_TEXT] = "forward-looking statements|forward looking statements|does not constitute an offer|"
				     "shall not constitute an offer|not constitute an offer to sell|"
				     "private securities litigation reform act|safe harbor",
		[WORDS_PHONE] = "tel.|tel|telephone|phone|phone number|mobile|cell|cellphone|ph|p|t|m|o|c|office|direct|toll-free|"
				"call",
		[WORDS_FAX] = "fax|facsimile|f",
		[WORDS_EMAIL] = "e-mail|email|mail|e",
		[WORDS_WEB] = "web|website|web site|www|company website|url|homepage|internet|w",
		[WORDS_ADDRESS] = "address",
		[WORDS_MAIL] = "from|to|sent|subject|cc|reply-to",
		[WORDS_FUNCTION] = "director|manager|officer|president|vice|chair|chairman|chairwoman|chairperson|chief|head|"
				   "spokesperson|spokesman|spokeswoman|secretary|minister|senator|sen.|rep.|governor|gov.|"
				   "mayor|ceo|cfo|coo|cto|vp|svp|evp|founder|co-founder|partner|professor|editor|"
				   "coordinator|specialist|executive|commissioner|representative|congressman|"
				   "congresswoman|lead|engineer|architect|analyst|owner|principal|consultant|adviser|"
				   "advisor|deputy|associate|assistant|dean|curator|medalist|golfer|attorney|general",
		[WORDS_ORGANISATION] = "inc|inc.|llc|ltd|ltd.|plc|corp|corp.|corporation|company|co.|group|gmbh|ag|se|"
				       "foundation|association|institute|university|college|school|department|ministry|"
				       "office|agency|council|committee|communications|relations|public|media|press|pr|"
				       "news|center|centre|bank|fund|trust|society|federation|union|team|services|"
				       "solutions|partners|marketing|desk|holdings|technologies|systems|international|"
				       "global|law|firm|hospital|museum|branch|division|support|info|website|inquiries|"
				       "enquiries|contact|contacts|details|information|resources|affairs|corporate|company",
		[WORDS_TITLE] = "dr.|dr|mr.|mr|mrs.|mrs|ms.|ms|prof.|professor|sir|dame|lord|rev.|hon.|ph.d.|phd|m.d.|jr.|sr.|"
				"mba|m.p.h.|esq.|cpa",
		[WORDS_SAYS] = "said|says|say|adds|added|explains|explained|comments|commented|notes|noted|states|stated|"
			       "continues|continued|concludes|concluded|emphasized|emphasizes|emphasised|remarked|remarks|"
			       "shared|according to|announced|stressed|argues|argued|warned|warns|told|tells|observed|"
			       "recalled|wrote|writes|expressed|highlighted|highlights",
	},
};
