#include "filter.h"
#include "nml/nml.h"
#include "txt/txt.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	return filter(argc, argv, &txt_reader, recognise, &nml_writer);
}
