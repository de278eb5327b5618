/* The forms that a judgement is written in: one table (forms.c). A new one (SARIF, JUnit, OSCAL, CSV) is a file and a
 * row. */
#ifndef ASSAY_REPORT_FORMS_H
#define ASSAY_REPORT_FORMS_H

#include "base/buf.h"
#include "report/text.h"

#include <sqlite3.h>

struct reporting {
	const struct judgement *judgement;
	const struct plan *plan;
	sqlite3 *evidence;              /* only read */
	const struct text_style *style; /* of what is for a terminal */
};

struct report_form {
	const char *name; /* "json" */
	const char *file; /* what it is called in the folder of results; NULL: it is for a terminal alone */
	void (*write)(const struct reporting *r, struct buf *out);
};

enum report_number { REPORT_HTML, REPORT_JSON, REPORT_TEXT, REPORT_FORMS };
extern const struct report_form report_forms[REPORT_FORMS];

#endif
