/* What all readers of rule files share: the loader's state, problems with their place, and values taken from YAML by
 * key. Internal to rules/, and to the lint of queries. */
#ifndef ASSAY_RULES_READ_H
#define ASSAY_RULES_READ_H

#include "base/near.h"
#include "base/yaml.h"
#include "rules/rules.h"

struct loader {
	struct arena *keep;
	struct rules *rules;
	rule_problems *problems;
	const char *file;                       /* that is being read */
	str digest;                             /* of that file */
	struct rule_cache *cache;               /* NULL: every file is parsed, and mistakes are looked for */
	void (*lint_queries)(struct loader *l); /* of a layer that has a database */
};

/* A problem at a place of the current file; format as printf. suggestion: "" or "did you mean ...?" */
[[gnu::format(printf, 5, 6)]] void problem(
	struct loader *l, uint32_t line, uint32_t column, str suggestion, const char *format, ...);
[[gnu::format(printf, 3, 4)]] void problem_at(struct loader *l, struct place place, const char *format, ...);

struct place place_of(const struct loader *l, const struct yaml *y);

/* A later directory replaces what has the same name; within one directory a name stands once. */
bool is_beside(const struct loader *l, struct place earlier);

extern const char *const confidences[]; /* what rule data says of how sure it is */

/* A problem when y is none: "expected ..." */
bool is_list(struct loader *l, const struct yaml *y, const char *what);
bool is_map(struct loader *l, const struct yaml *y, const char *what);

/* Every key of map must be one of keys (NULL ends them); others are problems. */
void only_keys(struct loader *l, const struct yaml *map, const char *const *keys);

str take_text(struct loader *l, const struct yaml *map,
	const char *key); /* scalar or empty; a list's words joined by a comma */
str need_text(struct loader *l, const struct yaml *map, const char *key); /* a problem when it is missing, or a list */
str take_date(struct loader *l, const struct yaml *map, const char *key); /* 2026, 2026-05 or 2026-05-31, or empty */
str take_one_of(struct loader *l, const struct yaml *map, const char *key, const char *const *words); /* or empty */
str need_one_of(struct loader *l, const struct yaml *map, const char *key, const char *const *words);
const struct yaml *take_list(struct loader *l, const struct yaml *map, const char *key); /* NULL: missing or wrong */
const struct yaml *take_map(struct loader *l, const struct yaml *map, const char *key);
str *take_words(struct loader *l, const struct yaml *map, const char *key, size_t *ret_count); /* a list, or one word */
bool take_yes(struct loader *l, const struct yaml *map, const char *key);                      /* no when missing */
uint32_t take_number(struct loader *l, const struct yaml *map, const char *key);               /* 0 when missing */
struct expr *take_expr(
	struct loader *l, const struct yaml *map, const char *key, str *ret_text); /* NULL when missing or wrong */
str take_bound(struct loader *l, const struct parameter *p,
	const struct yaml *y); /* a value as a query gets it: lists as JSON */

/* "services&ixit.13|accounts" */
struct classes parse_classes(struct arena *keep, str text);

/* Readers, one a kind of file. text lives in l->keep. */
void read_check(struct loader *l, str text);
void read_condition(struct loader *l, str text);
void read_vocabulary(struct loader *l, const struct yaml *root);
void read_questions(struct loader *l, const struct yaml *root);
void read_groups(struct loader *l, const struct yaml *root);
void read_kinds(struct loader *l, const struct yaml *root);
void read_parameters(struct loader *l, const struct yaml *root);
void read_classes(struct loader *l, const struct yaml *root);
void read_markets(struct loader *l, const struct yaml *root);
void read_profile(struct loader *l, const struct yaml *root);
void read_references(struct loader *l, const struct yaml *root);
void read_catalogue(struct loader *l, const struct yaml *root);
void read_scheme(struct loader *l, const struct yaml *root);
void read_labels(struct loader *l, const struct yaml *root);
void read_mappings(struct loader *l, const struct yaml *root);
void read_conflicts(struct loader *l, const struct yaml *root);
void read_opposites(struct loader *l, const struct yaml *root);
void read_demands(struct loader *l, const struct yaml *root);
struct clause *read_clauses(struct loader *l, const struct yaml *map, size_t *ret_count); /* of the key "clauses" */
void read_risk(struct loader *l, const struct yaml *root);
void read_domain(struct loader *l, const struct yaml *root);
void read_paper(struct loader *l, const struct yaml *root);

/* After all files: cross references of catalogues and schemes that are texts until then, and what is wrong with the
 * whole. */
/* From then on names are found in their order (rules.h). */
void rules_index(struct arena *keep, struct rules *r);
void lint_rules(struct loader *l);
void lint_schemes(struct loader *l); /* recognition, treatments, editions and days */
/* Clauses of mappings and conflicts find their requirements, once all catalogues stay where they are. */
void link_relations(struct rules *r, struct arena *keep);
void link_clause(struct rules *r, struct arena *keep, struct clause *c);
void link_demands(struct rules *r, struct arena *keep);
void lint_relations(struct loader *l);
void lint_demands(struct loader *l);
void lint_clause(struct loader *l, const struct clause *c, bool must_be_known);
void lint_risk(struct loader *l);
void lint_papers(struct loader *l);
void lint_values(struct loader *l); /* values of parameters that requirements bind */
void lint_classes(struct loader *l, const struct classes *classes, struct place place);

#endif
