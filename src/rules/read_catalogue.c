/* Catalogues: requirements, each with what decides it. */
#include "rules/read.h"

#include <stdlib.h>

/* A name, or a list of names. */
static bool is_words(struct loader *l, const struct yaml *entry)
{
	bool is_good = entry->kind != YAML_MAP;

	for (const struct yaml *item = entry->kind == YAML_LIST ? entry->first : NULL; item; item = item->next)
		is_good &= item->kind == YAML_SCALAR;
	if (!is_good)
		problem(l, entry->key_line, entry->key_column, STR(""), "\"%s\" is a list of names", entry->key.p);
	return is_good;
}

static const struct check **take_checks(struct loader *l, const struct yaml *map, const char *key, size_t *ret_count)
{
	const struct yaml *entry = yaml_get(map, key);
	const struct check **checks;
	size_t n = 0;

	*ret_count = 0;
	if (!entry || !is_words(l, entry)) return NULL;

	bool is_list = entry->kind == YAML_LIST;

	checks = arena_array(l->keep, const struct check *, is_list ? entry->count : 1);
	for (const struct yaml *item = is_list ? entry->first : entry; item; item = is_list ? item->next : NULL) {
		const struct check *c = rules_check(l->rules, item->text);
		struct candidates near = { .keep = l->keep, .wanted = item->text };

		if (c) {
			checks[n++] = c;
			continue;
		}
		for (size_t i = 0; i < l->rules->checks.n; i++) candidate(&near, l->rules->checks.p[i].id);
		problem(l, item->line, item->column, suggestion(&near), "there is no check \"%.*s\"",
			STR_FMT(item->text));
	}
	*ret_count = n;
	return checks;
}

static const struct question *find_question(struct loader *l, const struct yaml *item)
{
	const struct question *q = rules_question(l->rules, item->text);
	struct candidates near = { .keep = l->keep, .wanted = item->text };

	if (q) return q;
	for (size_t i = 0; i < l->rules->questions.n; i++) candidate(&near, l->rules->questions.p[i].id);
	problem(l, item->line, item->column, suggestion(&near), "there is no question \"%.*s\"", STR_FMT(item->text));
	return NULL;
}

/* The words that the requirement `y` names with a parameter; NULL: none. */
static const struct yaml *words_named(const struct yaml *y, const struct parameter *p)
{
	const struct yaml *list = yaml_get(yaml_get(y, "with"), p->name.p);

	return list && list->kind == YAML_LIST ? list : NULL;
}

/* The questions of `map`, which is the requirement `y` or a part of it. One that is asked for each of a parameter's
 * words stands for as many as `y` names. */
static const struct question **take_questions(
	struct loader *l, const struct yaml *y, const struct yaml *map, const char *key, size_t *ret_count)
{
	const struct yaml *entry = yaml_get(map, key);
	VEC(const struct question *) questions = { 0 };

	*ret_count = 0;
	if (!entry || !is_words(l, entry)) return NULL;

	bool is_list = entry->kind == YAML_LIST;

	for (const struct yaml *item = is_list ? entry->first : entry; item; item = is_list ? item->next : NULL) {
		const struct question *q = find_question(l, item);

		if (!q) continue;
		if (!q->each || q->word.n) {
			*vec_add(l->keep, &questions) = q;
			continue;
		}

		const struct yaml *words = words_named(y, q->each);

		if (!words)
			problem(l, item->line, item->column, STR(""),
				"\"%s\" is asked for each of %s: name them in with: {%s: [...]}", q->id.p,
				q->each->name.p, q->each->name.p);
		for (const struct yaml *word = words ? words->first : NULL; word; word = word->next) {
			const struct question *one = rules_question(
				l->rules, arena_printf(l->keep, "%.*s.%.*s", STR_FMT(q->id), STR_FMT(word->text)));

			if (one)
				*vec_add(l->keep, &questions) =
					one; /* a word that nobody knows is a problem of `with` */
		}
	}
	*ret_count = questions.n;
	return questions.p;
}

