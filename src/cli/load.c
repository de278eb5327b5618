#include "cli/load.h"

#include "base/buf.h"
#include "base/near.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* More at once help nobody: one mistake often has many. */
enum { PROBLEMS_SHOWN = 40 };

/* ---- loading ----------------------------------------------------------------------------------------------------- */

/* The installed rules and those of --rules, in order. */
static int find_directories(const struct given *g, const char **ret, size_t *ret_count)
{
	ret[0] = rules_place();
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

static int tell_unusable(err e, const rule_problems *problems)
{
	if (problems->n)
		tell_problems(problems);
	else
		say_fault("the rule data", e, "");
	return EXIT_USAGE;
}

int load_rules(const struct given *g, struct arena *keep, struct rules **ret)
{
	const char *directories[REPEATS_MAX + 1];
	size_t count;
	rule_problems problems = { 0 };
	int status = find_directories(g, directories, &count);

	if (status != EXIT_PASS) return status;

	err e = rules_open(directories, count, keep, ret, &problems);

	return e.is ? tell_unusable(e, &problems) : EXIT_PASS;
}

int load_rules_anew(const struct given *g, struct arena *keep, struct rules **ret, rule_problems *ret_problems)
{
	const char *directories[REPEATS_MAX + 1];
	size_t count;
	int status = find_directories(g, directories, &count);

	if (status != EXIT_PASS) return status;

	err e = rules_open_anew(directories, count, keep, ret, ret_problems);

	if (!e.is) return EXIT_PASS;
	return ret_problems->n ? EXIT_FAIL : tell_unusable(e, ret_problems);
}

int load_schemes(const struct given *g, const struct rules *rules, struct arena *keep, struct judge_options *ret)
{
	return status_after(schemes_of_list(str_of(given_value(g, "--scheme")), rules, keep, ret, &talk));
}

int load_scheme_words(const struct given *g, const struct rules *rules, struct arena *keep, struct judge_options *ret)
{
	return status_after(schemes_of_words(g->words, (size_t)g->word_count, rules, keep, ret, &talk));
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
	struct arena keep = arena_open(1 << 16);
	str meant = day_meant(&keep, str_of(on));

	if (meant.n)
		say("\"%s\" is no date; did you mean %.*s?", on, STR_FMT(meant));
	else
		say("\"%s\" is no date; write it as 2027-12-11", on);
	arena_close(&keep);
	return false;
}

int judge_prepare(const struct given *g, const char *path, struct judged *ret, struct rules **ret_rules,
	struct judge_options *ret_options)
{
	char day[11];
	struct judge_options options = { 0 };

	if (!load_day(g, day)) return EXIT_USAGE;

	int status = status_after(judged_open(path, ret, &talk));

	if (status != EXIT_PASS) return status;
	options.on = arena_str(&ret->keep, str_of(day));
	status = load_rules(g, &ret->keep, ret_rules);
	if (status == EXIT_PASS) status = load_schemes(g, *ret_rules, &ret->keep, &options);
	if (status != EXIT_PASS) judged_close(ret);
	*ret_options = options;
	return status;
}

int judge_prepared(const char *path, struct judged *j, const struct rules *rules, const struct judge_options *options)
{
	return status_after(judged_judge(j, path, rules, options, &talk));
}

int judge_file(const struct given *g, const char *path, struct judged *ret)
{
	struct rules *rules;
	struct judge_options options;
	int status = judge_prepare(g, path, ret, &rules, &options);

	return status == EXIT_PASS ? judge_prepared(path, ret, rules, &options) : status;
}
