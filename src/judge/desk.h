/* What judging needs of a database and can keep from one product to the next: reference tables, prepared queries, the guard over them. */
#ifndef ASSAY_JUDGE_DESK_H
#define ASSAY_JUDGE_DESK_H

#include "judge/database.h"

/* Queries that are asked again and again. Those of rules have a statement for each of them, by number. */
enum desk_query {
	DESK_PROFILE,
	DESK_ANSWERS,
	DESK_COVERAGE,
	DESK_COVERAGE_AGES,
	DESK_INPUTS,
	DESK_PLACE,
	DESK_ENTITY,
	DESK_QUERIES
};

struct desk {
	const struct rules *rules;
	sqlite3 *db;
	struct guard guard;
	sqlite3_stmt **checks, **populations, **conditions, **kinds; /* by number; NULL until first asked */
	sqlite3_stmt *queries[DESK_QUERIES];
	bool is_bound; /* views stand before the tables */
	bool has_ages; /* the rules say how old evidence of a class may be (ref_boundary) */
};

/* The database must stay open until desk_close(), and have the schema of evidence. */
err desk_open(const struct rules *rules, sqlite3 *db, struct desk **ret);
void desk_close(struct desk *d);

/* A statement ready to be bound and stepped: prepared at first, else reset. NULL when SQLite refuses it (its message stands in the database). */
sqlite3_stmt *desk_check(struct desk *d, const struct check *c);
sqlite3_stmt *desk_population(struct desk *d, const struct check *c); /* how many its `over` gives */
sqlite3_stmt *desk_condition(struct desk *d, const struct condition *c);
sqlite3_stmt *desk_kind(struct desk *d,
	const struct kind *k); /* id, name, class of each entity; without a query of its own, ?1 is the kind's name */
sqlite3_stmt *desk_query(struct desk *d, enum desk_query which);

/* Only the inputs of `boundary` are seen from now on. Queries are prepared anew where that changes what their names mean. */
err desk_bound(struct desk *d, const struct boundary *boundary);

#endif
