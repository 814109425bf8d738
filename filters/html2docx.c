#include "filter.h"
#include "docx/docx.h"
#include "html/html.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	return filter(argc, argv, &html_reader, recognise, &docx_writer);
}
