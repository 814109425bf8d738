#include "filter.h"
#include "mail.h"
#include "docx/docx.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	const struct writer mail = mail_writer();

	return filter(argc, argv, &docx_reader, recognise, &mail);
}
