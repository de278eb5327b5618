/* Papers: what is handed out, field by field, and where each field's value comes from. */
#include "rules/papers.h"
#include "rules/read.h"

const struct paper *rules_paper(const struct rules *r, str id)
{
	for (size_t i = 0; i < r->papers.n; i++)
		if (str_equal(r->papers.p[i].id, id)) return &r->papers.p[i];
	return NULL;
}

/* ---- lists of names -------------------------------------------------------------------------------------------- */

/* The items of a list, or the one scalar. */
static const struct yaml *items_of(const struct yaml *y, size_t *ret_count)
{
	*ret_count = y->kind == YAML_SCALAR ? 1 : y->count;
	return y->kind == YAML_SCALAR ? y : y->first;
}

static const struct scheme **read_schemes(struct loader *l, const struct yaml *y, size_t *ret_count)
{
	size_t count = 0;
	const struct yaml *item = y ? items_of(y, &count) : NULL;
	const struct scheme **schemes = arena_array(l->keep, const struct scheme *, count);

	*ret_count = 0;
	for (; count--; item = item->next) {
		const struct scheme *s = rules_scheme(l->rules, item->text);
		struct candidates near = { .keep = l->keep, .wanted = item->text };

		if (s) {
			schemes[(*ret_count)++] = s;
			continue;
		}
		for (size_t i = 0; i < l->rules->schemes.n; i++) candidate(&near, l->rules->schemes.p[i].id);
		problem(l, item->line, item->column, suggestion(&near), "there is no scheme \"%.*s\"",
			STR_FMT(item->text));
	}
	return schemes;
}

static bool is_id_of(const struct scheme *s, str pattern)
{
	for (size_t i = 0; i < s->require_count; i++) {
		const struct catalogue *c = s->requires[i].catalogue;

		for (size_t k = 0; k < c->requirement_count; k++)
			if (paper_id_fits(pattern, c->requirements[k].id)) return true;
	}
	return false;
}

/* Ids of requirements of these schemes. One that fits none is a mistake. */
static str *read_ids(struct loader *l, const struct yaml *y, const struct scheme *const *schemes, size_t scheme_count,
	size_t *ret_count)
{
	size_t count = 0;
	const struct yaml *item = y ? items_of(y, &count) : NULL;
	str *ids = arena_array(l->keep, str, count);

	*ret_count = 0;
	for (; count--; item = item->next) {
		bool is_known = false;

		for (size_t i = 0; i < scheme_count && !is_known; i++) is_known = is_id_of(schemes[i], item->text);
		if (!is_known && scheme_count)
			problem(l, item->line, item->column, STR(""),
				"the schemes of this paper have no requirement \"%.*s\"", STR_FMT(item->text));
		ids[(*ret_count)++] = item->text;
	}
	return ids;
}

/* ---- one reader a kind of source --------------------------------------------------------------------------------- */

static void read_names(struct loader *l, const struct yaml *value, struct paper_source *s)
{
	size_t count = 0;
	const struct yaml *item = items_of(value, &count);

	s->names = arena_array(l->keep, str, count);
	for (; count--; item = item->next) {
		struct candidates near = { .keep = l->keep, .wanted = item->text };

		s->names[s->name_count++] = item->text;
		if (rules_profile(l->rules, item->text)) continue;
		for (size_t i = 0; i < l->rules->profile.n; i++) candidate(&near, l->rules->profile.p[i].name);
		problem(l, item->line, item->column, suggestion(&near), "rules/profile.yaml has no name \"%.*s\"",
			STR_FMT(item->text));
	}
}

static const struct question *question_of(struct loader *l, const struct yaml *at)
{
	const struct question *q = rules_question(l->rules, at->text);
	struct candidates near = { .keep = l->keep, .wanted = at->text };

	if (q) return q;
	for (size_t i = 0; i < l->rules->questions.n; i++) candidate(&near, l->rules->questions.p[i].id);
	problem(l, at->line, at->column, suggestion(&near), "there is no question \"%.*s\"", STR_FMT(at->text));
	return NULL;
}

static void read_question(struct loader *l, const struct yaml *value, struct paper_source *s)
{
	s->question = question_of(l, value);
}

static void read_scheme_names(struct loader *l, const struct yaml *value, struct paper_source *s)
{
	s->schemes = read_schemes(l, value, &s->scheme_count);
}

static void read_words(struct loader *l, const struct yaml *value, struct paper_source *s)
{
	if (value->kind != YAML_SCALAR || !value->text.n)
		problem(l, value->line, value->column, STR(""), "\"%s\" takes a text", value->key.p);
	s->text = value->text;
}

