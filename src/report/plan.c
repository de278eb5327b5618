#include "report/plan.h"

#include "report/text.h"
#include "report/values.h"

/* Names of the schemes that a fix keeps from passing, with the clauses of each. */
static void put_clauses(struct buf *line, const struct fix *f)
{
	enum { CLAUSES_OF_SCHEME = 3 };
	const struct scheme_result *last = NULL;
	size_t n = 0;

	for (size_t i = 0; i < f->reached_count; i++) {
		const struct reached *r = &f->reached[i];

		if (!r->is_needed) continue;
		if (r->scheme != last) {
			buf_printf(line, "%s%s%s%.*s", last ? "; " : "", r->scheme->scheme->id.p,
				STR_AFTER(" from ", r->ahead));
			n = 0;
		}
		last = r->scheme;
		if (n < CLAUSES_OF_SCHEME) buf_printf(line, "%s %s", n ? "," : "", r->requirement->requirement->id.p);
		if (n == CLAUSES_OF_SCHEME) buf_text(line, " ...");
		n++;
	}
}

static void put_fix(const struct fix *f, size_t number, size_t opened, unsigned width, struct buf *out)
{
	struct buf line = { 0 };

	buf_printf(&line, "%zu. ", number);
	buf_str(&line, f->outcome ? f->outcome->findings[0].sentence : f->reply->question->sentence);
	text_wrap(out, buf_all(&line), number < 10 ? 1 : 0, 4, width);
	if (f->outcome) {
		buf_clear(&line);
		text_place(&line, &f->outcome->findings[0]);
		if (line.n) text_wrap(out, buf_all(&line), 4, 4, width);
	} else if (f->reply->value.n) {
		buf_clear(&line);
		buf_printf(&line, "answered \"%.*s\"", STR_FMT(f->reply->value));
		text_wrap(out, buf_all(&line), 4, 4, width);
	}
	if (f->outcome && f->outcome->all_failing > 1)
		buf_printf(out, "    and %zu more like this\n", f->outcome->all_failing - 1);
	if (f->outcome && f->outcome->check->fix.n) {
		buf_clear(&line);
		buf_printf(&line, "Mend: %s", f->outcome->check->fix.p);
		text_wrap(out, buf_all(&line), 4, 6, width);
	}
	buf_clear(&line);
	if (f->schemes || !f->later.schemes)
		buf_printf(&line, "keeps %zu %s from passing", f->schemes, f->schemes == 1 ? "scheme" : "schemes");
	if (f->opens) buf_printf(&line, ", alone opens %zu", f->opens);
	if (f->later.schemes)
		buf_printf(&line, f->schemes ? ", and %zu more from %.*s on" : "keeps %zu from passing from %.*s on",
			f->later.schemes, STR_FMT(f->later.from));
	if (f->schemes || f->later.schemes) buf_text(&line, ": ");
	put_clauses(&line, f);
	text_wrap(out, buf_all(&line), 4, 6, width);
	if (f->opened)
		buf_printf(out, "    with all above: nothing fails any more in %zu %s\n", opened,
			opened == 1 ? "scheme" : "schemes");
	if (f->later.opened)
		buf_printf(out, "    with all above: nothing that is asked from %.*s on fails in %zu more\n",
			STR_FMT(f->later.from), f->later.opened);
	buf_free(&line);
}

/* What is asked later is told apart: it keeps nothing from passing on the day. */
static void put_later(const struct plan *plan, struct buf *out)
{
	size_t schemes = 0, fixes = 0;
	str from = { 0 };

	for (size_t i = 0; i < plan->fix_count; i++) {
		const struct later *l = &plan->fixes[i].later;

		schemes += l->opened;
		fixes += l->schemes && !plan->fixes[i].schemes;
		if (l->from.n && (!from.n || str_compare(l->from, from) < 0)) from = l->from;
	}
	if (schemes)
		buf_printf(out, "From %.*s on %zu more %s kept; that takes %zu more %s.\n", STR_FMT(from), schemes,
			schemes == 1 ? "is" : "are", fixes, fixes == 1 ? "fix" : "fixes");
}

void report_plan_text(const struct plan *plan, unsigned width, struct buf *out)
{
	size_t opened = 0, markets = 0, fixes = 0;

	for (size_t i = 0; i < plan->fix_count; i++) {
		markets += plan->fixes[i].opened;
		fixes += plan->fixes[i].schemes != 0;
	}
	if (!plan->fix_count)
		buf_text(out, "Nothing that was looked at fails.\n");
	else
		buf_printf(out, "%zu %s from passing; %zu %s would mend %s.\n", markets,
			markets == 1 ? "scheme is kept" : "schemes are kept", fixes, fixes == 1 ? "fix" : "fixes",
			markets == 1 ? "it" : "them all");
	put_later(plan, out);
	for (size_t i = 0; i < plan->fix_count; i++) {
		opened += plan->fixes[i].opened;
		buf_char(out, '\n');
		put_fix(&plan->fixes[i], i + 1, opened, width, out);
	}
	if (plan->missing_count)
		buf_text(out, "\nWhat is not decided yet may fail too: assay next says what to bring.\n");
}

void report_plan_json(const struct plan *plan, struct buf *out)
{
	json_t *list = json_array();

	for (size_t i = 0; i < plan->fix_count; i++) {
		const struct fix *f = &plan->fixes[i];
		json_t *o = json_object();

		set_str(o, f->outcome ? "check" : "question",
			f->outcome ? f->outcome->check->id : f->reply->question->id);
		if (f->outcome) set_str_if(o, "fix", f->outcome->check->fix);
		set_fix_counts(o, f);
		json_object_set_new(o, "requirements", json_of_reached(f->reached, f->reached_count));
		if (f->outcome) {
			json_t *findings = json_array();

			for (size_t k = 0; k < f->outcome->failing; k++)
				json_array_append_new(findings, json_of_finding(&f->outcome->findings[k]));
			json_object_set_new(o, "findings", findings);
			if (f->outcome->all_failing > f->outcome->failing)
				json_object_set_new(o, "more",
					json_integer((json_int_t)(f->outcome->all_failing - f->outcome->failing)));
		}
		json_array_append_new(list, o);
	}
	write_json(list, out, JSON_INDENT(1));
	json_decref(list);
}
