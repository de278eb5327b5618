#include "declare/practices_pages.h"

/* What the copy of a page said, with the words in which it did: they must stand in the copy, so that nobody has to
 * believe the index. */
err practices_take_states(struct practices_folder *f, const struct practices_named *n)
{
	static const char *const keys[] = { "kind", "value", "subject", "words", NULL };

	if (n->states->kind != YAML_LIST)
		return declare_trouble(&f->d, &declare_bad_value, n->states,
			"states is a list of {kind: support-end, value: 2031-12-31, words: \"until 31 December "
			"2031\"}");
	for (const struct yaml *s = n->states->first; s; s = s->next) {
		str words = yaml_text(s, "words");

		if (s->kind == YAML_MAP)
			TRY(declare_only_keys(
				&f->d, s, keys, "is no part of what a page states: kind, value, subject, words"));
		if (s->kind != YAML_MAP || !yaml_text(s, "kind").n || !yaml_text(s, "value").n || !words.n)
			return declare_trouble(&f->d, &declare_bad_value, s,
				"what a page states is {kind: ..., value: ..., words: ...}; words as they stand in the "
				"copy");
		if (n->file && !n->file->trouble && !str_find(str_from_span(n->file->content), words.p, NULL))
			return declare_trouble(&f->d, &declare_bad_value, yaml_get(s, "words"),
				"the words \"%s\" do not stand in %.*s; copy them as they are there, within one line "
				"and "
				"without marks",
				words.p, STR_FMT(n->path));
	}
	return OK;
}

/* A copy of a published page, as it was on its date. */
err practices_take_page(struct practices_folder *f, const struct yaml *item, struct practices_named *n)
{
	const struct yaml *page = yaml_get(item, "page"), *other = yaml_get(item, "kind");

	if (!n->page.n)
		return declare_trouble(
			&f->d, &declare_bad_value, page, "\"page\" is the kind of page, as support or policy");
	if (!other) other = n->practices ? n->practices : n->papers ? n->papers : n->threats;
	if (other)
		return declare_trouble(&f->d, &declare_bad_value, other,
			"the copy of a page shows what was published: \"%s\" is said of other documents", other->key.p);
	n->kind = arena_printf(f->d.keep, "earlier-%.*s", STR_FMT(n->page));
	return OK;
}

/* Under names of their own: what a page said once is no claim of today. */
void practices_write_states(struct practices_folder *f, const struct practices_named *n, uint32_t document)
{
	for (const struct yaml *s = n->states->first; s; s = s->next)
		fact_statement(f->d.facts,
			&(struct fact_statement){ .document = document,
				.kind = arena_printf(f->d.keep, "earlier-%.*s", STR_FMT(yaml_text(s, "kind"))),
				.subject = yaml_text(s, "subject"),
				.value = yaml_text(s, "value"),
				.basis = STR("documented") });
}

/* A page is known as it was before when there are copies of two days that say something, each with its digest. */
bool practices_have_history(const struct practices_named *all, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			if (all[i].page.n && str_equal(all[i].page, all[k].page) &&
				!str_equal(all[i].date, all[k].date) && all[i].states && all[k].states && all[i].file &&
				all[k].file && !all[i].file->trouble && !all[k].file->trouble)
				return true;
	return false;
}
