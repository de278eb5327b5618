#include "report/forms.h"

#include "report/html.h"
#include "report/json.h"

static void write_html(const struct reporting *r, struct buf *out)
{
	report_html(r->judgement, r->plan, r->evidence, out);
}

static void write_verdict(const struct reporting *r, struct buf *out)
{
	report_json(r->judgement, out);
}

static void write_text(const struct reporting *r, struct buf *out)
{
	report_text(r->judgement, r->plan, r->style, out);
}

const struct report_form report_forms[REPORT_FORMS] = {
	[REPORT_HTML] = { .name = "html", .file = "report.html", .write = write_html },
	[REPORT_JSON] = { .name = "json", .file = "verdict.json", .write = write_verdict },
	[REPORT_TEXT] = { .name = "text", .write = write_text },
};
