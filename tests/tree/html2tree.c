#include "filter.h"
#include "html/html.h"
#include "recognise/recognise.h"
#include "tree/tree.h"

int
main(int argc, char **argv)
{
	return filter(argc, argv, &html_reader, recognise, &tree_writer);
}
