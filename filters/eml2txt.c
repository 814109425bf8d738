#include "filter.h"
#include "mail.h"
#include "txt/txt.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	const struct reader mail = mail_reader();

	return filter(argc, argv, &mail, recognise, &txt_writer);
}
