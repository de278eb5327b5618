/* How much a product's folder had to say for a scheme to pass: figures DAY EVIDENCE SCHEME... One line each: the
 * scheme, its verdict, and how many questions were answered, rows declared, documents named, trials made; then the kinds of input
 * that were brought. The last line counts all of these schemes together, each thing once. */
#include "declare/declare.h"
#include "source/sources.h"
#include "work/open.h"

#include <stdio.h>
#include <stdlib.h>

struct names {
	str *p;
	size_t n, room;
};

static void add_name(struct arena *keep, struct names *all, str name)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_equal(all->p[i], name)) return;
	*vec_add(keep, all) = name;
}

/* What a scheme looked at. */
struct used {
	struct names questions, classes;
};

static bool was_answered(const struct judgement *j, str question)
{
	for (size_t i = 0; i < j->answer_count; i++)
		if (str_equal(j->answers[i].question, question)) return true;
	return false;
}

static void take_check(struct arena *keep, struct used *u, const struct check *c)
{
	for (size_t g = 0; g < c->needs.count; g++)
		for (size_t k = 0; k < c->needs.groups[g].count; k++)
			add_name(keep, &u->classes, c->needs.groups[g].classes[k]);
}

/* Of a tree, what stands at the nodes that were walked. */
static void take_requirement(
	struct arena *keep, struct used *u, const struct judgement *j, const struct requirement_result *r)
{
	for (size_t i = 0; i < r->reply_count; i++)
		if (r->replies[i].value.n) add_name(keep, &u->questions, r->replies[i].question->id);
	for (size_t i = 0; i < r->outcome_count; i++) take_check(keep, u, r->outcomes[i]->check);
	for (size_t t = 0; t < r->tree_count; t++)
		for (size_t i = 0; i < r->trees[t].step_count; i++) {
			const struct question *q = r->trees[t].steps[i].node->question;

			if (q && was_answered(j, q->id)) add_name(keep, &u->questions, q->id);
		}
}

static unsigned long number(sqlite3 *db, const char *sql, str word)
{
	sqlite3_stmt *stmt = NULL;
	unsigned long n = 0;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_text(stmt, 1, word.p, (int)word.n, SQLITE_STATIC);
		if (sqlite3_step(stmt) == SQLITE_ROW) n = (unsigned long)sqlite3_column_int64(stmt, 0);
	}
	sqlite3_finalize(stmt);
	return n;
}

static unsigned long rows_declared(sqlite3 *db, const struct used *u)
{
	unsigned long n = 0;

	for (size_t k = 0; k < declared_kind_count; k++)
		for (size_t i = 0; i < u->classes.n; i++)
			if (str_is(u->classes.p[i], declared_kinds[k].class))
				n += number(db, "SELECT count(*) FROM declared WHERE kind = ?1",
					str_of(declared_kinds[k].kind));
	return n;
}

static unsigned long of_classes(sqlite3 *db, const struct used *u, const char *prefix, const char *sql)
{
	unsigned long n = 0;

	for (size_t i = 0; i < u->classes.n; i++) {
		str class = u->classes.p[i];

		if (str_starts(class, prefix))
			n += number(db, sql, (str){ class.p + strlen(prefix), class.n - strlen(prefix) });
	}
	return n;
}

static bool was_brought(const struct judgement *j, enum source_kind kind)
{
	for (size_t i = 0; i < j->input_count; i++)
		if (str_is(j->inputs[i].kind, sources[kind].name) ||
			(kind == SOURCE_IMAGE && str_is(j->inputs[i].kind, "directory")))
			return true;
	return false;
}

static void print_inputs(const struct judgement *j, const struct used *u)
{
	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++) {
		bool gives = false;

		for (size_t i = 0; i < u->classes.n; i++) gives |= source_giving(u->classes.p[i], kind) == kind;
		if (gives && was_brought(j, kind)) printf(" %s", sources[kind].name);
	}
}

static void print_used(
	const char *name, const char *verdict, const struct judgement *j, sqlite3 *db, const struct used *u)
{
	printf("%-22s %-14s %3zu questions %3lu rows %2lu documents %3lu trials  ", name, verdict, u->questions.n,
		rows_declared(db, u), of_classes(db, u, "document.", "SELECT count(*) FROM document WHERE kind = ?1"),
		of_classes(db, u, "trial.", "SELECT count(*) FROM trial WHERE kind = ?1"));
	print_inputs(j, u);
	putchar('\n');
}

static void print_scheme(struct judged *judged, const struct scheme_result *s, struct used *all)
{
	struct used own = { 0 };

	for (size_t i = 0; i < s->requirement_count; i++) {
		const struct requirement_result *r = &s->requirements[i];

		if (!r->is_mandatory || requirement_ahead(r, judged->judgement->on).n) continue;
		take_requirement(&judged->keep, &own, judged->judgement, r);
		take_requirement(&judged->keep, all, judged->judgement, r);
	}
	print_used(s->scheme->id.p, verdict_word(s->verdict), judged->judgement, evidence_db(judged->evidence), &own);
}

int main(int argc, const char *const *argv)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct judge_options options = { .on = str_of(argc > 1 ? argv[1] : NULL) };
	rule_problems problems = { 0 };
	const char *place = rules_place();
	struct judged judged = { 0 };
	struct used all = { 0 };
	struct notes silent = { 0 };
	struct rules *rules;
	err e = argc < 4 ? (err){ &work_refused, 0 } : rules_open(&place, 1, &keep, &rules, &problems);

	if (!e.is) e = schemes_of_words(argv + 3, (size_t)argc - 3, rules, &keep, &options, &silent);
	if (!e.is) e = judged_open(argv[2], &judged, &silent);
	if (!e.is) e = judged_judge(&judged, argv[2], rules, &options, &silent);
	if (e.is) {
		fprintf(stderr, "figures: %s\n", e.is->text);
		return 2;
	}
	for (size_t i = 0; i < judged.judgement->scheme_count; i++)
		if (judged.judgement->schemes[i].is_judged) print_scheme(&judged, &judged.judgement->schemes[i], &all);
	print_used("together", "", judged.judgement, evidence_db(judged.evidence), &all);
	judged_close(&judged);
	arena_close(&keep);
	return 0;
}
