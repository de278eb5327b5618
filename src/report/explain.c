/* From a verdict back to the bytes that it rests on. */
#include "report/explain.h"

#include "report/json.h"
#include "report/text.h"
#include "report/values.h"

enum { FINDINGS_SHOWN = 20 };

void shown_bytes_free(struct shown_bytes *b)
{
	buf_free(&b->bytes);
	buf_free(&b->words);
}

/* ---- the bytes, as people read them: the line where it is text, then rows of sixteen ----------------------------- */

static void hex_lines(struct buf *out, span bytes, uint64_t at)
{
	for (size_t row = 0; row < bytes.n; row += 16) {
		buf_printf(out, "    %08llx  ", (unsigned long long)(at + row));
		for (size_t i = 0; i < 16; i++) {
			if (row + i < bytes.n)
				buf_printf(out, "%02x ", bytes.p[row + i]);
			else
				buf_text(out, "   ");
		}
		buf_char(out, ' ');
		for (size_t i = 0; i < 16 && row + i < bytes.n; i++) {
			char c = (char)bytes.p[row + i];

			buf_char(out, c >= ' ' && c < 127 ? c : '.');
		}
		buf_char(out, '\n');
	}
}

static void put_bytes(const struct shown_bytes *b, struct buf *out)
{
	if (b->trouble.n) buf_printf(out, "        (%.*s)\n", STR_FMT(b->trouble));
	if (b->line) {
		buf_printf(out, "        line %llu: ", (unsigned long long)b->line);
		buf_visible(out, buf_all(&b->bytes));
		buf_char(out, '\n');
	}
	hex_lines(out, span_from(span_from_str(buf_all(&b->bytes)), 0, BYTES_SHOWN), b->at);
}

/* ---- the walk back ----------------------------------------------------------------------------------------------- */

static void explain_finding(const struct explaining *x, const struct finding *f)
{
	struct buf place = { 0 }, line = { 0 };

	if (f->unknown.n && f->what.n) buf_printf(&line, "%.*s: ", STR_FMT(f->what));
	buf_str(&line, f->unknown.n ? f->unknown : f->sentence);
	text_wrap(x->out, buf_all(&line), 6, 8, x->width);
	buf_free(&line);
	text_place(&place, f);
	if (f->input_name.n && (f->path.n || !f->line.known)) buf_join(&place, " of ", f->input_name);
	if (place.n) text_wrap(x->out, buf_all(&place), 8, 10, x->width);
	buf_free(&place);

	struct shown_bytes bytes = x->bytes(x->self, f);

	put_bytes(&bytes, x->out);
	shown_bytes_free(&bytes);
}

/* A line of words from anywhere: wrapped, and visible whatever they are. */
#define PUT(x, indent, hang, ...)                                                                                      \
	do {                                                                                                           \
		struct buf line_ = { 0 };                                                                              \
		buf_printf(&line_, __VA_ARGS__);                                                                       \
		text_wrap((x)->out, buf_all(&line_), indent, hang, (x)->width);                                        \
		buf_free(&line_);                                                                                      \
	} while (0)

static void explain_outcome(const struct explaining *x, const struct outcome *o)
{
	buf_printf(x->out, "\n    %s  %.*s\n", verdict_word(o->verdict), STR_FMT(o->check->id));
	text_wrap(x->out, o->check->asks, 4, 6, x->width);
	buf_printf(x->out, "    needs %.*s", STR_FMT(o->check->needs.text));
	if (o->check->rests.count) buf_printf(x->out, ", rests on %.*s", STR_FMT(o->check->rests.text));
	if (o->check->over.n) buf_printf(x->out, "; asked of %llu", (unsigned long long)o->population);
	buf_char(x->out, '\n');
	for (size_t i = 0; i < o->missing_count; i++) {
		const struct missing *m = &o->missing[i];

		PUT(x, 6, 8, "not whole: %.*s%s%.*s%s%.*s", STR_FMT(m->class), STR_AFTER(", ", m->reason),
			STR_AFTER("; bring ", m->bring));
	}
	for (size_t i = 0; i < o->finding_count && i < FINDINGS_SHOWN; i++) explain_finding(x, &o->findings[i]);
	if (o->all_count > FINDINGS_SHOWN)
		buf_printf(x->out, "      ... and %zu more%s\n", o->all_count - FINDINGS_SHOWN,
			o->all_count > o->finding_count ? ", of which verdict.json has the first" : " in verdict.json");
}

