/* Schemes: whom a law or label binds, from when, and what it takes from which catalogue. */
#include "judge/read.h"

static enum strength read_strength(struct loader *l, const struct yaml *route)
{
	static const struct {
		const char *word;
		enum strength strength;
	} words[] = { { "declared", STRENGTH_DECLARED }, { "observed", STRENGTH_OBSERVED },
		{ "person", STRENGTH_PERSON } };
	str word = take_text(l, route, "strength");

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(word, words[i].word)) return words[i].strength;
	problem(l, route->line, route->column, STR(""),
		"strength is declared, observed or person: the least that may pass");
	return STRENGTH_OBSERVED;
}

static void read_route(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "default", "strength", "forced", "note", NULL };
	static const char *const forced_keys[] = { "when", "route", "why", "clause", NULL };
	const struct yaml *route = yaml_get(root, "route"), *forced = yaml_get(route, "forced");

	if (!route || route->kind != YAML_MAP) {
		problem(l, root->line, root->column, STR(""),
			"\"route\" is missing: {default: self-declaration, strength: declared}");
		return;
	}
	only_keys(l, route, keys);
	s->route = need_text(l, route, "default");
	s->strength = read_strength(l, route);
	s->forced = arena_array(l->keep, struct forced_route, forced ? forced->count : 0);
	for (const struct yaml *y = forced ? forced->first : NULL; y; y = y->next) {
		struct forced_route *f = &s->forced[s->forced_count++];

		only_keys(l, y, forced_keys);
		f->when = take_expr(l, y, "when", &f->text);
		f->route = need_text(l, y, "route");
		f->why = need_text(l, y, "why");
	}
}

static void read_scope(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "applies", "except", "note", NULL };
	static const char *const except_keys[] = { "when", "clause", "why", NULL };
	const struct yaml *scope = yaml_get(root, "scope"), *except = yaml_get(scope, "except");

	if (!scope) return;
	only_keys(l, scope, keys);
	s->applies = take_expr(l, scope, "applies", &s->applies_text);
	s->exceptions = arena_array(l->keep, struct exception, except ? except->count : 0);
	for (const struct yaml *y = except ? except->first : NULL; y; y = y->next) {
		struct exception *e = &s->exceptions[s->exception_count++];

		only_keys(l, y, except_keys);
		e->when = take_expr(l, y, "when", &e->text);
		e->clause = take_text(l, y, "clause");
		e->why = take_text(l, y, "why");
	}
}

static const struct catalogue *find_catalogue(struct loader *l, const struct yaml *y)
{
	str id = need_text(l, y, "catalogue"), edition = take_text(l, y, "edition");
	const struct catalogue *c = rules_catalogue(l->rules, id, edition);
	struct candidates near = { .keep = l->keep, .wanted = id };

	if (c || !id.n) return c;
	for (size_t i = 0; i < l->rules->catalogues.n; i++) candidate(&near, l->rules->catalogues.p[i].id);
	problem(l, y->line, y->column, suggestion(&near), "there is no catalogue \"%s\"%s%s", id.p,
		edition.n ? " in edition " : "", edition.p ? edition.p : "");
	return NULL;
}

static void read_select(struct loader *l, const struct yaml *y, struct selector *s)
{
	const struct yaml *select = yaml_get(y, "select"), *level = yaml_get(select, "level");

	s->kind = SELECT_ALL;
	if (!select || (select->kind == YAML_SCALAR && str_is(select->text, "all"))) return;
	if (select->kind == YAML_SCALAR && str_is(select->text, "mandatory")) {
		s->kind = SELECT_MANDATORY;
	} else if (select->kind == YAML_LIST) {
		s->kind = SELECT_IDS;
		s->words = take_words(l, y, "select", &s->word_count);
		for (size_t i = 0; i < s->word_count && s->catalogue; i++)
			if (!rules_requirement(s->catalogue, s->words[i]))
				problem(l, select->line, select->column, STR(""),
					"the catalogue %s has no requirement \"%s\"", s->catalogue->id.p,
					s->words[i].p);
	} else if (level) {
		s->kind = SELECT_LEVELS;
		s->words = take_words(l, select, "level", &s->word_count);
	} else {
		problem(l, select->line, select->column, STR(""),
			"\"select\" is all, mandatory, a list of ids, or {level: [...]}");
	}
}

