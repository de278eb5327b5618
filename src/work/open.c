#include "work/open.h"

#include "base/buf.h"
#include "query/lint_queries.h"
#include "query/query_facts.h"
#include "work/cache_file.h"
#include "work/product_folder.h"
#include "rule_places.h"
#include "rules/known.h"

#include <stdlib.h>
#include <unistd.h>

/* ---- rule data --------------------------------------------------------------------------------------------------- */

/* Where the program was built, for a run from the build directory; then where it is installed. */
const char *rules_place(void)
{
	const char *own = getenv("ASSAY_RULES");

	if (own && *own) return own;
	if (access(ASSAY_SOURCE_RULES "/parameters.yaml", R_OK) == 0) return ASSAY_SOURCE_RULES;
	return ASSAY_INSTALLED_RULES;
}

/* What the queries of new rules give of an empty product, every scheme asking: most products have little more. Where it
 * fails, nothing is known. */
static void learn_queries(struct arena *keep, struct rules *rules, struct rule_cache *cache)
{
	struct arena scratch = *keep;
	struct evidence *none = NULL;
	struct query_cache *queries = NULL;
	struct judgement *j;
	struct buf known = { 0 };
	str *ids = arena_array(&scratch, str, rules->schemes.n + 1);
	struct judge_options options = { .on = STR(""), .schemes = ids, .scheme_count = rules->schemes.n };

	for (size_t i = 0; i < rules->schemes.n; i++) ids[i] = rules->schemes.p[i].id;

	err e = evidence_create(NULL, &none);

	if (!e.is) e = query_cache_open(rules, evidence_db(none), &queries);
	if (!e.is) {
		query_cache_prepare(queries);
		e = judge_at(queries, &options, &scratch, &j);
	}
	if (!e.is) query_facts_write(queries, &known);
	if (queries) query_cache_close(queries);
	if (none) evidence_close(none);
	if (known.n) {
		rules->query_facts = span_from_str(arena_str(keep, buf_all(&known)));
		rule_cache_set_queries(cache, rules->query_facts);
	}
	buf_free(&known);
}

err rules_open(const char *const *directories, size_t count, struct arena *keep, struct rules **ret,
	rule_problems *ret_problems)
{
	struct cache_file file = { 0 };

	cache_file_read(&file, keep, directories, count);
	TRY(rules_load(keep, directories, count, &file.cache, lint_queries, ret, ret_problems));

	/* Learning is for the next time: where nothing is kept, there is none. */
	if (cache_file_write(&file) && !(*ret)->query_facts.n) {
		learn_queries(keep, *ret, &file.cache);
		(void)cache_file_write(&file);
	}
	return OK;
}

err rules_open_anew(const char *const *directories, size_t count, struct arena *keep, struct rules **ret,
	rule_problems *ret_problems)
{
	return rules_load(keep, directories, count, NULL, lint_queries, ret, ret_problems);
}

/* ---- schemes ----------------------------------------------------------------------------------------------------- */

static err no_scheme(const struct rules *rules, struct arena *keep, str word, const struct notes *notes)
{
	str wrong = wrong_scheme(rules, keep, word);

	note(notes, "%.*s", STR_FMT(wrong));
	return fail(&work_refused, 0);
}

err schemes_of_list(
	str list, const struct rules *rules, struct arena *keep, struct judge_options *ret, const struct notes *notes)
{
	bool is_all = str_is(list, "all");
	VEC(str) ids = { 0 };
	err wrong = OK;
	str word;

	if (!list.n) return OK;
	for (size_t i = 0; is_all && i < rules->schemes.n; i++) *vec_add(keep, &ids) = rules->schemes.p[i].id;
	while (!is_all && str_split(&list, ',', &word)) {
		word = str_trim(word);
		if (!rules_scheme(rules, word))
			wrong = no_scheme(rules, keep, word, notes);
		else
			*vec_add(keep, &ids) = word;
	}
	ret->schemes = ids.p;
	ret->scheme_count = ids.n;
	return wrong;
}

err schemes_of_words(const char *const *words, size_t count, const struct rules *rules, struct arena *keep,
	struct judge_options *ret, const struct notes *notes)
{
	VEC(str) ids = { 0 };

	for (size_t i = 0; i < count; i++) {
		str word = str_of(words[i]);

		if (!rules_scheme(rules, word)) return no_scheme(rules, keep, word, notes);
		for (size_t k = 0; k < ids.n; k++) {
			if (!str_equal(ids.p[k], word)) continue;
			note(notes, "\"%s\" is named twice", words[i]);
			return fail(&work_refused, 0);
		}
		*vec_add(keep, &ids) = word;
	}
	ret->schemes = ids.p;
	ret->scheme_count = ids.n;
	return OK;
}

/* ---- evidence ---------------------------------------------------------------------------------------------------- */

err judged_open(const char *path, struct judged *ret, const struct notes *notes)
{
	*ret = (struct judged){ .keep = arena_open(WORK_MEMORY) };

	err e = evidence_named(path, &ret->keep, &path, notes);

	if (!e.is) {
		e = evidence_copy(path, &ret->evidence);
		if (e.is) note_fault(notes, path, e, "");
	}
	if (e.is) {
		judged_close(ret);
		return fail(&work_refused, 0);
	}
	e = work_derive_again(ret->evidence, notes);
	if (e.is) judged_close(ret);
	return e;
}

err judged_judge(struct judged *j, const char *path, const struct rules *rules, const struct judge_options *options,
	const struct notes *notes)
{
	err e = judge(rules, evidence_db(j->evidence), options, &j->keep, &j->judgement);

	if (!e.is) return OK;
	note_fault(notes, path, e, evidence_error(j->evidence));
	judged_close(j);
	return e;
}

void judged_close(struct judged *j)
{
	if (j->evidence) evidence_close(j->evidence);
	arena_close(&j->keep);
	*j = (struct judged){ 0 };
}
