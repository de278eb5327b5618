/* Kinds, classes, profile, reference tables, risk, domains. */
#include "rules/read.h"

#include "base/buf.h"

bool is_list(struct loader *l, const struct yaml *y, const char *what)
{
	if (y && y->kind == YAML_LIST) return true;
	problem(l, y ? y->line : 1, y ? y->column : 1, STR(""), "expected a list of %s", what);
	return false;
}

bool is_map(struct loader *l, const struct yaml *y, const char *what)
{
	if (y && y->kind == YAML_MAP) return true;
	problem(l, y ? y->line : 1, y ? y->column : 1, STR(""), "%s: expected a map", what);
	return false;
}

void read_kinds(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "kind", "means", "entities", "product", "else-product", "needs", "note",
		NULL };

	if (!is_list(l, root, "kinds")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		str name = need_text(l, y, "kind");
		struct kind *k = NULL;

		only_keys(l, y, keys);
		for (size_t i = 0; i < l->rules->kinds.n; i++)
			if (str_equal(l->rules->kinds.p[i].name, name)) k = &l->rules->kinds.p[i];
		if (k && k->place.file == l->file)
			problem(l, y->line, y->column, STR(""), "the kind \"%s\" stands twice", name.p);
		if (!k) k = vec_add(l->keep, &l->rules->kinds);
		*k = (struct kind){
			.name = name,
			.means = take_text(l, y, "means"),
			.sql = take_text(l, y, "entities"),
			.is_product = take_yes(l, y, "product"),
			.else_product = take_yes(l, y, "else-product"),
			.needs = parse_classes(l->keep, take_text(l, y, "needs")),
			.place = place_of(l, y),
		};
	}
}

void read_classes(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "means", "bring", "input", "steps", "expected", "note", NULL };

	if (!is_map(l, root, "classes")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		struct coverage_class *c = NULL;

		only_keys(l, y, keys);
		for (size_t i = 0; i < l->rules->classes.n; i++)
			if (str_equal(l->rules->classes.p[i].name, y->key)) c = &l->rules->classes.p[i];
		if (!c) c = vec_add(l->keep, &l->rules->classes);
		*c = (struct coverage_class){ .name = y->key,
			.means = need_text(l, y, "means"),
			.bring = need_text(l, y, "bring"),
			.steps = take_text(l, y, "steps"),
			.expected = take_text(l, y, "expected"),
			.inputs = take_text(l, y, "input") };
	}
}

/* What holds while nobody says otherwise is one of the values. */
static void read_unsaid(struct loader *l, const struct yaml *y, struct profile_name *p)
{
	static const char *const yes_no[] = { "yes", "no", NULL };
	const struct yaml *unsaid = yaml_get(y, "unsaid");
	struct candidates near = { .keep = l->keep };

	if (!unsaid) return;
	if (str_is(p->type, "yes/no")) {
		p->unsaid = need_one_of(l, y, "unsaid", yes_no);
		return;
	}
	p->unsaid = near.wanted = take_text(l, y, "unsaid");
	for (size_t i = 0; i < p->value_count; i++) {
		if (str_equal(p->values[i], p->unsaid)) return;
		candidate(&near, p->values[i]);
	}
	problem(l, unsaid->line, unsaid->column, suggestion(&near), "unsaid: \"%.*s\" is none of the values of %.*s",
		STR_FMT(p->unsaid), STR_FMT(p->name));
}

static bool is_value_of(const struct profile_name *p, str value)
{
	for (size_t i = 0; i < p->value_count; i++)
		if (str_equal(p->values[i], value)) return true;
	return false;
}

/* Which value lies in which other: both are values of the name. */
static void read_within(struct loader *l, const struct yaml *y, struct profile_name *p)
{
	const struct yaml *within = yaml_get(y, "within");

	if (!within || !is_map(l, within, "within")) return;
	p->parts = arena_array(l->keep, struct within, within->count);
	for (const struct yaml *w = within->first; w; w = w->next) {
		if (!is_value_of(p, w->key) || !is_value_of(p, w->text) || str_equal(w->key, w->text))
			problem(l, w->key_line, w->key_column, (str){ 0 },
				"within: \"%.*s: %.*s\" are not two values of %.*s", STR_FMT(w->key), STR_FMT(w->text),
				STR_FMT(p->name));
		else
			p->parts[p->part_count++] = (struct within){ .part = w->key, .whole = w->text };
	}
}

