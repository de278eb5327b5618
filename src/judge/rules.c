#include "judge/rules.h"

#include "base/buf.h"
#include "base/digest.h"
#include "base/yaml.h"
#include "judge/paper.h"
#include "judge/read.h"
#include "judge/rule_cache.h"
#include "judge/rule_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

const struct fault rules_bad = { FAULT_INPUT, "rules.bad", "the rule data has problems; nothing of it was used" };
const struct fault rules_unreadable = { FAULT_SYSTEM, "rules.unreadable", "the rule data cannot be read" };

/* ---- finding by name ----------------------------------------------------------------------------------------------- */

#define FIND(vec, field, wanted)                                                                                       \
	for (size_t i_ = 0; i_ < (vec).n; i_++)                                                                        \
		if (str_equal((vec).p[i_].field, (wanted))) return &(vec).p[i_];                                       \
	return NULL

const struct check *rules_check(const struct rules *r, str id)
{
	FIND(r->checks, id, id);
}

const struct condition *rules_condition(const struct rules *r, str id)
{
	FIND(r->conditions, id, id);
}

const struct question *rules_question(const struct rules *r, str id)
{
	FIND(r->questions, id, id);
}

const struct kind *rules_kind(const struct rules *r, str name)
{
	FIND(r->kinds, name, name);
}

const struct parameter *rules_parameter(const struct rules *r, str name)
{
	FIND(r->parameters, name, name);
}

static int by_class_name(const void *a, const void *b)
{
	return str_compare(
		(*(const struct coverage_class *const *)a)->name, (*(const struct coverage_class *const *)b)->name);
}

/* Asked for each class that is missing, of each product of a batch. */
const struct coverage_class *rules_class(const struct rules *r, str name)
{
	struct coverage_class wanted = { .name = name };
	const struct coverage_class *key = &wanted, **found;

	if (!r->classes_by_name) {
		FIND(r->classes, name, name);
	}
	found = bsearch(&key, r->classes_by_name, r->classes.n, sizeof(*found), by_class_name);
	return found ? *found : NULL;
}

const struct word *rules_word(const struct rules *r, str list, str name)
{
	for (size_t i = 0; i < r->words.n; i++)
		if (str_equal(r->words.p[i].name, name) && str_equal(r->words.p[i].list, list)) return &r->words.p[i];
	return NULL;
}

const struct profile_name *rules_profile(const struct rules *r, str name)
{
	FIND(r->profile, name, name);
}

const struct scheme *rules_scheme(const struct rules *r, str id)
{
	FIND(r->schemes, id, id);
}

const struct label *rules_label(const struct rules *r, str id)
{
	FIND(r->labels, id, id);
}

bool rules_matches(str pattern, str id)
{
	size_t p = 0, i = 0, star = SIZE_MAX, back = 0;

	while (i < id.n) {
		if (p < pattern.n && pattern.p[p] == '*') {
			star = p++;
			back = i;
		} else if (p < pattern.n && pattern.p[p] == id.p[i]) {
			p++;
			i++;
		} else if (star != SIZE_MAX) {
			p = star + 1;
			i = ++back;
		} else {
			return false;
		}
	}
	while (p < pattern.n && pattern.p[p] == '*') p++;
	return p == pattern.n;
}

bool rules_matches_any(const str *patterns, size_t count, str id)
{
	for (size_t i = 0; i < count; i++)
		if (rules_matches(patterns[i], id)) return true;
	return !count;
}

const struct catalogue *rules_catalogue(const struct rules *r, str id, str edition)
{
	const struct catalogue *best = NULL;

	for (size_t i = 0; i < r->catalogues.n; i++) {
		const struct catalogue *c = &r->catalogues.p[i];

		if (!str_equal(c->id, id) || (edition.n && !str_equal(c->edition, edition))) continue;
		if (!best || str_compare(c->published, best->published) > 0) best = c;
	}
	return best;
}

str rules_doubt(const struct requirement *r)
{
	str c = r->confidence.n ? r->confidence : r->catalogue->confidence;

	return str_is(c, "confirmed") ? (str){ 0 } : c;
}

const struct requirement *rules_requirement(const struct catalogue *c, str id)
{
	for (size_t i = 0; i < c->requirement_count; i++)
		if (str_equal(c->requirements[i].id, id)) return &c->requirements[i];
	return NULL;
}

const struct catalogue_note *rules_note(const struct catalogue *c, str id)
{
	for (size_t i = 0; i < c->note_count; i++)
		if (str_equal(c->notes[i].id, id)) return &c->notes[i];
	return NULL;
}

const struct conflict *rules_conflict(const struct rules *r, str id)
{
	for (size_t i = 0; i < r->conflicts.n; i++)
		if (str_equal(r->conflicts.p[i].id, id)) return &r->conflicts.p[i];
	return NULL;
}

bool selector_takes(const struct selector *s, const struct requirement *r)
{
	str rest, word;

	if (!rules_matches_any(s->like, s->like_count, r->id)) return false;
	switch (s->kind) {
	case SELECT_ALL:
		return true;
	case SELECT_MANDATORY:
		return r->is_mandatory;
	case SELECT_IDS:
		for (size_t i = 0; i < s->word_count; i++)
			if (str_equal(s->words[i], r->id)) return true;
		return false;
	case SELECT_LEVELS:
		for (size_t i = 0; i < s->word_count; i++) {
			if (str_equal(s->words[i], r->level)) return true;
			for (rest = r->sl; str_split(&rest, ',', &word);)
				if (str_equal(str_trim(word), s->words[i])) return true;
		}
		return false;
	case SELECT_WHEN:
		return true;
	}
	return false;
}

