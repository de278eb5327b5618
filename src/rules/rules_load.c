/* Rule data from directories of files into memory: all of it, or nothing. */
#include "base/buf.h"
#include "base/digest.h"
#include "base/yaml.h"
#include "rules/sql_words.h"
#include "rules/papers.h"
#include "rules/read.h"
#include "rules/rule_cache.h"
#include "rules/rule_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

const struct fault rules_bad = { FAULT_INPUT, "rules.bad", "the rule data has problems; nothing of it was used" };
const struct fault rules_unreadable = { FAULT_SYSTEM, "rules.unreadable", "the rule data cannot be read" };

/* ---- files ------------------------------------------------------------------------------------------------------- */

/* Kinds in the order in which they are read: what is referred to comes first. */
static const struct {
	const char *folder, *ending, *prefix;
	void (*read_text)(struct loader *l, str text);
	void (*read_yaml)(struct loader *l, const struct yaml *root);
} kinds[] = {
	{ "", ".yaml", "vocabulary", NULL, read_vocabulary },
	{ "", ".yaml", "parameters", NULL, read_parameters },
	{ "", ".yaml", "markets", NULL, read_markets },
	{ "", ".yaml", "profile", NULL, read_profile },
	{ "", ".yaml", "classes", NULL, read_classes },
	{ "", ".yaml", "reference", NULL, read_references },
	{ "", ".yaml", "questions", NULL, read_questions },
	{ "", ".yaml", "groups", NULL, read_groups },
	{ "", ".yaml", "kinds", NULL, read_kinds },
	{ "", ".yaml", "risk", NULL, read_risk },
	{ "checks", ".sql", "", read_check, NULL },
	{ "conditions", ".sql", "", read_condition, NULL },
	{ "catalogues", ".yaml", "", NULL, read_catalogue },
	{ "schemes", ".yaml", "", NULL, read_scheme },
	{ "", ".yaml", "labels", NULL, read_labels },
	{ "mappings", ".yaml", "conflicts", NULL, read_conflicts },
	{ "mappings", ".yaml", "opposites", NULL, read_opposites },
	{ "mappings", ".yaml", "demands", NULL, read_demands },
	{ "mappings", ".yaml", "", NULL, read_mappings },
	{ "domains", ".yaml", "", NULL, read_domain },
	{ "papers", ".yaml", "", NULL, read_paper },
};

static void read_one(struct loader *l, size_t kind, const char *path, struct buf *digests)
{
	str text;

	l->file = path;
	if (!rule_file_read(l, path, &text)) return;

	struct digest digest = digest_of(span_from_str(text));

	buf_str(digests, digest_str(&digest));
	l->digest = arena_str(l->keep, digest_str(&digest));
	if (kinds[kind].read_text) {
		kinds[kind].read_text(l, text);
		return;
	}

	const struct yaml *root = NULL;
	struct yaml_problem bad = { 0 };
	bool is_known = l->cache && rule_cache_find(l->cache, &digest, &root);
	err e = is_known ? OK : yaml_parse(l->keep, span_from_str(text), &root, &bad);

	if (e.is) {
		problem(l, bad.line, bad.column, STR(""), "%.*s", STR_FMT(bad.message));
		return;
	}
	if (l->cache && !is_known && root) rule_cache_add(l->cache, &digest, root);
	kinds[kind].read_yaml(l, root);
}

/* Mappings are what is left in their folder. */
static bool is_other_relation(str name)
{
	return str_starts(name, "conflicts") || str_starts(name, "opposites") || str_starts(name, "demands");
}

static void read_kind(struct loader *l, size_t kind, const char *directory, struct buf *digests)
{
	str folder = arena_printf(l->keep, "%s/%s", directory, kinds[kind].folder);
	str *names = NULL;

	for (size_t i = 0, count = rule_files(l, folder, kinds[kind].prefix, kinds[kind].ending, &names); i < count;
		i++) {
		str path = arena_printf(l->keep, "%s/%s%s%s", directory, kinds[kind].folder,
			kinds[kind].folder[0] ? "/" : "", names[i].p);

		if (kinds[kind].read_yaml == read_mappings && is_other_relation(names[i])) continue;
		read_one(l, kind, path.p, digests);
	}
}

/* ---- what nobody reads ------------------------------------------------------------------------------------------- */

/* Cases of checks lie beside them, for `assay rules try` (judge/check_case.h). */
static bool is_case(str folder, str name)
{
	return str_is(folder, "cases") && str_ends(name, ".sql");
}

static bool is_read(str folder, str name)
{
	if (is_case(folder, name)) return true;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_is(folder, kinds[i].folder) && str_ends(name, kinds[i].ending) &&
			str_starts(name, kinds[i].prefix))
			return true;
	return false;
}

/* What looks like rule data, and lies where or is named as nothing that is read: a slip of the pen, and half a rule
 * set. */
