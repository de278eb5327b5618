/* What is wrong with papers as a whole: names that nothing has, papers that lead round in a circle. Their queries:
 * query/lint_queries.c. */
#include "rules/papers.h"
#include "rules/read.h"

static void unknown_paper(struct loader *l, str id, struct place place, const char *who)
{
	struct candidates near = { .keep = l->keep, .wanted = id };

	for (size_t i = 0; i < l->rules->papers.n; i++) candidate(&near, l->rules->papers.p[i].id);
	*vec_add(l->keep, l->problems) = (struct rule_problem){
		.place = place,
		.message = arena_printf(
			l->keep, "%s names the paper \"%.*s\", which rules/papers does not have", who, STR_FMT(id)),
		.suggestion = suggestion(&near),
	};
}

static bool leads_on(const struct paper *p)
{
	for (size_t i = 0; i < p->field_count; i++)
		for (size_t k = 0; k < p->fields[i].source_count; k++)
			if (p->fields[i].sources[k].from == FROM_PAPER) return true;
	return false;
}

static void lint_reference(struct loader *l, const struct paper_source *s)
{
	if (!s->paper)
		unknown_paper(l, s->text, s->place, "a source");
	else if (leads_on(s->paper))
		problem_at(l, s->place, "the paper %.*s refers to papers itself: one step is enough", STR_FMT(s->text));
}

/* Words may hold values of earlier fields: {id}. */
static void lint_words(struct loader *l, const struct paper *p, size_t field, const struct paper_source *s)
{
	str rest = s->text, before, id;

	while (str_split(&rest, '{', &before) && rest.p && str_split(&rest, '}', &id)) {
		bool is_earlier = false;

		for (size_t i = 0; i < field; i++) is_earlier |= str_equal(p->fields[i].id, id);
		if (!is_earlier)
			problem_at(
				l, s->place, "the words name {%.*s}, which is no field before this one", STR_FMT(id));
	}
}

static void lint_ixit(struct loader *l, const struct paper_source *s)
{
	bool has_keys = false;

	for (size_t i = 0; i < s->column_count; i++) has_keys |= s->columns[i].key_count > 0;
	if (!s->column_count)
		problem_at(l, s->place, "\"fields\" is missing: what the form asks of each %.*s", STR_FMT(s->text));
	if (has_keys && !s->table.n) problem_at(l, s->place, "\"table\" is missing: where the columns of \"keys\" are");
}

static void lint_source(struct loader *l, const struct paper *p, size_t field, struct paper_source *s)
{
	lint_classes(l, &s->needs, s->place);
	switch (s->from) {
	case FROM_PAPER:
		lint_reference(l, s);
		break;
	case FROM_TEXT:
	case FROM_DECLARATION:
		lint_words(l, p, field, s);
		break;
	case FROM_IXIT:
		lint_ixit(l, s);
		break;
	default:
		break;
	}
}

void lint_papers(struct loader *l)
{
	for (size_t i = 0; i < l->rules->schemes.n; i++) {
		const struct scheme *s = &l->rules->schemes.p[i];

		for (size_t k = 0; k < s->paper_count; k++)
			if (!rules_paper(l->rules, s->papers[k]))
				unknown_paper(l, s->papers[k], s->paper_places[k], "the scheme");
	}
	for (size_t i = 0; i < l->rules->papers.n; i++) {
		struct paper *p = &l->rules->papers.p[i];

		for (size_t f = 0; f < p->field_count; f++)
			for (size_t k = 0; k < p->fields[f].source_count; k++)
				lint_source(l, p, f, &p->fields[f].sources[k]);
	}
}
