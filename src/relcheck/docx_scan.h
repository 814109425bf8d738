/* What the scans of a DOCX's parts share. They go by its relationships, as the reader does. */
#ifndef RELCHECK_DOCX_SCAN_H
#define RELCHECK_DOCX_SCAN_H

#include "base/limits.h"
#include "docx/docx_names.h"
#include "docx/docx_package.h"
#include "docx/docx_styles.h"
#include "relcheck/relcheck.h"

enum { CHANGED_BY_MOST = 8 }; /* names that are listed */

struct docx_scan {
	struct relcheck *c;
	struct docx_package package;
	struct docx_styles styles;
	struct docx_strings strings;
	size_t changes; /* that are tracked */
	struct str changed_by[CHANGED_BY_MOST];
	size_t changed_by_count;
	bool has_rsids;
};

void docx_scan_story(struct docx_scan *scan, struct str part, bool header);
/* docx_props.c: settings, properties, and data of other programs. */
void docx_scan_settings(struct docx_scan *scan, struct str part);
void docx_scan_properties(struct docx_scan *scan);
void docx_scan_people(struct docx_scan *scan, struct str part);
void docx_scan_custom_xml(struct docx_scan *scan, struct str part);

void docx_scan_changed_by(struct docx_scan *scan, struct str author);
/* A finding when the text holds a path of a computer. */
void docx_scan_path(struct relcheck *c, struct place place, const char *what, struct str text);

#endif
