/* The actions of xhtml_read.c that the table of elements names. */
#ifndef MARKUP_XHTML_BLOCK_H
#define MARKUP_XHTML_BLOCK_H

#include "markup/xhtml_frame.h"

enum { MAY_BE_SECTION = 1, HEADER_CELL = 1, HEADER_ROWS = 1 }; /* the elements' details */

xhtml_action start_flow, start_footer, start_center;
xhtml_action start_block, start_para, start_head, start_rule, start_list, start_item;
xhtml_action start_table, start_row_group, start_table_part, start_cell;
xhtml_action start_figure, end_figure, start_caption, end_caption;
xhtml_action start_left_out, start_lost, start_input, end_object, start_noscript, start_dialog;

#endif
