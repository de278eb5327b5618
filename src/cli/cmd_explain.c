/* assay explain: from a verdict back to the bytes. */
#include "cli/commands.h"
#include "cli/load.h"

#include "base/digest.h"
#include "base/limits.h"
#include "collect/opened.h"
#include "collect/unpack.h"
#include "report/text.h"

#include <stdio.h>
#include <stdlib.h>

enum { BYTES_SHOWN = 64, FINDINGS_SHOWN = 20 };

/* ---- bytes ------------------------------------------------------------------------------------------------------------- */

static void hex_lines(struct buf *out, span bytes, uint64_t at)
{
	for (size_t row = 0; row < bytes.n; row += 16) {
		buf_printf(out, "          %08llx  ", (unsigned long long)(at + row));
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

/* One file of an image, from `at` on, as it streams by. */
struct picking {
	uint32_t region;
	str path;
	uint64_t at, seen;
	bool is_here, is_found;
	struct buf bytes;
};

static err pick_entry(void *self, const struct unpack_entry *e)
{
	struct picking *p = self;

	p->is_here = e->region == p->region && str_equal(e->path, p->path) && !p->is_found;
	p->is_found |= p->is_here;
	p->seen = 0;
	return OK;
}

static err pick_content(void *self, span bytes)
{
	struct picking *p = self;

	if (p->is_here && p->seen + bytes.n > p->at && p->bytes.n < BYTES_SHOWN) {
		uint64_t from = p->at > p->seen ? p->at - p->seen : 0;
		span piece = span_from(bytes, from, BYTES_SHOWN - p->bytes.n);

		buf_bytes(&p->bytes, piece.p, piece.n);
	}
	p->seen += bytes.n;
	return OK;
}

struct explaining {
	sqlite3 *db;
	struct buf *out;
	const char *image; /* --image; NULL */
	int width;
};

static bool image_is_the_one(const struct explaining *x, int64_t input)
{
	struct opened opened = { 0 };
	sqlite3_stmt *stmt = NULL;
	bool is_same = false;

	if (opened_open(x->image, &opened).is) return false;

	struct digest digest = digest_of(opened.bytes);

	if (sqlite3_prepare_v2(x->db, "SELECT 1 FROM input WHERE id = ?1 AND sha256 = ?2", -1, &stmt, NULL) ==
		SQLITE_OK) {
		sqlite3_bind_int64(stmt, 1, input);
		sqlite3_bind_text(stmt, 2, digest.hex, -1, SQLITE_STATIC);
		is_same = sqlite3_step(stmt) == SQLITE_ROW;
	}
	sqlite3_finalize(stmt);
	opened_close(&opened);
	return is_same;
}

/* A region's row number in the file differs from its number in the walk when several inputs were read: the walk counts from 1. */
static int64_t first_region(const struct explaining *x, int64_t input)
{
	sqlite3_stmt *stmt = NULL;
	int64_t first = 1;

	if (sqlite3_prepare_v2(x->db, "SELECT min(id) FROM region WHERE input = ?1", -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_int64(stmt, 1, input);
		if (sqlite3_step(stmt) == SQLITE_ROW) first = sqlite3_column_int64(stmt, 0);
	}
	sqlite3_finalize(stmt);
	return first;
}

static void bytes_of_image(const struct explaining *x, const struct finding *f)
{
	struct picking p = {
		.region = (uint32_t)(f->region - first_region(x, f->input) + 1),
		.path = { f->path.p + 1, f->path.n - 1 },
		.at = f->at.known ? (uint64_t)f->at.value : 0,
	};
	const char *why;

	if (!image_is_the_one(x, f->input)) {
		buf_printf(x->out, "        (%s is not the image that this was read from)\n", x->image);
		return;
	}

	err e = unpack(
		x->image, &(struct unpack_taker){ .self = &p, .entry = pick_entry, .content = pick_content }, &why);

	if (e.is)
		buf_printf(x->out, "        (%s: %s)\n", x->image, *why ? why : e.is->text);
	else
		hex_lines(x->out, span_from_str(buf_all(&p.bytes)), p.at);
	buf_free(&p.bytes);
}

/* The line or the bytes that were kept with the evidence: they are there though the image is not. */
static void kept_bytes(const struct explaining *x, const struct finding *f)
{
	sqlite3_stmt *stmt = NULL;
	const char *sql = "SELECT at, line, text FROM excerpt WHERE file = ?1 AND (at = ?2 OR line = ?3) ORDER BY line "
			  "IS NULL, at LIMIT 1";

	if (!f->file || sqlite3_prepare_v2(x->db, sql, -1, &stmt, NULL) != SQLITE_OK) return;
	sqlite3_bind_int64(stmt, 1, f->file);
	if (f->at.known) sqlite3_bind_int64(stmt, 2, f->at.value);
	if (f->line.known) sqlite3_bind_int64(stmt, 3, f->line.value);
	if (sqlite3_step(stmt) == SQLITE_ROW) {
		str text = { (const char *)sqlite3_column_text(stmt, 2), (size_t)sqlite3_column_bytes(stmt, 2) };

		if (sqlite3_column_type(stmt, 1) != SQLITE_NULL) {
			buf_printf(x->out, "        line %lld: ", (long long)sqlite3_column_int64(stmt, 1));
			buf_visible(x->out, text);
			buf_char(x->out, '\n');
		}
		hex_lines(x->out, span_from(span_from_str(text), 0, BYTES_SHOWN),
			(uint64_t)sqlite3_column_int64(stmt, 0));
	}
	sqlite3_finalize(stmt);
}

/* ---- the walk back ------------------------------------------------------------------------------------------------------- */

static void explain_finding(const struct explaining *x, const struct finding *f)
{
	struct buf place = { 0 };

	text_wrap(x->out, f->unknown.n ? f->unknown : f->sentence, 6, 8, (unsigned)x->width);
	text_place(&place, f);
	if (f->input_name.n) buf_printf(&place, "%s%.*s", place.n ? " of " : "", STR_FMT(f->input_name));
	if (place.n) text_wrap(x->out, buf_all(&place), 8, 10, (unsigned)x->width);
	buf_free(&place);
	if (x->image && f->path.n > 1 && f->path.p[0] == '/')
		bytes_of_image(x, f);
	else
		kept_bytes(x, f);
}

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

		buf_printf(x->out, "      not whole: %.*s%s%.*s%s%.*s\n", STR_FMT(m->class), m->reason.n ? ", " : "",
			STR_FMT(m->reason), m->bring.n ? "; bring " : "", STR_FMT(m->bring));
	}
	for (size_t i = 0; i < o->finding_count && i < FINDINGS_SHOWN; i++) explain_finding(x, &o->findings[i]);
	if (o->finding_count > FINDINGS_SHOWN)
		buf_printf(x->out, "      ... and %zu more in verdict.json\n", o->finding_count - FINDINGS_SHOWN);
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
	if (rules_doubt(q).n)
		buf_printf(x->out, "  What this requirement asks is %.*s, not confirmed.\n", STR_FMT(rules_doubt(q)));
	if (q->restriction.n) text_wrap(x->out, q->restriction, 2, 4, (unsigned)x->width);
	for (size_t i = 0; i < r->unit_count; i++)
		buf_printf(x->out, "  unit %.*s (%s): %s\n", STR_FMT(r->units[i].unit->id),
			r->units[i].unit->is_functional ? "functional" : "conceptual",
			verdict_word(r->units[i].verdict));
	for (size_t i = 0; i < r->tree_count; i++) {
		const struct tree_result *t = &r->trees[i];

		buf_printf(x->out, "  %s  %.*s\n", verdict_word(t->verdict), STR_FMT(t->name));
		for (size_t k = 0; k < t->step_count; k++)
			buf_printf(x->out, "    %.*s %.*s %s\n", STR_FMT(t->steps[k].node->id),
				STR_FMT(t->steps[k].node->asks),
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
			buf_printf(x->out, "      answered \"%.*s\" by %.*s %.*s\n", STR_FMT(reply->value),
				STR_FMT(reply->author), STR_FMT(reply->answered));
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

static int run(const struct given *g)
{
	struct judged judged;
	struct buf out = { 0 };
	int status = judge_file(g, g->words[1], &judged);
	size_t found = 0;

	if (status != EXIT_PASS) return status;

	struct explaining x = { .db = evidence_db(judged.evidence),
		.out = &out,
		.image = given_value(g, "--image"),
		.width = terminal_width() };

	for (size_t i = 0; i < judged.judgement->scheme_count; i++) {
		const struct scheme_result *s = &judged.judgement->schemes[i];

		for (size_t k = 0; k < s->requirement_count; k++) {
			if (!is_meant(str_of(g->words[0]), s, &s->requirements[k])) continue;
			explain_requirement(&x, s, &s->requirements[k]);
			found++;
		}
	}
	fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
	judged_close(&judged);
	if (found) return EXIT_PASS;
	say("no scheme that was judged has a requirement \"%s\"; write it as uk-psti:PSTI-S1-1(2), and see \"assay "
	    "rules show uk-psti\"",
		g->words[0]);
	return EXIT_USAGE;
}

const struct command command_explain = {
	.name = "explain",
	.synopsis = "REQUIREMENT EVIDENCE [--image FILE]",
	.summary = "from a verdict back to the bytes that it rests on",
	.description = "Shows the verdict of the scheme, the requirement, each check with what it needs, each finding "
		       "with its file, line and byte, and the bytes. "
		       "REQUIREMENT is an id as the catalogue has it, alone or after the scheme and a colon. The bytes "
		       "come from the evidence; with --image, from the image itself.",
	.example = "  assay explain etsi-en-303-645:5.1-1 product.assay\n  assay explain psti:1-1 product.assay "
		   "--image router.bin\n",
	.options = { OPTION_SCHEME, OPTION_ON, OPTION_RULES,
		{ "--image", "FILE", "the image, for its bytes in place of the excerpts kept with the evidence", false,
			"file" } },
	.least = 2,
	.most = 2,
	.run = run,
};