/* SQLite holds every number to be less than any text, and json_each() reads lists only: a value in another form than
 * the parameter's own makes a check that cannot fail, or that cannot run. */
static const char *form_of(str value)
{
	char *end;

	if (value.n && value.p[0] == '[') return "a list";
	if (!value.n) return "nothing";
	strtod(value.p, &end);
	return *end ? "text" : "a number";
}

static void same_form(struct loader *l, const struct yaml *entry, const struct bound *b)
{
	const char *own = form_of(b->parameter->value), *here = form_of(b->value);

	if (strcmp(own, here))
		problem(l, entry->line, entry->column, STR(""), "the parameter %s is %s, and this is %s",
			b->parameter->name.p, own, here);
}

static void read_with(struct loader *l, const struct yaml *y, struct requirement *r)
{
	const struct yaml *with = take_map(l, y, "with");

	if (!with) return;
	r->with = arena_array(l->keep, struct bound, with->count);
	for (const struct yaml *entry = with->first; entry; entry = entry->next) {
		const struct parameter *p = rules_parameter(l->rules, entry->key);
		struct candidates near = { .keep = l->keep, .wanted = entry->key };

		if (!p) {
			for (size_t i = 0; i < l->rules->parameters.n; i++)
				candidate(&near, l->rules->parameters.p[i].name);
			problem(l, entry->key_line, entry->key_column, suggestion(&near),
				"there is no parameter \"%s\"", entry->key.p);
			continue;
		}
		r->with[r->with_count] = (struct bound){
			.parameter = p,
			.value = take_bound(l, p, entry),
			.place = { .file = l->file, .line = entry->key_line, .column = entry->key_column },
		};
		same_form(l, entry, &r->with[r->with_count++]);
	}
}

/* A laboratory may decide a functional unit by a test of its own, whatever else decides it. */
static struct question test_of(struct loader *l, const struct requirement *r, const struct assessment_unit *u)
{
	static str yes = { "yes", 3 };

	return (struct question){
		.id = arena_printf(l->keep, "ask.test.%s.%s", r->catalogue->id.p, u->id.p),
		.asked_of = STR("laboratory"),
		.sentence = arena_printf(l->keep, "Did the laboratory's own test %s show this: %s?", u->id.p,
			u->shows.n ? u->shows.p : r->title.p),
		.type = STR("yes/no"),
		.good = &yes,
		.good_count = 1,
		.evidence = STR("the record of the test"),
	};
}

static void read_sold_units(struct loader *l, const struct yaml *y, struct requirement *r)
{
	static const char *const keys[] = { "id", "kind", "checks", "questions", "shows", "note", NULL };
	const struct yaml *units = take_list(l, y, "units");

	if (!units) return;
	r->assessment_units = arena_array(l->keep, struct assessment_unit, units->count);
	for (const struct yaml *entry = units->first; entry; entry = entry->next) {
		struct assessment_unit *u = &r->assessment_units[r->assessment_unit_count++];
		str kind = need_text(l, entry, "kind");

		only_keys(l, entry, keys);
		u->id = need_text(l, entry, "id");
		u->is_functional = str_is(kind, "functional");
		if (!u->is_functional && !str_is(kind, "conceptual"))
			problem(l, entry->line, entry->column, STR(""),
				"a unit is conceptual or functional, not \"%s\"", kind.p);
		u->checks = take_checks(l, entry, "checks", &u->check_count);
		u->questions = take_questions(l, y, entry, "questions", &u->question_count);
		u->shows = take_text(l, entry, "shows");
		if (u->is_functional) u->test = test_of(l, r, u);
		if (!u->check_count && !u->question_count)
			problem(l, entry->line, entry->column, STR(""), "nothing decides the unit %s", u->id.p);
	}
}

/* ---- decision trees ---------------------------------------------------------------------------------------------- */

static void read_jump(struct loader *l, const struct yaml *entry, const char *key, const struct requirement *r,
	enum jump *ret, uint32_t *ret_node)
{
	static const struct {
		const char *word;
		enum jump jump;
	} ends[] = { { "PASS", JUMP_PASS }, { "FAIL", JUMP_FAIL }, { "NA", JUMP_NOT_APPLICABLE } };
	const struct yaml *to = yaml_get(entry, key);

