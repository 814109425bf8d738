#include "filter.h"
#include "txt/txt.h"
#include "recognise/recognise.h"
#include "tree/tree.h"

int
main(int argc, char **argv)
{
	return filter(argc, argv, &txt_reader, recognise, &tree_writer);
}
