#include "judge/record.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdlib.h>

const char *record_level_word(enum record_level level)
{
	static const char *const words[] = { [RECORD_SCHEME] = "scheme",
		[RECORD_REQUIREMENT] = "requirement",
		[RECORD_ENTITY] = "entity",
		[RECORD_CHECK] = "check",
		[RECORD_QUESTION] = "question",
		[RECORD_FINDING] = "finding" };

	return words[level];
}

const char *record_difference_word(enum record_difference d)
{
	static const char *const words[] = { [RECORD_NEW] = "new",
		[RECORD_GONE] = "gone",
		[RECORD_WORSE] = "worse",
		[RECORD_BETTER] = "better",
		[RECORD_OTHERWISE] = "otherwise",
		[RECORD_NOT_KNOWN] = "not known" };

	return words[d];
}

/* ---- order ------------------------------------------------------------------------------------------------------- */

/* By what they are of. */
static int by_matter(const struct record_entry *a, const struct record_entry *b)
{
	int order;

	if (a->level != b->level) return a->level < b->level ? -1 : 1;
	if ((order = str_compare(a->scheme, b->scheme))) return order;
	if ((order = str_compare(a->requirement, b->requirement))) return order;
	if ((order = str_compare(a->subject, b->subject))) return order;
	return str_compare(a->finding, b->finding);
}

/* The worse first; what else differs only decides which of two that are as bad stays, always the same one. */
static int by_matter_and_verdict(const void *a, const void *b)
{
	const struct record_entry *x = a, *y = b;
	int order = by_matter(x, y);

	if (order) return order;
	if (x->verdict != y->verdict) return x->verdict > y->verdict ? -1 : 1;
	if (x->strength != y->strength) return x->strength < y->strength ? -1 : 1;
	if (x->basis != y->basis) return x->basis < y->basis ? -1 : 1;
	return str_compare(x->reason, y->reason);
}

/* ---- making one -------------------------------------------------------------------------------------------------- */

void record_add(struct record_draft *draft, const struct record_entry *entry)
{
	*vec_add(draft->keep, &draft->entries) = *entry;
}

str record_finding_key(struct arena *keep, str input, str path, str what, str sentence)
{
	return arena_printf(keep, "%.*s: %.*s", STR_FMT(path.n ? path : input), STR_FMT(what.n ? what : sentence));
}

struct record record_close(struct record_draft *draft, str on, str rules)
{
	struct record_entry *all = draft->entries.p;
	size_t n = 0;

	if (draft->entries.n) qsort(all, draft->entries.n, sizeof(*all), by_matter_and_verdict);
	for (size_t i = 0; i < draft->entries.n; i++) {
		if (n && !by_matter(&all[n - 1], &all[i]))
			all[n - 1].is_cut |= all[i].is_cut;
		else
			all[n++] = all[i];
	}
	return (struct record){ .on = on, .rules = rules, .entries = all, .count = n };
}

/* Bytes of an image that are no text stand in a stored record as they are shown. */
static str plain(struct arena *keep, str s)
{
	struct buf shown = { 0 };
	str text;

	if (utf8_is_valid(s)) return s;
	buf_visible(&shown, s);
	text = arena_str(keep, buf_all(&shown));
	buf_free(&shown);
	return text;
}

static void add_outcome_entries(struct record_draft *draft, const struct outcome *o)
{
	str missing = { 0 };

	for (size_t i = 0; i < o->missing_count; i++)
		missing = arena_join(draft->keep, missing, ", ", plain(draft->keep, o->missing[i].class));
	record_add(draft, &(struct record_entry){ .level = RECORD_CHECK,
				  .subject = o->check->id,
				  .verdict = o->verdict,
				  .reason = missing,
				  .is_cut = o->all_count > o->finding_count });
	for (size_t i = 0; i < o->finding_count; i++) {
		const struct finding *f = &o->findings[i];
		str sentence = plain(draft->keep, f->sentence);

		record_add(draft, &(struct record_entry){ .level = RECORD_FINDING,
					  .subject = o->check->id,
					  .finding = record_finding_key(draft->keep, plain(draft->keep, f->input_name),
						  plain(draft->keep, f->path), plain(draft->keep, f->what), sentence),
					  .verdict = f->unknown.n ? VERDICT_INCONCLUSIVE : VERDICT_FAIL,
					  .reason = f->unknown.n ? plain(draft->keep, f->unknown) : sentence });
	}
}

/* taken: by an outcome's number, whether it stands in the record already. */
static void add_requirement_entries(
	struct record_draft *draft, const struct scheme_result *s, const struct requirement_result *r, bool *taken)
{
	struct record_entry entry = {
		.level = RECORD_REQUIREMENT,
		.scheme = s->scheme->id,
		.requirement = arena_printf(
			draft->keep, "%.*s:%.*s", STR_FMT(r->requirement->catalogue->id), STR_FMT(r->requirement->id)),
		.verdict = r->verdict,
		.strength = r->basis,
		.reason = plain(draft->keep, r->why),
		.is_cut = r->all_trees > r->tree_count,
	};