static void read_requires(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "catalogue", "edition", "select", "when", "as", "conditions", "note",
		NULL };
	const struct yaml *requires = yaml_get(root, "requires");

	if (!requires || requires->kind != YAML_LIST) {
		problem(l, root->line, root->column, STR(""),
			"\"requires\" is missing: a list of {catalogue: ..., select: ...}");
		return;
	}
	s->requires = arena_array(l->keep, struct selector, requires->count);
	for (const struct yaml *y = requires->first; y; y = y->next) {
		struct selector *selector = &s->requires[s->require_count];
		str as = take_text(l, y, "as");

		only_keys(l, y, keys);
		*selector = (struct selector){ .catalogue = find_catalogue(l, y),
			.as_mandatory = str_is(as, "mandatory"),
			.as_recommended = str_is(as, "recommended"),
			.by_test_conditions = str_is(take_text(l, y, "conditions"), "test"),
			.place = place_of(l, y) };
		selector->when = take_expr(l, y, "when", NULL);
		read_select(l, y, selector);
		if (selector->catalogue) s->require_count++;
	}
}

static void read_lists_of(struct loader *l, const struct yaml *root, struct scheme *s)
{
	const struct yaml *law = yaml_get(root, "law"), *dates = yaml_get(root, "dates"),
			  *deemed = yaml_get(root, "deemed");

	s->law_titles = arena_array(l->keep, str, law ? law->count : 0);
	s->law_urls = arena_array(l->keep, str, law ? law->count : 0);
	for (const struct yaml *y = law ? law->first : NULL; y; y = y->next) {
		s->law_titles[s->law_count] = y->kind == YAML_MAP ? take_text(l, y, "title") : y->text;
		s->law_urls[s->law_count++] = y->kind == YAML_MAP ? take_text(l, y, "url") : STR("");
	}
	s->dates = arena_array(l->keep, struct scheme_date, dates ? dates->count : 0);
	for (const struct yaml *y = dates ? dates->first : NULL; y; y = y->next)
		s->dates[s->date_count++] =
			(struct scheme_date){ .on = need_text(l, y, "on"), .what = need_text(l, y, "what") };
	s->deemed = arena_array(l->keep, struct deemed, deemed ? deemed->count : 0);
	for (const struct yaml *y = deemed ? deemed->first : NULL; y; y = y->next)
		s->deemed[s->deemed_count++] = (struct deemed){ .by = need_text(l, y, "by"),
			.level = take_text(l, y, "level"),
			.from = take_text(l, y, "from"),
			.covers = take_text(l, y, "covers"),
			.needs = take_text(l, y, "needs") };
}

/* Which papers there are is known only later: each name keeps its place. */
static void read_papers(struct loader *l, const struct yaml *root, struct scheme *s)
{
	const struct yaml *papers = yaml_get(root, "papers"), *item = papers ? papers->first : NULL;

	s->papers = take_words(l, root, "papers", &s->paper_count);
	s->paper_places = arena_array(l->keep, struct place, s->paper_count);
	for (size_t i = 0; i < s->paper_count; i++, item = item ? item->next : NULL)
		s->paper_places[i] = place_of(l, item ? item : papers);
}

void read_scheme(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "scheme", "title", "market", "audience", "law", "edition", "applies",
		"dates", "scope", "requires", "route", "boundary", "deemed", "treatments", "validity", "papers",
		"voluntary", "confidence", "source", "note", NULL };
	const struct yaml *applies = yaml_get(root, "applies"), *boundary = yaml_get(root, "boundary"),
			  *validity = yaml_get(root, "validity");
	struct scheme *s = NULL;

	if (!root || root->kind != YAML_MAP) {
		problem(l, 1, 1, STR(""), "a scheme is a map");
		return;
	}
	only_keys(l, root, keys);

	str id = need_text(l, root, "scheme");

	for (size_t i = 0; i < l->rules->schemes.n; i++)
		if (str_equal(l->rules->schemes.p[i].id, id)) s = &l->rules->schemes.p[i];
	if (!s) s = vec_add(l->keep, &l->rules->schemes);
	*s = (struct scheme){
		.id = id,
		.title = need_text(l, root, "title"),
		.market = need_text(l, root, "market"),
		.audience = take_text(l, root, "audience"),
		.edition = take_text(l, root, "edition"),
		.confidence = take_text(l, root, "confidence"),
		.note = take_text(l, root, "note"),
		.from = take_text(l, applies, "from"),
		.to = take_text(l, applies, "to"),
		.compensation = take_text(l, yaml_get(root, "treatments"), "compensation"),
		.evidence_days = take_number(l, validity, "evidence_days"),
		.certificate_months = take_number(l, validity, "certificate_months"),
		.place = place_of(l, root),
	};
	s->is_voluntary = take_yes(l, root, "voluntary");
	s->parts = take_words(l, boundary, "parts", &s->part_count);
	s->states = take_words(l, boundary, "states", &s->state_count);
	read_papers(l, root, s);
	read_route(l, root, s);
	read_scope(l, root, s);
	read_requires(l, root, s);
	read_lists_of(l, root, s);
}
