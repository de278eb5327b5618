/* Typed demands: what several texts want of one thing, as ranges, days, choices and lists
 * (rules/mappings/demands.yaml). */
#include "rules/read.h"

#include <math.h>
#include <stdlib.h>

static const struct {
	const char *word;
	enum aspect_kind kind;
	enum aspect_source source;
} kinds[] = {
	{ "number", ASPECT_NUMBER, ASPECT_OF_CLAUSES },
	{ "date", ASPECT_DATE, ASPECT_OF_CLAUSES },
	{ "choice", ASPECT_CHOICE, ASPECT_OF_CLAUSES },
	{ "list", ASPECT_LIST, ASPECT_OF_CLAUSES },
	{ "certificate-months", ASPECT_NUMBER, ASPECT_OF_LIFE },
	{ "strength", ASPECT_NUMBER, ASPECT_OF_STRENGTH },
	{ "compensation", ASPECT_CHOICE, ASPECT_OF_COMPENSATION },
	{ "sectors", ASPECT_LIST, ASPECT_OF_SECTORS },
	{ "editions", ASPECT_LIST, ASPECT_OF_EDITIONS },
	{ "conditions", ASPECT_LIST, ASPECT_OF_CONDITIONS },
	{ "recognition", ASPECT_LIST, ASPECT_OF_RECOGNITION },
};
enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

static void read_kind_of(struct loader *l, const struct yaml *y, struct aspect *a)
{
	const char *words[KINDS + 1] = { NULL };
	str of;

	for (size_t i = 0; i < KINDS; i++) words[i] = kinds[i].word;
	of = need_one_of(l, y, "of", words);
	for (size_t i = 0; i < KINDS; i++) {
		if (!str_is(of, kinds[i].word)) continue;
		a->kind = kinds[i].kind;
		a->source = kinds[i].source;
	}
}

/* ---- values ------------------------------------------------------------------------------------------------------ */

static double take_bound_of(struct loader *l, const struct yaml *y, const char *key, double otherwise)
{
	const struct yaml *entry = yaml_get(y, key);
	str text = take_text(l, y, key);
	char digits[32] = "", *end = digits;
	double value;

	if (!entry || !text.n) return otherwise;
	if (text.n < sizeof(digits)) memcpy(digits, text.p, text.n);
	value = strtod(digits, &end);
	if (!digits[0] || *end || !isfinite(value))
		problem(l, entry->line, entry->column, STR(""), "\"%s\" is a number, not \"%.*s\"", key, STR_FMT(text));
	return value;
}

/* 2026-09-11 as 20260911; a year or month as its first day. */
static double number_of_day(str day)
{
	unsigned parts[3] = { 0, 1, 1 };
	str rest = day, word;

	for (size_t i = 0; i < 3 && str_split(&rest, '-', &word); i++) {
		parts[i] = 0;
		for (size_t k = 0; k < word.n; k++) parts[i] = parts[i] * 10 + (unsigned)(word.p[k] - '0');
	}
	return parts[0] * 10'000.0 + parts[1] * 100.0 + parts[2];
}

static uint64_t take_choices(struct loader *l, const struct yaml *y, const char *key, const struct aspect *a)
{
	const struct yaml *entry = yaml_get(y, key);
	size_t count;
	str *words = take_words(l, y, key, &count);
	uint64_t set = 0;

	for (size_t i = 0; i < count; i++) {
		struct candidates near = { .keep = l->keep, .wanted = words[i] };
		bool is_known = false;

		for (size_t k = 0; k < a->choice_count; k++) {
			candidate(&near, a->choices[k].word);
			if (!str_equal(a->choices[k].word, words[i])) continue;
			is_known = true;
			set |= (uint64_t)1 << k;
		}
		if (!is_known)
			problem(l, entry->line, entry->column, suggestion(&near), "\"%.*s\" is none of the \"choices\"",
				STR_FMT(words[i]));
	}
	return set;
}

static void read_choices(struct loader *l, const struct yaml *y, struct aspect *a)
{
	const struct yaml *choices = yaml_get(y, "choices");
	bool wants_them = a->source == ASPECT_OF_CLAUSES && (a->kind == ASPECT_CHOICE || a->kind == ASPECT_LIST);

	if (!wants_them) {
		if (choices)
			problem(l, choices->line, choices->column, STR(""),
				"\"choices\" are for what is of choice or list");
		return;
	}
	if (!is_map(l, choices, "choices: {word: what it means}")) return;
	if (choices->count > CHOICES_MOST) {
		problem(l, choices->line, choices->column, STR(""), "more than %d choices", CHOICES_MOST);
		return;
	}
	a->choices = arena_array(l->keep, struct choice, choices->count);
	for (const struct yaml *one = choices->first; one; one = one->next) {
		if (one->kind != YAML_SCALAR || !one->text.n)
			problem(l, one->line, one->column, STR(""), "what \"%.*s\" means is a text", STR_FMT(one->key));
		a->choices[a->choice_count++] = (struct choice){ .word = one->key, .means = one->text };
	}
}