/* What speaks of it besides the evidence: certificates and other ways, treatments, the day from which it is asked. */
static void explain_beside(
	const struct explaining *x, const struct scheme_result *s, const struct requirement_result *r)
{
	if (r->settled) PUT(x, 2, 4, "settled all the same: %.*s", STR_FMT(r->settled_why));
	if (r->from.n) PUT(x, 2, 4, "asked from %.*s on", STR_FMT(r->from));
	for (size_t i = 0; i < s->treatment_count; i++)
		if (s->treatments[i].of == r && !(s->treatments[i].is_assessed && s->treatments[i].counts))
			PUT(x, 2, 4, "treatment (%.*s) %s: %.*s",
				STR_FMT(s->treatments[i].is_assessed ? s->treatments[i].treatment->kind
								     : s->treatments[i].treatment->control),
				!s->treatments[i].counts       ? "does not count"
				: s->treatments[i].is_assessed ? "counts"
							       : "counts for the system",
				STR_FMT(s->treatments[i].why));
}

static void explain_assessment_unit(const struct explaining *x, const struct assessment_unit_result *u)
{
	const char *basis = strength_word(u->basis);

	PUT(x, 2, 4, "unit %.*s (%s): %s%s%s", STR_FMT(u->unit->id),
		u->unit->is_functional ? "functional" : "conceptual", verdict_word(u->verdict), *basis ? ", " : "",
		basis);
	if (u->unit->shows.n) PUT(x, 4, 6, "to show: %.*s", STR_FMT(u->unit->shows));
	if (u->unit->is_functional && u->verdict == VERDICT_INCONCLUSIVE)
		PUT(x, 4, 6, "a laboratory's own test decides it: %.*s", STR_FMT(u->unit->test.id));
}

static void put_requirement(
	const struct explaining *x, const struct scheme_result *s, const struct requirement_result *r)
{
	const struct requirement *q = r->requirement;

	buf_printf(x->out, "%s  %.*s\n", verdict_word(s->verdict), STR_FMT(s->scheme->title));
	text_wrap(x->out, s->why, 2, 2, x->width);
	buf_printf(x->out, "\n  %s  %.*s %.*s, %.*s (%s)\n", verdict_word(r->verdict), STR_FMT(q->catalogue->id),
		STR_FMT(q->catalogue->edition), STR_FMT(q->id), r->is_mandatory ? "mandatory" : "recommended");
	text_wrap(x->out, q->title, 2, 4, x->width);
	text_wrap(x->out, r->why, 2, 4, x->width);
	explain_beside(x, s, r);
	if (rules_doubt(q).n)
		buf_printf(x->out, "  What this requirement asks is %.*s, not confirmed.\n", STR_FMT(rules_doubt(q)));
	if (q->restriction.n) text_wrap(x->out, q->restriction, 2, 4, x->width);
	for (size_t i = 0; i < r->assessment_unit_count; i++) explain_assessment_unit(x, &r->assessment_units[i]);
	for (size_t i = 0; i < r->tree_count; i++) {
		const struct tree_result *t = &r->trees[i];

		PUT(x, 2, 4, "%s  %.*s", verdict_word(t->verdict), STR_FMT(t->name));
		for (size_t k = 0; k < t->step_count; k++)
			PUT(x, 4, 6, "%.*s %.*s %s", STR_FMT(t->steps[k].node->id), STR_FMT(t->steps[k].node->asks),
				t->steps[k].answer == YES  ? "yes"
				: t->steps[k].answer == NO ? "no"
							   : "not known");
	}
	if (r->all_trees > r->tree_count) PUT(x, 2, 4, "... and %zu more", r->all_trees - r->tree_count);
	for (size_t i = 0; i < r->outcome_count; i++) explain_outcome(x, r->outcomes[i]);
	for (size_t i = 0; i < r->reply_count; i++) {
		const struct reply *reply = &r->replies[i];

		buf_printf(x->out, "\n    %s  %.*s\n", verdict_word(reply->verdict), STR_FMT(reply->question->id));
		text_wrap(x->out, reply->question->sentence, 4, 6, x->width);
		if (reply->value.n)
			PUT(x, 6, 8, "answered \"%.*s\" by %.*s %.*s", STR_FMT(reply->value), STR_FMT(reply->author),
				STR_FMT(reply->answered));
		if (reply->sha256.n)
			PUT(x, 6, 8, "%s, on record in %.*s, SHA-256 %.*s", strength_word(reply->strength),
				STR_FMT(reply->record), STR_FMT(reply->sha256));
		if (reply->reason.n) PUT(x, 6, 8, "because: %.*s", STR_FMT(reply->reason));
		if (reply->why.n) text_wrap(x->out, reply->why, 6, 8, x->width);
	}
	buf_char(x->out, '\n');
}

