#include "batch/batch.h"
#include "mail.h"
#include "nml/nml.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	const struct reader mail_in = mail_reader();
	const struct writer mail_out = mail_writer();
	const struct reader *const readers[] = { &txt_reader, &html_reader, &docx_reader, &nml_reader, &mail_in, NULL };
	const struct writer *const writers[] = { &txt_writer, &html_writer, &docx_writer, &nml_writer, &mail_out, NULL };
	const struct batch_formats formats = { readers, writers, recognise };

	return batch(argc, argv, &formats);
}
