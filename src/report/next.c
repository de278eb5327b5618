#include "report/next.h"

#include "report/text.h"
#include "report/values.h"
#include "rules/answers.h"
#include "source/sources.h"

/* ---- what is handed over ----------------------------------------------------------------------------------------- */

/* The kind can give one of the classes, which stand with commas. */
static bool is_giving(const void *classes, enum source_kind kind)
{
	str rest = *(const str *)classes, class;

	while (str_split(&rest, ',', &class))
		if (source_giving(str_trim(class), kind) == kind) return true;
	return false;
}

/* "input ixit.10, given as --product FILE or --declarations PATH"; of what no kind of input gives, its classes
 * alone. */
static void put_input(str classes, unsigned width, struct buf *out)
{
	struct buf line = { 0 }, ways = { 0 };

	source_ways_list(&ways, is_giving, &classes);
	buf_printf(&line, "input %.*s%s%.*s", STR_FMT(classes), ways.n ? ", given as " : "", STR_FMT(buf_all(&ways)));
	text_wrap(out, buf_all(&line), 5, 7, width);
	buf_free(&line);
	buf_free(&ways);
}

static json_t *json_of_ways(str classes)
{
	json_t *list = json_array();

	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		if (is_giving(&classes, kind))
			json_array_append_new(list, json_of_str(str_of(sources[kind].ways[0].given)));
	return list;
}

/* ---- for people -------------------------------------------------------------------------------------------------- */

/* What a full verdict costs: everything that is owed, once each. */
/* What a person takes in at once. */
enum { SCOPE_FIRST = 4, MISSING_FIRST = 8 };

static void print_cost(const struct judgement *j, const struct plan *plan, struct buf *out)
{
	bool is_starred = false;
	size_t questions = 0, open = 0, later = 0;

	for (size_t i = 0; i < plan->missing_count; i++) questions += plan->missing[i].question != NULL;
	for (size_t i = 0; i < j->scheme_count; i++) {
		open += j->schemes[i].mandatory.inconclusive;
		later += j->schemes[i].ahead.mandatory.inconclusive;
	}
	for (size_t i = 0; i < plan->missing_count && !is_starred; i++)
		is_starred = !plan->missing[i].mandatory && plan->missing[i].later.mandatory;
	if (is_starred)
		buf_text(out, "\n* asked only from a later day on: nothing waits for it on the day judged for\n");
	buf_printf(out,
		"\nOpen: %zu mandatory requirements, and %zu of what is asked later.\nIn all %zu question%s and %zu "
		"thing%s to bring.\n",
		open, later, questions, questions == 1 ? "" : "s", plan->missing_count - questions,
		plan->missing_count - questions == 1 ? "" : "s");
}

/* What counts today and has to be said again soon. */
static void print_expiring(const struct plan *plan, unsigned width, struct buf *out)
{
	if (plan->expiring_count)
		buf_printf(out,
			"\nAnswers that run out within %d days, by the mandatory requirements that ask for them\n\n",
			SOON_DAYS);
	for (size_t i = 0; i < plan->expiring_count; i++) {
		const struct expiring_answer *e = &plan->expiring[i];
		struct buf line = { 0 };

		buf_printf(out, "%4zu ", e->mandatory);
		buf_printf(&line, "%.*s (%.*s%s%.*s) counts until %.*s", STR_FMT(e->answer->question),
			STR_FMT(e->answer->author), e->answer->author.n ? ", " : "", STR_FMT(e->answer->answered),
			STR_FMT(e->last));
		text_wrap(out, buf_all(&line), 0, 7, width - 5);
		buf_free(&line);
	}
}

/* What the product is comes first: it decides which of the rest is asked at all. */
static void print_scope(const struct plan *plan, size_t most, unsigned width, struct buf *out)
{
	for (size_t i = 0; i < plan->scope_count && i < most; i++) {
		const struct scope_owed *o = &plan->scope[i];
		struct buf line = { 0 };

		if (!i) buf_text(out, "Answer these first: they decide which laws and requirements apply\n\n");
		buf_printf(out, "%4zu ", o->scheme_count ? o->scheme_count : o->mandatory);
		text_wrap(out, o->asks.asks, 0, 5, width - 5);
		buf_printf(&line, "%.*s: %.*s in the product file, or \"assay ask\"", STR_FMT(o->asks.section),
			STR_FMT(o->asks.name));
		text_wrap(out, buf_all(&line), 5, 7, width);
		buf_free(&line);
	}
	if (plan->scope_count) buf_char(out, '\n');
}

