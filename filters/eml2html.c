#include "filter.h"
#include "mail.h"
#include "html/html.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	const struct reader mail = mail_reader();

	return filter(argc, argv, &mail, recognise, &html_writer);
}
