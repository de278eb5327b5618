/* assay explain: from a verdict back to the bytes. */
#include "cli/commands.h"
#include "cli/load.h"

#include "base/near.h"
#include "work/explain_bytes.h"
#include "report/json.h"
#include "report/text.h"
#include "report/values.h"

#include <stdio.h>

enum { FINDINGS_SHOWN = 20 };

struct explaining {
	sqlite3 *db;
	struct buf *out;
	const char *image; /* --image; NULL */
	int width;
};

/* ---- the walk back ------------------------------------------------------------------------------------------------------- */

static void explain_finding(const struct explaining *x, const struct finding *f)
{
	struct buf place = { 0 }, line = { 0 };

	if (f->unknown.n && f->what.n) buf_printf(&line, "%.*s: ", STR_FMT(f->what));
	buf_str(&line, f->unknown.n ? f->unknown : f->sentence);
	text_wrap(x->out, buf_all(&line), 6, 8, (unsigned)x->width);
	buf_free(&line);
	text_place(&place, f);
	if (f->input_name.n && (f->path.n || !f->line.known))
		buf_printf(&place, "%s%.*s", place.n ? " of " : "", STR_FMT(f->input_name));
	if (place.n) text_wrap(x->out, buf_all(&place), 8, 10, (unsigned)x->width);
	buf_free(&place);

	struct shown_bytes bytes = bytes_of_finding(x->db, x->image, f);

	print_shown_bytes(&bytes, x->out);
	shown_bytes_free(&bytes);
}

/* A line of words from anywhere: wrapped, and visible whatever they are. */
#define PUT(x, indent, hang, ...)                                                                                      \
	do {                                                                                                           \
		struct buf line_ = { 0 };                                                                              \
		buf_printf(&line_, __VA_ARGS__);                                                                       \
		text_wrap((x)->out, buf_all(&line_), indent, hang, (unsigned)(x)->width);                              \
		buf_free(&line_);                                                                                      \
	} while (0)