	*ret = JUMP_FAIL;
	if (!to) {
		problem(l, entry->key_line, entry->key_column, STR(""), "the node %s does not say where \"%s\" leads",
			entry->key.p, key);
		return;
	}
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		if (!str_is(to->text, ends[i].word)) continue;
		*ret = ends[i].jump;
		return;
	}
	for (size_t i = 0; i < r->node_count; i++) {
		if (!str_equal(r->nodes[i].id, to->text)) continue;
		*ret = JUMP_NODE;
		*ret_node = (uint32_t)i;
		return;
	}

	struct candidates near = { .keep = l->keep, .wanted = to->text };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) candidate(&near, str_of(ends[i].word));
	for (size_t i = 0; i < r->node_count; i++) candidate(&near, r->nodes[i].id);
	problem(l, to->line, to->column, suggestion(&near),
		"the node %s leads to %s, which is neither a node nor PASS, FAIL or NA", entry->key.p, to->text.p);
}

/* Depth first from the first node; a node that is met while it is open closes a cycle. */
static void walk_tree(struct loader *l, struct requirement *r, uint32_t at, uint8_t *seen)
{
	enum { OPEN = 1, DONE = 2 };
	const struct tree_node *n = &r->nodes[at];

	if (seen[at] == DONE) return;
	if (seen[at] == OPEN) {
		problem_at(l, n->place, "the tree of %s comes back to its node %s", r->id.p, n->id.p);
		return;
	}
	seen[at] = OPEN;
	if (n->yes == JUMP_NODE) walk_tree(l, r, n->yes_node, seen);
	if (n->no == JUMP_NODE) walk_tree(l, r, n->no_node, seen);
	seen[at] = DONE;
}

static void read_tree(struct loader *l, const struct yaml *y, struct requirement *r)
{
	static const char *const keys[] = { "asks", "ask", "check", "when", "inverted", "yes", "no", "note",
		"confidence", "kind", NULL };
	static const char *const for_keys[] = { "kind", "class", "note", NULL };
	const struct yaml *decide = yaml_get(y, "decide"), *for_each = yaml_get(y, "for");

	if (for_each && for_each->kind == YAML_MAP) {
		only_keys(l, for_each, for_keys);
		r->for_kind = take_text(l, for_each, "kind");
		r->for_classes = take_text(l, for_each, "class");
	} else if (for_each) {
		r->for_kind = take_text(l, y, "for");
	}
	if (!decide) return;
	if (decide->kind != YAML_MAP || !decide->first) {
		problem(l, decide->key_line, decide->key_column, STR(""),
			"\"decide\" is a map of nodes, as DN-1: {asks: ..., check: ..., yes: PASS, no: FAIL}");
		return;
	}
	r->nodes = arena_array(l->keep, struct tree_node, decide->count);
	for (const struct yaml *entry = decide->first; entry; entry = entry->next) {
		struct tree_node *n = &r->nodes[r->node_count++];
		const struct yaml *ask = yaml_get(entry, "ask");

		only_keys(l, entry, keys);
		*n = (struct tree_node){ .id = entry->key,
			.asks = take_text(l, entry, "asks"),
			.is_inverted = take_yes(l, entry, "inverted"),
			.place = place_of(l, entry) };
		n->checks = take_checks(l, entry, "check", &n->check_count);
		n->when = take_expr(l, entry, "when", &n->when_text);
		if (ask) n->question = find_question(l, ask);
		if (n->question && n->question->each && !n->question->word.n)
			problem(l, ask->line, ask->column, STR(""), "a node asks one thing: say which, as \"%s.NAME\"",
				n->question->id.p);
		if (!n->check_count && !n->question && !n->when)
			problem(l, entry->key_line, entry->key_column, STR(""), "nothing decides the node %s of %s",
				n->id.p, r->id.p);
	}

	uint32_t i = 0;
	uint8_t *seen = arena_array(l->keep, uint8_t, r->node_count);

	for (const struct yaml *entry = decide->first; entry; entry = entry->next, i++) {
		read_jump(l, entry, "yes", r, &r->nodes[i].yes, &r->nodes[i].yes_node);
		read_jump(l, entry, "no", r, &r->nodes[i].no, &r->nodes[i].no_node);
	}
	walk_tree(l, r, 0, seen);
	for (i = 0; i < r->node_count; i++)
		if (!seen[i])
			problem_at(l, r->nodes[i].place, "no path of the tree of %s leads to its node %s", r->id.p,
				r->nodes[i].id.p);
}

