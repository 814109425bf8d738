#include "filter.h"
#include "mail.h"
#include "nml/nml.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	const struct writer mail = mail_writer();

	return filter(argc, argv, &nml_reader, recognise, &mail);
}
