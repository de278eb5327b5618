#include "cli/cli.h"
#include "work/work.h"

#include "base/buf.h"

#include <stdarg.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Names come from command lines, files and images: none of their bytes steers a terminal or begins a line of its
 * own. */
static void put_line(FILE *out, const char *before, const char *format, va_list args)
{
	struct buf line = { 0 };
	char *text;
	int n = vasprintf(&text, format, args);

	if (n < 0) abort();
	buf_text(&line, before);
	buf_visible(&line, (str){ text, (size_t)n });
	buf_char(&line, '\n');
	if (line.n) fwrite(line.p, 1, line.n, out);
	buf_free(&line);
	free(text);
}

void say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put_line(stderr, "assay: ", format, args);
	va_end(args);
}

void tell(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put_line(stdout, "", format, args);
	va_end(args);
}

static void say_note(void *self, str sentence)
{
	(void)self;
	say("%.*s", STR_FMT(sentence));
}

const struct notes talk = { .take = say_note };

int status_after(err e)
{
	if (!e.is) return EXIT_PASS;
	if (e.is == &work_by_machine) return EXIT_MACHINE;
	return e.is->class == FAULT_SYSTEM ? EXIT_INTERNAL : EXIT_USAGE;
}

void say_fault(const char *path, err e, const char *more)
{
	note_fault(&talk, path, e, more);
}

void put(struct buf *text)
{
	if (text->n) fwrite(text->p, 1, text->n, stdout);
	buf_free(text);
}

void say_json(struct json_t *owned)
{
	json_dumpf(owned, stdout, JSON_INDENT(1));
	putchar('\n');
	json_decref(owned);
}

int terminal_width(void)
{
	struct winsize size;
	const char *columns = getenv("COLUMNS");
	int wanted = columns ? atoi(columns) : 0;

	if (wanted >= 40 && wanted <= 400) return wanted;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
		return size.ws_col < 160 ? size.ws_col : 160;
	return 80;
}

bool is_colour_wanted(void)
{
	const char *term = getenv("TERM"), *no = getenv("NO_COLOR");

	return isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0 && !(no && *no);
}
