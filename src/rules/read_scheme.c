/* Schemes: whom a law or label binds, from when, and what it takes from which catalogue. */
#include "rules/read.h"

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
	if (word.n)
		take_one_of(l, route, "strength", (const char *const[]){ "declared", "observed", "person", NULL });
	else
		problem(l, route->line, route->column, STR(""),
			"\"strength\" is missing: declared, observed or person, the least that may pass");
	return STRENGTH_OBSERVED;
}

static void read_route(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "default", "strength", "forced", "note", NULL };
	static const char *const forced_keys[] = { "when", "route", "why", "clause", NULL };
	const struct yaml *route = yaml_get(root, "route"), *forced;

	if (!route || route->kind != YAML_MAP) {
		problem(l, root->line, root->column, STR(""),
			"\"route\" is missing: {default: self-declaration, strength: declared}");
		return;
	}
	only_keys(l, route, keys);
	forced = take_list(l, route, "forced");
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

/* Its keys stand beside the day itself. */
static struct sourced read_sourced(struct loader *l, const struct yaml *y)
{
	return (struct sourced){ .source = take_text(l, y, "source"),
		.confidence = take_one_of(l, y, "confidence", confidences),
		.placeholder = take_text(l, y, "placeholder") };
}

static void read_scope(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "applies", "except", "note", NULL };
	static const char *const except_keys[] = { "when", "clause", "why", "from", "to", "source", "confidence",
		NULL };
	const struct yaml *scope = take_map(l, root, "scope"), *except = take_list(l, scope, "except");

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
		e->from = take_date(l, y, "from");
		e->to = take_date(l, y, "to");
		e->dated = read_sourced(l, y);
		e->place = place_of(l, y);
	}
}

static void unknown_edition(struct loader *l, const struct yaml *y, str id, str edition)
{
	const struct yaml *at = yaml_get(y, "edition");
	str all = STR("");

	for (size_t i = 0; i < l->rules->catalogues.n; i++) {
		const struct catalogue *c = &l->rules->catalogues.p[i];

		if (str_equal(c->id, id))
			all = arena_printf(
				l->keep, "%.*s%s\"%.*s\"", STR_FMT(all), all.n ? ", " : "", STR_FMT(c->edition));
	}
	problem(l, at->line, at->column, STR(""), "the catalogue %s has no edition \"%s\"; it has %s", id.p, edition.p,
		all.p);
}

static const struct catalogue *find_catalogue(struct loader *l, const struct yaml *y)
{
	str id = need_text(l, y, "catalogue"), edition = take_text(l, y, "edition");
	const struct catalogue *c = rules_catalogue(l->rules, id, edition);
	struct candidates near = { .keep = l->keep, .wanted = id };

	if (c || !id.n) return c;
	if (rules_catalogue(l->rules, id, STR(""))) {
		unknown_edition(l, y, id, edition);
		return NULL;
	}
	for (size_t i = 0; i < l->rules->catalogues.n; i++) candidate(&near, l->rules->catalogues.p[i].id);
	problem(l, y->line, y->column, suggestion(&near), "there is no catalogue \"%s\"", id.p);
	return NULL;
}

static void unknown_requirement(struct loader *l, const struct yaml *item, const struct catalogue *c)
{
	struct candidates near = { .keep = l->keep, .wanted = item->text };

	for (size_t i = 0; i < c->requirement_count; i++) candidate(&near, c->requirements[i].id);
	problem(l, item->line, item->column, suggestion(&near), "the catalogue %s has no requirement \"%.*s\"", c->id.p,
		STR_FMT(item->text));
}

/* A level that no requirement has selects nothing. */
static void known_level(struct loader *l, const struct yaml *level, const struct catalogue *c, str word)
{
	struct candidates near = { .keep = l->keep, .wanted = word };

	for (size_t i = 0; i < c->requirement_count; i++) {
		str rest = c->requirements[i].sl, level_word;

		if (str_equal(c->requirements[i].level, word)) return;
		candidate(&near, c->requirements[i].level);
		while (str_split(&rest, ',', &level_word))
			if (str_equal(str_trim(level_word), word)) return;
	}
	problem(l, level->line, level->column, suggestion(&near),
		"the catalogue %s has no requirement of level \"%.*s\"", c->id.p, STR_FMT(word));
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
		for (const struct yaml *item = select->first; item && s->catalogue; item = item->next)
			if (!rules_requirement(s->catalogue, item->text)) unknown_requirement(l, item, s->catalogue);
	} else if (level) {
		s->kind = SELECT_LEVELS;
		s->words = take_words(l, select, "level", &s->word_count);
		for (size_t i = 0; i < s->word_count && s->catalogue; i++)
			known_level(l, level, s->catalogue, s->words[i]);
		s->like = take_words(l, select, "like", &s->like_count);
	} else if (yaml_get(select, "like")) {
		s->like = take_words(l, select, "like", &s->like_count);
	} else {
		problem(l, select->line, select->column, STR(""),
			"\"select\" is all, mandatory, a list of ids, {level: [...]} or {like: [...]}");
	}
}

