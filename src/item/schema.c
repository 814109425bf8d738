/*
 * NewsML-G2 2.35, power: what may stand in an item outside its contentSet, as
 * the schema of IPTC has it (NewsML-G2_2.35-spec-All-Power.xsd, CC BY 4.0; its
 * names without "Type" and "PropType"). schema.h says how it is written.
 */
#include "item/schema.h"

#include <string.h>

#define TARGET \
	"href:iri residref:string residrefformat:qcode residrefformaturi:iri version:positive " \
	"persistidref:string contenttype:string contenttypestandardversion:string " \
	"contenttypevariant:string contenttypevariantstandardversion:string format:qcode formaturi:iri " \
	"formatstandardversion:string size:natural title:string "
#define OLD_LINK "guidref:string hreftype:string "
#define COMMON \
	"id:id creator:qcode creatoruri:iri modified:date custom:boolean how:qcode howuri:iri why:qcode " \
	"whyuri:iri pubconstraint:qcodes pubconstrainturi:iris "
#define I18N "xml:lang:xmllang dir:dir "
#define AUTHORITY "authority:iri authoritystatus:qcode authoritystatusuri:iri "
#define QUANTIFY "confidence:0to100 relevance:0to100 derivedfrom:qcodes "
#define VALIDITY "validfrom:date validto:date "
#define FLEX "qcode:qcode uri:iri literal:line type:qcode typeuri:iri "
#define RANKING "rank:natural "
#define ARBITRARY "value:string valuedatatype:qname valueunit:qcode valueunituri:iri "
#define QUALIFYING "qcode:qcode uri:iri literal:line type:qcode typeuri:iri role:qcode roleuri:iri "
#define CONTENT_TYPE \
	"contenttype:string contenttypestandardversion:string contenttypevariant:string " \
	"contenttypevariantstandardversion:string format:qcode formaturi:iri " \
	"formatstandardversion:string "
#define MEDIA \
	"width:natural widthunit:qcode widthunituri:iri height:natural heightunit:qcode " \
	"heightunituri:iri orientation:natural layoutorientation:qcode layoutorientationuri:iri " \
	"colourspace:qcode colourspaceuri:iri colourindicator:qcode colourindicatoruri:iri " \
	"videocodec:qcode videocodecuri:iri colourdepth:natural "

#define CONCEPT "(name | definition | note | facet | remoteInfo | hierarchyInfo)* (sameAs | broader | narrower | related)* "

