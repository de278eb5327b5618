#include "report/html.h"

#include "report/page.h"
#include "report/plain.h"
#include "report/said_once.h"
#include "report/values.h"

#include <string.h>

/* Built from ui/ and committed, so that the C build needs no Node; a test builds it again and compares. */
static const uint8_t page[] = {
#include "page.inc"
};

/* Where the data goes, an element that the browser does not run; and what is shown where nothing may run. */
static const char plain_slot[] = "{\"slot\":\"plain\"}", data_slot[] = "{\"slot\":\"data\"}";

/* Inside a script element only "<" could end it ("</script", "<!--"): as \u003c it is the same JSON. */
static void put_inline(struct buf *out, str json)
{
	str rest = str_trim(json), part;

	for (bool is_first = true; str_split(&rest, '<', &part); is_first = false) {
		if (!is_first) buf_text(out, "\\u003c");
		buf_str(out, part);
	}
}

/* What of the template stands before the slot; the rest begins behind it. */
static str cut_at(str *rest, const char *slot)
{
	str before = *rest;
	size_t at, n = strlen(slot);

	if (!str_find(*rest, slot, &at)) at = rest->n, n = 0;
	before.n = at;
	rest->p += at + n;
	rest->n -= at + n;
	return before;
}

void report_html(const struct judgement *j, const struct plan *plan, sqlite3 *evidence, struct buf *out)
{
	json_t *data = page_data(j, plan, evidence);
	struct buf json = { 0 };
	str template = { (const char *)page, sizeof(page) };

	said_once(data);
	write_json(data, &json, JSON_COMPACT);
	json_decref(data);
	buf_str(out, cut_at(&template, plain_slot));
	report_plain(j, plan, out);
	buf_str(out, cut_at(&template, data_slot));
	put_inline(out, buf_all(&json));
	buf_str(out, template);
	buf_free(&json);
}
