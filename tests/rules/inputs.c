/* Nothing is asked for that nothing takes: what the rules ask to bring, and what may be handed over, name each other. */
#include "testing.h"

#include "cli/commands.h"
#include "source/sources.h"
#include "trying.h"

static enum source_kind kind_named(str name)
{
	enum source_kind kind = 0;

	while (kind < SOURCE_KINDS && !str_is(name, sources[kind].name)) kind++;
	return kind;
}

static bool gives(enum source_kind kind, str class)
{
	return source_giving(class, kind) == kind;
}

static bool names(const struct coverage_class *class, const char *kind)
{
	str rest = class->inputs, name;

	while (str_split(&rest, ',', &name))
		if (str_is(str_trim(name), kind)) return true;
	return false;
}

static void every_class_names_the_inputs_that_give_it_and_they_it(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);

	(void)state;
	assert_non_null(rules);
	for (size_t i = 0; i < rules->classes.n; i++) {
		const struct coverage_class *class = &rules->classes.p[i];
		str rest = class->inputs, name;

		if (!rest.n) fail_msg("%s: nothing that may be handed over gives it", class->name.p);
		while (str_split(&rest, ',', &name)) {
			enum source_kind kind = kind_named(str_trim(name));

			if (kind == SOURCE_KINDS || !gives(kind, class->name))
				fail_msg("%s names \"%.*s\", which does not give it", class->name.p, STR_FMT(name));
		}
		for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
			if (gives(kind, class->name) && !names(class, sources[kind].name))
				fail_msg("%s is given by \"%s\", and does not name it", class->name.p,
					sources[kind].name);
	}
	arena_close(&keep);
}

/* A row of the table that no rule asks for would be a promise of nothing. */
static void every_class_that_an_input_gives_is_one_of_the_rules(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);

	(void)state;
	assert_non_null(rules);
	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		for (const char *const *c = sources[kind].classes; *c; c++) {
			size_t n = strlen(*c);
			bool is_group = (*c)[n - 1] == '*', is_known = false;

			for (size_t i = 0; i < rules->classes.n; i++) {
				str name = rules->classes.p[i].name;

				is_known |= is_group ? name.n >= n && memcmp(name.p, *c, n - 1) == 0 : str_is(name, *c);
			}
			if (!is_known) fail_msg("\"%s\" gives \"%s\", of which no rule knows", sources[kind].name, *c);
		}
	arena_close(&keep);
}

/* What no program reads is tried by a laboratory: nothing else may claim it, and every check that needs it can be
 * decided by its sheet. */
static void every_check_can_be_decided_by_what_may_be_handed_over(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);
	size_t of_laboratory = 0;

	(void)state;
	assert_non_null(rules);
	for (size_t i = 0; i < rules->checks.n; i++) {
		const struct check *c = &rules->checks.p[i];

		of_laboratory += laboratory_decides(rules, c);
		for (size_t g = 0; g < c->needs.count; g++) {
			bool is_taken = false;

			for (size_t k = 0; k < c->needs.groups[g].count; k++) {
				str class = c->needs.groups[g].classes[k];

				for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
					is_taken |= gives(kind, class) &&
						    (kind != SOURCE_TRIALS || str_starts(class, "trial.") ||
							    laboratory_decides(rules, c));
			}
			if (!is_taken) fail_msg("%s: nothing gives what it needs", c->id.p);
		}
	}
	print_message("%zu checks are decided by a laboratory's result alone\n", of_laboratory);
	assert_true(of_laboratory > 0);
	arena_close(&keep);
}

/* Documents on practices, papers and threats lie in the folder of process evidence; each word says what to bring. */
static void every_word_of_the_vocabulary_is_one_that_the_folder_of_documents_takes(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);

	(void)state;
	assert_non_null(rules);
	for (size_t i = 0; i < rules->words.n; i++) {
		const struct word *w = &rules->words.p[i];

		if (!str_is(w->list, "practices") && !str_is(w->list, "papers") && !str_is(w->list, "threats"))
			fail_msg("%s: no input takes words of the list %s", w->name.p, w->list.p);
		if (str_is(w->list, "practices") && !w->bring.n) fail_msg("%s: what to bring is not said", w->name.p);
	}
	arena_close(&keep);
}

/* A check that reads an answer: whoever must answer is asked, wherever the check is. */
static bool is_asked(const struct requirement *r, str question)
{
	for (size_t i = 0; i < r->question_count; i++)
		if (str_equal(r->questions[i]->id, question)) return true;
	for (size_t i = 0; i < r->node_count; i++)
		if (r->nodes[i].question && str_equal(r->nodes[i].question->id, question)) return true;
	return false;
}

static void every_answer_that_a_check_reads_is_asked_where_the_check_is(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);
	size_t read = 0;

	(void)state;
	assert_non_null(rules);
	for (size_t c = 0; c < rules->catalogues.n; c++)
		for (size_t k = 0; k < rules->catalogues.p[c].requirement_count; k++) {
			const struct requirement *r = &rules->catalogues.p[c].requirements[k];

			for (size_t i = 0; i < r->check_count; i++)
				for (size_t q = 0; q < rules->questions.n; q++) {
					str id = rules->questions.p[q].id;

					if (!str_find(r->checks[i]->sql, arena_printf(&keep, "'%.*s'", STR_FMT(id)).p,
						    NULL))
						continue;
					read++;
					if (!is_asked(r, id))
						fail_msg("%s %s: %s reads the answer to %s, which it does not ask",
							rules->catalogues.p[c].id.p, r->id.p, r->checks[i]->id.p, id.p);
				}
		}
	assert_true(read > 0);
	arena_close(&keep);
}

static bool has_option(const struct command *c, const char *given)
{
	for (const struct option *o = c->options; o->name; o++) {
		size_t n = strlen(o->name);

		if (strncmp(given, o->name, n) == 0 && given[n] == ' ') return true;
	}
	return false;
}

static void every_way_of_an_input_is_an_option_of_check(void **state)
{
	(void)state;
	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		for (const struct source_way *w = sources[kind].ways; w->given; w++)
			if (strcmp(w->given, "INPUT") != 0 && !has_option(&command_check, w->given))
				fail_msg("check does not take %s", w->given);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_class_names_the_inputs_that_give_it_and_they_it),
		cmocka_unit_test(every_class_that_an_input_gives_is_one_of_the_rules),
		cmocka_unit_test(every_check_can_be_decided_by_what_may_be_handed_over),
		cmocka_unit_test(every_word_of_the_vocabulary_is_one_that_the_folder_of_documents_takes),
		cmocka_unit_test(every_answer_that_a_check_reads_is_asked_where_the_check_is),
		cmocka_unit_test(every_way_of_an_input_is_an_option_of_check),
	};

	return cmocka_run_group_tests_name("rules/inputs", tests, NULL, NULL);
}
