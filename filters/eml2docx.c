#include "filter.h"
#include "mail.h"
#include "docx/docx.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	const struct reader mail = mail_reader();

	return filter(argc, argv, &mail, recognise, &docx_writer);
}
