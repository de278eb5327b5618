/* What was read of rule data the last time: each YAML file's tree by the digest of its text, and the digest of all
 * rule data in which no mistake was found.
 *
 * Parsing YAML and looking for mistakes are two thirds of the time of loading; the same texts have the same trees
 * and the same mistakes. A cache that is damaged, or of another program, is none. Whoever loads gives the bytes of
 * the last time and keeps those of this time (cli/load.c).
 *
 * The bytes: "assay rules 2\n", text of the program, text of the good digest, text of what is known of its queries
 * (query/query_facts.h), then {32 raw digest, le32 length, tree (base/yaml_pack.h)} to the end, and the SHA-256 of
 * all before. / */
#ifndef ASSAY_RULES_RULE_CACHE_H
#define ASSAY_RULES_RULE_CACHE_H

#include "base/buf.h"
#include "base/digest.h"
#include "base/vec.h"
#include "base/yaml.h"

struct cached_tree {
	uint8_t digest[32];
	span bytes;
};

struct rule_cache {
	struct arena *keep;
	str program;
	str good;     /* hexadecimal; empty: none */
	span queries; /* what is known of those of its checks; empty: nothing */
	VEC(struct cached_tree) known, used;
	bool is_stale; /* what is used now is not what the bytes had */
};

/* `bytes` are read for as long as the trees that are taken from them; `program` tells builds apart. Both outlive the
 * cache. */
struct rule_cache rule_cache_open(struct arena *keep, str program, span bytes);

/* The tree of a text with this digest; false: it was not known. */
bool rule_cache_find(struct rule_cache *c, const struct digest *digest, const struct yaml **ret);
/* It was parsed now. root is not NULL. */
void rule_cache_add(struct rule_cache *c, const struct digest *digest, const struct yaml *root);

/* In rule data with this digest there is no mistake. */
bool rule_cache_is_good(const struct rule_cache *c, str digest);
void rule_cache_set_good(struct rule_cache *c, str digest);

/* What was found out about the queries of the rule data that it calls good. */
void rule_cache_set_queries(struct rule_cache *c, span known);

/* What to keep for the next time; nothing, when that is what was given. */
void rule_cache_write(const struct rule_cache *c, struct buf *to);

#endif
