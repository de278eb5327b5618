#include "report/html.h"

#include "report/page.h"
#include "report/values.h"

/* Built from ui/ and committed, so that the C build needs no Node; a test builds it again and compares. */
static const uint8_t page[] = {
#include "page.inc"
};

/* Where the data goes: an element that the browser does not run. */
static const char slot[] = "{\"slot\":0}";

/* Inside a script element only "<" could end it ("</script", "<!--"): as \u003c it is the same JSON. */
static void put_inline(struct buf *out, str json)
{
	str rest = str_trim(json), part;

	for (bool is_first = true; str_split(&rest, '<', &part); is_first = false) {
		if (!is_first) buf_text(out, "\\u003c");
		buf_str(out, part);
	}
}

void report_html(const struct judgement *j, const struct plan *plan, sqlite3 *evidence, struct buf *out)
{
	json_t *data = page_data(j, plan, evidence);
	struct buf json = { 0 };
	str template = { (const char *)page, sizeof(page) };
	size_t at = 0;

	write_json(data, &json, JSON_COMPACT);
	json_decref(data);
	if (!str_find(template, slot, &at)) at = template.n;
	buf_bytes(out, template.p, at);
	put_inline(out, buf_all(&json));
	if (at + sizeof(slot) - 1 <= template.n)
		buf_bytes(out, template.p + at + sizeof(slot) - 1, template.n - at - (sizeof(slot) - 1));
	buf_free(&json);
}
