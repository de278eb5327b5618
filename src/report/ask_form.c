#include "report/ask_form.h"

#include "report/markup.h"
#include "report/text.h"
#include "rules/answers.h"

static const uint8_t page[] = {
#include "ask_form_html.inc"
};

/* One question about one thing. */
struct line {
	const struct question *question;
	str row;
	size_t number; /* from 1 */
};

struct form {
	struct arena *keep;
	struct buf *out;
	str edition;
	void (*write)(struct form *f, const struct line *l);
	size_t lines;
};

static void write_rows(struct form *f, const struct question *q, const struct interview_step *step)
{
	for (size_t i = 0; i < (step->row_count ? step->row_count : 1); i++)
		f->write(f, &(struct line){ .question = q,
				    .row = step->row_count ? step->rows[i].name : (str){ 0 },
				    .number = ++f->lines });
}

static void write_all(struct form *f, const struct interview_plan *p)
{
	for (size_t i = 0; i < p->step_count; i++) {
		const struct interview_step *step = &p->steps[i];

		if (!step->joined_count) write_rows(f, step->question, step);
		for (size_t k = 0; k < step->joined_count; k++) write_rows(f, step->joined[k].question, step);
	}
}

static str asked(const struct question *q)
{
	return q->plain.n ? q->plain : q->sentence;
}

static str takes(const struct form *f, const struct question *q)
{
	if (!str_is(q->type, "words")) return question_wants(f->keep, q);

	struct buf all = { 0 };

	buf_text(&all, "one or more of: ");
	for (size_t i = 0; i < q->choice_count; i++) buf_printf(&all, "%s%.*s", i ? ", " : "", STR_FMT(q->choices[i]));

	str text = arena_str(f->keep, buf_all(&all));

	buf_free(&all);
	return text;
}

/* ---- YAML -------------------------------------------------------------------------------------------------------- */

static void put_quoted(struct buf *out, str value)
{
	buf_char(out, '"');
	for (size_t i = 0; i < value.n; i++) {
		unsigned char c = (unsigned char)value.p[i];

		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else if (c < ' ' || c == 0x7f)
			buf_printf(out, "\\x%02x", c);
		else
			buf_char(out, (char)c);
	}
	buf_char(out, '"');
}

/* Lines behind a '#', of which none can end the comment. */
static void put_comment(struct buf *out, const char *before, str text)
{
	struct buf all = { 0 }, lines = { 0 };
	str rest, line;

	if (!text.n) return;
	buf_text(&all, before);
	buf_visible(&all, text);
	text_wrap(&lines, buf_all(&all), 0, 2, 110);
	rest = buf_all(&lines);
	while (str_line(&rest, &line)) buf_printf(out, "  # %.*s\n", STR_FMT(line));
	buf_free(&all);
	buf_free(&lines);
}

static void write_yaml(struct form *f, const struct line *l)
{
	const struct question *q = l->question;

	buf_char(f->out, '\n');
	put_comment(f->out, "", asked(q));
	put_comment(f->out, "Why: ", q->why);
	put_comment(f->out, "Example: ", q->example);
	put_comment(f->out, "Takes: ", takes(f, q));
	buf_printf(f->out, "  - question: %.*s\n", STR_FMT(q->id));
	if (l->row.n) {
		buf_text(f->out, "    for: ");
		put_quoted(f->out, l->row);
		buf_char(f->out, '\n');
	}
	buf_text(f->out, "    value:\n    reason:\n");
}

static void begin_yaml(struct form *f, str product)
{
	buf_text(f->out, "# The open questions of ");
	buf_visible(f->out, product.n ? product : STR("the product"));
	buf_text(f->out, ". Fill in \"value\", and \"reason\" where there is something to say.\n"
			 "# Leave empty what is not known. Then: assay ask FOLDER --read FILE\n");
	buf_printf(f->out, "form: " ASK_FORM_TITLE "\nedition: \"%.*s\"\nauthor:\nanswers:\n", STR_FMT(f->edition));
}

/* ---- CSV --------------------------------------------------------------------------------------------------------- */

/* A cell that an office program would take for a formula stays text. */
static void put_cell(struct buf *out, str text, bool is_last)
{
	buf_char(out, '"');
	if (text.n && memchr("=+-@", text.p[0], 4)) buf_char(out, '\'');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"') buf_char(out, '"');
		buf_char(out, (unsigned char)text.p[i] < ' ' ? ' ' : text.p[i]);
	}
	buf_text(out, is_last ? "\"\r\n" : "\",");
}