/* ---- requirements ------------------------------------------------------------------------------------------------ */

static const struct level *find_level(const struct catalogue *c, str word)
{
	for (size_t i = 0; i < c->level_count; i++)
		if (str_equal(c->levels[i].word, word)) return &c->levels[i];
	return NULL;
}

static void unknown_level(
	struct loader *l, const struct yaml *y, const struct catalogue *c, const struct requirement *r)
{
	const struct yaml *level = yaml_get(y, "level");
	struct candidates near = { .keep = l->keep, .wanted = r->level };

	for (size_t i = 0; i < c->level_count; i++) candidate(&near, c->levels[i].word);
	problem(l, level ? level->line : y->line, level ? level->column : y->column, suggestion(&near),
		"the level \"%s\" of %s is not one of `levels:`", r->level.p, r->id.p);
}

static void read_requirement(struct loader *l, const struct yaml *y, struct catalogue *c)
{
	static const char *const keys[] = { "id", "level", "when", "when_test", "topic", "title", "parent", "checks",
		"questions", "with", "units", "for", "decide", "completeness", "sufficiency", "person", "confidence",
		"source", "note", "restriction", "groups", "clause", "sl", "assessments", NULL };
	struct requirement *r = &c->requirements[c->requirement_count];

	if (y->kind != YAML_MAP) {
		problem(l, y->line, y->column, STR(""), "a requirement is a map");
		return;
	}
	only_keys(l, y, keys);
	*r = (struct requirement){
		.catalogue = c,
		.id = need_text(l, y, "id"),
		.level = take_text(l, y, "level"),
		.topic = take_text(l, y, "topic"),
		.title = need_text(l, y, "title"),
		.parent = take_text(l, y, "parent"),
		.clause = take_text(l, y, "clause"),
		.person = take_text(l, y, "person"),
		.confidence = take_one_of(l, y, "confidence", confidences),
		.source = take_text(l, y, "source"),
		.note = take_text(l, y, "note"),
		.restriction = take_text(l, y, "restriction"),
		.sl = take_text(l, y, "sl"),
		.place = place_of(l, y),
		.number = l->rules->requirement_count++,
	};
	for (size_t i = 0; i < c->requirement_count; i++)
		if (str_equal(c->requirements[i].id, r->id))
			problem(l, y->line, y->column, STR(""), "the requirement \"%s\" stands twice in this catalogue",
				r->id.p);
	c->requirement_count++;

	const struct level *level = find_level(c, r->level);

	if (!level) unknown_level(l, y, c, r);
	r->is_mandatory = level && level->is_mandatory;
	r->when = take_expr(l, y, "when", &r->when_text);
	r->when_test = take_expr(l, y, "when_test", &r->when_test_text);
	r->checks = take_checks(l, y, "checks", &r->check_count);
	r->questions = take_questions(l, y, y, "questions", &r->question_count);
	r->completeness = take_checks(l, y, "completeness", &r->completeness_count);
	r->sufficiency = take_checks(l, y, "sufficiency", &r->sufficiency_count);
	read_with(l, y, r);
	read_sold_units(l, y, r);
	read_tree(l, y, r);
	if (!r->check_count && !r->question_count && !r->assessment_unit_count && !r->node_count && !r->person.n)
		problem(l, y->line, y->column, STR(""),
			"nothing can decide %s: give it checks, questions, units, a tree, or say `person:` why only a "
			"person can",
			r->id.p);
}

