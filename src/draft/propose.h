/* From what was seen to what a maker may declare: proposals, one for each row of a declared list that the facts of an
 * evidence file speak for. A proposal is no fact and counts for nothing (draft/draft_file.h keeps them as text).
 *
 * Each kind's proposers are queries in one small file a group (draft_*.c). A column of a query is a column of the
 * kind's table, by its name, and is set where it is not NULL. These are ours:
 *
 *     name       what the row is called; the same facts give the same name
 *     observed   the number of the observed thing that it is
 *     crypto     "protocol=TLS 1.2;cipher=RC4": purposes and algorithms
 *     file at line  where it was seen; `because` says it in words where it has no file
 */
#ifndef ASSAY_DRAFT_PROPOSE_H
#define ASSAY_DRAFT_PROPOSE_H

#include "base/vec.h"
#include "declare/declare.h"
#include "evidence/evidence.h"

struct proposer {
	const char *list; /* of a declared kind: "services"; NULL ends */
	const char *what; /* that it looks at, for people */
	const char *sql;
};
extern const struct proposer access_proposers[], network_proposers[], software_proposers[], surface_proposers[];
extern const struct proposer *const proposers[]; /* all of them; NULL ends */

/* A list that nothing in an image, an archive or a directory speaks of, and why; NULL: proposers look for it. */
const char *draft_unseen(const char *list);

struct proposed_value {
	str key, text;
	bool is_plain; /* a number, yes or no: written without quotes */
};
struct proposal {
	const struct declared_kind *kind;
	str name, same_as, crypto;
	str path, because; /* where it was seen: one of the two is there */
	bool is_declared;  /* a person has declared it already, under that name or as the same thing */
	num at, line;      /* byte of the file, line of the file */
	VEC(struct proposed_value) values;
	str unknown; /* keys that the row could have, and that nothing seen tells, with commas */
};
typedef VEC(struct proposal) proposals;

/* By kind, in the order of declared_kinds; within one by name; each name once. Everything
 * lives in the arena. evidence_write: SQLite refused a query. */
err draft_propose(struct evidence *e, struct arena *keep, proposals *ret);

/* Whether anything of the product was looked at: else that something was not seen means nothing. */
bool draft_has_seen(struct evidence *e);

#endif
