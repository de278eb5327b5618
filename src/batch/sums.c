#include "batch/sums.h"

#include "report/text.h"

#include <jansson.h>
#include <stdlib.h>

enum { CHECKS_SHOWN = 12 };

void sums_begin(struct sums *s, const struct rules *rules)
{
	*s = (struct sums){ .rules = rules,
		.schemes = calloc(rules->schemes.n + 1, sizeof(*s->schemes)),
		.failing = calloc(rules->checks.n + 1, sizeof(*s->failing)) };
	if (!s->schemes || !s->failing) abort();
}

void sums_end(struct sums *s)
{
	free(s->schemes);
	free(s->failing);
	*s = (struct sums){ 0 };
}

/* Whether it says anything: nothing of some schemes binds. */
static bool add_scheme(struct sums *s, const json_t *scheme)
{
	const char *id = json_string_value(json_object_get(scheme, "id"));
	str verdict = str_of(json_string_value(json_object_get(scheme, "verdict"))),
	    device = str_of(json_string_value(json_object_get(scheme, "device")));

	for (size_t i = 0; id && verdict.n && i < s->rules->schemes.n; i++) {
		struct scheme_sum *sum = &s->schemes[i];

		if (!str_is(s->rules->schemes.p[i].id, id)) continue;
		sum->pass += str_is(verdict, "pass");
		sum->fail += str_is(verdict, "fail");
		sum->open += str_is(verdict, "inconclusive");
		sum->none += str_is(verdict, "not applicable");
	}
	s->contradicted += str_is(verdict, "pass") && str_is(device, "fail");
	return !str_is(verdict, "not applicable");
}

static void add_judged(struct sums *s, const json_t *line)
{
	bool is_judged = false;
	const json_t *each;
	size_t i;

	s->judged++;
	json_array_foreach(json_object_get(line, "schemes"), i, each) is_judged |= add_scheme(s, each);
	s->unjudged += !is_judged;
	json_array_foreach(json_object_get(line, "failing"), i, each)
	{
		const struct check *c = rules_check(s->rules, str_of(json_string_value(each)));

		if (c) s->failing[c->number]++;
	}
}

void sums_add(struct sums *s, str line, const struct notes *notes)
{
	json_t *o = json_loadb(line.p, line.n, 0, NULL);
	const char *error = json_string_value(json_object_get(o, "error"));
	const char *file = json_string_value(json_object_get(o, "file"));
	const char *in = json_string_value(json_object_get(o, "in"));

	if (o && !error) {
		add_judged(s, o);
	} else {
		note(notes, "%s: %s%s%s", file ? file : "a product", in ? in : "", in ? ": " : "",
			error ? error : "its reader did not say what it found");
		s->unread++;
	}
	json_decref(o);
}

static int by_count(const void *a, const void *b, void *sums)
{
	const struct sums *s = sums;
	size_t x = s->failing[*(const size_t *)a], y = s->failing[*(const size_t *)b];

	return x > y ? -1 : x < y ? 1 : *(const size_t *)a < *(const size_t *)b ? -1 : 1;
}

static void put_checks(const struct sums *s, struct buf *out, unsigned width)
{
	size_t *order = calloc(s->rules->checks.n + 1, sizeof(*order));

	if (!order) abort();
	for (size_t i = 0; i < s->rules->checks.n; i++) order[i] = i;
	qsort_r(order, s->rules->checks.n, sizeof(*order), by_count, (void *)(uintptr_t)s);
	for (size_t i = 0; i < s->rules->checks.n && i < CHECKS_SHOWN && s->failing[order[i]]; i++) {
		const struct check *c = &s->rules->checks.p[order[i]];

		if (!i) buf_text(out, "\nWhat fails most, by the number of products\n");
		buf_printf(out, "%7zu  ", s->failing[order[i]]);
		text_wrap(out, c->asks, 0, 9, width - 9);
	}
	free(order);
}

void sums_text(const struct sums *s, unsigned width, struct buf *out)
{
	buf_printf(out, "%zu products judged%s", s->judged, s->unread ? ", " : "\n");
	if (s->unread) buf_printf(out, "%zu could not be read\n", s->unread);
	buf_printf(out, "\n%-24s %8s %8s %8s %8s\n", "scheme", "pass", "fail", "open", "nothing");
	for (size_t i = 0; i < s->rules->schemes.n; i++) {
		const struct scheme_sum *sum = &s->schemes[i];

		if (sum->pass + sum->fail + sum->open + sum->none)
			buf_printf(out, "%-24.*s %8zu %8zu %8zu %8zu\n", STR_FMT(s->rules->schemes.p[i].id), sum->pass,
				sum->fail, sum->open, sum->none);
	}
	if (s->contradicted)
		buf_printf(out, "\n%zu of the passes: by a certificate or a risk assessment, and the evidence fails.\n",
			s->contradicted);
	put_checks(s, out, width);
}

bool sums_any_fails(const struct sums *s)
{
	size_t fail = s->contradicted;

	for (size_t i = 0; i < s->rules->schemes.n; i++) fail += s->schemes[i].fail;
	return fail > 0;
}

bool sums_any_open(const struct sums *s)
{
	size_t open = s->unread + s->unjudged;

	for (size_t i = 0; i < s->rules->schemes.n; i++) open += s->schemes[i].open;
	return open || !s->judged;
}