static void read_note(struct loader *l, const struct yaml *y, struct catalogue *c)
{
	static const char *const keys[] = { "id", "text", NULL };
	struct catalogue_note *n = &c->notes[c->note_count++];

	if (y->kind != YAML_MAP) {
		problem(l, y->line, y->column, STR(""), "a note is a map: {id: ..., text: ...}");
		return;
	}
	only_keys(l, y, keys);
	*n = (struct catalogue_note){ .id = need_text(l, y, "id"), .text = need_text(l, y, "text") };
	for (size_t i = 0; i < c->requirement_count; i++)
		if (str_equal(c->requirements[i].id, n->id))
			problem(l, y->line, y->column, STR(""),
				"\"%s\" is a requirement of this catalogue, and a note too", n->id.p);
	for (size_t i = 0; i + 1 < c->note_count; i++)
		if (str_equal(c->notes[i].id, n->id))
			problem(l, y->line, y->column, STR(""), "the note \"%s\" stands twice in this catalogue",
				n->id.p);
}

static void read_level(struct loader *l, const struct yaml *y, struct level *ret)
{
	*ret = (struct level){ .word = y->key, .means = y->text, .is_mandatory = str_starts(y->text, "mandatory") };
	if (!ret->is_mandatory && !str_starts(y->text, "recommended"))
		problem(l, y->line, y->column, STR(""),
			"what the level \"%s\" means begins with mandatory or recommended", y->key.p);
}

void read_catalogue(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "catalogue", "edition", "title", "kind", "published", "publisher", "source",
		"confidence", "levels", "requirements", "notes", "note", "url", NULL };
	static const char *const kinds[] = { "standard", "law", "label", "guidance", "process", "overlay", NULL };
	const struct yaml *levels, *requirements, *notes;
	struct catalogue *c = NULL;

	if (!root || root->kind != YAML_MAP) {
		problem(l, 1, 1, STR(""), "a catalogue is a map");
		return;
	}
	only_keys(l, root, keys);
	levels = take_map(l, root, "levels");
	requirements = take_list(l, root, "requirements");
	notes = take_list(l, root, "notes");

	str id = need_text(l, root, "catalogue"), edition = need_text(l, root, "edition");

	for (size_t i = 0; i < l->rules->catalogues.n; i++)
		if (str_equal(l->rules->catalogues.p[i].id, id) &&
			str_equal(l->rules->catalogues.p[i].edition, edition))
			c = &l->rules->catalogues.p[i];
	if (c && is_beside(l, c->place))
		problem(l, root->line, root->column, STR(""), "the catalogue %s, edition %s, stands twice: in %s too",
			id.p, edition.p, str_base_name(str_of(c->place.file)).p);
	if (!c) c = vec_add(l->keep, &l->rules->catalogues);
	*c = (struct catalogue){
		.id = id,
		.edition = edition,
		.digest = l->digest,
		.title = need_text(l, root, "title"),
		.kind = need_one_of(l, root, "kind", kinds),
		.published = take_date(l, root, "published"),
		.publisher = take_text(l, root, "publisher"),
		.source = take_text(l, root, "source"),
		.confidence = take_one_of(l, root, "confidence", confidences),
		.levels = arena_array(l->keep, struct level, levels ? levels->count : 0),
		.requirements = arena_array(l->keep, struct requirement, requirements ? requirements->count : 0),
		.notes = arena_array(l->keep, struct catalogue_note, notes ? notes->count : 0),
		.place = place_of(l, root),
	};
	for (const struct yaml *y = levels ? levels->first : NULL; y; y = y->next)
		read_level(l, y, &c->levels[c->level_count++]);
	if (!c->level_count) problem(l, 1, 1, STR(""), "\"levels\" is missing: which words mean mandatory?");
	for (const struct yaml *y = requirements ? requirements->first : NULL; y; y = y->next)
		read_requirement(l, y, c);
	for (const struct yaml *y = notes ? notes->first : NULL; y; y = y->next) read_note(l, y, c);
	if (!c->requirement_count) problem(l, 1, 1, STR(""), "the catalogue has no requirements");
}
