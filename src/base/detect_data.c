#include "base/detect_data.h"

const struct detect_language detect_languages[] = {
	{ "cs", "íáěéšřčžýůúňťďó", "a na v se je s z o do pro k za by ale jako od ve bude podle také jsme roku" },
	{ "sk", "áíéčšžýúľťôňäďóĺŕ", "a v na sa je s z o do za k pre od ako bude bol by ktorej podľa roku" },
	{ "pl", "łęąóżśćńź", "i w z na do jest nie to od dla o przez po oraz jak za ze co roku" },
	{ "hu", "áéöóüőíűú", "a az egy hogy nem is meg volt ez de csak kell mint magyar sz" },
	{ "hr", "čšžćđ", "i je u na se za da od su s o iz koji kao bi ne ili" },
	{ "sl", "čšž", "in je v na se za da so z od ki po ne pa tudi bi o" },
	{ "ro", "ăîâșțşţ", "de la cu pe din nu un o care mai pentru este ce sau al prin" },
	{ "de", "üäößÄÜÖé", "der die und in den von zu das mit sich des auf ist im dem nicht ein eine als auch es an werden" },
	{ "fr", "éèàêçùôîâœûëï", "de la le les et des en un une du que dans pour qui est sur par au plus pas ce il avec" },
	{ "es", "óíáéñúü¿¡ºª", "de la el en y los las del que con por una un se su para al es lo no" },
	{ "pt", "ãçéáóíêâõúàºª", "de a o que e do da em um para com os no na uma por dos mais as ao" },
	{ "it", "àèùòéìº°", "di e il la che in un una per del della con non si da al le i sono dei" },
	{ "nl", "ëéïöè", "de het een van in is dat op te en met voor zijn aan er niet om ook door" },
	{ "sv", "äåöé", "och i att det som en av den med till de om ett inte har var sig" },
	{ "da", "øåæé", "og i at det er en til af som den med de for ikke der har et" },
	{ "nb", "åøæéòôó", "og i det som er en til av for at med har de ikke et den om fra" },
	{ "fi", "äöå", "ja on ei se oli ovat joka mutta kun kuin myös sen hän" },
	{ "et", "äõüöšž", "ja on ei see et oli kui ka mis ta oma aga" },
	{ "lt", "ėšžųįąčūę", "ir kad tai su yra apie jo bet kaip nuo dar" },
	{ "lv", "āīēšūņžļčģķ", "un ir ar par no uz ka kas to lai bet ne" },
	{ "tr", "ıüşçğöİâ", "ve bir bu da de ile olarak olan daha gibi kadar" },
	{ "en", "é£", "the of and to in a is that for on with as by at from are was be this it have which said" },
	{ "el", "αοιετσνηυρπκμλςάωίόέγδήύχθφβώξζψϊϋ", "" },
	{ "ru", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "" },
	{ "uk", "оанивіертсклудмпязьбгчхйжцшюєїщфґ", "" },
	{ "bg", "аоеитнрсвлдпкъмзуябгчцшжщхфюйь", "" },
	{ "zh", "的一是不了在人有我他这中大来上国个到说们为子和你地出会也时年就要以生那得着自之后里作用所家学发工对部经行方市场报新公"
		"司日月記這國來個們說為時會後裡發對經場報業學與及於過機電關開車", "" },
	{ "ja", "日本年月大人国中会社時分上新一出者間事行見生同自前場地方発業表用",
		"" },
	{ "ko", "이다는의에을가한은지를도로고하사기서인리대시어자해일부정스전수아나그장원제라주보있", "" },
};

const int detect_language_count = sizeof(detect_languages) / sizeof(detect_languages[0]);

const struct detect_set detect_sets[] = {
	{ "CP1252", "en de fr es pt it nl sv da nb fi" },
	{ "CP1250", "cs sk pl hu hr sl ro de" },
	{ "ISO-8859-2", "cs sk pl hu hr sl ro de" },
	{ "CP1251", "ru uk bg" },
	{ "KOI8-R", "ru" },
	{ "KOI8-U", "uk" },
	{ "ISO-8859-5", "ru uk bg" },
	{ "IBM866", "ru" },
	{ "ISO-8859-15", "fr de es pt it nl sv da nb fi" },
	{ "CP1257", "lt lv et" },
	{ "CP1253", "el" },
	{ "ISO-8859-7", "el" },
	{ "CP1254", "tr" },
	{ "ISO-8859-16", "ro" },
	{ "GB18030", "zh" },
	{ "CP932", "ja" },
	{ "EUC-JP-MS", "ja" },
	{ "UHC", "ko" },
	{ "BIG5-HKSCS", "zh" },
};

const int detect_set_count = sizeof(detect_sets) / sizeof(detect_sets[0]);
