/* Markdown: a form as a table, or as headings - one for the form, one for each row ("ID: UpdMech-1"), one for each
 * field. */
#include "declare/declaration.h"

#include "base/limits.h"
#include "declare/declaration_html.h"

struct markdown {
	struct placing *p;
	struct buf *detail;
	VEC(str) lines; /* without comments */
	size_t at;
	struct placed_row *row;
	bool is_nameless;                /* the heading of a row had no ID: row is NULL */
	unsigned row_level;              /* of its heading; a form's own heading for a form of one row */
	str label;                       /* of the field that is being read; empty: none is */
	unsigned label_level;            /* 7: begun by a label in bold */
	uint32_t label_line, prose_line; /* prose_line 0: there is none */
	struct buf text, prose;
	const char *fence; /* what ends the code block; NULL: in none */
};

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static uint32_t line_number(size_t at)
{
	return (uint32_t)at + 1;
}

static bool is_rule(str line)
{
	str s = str_trim(line);
	size_t n = 0;

	if (!s.n || !strchr("-*_", s.p[0])) return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == s.p[0])
			n++;
		else if (s.p[i] != ' ')
			return false;
	}
	return n >= 3;
}

/* 0: no heading. */
static unsigned heading_level(str line, str *ret_text)
{
	unsigned n = 0;

	while (n < line.n && line.p[n] == '#') n++;
	if (!n || n > 6 || (n < line.n && line.p[n] != ' ' && line.p[n] != '\t')) return 0;

	str text = str_trim((str){ line.p + n, line.n - n });

	while (text.n && text.p[text.n - 1] == '#') text.n--;
	*ret_text = str_trim(text);
	return n;
}

/* A line under which ===== or ----- stands. */
static unsigned underlined_level(const struct markdown *m, size_t at, str *ret_text)
{
	str line = str_trim(m->lines.p[at]), under = at + 1 < m->lines.n ? str_trim(m->lines.p[at + 1]) : (str){ 0 };
	bool is_after_blank = !at || !str_trim(m->lines.p[at - 1]).n;

	if (!line.n || under.n < 3 || !is_after_blank || strchr("-*+|>#", line.p[0])) return 0;
	for (size_t i = 0; i < under.n; i++)
		if (under.p[i] != under.p[0] || !strchr("=-", under.p[i])) return 0;
	*ret_text = line;
	return under.p[0] == '=' ? 1 : 2;
}

static size_t bars(str line)
{
	size_t n = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '\\')
			i++;
		else
			n += line.p[i] == '|';
	}
	return n;
}

static bool is_table_at(const struct markdown *m, size_t at)
{
	if (at + 1 >= m->lines.n || !bars(m->lines.p[at])) return false;

	str under = str_trim(m->lines.p[at + 1]);
	bool has_dash = false;

	for (size_t i = 0; i < under.n; i++) {
		if (!strchr("|:- ", under.p[i])) return false;
		has_dash |= under.p[i] == '-';
	}
	return has_dash && bars(under);
}

/* ---- what was gathered ------------------------------------------------------------------------------------------- */

static str without_blank_ends(str s)
{
	str line, rest;

	while ((rest = s, str_line(&rest, &line)) && !str_trim(line).n && rest.n < s.n) s = rest;
	for (;;) {
		size_t n;

		while (s.n && strchr(" \t\n", s.p[s.n - 1])) s.n--;
		for (n = s.n; n && s.p[n - 1] != '\n';) n--;
		/* The rule between this row and the next one is no word of it. */
		if (s.n == n || !is_rule((str){ s.p + n, s.n - n })) return s;
		s.n = n;
	}
}

static void end_prose(struct markdown *m)
{
	str text = without_blank_ends(buf_all(&m->prose));

	if (text.n) {
		bool is_note = str_starts(text, "[^");

		place_left(m->p, is_note ? "footnote" : "prose",
			is_note ? STR("a footnote") : STR("words outside of any field"), arena_str(m->p->keep, text),
			m->prose_line, 0);
	}
	buf_clear(&m->prose);
	m->prose_line = 0;
}

static void end_field(struct markdown *m)
{
	str text = without_blank_ends(buf_all(&m->text));

	if (m->label.n && text.n && m->row) {
		place_cell(m->p, m->row, m->label, arena_str(m->p->keep, text), m->label_line);
	} else if (m->label.n && text.n) {
		m->p->cells++;
		m->p->is_cut[m->p->form->number] = true;
		place_left(m->p, "row", arena_printf(m->p->keep, "\"%.*s\" of a row without an ID", STR_FMT(m->label)),
			arena_str(m->p->keep, text), m->label_line, 1);
	}
	buf_clear(&m->text);
	m->label = (str){ 0 };
	m->label_level = 0;
}

