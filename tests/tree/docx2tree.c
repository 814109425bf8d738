#include "filter.h"
#include "docx/docx.h"
#include "recognise/recognise.h"
#include "tree/tree.h"

int
main(int argc, char **argv)
{
	return filter(argc, argv, &docx_reader, recognise, &tree_writer);
}
