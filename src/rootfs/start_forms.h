/* The forms of start-up that are known by where their files lie, in one table: the documentation is held to it. */
#ifndef ASSAY_ROOTFS_START_FORMS_H
#define ASSAY_ROOTFS_START_FORMS_H

#include "rootfs/start.h"

enum start_form_kind { FORM_SCRIPT, FORM_INTERFACES, FORM_UPSTART, FORM_ANDROID, FORM_SUPERVISORD, FORM_MONIT };

struct start_form {
	const char *name, *place; /* place: a pattern for paths from the root */
	const char *moment;
	enum start_form_kind kind;
};

/* Ends with an entry without a name. */
extern const struct start_form start_forms[];

/* Writes `start` for every file of the tree that one of the forms fits, as not known to be run. */
void start_other_forms(const struct starting *s, struct arena scratch);

#endif
