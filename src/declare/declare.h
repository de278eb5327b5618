/* Declared entities: what a maker lists, from a product file or from IXIT tables, to entity rows, their subtype rows,
 * verbatim fields and relations. */
#ifndef ASSAY_DECLARE_DECLARE_H
#define ASSAY_DECLARE_DECLARE_H

#include "base/buf.h"
#include "base/yaml.h"
#include "evidence/facts.h"

/* One kind of declared thing. TS 103 701 clause 6 names the IXIT tables by number. */
struct declared_kind {
	const char *list;  /* in the product file: "services" */
	const char *kind;  /* entity.kind: "service" */
	const char *class; /* coverage class that a list vouches for: "ixit.13" */
	int table;         /* enum fact_table of its subtype; TABLE_COUNT: it has none */
};
extern const struct declared_kind declared_kinds[];
extern const size_t declared_kind_count;

enum { DECLARED_CHAINS = 4096 };
struct declaration {
	struct facts *facts;
	struct arena *keep;
	struct buf *detail;                           /* what is wrong, when something is */
	struct declared_name *names[DECLARED_CHAINS]; /* every declared entity so far, for references */
};

extern const struct fault declare_bad_value, declare_unknown_key, declare_unknown_name;

/* One entity of a list. basis is 'declared'. Keys that are no column are refused with the nearest one; `fields:` takes
 * words verbatim. */
err declare_entity(struct declaration *d, const struct declared_kind *kind, const struct yaml *item);
/* From then on others may refer to the entity by its name. */
void declare_name(struct declaration *d, str name, uint32_t entity);
/* The `relations:` and `same-as` of an entity, when all are known. */
err declare_relations(struct declaration *d, const struct declared_kind *kind, const struct yaml *item);
/* The entity of that name; 0: there is none. */
uint32_t declare_find(const struct declaration *d, str name);

/* Puts "line 3, column 5: " and the message into detail. */
[[gnu::format(printf, 4, 5)]] err declare_trouble(
	struct declaration *d, const struct fault *fault, const struct yaml *at, const char *format, ...);

/* words ends with NULL. */
bool declare_is_one_of(str word, const char *const *words);
/* declare_unknown_key, at the first key of the map that is none of these: "KEY" and what it says of it. */
err declare_only_keys(struct declaration *d, const struct yaml *map, const char *const *keys, const char *says);

/* 2027-03-31; 2027-03-31T12:00:00Z. */
bool declare_is_day(str s);
bool declare_is_moment(str s);

/* One value of a table's column from YAML text; `table` and `column` as in evidence/wire.h. */
err declare_row(struct declaration *d, int table, uint32_t entity, const struct yaml *map, const char *const *own_keys);

/* Lists of a table's rows, of the product as a whole: releases, advisories, events, activities. declare_rows() takes
 * what declare_is_rows() knows. */
bool declare_is_rows(str key);
err declare_rows(struct declaration *d, const struct yaml *list);

#endif