/* The events by whose day something binds: {from: ..., by: [made-on, placed-until], or: modified-on, clause: ...}. */
static struct sold_units read_sold_units(struct loader *l, const struct yaml *y)
{
	struct sold_units u = {
		.later = take_text(l, y, "or"), .clause = take_text(l, y, "clause"), .why = take_text(l, y, "why")
	};

	u.by = take_words(l, y, "by", &u.by_count);
	if (u.by_count && !u.clause.n)
		problem(l, y->line, y->column, STR(""),
			"\"clause\" is missing: which text says that older units are not bound");
	if (!u.by_count && u.later.n)
		problem(l, y->line, y->column, STR(""), "\"or\" goes with \"by\": what brings in units that are older");
	return u;
}

static void read_requires(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "catalogue", "edition", "select", "when", "from", "to", "as", "conditions",
		"by", "or", "clause", "why", "source", "confidence", "note", NULL };
	const struct yaml *requires = yaml_get(root, "requires");

	if (!requires || requires->kind != YAML_LIST || !requires->first) {
		problem(l, root->line, root->column, STR(""),
			"\"requires\" is missing: a list of {catalogue: ..., select: ...}");
		return;
	}
	s->requires = arena_array(l->keep, struct selector, requires->count);
	for (const struct yaml *y = requires->first; y; y = y->next) {
		struct selector *selector = &s->requires[s->require_count];
		str as = take_one_of(l, y, "as", (const char *const[]){ "mandatory", "recommended", NULL });

		only_keys(l, y, keys);
		*selector = (struct selector){ .catalogue = find_catalogue(l, y),
			.as_mandatory = str_is(as, "mandatory"),
			.as_recommended = str_is(as, "recommended"),
			.by_test_conditions = str_is(take_text(l, y, "conditions"), "test"),
			.from = take_date(l, y, "from"),
			.to = take_date(l, y, "to"),
			.units = read_sold_units(l, y),
			.dated = read_sourced(l, y),
			.place = place_of(l, y) };
		selector->when = take_expr(l, y, "when", NULL);
		read_select(l, y, selector);
		if (selector->catalogue) s->require_count++;
	}
}

static void read_proposals(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "act", "what", "state", "source", "confidence", "note", NULL };
	const struct yaml *proposed = take_list(l, root, "proposed");

	s->proposals = arena_array(l->keep, struct scheme_proposal, proposed ? proposed->count : 0);
	for (const struct yaml *y = proposed ? proposed->first : NULL; y; y = y->next) {
		if (!is_map(l, y, "a proposal: {act: ..., what: ..., state: ...}")) continue;
		only_keys(l, y, keys);
		s->proposals[s->proposal_count++] = (struct scheme_proposal){ .act = need_text(l, y, "act"),
			.what = need_text(l, y, "what"),
			.state = need_text(l, y, "state"),
			.by = read_sourced(l, y),
			.place = place_of(l, y) };
	}
}

static void read_law(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const date_keys[] = { "on", "what", "source", "confidence", "placeholder", "note", NULL };
	static const char *const edition_keys[] = { "edition", "from", "to", "source", "confidence", "placeholder",
		"note", NULL };
	const struct yaml *law = take_list(l, root, "law"), *dates = take_list(l, root, "dates"),
			  *editions = take_list(l, root, "editions");

	s->law_titles = arena_array(l->keep, str, law ? law->count : 0);
	s->law_urls = arena_array(l->keep, str, law ? law->count : 0);
	for (const struct yaml *y = law ? law->first : NULL; y; y = y->next) {
		s->law_titles[s->law_count] = y->kind == YAML_MAP ? take_text(l, y, "title") : y->text;
		s->law_urls[s->law_count++] = y->kind == YAML_MAP ? take_text(l, y, "url") : STR("");
	}
	s->dates = arena_array(l->keep, struct scheme_date, dates ? dates->count : 0);
	for (const struct yaml *y = dates ? dates->first : NULL; y; y = y->next) {
		only_keys(l, y, date_keys);
		need_text(l, y, "on");
		s->dates[s->date_count++] = (struct scheme_date){ .on = take_date(l, y, "on"),
			.what = need_text(l, y, "what"),
			.by = read_sourced(l, y),
			.place = place_of(l, y) };
	}
	s->editions = arena_array(l->keep, struct scheme_edition, editions ? editions->count : 0);
	for (const struct yaml *y = editions ? editions->first : NULL; y; y = y->next) {
		only_keys(l, y, edition_keys);
		s->editions[s->edition_count++] = (struct scheme_edition){ .edition = need_text(l, y, "edition"),
			.from = take_date(l, y, "from"),
			.to = take_date(l, y, "to"),
			.by = read_sourced(l, y),
			.place = place_of(l, y) };
	}
}

