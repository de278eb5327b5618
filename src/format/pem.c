#include "format/pem.h"

#include "base/limits.h"

static void end_line(struct buf *text)
{
	if (text->n && text->p[text->n - 1] != '\n') buf_char(text, '\n');
}

/* What stands between the two lines: base64, perhaps after header lines with a colon. In strings of C, JSON or scripts
 * there are quotes, commas and "\n" around it, in YAML blanks. Writes it as PEM has it; false: programs that read PEM
 * hold the two lines and no key. */
static bool clean_body(str body, struct buf *ret)
{
	str line;
	size_t digits = 0;
	bool after_header = false;

	while (str_line(&body, &line)) {
		line = str_trim(line);
		if (line.n && memchr(line.p, ':', line.n)) {
			buf_printf(ret, "%.*s\n", STR_FMT(line));
			after_header = true;
			continue;
		}
		/* An empty line ends the header lines, and stands nowhere else. */
		if (after_header) buf_char(ret, '\n');
		after_header = false;
		for (size_t i = 0; i < line.n; i++) {
			char c = line.p[i];
			bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
				    c == '+' || c == '/' || c == '=';

			bool is_escape = c == '\\' && i + 1 < line.n && strchr("nrt", line.p[i + 1]);

			if (is_escape)
				end_line(ret), i++;
			else if (fits)
				buf_char(ret, c), digits++;
			else if (!strchr("\\\"', ;", c))
				return false;
		}
		end_line(ret);
	}
	return digits >= 64;
}

enum { LABEL_MOST = 64 };

static const char pem_begin[] = "-----BEGIN ", pem_end[] = "-----END ", pem_dashes[] = "-----";

static uint64_t find(const struct pem *p, const char *what, uint64_t from)
{
	size_t hit;

	return str_find(str_from_span(span_from(p->content, from, UINT64_MAX)), what, &hit) ? from + hit : p->content.n;
}

uint64_t pem_next(const struct pem *p, uint64_t from)
{
	return find(p, pem_begin, from);
}

bool pem_block(struct pem *p, uint64_t next, str *ret_label, struct buf *ret_block)
{
	str rest = str_from_span(span_from(p->content, p->begin + sizeof(pem_begin) - 1, LABEL_MOST));
	size_t n;

	if (p->end <= p->begin) p->end = find(p, pem_end, p->begin);
	if (p->end >= next || !str_find(rest, pem_dashes, &n)) return false;
	*ret_label = (str){ rest.p, n };

	uint64_t body = p->begin + sizeof(pem_begin) - 1 + n + sizeof(pem_dashes) - 1;

	if (body >= p->end || !strchr("\n\r \\\"'", (char)p->content.p[body])) return false;
	buf_printf(ret_block, "-----BEGIN %.*s-----\n", STR_FMT(*ret_label));
	bool is_large = p->end - body > LIMIT_PEM;
	str inside = str_from_span(span_from(p->content, body, is_large ? LIMIT_PEM : p->end - body));

	if (!clean_body(inside, ret_block)) return false;
	p->is_short |= is_large;
	if (is_large) return false;
	buf_printf(ret_block, "-----END %.*s-----\n", STR_FMT(*ret_label));
	return true;
}