/* ---- as JSON ----------------------------------------------------------------------------------------------------- */

/* verdict.json's rows of the requirement, each finding with its bytes. */
static json_t *json_of_explained(
	const struct explaining *x, const struct scheme_result *s, const struct requirement_result *r)
{
	const struct report_most all = { SIZE_MAX, SIZE_MAX };
	json_t *requirement = json_of_requirement(r, &all), *checks = json_object_get(requirement, "checks");

	for (size_t i = 0; i < r->outcome_count; i++) {
		json_t *findings = json_object_get(json_array_get(checks, i), "findings");

		for (size_t k = 0; k < r->outcomes[i]->finding_count; k++) {
			struct shown_bytes b = x->bytes(x->self, &r->outcomes[i]->findings[k]);
			json_t *finding = json_array_get(findings, k);
			struct buf hex = { 0 };

			for (size_t n = 0; n < b.bytes.n && n < BYTES_SHOWN; n++)
				buf_printf(&hex, "%02x", (unsigned char)b.bytes.p[n]);
			set_str_if(finding, "bytes", buf_all(&hex));
			if (b.bytes.n) json_object_set_new(finding, "bytes_at", json_integer((json_int_t)b.at));
			set_str_if(finding, "bytes_trouble", b.trouble);
			buf_free(&hex);
			shown_bytes_free(&b);
		}
	}
	return json_pack("{s:s, s:s, s:o}", "scheme", s->scheme->id.p, "scheme_verdict", verdict_word(s->verdict),
		"requirement", requirement);
}

/* ---- all that are meant ------------------------------------------------------------------------------------------ */

void report_explained_text(
	const struct explaining *x, const struct judgement *j, requirement_matches *matches, const void *wanted)
{
	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0; k < j->schemes[i].requirement_count; k++)
			if (matches(wanted, &j->schemes[i], &j->schemes[i].requirements[k]))
				put_requirement(x, &j->schemes[i], &j->schemes[i].requirements[k]);
}

void report_explained_json(
	const struct explaining *x, const struct judgement *j, requirement_matches *matches, const void *wanted)
{
	json_t *all = json_array();

	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0; k < j->schemes[i].requirement_count; k++)
			if (matches(wanted, &j->schemes[i], &j->schemes[i].requirements[k]))
				json_array_append_new(
					all, json_of_explained(x, &j->schemes[i], &j->schemes[i].requirements[k]));
	if (json_array_size(all)) write_json(all, x->out, JSON_INDENT(1));
	json_decref(all);
}
