/* Looking at evidence: its tables, and what a query asks of them. Only reading, whatever the query says. */
#ifndef ASSAY_WORK_FACTS_H
#define ASSAY_WORK_FACTS_H

#include "base/arena.h"
#include "evidence/evidence.h"
#include "report/rows.h"
#include "work/work.h"

/* what: the name of a table or view, or a query in SQL; NULL: the tables that have rows, and how many. path: of the
 * evidence, for the notes. */
err facts_ask(struct evidence *e, const char *path, const char *what, struct arena *keep, struct rows *ret,
	const struct notes *notes);

#endif
