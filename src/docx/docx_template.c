#include "docx/docx_template.h"
void docx_template_open(struct docx_writing *w) { fail(w->d->diag, STATUS_USAGE, (struct place){ 0 }, "--template: not yet"); }
void docx_template_write(struct docx_writing *w, struct buf *out) {(void)w;(void)out;}
struct str docx_template_style(const struct docx_template *t, enum docx_style_type type, struct str name){(void)t;(void)type;(void)name;return STR_NONE;}
bool docx_template_has_id(const struct docx_template *t, struct str id){(void)t;(void)id;return false;}