void read_markets(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "name", "also", "within", "note", NULL };

	if (!is_map(l, root, "markets")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		struct market *m = NULL;

		only_keys(l, y, keys);
		for (size_t i = 0; i < l->rules->markets.n; i++)
			if (str_equal(l->rules->markets.p[i].code, y->key)) m = &l->rules->markets.p[i];
		if (!m) m = vec_add(l->keep, &l->rules->markets);
		*m = (struct market){
			.code = y->key, .name = need_text(l, y, "name"), .within = take_text(l, y, "within")
		};
		m->also = take_words(l, y, "also", &m->also_count);
	}
}

/* Who sells in a country of a union sells in the union. */
static void add_unions(struct loader *l, struct profile_name *p)
{
	struct within *more = arena_array(l->keep, struct within, p->part_count + l->rules->markets.n);

	if (p->part_count) memcpy(more, p->parts, p->part_count * sizeof(*more));
	p->parts = more;
	for (size_t i = 0; i < l->rules->markets.n; i++) {
		const struct market *m = &l->rules->markets.p[i];

		if (m->within.n) p->parts[p->part_count++] = (struct within){ .part = m->code, .whole = m->within };
	}
}

void read_profile(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "asks", "type", "values", "unsaid", "begins", "within", "markets", "note",
		NULL };

	static const char *const types[] = { "yes/no", "word", "words", "number", "date", "text", NULL };

	if (!is_map(l, root, "profile")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		struct profile_name *p = NULL;

		only_keys(l, y, keys);
		for (size_t i = 0; i < l->rules->profile.n; i++)
			if (str_equal(l->rules->profile.p[i].name, y->key)) p = &l->rules->profile.p[i];
		if (!p) p = vec_add(l->keep, &l->rules->profile);
		*p = (struct profile_name){ .name = y->key,
			.asks = need_text(l, y, "asks"),
			.type = need_one_of(l, y, "type", types),
			.begins = take_text(l, y, "begins"),
			.is_of_markets = take_yes(l, y, "markets"),
			.place = place_of(l, y) };
		p->values = take_words(l, y, "values", &p->value_count);
		read_unsaid(l, y, p);
		read_within(l, y, p);
		if (p->is_of_markets) add_unions(l, p);
	}
}

void read_references(struct loader *l, const struct yaml *root)
{
	if (!is_map(l, root, "reference tables")) return;
	for (const struct yaml *table = root->first; table; table = table->next) {
		struct reference_table *t = NULL;
		size_t n = 0;

		if (!is_list(l, table, "rows")) continue;

		str name = str_starts(table->key, "ref_") ? table->key
							  : arena_printf(l->keep, "ref_%.*s", STR_FMT(table->key));

		for (size_t i = 0; i < l->rules->references.n; i++)
			if (str_equal(l->rules->references.p[i].name, name)) t = &l->rules->references.p[i];
		if (!t) t = vec_add(l->keep, &l->rules->references);
		*t = (struct reference_table){ .name = name,
			.rows = arena_array(l->keep, struct reference_row, table->count),
			.count = table->count };
		for (const struct yaml *row = table->first; row; row = row->next, n++) {
			struct reference_row *r = &t->rows[n];

			r->columns = arena_array(l->keep, str, row->count);
			r->values = arena_array(l->keep, str, row->count);
			for (const struct yaml *cell = row->first; cell; cell = cell->next) {
				r->columns[r->count] = cell->key;
				r->values[r->count++] = cell->text;
			}
		}
	}
}

void read_labels(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "id", "title", "market", "levels", "certificate_months", "source",
		"confidence", "note", NULL };

	if (!is_list(l, root, "labels")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		str id = need_text(l, y, "id");
		struct label *label = NULL;

		only_keys(l, y, keys);
		for (size_t i = 0; i < l->rules->labels.n; i++)
			if (str_equal(l->rules->labels.p[i].id, id)) label = &l->rules->labels.p[i];
		if (label && label->place.file == l->file)
			problem(l, y->line, y->column, STR(""), "the label \"%s\" stands twice", id.p);
		if (rules_scheme(l->rules, id))
			problem(l, y->line, y->column, STR(""), "\"%s\" is a scheme, and so no label besides", id.p);
		if (!label) label = vec_add(l->keep, &l->rules->labels);
		*label = (struct label){ .id = id,
			.title = need_text(l, y, "title"),
			.market = need_text(l, y, "market"),
			.note = take_text(l, y, "note"),
			.certificate_months = take_number(l, y, "certificate_months"),
			.place = place_of(l, y) };
		label->levels = take_words(l, y, "levels", &label->level_count);
	}
}