static void write_csv(struct form *f, const struct line *l)
{
	const struct question *q = l->question;

	put_cell(f->out, q->id, false);
	put_cell(f->out, l->row, false);
	put_cell(f->out, asked(q), false);
	put_cell(f->out, q->why, false);
	put_cell(f->out, q->example, false);
	put_cell(f->out, takes(f, q), false);
	buf_text(f->out, ",\r\n");
}

static void begin_csv(struct form *f)
{
	static const char *const columns[] = { ASK_FORM_COLUMNS };

	buf_text(f->out, "\"" ASK_FORM_TITLE "\",");
	put_cell(f->out, f->edition, false);
	buf_text(f->out, ",,,,,\r\n");
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		put_cell(f->out, str_of(columns[i]), i + 1 == sizeof(columns) / sizeof(*columns));
}

/* ---- HTML -------------------------------------------------------------------------------------------------------- */

static void put_options(struct form *f, const struct question *q)
{
	static const str yes_no[] = { { "yes", 3 }, { "no", 2 } };
	bool is_yes_no = str_is(q->type, "yes/no");
	const str *choices = is_yes_no ? yes_no : q->choices;
	size_t count = is_yes_no ? 2 : q->choice_count;
	bool is_list = str_is(q->type, "words");

	if (!count) {
		buf_printf(f->out, "<input name=\"value\" aria-label=\"answer\" maxlength=\"4000\"%s>\n",
			str_is(q->type, "date") ? " placeholder=\"2027-05-31\"" : "");
		return;
	}
	buf_printf(f->out, "<select name=\"value\" aria-label=\"answer\"%s>%s", is_list ? " multiple" : "",
		is_list ? "" : "<option value=\"\">not known</option>");
	for (size_t i = 0; i < count; i++) markup_element(f->out, "<option>", choices[i], "</option>");
	buf_text(f->out, "</select>\n");
}

static void write_html(struct form *f, const struct line *l)
{
	const struct question *q = l->question;

	markup_element(f->out, "<section data-question=\"", q->id, "\" data-for=\"");
	markup_text(f->out, l->row, 0);
	buf_printf(f->out, "\"><h2>%zu. ", l->number);
	markup_text(f->out, asked(q), 0);
	buf_text(f->out, "</h2>\n");
	markup_element_if(f->out, "<p class=\"about\">About: ", l->row, "</p>\n");
	markup_element_if(f->out, "<details><summary>Why?</summary><p>", q->why, "</p></details>\n");
	markup_element_if(f->out, "<p class=\"example\">Example: ", q->example, "</p>\n");
	put_options(f, q);
	buf_text(f->out, "<input name=\"reason\" aria-label=\"reason\" placeholder=\"reason, where there is one\" "
			 "maxlength=\"4000\"></section>\n");
}

static void begin_html(struct form *f, str product)
{
	str all = { (const char *)page, sizeof(page) };
	size_t at;

	if (!str_find(all, "<!--form-->", &at)) at = all.n;
	buf_bytes(f->out, page, at);
	markup_element(f->out, "<header data-edition=\"", f->edition, "\"><h1>Open questions: ");
	markup_text(f->out, product.n ? product : STR("the product"), 0);
	buf_text(f->out, "</h1><p>Leave empty what is not known. When done, save the table and read it back with "
			 "<code>assay ask FOLDER --read answers.csv</code>. Nothing leaves this page by itself.</p>"
			 "</header>\n");
}

static void end_html(struct form *f)
{
	str all = { (const char *)page, sizeof(page) };
	size_t at;

	if (str_find(all, "<!--form-->", &at)) buf_bytes(f->out, page + at, all.n - at);
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

void report_ask_form(enum ask_form form, const struct judgement *j, const struct interview_plan *p, str edition,
	struct arena *keep, struct buf *out)
{
	static void (*const writers[])(struct form * f, const struct line *l) = {
		[ASK_FORM_YAML] = write_yaml, [ASK_FORM_CSV] = write_csv, [ASK_FORM_HTML] = write_html
	};
	struct form f = { .keep = keep, .out = out, .edition = edition, .write = writers[form] };
	str product = judgement_profile(j, "product.name");

	if (form == ASK_FORM_YAML) begin_yaml(&f, product);
	if (form == ASK_FORM_CSV) begin_csv(&f);
	if (form == ASK_FORM_HTML) begin_html(&f, product);
	write_all(&f, p);
	if (form == ASK_FORM_YAML && !f.lines) buf_text(out, "  []\n");
	if (form == ASK_FORM_HTML) end_html(&f);
}
