#include "report/paper.h"

#include <stdio.h>

/* What stands under a paper in the terminal is a beginning; the page has all of it. */
enum { SHOWN = 4 };

static void put_row(const struct paper_result *p, struct buf *out, unsigned width)
{
	enum { BEFORE = 51 };
	struct buf missing = { 0 }, wrapped = { 0 };
	char filled[32];

	snprintf(filled, sizeof(filled), "%u of %u", p->filled, p->asked);
	for (size_t i = 0; i < p->paper->field_count; i++)
		if (p->fields[i].state == FIELD_MISSING) buf_join(&missing, ", ", p->fields[i].field->id);
	buf_printf(out, "%-30.*s %-9s %8s", STR_FMT(p->paper->id), paper_state_word(p->state), filled);
	text_wrap(&wrapped, buf_all(&missing), BEFORE, BEFORE, width > BEFORE + 10 ? width : BEFORE + 10);
	if (missing.n)
		buf_str(out, (str){ wrapped.p + BEFORE - 2, wrapped.n - BEFORE + 2 });
	else
		buf_char(out, '\n');
	buf_free(&missing);
	buf_free(&wrapped);
}

static void put_reasons(const struct paper_result *p, struct buf *out, unsigned width)
{
	for (size_t i = 0; i < p->reason_count && i < SHOWN; i++) {
		const struct paper_reason *r = &p->reasons[i];
		struct buf line = { 0 };

		buf_printf(&line, "%.*s%s%.*s %.*s: %.*s: %.*s", STR_FMT(r->requirement.n ? r->catalogue : r->scheme),
			STR_AFTER(" ", r->requirement), STR_FMT(r->verdict), STR_FMT(r->title), STR_FMT(r->why));
		text_wrap(out, buf_all(&line), 2, 4, width);
		buf_free(&line);
	}
	if (p->reason_count > SHOWN) buf_printf(out, "  and %zu more, on the page\n", p->reason_count - SHOWN);
}

static void put_missing(const struct paper_result *p, struct buf *out, unsigned width)
{
	size_t shown = 0, more = 0;

	for (size_t i = 0; i < p->paper->field_count; i++) {
		const struct field_result *f = &p->fields[i];
		struct buf line = { 0 };

		if (f->state != FIELD_MISSING) continue;
		if (shown++ >= SHOWN) {
			more++;
			continue;
		}
		buf_printf(&line, "missing %.*s: bring %.*s", STR_FMT(f->field->id),
			STR_FMT(f->wanted_count ? f->wanted[0] : STR("more")));
		if (f->wanted_count > 1) buf_text(&line, " (other ways are on the page)");
		text_wrap(out, buf_all(&line), 2, 4, width);
		buf_free(&line);
	}
	if (more) buf_printf(out, "  and %zu more missing, on the page\n", more);
}

void report_papers_text(const struct judgement *j, const struct paper_result *const *papers, size_t count,
	const struct text_style *style, struct buf *out)
{
	unsigned width = (unsigned)style->width;
	struct buf head = { 0 };
	str name = judgement_profile(j, "product.name"), version = judgement_profile(j, "product.version");

	buf_printf(&head, "%.*s%s%.*s, judged for %.*s", STR_FMT(name.n ? name : STR("The product")),
		STR_AFTER(" ", version), STR_FMT(j->on));
	text_wrap(out, buf_all(&head), 0, 2, width);
	buf_char(out, '\n');
	buf_free(&head);
	buf_printf(out, "%-30s %-9s %8s  %s\n", "Paper", "State", "Filled", "Missing");
	for (size_t i = 0; i < count; i++) put_row(papers[i], out, width);
	for (size_t i = 0; i < count; i++) {
		if (papers[i]->state == PAPER_READY) continue;
		buf_printf(out, "\n%.*s is %s\n", STR_FMT(papers[i]->paper->id),
			papers[i]->state == PAPER_DRAFT ? "a draft" : "withheld");
		put_reasons(papers[i], out, width);
		put_missing(papers[i], out, width);
	}
}
