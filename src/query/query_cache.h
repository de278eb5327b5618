/* What judging needs of a database and can keep from one product to the next: reference tables, prepared queries, the guard over them. */
#ifndef ASSAY_QUERY_QUERY_CACHE_H
#define ASSAY_QUERY_QUERY_CACHE_H

#include "query/table_fingerprint.h"

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

/* A query of the rules. What it reads decides what it gives: where that is as it was, it is not asked again. Most products of a batch have little, and most
 * tables of any product are empty. */
struct asked {
	sqlite3_stmt *stmt; /* NULL until first asked, and when SQLite refuses it */
	const void *known;  /* what it gives, found out before; NULL: it is to be asked */

	/* of desk.c and known.c */
	struct tables reads, needs; /* needs: without rows in each of these it gives none */
	readings columns;           /* while contents are recalled */
	bool is_read;               /* what it reads is known */
	bool is_proved;             /* and what it needs (necessary.h) */
	bool asks_day;              /* for which it is judged */
	bool is_fickle;             /* it asks a clock or the dice, and may give something else each time */
	bool can_keep;              /* as it is asked now */
	uint64_t number;            /* of all that decides what it gives now */
	struct kept *kept;
};

struct kept {
	struct kept *next;
	uint64_t number;
	const void *what;
	bool is_of_nothing; /* of empty tables, whatever the day: it holds for ever, and within every boundary */
};

struct desk {
	const struct rules *rules;
	sqlite3 *db;
	struct guard guard;
	struct arena keep; /* names of tables, what is known of queries */
	struct asked *asked, *checks, *populations, *conditions,
		*kinds; /* by number; the first stands for all of them */
	size_t asked_count;
	sqlite3_stmt *queries[DESK_QUERIES];
	str filled_query;
	struct tables filled;  /* that have a row */
	struct recall *recall; /* NULL: only of empty tables it is known what they give */
	uint64_t day;          /* tells days judged for apart: queries ask for it */
	uint64_t within;       /* tells boundaries apart, by the inputs that lie in them */
	bool is_bound;         /* views stand before the tables */
	bool is_proving;       /* what queries need is looked for as they are prepared */
};

/* The database must stay open until desk_close(), and have the schema of evidence. What is known of the rules' queries (rules.known) is used. */
err desk_open(const struct rules *rules, sqlite3 *db, struct desk **ret);
void desk_close(struct desk *d);

/* Prepares all queries, and finds out what each reads and needs. */
void desk_prepare(struct desk *d);

/* Many products will lie on the desk, one after the other: all queries are prepared, and what tables contain is recalled from now on. */
err desk_recall(struct desk *d);

/* A query ready to be bound and stepped, if it is not known: prepared at first, else reset. binding tells apart what its parameters are bound to (the day is
 * known by itself). NULL when SQLite refuses it (its message stands in the database). */
struct asked *desk_check(struct desk *d, const struct check *c, uint64_t binding);
/* How many its `over` gives. */
struct asked *desk_population(struct desk *d, const struct check *c, uint64_t binding);
struct asked *desk_condition(struct desk *d, const struct condition *c);
/* id, name, class of each entity; without a query of its own, ?1 is the kind's name. */
struct asked *desk_kind(struct desk *d, const struct kind *k);

/* It was asked, and gave no row; its `known` is this then. */
extern const char desk_nothing[1];
void desk_gave_nothing(struct desk *d, struct asked *q);
/* It was asked, and gave something. Memory for it, and keeping what was put there; NULL: that is not to be kept. The memory lives as long as the desk. */
struct arena *desk_memory(struct desk *d, const struct asked *q);
void desk_gave(struct desk *d, struct asked *q, const void *what);

/* A new product, or a new day: to be called before the others. */
err desk_look(struct desk *d, str on);

sqlite3_stmt *desk_query(struct desk *d, enum desk_query which);

/* Only the inputs of `boundary` are seen from now on. Queries are prepared anew where that changes what their names mean. */
err desk_bound(struct desk *d, const struct boundary *boundary);

#endif