/* In the order of their names. */
static const struct schema_type types[] = {
	{ "Address", COMMON "role:qcodes roleuri:iris *",
		"line:line-of-address* locality:Flex1Role* area:Flex1Role* country:Flex1? postalCode:IntlString? "
		"worldRegion:Flex1?" },
	{ "Assert", COMMON I18N "qcode:qcode uri:iri literal:line *", "any*" },
	{ "Audience", COMMON FLEX I18N QUANTIFY "significance:1to9 *", CONCEPT "other*" },
	{ "Block", COMMON I18N "media:tokens role:qcodes roleuri:iri *", "~(a | span | ruby | br | inline | other)*" },
	{ "ConceptName", COMMON I18N VALIDITY "role:qcodes roleuri:iris part:qcode parturi:iri *", "=line" },
	{ "ContactInfo", COMMON "role:qcodes roleuri:iris *",
		"(email:ElectronicAddress | im:ElectronicAddressTech | phone:ElectronicAddressTech | fax:ElectronicAddress | "
		"web:web | address:Address | note)* other*" },
	{ "ContentMetadataAfD", COMMON I18N "*",
		"icon* urgency? contentCreated? contentModified? digitalSourceType? (located | infoSource | creator | "
		"contributor | audience | exclAudience | altId | rating | userInteraction)* (language | genre | keyword | "
		"subject | slugline | headline | dateline | by | creditline | description)* contentMetaExtProperty* other*" },
	{ "DateOptTime", COMMON "*", "=date" },
	{ "DateTime", COMMON "*", "=instant" },
	{ "DateTimeOrNull", COMMON "*", "=instant?" },
	{ "ElectronicAddress", COMMON "role:qcodes roleuri:iris *", "=string" },
	{ "ElectronicAddressTech", COMMON "role:qcodes roleuri:iris tech:qcode techuri:iri *", "=string" },
	{ "Flex", COMMON FLEX I18N "*", "(name | hierarchyInfo)*" },
	{ "Flex1", COMMON FLEX I18N "*", CONCEPT "other*" },
	{ "Flex1Concept", COMMON FLEX I18N QUANTIFY "*", CONCEPT "other* bag? mainConcept? facetConcept*" },
	{ "Flex1Ext", COMMON FLEX I18N ARBITRARY "*", CONCEPT "other*" },
	{ "Flex1Party", COMMON FLEX I18N "role:qcodes roleuri:iris *",
		CONCEPT "(personDetails | organisationDetails)? other*" },
	{ "Flex1Role", COMMON FLEX I18N "role:qcode roleuri:iri *", CONCEPT "other*" },
	{ "Flex2Ext", COMMON FLEX I18N ARBITRARY VALIDITY "rel:qcode reluri:iri *", CONCEPT "other*" },
	{ "FlexAuthor", COMMON FLEX I18N "role:qcodes roleuri:iris jobtitle:qcode jobtitleuri:iri *",
		CONCEPT "(personDetails | organisationDetails)? other*" },
	{ "FlexLocation", FLEX COMMON I18N "*", CONCEPT "(geoAreaDetails | POIDetails)? other*" },
	{ "FlexOrganisation", COMMON QUALIFYING I18N "*", CONCEPT "organisationDetails? other*" },
	{ "FlexParty", COMMON FLEX I18N "*", CONCEPT "(personDetails | organisationDetails)? other*" },
	{ "FlexPerson", COMMON FLEX I18N "*", CONCEPT "personDetails? other*" },
	{ "FlexRelatedConcept", COMMON FLEX I18N VALIDITY ARBITRARY "rel:qcode reluri:iri rank:natural *",
		"(name | hierarchyInfo)* (facet | related:related-nested | sameAs)* bag?" },
	{ "GeoCoordinates", COMMON "latitude:decimal! longitude:decimal! altitude:integer gpsdatum:string *", "other*" },
	{ "IntlString", COMMON I18N "*", "=line" },
	{ "LongString", COMMON I18N "*", "=string" },
	{ "ItemMetadata", COMMON I18N "*",
		"itemClass provider versionCreated firstCreated? embargoed? pubStatus? role? fileName? generator* profile? "
		"service* title* edNote* memberOf* instanceOf* signal* altRep* deliverableOf* hash* expires* origRep* "
		"incomingFeedId* metadataCreator? link* itemMetaExtProperty* other*" },
	{ "Label1", COMMON I18N "role:qcodes roleuri:iris media:tokens *", "~(a | span | ruby | inline | other)*" },
	{ "Link1", TARGET VALIDITY I18N COMMON OLD_LINK "rel:qcode reluri:iri rank:natural *", "any*" },
	{ "OrganisationAffiliation", COMMON QUALIFYING I18N VALIDITY "*", CONCEPT "organisationDetails? other*" },
	{ "POIDetails", COMMON "*",
		"position:GeoCoordinates? address:Address? openHours:Label1? capacity:Label1? (contactInfo:ContactInfo | "
		"access:Block | details:Block)* created:TruncatedDateTime? ceasedToExist:TruncatedDateTime? other*" },
	{ "PersonAffiliation", COMMON QUALIFYING I18N VALIDITY "*", CONCEPT "organisationDetails? other*" },
	{ "QCode", COMMON "qcode:qcode uri:iri *", "" },
	{ "Qual", COMMON I18N "qcode:qcode uri:iri *", "(name | hierarchyInfo)*" },
	{ "QualRel", COMMON I18N "qcode:qcode uri:iri *", "(name | hierarchyInfo | related)*" },
	{ "RelatedConcept", COMMON FLEX I18N VALIDITY "rel:qcode reluri:iri rank:natural *",
		"(name | hierarchyInfo)* (facet | related:related-nested | sameAs)*" },
	{ "RightsBlock", COMMON I18N "media:tokens role:qcodes roleuri:iri href:iri *",
		"~(a | span | ruby | br | inline | other)*" },
	{ "RightsInfo", COMMON I18N VALIDITY "idrefs:idrefs scope:qcodes scopeuri:iris aspect:qcodes aspecturi:iris *",
		"accountable? copyrightHolder? (copyrightNotice | usageTerms | link | rightsInfoExtProperty | "
		"rightsExpressionXML | rightsExpressionData)* dataMining? other*" },
	{ "SameAs", COMMON FLEX I18N VALIDITY "*", "(name | hierarchyInfo)*" },
	{ "TruncatedDateTime", COMMON "*", "=year-or-date" },
	{ "VersionedString", COMMON I18N "versioninfo:string *", "=line" },
	{ "a", COMMON I18N "class:string href:iri hreflang:string rel:string rev:string *",
		"~(inline | span | ruby | other)*" },
	{ "action", COMMON I18N "qcode:qcode uri:iri target:qcode targeturi:iri timestamp:date *",
		"(name | hierarchyInfo | related)*" },
	{ "altId", COMMON I18N "type:qcode typeuri:iri environment:qcodes environmenturi:iris idformat:qcode "
		"idformaturi:iri role:qcode roleuri:iri version:string *",
		"=string" },
	{ "altLoc", COMMON "type:qcode typeuri:iri role:qcode roleruri:iri *", "=iri" },
	{ "altRep", COMMON VALIDITY CONTENT_TYPE "representation:qcode representationuri:iri size:natural *", "=iri" },
	{ "bag", COMMON I18N "*", "bit:bit-of-bag+" },
	{ "bit-of-bag", COMMON QUANTIFY "qcode:qcode uri:iri type:qcode typeuri:iri significance:0to100 *", "" },
	{ "br", COMMON "*", "" },
	{ "by", COMMON I18N RANKING "role:qcodes roleuri:iris media:tokens *", "~(a | span | ruby | inline | other)*" },
	{ "catalog", AUTHORITY COMMON "additionalInfo:iri url:iri guid:iri version:natural *", "title* scheme:scheme+" },
	{ "catalogRef", COMMON "href:iri! *", "title*" },
	{ "circle", COMMON "radius:double! radunit:qcode radunituri:iri", "position" },
	{ "creditline", COMMON I18N RANKING "*", "=line" },
	{ "dateline", COMMON I18N RANKING "role:qcodes roleuri:iris media:tokens *",
		"~(a | span | ruby | inline | other)*" },
	{ "definition", COMMON I18N VALIDITY "media:tokens role:qcodes roleuri:iri *",
		"~(a | span | ruby | br | inline | other)*" },
	{ "derivedFrom", COMMON FLEX I18N "idrefs:idrefs *", CONCEPT "other*" },
	{ "derivedFromValue", COMMON "sourceidref:idref! idrefs:idrefs!", "=string" },
	{ "description", COMMON I18N RANKING "media:tokens role:qcodes roleuri:iri confidence:0to100 relevance:0to100 *",
		"~(a | span | ruby | br | inline | other)*" },
	{ "facet", COMMON FLEX I18N VALIDITY "rel:qcode reluri:iri g2flag:is-DEPR *", "(name | hierarchyInfo)*" },
	{ "fileName", COMMON "*", "=line" },
	{ "generator", COMMON I18N "versioninfo:string role:qcode roleuri:iri *", "=line" },
	{ "genre", COMMON FLEX I18N QUANTIFY RANKING "*", CONCEPT "other* bag? mainConcept? facetConcept*" },
	{ "geoAreaDetails", COMMON "*",
		"position? founded:TruncatedDateTime? dissolved:TruncatedDateTime? (line:line-of-area | circle:circle | "
		"polygon:polygon)* other*" },
	{ "hasInstrument", COMMON "symbol:string! symbolsrc:qcode symbolsrcuri:iri market:qcode marketuri:iri "
		"marketlabel:string marketlabelsrc:qcode marketlabelsrcuri:iri type:qcodes typeuri:iris rank:natural *",
		"" },
	{ "hash", COMMON "hashtype:qcode hashtypeuri:iri scope:qcode scopeuri:iri", "=string" },
	{ "headline", COMMON I18N RANKING "role:qcodes roleuri:iris media:tokens confidence:0to100 relevance:0to100 *",
		"~(a | span | ruby | inline | other)*" },
	{ "hierarchyInfo", COMMON "*", "=tokens" },
	{ "hop", COMMON "seq:natural timestamp:date *", "party:party? action:action*" },
	{ "hopHistory", COMMON "*", "hop:hop+" },
	{ "icon", TARGET COMMON MEDIA "rendition:qcode renditionuri:iri *", "" },
	{ "incomingFeedId", COMMON "qcode:qcode uri:iri role:qcode roleuri:iri *", "" },
	{ "inline", COMMON FLEX I18N QUANTIFY "class:string *", "~(span | ruby | other)*" },
	{ "inlineRef", COMMON FLEX I18N QUANTIFY "idrefs:idrefs! *", CONCEPT "other*" },
	{ "keyword", COMMON I18N RANKING "role:qcodes roleuri:iris confidence:0to100 relevance:0to100 *", "=line" },
	{ "language", COMMON RANKING "tag:language! role:qcodes roleuri:iris *", "name:IntlString*" },
	{ "line-of-address", COMMON I18N "role:qcode roleuri:iri *", "=line" },
	{ "line-of-area", COMMON, "position+" },
	{ "newsItem", I18N "*",
		"(catalogRef | catalog)* hopHistory? pubHistory? rightsInfo* itemMeta contentMeta? partMeta* assert* inlineRef* "
		"(derivedFrom | derivedFromValue)*" }, /* its attributes without those that are keys, or say the standard */
	{ "note", COMMON I18N VALIDITY "media:tokens role:qcodes roleuri:iri *",
		"~(a | span | ruby | br | inline | other)*" },
	{ "organisationDetails", COMMON "*",
		"founded:TruncatedDateTime? dissolved:TruncatedDateTime? (location:FlexLocation | "
		"affiliation:OrganisationAffiliation | contactInfo:ContactInfo | hasInstrument)* other*" },
	{ "origRep", COMMON "accesstype:qcode accesstypeuri:iri reposrole:qcode reposroleuri:iri", "=iri" },
	{ "partMeta", I18N "partid:id creator:qcode creatoruri:iri modified:date custom:boolean how:qcode howuri:iri "
		"why:qcode whyuri:iri seq:natural contentrefs:idrefs *",
		"icon* timeDelim:timeDelim* regionDelim:regionDelim? role:Qual? urgency? contentCreated? contentModified? "
		"digitalSourceType? (located | infoSource | creator | contributor | audience | exclAudience | altId | rating | "
		"userInteraction)* (language | genre | keyword | subject | slugline | headline | dateline | by | creditline | "
		"description)* partMetaExtProperty:Flex2Ext* signal* edNote* link* other*" },
	{ "party", COMMON FLEX I18N "*", CONCEPT "(personDetails | organisationDetails)? other*" },
	{ "personDetails", COMMON "*",
		"born:TruncatedDateTime? died:TruncatedDateTime? (affiliation:PersonAffiliation | contactInfo:ContactInfo)* "
		"other*" },
	{ "polygon", COMMON, "position+" },
	{ "pubHistory", COMMON, "published:published+" },
	{ "published", COMMON "qcode:qcode uri:iri literal:line",
		"timestamp:timestamp? (name | related | publishedExtProperty:Flex2Ext | other)*" },
	{ "rating", COMMON "value:decimal! valcalctype:qcode valcalctypeuri:iri scalemin:decimal! scalemax:decimal! "
		"scaleunit:qcode scaleunituri:iri raters:natural ratertype:qcode ratertypeuri:iri ratingtype:qcode "
		"ratingtypeuri:iri *",
		"" },
	{ "regionDelim", COMMON "x:integer y:integer width:integer height:natural *", "" },
	{ "related-innermost", COMMON FLEX I18N VALIDITY ARBITRARY "rel:qcode reluri:iri rank:natural *",
		"(name | hierarchyInfo)*" },
	{ "related-nested", COMMON FLEX I18N VALIDITY ARBITRARY "rel:qcode reluri:iri rank:natural *",
		"(name | hierarchyInfo)* (related:related-innermost)*" },
	{ "rightsExpressionData", COMMON "langid:iri! enctype:string!", "=string" },
	{ "rightsExpressionXML", COMMON "langid:iri!", "never" },
	{ "ruby", COMMON I18N "*", "rb (rt | rp rt rp)" },
	{ "sameAs-of-scheme", COMMON "g2flag:is-DEPR-SCH", "=iri" },
	{ "sameAsScheme", COMMON "*", "=iri" },
	{ "scheme", COMMON AUTHORITY "alias:ncname! uri:iri! schemecreated:date schememodified:date schemeretired:date *",
		"(sameAsScheme | name | definition | note | sameAs:sameAs-of-scheme)*" },
	{ "signal", COMMON FLEX I18N "severity:qcode severityuri:iri *", CONCEPT "other*" },
	{ "slugline", COMMON I18N RANKING "separator:string role:qcode roleuri:iri confidence:0to100 relevance:0to100 *",
		"=line" },
	{ "span", COMMON I18N "class:string *", "~(ruby | other)*" },
	{ "subject", COMMON FLEX I18N QUANTIFY RANKING "*", CONCEPT "other* bag? mainConcept? facetConcept*" },
	{ "text", "", "=string" },
	{ "timeDelim", COMMON "start:string! end:string! timeunit:qcode timeunituri:iri renditionref:qcode "
		"renditionrefuri:iri *",
		"" },
	{ "timestamp", COMMON "*", "=year-or-date" },
	{ "urgency", COMMON "*", "=1to9" },
	{ "userInteraction", COMMON "interactions:natural! interactiontype:qcode interactiontypeuri:iri *", "" },
	{ "web", COMMON "role:qcodes roleuri:iris *", "=iri" },
};

