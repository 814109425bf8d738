/*
 * Codes of the IPTC's vocabularies, "NewsCodes", as http://cv.iptc.org/newscodes/
 * gives them: the status, class, signal and relation of items, and the genres of
 * 2024-02-13. They are facts: a code, its English name, and what takes the place
 * of a retired one.
 */
#include "item/catalog.h"

static const struct newscode newscodes[] = {
	{ SCHEME_ITEM_CLASS, "animated", "Animated", NULL },
	{ SCHEME_ITEM_CLASS, "audio", "Audio", NULL },
	{ SCHEME_ITEM_CLASS, "composite", "Composite", NULL },
	{ SCHEME_ITEM_CLASS, "graphic", "Graphic", NULL },
	{ SCHEME_ITEM_CLASS, "picture", "Picture", NULL },
	{ SCHEME_ITEM_CLASS, "text", "Text", NULL },
	{ SCHEME_ITEM_CLASS, "video", "Video", NULL },
	{ SCHEME_STATUS, "usable", "Usable", NULL },
	{ SCHEME_STATUS, "withheld", "Withheld", NULL },
	{ SCHEME_STATUS, "canceled", "Canceled", NULL },
	{ SCHEME_SIGNAL, "correction", "Correction", NULL },
	{ SCHEME_SIGNAL, "cwarn", "Content Warning", NULL },
	{ SCHEME_SIGNAL, "update", "Update", NULL },
	{ SCHEME_RELATION, "associatedWith", NULL, "seeAlso" },
	{ SCHEME_RELATION, "prevVersion", NULL, "previousVersion" },
	{ SCHEME_GENRE, "Actuality", "Actuality", NULL },
	{ SCHEME_GENRE, "Advertiser_Supplied", "Advertiser Supplied", NULL },
	{ SCHEME_GENRE, "Advice", "Advice", NULL },
	{ SCHEME_GENRE, "Advisory", "Advisory", NULL },
	{ SCHEME_GENRE, "Analysis", "Analysis", NULL },
	{ SCHEME_GENRE, "Anniversary", "Anniversary", "" },
	{ SCHEME_GENRE, "Archive_material", "Archival material", NULL },
	{ SCHEME_GENRE, "Background", "Background", NULL },
	{ SCHEME_GENRE, "Behind_the_Story", "Behind the Story", NULL },
	{ SCHEME_GENRE, "Biography", "Biography", NULL },
	{ SCHEME_GENRE, "Birth_Announcement", "Birth Announcement", NULL },
	{ SCHEME_GENRE, "Current", "Current Events", NULL },
	{ SCHEME_GENRE, "Curtain_Raiser", "Curtain Raiser", NULL },
	{ SCHEME_GENRE, "Daybook", "Planner", NULL },
	{ SCHEME_GENRE, "Exclusive", "Exclusive", NULL },
	{ SCHEME_GENRE, "Fact_Check", "Fact Check", NULL },
	{ SCHEME_GENRE, "Feature", "Feature", NULL },
	{ SCHEME_GENRE, "Fixture", "Fixture", NULL },
	{ SCHEME_GENRE, "Forecast", "Forecast", NULL },
	{ SCHEME_GENRE, "From_the_Scene", "From the Scene", NULL },
	{ SCHEME_GENRE, "Help_Us_to_Report", "Help us to Report", NULL },
	{ SCHEME_GENRE, "History", "History", NULL },
	{ SCHEME_GENRE, "Interview", "Interview", NULL },
	{ SCHEME_GENRE, "ListingOfFacts", "Fact Box", NULL },
	{ SCHEME_GENRE, "LiveCoverage", "Live Coverage", NULL },
	{ SCHEME_GENRE, "Music", "Music", NULL },
	{ SCHEME_GENRE, "Obituary", "Obituary", NULL },
	{ SCHEME_GENRE, "Opinion", "Opinion", NULL },
	{ SCHEME_GENRE, "Polls_and_Surveys", "Polls and Surveys", NULL },
	{ SCHEME_GENRE, "Press-Digest", "Press-Digest", NULL },
	{ SCHEME_GENRE, "Press_Release", "Press Release", NULL },
	{ SCHEME_GENRE, "Preview", "Preview", NULL },
	{ SCHEME_GENRE, "Profile", "Profile", NULL },
	{ SCHEME_GENRE, "Program", "Program", "Daybook" },
	{ SCHEME_GENRE, "Question_and_Answer_Session", "Question and Answer Session", NULL },
	{ SCHEME_GENRE, "Quote", "Quote", NULL },
	{ SCHEME_GENRE, "Raw_Sound", "Raw Sound", NULL },
	{ SCHEME_GENRE, "Response_to_a_Question", "Response to a Question", NULL },
	{ SCHEME_GENRE, "Results_Listings_and_Statistics", "Results Listings and Statistics", NULL },
	{ SCHEME_GENRE, "Retrospective", "Retrospective", NULL },
	{ SCHEME_GENRE, "Review", "Review", NULL },
	{ SCHEME_GENRE, "Satire", "Satire", NULL },
	{ SCHEME_GENRE, "Scener", "Scener", "From_the_Scene" },
	{ SCHEME_GENRE, "Side_bar_and_supporting_information", "Side bar and Supporting Information", NULL },
	{ SCHEME_GENRE, "Special_Report", "Special Report", NULL },
	{ SCHEME_GENRE, "Sponsored", "Sponsored", NULL },
	{ SCHEME_GENRE, "Summary", "Briefing", NULL },
	{ SCHEME_GENRE, "Supported", "Supported", NULL },
	{ SCHEME_GENRE, "Synopsis", "Synopsis", NULL },
	{ SCHEME_GENRE, "Text_only", "Text only", "Transcript_and_Verbatim" },
	{ SCHEME_GENRE, "Transcript_and_Verbatim", "Transcript and Verbatim", NULL },
	{ SCHEME_GENRE, "UGC", "User Generated Content", NULL },
	{ SCHEME_GENRE, "Update", "Update", "Synopsis or Summary" },
	{ SCHEME_GENRE, "Voicer", "Voicer", NULL },
	{ SCHEME_GENRE, "Wrap", "Wrap", "Synopsis or Summary" },
	{ SCHEME_GENRE, "Wrapup", "Wrapup", "Synopsis or Summary" },
	{ SCHEME_GENRE, "almanac", "On This Day", NULL },
	{ SCHEME_GENRE, "horoscope", "Horoscope", NULL },
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
