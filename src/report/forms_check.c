#include "report/forms_check.h"

#include "report/text.h"
#include "report/values.h"

/* ---- for people -------------------------------------------------------------------------------------------------- */

static void print_provision(const struct form_provision *p, bool is_whole, unsigned width, struct buf *out)
{
	if (!p->missing && !is_whole) return;
	buf_printf(out, "%-8.*s %-4.*s %.*s%s\n", STR_FMT(p->id), STR_FMT(p->support), STR_FMT(p->status),
		p->missing   ? ", something is missing"
		: p->needs.n ? ", complete"
			     : ", nothing is needed");
	for (size_t i = 0; i < p->needs.n; i++) {
		const struct form_need *n = &p->needs.p[i];
		struct buf line = { 0 };

		if (!n->missing.n && !is_whole) continue;
		buf_printf(&line, "%.*s", STR_FMT(n->form));
		if (!n->missing.n && n->fields.n) buf_printf(&line, ": %.*s", STR_FMT(n->fields));
		for (size_t k = 0; k < n->missing.n; k++) {
			buf_text(&line, k ? "; " : ": ");
			buf_visible(&line, n->missing.p[k]);
		}
		text_wrap(out, buf_all(&line), 4, 6, width);
		buf_free(&line);
	}
}

enum { FINDINGS_SHOWN = 10 };

static void print_outcome(const struct outcome *o, bool is_whole, unsigned width, struct buf *out)
{
	buf_printf(out, "\n%s  %.*s\n", verdict_word(o->verdict), STR_FMT(o->check->id));
	text_wrap(out, o->check->asks, 2, 4, width);
	for (size_t i = 0; i < o->missing_count; i++)
		buf_printf(out, "    not whole: %.*s; bring %.*s\n", STR_FMT(o->missing[i].class),
			STR_FMT(o->missing[i].bring));
	for (size_t i = 0; i < o->finding_count && (is_whole || i < FINDINGS_SHOWN); i++) {
		const struct finding *f = &o->findings[i];
		struct buf line = { 0 };

		buf_str(&line, f->unknown.n ? f->unknown : f->sentence);
		if (f->unknown.n && f->what.n) buf_printf(&line, " (%.*s)", STR_FMT(f->what));
		if (f->input_name.n) buf_printf(&line, ", %.*s", STR_FMT(f->input_name));
		if (f->input_name.n && f->line.known) buf_printf(&line, ":%lld", (long long)f->line.value);
		text_wrap(out, buf_all(&line), 4, 6, width);
		buf_free(&line);
	}
	if (!is_whole && o->all_count > FINDINGS_SHOWN)
		buf_printf(out, "    ... and %zu more; --all lists them\n", o->all_count - FINDINGS_SHOWN);
	else if (o->all_count > o->finding_count)
		buf_printf(out, "    ... and %zu more\n", o->all_count - o->finding_count);
}

void report_forms_check_text(const struct forms_check *c, bool is_whole, unsigned width, struct buf *out)
{
	struct buf line = { 0 };
	size_t looked = 0, short_of = 0, answered = 0;
	str doubt = { 0 };

	for (size_t i = 0; i < c->provisions.n; i++) {
		const struct form_provision *p = &c->provisions.p[i];

		answered += p->support.n > 0;
		looked += p->needs.n > 0;
		short_of += p->missing > 0;
		for (size_t k = 0; k < p->needs.n && !doubt.n; k++) doubt = p->needs.p[k].doubt;
	}
	buf_printf(out, "Edition %.*s of the standard: %zu provisions. ", STR_FMT(c->edition), c->provisions.n);
	if (c->has_statement)
		buf_printf(out, "The statement answers %zu.\n\n", answered);
	else
		buf_text(out, "There is no statement (ICS):\nall of them are looked at.\n\n");
	for (size_t i = 0; i < c->provisions.n; i++) print_provision(&c->provisions.p[i], is_whole, width, out);
	if (short_of || is_whole) buf_char(out, '\n');
	buf_printf(&line, "%zu provisions need something of the IXIT: %zu have it, for %zu something is missing.",
		looked, looked - short_of, short_of);
	text_wrap(out, buf_all(&line), 0, 2, width);
	if (doubt.n) {
		line.n = 0;
		buf_printf(&line, "Which fields a provision needs in this edition is %.*s, not confirmed.",
			STR_FMT(doubt));
		text_wrap(out, buf_all(&line), 0, 2, width);
	}
	buf_free(&line);
	for (size_t i = 0; i < c->outcomes.n; i++) print_outcome(c->outcomes.p[i], is_whole, width, out);
}

/* ---- for programs ------------------------------------------------------------------------------------------------ */

static json_t *json_of_provision(const struct form_provision *p)
{
	json_t *o = json_object(), *needs = json_array();

	set_str(o, "provision", p->id);
	set_str(o, "status", p->status);
	set_str_if(o, "support", p->support);
	for (size_t i = 0; i < p->needs.n; i++) {
		json_t *need = json_object(), *missing = json_array();

		set_str(need, "form", p->needs.p[i].form);
		set_str_if(need, "fields", p->needs.p[i].fields);
		set_str_if(need, "confidence", p->needs.p[i].doubt);
		json_object_set_new(need, "rows", json_integer(p->needs.p[i].rows));
		for (size_t k = 0; k < p->needs.p[i].missing.n; k++)
			json_array_append_new(missing, json_of_str(p->needs.p[i].missing.p[k]));
		json_object_set_new(need, "missing", missing);
		json_array_append_new(needs, need);
	}
	json_object_set_new(o, "needs", needs);
	return o;
}

void report_forms_check_json(const struct forms_check *c, struct buf *out)
{
	json_t *all = json_object(), *provisions = json_array(), *checks = json_array();

	set_str(all, "edition", c->edition);
	json_object_set_new(all, "statement", json_boolean(c->has_statement));
	for (size_t i = 0; i < c->provisions.n; i++)
		json_array_append_new(provisions, json_of_provision(&c->provisions.p[i]));
	for (size_t i = 0; i < c->outcomes.n; i++)
		json_array_append_new(checks, json_of_outcome(c->outcomes.p[i], SIZE_MAX));
	json_object_set_new(all, "provisions", provisions);
	json_object_set_new(all, "checks", checks);
	write_json(all, out, JSON_INDENT(1) | JSON_SORT_KEYS);
	json_decref(all);
}