/* The elements that are declared for the whole schema, in the order of their names, and their types. */
static const struct element {
	const char *name, *type;
} elements[] = {
	{ "POIDetails", "POIDetails" }, { "a", "a" }, { "accountable", "FlexPerson" }, { "altId", "altId" },
	{ "altLoc", "altLoc" }, { "altRep", "altRep" }, { "assert", "Assert" }, { "audience", "Audience" },
	{ "bag", "bag" }, { "br", "br" }, { "broader", "RelatedConcept" }, { "by", "by" }, { "catalog", "catalog" },
	{ "catalogRef", "catalogRef" }, { "contentCreated", "TruncatedDateTime" },
	{ "contentMetaExtProperty", "Flex2Ext" }, { "contentModified", "TruncatedDateTime" },
	{ "contributor", "FlexAuthor" }, { "copyrightHolder", "FlexParty" }, { "copyrightNotice", "RightsBlock" },
	{ "creator", "FlexAuthor" }, { "creditline", "creditline" }, { "dataMining", "Flex" },
	{ "dateline", "dateline" }, { "definition", "definition" }, { "deliverableOf", "Link1" },
	{ "derivedFrom", "derivedFrom" }, { "derivedFromValue", "derivedFromValue" }, { "description", "description" },
	{ "digitalSourceType", "Flex" }, { "edNote", "Block" }, { "embargoed", "DateTimeOrNull" },
	{ "exclAudience", "Audience" }, { "expires", "DateOptTime" }, { "facet", "facet" },
	{ "facetConcept", "RelatedConcept" }, { "fileName", "fileName" }, { "firstCreated", "DateTime" },
	{ "generator", "generator" }, { "genre", "genre" }, { "geoAreaDetails", "geoAreaDetails" },
	{ "hasInstrument", "hasInstrument" }, { "hash", "hash" }, { "headline", "headline" },
	{ "hierarchyInfo", "hierarchyInfo" }, { "hopHistory", "hopHistory" }, { "icon", "icon" },
	{ "incomingFeedId", "incomingFeedId" }, { "infoSource", "Flex1Party" }, { "inline", "inline" },
	{ "inlineRef", "inlineRef" }, { "instanceOf", "Flex1" }, { "itemClass", "QualRel" },
	{ "itemMeta", "ItemMetadata" }, { "itemMetaExtProperty", "Flex2Ext" }, { "keyword", "keyword" },
	{ "language", "language" }, { "link", "Link1" }, { "located", "FlexLocation" },
	{ "mainConcept", "RelatedConcept" }, { "memberOf", "Flex1" }, { "metadataCreator", "FlexAuthor" },
	{ "name", "ConceptName" }, { "narrower", "RelatedConcept" }, { "note", "note" },
	{ "organisationDetails", "organisationDetails" }, { "origRep", "origRep" }, { "partMeta", "partMeta" },
	{ "personDetails", "personDetails" }, { "position", "GeoCoordinates" }, { "profile", "VersionedString" },
	{ "provider", "FlexParty" }, { "pubHistory", "pubHistory" }, { "pubStatus", "Qual" }, { "rating", "rating" },
	{ "rb", "text" }, { "related", "FlexRelatedConcept" }, { "remoteInfo", "Link1" },
	{ "rightsExpressionData", "rightsExpressionData" }, { "rightsExpressionXML", "rightsExpressionXML" },
	{ "rightsInfo", "RightsInfo" }, { "rightsInfoExtProperty", "Flex2Ext" }, { "role", "Qual" }, { "rp", "text" },
	{ "rt", "text" }, { "ruby", "ruby" }, { "sameAs", "SameAs" }, { "sameAsScheme", "sameAsScheme" },
	{ "service", "Qual" }, { "signal", "signal" }, { "slugline", "slugline" }, { "span", "span" },
	{ "subject", "subject" }, { "title", "Label1" }, { "urgency", "urgency" }, { "usageTerms", "RightsBlock" },
	{ "userInteraction", "userInteraction" }, { "versionCreated", "DateTime" },
};