/* ---- what may stand for a requirement ---------------------------------------------------------------------------- */

static void read_deemed(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "by", "level", "exactly", "from", "to", "when", "covers", "needs", "clause",
		"source", "confidence", "note", NULL };
	const struct yaml *deemed = take_list(l, root, "deemed");

	s->deemed = arena_array(l->keep, struct deemed, deemed ? deemed->count : 0);
	for (const struct yaml *y = deemed ? deemed->first : NULL; y; y = y->next) {
		struct deemed *d = &s->deemed[s->deemed_count++];
		str needs = take_text(l, y, "needs");

		only_keys(l, y, keys);
		*d = (struct deemed){ .by = need_text(l, y, "by"),
			.level = take_text(l, y, "level"),
			.from = take_date(l, y, "from"),
			.to = take_date(l, y, "to"),
			.clause = need_text(l, y, "clause"),
			.source = need_text(l, y, "source"),
			.confidence = take_one_of(l, y, "confidence", confidences),
			.note = take_text(l, y, "note"),
			.is_exact = take_yes(l, y, "exactly"),
			.needs_statement = str_is(needs, "statement"),
			.place = place_of(l, y) };
		d->when = take_expr(l, y, "when", &d->when_text);
		d->covers = take_words(l, y, "covers", &d->cover_count);
		if (d->cover_count == 1 && str_is(d->covers[0], "all")) d->cover_count = 0;
		if (!str_is(needs, "statement") && !str_is(needs, "certificate"))
			problem(l, y->line, y->column, STR(""),
				"\"needs\" is certificate (or label), or statement: recognition is never without it");
		if (!yaml_get(y, "covers"))
			problem(l, y->line, y->column, STR(""),
				"\"covers\" is all, or a list of the requirements that it stands for");
	}
}

static void read_alternatives(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "catalogue", "edition", "met", "covers", "clause", "source", "confidence",
		"note", NULL };
	const struct yaml *all = take_list(l, root, "alternatives");

	s->alternatives = arena_array(l->keep, struct alternative, all ? all->count : 0);
	for (const struct yaml *y = all ? all->first : NULL; y; y = y->next) {
		struct alternative *a = &s->alternatives[s->alternative_count];

		only_keys(l, y, keys);
		*a = (struct alternative){ .catalogue = find_catalogue(l, y),
			.clause = need_text(l, y, "clause"),
			.source = need_text(l, y, "source"),
			.confidence = take_one_of(l, y, "confidence", confidences),
			.note = take_text(l, y, "note"),
			.place = place_of(l, y) };
		a->met = take_words(l, y, "met", &a->met_count);
		a->covers = take_words(l, y, "covers", &a->cover_count);
		if (!a->met_count || !a->cover_count)
			problem(l, y->line, y->column, STR(""),
				"an alternative says what is \"met\" of the standard and what that \"covers\" here");
		for (size_t i = 0; i < a->met_count && a->catalogue; i++)
			if (!rules_requirement(a->catalogue, a->met[i]))
				problem(l, y->line, y->column, STR(""), "the catalogue %s has no requirement \"%s\"",
					a->catalogue->id.p, a->met[i].p);
		if (a->catalogue) s->alternative_count++;
	}
}

static void read_treatments(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "compensation", "requirements", "waiver", "risk_assessment",
		"enforcement_days", "clause", "note", NULL };
	static const char *const words[] = { [COMPENSATION_NONE] = "none",
		[COMPENSATION_ENVIRONMENT] = "environment",
		[COMPENSATION_SYSTEM] = "system" };
	const struct yaml *treatments = take_map(l, root, "treatments");
	str word = take_text(l, treatments, "compensation");
	size_t i = 0;

	if (!treatments) return;
	only_keys(l, treatments, keys);
	while (i < 3 && !str_is(word, words[i])) i++;
	if (i == 3)
		problem(l, treatments->key_line, treatments->key_column, STR(""),
			"\"compensation\" is none, environment (a control of the network or the surroundings) or "
			"system "
			"(also one elsewhere in the product's own system)");
	s->treating = (struct treating){ .compensation = i == 3 ? COMPENSATION_NONE : (enum compensation)i,
		.enforcement_days = take_number(l, treatments, "enforcement_days"),
		.clause = take_text(l, treatments, "clause"),
		.note = take_text(l, treatments, "note") };
	s->treating.compensates = take_words(l, treatments, "requirements", &s->treating.compensate_count);
	s->treating.waives = take_words(l, treatments, "waiver", &s->treating.waive_count);
	s->treating.assesses = take_words(l, treatments, "risk_assessment", &s->treating.assess_count);
	if (s->treating.waive_count == 1 && str_is(s->treating.waives[0], "none")) s->treating.waive_count = 0;
	if ((s->treating.compensation != COMPENSATION_NONE || s->treating.assess_count) && !s->treating.clause.n)
		problem(l, treatments->key_line, treatments->key_column, STR(""),
			"where a control may stand in for a requirement, or a risk assessment take it out, \"clause\" "
			"says by "
			"which text");
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

