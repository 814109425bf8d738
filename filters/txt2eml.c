#include "filter.h"
#include "mail.h"
#include "txt/txt.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	const struct writer mail = mail_writer();

	return filter(argc, argv, &txt_reader, recognise, &mail);
}