static void lint_unread(struct loader *l, const char *directory, str folder)
{
	static const char *const endings[] = { ".yaml", ".yml", ".sql" };
	str path = arena_printf(l->keep, "%s%s%.*s", directory, STR_AFTER("/", folder));

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		str *names = NULL;
		size_t count = rule_files(l, path, "", endings[i], &names);

		for (size_t k = 0; k < count; k++) {
			struct candidates near = { .keep = l->keep, .wanted = folder.n ? folder : names[k] };

			if (is_read(folder, names[k])) continue;
			for (size_t n = 0; n < sizeof(kinds) / sizeof(*kinds); n++)
				candidate(&near,
					folder.n ? str_of(kinds[n].folder)
						 : arena_printf(l->keep, "%s%s", kinds[n].prefix, kinds[n].ending));
			l->file = arena_printf(l->keep, "%.*s/%.*s", STR_FMT(path), STR_FMT(names[k])).p;
			problem(l, 1, 1, str_equal(near.best, near.wanted) ? STR("") : suggestion(&near),
				"nothing reads this file: rule data is checks/*.sql, conditions/*.sql, "
				"catalogues/*.yaml, "
				"schemes/*.yaml, mappings/*.yaml, domains/*.yaml, papers/*.yaml, parameters*.yaml, "
				"markets*.yaml, profile*.yaml, classes*.yaml, reference*.yaml, questions*.yaml, "
				"kinds*.yaml and "
				"risk*.yaml");
		}
	}
}

static err lint_directory(struct loader *l, const char *directory)
{
	DIR *dir = opendir(directory);

	if (!dir) return fail(&rules_unreadable, (uint64_t)errno);
	lint_unread(l, directory, STR(""));
	for (struct dirent *entry; (entry = readdir(dir));)
		if (entry->d_type != DT_REG && entry->d_name[0] != '.')
			lint_unread(l, directory, arena_str(l->keep, str_of(entry->d_name)));
	closedir(dir);
	return OK;
}

/* Which parameters a check's query binds (":name"): what tells its outcomes under two requirements apart. */
static void learn_parameters(struct loader *l, struct check *c)
{
	enum { PARAMETERS_MOST = 32 };
	str rest = c->sql;
	struct sql_word word;

	c->parameters = arena_array(l->keep, const struct parameter *, PARAMETERS_MOST);
	while (sql_next(&rest, &word)) {
		const struct parameter *p = word.kind == SQL_PARAMETER ? rules_parameter(l->rules, word.text) : NULL;
		bool is_new = true;

		for (size_t i = 0; i < c->parameter_count; i++) is_new &= c->parameters[i] != p;
		if (p && is_new && c->parameter_count < PARAMETERS_MOST) c->parameters[c->parameter_count++] = p;
	}
}

/* A paper's source that is another paper. */
static void link_papers(struct rules *r)
{
	for (size_t i = 0; i < r->papers.n; i++)
		for (size_t f = 0; f < r->papers.p[i].field_count; f++)
			for (size_t k = 0; k < r->papers.p[i].fields[f].source_count; k++) {
				struct paper_source *s = &r->papers.p[i].fields[f].sources[k];

				if (s->from == FROM_PAPER) s->paper = rules_paper(r, s->text);
			}
}

static void number_all(struct rules *r)
{
	for (uint32_t i = 0; i < r->checks.n; i++) r->checks.p[i].number = i;
	for (uint32_t i = 0; i < r->conditions.n; i++) r->conditions.p[i].number = i;
	for (uint32_t i = 0; i < r->questions.n; i++) r->questions.p[i].number = i;
	for (uint32_t i = 0; i < r->kinds.n; i++) r->kinds.p[i].number = i;
	for (uint32_t i = 0; i < r->schemes.n; i++) r->schemes.p[i].number = i;

	/* Catalogues moved while their array grew. */
	for (size_t i = 0; i < r->catalogues.n; i++)
		for (size_t j = 0; j < r->catalogues.p[i].requirement_count; j++)
			r->catalogues.p[i].requirements[j].catalogue = &r->catalogues.p[i];
}

err rules_load(struct arena *keep, const char *const *directories, size_t count, struct rule_cache *cache,
	void (*lint_queries)(struct loader *l), struct rules **ret, rule_problems *problems)
{
	struct loader l = { .keep = keep,
		.rules = arena_new(keep, struct rules),
		.problems = problems,
		.cache = cache,
		.lint_queries = lint_queries };
	struct buf digests = { 0 };
	err e = OK;

	/* Kind by kind over all directories, so that a requirement may name a check of a later directory. */
	for (size_t d = 0; d < count && !e.is; d++) e = lint_directory(&l, directories[d]);
	for (size_t kind = 0; kind < sizeof(kinds) / sizeof(*kinds) && !e.is; kind++)
		for (size_t d = 0; d < count && !e.is; d++) read_kind(&l, kind, directories[d], &digests);
	if (!e.is) {
		struct digest digest = digest_of(span_from_str(buf_all(&digests)));

		l.rules->digest = arena_str(keep, digest_str(&digest));
		number_all(l.rules);
		rules_index(keep, l.rules);
		link_papers(l.rules);
		link_relations(l.rules, keep);
		for (size_t i = 0; i < l.rules->checks.n; i++) learn_parameters(&l, &l.rules->checks.p[i]);
		if (problems->n || !cache || !rule_cache_is_good(cache, l.rules->digest)) lint_rules(&l);
	}
	buf_free(&digests);
	if (e.is) return e;
	if (problems->n) return fail(&rules_bad, problems->n);
	if (cache) {
		rule_cache_set_good(cache, l.rules->digest);
		l.rules->query_facts = cache->queries;
	}
	*ret = l.rules;
	return OK;
}