static void begin_field(struct markdown *m, str label, unsigned level, str text)
{
	end_field(m);
	m->label = label;
	m->label_level = level;
	m->label_line = line_number(m->at);
	buf_str(&m->text, text);
	if (text.n) buf_char(&m->text, '\n');
}

static void begin_row(struct markdown *m, str id, unsigned level)
{
	uint32_t line = line_number(m->at);

	end_field(m);
	place_headed(m->p, m->p->form);
	m->row = place_row(m->p, m->p->form, id, line);
	m->row_level = level;
	m->p->cells++;
	if (!m->row || !m->row->cells) {
		m->p->placed++;
		return;
	}
	place_left(m->p, "row", arena_printf(m->p->keep, "the ID %.*s stands twice", STR_FMT(m->row->id)), id, line, 1);
	m->p->is_cut[m->p->form->number] = true;
}

static void begin_single(struct markdown *m)
{
	place_headed(m->p, m->p->form);
	m->row = place_row(m->p, m->p->form, (str){ 0 }, line_number(m->at));
}

/* ---- headings ---------------------------------------------------------------------------------------------------- */

/* "ID: UpdMech-1", "**ID**: UpdMech-1" */
static bool id_in(str plain, str *ret)
{
	const char *colon = plain.n ? memchr(plain.p, ':', plain.n) : NULL;

	if (!colon || !form_is_id((str){ plain.p, (size_t)(colon - plain.p) })) return false;
	*ret = str_trim((str){ colon + 1, plain.n - (size_t)(colon + 1 - plain.p) });
	return true;
}

/* "Description", "Confirmation of Secure Management: Yes" */
static bool field_in(const struct form *form, str plain, str *ret_label, str *ret_text)
{
	const char *colon = plain.n ? memchr(plain.p, ':', plain.n) : NULL;

	*ret_text = (str){ 0 };
	*ret_label = plain;
	if (form_field(form, plain)) return true;
	if (!colon) return false;
	*ret_label = (str){ plain.p, (size_t)(colon - plain.p) };
	*ret_text = str_trim((str){ colon + 1, plain.n - (size_t)(colon + 1 - plain.p) });
	return form_field(form, *ret_label) != NULL;
}

static bool table_follows(const struct markdown *m, size_t at)
{
	while (at < m->lines.n && !str_trim(m->lines.p[at]).n) at++;
	return is_table_at(m, at);
}

/* Whether the next heading is deeper and a field's: then this one is a row's. */
static bool field_follows(const struct markdown *m, size_t at, unsigned level)
{
	str text, label, rest;

	for (; at < m->lines.n; at++) {
		unsigned next = heading_level(m->lines.p[at], &text);

		if (next) return next > level && field_in(m->p->form, form_plain(m->p->keep, text), &label, &rest);
	}
	return false;
}

static void take_heading(struct markdown *m, unsigned level, str text, size_t next)
{
	const struct form *form = m->p->form;
	str plain = form_plain(m->p->keep, text), id, label, rest;
	bool is_inside = (m->row || m->is_nameless) && level > m->row_level;

	if (m->label.n && level > m->label_level) { /* a heading within the words of a field */
		buf_str(&m->text, m->lines.p[m->at]);
		buf_char(&m->text, '\n');
		return;
	}
	end_field(m);
	end_prose(m);
	if (id_in(plain, &id)) {
		if (!m->p->form) m->p->form = form_of_id(id);
		m->is_nameless = m->p->form && !m->p->form->is_single && !id.n;
		if (m->is_nameless) {
			m->row = NULL;
			m->row_level = level;
			return;
		}
		if (m->p->form && !m->p->form->is_single) {
			begin_row(m, id, level);
			return;
		}
	}
	if (form && (is_inside || form->is_single) && field_in(form, plain, &label, &rest)) {
		if (!m->row && form->is_single) begin_single(m);
		begin_field(m, label, level, rest);
		return;
	}
	if (place_title(m->p, plain)) {
		m->row = NULL, m->is_nameless = false;
		m->row_level = level;
		/* Fields of a form of one row follow at once. */
		if (m->p->form && m->p->form->is_single) begin_single(m);
		return;
	}
	if (is_inside && !table_follows(m, next)) {
		begin_field(m, plain, level, (str){ 0 });
		return;
	}
	if (form && !form->is_single && !is_inside && (form_of_id(plain) == form || field_follows(m, next, level))) {
		begin_row(m, plain, level);
		return;
	}
	if (!is_inside) m->row = NULL, m->is_nameless = false;
	place_left(m->p, "heading", STR("a heading that names no form, row or field"), plain, line_number(m->at), 0);
}