static void print_rest(const struct plan *plan, size_t scope_most, size_t most, struct buf *out)
{
	size_t scope = plan->scope_count > scope_most ? plan->scope_count - scope_most : 0;
	size_t rest = plan->missing_count > most ? plan->missing_count - most : 0;

	if (scope + rest) buf_printf(out, "\n... and %zu more: --all lists them\n", scope + rest);
}

void report_next_text(const struct judgement *j, const struct plan *plan, bool is_whole, struct arena *keep,
	unsigned width, struct buf *out)
{
	size_t scope_most = is_whole ? SIZE_MAX : SCOPE_FIRST, most = is_whole ? SIZE_MAX : MISSING_FIRST, judged = 0;

	for (size_t i = 0; i < j->scheme_count; i++) judged += j->schemes[i].is_judged;
	print_scope(plan, scope_most, width, out);
	if (plan->missing_count)
		buf_printf(out, "To do, most blocking first (numbers: what waits for it in %zu scheme%s)\n\n", judged,
			judged == 1 ? "" : "s");
	for (size_t i = 0; i < plan->missing_count && i < most; i++) {
		const struct missing_evidence *o = &plan->missing[i];
		struct buf line = { 0 };

		if (o->mandatory || !o->later.mandatory)
			buf_printf(out, "%4zu ", o->mandatory);
		else
			buf_printf(out, "%3zu* ", o->later.mandatory);
		if (o->question) {
			text_wrap(out, o->question->sentence, 0, 5, width - 5);
			buf_printf(&line, "answer %s", o->question->id.p);
			if (o->question->for_kind.n) buf_printf(&line, ", for each %s", o->question->for_kind.p);
			buf_printf(&line, " (asked of: %s%s)", asked_of_word(o->asked_of),
				o->asked_of == ASKED_OF_LABORATORY ? "; --lab --evidence FILE" : "");
			text_wrap(out, buf_all(&line), 5, 7, width);
			line.n = 0;
			buf_printf(&line, "it takes %.*s", STR_FMT(question_wants(keep, o->question)));
			text_wrap(out, buf_all(&line), 5, 7, width);
		} else {
			if (o->bring.n)
				buf_printf(&line, "Bring %.*s", STR_FMT(o->bring));
			else
				buf_printf(&line, "Bring what tells \"%.*s\"", STR_FMT(o->class));
			if (o->reason.n) buf_printf(&line, " (%.*s)", STR_FMT(o->reason));
			text_wrap(out, buf_all(&line), 0, 5, width - 5);
			put_input(o->class, width, out);
		}
		buf_free(&line);
	}
	print_rest(plan, scope_most, most, out);
	if (plan->missing_count) print_cost(j, plan, out);
	if (!plan->missing_count) buf_text(out, "Nothing: every verdict is decided.\n");
	print_expiring(plan, width, out);
}

/* ---- for programs ------------------------------------------------------------------------------------------------ */

static json_t *json_of_expiring(const struct expiring_answer *e)
{
	json_t *o = json_object();

	set_str(o, "question", e->answer->question);
	set_str(o, "counts_until", e->last);
	set_str_if(o, "author", e->answer->author);
	set_str_if(o, "answered", e->answer->answered);
	json_object_set_new(o, "mandatory", json_integer((json_int_t)e->mandatory));
	json_object_set_new(o, "schemes", json_integer((json_int_t)e->schemes));
	json_object_set_new(o, "requirements", json_of_reached(e->reached, e->reached_count));
	return o;
}

void report_next_json(const struct plan *plan, struct arena *keep, struct buf *out)
{
	json_t *list = json_array();

	for (size_t i = 0; i < plan->missing_count; i++) {
		const struct missing_evidence *o = &plan->missing[i];
		json_t *item = json_object();

		if (o->question) {
			set_str(item, "question", o->question->id);
			set_str(item, "sentence", o->question->sentence);
			set_str_if(item, "for", o->question->for_kind);
			set_str(item, "asked_of", str_of(asked_of_word(o->asked_of)));
			set_str(item, "takes", question_wants(keep, o->question));
		} else {
			set_str(item, "input", o->class);
			json_object_set_new(item, "given_as", json_of_ways(o->class));
			set_str_if(item, "reason", o->reason);
			set_str_if(item, "bring", o->bring);
		}
		set_missing_counts(item, o);
		json_object_set_new(item, "requirements", json_of_reached(o->reached, o->reached_count));
		json_array_append_new(list, item);
	}
	for (size_t i = 0; i < plan->expiring_count; i++)
		json_array_append_new(list, json_of_expiring(&plan->expiring[i]));
	write_json(list, out, JSON_INDENT(1));
	json_decref(list);
}
