#include "cli/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Where the program was built, for a run from the build directory; then where it is installed. */
static const char *installed_rules(void)
{
	const char *own = getenv("ASSAY_RULES");

	if (own && *own) return own;
	if (access(ASSAY_SOURCE_RULES "/parameters.yaml", R_OK) == 0) return ASSAY_SOURCE_RULES;
	return ASSAY_INSTALLED_RULES;
}

int load_rules(const struct given *g, struct arena *keep, struct rules **ret)
{
	const char *directories[REPEATS_MAX + 1] = { installed_rules() };
	size_t count = 1;
	rule_problems problems = { 0 };

	for (unsigned i = 0; i < OPTIONS_MAX && g->command->options[i].name; i++) {
		if (strcmp(g->command->options[i].name, "--rules")) continue;
		for (unsigned j = 0; j < g->options[i].count; j++) {
			const char *directory = g->options[i].values[j];

			if (access(directory, R_OK | X_OK)) {
				say("%s: there is no such directory of rules", directory);
				return EXIT_USAGE;
			}
			directories[count++] = directory;
		}
	}

	err e = rules_load(keep, directories, count, ret, &problems);

	for (size_t i = 0; i < problems.n; i++) {
		const struct rule_problem *p = &problems.p[i];

		fprintf(stderr, "%s:%u:%u: %.*s%s%.*s\n", p->place.file ? p->place.file : "rules", p->place.line, p->place.column, STR_FMT(p->message), p->suggestion.n ? "; " : "",
			STR_FMT(p->suggestion));
	}
	if (!e.is) return EXIT_PASS;
	if (problems.n) say("%zu %s in the rule data; nothing of it was used", problems.n, problems.n == 1 ? "problem" : "problems");
	else say_fault("the rule data", e, "");
	return EXIT_USAGE;
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
