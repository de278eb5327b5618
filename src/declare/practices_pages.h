/* Copies of published pages in a folder of process evidence: what was published, and when. Internal to
 * declare/practices.c. */
#ifndef ASSAY_DECLARE_PRACTICES_PAGES_H
#define ASSAY_DECLARE_PRACTICES_PAGES_H

#include "base/digest.h"
#include "base/vec.h"
#include "declare/declare.h"
#include "declare/practices.h"

/* What stands in the folder. */
struct stored {
	str path;
	uint32_t mode;
	span content;
	struct digest digest;
	const char *trouble; /* why there is no digest; NULL: there is one */
	str date;            /* that the index gives it; empty: not named yet */
	uint32_t date_line;
	bool is_named, is_page, has_two_dates;
};

struct practices_folder {
	struct declaration d;
	VEC(struct stored) files; /* by path */
	str author;
	bool has_papers;
};

/* What the index says of one document. */
struct practices_named {
	const struct yaml *item, *practices, *papers, *threats, *states;
	str page, url;
	str path, kind, outcome, date, author, by, version, language;
	tri is_independent;
	struct stored *file; /* NULL: it is not in the folder */
};

/* page: support. */
err practices_take_page(struct practices_folder *f, const struct yaml *item, struct practices_named *n);
/* states: [...]; after its file is known. */
err practices_take_states(struct practices_folder *f, const struct practices_named *n);
void practices_write_states(struct practices_folder *f, const struct practices_named *n, uint32_t document);
bool practices_have_history(const struct practices_named *all, size_t n);

#endif
