/*
 * Month names, in lower case, of the languages that write a day as a number
 * with a full stop: "17. května", "26. Januar". They tell a date from an item
 * of a list. From CLDR; abbreviations that are words too are left out.
 */
#ifndef TXT_MONTHS_H
#define TXT_MONTHS_H

static const char txt_months[] =
	/* cs */ "ledna února března dubna května června července srpna září října listopadu prosince "
	"leden únor březen duben květen červen červenec srpen říjen listopad prosinec "
	/* sk */ "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra "
	"január február marec apríl máj jún júl "
	/* de, da, nb */ "januar februar märz april mai juni juli august september oktober november dezember "
	"jan febr feb apr aug sept sep okt nov dez marts maj mars desember december des "
	/* hr, sl, sr */ "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga studenog prosinca "
	"januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra "
	"januara februara aprila juna jula augusta "
	/* fi */ "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
	"lokakuuta marraskuuta joulukuuta "
	/* et, lv, is */ "jaanuar veebruar märts aprill juuni juuli detsember "
	"janvāris janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī "
	"janúar febrúar apríl maí júní júlí ágúst október nóvember desember";

#endif
