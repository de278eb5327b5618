/* assay plan: what to mend, by the markets it opens. */
#include "cli/commands.h"
#include "cli/load.h"

#include "judge/next.h"
#include "report/text.h"
#include "report/values.h"

#include <stdio.h>

static void print_text(const struct plan *plan, struct buf *out, int width)
{
	if (!plan->fix_count) buf_text(out, "Nothing that was looked at fails.\n");
	for (size_t i = 0; i < plan->fix_count; i++) {
		const struct fix *f = &plan->fixes[i];

		buf_printf(out, "%3zu  ", i + 1);
		if (f->outcome)
			text_wrap(out, f->outcome->findings[0].sentence, 0, 5, (unsigned)width - 5);
		else
			text_wrap(out, f->reply->question->sentence, 0, 5, (unsigned)width - 5);
		if (f->outcome && f->outcome->failing > 1)
			buf_printf(out, "     and %zu more like this\n", f->outcome->failing - 1);
		if (f->outcome && f->outcome->check->fix.n)
			text_wrap(out, f->outcome->check->fix, 5, 5, (unsigned)width);
		buf_printf(out, "     keeps %zu schemes from passing, alone opens %zu; %zu mandatory requirements\n",
			f->schemes, f->opens, f->mandatory);
	}
}

static void print_json(const struct plan *plan, struct buf *out)
{
	json_t *list = json_array();

	for (size_t i = 0; i < plan->fix_count; i++) {
		const struct fix *f = &plan->fixes[i];
		json_t *o = json_object(), *clauses = json_array();

		set_str(o, f->outcome ? "check" : "question",
			f->outcome ? f->outcome->check->id : f->reply->question->id);
		if (f->outcome) set_str_if(o, "fix", f->outcome->check->fix);
		json_object_set_new(o, "schemes", json_integer((json_int_t)f->schemes));
		json_object_set_new(o, "opens", json_integer((json_int_t)f->opens));
		json_object_set_new(o, "mandatory", json_integer((json_int_t)f->mandatory));
		for (size_t k = 0; k < f->reached_count; k++)
			json_array_append_new(
				clauses, json_pack("{s:s, s:s, s:s}", "scheme", f->reached[k].scheme->scheme->id.p,
						 "catalogue", f->reached[k].requirement->requirement->catalogue->id.p,
						 "id", f->reached[k].requirement->requirement->id.p));
		json_object_set_new(o, "requirements", clauses);
		if (f->outcome) {
			json_t *findings = json_array();

			for (size_t k = 0; k < f->outcome->failing; k++)
				json_array_append_new(findings, json_of_finding(&f->outcome->findings[k]));
			json_object_set_new(o, "findings", findings);
		}
		json_array_append_new(list, o);
	}
	write_json(list, out, JSON_INDENT(1));
	json_decref(list);
}

static int run(const struct given *g)
{
	struct judged judged;
	struct plan plan;
	struct buf out = { 0 };
	int status = judge_file(g, g->words[0], &judged);

	if (status != EXIT_PASS) return status;
	plan_make(judged.judgement, &judged.keep, &plan);
	if (given_has(g, "--json"))
		print_json(&plan, &out);
	else
		print_text(&plan, &out, terminal_width());
	fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
	judged_close(&judged);
	return EXIT_PASS;
}

const struct command command_plan = {
	.name = "plan",
	.synopsis = "EVIDENCE [--scheme LIST|all] [--on DATE] [--json]",
	.summary = "what to mend, most markets first",
	.description = "Orders what fails by the schemes that it keeps from passing, and says how many schemes each "
		       "fix opens alone.",
	.example = "  assay plan product.assay --on 2027-12-11\n",
	.options = { OPTION_SCHEME, OPTION_ON, OPTION_RULES, { "--json", NULL, "as JSON", false, NULL } },
	.least = 1,
	.most = 1,
	.run = run,
};
