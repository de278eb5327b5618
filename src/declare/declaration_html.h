/* A table as HTML in Markdown, which is how editors write merged cells. Internal to declare/declaration_markdown.c. */
#ifndef ASSAY_DECLARE_DECLARATION_HTML_H
#define ASSAY_DECLARE_DECLARATION_HTML_H

#include "declare/place.h"

bool html_table_begins(str line);
bool html_table_ends(str line);

/* From "<table" to "</table>"; line: of the first line. Texts without their marks; a merged cell stands for each row
 * that it spans, one in the first column makes one row of them; what stands below a merged header is one cell. false:
 * more than a form has. */
bool html_table(struct arena *keep, str html, uint32_t line, struct form_table *ret);

#endif
