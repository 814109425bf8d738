/*
 * Codes of the IPTC's vocabularies, "NewsCodes", as http://cv.iptc.org/newscodes/
 * gives them: the status, class, signal and relation of items, and the genres of
 * 2024-02-13. They are facts: a code, its English name, and for a retired one what
 * takes its place, and since when.
 */
#include "item/catalog.h"

static const struct newscode newscodes[] = {
	{ SCHEME_ITEM_CLASS, "animated", NULL, NULL, NULL },
	{ SCHEME_ITEM_CLASS, "audio", NULL, NULL, NULL },
	{ SCHEME_ITEM_CLASS, "composite", NULL, NULL, NULL },
	{ SCHEME_ITEM_CLASS, "graphic", NULL, NULL, NULL },
	{ SCHEME_ITEM_CLASS, "picture", NULL, NULL, NULL },
	{ SCHEME_ITEM_CLASS, "text", NULL, NULL, NULL },
	{ SCHEME_ITEM_CLASS, "video", NULL, NULL, NULL },
	{ SCHEME_STATUS, "usable", NULL, NULL, NULL },
	{ SCHEME_STATUS, "withheld", NULL, NULL, NULL },
	{ SCHEME_STATUS, "canceled", NULL, NULL, NULL },
	{ SCHEME_SIGNAL, "correction", NULL, NULL, NULL },
	{ SCHEME_SIGNAL, "cwarn", NULL, NULL, NULL },
	{ SCHEME_SIGNAL, "update", NULL, NULL, NULL },
	{ SCHEME_RELATION, "associatedWith", NULL, "seeAlso", NULL },
	{ SCHEME_RELATION, "prevVersion", NULL, "previousVersion", NULL },
	{ SCHEME_GENRE, "Actuality", "Actuality", NULL, NULL },
	{ SCHEME_GENRE, "Advertiser_Supplied", "Advertiser Supplied", NULL, NULL },
	{ SCHEME_GENRE, "Advice", "Advice", NULL, NULL },
	{ SCHEME_GENRE, "Advisory", "Advisory", NULL, NULL },
	{ SCHEME_GENRE, "Analysis", "Analysis", NULL, NULL },
	{ SCHEME_GENRE, "Anniversary", "Anniversary", "", "2019-07-30" },
	{ SCHEME_GENRE, "Archive_material", "Archival material", NULL, NULL },
	{ SCHEME_GENRE, "Background", "Background", NULL, NULL },
	{ SCHEME_GENRE, "Behind_the_Story", "Behind the Story", NULL, NULL },
	{ SCHEME_GENRE, "Biography", "Biography", NULL, NULL },
	{ SCHEME_GENRE, "Birth_Announcement", "Birth Announcement", NULL, NULL },
	{ SCHEME_GENRE, "Current", "Current Events", NULL, NULL },
	{ SCHEME_GENRE, "Curtain_Raiser", "Curtain Raiser", NULL, NULL },
	{ SCHEME_GENRE, "Daybook", "Planner", NULL, NULL },
	{ SCHEME_GENRE, "Exclusive", "Exclusive", NULL, NULL },
	{ SCHEME_GENRE, "Fact_Check", "Fact Check", NULL, NULL },
	{ SCHEME_GENRE, "Feature", "Feature", NULL, NULL },
	{ SCHEME_GENRE, "Fixture", "Fixture", NULL, NULL },
	{ SCHEME_GENRE, "Forecast", "Forecast", NULL, NULL },
	{ SCHEME_GENRE, "From_the_Scene", "From the Scene", NULL, NULL },
	{ SCHEME_GENRE, "Help_Us_to_Report", "Help us to Report", NULL, NULL },
	{ SCHEME_GENRE, "History", "History", NULL, NULL },
	{ SCHEME_GENRE, "Interview", "Interview", NULL, NULL },
	{ SCHEME_GENRE, "ListingOfFacts", "Fact Box", NULL, NULL },
	{ SCHEME_GENRE, "LiveCoverage", "Live Coverage", NULL, NULL },
	{ SCHEME_GENRE, "Music", "Music", NULL, NULL },
	{ SCHEME_GENRE, "Obituary", "Obituary", NULL, NULL },
	{ SCHEME_GENRE, "Opinion", "Opinion", NULL, NULL },
	{ SCHEME_GENRE, "Polls_and_Surveys", "Polls and Surveys", NULL, NULL },
	{ SCHEME_GENRE, "Press-Digest", "Press-Digest", NULL, NULL },
	{ SCHEME_GENRE, "Press_Release", "Press Release", NULL, NULL },
	{ SCHEME_GENRE, "Preview", "Preview", NULL, NULL },
	{ SCHEME_GENRE, "Profile", "Profile", NULL, NULL },
	{ SCHEME_GENRE, "Program", "Program", "Daybook", "2021-04-28" },
	{ SCHEME_GENRE, "Question_and_Answer_Session", "Question and Answer Session", NULL, NULL },
	{ SCHEME_GENRE, "Quote", "Quote", NULL, NULL },
	{ SCHEME_GENRE, "Raw_Sound", "Raw Sound", NULL, NULL },
	{ SCHEME_GENRE, "Response_to_a_Question", "Response to a Question", NULL, NULL },
	{ SCHEME_GENRE, "Results_Listings_and_Statistics", "Results Listings and Statistics", NULL, NULL },
	{ SCHEME_GENRE, "Retrospective", "Retrospective", NULL, NULL },
	{ SCHEME_GENRE, "Review", "Review", NULL, NULL },
	{ SCHEME_GENRE, "Satire", "Satire", NULL, NULL },
	{ SCHEME_GENRE, "Scener", "Scener", "From_the_Scene", "2021-04-28" },
	{ SCHEME_GENRE, "Side_bar_and_supporting_information", "Side bar and Supporting Information", NULL, NULL },
	{ SCHEME_GENRE, "Special_Report", "Special Report", NULL, NULL },
	{ SCHEME_GENRE, "Sponsored", "Sponsored", NULL, NULL },
	{ SCHEME_GENRE, "Summary", "Briefing", NULL, NULL },
	{ SCHEME_GENRE, "Supported", "Supported", NULL, NULL },
	{ SCHEME_GENRE, "Synopsis", "Synopsis", NULL, NULL },
	{ SCHEME_GENRE, "Text_only", "Text only", "Transcript_and_Verbatim", "2021-04-28" },
	{ SCHEME_GENRE, "Transcript_and_Verbatim", "Transcript and Verbatim", NULL, NULL },
	{ SCHEME_GENRE, "UGC", "User Generated Content", NULL, NULL },
	{ SCHEME_GENRE, "Update", "Update", "Synopsis or Summary", "2021-04-28" },
	{ SCHEME_GENRE, "Voicer", "Voicer", NULL, NULL },
	{ SCHEME_GENRE, "Wrap", "Wrap", "Synopsis or Summary", "2021-04-28" },
	{ SCHEME_GENRE, "Wrapup", "Wrapup", "Synopsis or Summary", "2021-04-28" },
	{ SCHEME_GENRE, "almanac", "On This Day", NULL, NULL },
	{ SCHEME_GENRE, "horoscope", "Horoscope", NULL, NULL },
};

enum { NEWSCODES = sizeof(newscodes) / sizeof(newscodes[0]) };

const struct newscode *
newscode_of(struct concept concept)
{
	for (size_t i = 0; i < NEWSCODES; i++)
		if (str_is(concept.code, newscodes[i].code) && concept_in(concept, newscodes[i].scheme))
			return &newscodes[i];
	return NULL;
}

bool
newscodes_known(struct concept concept)
{
	static const char *const whole[] = { SCHEME_ITEM_CLASS, SCHEME_STATUS, SCHEME_SIGNAL, SCHEME_GENRE };

	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (concept_in(concept, whole[i]))
			return true;
	return false;
}
