#include "filter.h"
#include "nml/nml.h"
#include "recognise/recognise.h"
#include "tree/tree.h"

int
main(int argc, char **argv)
{
	return filter(argc, argv, &nml_reader, recognise, &tree_writer);
}