static const struct {
	const char *key;
	enum paper_from from;
	void (*read)(struct loader *l, const struct yaml *value, struct paper_source *s);
} kinds[] = {
	{ "profile", FROM_PROFILE, read_names },
	{ "statement", FROM_STATEMENT, read_words },
	{ "answer", FROM_ANSWER, read_question },
	{ "text", FROM_TEXT, read_words },
	{ "declares", FROM_DECLARATION, read_words },
	{ "hand", FROM_HAND, read_words },
	{ "route", FROM_ROUTE, read_scheme_names },
	{ "requirements", FROM_REQUIREMENTS, read_scheme_names },
	{ "conformance", FROM_CONFORMANCE, read_scheme_names },
	{ "standards", FROM_STANDARDS, read_scheme_names },
	{ "inputs", FROM_INPUTS, read_words },
	{ "query", FROM_QUERY, read_words },
	{ "ixit", FROM_IXIT, read_words },
	{ "paper", FROM_PAPER, read_words },
	{ "grounds", FROM_GROUNDS, read_scheme_names },
};
enum { KIND_COUNT = sizeof(kinds) / sizeof(*kinds) };

static const char *const modifiers[] = { "subject", "document", "only", "mandatory", "needs", "bring", "table",
	"fields", "by" };
enum { MODIFIER_COUNT = sizeof(modifiers) / sizeof(*modifiers) };

static void read_columns(struct loader *l, const struct yaml *list, struct paper_source *s)
{
	static const char *const keys[] = { "name", "keys", "relation", "answer", NULL };

	s->columns = arena_array(l->keep, struct paper_column, list ? list->count : 0);
	for (const struct yaml *y = list ? list->first : NULL; y; y = y->next) {
		struct paper_column *c = &s->columns[s->column_count++];

		if (y->kind == YAML_SCALAR) {
			c->name = y->text;
			continue;
		}

		const struct yaml *answer = yaml_get(y, "answer");

		only_keys(l, y, keys);
		c->name = need_text(l, y, "name");
		c->relation = take_text(l, y, "relation");
		c->keys = take_words(l, y, "keys", &c->key_count);
		if (answer) c->answer = question_of(l, answer);
	}
}

/* The ways of meeting a scheme that a source speaks of: words that say nothing of it speak of the evidence alone. */
static unsigned read_by(struct loader *l, const struct yaml *y, const struct paper_source *s)
{
	const struct yaml *by = yaml_get(y, "by");
	size_t count = 0;
	const struct yaml *item = by ? items_of(by, &count) : NULL;
	unsigned ways = 0;

	if (by && s->from != FROM_DECLARATION && s->from != FROM_GROUNDS)
		problem(l, by->line, by->column, STR(""), "\"by\" goes with declares and grounds");
	for (; count--; item = item->next) {
		enum settled_by way = SETTLED_NOT;

		while (way < SETTLED_ASSESSED && !str_is(item->text, way ? settled_word(way) : "evidence")) way++;
		if (way < SETTLED_ASSESSED)
			ways |= 1u << way;
		else
			problem(l, item->line, item->column, STR(""), "\"by\" is evidence, recognised or alternative");
	}
	if (ways) return ways;
	return s->from == FROM_DECLARATION ? 1u << SETTLED_NOT : 1u << SETTLED_RECOGNISED | 1u << SETTLED_ALTERNATIVE;
}

static void read_source(struct loader *l, const struct yaml *y, struct paper_source *s)
{
	const char *keys[KIND_COUNT + MODIFIER_COUNT + 1] = { NULL };
	size_t found = 0;

	for (size_t i = 0; i < KIND_COUNT; i++) keys[i] = kinds[i].key;
	for (size_t i = 0; i < MODIFIER_COUNT; i++) keys[KIND_COUNT + i] = modifiers[i];
	*s = (struct paper_source){ .place = place_of(l, y) };
	if (y->kind != YAML_MAP) {
		problem(l, y->line, y->column, STR(""), "a source is a map, as {profile: product.name}");
		return;
	}
	only_keys(l, y, keys);
	for (size_t i = 0; i < KIND_COUNT; i++) {
		const struct yaml *value = yaml_get(y, kinds[i].key);

		if (!value) continue;
		s->from = kinds[i].from;
		kinds[i].read(l, value, s);
		found++;
	}
	if (found != 1)
		problem(l, y->line, y->column, STR(""), "a source has one of profile, statement, answer, text, ...");
	s->subject = take_text(l, y, "subject");
	s->document = take_text(l, y, "document");
	s->table = take_text(l, y, "table");
	s->bring = take_text(l, y, "bring");
	s->needs = parse_classes(l->keep, take_text(l, y, "needs"));
	s->is_mandatory_only = take_yes(l, y, "mandatory");
	s->by = read_by(l, y, s);
	if (s->from == FROM_QUERY && !s->bring.n && !s->needs.count)
		problem(l, y->line, y->column, STR(""),
			"\"bring\" is missing, or \"needs\": what to bring where the query has no row");
	if (s->from == FROM_REQUIREMENTS)
		s->names = read_ids(l, yaml_get(y, "only"), s->schemes, s->scheme_count, &s->name_count);
	read_columns(l, yaml_get(y, "fields"), s);
}