	record_add(draft, &entry);
	for (size_t i = 0; i < r->tree_count; i++)
		record_add(draft, &(struct record_entry){ .level = RECORD_ENTITY,
					  .scheme = entry.scheme,
					  .requirement = entry.requirement,
					  .subject = plain(draft->keep, r->trees[i].name),
					  .verdict = r->trees[i].verdict });
	for (size_t i = 0; i < r->outcome_count; i++) {
		if (!taken[r->outcomes[i]->number]) add_outcome_entries(draft, r->outcomes[i]);
		taken[r->outcomes[i]->number] = true;
	}
	for (size_t i = 0; i < r->reply_count; i++) {
		const struct reply *a = &r->replies[i];

		record_add(draft, &(struct record_entry){ .level = RECORD_QUESTION,
					  .subject = a->question->id,
					  .verdict = a->verdict,
					  .strength = a->value.n ? a->strength : STRENGTH_NONE,
					  .reason = plain(draft->keep, a->why.n ? a->why : a->value) });
	}
}

struct record record_of(const struct judgement *j, struct arena *keep)
{
	struct record_draft draft = { .keep = keep };
	bool *taken = arena_array(keep, bool, j->outcome_count + 1);

	for (size_t i = 0; i < j->scheme_count; i++) {
		const struct scheme_result *s = &j->schemes[i];

		if (!s->is_judged) continue;
		record_add(&draft, &(struct record_entry){ .level = RECORD_SCHEME,
					   .scheme = s->scheme->id,
					   .verdict = s->verdict,
					   .basis = s->basis,
					   .reason = plain(keep, s->why) });
		for (size_t k = 0; k < s->requirement_count; k++)
			add_requirement_entries(&draft, s, &s->requirements[k], taken);
	}
	return record_close(&draft, j->on, j->rules->digest);
}

/* ---- comparing two ----------------------------------------------------------------------------------------------- */

static bool is_decided_alike(const struct record_entry *a, const struct record_entry *b)
{
	return a->verdict == b->verdict && a->strength == b->strength && a->basis == b->basis &&
	       str_equal(a->reason, b->reason);
}

bool record_equal(const struct record *a, const struct record *b)
{
	bool is_same = a->count == b->count && str_equal(a->on, b->on) && str_equal(a->rules, b->rules);

	for (size_t i = 0; i < a->count && is_same; i++)
		is_same = !by_matter(&a->entries[i], &b->entries[i]) &&
			  is_decided_alike(&a->entries[i], &b->entries[i]) &&
			  a->entries[i].is_cut == b->entries[i].is_cut;
	return is_same;
}

/* How far it keeps the product from passing; what does not apply keeps it from passing as little as a pass. */
static int badness(enum verdict v)
{
	return v == VERDICT_FAIL ? 2 : v == VERDICT_INCONCLUSIVE ? 1 : 0;
}

static enum record_difference difference_of(const struct record_entry *before, const struct record_entry *after)
{
	int was = badness(before->verdict), is = badness(after->verdict);

	if (was == is) return RECORD_OTHERWISE;
	return is > was ? RECORD_WORSE : RECORD_BETTER;
}

static int find_matter(const void *a, const void *b)
{
	return by_matter(a, b);
}

/* What the entry is listed under stands there, and does not list all. */
static bool may_be_left_out(const struct record *r, const struct record_entry *e)
{
	struct record_entry above = { .level = RECORD_CHECK, .subject = e->subject };
	const struct record_entry *found;

	if (e->level == RECORD_ENTITY)
		above = (struct record_entry){
			.level = RECORD_REQUIREMENT, .scheme = e->scheme, .requirement = e->requirement
		};
	else if (e->level != RECORD_FINDING)
		return false;
	found = r->count ? bsearch(&above, r->entries, r->count, sizeof(above), find_matter) : NULL;
	return found && found->is_cut;
}

struct record_change *record_compare(
	const struct record *before, const struct record *after, struct arena *keep, size_t *ret_count)
{
	VEC(struct record_change) changes = { 0 };
	size_t i = 0, k = 0;

	while (i < before->count || k < after->count) {
		const struct record_entry *was = i < before->count ? &before->entries[i] : NULL,
					  *is = k < after->count ? &after->entries[k] : NULL;
		int order = !was ? 1 : !is ? -1 : by_matter(was, is);

		i += order <= 0;
		k += order >= 0;
		if (order < 0)
			*vec_add(keep, &changes) =
				(struct record_change){ may_be_left_out(after, was) ? RECORD_NOT_KNOWN : RECORD_GONE,
					was, NULL };
		else if (order > 0)
			*vec_add(keep, &changes) =
				(struct record_change){ may_be_left_out(before, is) ? RECORD_NOT_KNOWN : RECORD_NEW,
					NULL, is };
		else if (!is_decided_alike(was, is))
			*vec_add(keep, &changes) = (struct record_change){ difference_of(was, is), was, is };
	}
	*ret_count = changes.n;
	return changes.p;
}