/* How long certificates live, and how old evidence may be: of any kind, or of a class. */
static void read_validity(struct loader *l, const struct yaml *root, struct scheme *s)
{
	static const char *const keys[] = { "certificate_months", "evidence_days", "classes", "clause", "note", NULL };
	const struct yaml *validity = take_map(l, root, "validity"), *classes = take_map(l, validity, "classes");

	if (!validity) return;
	only_keys(l, validity, keys);
	s->evidence_days = take_number(l, validity, "evidence_days");
	s->certificate_months = take_number(l, validity, "certificate_months");
	s->ages = arena_array(l->keep, struct class_age, classes ? classes->count : 0);
	for (const struct yaml *y = classes ? classes->first : NULL; y; y = y->next) {
		struct class_age *a = &s->ages[s->age_count++];
		uint64_t days = 0;

		if (!str_to_u64(y->text, 10, &days) || !days || days > UINT32_MAX)
			problem(l, y->line, y->column, STR(""), "\"%s\" is a number of days", y->key.p);
		if (l->rules->classes.n && !rules_class(l->rules, y->key))
			problem(l, y->key_line, y->key_column, STR(""),
				"rules/classes.yaml does not know the class \"%s\"", y->key.p);
		*a = (struct class_age){ .class = y->key, .days = (uint32_t)days };
	}
}

void read_scheme(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "scheme", "also", "title", "market", "audience", "law", "edition",
		"applies", "editions", "dates", "proposed", "scope", "requires", "route", "boundary", "levels",
		"deemed", "alternatives", "treatments", "validity", "papers", "voluntary", "nothing_binds",
		"confidence", "source", "note", NULL };
	static const char *const applies_keys[] = { "from", "to", "by", "or", "clause", "why", "source", "confidence",
		"placeholder", "note", NULL };
	const struct yaml *applies, *boundary;
	struct scheme *s = NULL;

	if (!root || root->kind != YAML_MAP) {
		problem(l, 1, 1, STR(""), "a scheme is a map");
		return;
	}
	only_keys(l, root, keys);
	applies = take_map(l, root, "applies");
	boundary = take_map(l, root, "boundary");
	if (applies) only_keys(l, applies, applies_keys);

	str id = need_text(l, root, "scheme");

	for (size_t i = 0; i < l->rules->schemes.n; i++)
		if (str_equal(l->rules->schemes.p[i].id, id)) s = &l->rules->schemes.p[i];
	if (s && is_beside(l, s->place))
		problem(l, root->line, root->column, STR(""), "the scheme \"%s\" stands twice: in %s too", id.p,
			str_base_name(str_of(s->place.file)).p);
	if (!s) s = vec_add(l->keep, &l->rules->schemes);
	*s = (struct scheme){
		.id = id,
		.title = need_text(l, root, "title"),
		.market = need_text(l, root, "market"),
		.audience = take_text(l, root, "audience"),
		.edition = take_text(l, root, "edition"),
		.confidence = take_one_of(l, root, "confidence", confidences),
		.note = take_text(l, root, "note"),
		.from = take_date(l, applies, "from"),
		.to = take_date(l, applies, "to"),
		.place = place_of(l, root),
		.days = place_of(l, applies ? applies : root),
	};
	if (applies) s->units = read_sold_units(l, applies);
	if (applies) s->dated = read_sourced(l, applies);
	read_validity(l, root, s);
	s->also = take_words(l, root, "also", &s->also_count);
	s->is_voluntary = take_yes(l, root, "voluntary");
	s->nothing_binds = take_text(l, root, "nothing_binds");
	s->parts = take_words(l, boundary, "parts", &s->part_count);
	s->states = take_words(l, boundary, "states", &s->state_count);
	read_papers(l, root, s);
	read_route(l, root, s);
	read_scope(l, root, s);
	read_requires(l, root, s);
	s->levels = take_words(l, root, "levels", &s->level_count);
	read_law(l, root, s);
	read_proposals(l, root, s);
	read_deemed(l, root, s);
	read_alternatives(l, root, s);
	read_treatments(l, root, s);
}
