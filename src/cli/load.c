#include "cli/load.h"

#include "base/buf.h"
#include "base/near.h"

#include "cli/cache_file.h"
#include "query/lint_queries.h"
#include "query/query_facts.h"
#include "rule_places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* More at once help nobody: one mistake often has many. */
enum { PROBLEMS_SHOWN = 40 };

/* Where the program was built, for a run from the build directory; then where it is installed. */
static const char *installed_rules(void)
{
	const char *own = getenv("ASSAY_RULES");

	if (own && *own) return own;
	if (access(ASSAY_SOURCE_RULES "/parameters.yaml", R_OK) == 0) return ASSAY_SOURCE_RULES;
	return ASSAY_INSTALLED_RULES;
}

/* ---- loading ------------------------------------------------------------------------------------------------------------- */

/* The installed rules and those of --rules, in order. */
static int find_directories(const struct given *g, const char **ret, size_t *ret_count)
{
	ret[0] = installed_rules();
	*ret_count = 1;
	for (unsigned i = 0; i < OPTIONS_MAX && g->command->options[i].name; i++) {
		if (strcmp(g->command->options[i].name, "--rules")) continue;
		for (unsigned j = 0; j < g->options[i].count; j++) {
			const char *directory = g->options[i].values[j];

			if (access(directory, R_OK | X_OK)) {
				say("%s: there is no such directory of rules", directory);
				return EXIT_USAGE;
			}
			ret[(*ret_count)++] = directory;
		}
	}
	return EXIT_PASS;
}

void tell_problems(const rule_problems *problems)
{
	for (size_t i = 0; i < problems->n && i < PROBLEMS_SHOWN; i++) {
		const struct rule_problem *p = &problems->p[i];

		struct buf line = { 0 };

		buf_visible(&line, str_of(p->place.file ? p->place.file : "rules"));
		buf_printf(&line, ":%u:%u: ", p->place.line, p->place.column);
		buf_visible(&line, p->message);
		if (p->suggestion.n) buf_text(&line, "; ");
		buf_visible(&line, p->suggestion);
		fprintf(stderr, "%.*s\n", STR_FMT(buf_all(&line)));
		buf_free(&line);
	}
	say("%zu %s in the rule data; nothing of it was used", problems->n, problems->n == 1 ? "problem" : "problems");
}

/* What the queries of new rules give of an empty product, every scheme asking: most products have little more. Where it fails, nothing is known. */
static void learn_queries(struct arena *keep, struct rules *rules, struct rule_cache *cache)
{
	struct arena scratch = *keep;
	struct evidence *none = NULL;
	struct desk *desk = NULL;
	struct judgement *j;
	struct buf known = { 0 };
	str *ids = arena_array(&scratch, str, rules->schemes.n + 1);
	struct judge_options options = { .on = STR(""), .schemes = ids, .scheme_count = rules->schemes.n };

	for (size_t i = 0; i < rules->schemes.n; i++) ids[i] = rules->schemes.p[i].id;

	err e = evidence_create(NULL, &none);

	if (!e.is) e = desk_open(rules, evidence_db(none), &desk);
	if (!e.is) {
		desk_prepare(desk);
		e = judge_at(desk, &options, &scratch, &j);
	}
	if (!e.is) known_write(desk, &known);
	if (desk) desk_close(desk);
	if (none) evidence_close(none);
	if (known.n) {
		rules->known = span_from_str(arena_str(keep, buf_all(&known)));
		rule_cache_set_queries(cache, rules->known);
	}
	buf_free(&known);
}

int load_rules(const struct given *g, struct arena *keep, struct rules **ret)
{
	const char *directories[REPEATS_MAX + 1];
	size_t count;
	rule_problems problems = { 0 };
	struct cache_file file = { 0 };
	int status = find_directories(g, directories, &count);

	if (status != EXIT_PASS) return status;
	cache_file_read(&file, keep, directories, count);

	err e = rules_load(keep, directories, count, &file.cache, lint_queries, ret, &problems);

	if (!e.is) {
		/* Learning is for the next time: where nothing is kept, there is none. */
		if (cache_file_write(&file) && !(*ret)->known.n) {
			learn_queries(keep, *ret, &file.cache);
			(void)cache_file_write(&file);
		}
		return EXIT_PASS;
	}
	if (problems.n)
		tell_problems(&problems);
	else
		say_fault("the rule data", e, "");
	return EXIT_USAGE;
}

int load_rules_anew(const struct given *g, struct arena *keep, struct rules **ret, rule_problems *ret_problems)
{
	const char *directories[REPEATS_MAX + 1];
	size_t count;
	int status = find_directories(g, directories, &count);

	if (status != EXIT_PASS) return status;

	err e = rules_load(keep, directories, count, NULL, lint_queries, ret, ret_problems);

	if (!e.is) return EXIT_PASS;
	if (ret_problems->n) return EXIT_FAIL;
	say_fault("the rule data", e, "");
	return EXIT_USAGE;
}

