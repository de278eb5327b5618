/* Declared entities: what a maker lists, from a product file or from IXIT tables, to entity rows, their subtype rows,
 * verbatim fields and relations. */
#ifndef ASSAY_DECLARE_DECLARE_H
#define ASSAY_DECLARE_DECLARE_H

#include "base/buf.h"
#include "base/limits.h"
#include "base/near.h"
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

/* What the rules know of the words of a product file. A reader has no rules: whoever has some lends it this, so that a
 * slip of the pen is told with its line. */
enum declared_word {
	DECLARED_NAME,    /* of the profile or a condition; product.NAME, support.NAME, declaration.NAME */
	DECLARED_VALUE,   /* one of the name */
	DECLARED_LIST,    /* several of the name, with commas: whether it takes more than one */
	DECLARED_SECTION, /* a key that is no section: where it belongs */
	DECLARED_LABEL,
	DECLARED_QUESTION,
	DECLARED_ANSWER, /* the value of an answer to the question `name` */
	DECLARED_CERTIFICATE,
	DECLARED_SCHEME,
	DECLARED_REQUIREMENT, /* name: its catalogue, or empty */
	DECLARED_PRACTICE
};
struct declared_words {
	const void *self;
	/* What is wrong with it, as a sentence in the arena without its full stop; empty: nothing. */
	str (*wrong)(const void *self, struct arena *keep, enum declared_word kind, str name, str value);
};

enum { DECLARED_CHAINS = 4096 };
struct declaration {
	struct facts *facts;
	struct arena *keep;
	struct buf *detail;                 /* what is wrong, a line each, when all is read */
	const struct declared_words *words; /* NULL: nobody knows them */
	struct declared_trouble {
		uint32_t line, column;
		str message;
		err is;
	} found[LIMIT_PRODUCT_TROUBLES + 1];
	size_t troubles;                              /* of these */
	bool stops_at_first;                          /* what is wrong is an end: what stands behind it rests on it */
	struct declared_name *names[DECLARED_CHAINS]; /* every declared entity so far, for references */
};

extern const struct fault declare_bad_value, declare_unknown_key, declare_unknown_name, declare_unknown_word;

/* One entity of a list. basis is 'declared'. Keys that are no column are refused with the nearest one; `fields:` takes
 * words verbatim. */
err declare_entity(struct declaration *d, const struct declared_kind *kind, const struct yaml *item);
/* The list is empty, says the author: whole, and without a row. In the evidence it is "none.KIND" of the profile, its
 * class as value: what was seen can speak against it (source/derive.c). */
#define DECLARED_NONE "none."
err declare_none(struct declaration *d, const struct declared_kind *kind, str author);
/* From then on others may refer to the entity by its name. */
void declare_name(struct declaration *d, str name, uint32_t entity, const char *kind);
/* The `relations:` and `same-as` of an entity, when all are known. */
err declare_relations(struct declaration *d, const struct declared_kind *kind, const struct yaml *item);
/* The entity of that name; 0: there is none. */
uint32_t declare_find(const struct declaration *d, str name);

/* Keeps what is wrong for declare_end(). It is no end: what stands behind it is
 * looked at too, so that all that is wrong is told at once, up to LIMIT_PRODUCT_TROUBLES: that many are a fault. */
[[gnu::format(printf, 4, 5)]] err declare_trouble(
	struct declaration *d, const struct fault *fault, const struct yaml *at, const char *format, ...);
/* Writes what was found wrong into detail in the order of the file, a line each: "line 3, column 5: ...". The err is
 * that of the first; OK: there is nothing. */
err declare_end(struct declaration *d);
/* What the rules find wrong with a word is a trouble of the file. */
err declare_word(struct declaration *d, const struct yaml *at, enum declared_word kind, str name, str value);

/* words ends with NULL. */
bool declare_is_one_of(str word, const char *const *words);
/* Each key of the map that is none of these is a trouble: "KEY", what it says of it, and the nearest right key. */
err declare_only_keys(struct declaration *d, const struct yaml *map, const char *const *keys, const char *says);

/* 2027-03-31; 2027-03-31T12:00:00Z. */
bool declare_is_day(str s);
bool declare_is_moment(str s);
/* A value that is no day, with the day that may be meant. */
err declare_wrong_day(struct declaration *d, const struct yaml *given, const char *key, bool may_be_moment);
/* "; did you mean ...?": the nearest name that the file declares; empty: none is near. */
str declare_hint(struct declaration *d, str wanted);

/* One value of a table's column from YAML text; `table` and `column` as in evidence/wire.h. */
err declare_row(struct declaration *d, int table, uint32_t entity, const struct yaml *map, const char *const *own_keys);

/* Lists of a table's rows, of the product as a whole: releases, advisories, events, activities. declare_rows() takes
 * what declare_is_rows() knows. */
bool declare_is_rows(str key);
void declare_near_rows(struct candidates *near);
err declare_rows(struct declaration *d, const struct yaml *list);

#endif
