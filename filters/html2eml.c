#include "filter.h"
#include "mail.h"
#include "html/html.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	const struct writer mail = mail_writer();

	return filter(argc, argv, &html_reader, recognise, &mail);
}
