#include "filter.h"
#include "html/html.h"
#include "txt/txt.h"
#include "recognise/recognise.h"

int
main(int argc, char **argv)
{
	return filter(argc, argv, &html_reader, recognise, &txt_writer);
}
