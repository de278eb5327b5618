/* What judging needs of a database and can keep from one product to the next: reference tables, prepared queries, the guard over them. */
#ifndef ASSAY_JUDGE_DESK_H
#define ASSAY_JUDGE_DESK_H

#include "judge/database.h"

/* Queries that are asked again and again. Those of rules have a statement for each of them, by number. */
enum desk_query {
	DESK_PROFILE,
	DESK_ANSWERS,
	DESK_COVERAGE,
	DESK_INPUTS,
	DESK_HELD,
	DESK_TREATMENTS,
	DESK_ENFORCEMENT,
	DESK_PLACE,
	DESK_ENTITY,
	DESK_NAME,   /* of an entity, within any boundary */
	DESK_FILLED, /* for each table, whether it has a row */
	DESK_WORDS,  /* that documents use: list, name */
	DESK_QUERIES
};

/* A query of the rules. Tables that are empty give it what they gave it before: most queries need not be asked of a product that has little. */
struct asked {
	sqlite3_stmt *stmt; /* NULL until first asked, and when SQLite refuses it */
	struct tables reads;
	struct blank *blanks; /* bindings under which it gave no row of empty tables */
	uint64_t binding;     /* what it is asked with now */
};

struct desk {
	const struct rules *rules;
	sqlite3 *db;
	struct guard guard;
	struct arena keep;                                       /* names of tables, what is known of queries */
	struct asked *checks, *populations, *conditions, *kinds; /* by number */
	sqlite3_stmt *queries[DESK_QUERIES];
	str filled_query;
	struct tables filled; /* that have a row */
	uint64_t day;         /* tells days judged for apart: queries ask for it */
	bool is_bound;        /* views stand before the tables */
};

/* The database must stay open until desk_close(), and have the schema of evidence. */
err desk_open(const struct rules *rules, sqlite3 *db, struct desk **ret);
void desk_close(struct desk *d);

/* A query ready to be bound and stepped: prepared at first, else reset. binding tells apart what its parameters are bound to (the day is known by itself).
 * NULL when SQLite refuses it (its message stands in the database). desk_blank: there is nothing to ask, it gives no row. */
struct asked *desk_check(struct desk *d, const struct check *c, uint64_t binding);
/* How many its `over` gives. */
struct asked *desk_population(struct desk *d, const struct check *c, uint64_t binding);
struct asked *desk_condition(struct desk *d, const struct condition *c);
/* id, name, class of each entity; without a query of its own, ?1 is the kind's name. */
struct asked *desk_kind(struct desk *d, const struct kind *k);

bool desk_is_blank(const struct desk *d, const struct asked *q);
/* It was asked, and gave no row. */
void desk_gave_none(struct desk *d, struct asked *q);

/* A new product, or a new day: to be called before the others. */
err desk_look(struct desk *d, str on);

sqlite3_stmt *desk_query(struct desk *d, enum desk_query which);

/* How many days old evidence of a class may be, by the rules (ref_boundary); 0: any age. */
uint32_t desk_age(const struct rules *rules, str class);

/* Only the inputs of `boundary` are seen from now on. Queries are prepared anew where that changes what their names mean. */
err desk_bound(struct desk *d, const struct boundary *boundary);

#endif
