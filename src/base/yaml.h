/* YAML as rule files and product files use it: maps, lists and scalars, each with its place. Parsed by libfyaml into a
 * tree in an arena.
 *
 * No anchors, aliases, tags or several documents: what a person wrote is what is there. Keys of a map are unique.
 */
#ifndef ASSAY_BASE_YAML_H
#define ASSAY_BASE_YAML_H

#include "base/arena.h"

enum yaml_kind { YAML_SCALAR, YAML_MAP, YAML_LIST };

struct yaml {
	enum yaml_kind kind;
	bool is_quoted;        /* a scalar in quotes, or a block: text even when it looks like a number or "yes" */
	uint32_t line, column; /* from 1; of a map or list: of its first entry */
	str text;              /* of a scalar; terminated */
	str key;               /* of an entry of a map */
	uint32_t key_line, key_column;
	const struct yaml *first; /* entries of a map or list, in order; NULL: none */
	const struct yaml *next;  /* the entry after this one */
	uint32_t count;           /* entries */
};

struct yaml_problem {
	uint32_t line, column; /* from 1; 0: not known */
	str message;           /* in the arena */
};

extern const struct fault yaml_syntax;

/* ret is NULL for an empty document. yaml_syntax: err.at is the line, *ret_problem (may be NULL) says what. */
err yaml_parse(struct arena *keep, span text, const struct yaml **ret, struct yaml_problem *ret_problem);

/* The entry of a map; NULL when there is none, or when it is no map. */
const struct yaml *yaml_get(const struct yaml *map, const char *key);
/* Its text; empty when it is missing or no scalar. */
str yaml_text(const struct yaml *map, const char *key);

/* The first entry, from `entry` on, whose key is none of `keys` (NULL ends them); NULL: all are known. */
const struct yaml *yaml_unknown_key(const struct yaml *entry, const char *const *keys);

/* Plain yes/no/true/false/on/off; false: it is none of them. */
bool yaml_bool(const struct yaml *scalar, bool *ret);

#endif