const struct schema_type *
schema_type(struct str name)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (str_is(name, types[i].name))
			return &types[i];
	return NULL;
}

const struct schema_type *
schema_element(struct str name)
{
	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++)
		if (str_is(name, elements[i].name))
			return schema_type(str_of(elements[i].type));
	return NULL;
}

/* PLACES */

struct str
schema_next_name(const char **at)
{
	struct str name;

	*at += strspn(*at, " ()|?*+~");
	name = (struct str){ *at, strcspn(*at, " ()|?*+:") };
	*at += name.n;
	if (**at == ':')
		*at += strcspn(*at, " ?*+|)");
	return name.n > 0 ? name : STR_NONE;
}

size_t
schema_rank(const struct schema_type *type, struct str element)
{
	const char *at = type->content;
	struct str name;

	while ((name = schema_next_name(&at)).n > 0)
		if (str_eq(name, element))
			return (size_t)(name.p - type->content);
	return STR_NPOS;
}

bool
schema_repeats(const struct schema_type *type, struct str element)
{
	const char *at = type->content + schema_rank(type, element);

	/* Its own quantifier, or that of the group around it. */
	for (at += strcspn(at, " ?*+|)"); *at;) {
		if (*at == '*' || *at == '+')
			return true;
		while (*at && *at != '(' && *at != ')')
			at++;
		if (*at == '(' || *at == '\0')
			return false;
		at++;
	}
	return false;
}