static const char *const *keys_of(const struct aspect *a)
{
	static const char *const number[] = { "wants", "least", "most", "clauses", NULL };
	static const char *const date[] = { "wants", "from", "to", "clauses", NULL };
	static const char *const choice[] = { "wants", "takes", "clauses", NULL };
	static const char *const list[] = { "wants", "holds", "clauses", NULL };
	static const char *const *const keys[] = {
		[ASPECT_NUMBER] = number, [ASPECT_DATE] = date, [ASPECT_CHOICE] = choice, [ASPECT_LIST] = list
	};

	return keys[a->kind];
}

static struct demand read_demand(struct loader *l, const struct yaml *y, const struct aspect *a)
{
	struct demand d = { .least = -INFINITY, .most = INFINITY, .place = place_of(l, y) };

	only_keys(l, y, keys_of(a));
	d.wants = take_text(l, y, "wants");
	if (a->kind == ASPECT_NUMBER) {
		d.least = take_bound_of(l, y, "least", d.least);
		d.most = take_bound_of(l, y, "most", d.most);
	} else if (a->kind == ASPECT_DATE) {
		d.from = take_date(l, y, "from");
		d.to = take_date(l, y, "to");
		if (d.from.n) d.least = number_of_day(d.from);
		if (d.to.n) d.most = number_of_day(d.to) - 1;
	} else {
		d.takes = take_choices(l, y, a->kind == ASPECT_CHOICE ? "takes" : "holds", a);
	}
	d.clauses = read_clauses(l, y, &d.clause_count);
	return d;
}

void read_demands(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "aspect", "asks", "about", "of", "unit", "conflict", "way", "choices",
		"demands", "note", NULL };
	static const char *const abouts[] = { "behaviour", "scope", "route", "time", "papers", "edition", "text",
		NULL };

	if (!is_list(l, root, "aspects")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		str id = need_text(l, y, "aspect");
		const struct yaml *demands = take_list(l, y, "demands");
		struct aspect *a = NULL;

		only_keys(l, y, keys);
		for (size_t i = 0; i < l->rules->aspects.n; i++)
			if (str_equal(l->rules->aspects.p[i].id, id)) a = &l->rules->aspects.p[i];
		if (a && is_beside(l, a->place))
			problem(l, y->line, y->column, STR(""), "the aspect \"%s\" stands twice", id.p);
		if (!a) a = vec_add(l->keep, &l->rules->aspects);
		*a = (struct aspect){
			.id = id,
			.place = place_of(l, y),
			.asks = need_text(l, y, "asks"),
			.about = need_one_of(l, y, "about", abouts),
			.unit = take_text(l, y, "unit"),
			.conflict = take_text(l, y, "conflict"),
			.way = take_text(l, y, "way"),
		};
		read_kind_of(l, y, a);
		read_choices(l, y, a);
		a->demands = arena_array(l->keep, struct demand, demands ? demands->count : 0);
		for (const struct yaml *one = demands ? demands->first : NULL; one; one = one->next)
			a->demands[a->demand_count++] = read_demand(l, one, a);
	}
}

void link_demands(struct rules *r, struct arena *keep)
{
	for (size_t i = 0; i < r->aspects.n; i++) {
		struct aspect *a = &r->aspects.p[i];

		a->recorded = rules_conflict(r, a->conflict);
		for (size_t k = 0; k < a->demand_count; k++)
			for (size_t n = 0; n < a->demands[k].clause_count; n++)
				link_clause(r, keep, &a->demands[k].clauses[n]);
	}
}

/* ---- mistakes ---------------------------------------------------------------------------------------------------- */

static bool same_value(const struct aspect *a, const struct demand *x, const struct demand *y)
{
	if (a->kind == ASPECT_CHOICE || a->kind == ASPECT_LIST) return x->takes == y->takes;
	return x->least == y->least && x->most == y->most;
}

static void lint_demand(struct loader *l, const struct aspect *a, const struct demand *d)
{
	if (!d->clause_count) problem_at(l, d->place, "a demand of %s names no clause", a->id.p);
	for (size_t i = 0; i < d->clause_count; i++) lint_clause(l, &d->clauses[i], true);
	if (d->least > d->most) problem_at(l, d->place, "nothing lies within this demand: it ends before it begins");
	if (a->kind == ASPECT_CHOICE && !d->takes)
		problem_at(l, d->place, "no choice meets this demand: \"takes\" names those that do");
	for (const struct demand *other = a->demands; other < d; other++)
		if (same_value(a, other, d))
			problem_at(l, d->place, "this value of %s stands twice: put the clauses together", a->id.p);
}

void lint_demands(struct loader *l)
{
	for (size_t i = 0; i < l->rules->aspects.n; i++) {
		const struct aspect *a = &l->rules->aspects.p[i];

		if (a->conflict.n && !a->recorded)
			problem_at(l, a->place, "there is no conflict \"%s\"", a->conflict.p);
		if (a->source != ASPECT_OF_CLAUSES && a->demand_count)
			problem_at(l, a->place, "schemes say themselves what they want of %s: it has no \"demands\"",
				a->id.p);
		if (a->source == ASPECT_OF_CLAUSES && a->demand_count < 2)
			problem_at(l, a->place, "%s has fewer than two demands: there is nothing to compare", a->id.p);
		for (size_t k = 0; k < a->demand_count; k++) lint_demand(l, a, &a->demands[k]);
	}
}