static void explain_outcome(const struct explaining *x, const struct outcome *o)
{
	buf_printf(x->out, "\n    %s  %.*s\n", verdict_word(o->verdict), STR_FMT(o->check->id));
	text_wrap(x->out, o->check->asks, 4, 6, (unsigned)x->width);
	buf_printf(x->out, "    needs %.*s", STR_FMT(o->check->needs.text));
	if (o->check->rests.count) buf_printf(x->out, ", rests on %.*s", STR_FMT(o->check->rests.text));
	if (o->check->over.n) buf_printf(x->out, "; asked of %llu", (unsigned long long)o->population);
	buf_char(x->out, '\n');
	for (size_t i = 0; i < o->missing_count; i++) {
		const struct missing *m = &o->missing[i];

		PUT(x, 6, 8, "not whole: %.*s%s%.*s%s%.*s", STR_FMT(m->class), m->reason.n ? ", " : "",
			STR_FMT(m->reason), m->bring.n ? "; bring " : "", STR_FMT(m->bring));
	}
	for (size_t i = 0; i < o->finding_count && i < FINDINGS_SHOWN; i++) explain_finding(x, &o->findings[i]);
	if (o->finding_count > FINDINGS_SHOWN)
		buf_printf(x->out, "      ... and %zu more in verdict.json\n", o->finding_count - FINDINGS_SHOWN);
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

static void explain_unit(const struct explaining *x, const struct unit_result *u)
{
	const char *basis = strength_word(u->basis);

	PUT(x, 2, 4, "unit %.*s (%s): %s%s%s", STR_FMT(u->unit->id),
		u->unit->is_functional ? "functional" : "conceptual", verdict_word(u->verdict), *basis ? ", " : "",
		basis);
	if (u->unit->shows.n) PUT(x, 4, 6, "to show: %.*s", STR_FMT(u->unit->shows));
	if (u->unit->is_functional && u->verdict == VERDICT_INCONCLUSIVE)
		PUT(x, 4, 6, "a laboratory's own test decides it: %.*s", STR_FMT(u->unit->test.id));
}

static void explain_requirement(
	const struct explaining *x, const struct scheme_result *s, const struct requirement_result *r)
{
	const struct requirement *q = r->requirement;

	buf_printf(x->out, "%s  %.*s\n", verdict_word(s->verdict), STR_FMT(s->scheme->title));
	text_wrap(x->out, s->why, 2, 2, (unsigned)x->width);
	buf_printf(x->out, "\n  %s  %.*s %.*s, %.*s (%s)\n", verdict_word(r->verdict), STR_FMT(q->catalogue->id),
		STR_FMT(q->catalogue->edition), STR_FMT(q->id), r->is_mandatory ? "mandatory" : "recommended");
	text_wrap(x->out, q->title, 2, 4, (unsigned)x->width);
	text_wrap(x->out, r->why, 2, 4, (unsigned)x->width);
	explain_beside(x, s, r);
	if (rules_doubt(q).n)
		buf_printf(x->out, "  What this requirement asks is %.*s, not confirmed.\n", STR_FMT(rules_doubt(q)));
	if (q->restriction.n) text_wrap(x->out, q->restriction, 2, 4, (unsigned)x->width);
	for (size_t i = 0; i < r->unit_count; i++) explain_unit(x, &r->units[i]);
	for (size_t i = 0; i < r->tree_count; i++) {
		const struct tree_result *t = &r->trees[i];

		PUT(x, 2, 4, "%s  %.*s", verdict_word(t->verdict), STR_FMT(t->name));
		for (size_t k = 0; k < t->step_count; k++)
			PUT(x, 4, 6, "%.*s %.*s %s", STR_FMT(t->steps[k].node->id), STR_FMT(t->steps[k].node->asks),
				t->steps[k].answer == YES  ? "yes"
				: t->steps[k].answer == NO ? "no"
							   : "not known");
	}
	for (size_t i = 0; i < r->outcome_count; i++) explain_outcome(x, r->outcomes[i]);
	for (size_t i = 0; i < r->reply_count; i++) {
		const struct reply *reply = &r->replies[i];

		buf_printf(x->out, "\n    %s  %.*s\n", verdict_word(reply->verdict), STR_FMT(reply->question->id));
		text_wrap(x->out, reply->question->sentence, 4, 6, (unsigned)x->width);
		if (reply->value.n)
			PUT(x, 6, 8, "answered \"%.*s\" by %.*s %.*s", STR_FMT(reply->value), STR_FMT(reply->author),
				STR_FMT(reply->answered));
		if (reply->sha256.n)
			PUT(x, 6, 8, "%s, on record in %.*s, SHA-256 %.*s", strength_word(reply->strength),
				STR_FMT(reply->record), STR_FMT(reply->sha256));
		if (reply->reason.n) PUT(x, 6, 8, "because: %.*s", STR_FMT(reply->reason));
		if (reply->why.n) text_wrap(x->out, reply->why, 6, 8, (unsigned)x->width);
	}
	buf_char(x->out, '\n');
}

/* "uk-psti:PSTI-S1-1(2)", or the id alone; the part before the colon is a scheme or a catalogue, and may be a piece of its name ("psti"). */
static bool is_meant(str wanted, const struct scheme_result *s, const struct requirement_result *r)
{
	str rest = wanted, prefix;

	if (str_equal(r->requirement->id, wanted)) return true;
	if (!memchr(wanted.p, ':', wanted.n) || !str_split(&rest, ':', &prefix)) return false;

	struct buf name = { 0 };
	bool is_named;

	buf_str(&name, prefix);
	buf_char(&name, '\0');
	is_named = str_find(s->scheme->id, name.p, NULL) || str_find(r->requirement->catalogue->id, name.p, NULL);
	buf_free(&name);

	/* "1-1" stands for "PSTI-S1-1(2)" too: the end or a middle that begins where a word does. */
	return is_named &&
	       (str_equal(r->requirement->id, rest) || (rest.n >= 3 && str_find(r->requirement->id, rest.p, NULL)));
}

/* ---- as JSON --------------------------------------------------------------------------------------------------------------- */

/* verdict.json's rows of the requirement, each finding with its bytes. */
static json_t *json_explained(
	const struct explaining *x, const struct scheme_result *s, const struct requirement_result *r)
{
	json_t *requirement = json_of_requirement(r), *checks = json_object_get(requirement, "checks");

	for (size_t i = 0; i < r->outcome_count; i++) {
		json_t *findings = json_object_get(json_array_get(checks, i), "findings");

		for (size_t k = 0; k < r->outcomes[i]->finding_count; k++) {
			struct shown_bytes b = bytes_of_finding(x->db, x->image, &r->outcomes[i]->findings[k]);
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

/* ---- the command ---------------------------------------------------------------------------------------------------------- */

static bool has_requirement(const struct scheme *s, str id)
{
	for (size_t i = 0; i < s->require_count; i++)
		if (rules_requirement(s->requires[i].catalogue, id)) return true;
	return false;
}

static bool is_judged(const struct judgement *j, const struct scheme *s)
{
	for (size_t i = 0; i < j->scheme_count; i++)
		if (str_equal(j->schemes[i].scheme->id, s->id)) return j->schemes[i].is_judged;
	return false;
}

/* Why there is none: a scheme that was not judged, the id of something else, or a slip of the pen. */
static void say_none(const struct judgement *j, const char *wanted)
{
	enum { MEMORY = 1 << 20 };
	struct arena keep = arena_open(MEMORY);
	str rest = str_of(wanted), prefix = STR("");
	const struct scheme *unjudged = NULL;

	if (strchr(wanted, ':')) str_split(&rest, ':', &prefix);

	struct candidates near = { .keep = &keep, .wanted = rest };

	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0; k < j->schemes[i].requirement_count; k++)
			candidate(&near, j->schemes[i].requirements[k].requirement->id);
	for (size_t i = 0; i < j->rules->schemes.n && !unjudged; i++) {
		const struct scheme *s = &j->rules->schemes.p[i];

		if ((prefix.n ? str_equal(s->id, prefix) : has_requirement(s, rest)) && !is_judged(j, s)) unjudged = s;
	}

	str meant = suggestion(&near);

	if (unjudged)
		say("%s was not judged, as it does not bind the product or was not asked for: add --scheme %s",
			unjudged->id.p, unjudged->id.p);
	else if (rules_check(j->rules, rest) || rules_question(j->rules, rest))
		say("\"%s\" is no requirement; \"assay rules show %s\" shows it", wanted, wanted);
	else
		say("no scheme that was judged has a requirement \"%s\"%s%.*s; write it as uk-psti:PSTI-S1-1(2), and "
		    "see "
		    "\"assay rules show uk-psti\"",
			wanted, meant.n ? "; " : "", STR_FMT(meant));
	arena_close(&keep);
}

static int run(const struct given *g)
{
	struct judged judged;
	struct buf out = { 0 };
	struct rules *rules;
	struct judge_options options;
	int status = judge_prepare(g, g->words[1], &judged, &rules, &options);
	json_t *all = json_array();
	size_t found = 0;

	options.is_counting = true;
	if (status == EXIT_PASS) status = judge_prepared(g->words[1], &judged, rules, &options);
	if (status != EXIT_PASS) {
		json_decref(all);
		return status;
	}

	struct explaining x = { .db = evidence_db(judged.evidence),
		.out = &out,
		.image = given_value(g, "--image"),
		.width = terminal_width() };

	for (size_t i = 0; i < judged.judgement->scheme_count; i++) {
		const struct scheme_result *s = &judged.judgement->schemes[i];

		for (size_t k = 0; k < s->requirement_count; k++) {
			if (!is_meant(str_of(g->words[0]), s, &s->requirements[k])) continue;
			if (given_has(g, "--json"))
				json_array_append_new(all, json_explained(&x, s, &s->requirements[k]));
			else
				explain_requirement(&x, s, &s->requirements[k]);
			found++;
		}
	}
	if (found && given_has(g, "--json"))
		say_json(all);
	else
		json_decref(all);
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	if (!found) say_none(judged.judgement, g->words[0]);
	buf_free(&out);
	judged_close(&judged);
	return found ? EXIT_PASS : EXIT_USAGE;
}

const struct command command_explain = {
	.name = "explain",
	.synopsis = "REQUIREMENT EVIDENCE [--image FILE] [--json]",
	.summary = "from a verdict back to the bytes that it rests on",
	.description = "Shows the verdict of the scheme, the requirement, each check with what it needs, each finding "
		       "with its file, line and byte, and the bytes. "
		       "REQUIREMENT is an id as the catalogue has it, alone or after the scheme and a colon. The bytes "
		       "come from the evidence; with --image, from the image itself.",
	.example = "  assay explain etsi-en-303-645:5.1-1 product.assay\n  assay explain psti:1-1 product.assay "
		   "--image router.bin\n",
	.options = { OPTION_SCHEME, OPTION_ON, OPTION_RULES,
		{ "--image", "FILE", "the image, for its bytes in place of the excerpts kept with the evidence", false,
			"file" },
		OPTION_JSON },
	.least = 2,
	.most = 2,
	.run = run,
};
