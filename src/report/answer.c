#include "report/answer.h"

#include "report/text.h"
#include "report/values.h"

void report_answer_text(const struct given_answer *a, unsigned width, struct buf *out)
{
	struct buf words = { 0 };

	buf_printf(&words, "Recorded: \"%.*s\" to %.*s, by %.*s.", STR_FMT(a->value), STR_FMT(a->question),
		STR_FMT(a->author));
	text_wrap(out, buf_all(&words), 0, 2, width);
	buf_free(&words);
}

void report_answer_json(const struct given_answer *a, struct buf *out)
{
	json_t *o = json_object();

	set_str(o, "question", a->question);
	set_str(o, "value", a->value);
	set_str_if(o, "for", a->about);
	set_str(o, "basis", a->basis);
	set_str(o, "author", a->author);
	set_str(o, "answered", a->answered);
	set_str_if(o, "expires", a->expires);
	set_str_if(o, "reason", a->reason);
	if (a->record) {
		set_str(o, "record", a->record->name);
		set_str(o, "sha256", digest_str(&a->record->digest));
	}
	write_json(o, out, JSON_INDENT(1));
	json_decref(o);
}
