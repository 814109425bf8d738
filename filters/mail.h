/*
 * Mail, put together: a message holds releases in other formats, and what reads
 * and writes those is given to it here, for all programs with mail on a side.
 */
#ifndef FILTERS_MAIL_H
#define FILTERS_MAIL_H

#include "docx/docx.h"
#include "eml/eml.h"
#include "html/html.h"
#include "txt/txt.h"

static const struct reader *const mail_part_readers[] = { &html_reader, &txt_reader, &docx_reader, NULL };
static const struct writer *const mail_part_writers[] = { &html_writer, &txt_writer, NULL };

static inline struct reader
mail_reader(void)
{
	struct reader mail = eml_reader;

	mail.parts = mail_part_readers;
	return mail;
}

static inline struct writer
mail_writer(void)
{
	struct writer mail = eml_writer;

	mail.parts = mail_part_writers;
	return mail;
}

#endif