/* ---- fields ------------------------------------------------------------------------------------------------------ */

static enum paper_need read_need(struct loader *l, const struct yaml *y)
{
	static const char *const words[] = { [NEED_ALWAYS] = "yes",
		[NEED_WHERE_APPLICABLE] = "where applicable",
		[NEED_WHEN_FORCED] = "when the route is forced",
		[NEED_WHEN_RECOGNISED] = "when recognised",
		[NEED_WHEN_ALTERNATIVE] = "when an alternative is taken" };
	const struct yaml *required = yaml_get(y, "required");

	for (size_t i = 0; required && i < sizeof(words) / sizeof(*words); i++)
		if (str_is(required->text, words[i])) return (enum paper_need)i;
	problem(l, required ? required->line : y->line, required ? required->column : y->column, STR(""),
		"\"required\" is yes, where applicable, when the route is forced, when recognised, or when an "
		"alternative is taken");
	return NEED_ALWAYS;
}

static void read_field(struct loader *l, const struct yaml *y, struct paper *p)
{
	static const char *const keys[] = { "id", "label", "note", "required", "agree", "from", NULL };
	struct paper_field *f = &p->fields[p->field_count];
	const struct yaml *from = yaml_get(y, "from");

	only_keys(l, y, keys);
	*f = (struct paper_field){ .id = need_text(l, y, "id"),
		.label = need_text(l, y, "label"),
		.note = take_text(l, y, "note"),
		.need = read_need(l, y),
		.must_agree = take_yes(l, y, "agree"),
		.place = place_of(l, y) };
	for (size_t i = 0; i < p->field_count; i++)
		if (str_equal(p->fields[i].id, f->id))
			problem(l, y->line, y->column, STR(""), "the field \"%s\" stands twice", f->id.p);
	p->field_count++;
	if (!from || from->kind != YAML_LIST) {
		problem(l, y->line, y->column, STR(""),
			"\"from\" is missing: a list of sources, as [{profile: product.name}]");
		return;
	}
	f->sources = arena_array(l->keep, struct paper_source, from->count);
	for (const struct yaml *source = from->first; source; source = source->next) {
		read_source(l, source, &f->sources[f->source_count]);
		p->declares |= f->sources[f->source_count++].from == FROM_DECLARATION;
	}
}

/* Ids are names of files. */
static bool is_plain_id(str id)
{
	for (size_t i = 0; i < id.n; i++)
		if (!((id.p[i] >= 'a' && id.p[i] <= 'z') || (id.p[i] >= '0' && id.p[i] <= '9') ||
			    (id.p[i] == '-' && i > 0)))
			return false;
	return id.n > 0 && id.n < 64;
}

static struct paper *place_for(struct loader *l, str id, const struct yaml *root)
{
	for (size_t i = 0; i < l->rules->papers.n; i++)
		if (str_equal(l->rules->papers.p[i].id, id)) return &l->rules->papers.p[i];
	if (!is_plain_id(id))
		problem(l, root->line, root->column, STR(""),
			"the id of a paper is the name of a file: small letters, digits and hyphens");
	return vec_add(l->keep, &l->rules->papers);
}

void read_paper(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "paper", "title", "law", "url", "clause", "language", "keep", "from",
		"schemes", "itself", "fields", "confidence", "source", "note", NULL };

	if (!root || root->kind != YAML_MAP) {
		problem(l, 1, 1, STR(""), "a paper is a map");
		return;
	}
	only_keys(l, root, keys);

	const struct yaml *schemes = yaml_get(root, "schemes"), *fields = yaml_get(root, "fields");
	str id = need_text(l, root, "paper");
	struct paper *p = place_for(l, id, root);

	*p = (struct paper){
		.id = id,
		.title = need_text(l, root, "title"),
		.law = need_text(l, root, "law"),
		.url = take_text(l, root, "url"),
		.clause = take_text(l, root, "clause"),
		.language = take_text(l, root, "language"),
		.keep = take_text(l, root, "keep"),
		.from = take_text(l, root, "from"),
		.note = take_text(l, root, "note"),
		.confidence = take_text(l, root, "confidence"),
		.place = place_of(l, root),
	};
	p->schemes = read_schemes(l, schemes, &p->scheme_count);
	if (!schemes) problem(l, root->line, root->column, STR(""), "\"schemes\" is missing: whose paper it is");
	p->itself = read_ids(l, yaml_get(root, "itself"), p->schemes, p->scheme_count, &p->itself_count);
	if (!fields || fields->kind != YAML_LIST) {
		problem(l, root->line, root->column, STR(""),
			"\"fields\" is missing: a list of {id, label, required, from}");
		return;
	}
	p->fields = arena_array(l->keep, struct paper_field, fields->count);
	for (const struct yaml *y = fields->first; y; y = y->next) read_field(l, y, p);
}
