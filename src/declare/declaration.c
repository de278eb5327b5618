#include "declare/declaration.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "declare/product.h"

#include <stdarg.h>
#include <stdio.h>

const struct fault declaration_bad_text = { FAULT_INPUT, "declaration.bad-text", "is no plain text" };
const struct fault declaration_bad_form = { FAULT_INPUT, "declaration.bad-form", "cannot be read as its name says" };
const struct fault declaration_too_large = { FAULT_LIMIT, "declaration.too-large", "holds more than a form does" };

err declaration_trouble(
	struct buf *detail, const struct fault *fault, uint64_t line, uint64_t column, const char *format, ...)
{
	char message[400];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	buf_clear(detail);
	buf_printf(detail, "line %llu, column %llu: %s", (unsigned long long)line, (unsigned long long)column, message);
	return fail(fault, line);
}

static bool ends_no_case(str name, const char *ending)
{
	size_t n = strlen(ending);

	return name.n > n && str_find_no_case((str){ name.p + name.n - n, n }, ending, NULL);
}

enum declaration_format declaration_format(str name)
{
	static const struct {
		const char *ending;
		enum declaration_format format;
	} endings[] = { { ".md", DECLARATION_MARKDOWN }, { ".markdown", DECLARATION_MARKDOWN },
		{ ".csv", DECLARATION_CSV }, { ".tsv", DECLARATION_CSV }, { ".yaml", DECLARATION_YAML },
		{ ".yml", DECLARATION_YAML } };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (ends_no_case(name, endings[i].ending)) return endings[i].format;
	return DECLARATION_NONE;
}

/* Office programs write UTF-16 and the code page of their country; both would be read as other words than were
 * meant. */
static err look_at_text(str text, struct buf *detail)
{
	uint64_t line = 1, column = 1;

	if (text.n > LIMIT_DECLARATION)
		return declaration_trouble(detail, &declaration_too_large, 1, 1,
			"the file has %zu bytes; more than %llu are no form", text.n,
			(unsigned long long)LIMIT_DECLARATION);
	if (text.n >= 2 && (memcmp(text.p, "\xff\xfe", 2) == 0 || memcmp(text.p, "\xfe\xff", 2) == 0))
		return declaration_trouble(
			detail, &declaration_bad_text, 1, 1, "the file is UTF-16; save it as UTF-8 and try again");
	/* Every other byte of Latin letters in UTF-16 is 0. */
	if (text.n >= 4 && ((!text.p[1] && !text.p[3] && text.p[0]) || (!text.p[0] && !text.p[2] && text.p[1])))
		return declaration_trouble(detail, &declaration_bad_text, 1, 1,
			"the file looks like UTF-16; save it as UTF-8 and try again");
	for (str rest = text; rest.n;) {
		uint32_t point = 0;
		unsigned n = utf8_next(rest, &point);

		if (!n)
			return declaration_trouble(detail, &declaration_bad_text, line, column,
				"the byte 0x%02x is no UTF-8 text; save the file as UTF-8 and try again",
				(unsigned)(uint8_t)rest.p[0]);
		if (!point)
			return declaration_trouble(
				detail, &declaration_bad_text, line, column, "a NUL byte: the file is no plain text");
		column++;
		if (point == '\n') line++, column = 1;
		rest = (str){ rest.p + n, rest.n - n };
	}
	return OK;
}

/* Line ends as one LF, without the mark that some editors put first. */
static str with_plain_lines(struct arena *keep, str text)
{
	char *p = (char *)arena_bytes(keep, text.n + 1);
	size_t n = 0;

	if (str_starts(text, "\xef\xbb\xbf")) text = (str){ text.p + 3, text.n - 3 };
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '\r')
			p[n++] = text.p[i];
		else if (i + 1 == text.n || text.p[i + 1] != '\n')
			p[n++] = '\n';
	}
	return (str){ p, n };
}

err collect_declaration(struct facts *f, span bytes, str name, struct buf *detail)
{
	struct arena keep = arena_open((size_t)2 << 30);
	struct placing p;
	str text = str_from_span(bytes);
	err e = look_at_text(text, detail);

	if (!e.is && declaration_format(name) == DECLARATION_YAML && declaration_is_product(text)) {
		arena_close(&keep);
		return collect_product(f, bytes, NULL, detail);
	}
	placing_begin(&p, &keep, name);
	if (!e.is) text = with_plain_lines(&keep, text);
	if (!e.is) {
		switch (declaration_format(name)) {
		case DECLARATION_CSV:
			e = declaration_csv(&p, text, detail);
			break;
		case DECLARATION_YAML:
			e = declaration_yaml(&p, text, detail);
			break;
		case DECLARATION_MARKDOWN:
		case DECLARATION_NONE:
			e = declaration_markdown(&p, text, detail);
			break;
		}
	}
	if (!e.is && p.is_full)
		e = declaration_trouble(detail, &declaration_too_large, 1, 1,
			"more than %u rows, or %u fields in one row: that is no form", LIMIT_FORM_ROWS,
			LIMIT_FORM_COLUMNS);
	if (!e.is) placing_end(&p, f);
	arena_close(&keep);
	return e;
}