/* ---- risk and domains -------------------------------------------------------------------------------------------- */

static int signed_number(struct loader *l, const struct yaml *y, const char *key)
{
	str text = take_text(l, y, key);
	bool is_negative = text.n && text.p[0] == '-';
	uint64_t value = 0;

	if (text.n && !str_to_u64(is_negative ? (str){ text.p + 1, text.n - 1 } : text, 10, &value))
		problem(l, y->line, y->column, STR(""), "\"%s\" is a whole number", key);
	return is_negative ? -(int)value : (int)value;
}

void read_risk(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "method", "source", "inputs", "rules", "classes", "levels", "note", NULL };
	static const char *const rule_keys[] = { "when", "add", "at-least", "because", "id", NULL };
	static const char *const class_keys[] = { "name", "from", "means", NULL };
	static const char *const level_keys[] = { "scale", "class", "when", "value", "as", "less", "because", "source",
		NULL };
	const struct yaml *rules, *classes, *levels;
	struct risk *risk = &l->rules->risk;

	if (!is_map(l, root, "risk")) return;
	only_keys(l, root, keys);
	rules = take_list(l, root, "rules");
	classes = take_list(l, root, "classes");
	levels = take_list(l, root, "levels");
	*risk = (struct risk){
		.rules = arena_array(l->keep, struct risk_rule, rules ? rules->count : 0),
		.classes = arena_array(l->keep, struct risk_class, classes ? classes->count : 0),
		.levels = arena_array(l->keep, struct risk_level, levels ? levels->count : 0),
		.place = place_of(l, root),
	};
	for (const struct yaml *y = rules ? rules->first : NULL; y; y = y->next) {
		struct risk_rule *r = &risk->rules[risk->rule_count++];

		only_keys(l, y, rule_keys);
		r->when = take_expr(l, y, "when", &r->text);
		r->add = signed_number(l, y, "add");
		r->at_least = take_text(l, y, "at-least");
		r->because = need_text(l, y, "because");
		r->place = place_of(l, y);
		if (!r->when) problem(l, y->line, y->column, STR(""), "a rule needs \"when\"");
	}
	for (const struct yaml *y = classes ? classes->first : NULL; y; y = y->next) {
		only_keys(l, y, class_keys);
		risk->classes[risk->class_count++] = (struct risk_class){ .name = need_text(l, y, "name"),
			.from_points = signed_number(l, y, "from"),
			.place = place_of(l, y) };
	}
	for (const struct yaml *y = levels ? levels->first : NULL; y; y = y->next) {
		struct risk_level *level = &risk->levels[risk->level_count++];

		only_keys(l, y, level_keys);
		*level = (struct risk_level){ .scale = need_text(l, y, "scale"),
			.risk_class = take_text(l, y, "class"),
			.value = yaml_get(y, "as") ? STR("") : need_text(l, y, "value"),
			.as = take_text(l, y, "as"),
			.less = take_number(l, y, "less"),
			.because = take_text(l, y, "because"),
			.source = take_text(l, y, "source") };
		level->when = take_expr(l, y, "when", NULL);
		level->place = place_of(l, y);
	}
}

void read_domain(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "domain", "title", "when", "adds", "note", "source", "confidence", NULL };
	struct domain *d;

	if (!is_map(l, root, "a domain")) return;
	only_keys(l, root, keys);
	d = vec_add(l->keep, &l->rules->domains);
	*d = (struct domain){ .id = need_text(l, root, "domain"),
		.title = need_text(l, root, "title"),
		.note = take_text(l, root, "note"),
		.place = place_of(l, root) };
	d->adds = take_words(l, root, "adds", &d->add_count);
	d->when = take_expr(l, root, "when", NULL);
}
