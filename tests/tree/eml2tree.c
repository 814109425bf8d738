#include "filter.h"
#include "../../filters/mail.h"
#include "recognise/recognise.h"
#include "tree/tree.h"

int
main(int argc, char **argv)
{
	const struct reader mail = mail_reader();

	return filter(argc, argv, &mail, recognise, &tree_writer);
}