/* "**Description:** words" outside of a field that a heading began. */
static bool take_label(struct markdown *m, str line)
{
	str s = str_trim(line), label;
	size_t end;

	if (!m->p->form || (m->label.n && m->label_level != 7)) return false;
	if (s.n > 2 && (s.p[0] == '-' || s.p[0] == '*') && s.p[1] == ' ') s = str_trim((str){ s.p + 2, s.n - 2 });
	if (!str_starts(s, "**") || !str_find((str){ s.p + 2, s.n - 2 }, "**", &end)) return false;
	label = str_trim((str){ s.p + 2, end });
	s = str_trim((str){ s.p + end + 4, s.n - end - 4 });
	if (label.n && label.p[label.n - 1] == ':')
		label.n--;
	else if (s.n && s.p[0] == ':')
		s = str_trim((str){ s.p + 1, s.n - 1 });
	else
		return false;
	if (form_is_id(label) && !m->p->form->is_single && s.n) {
		end_prose(m);
		begin_row(m, s, m->row_level ? m->row_level : 6);
		return true;
	}
	if (m->p->form->is_single && !m->row) begin_single(m);
	if (!m->row || !form_field(m->p->form, label)) return false;
	end_prose(m);
	begin_field(m, label, 7, s);
	return true;
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

static str table_cell(struct markdown *m, str raw)
{
	static const char *const breaks[] = { "<br>", "<br/>", "<br />", "<BR>" };
	struct buf out = { 0 };

	raw = str_trim(raw);
	for (size_t i = 0; i < raw.n; i++) {
		size_t skip = 0;

		for (size_t b = 0; b < sizeof(breaks) / sizeof(*breaks) && !skip; b++)
			if (str_starts((str){ raw.p + i, raw.n - i }, breaks[b])) skip = strlen(breaks[b]);
		if (skip) {
			buf_char(&out, '\n');
			i += skip - 1;
		} else if (raw.p[i] != '\\' || i + 1 == raw.n || raw.p[i + 1] != '|') {
			buf_char(&out, raw.p[i]);
		}
	}

	str all = arena_str(m->p->keep, str_trim(buf_all(&out)));

	buf_free(&out);
	return all;
}

typedef VEC(str) cell_list;

static void split_row(struct markdown *m, str line, cell_list *ret)
{
	str s = str_trim(line);
	size_t from;

	if (s.n && s.p[0] == '|') s = (str){ s.p + 1, s.n - 1 };
	from = 0;
	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && s.p[i] == '\\') {
			i++;
			continue;
		}
		if (i < s.n && s.p[i] != '|') continue;
		if (i < s.n || from < s.n)
			*vec_add(m->p->keep, ret) = table_cell(m, (str){ s.p + from, (i < s.n ? i : s.n) - from });
		from = i + 1;
	}
}

/* A row that its line's end has cut: it began with a bar and did not end with one. */
static str whole_line(struct markdown *m, size_t *at)
{
	str line = str_trim(m->lines.p[*at]);

	while (line.n && line.n < LIMIT_TEXT && line.p[0] == '|' && line.p[line.n - 1] != '|' && *at + 1 < m->lines.n) {
		str next = str_trim(m->lines.p[*at + 1]);

		if (!next.n || next.p[0] == '|' || next.p[0] == '#') break;
		line = arena_printf(m->p->keep, "%.*s %.*s", STR_FMT(line), STR_FMT(next));
		++*at;
	}
	return line;
}

static err take_table(struct markdown *m)
{
	VEC(cell_list) rows = { 0 };
	VEC(uint32_t) lines = { 0 };
	size_t columns = 0, at = m->at;

	for (; at < m->lines.n && bars(m->lines.p[at]); at++) {
		uint32_t line = line_number(at);
		str whole = whole_line(m, &at);
		cell_list *row;

		if (at == m->at + 1) continue;
		if (bars(whole) > LIMIT_FORM_COLUMNS)
			return declaration_trouble(m->detail, &declaration_too_large, line, LIMIT_FORM_COLUMNS + 1,
				"more than %u columns in one row", LIMIT_FORM_COLUMNS);
		if (rows.n == LIMIT_FORM_ROWS)
			return declaration_trouble(m->detail, &declaration_too_large, line, 1,
				"more than %u rows in one table", LIMIT_FORM_ROWS);
		row = vec_add(m->p->keep, &rows);
		*vec_add(m->p->keep, &lines) = line;
		split_row(m, whole, row);
		if (row->n > columns) columns = row->n;
	}
	if (columns * rows.n > LIMIT_FORM_CELLS)
		return declaration_trouble(m->detail, &declaration_too_large, line_number(m->at), 1,
			"%zu rows of %zu columns: that is no form", rows.n, columns);

	struct form_table g = { .columns = columns,
		.rows = rows.n,
		.cells = arena_array(m->p->keep, str, columns * rows.n + 1),
		.lines = lines.p };

	for (size_t r = 0; r < rows.n; r++)
		for (size_t c = 0; c < rows.p[r].n; c++) g.cells[r * columns + c] = rows.p[r].p[c];
	end_prose(m);
	if (columns) form_table_place(m->p, &g);
	m->at = at - 1;
	return OK;
}

