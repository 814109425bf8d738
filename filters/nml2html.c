#include "filter.h"
#include "html/html.h"
#include "nml/nml.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	return filter(argc, argv, &nml_reader, recognise, &html_writer);
}