/* What follows "PREFIX.CATALOGUE." in the question's name; empty where it is none of the catalogue's. */
static str asked_in(str question, str prefix, const struct catalogue *c)
{
	size_t before = prefix.n + c->id.n + 1;

	if (!str_starts(question, prefix.p) || question.n <= before || question.p[before - 1] != '.') return (str){ 0 };
	if (memcmp(question.p + prefix.n, c->id.p, c->id.n) != 0) return (str){ 0 };
	return (str){ question.p + before, question.n - before };
}

const struct requirement *rules_asking_person(const struct rules *r, str question)
{
	for (size_t i = 0; i < r->catalogues.n; i++) {
		const struct catalogue *c = &r->catalogues.p[i];
		str id = asked_in(question, STR("ask.person."), c);
		const struct requirement *found = id.n ? rules_requirement(c, id) : NULL;

		if (found && found->person.n) return found;
	}
	return NULL;
}

const struct unit *rules_asking_test(const struct rules *r, str question)
{
	for (size_t i = 0; i < r->catalogues.n; i++) {
		const struct catalogue *c = &r->catalogues.p[i];

		if (!asked_in(question, STR("ask.test."), c).n) continue;
		for (size_t k = 0; k < c->requirement_count; k++)
			for (size_t u = 0; u < c->requirements[k].unit_count; u++)
				if (str_equal(c->requirements[k].units[u].test.id, question))
					return &c->requirements[k].units[u];
	}
	return NULL;
}

/* ---- files --------------------------------------------------------------------------------------------------------- */

/* Kinds in the order in which they are read: what is referred to comes first. */
static const struct {
	const char *folder, *ending, *prefix;
	void (*read_text)(struct loader *l, str text);
	void (*read_yaml)(struct loader *l, const struct yaml *root);
} kinds[] = {
	{ "", ".yaml", "vocabulary", NULL, read_vocabulary },
	{ "", ".yaml", "parameters", NULL, read_parameters },
	{ "", ".yaml", "profile", NULL, read_profile },
	{ "", ".yaml", "classes", NULL, read_classes },
	{ "", ".yaml", "reference", NULL, read_references },
	{ "", ".yaml", "questions", NULL, read_questions },
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

/* ---- what nobody reads ----------------------------------------------------------------------------------------------- */

static bool is_read(str folder, str name)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_is(folder, kinds[i].folder) && str_ends(name, kinds[i].ending) &&
			str_starts(name, kinds[i].prefix))
			return true;
	return false;
}

/* What looks like rule data, and lies where or is named as nothing that is read: a slip of the pen, and half a rule set. */
static void lint_unread(struct loader *l, const char *directory, str folder)
{
	static const char *const endings[] = { ".yaml", ".yml", ".sql" };
	str path = arena_printf(l->keep, "%s%s%.*s", directory, folder.n ? "/" : "", STR_FMT(folder));

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
				"profile*.yaml, classes*.yaml, reference*.yaml, questions*.yaml, kinds*.yaml and "
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

/* Past a quoted text, a quoted name or a comment that begins at `at`; else the next character. */
static size_t skip_quoted(str sql, size_t at)
{
	char c = sql.p[at];

	if (c == '-' && at + 1 < sql.n && sql.p[at + 1] == '-') {
		while (at < sql.n && sql.p[at] != '\n') at++;
		return at;
	}
	if (c != '\'' && c != '"') return at + 1;
	for (at++; at < sql.n && sql.p[at] != c; at++) continue;
	return at + 1;
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Which parameters a check's query binds (":name"): what tells its outcomes under two requirements apart. */
static void learn_parameters(struct loader *l, struct check *c)
{
	enum { PARAMETERS_MOST = 32 };

	c->parameters = arena_array(l->keep, const struct parameter *, PARAMETERS_MOST);
	for (size_t at = 0, n; at < c->sql.n; at = n ? at + n : skip_quoted(c->sql, at)) {
		const struct parameter *p;
		bool is_new = true;

		n = 0;
		if (c->sql.p[at] != ':') continue;
		for (n = 1; at + n < c->sql.n && is_name(c->sql.p[at + n]); n++) continue;
		p = rules_parameter(l->rules, (str){ c->sql.p + at + 1, n - 1 });
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

static void order_classes(struct arena *keep, struct rules *r)
{
	const struct coverage_class **all = arena_array(keep, const struct coverage_class *, r->classes.n + 1);

	for (size_t i = 0; i < r->classes.n; i++) all[i] = &r->classes.p[i];
	if (r->classes.n) qsort(all, r->classes.n, sizeof(*all), by_class_name);
	r->classes_by_name = all;
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
	struct rules **ret, rule_problems *problems)
{
	struct loader l = {
		.keep = keep, .rules = arena_new(keep, struct rules), .problems = problems, .cache = cache
	};
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
		order_classes(keep, l.rules);
		link_papers(l.rules);
		link_relations(l.rules, keep);
		for (size_t i = 0; i < l.rules->checks.n; i++) learn_parameters(&l, &l.rules->checks.p[i]);
		if (problems->n || !cache || !rule_cache_is_good(cache, l.rules->digest)) lint_rules(&l);
	}
	buf_free(&digests);
	if (e.is) return e;
	if (problems->n) return fail(&rules_bad, problems->n);
	if (cache) rule_cache_set_good(cache, l.rules->digest);
	*ret = l.rules;
	return OK;
}
