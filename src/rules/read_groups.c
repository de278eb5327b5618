/* Questions that are asked together: statements of one thing, each of which stays a question of its own. */
#include "rules/read.h"

#include "rules/answers.h"
#include "rules/groups.h"

static void read_member(
	struct loader *l, const struct yaml *y, const struct question_group *g, struct group_member *ret)
{
	const struct question *q = rules_question(l->rules, y->key);

	*ret = (struct group_member){ .question = y->key, .value = y->text };
	if (!q)
		problem(l, y->key_line, y->key_column, STR(""), "there is no question \"%s\"", y->key.p);
	else if (!str_equal(q->for_kind, g->for_kind))
		problem(l, y->key_line, y->key_column, STR(""), "\"%s\" is asked for each \"%s\", and the group is not",
			y->key.p, q->for_kind.p ? q->for_kind.p : "");
	else if (question_takes(q, y->text) == UNKNOWN)
		problem(l, y->line, y->column, STR(""), "\"%s\" does not take \"%s\"", y->key.p, y->text.p);
}

void read_groups(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "group", "for", "plain", "why", "says", NULL };

	if (!is_list(l, root, "groups")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		struct question_group g = { .id = need_text(l, y, "group"),
			.for_kind = take_text(l, y, "for"),
			.plain = need_text(l, y, "plain"),
			.why = need_text(l, y, "why"),
			.place = place_of(l, y) };
		const struct yaml *says = take_map(l, y, "says");

		only_keys(l, y, keys);
		g.members = arena_array(l->keep, struct group_member, (says ? says->count : 0) + 1);
		for (const struct yaml *m = says ? says->first : NULL; m; m = m->next)
			read_member(l, m, &g, &g.members[g.member_count++]);
		if (g.member_count < 2) problem(l, y->line, y->column, STR(""), "a group has two questions, or more");
		*vec_add(l->keep, &l->rules->groups) = g;
	}
}
