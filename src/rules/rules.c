#include "rules/read.h"

#include <stdlib.h>

/* ---- finding by name --------------------------------------------------------------------------------------------- */

#define FIND(vec, field, wanted)                                                                                       \
	for (size_t i_ = 0; i_ < (vec).n; i_++)                                                                        \
		if (str_equal((vec).p[i_].field, (wanted))) return &(vec).p[i_];                                       \
	return NULL

const struct check *rules_check(const struct rules *r, str id)
{
	FIND(r->checks, id, id);
}

static int by_named(const void *a, const void *b)
{
	return str_compare(((const struct named *)a)->name, ((const struct named *)b)->name);
}

static const void *find_named(const struct name_index *index, str name)
{
	struct named wanted = { .name = name };
	const struct named *found = bsearch(&wanted, index->p, index->n, sizeof(wanted), by_named);

	return found ? found->what : NULL;
}

/* While rules are read there is no index yet. */
#define FIND_NAMED(rules, kind, vec, field, wanted)                                                                    \
	if ((rules)->by_name[kind].n) return find_named(&(rules)->by_name[kind], (wanted));                            \
	FIND(vec, field, wanted)

const struct condition *rules_condition(const struct rules *r, str id)
{
	FIND_NAMED(r, NAMED_CONDITIONS, r->conditions, id, id);
}

const struct question *rules_question(const struct rules *r, str id)
{
	FIND(r->questions, id, id);
}

const struct kind *rules_kind(const struct rules *r, str name)
{
	FIND_NAMED(r, NAMED_ENTITY_KINDS, r->kinds, name, name);
}

const struct parameter *rules_parameter(const struct rules *r, str name)
{
	FIND_NAMED(r, NAMED_PARAMETERS, r->parameters, name, name);
}

const struct coverage_class *rules_class(const struct rules *r, str name)
{
	FIND_NAMED(r, NAMED_CLASSES, r->classes, name, name);
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

const struct assessment_unit *rules_asking_test(const struct rules *r, str question)
{
	for (size_t i = 0; i < r->catalogues.n; i++) {
		const struct catalogue *c = &r->catalogues.p[i];

		if (!asked_in(question, STR("ask.test."), c).n) continue;
		for (size_t k = 0; k < c->requirement_count; k++)
			for (size_t u = 0; u < c->requirements[k].assessment_unit_count; u++)
				if (str_equal(c->requirements[k].assessment_units[u].test.id, question))
					return &c->requirements[k].assessment_units[u];
	}
	return NULL;
}

#define INDEX(keep, rules, kind, vec, field)                                                                           \
	do {                                                                                                           \
		struct name_index *index_ = &(rules)->by_name[kind];                                                   \
                                                                                                                       \
		index_->p = arena_array((keep), struct named, (vec).n + 1);                                            \
		for (size_t i_ = 0; i_ < (vec).n; i_++)                                                                \
			index_->p[i_] = (struct named){ (vec).p[i_].field, &(vec).p[i_] };                             \
		index_->n = (vec).n;                                                                                   \
		if (index_->n) qsort(index_->p, index_->n, sizeof(*index_->p), by_named);                              \
	} while (0)

static void number_classes(const struct rules *r, struct classes *all)
{
	for (size_t i = 0; i < all->count; i++) {
		struct class_group *g = &all->groups[i];

		for (size_t k = 0; k < g->count; k++) {
			const struct coverage_class *c = rules_class(r, g->classes[k]);

			g->numbers[k] = c ? (uint32_t)(c - r->classes.p) : CLASS_NONE;
		}
	}
}

void rules_index(struct arena *keep, struct rules *r)
{
	INDEX(keep, r, NAMED_CLASSES, r->classes, name);
	INDEX(keep, r, NAMED_CONDITIONS, r->conditions, id);
	INDEX(keep, r, NAMED_ENTITY_KINDS, r->kinds, name);
	INDEX(keep, r, NAMED_PARAMETERS, r->parameters, name);
	for (size_t i = 0; i < r->checks.n; i++) {
		number_classes(r, &r->checks.p[i].needs);
		number_classes(r, &r->checks.p[i].rests);
		number_classes(r, &r->checks.p[i].empty);
	}
	for (size_t i = 0; i < r->conditions.n; i++) number_classes(r, &r->conditions.p[i].needs);
	for (size_t i = 0; i < r->kinds.n; i++) number_classes(r, &r->kinds.p[i].needs);
}

const char *settled_word(enum settled_by s)
{
	static const char *const words[] = { [SETTLED_NOT] = "",
		[SETTLED_RECOGNISED] = "recognised",
		[SETTLED_ALTERNATIVE] = "alternative",
		[SETTLED_ASSESSED] = "risk assessment" };

	return words[s];
}

str rules_clauses_text(const struct clause *clauses, size_t count, struct arena *keep)
{
	str all = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct clause *c = &clauses[i];

		all = arena_join(keep, all, ", ", c->catalogue);
		if (c->at.n) all = arena_printf(keep, "%.*s %.*s", STR_FMT(all), STR_FMT(c->at));
		for (size_t k = 0; k < c->id_count; k++)
			all = arena_printf(keep, "%.*s %.*s", STR_FMT(all), STR_FMT(c->ids[k]));
	}
	return all;
}