static void say_no_scheme(const struct rules *rules, struct arena *keep, str word)
{
	struct candidates near = { .keep = keep, .wanted = word };

	for (size_t i = 0; i < rules->schemes.n; i++) candidate(&near, rules->schemes.p[i].id);

	str meant = suggestion(&near);

	say("there is no scheme \"%.*s\"%s%.*s; see \"assay rules list\"", STR_FMT(word), meant.n ? "; " : "",
		STR_FMT(meant));
}

int load_schemes(const struct given *g, const struct rules *rules, struct arena *keep, struct judge_options *ret)
{
	str list = str_of(given_value(g, "--scheme")), word;
	VEC(str) ids = { 0 };

	if (!list.n) return EXIT_PASS;
	if (str_is(list, "all")) {
		for (size_t i = 0; i < rules->schemes.n; i++) *vec_add(keep, &ids) = rules->schemes.p[i].id;
	} else {
		while (str_split(&list, ',', &word)) {
			word = str_trim(word);
			if (!rules_scheme(rules, word)) {
				say_no_scheme(rules, keep, word);
				return EXIT_USAGE;
			}
			*vec_add(keep, &ids) = word;
		}
	}
	ret->schemes = ids.p;
	ret->scheme_count = ids.n;
	return EXIT_PASS;
}

int load_scheme_words(const struct given *g, const struct rules *rules, struct arena *keep, struct judge_options *ret)
{
	VEC(str) ids = { 0 };

	for (int i = 0; i < g->word_count; i++) {
		str word = str_of(g->words[i]);

		if (!rules_scheme(rules, word)) {
			say_no_scheme(rules, keep, word);
			return EXIT_USAGE;
		}
		for (size_t k = 0; k < ids.n; k++) {
			if (!str_equal(ids.p[k], word)) continue;
			say("\"%s\" is named twice", g->words[i]);
			return EXIT_USAGE;
		}
		*vec_add(keep, &ids) = word;
	}
	ret->schemes = ids.p;
	ret->scheme_count = ids.n;
	return EXIT_PASS;
}

static time_t now(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");

	return epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
}

void now_text(char ret[static 21])
{
	time_t t = now();
	struct tm tm;

	strftime(ret, 21, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&t, &tm));
}

bool load_day(const struct given *g, char ret_day[static 11])
{
	const char *on = given_value(g, "--on");
	struct tm tm = { 0 };
	time_t t = now();

	if (!on) {
		strftime(ret_day, 11, "%Y-%m-%d", gmtime_r(&t, &tm));
		return true;
	}

	const char *end = strptime(on, "%Y-%m-%d", &tm);
	int day = tm.tm_mday, month = tm.tm_mon;

	if (end && !*end && strlen(on) == 10 && timegm(&tm) != -1 && tm.tm_mday == day && tm.tm_mon == month) {
		memcpy(ret_day, on, 11);
		return true;
	}
	say("\"%s\" is no date; write it as 2027-12-11", on);
	return false;
}

int judge_prepare(const struct given *g, const char *path, struct judged *ret, struct rules **ret_rules,
	struct judge_options *ret_options)
{
	char day[11];
	struct judge_options options = { 0 };

	*ret = (struct judged){ 0 };
	if (!load_day(g, day)) return EXIT_USAGE;
	ret->keep = arena_open(RULES_MEMORY);
	options.on = arena_str(&ret->keep, str_of(day));

	err e = evidence_read(path, &ret->evidence);
	int status = EXIT_USAGE;

	if (e.is)
		say_fault(path, e, "");
	else
		status = load_rules(g, &ret->keep, ret_rules);
	if (status == EXIT_PASS) status = load_schemes(g, *ret_rules, &ret->keep, &options);
	if (status != EXIT_PASS) judged_close(ret);
	*ret_options = options;
	return status;
}

int judge_prepared(const char *path, struct judged *j, const struct rules *rules, const struct judge_options *options)
{
	err e = judge(rules, evidence_db(j->evidence), options, &j->keep, &j->judgement);

	if (!e.is) return EXIT_PASS;
	say_fault(path, e, evidence_error(j->evidence));
	judged_close(j);
	return EXIT_INTERNAL;
}

int judge_file(const struct given *g, const char *path, struct judged *ret)
{
	struct rules *rules;
	struct judge_options options;
	int status = judge_prepare(g, path, ret, &rules, &options);

	return status == EXIT_PASS ? judge_prepared(path, ret, rules, &options) : status;
}

void judged_close(struct judged *j)
{
	if (j->evidence) evidence_close(j->evidence);
	arena_close(&j->keep);
	*j = (struct judged){ 0 };
}
