/* Whether a maker's forms hold what each provision needs: for people and for programs. */
#ifndef ASSAY_REPORT_FORMS_CHECK_H
#define ASSAY_REPORT_FORMS_CHECK_H

#include "base/buf.h"
#include "judge/verdict.h"

struct form_need {
	str form;          /* "1-AuthMech" */
	str fields, doubt; /* doubt: how sure it is that the provision needs them, where it is not confirmed */
	int64_t rows;
	VEC(str) missing; /* "Authentication Factor" of AuthMech-1 */
};

struct form_provision {
	str id, status, support;
	VEC(struct form_need) needs;
	size_t missing;
};

struct forms_check {
	str edition;        /* of the standard */
	bool has_statement; /* else all provisions are looked at */
	VEC(struct form_provision) provisions;
	VEC(const struct outcome *) outcomes; /* of checks about forms, each once */
};

/* is_whole: every provision and every finding, not only what is missing. */
void report_forms_check_text(const struct forms_check *c, bool is_whole, unsigned width, struct buf *out);
void report_forms_check_json(const struct forms_check *c, struct buf *out);

#endif