/* Up to its end; a table that has none is text. */
static bool take_html(struct markdown *m, err *ret)
{
	str first = m->lines.p[m->at];
	size_t at = m->at;
	struct form_table g;

	while (at < m->lines.n && !html_table_ends(m->lines.p[at])) at++;
	if (at == m->lines.n) return false;

	str last = m->lines.p[at], html = { first.p, (size_t)(last.p + last.n - first.p) };

	*ret = OK;
	end_prose(m);
	if (!html_table(m->p->keep, html, line_number(m->at), &g))
		*ret = declaration_trouble(m->detail, &declaration_too_large, line_number(m->at), 1,
			"a table of more than %u columns or %u rows", LIMIT_FORM_COLUMNS, LIMIT_FORM_ROWS);
	else if (g.rows)
		form_table_place(m->p, &g);
	m->at = at;
	return true;
}

/* ---- the file ---------------------------------------------------------------------------------------------------- */

/* Comments say nothing to a reader of the page: their lines stay, empty, so that places are right. */
static str without_comments(struct arena *keep, str text)
{
	char *p = (char *)arena_bytes(keep, text.n + 1);
	bool has_end = true;
	size_t n = 0;

	for (size_t i = 0; i < text.n;) {
		str rest = { text.p + i, text.n - i };
		size_t end = 0;
		bool is_comment = has_end && str_starts(rest, "<!--");

		has_end = is_comment ? str_find(rest, "-->", &end) : has_end;
		if (!is_comment || !has_end) {
			p[n++] = text.p[i++];
			continue;
		}
		for (size_t k = i; k < i + end; k++)
			if (text.p[k] == '\n') p[n++] = '\n';
		i += end + 3;
	}
	return (str){ p, n };
}

static const char *fence_of(str line)
{
	str s = str_trim(line);

	return str_starts(s, "```") ? "```" : str_starts(s, "~~~") ? "~~~" : NULL;
}

static void take_text(struct markdown *m, str line)
{
	if (m->label.n) {
		buf_str(&m->text, line);
		buf_char(&m->text, '\n');
		return;
	}
	if (!str_trim(line).n || (is_rule(line) && !m->fence)) {
		end_prose(m);
		return;
	}
	if (!m->prose_line) m->prose_line = line_number(m->at);
	buf_str(&m->prose, line);
	buf_char(&m->prose, '\n');
}

static err take_line(struct markdown *m)
{
	str line = m->lines.p[m->at], text;
	const char *fence = fence_of(line);
	unsigned level;
	err e;

	if (m->fence || fence) {
		take_text(m, line);
		m->fence = !m->fence ? fence : fence == m->fence ? NULL : m->fence;
		return OK;
	}
	if (!m->label.n && html_table_begins(line) && take_html(m, &e)) return e;
	level = heading_level(line, &text);
	if (level) {
		take_heading(m, level, text, m->at + 1);
		return OK;
	}
	level = underlined_level(m, m->at, &text);
	if (level && !(m->label.n && level > m->label_level)) {
		take_heading(m, level, text, m->at + 2);
		m->at++;
		return OK;
	}
	if (!m->label.n && is_table_at(m, m->at)) return take_table(m);
	if (!take_label(m, line)) take_text(m, line);
	return OK;
}

err declaration_markdown(struct placing *p, str text, struct buf *detail)
{
	struct markdown m = { .p = p, .detail = detail };
	str rest = without_comments(p->keep, text), line;
	err e = OK;

	while (str_line(&rest, &line)) *vec_add(p->keep, &m.lines) = line;
	for (m.at = 0; m.at < m.lines.n && !e.is && !p->is_full; m.at++) e = take_line(&m);
	end_field(&m);
	end_prose(&m);
	buf_free(&m.text);
	buf_free(&m.prose);
	return e;
}
