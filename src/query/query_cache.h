/* What judging needs of a database and can keep from one product to the next: reference tables, prepared queries,
 * the guard over them. */
#ifndef ASSAY_QUERY_QUERY_CACHE_H
#define ASSAY_QUERY_QUERY_CACHE_H

#include "query/table_fingerprint.h"

/* Queries that are asked again and again. Those of rules have a statement for each of them, by number. */
enum fixed_query {
	QUERY_PROFILE,
	QUERY_ANSWERS,
	QUERY_COVERAGE,
	QUERY_INPUTS,
	QUERY_HELD,
	QUERY_TREATMENTS,
	QUERY_ENFORCEMENT,
	QUERY_PLACE,
	QUERY_ENTITY,
	QUERY_NAME,       /* of an entity, within any boundary */
	QUERY_FILLED,     /* for each table, whether it has a row */
	QUERY_WORDS,      /* that documents use: list, name */
	QUERY_LABORATORY, /* results of sheets, by kind */
	FIXED_QUERIES
};

/* A query of the rules. What it reads decides what it gives: where that is as it was, it is not asked again. Most
 * products of a batch have little, and most tables of any product are empty. */
struct cached_query {
	sqlite3_stmt *stmt; /* NULL until first asked, and when SQLite refuses it */
	const void *result; /* what it gives, found out before; NULL: it is to be asked */

	/* of query_cache.c and query_facts.c */
	struct tables reads, needs; /* needs: without rows in each of these it gives none */
	column_readings columns;    /* where fingerprints of tables are kept */
	bool is_read;               /* what it reads is known */
	bool is_proved;             /* and what it needs (query_needs.h) */
	bool asks_day;              /* for which it is judged */
	/* it reads the time of day or random numbers, and may give something else each time */
	bool varies;
	bool can_keep;   /* as it is asked now */
	uint64_t number; /* made of all that decides what it gives now */
	struct kept *kept;
};

struct kept {
	struct kept *next;
	uint64_t number;
	const void *what;
	/* it reads empty tables alone, and not the day: it holds for ever, and within every boundary */
	bool is_of_nothing;
};

struct query_cache {
	const struct rules *rules;
	sqlite3 *db;
	struct guard guard;
	struct arena keep; /* names of tables, what is known of queries */
	struct cached_query *all, *checks, *populations, *conditions,
		*kinds; /* by number; the first stands for all of them */
	size_t count;
	sqlite3_stmt *queries[FIXED_QUERIES];
	str filled_query;
	struct tables filled;              /* that have a row */
	struct fingerprints *fingerprints; /* NULL: only of empty tables it is known what they give */
	uint64_t day;                      /* tells days judged for apart: queries ask for it */
	const struct boundary *seen; /* whose views stand before the tables; NULL: not known since a product began */
	uint64_t within;             /* tells boundaries apart, by the inputs that lie in them */
	bool is_bound;               /* views stand before the tables */
	bool is_proving;             /* what queries need is looked for as they are prepared */
};

/* The database must stay open until query_cache_close(), and have the schema of evidence. What is known of the
 * rules' queries (rules.known) is used. */
err query_cache_open(const struct rules *rules, sqlite3 *db, struct query_cache **ret);
void query_cache_close(struct query_cache *d);

/* Prepares all queries, and finds out what each reads and needs. */
void query_cache_prepare(struct query_cache *d);

/* Many products will be judged, one after the other: all queries are prepared, and from now on fingerprints of what
 * tables contain are kept. */
err query_cache_remember(struct query_cache *d);

/* A query ready to be bound and stepped, if it is not known: prepared at first, else reset. It sees the inputs of
 * `within` alone, which must live until the next query_cache_begin(). binding tells apart what its parameters are
 * bound to (the day is known by itself). NULL when SQLite refuses it (its message stands in the database). */
struct cached_query *query_cache_check(
	struct query_cache *d, const struct boundary *within, const struct check *c, uint64_t binding);
/* How many its `over` gives. */
struct cached_query *query_cache_population(
	struct query_cache *d, const struct boundary *within, const struct check *c, uint64_t binding);
struct cached_query *query_cache_condition(
	struct query_cache *d, const struct boundary *within, const struct condition *c);
/* id, name, class of each entity; without a query of its own, ?1 is the kind's name. */
struct cached_query *query_cache_kind(struct query_cache *d, const struct boundary *within, const struct kind *k);

/* It was asked and gave no row: the next time its `result` points here. */
extern const char query_gives_nothing[1];
void query_cache_gave_nothing(struct query_cache *d, struct cached_query *q);
/* It was asked, and gave something. Memory for it, and keeping what was put there; NULL: that is not to be kept. The
 * memory lives as long as the cache. */
struct arena *query_cache_memory(struct query_cache *d, const struct cached_query *q);
void query_cache_gave(struct query_cache *d, struct cached_query *q, const void *what);

/* A new product, or a new day: to be called before the others. */
err query_cache_begin(struct query_cache *d, str on);

/* Of the evidence as a whole, whatever a boundary shows. */
sqlite3_stmt *query_cache_fixed(struct query_cache *d, enum fixed_query which);
/* Of the inputs of `within` alone: QUERY_COVERAGE and QUERY_ENTITY. NULL as above. */
sqlite3_stmt *query_cache_fixed_within(struct query_cache *d, const struct boundary *within, enum fixed_query which);

/* All inputs. */
extern const struct boundary boundary_none;

#endif
