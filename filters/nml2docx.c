#include "filter.h"
#include "docx/docx.h"
#include "nml/nml.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	return filter(argc, argv, &nml_reader, recognise, &docx_writer);
}
