#include "cli/cli.h"

#include <stdarg.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

void say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("assay: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
}

void say_fault(const char *path, err e, const char *more)
{
	const char *text = e.is->text;

	if (e.is->class == FAULT_SYSTEM && e.at && e.at < 4096)
		say("%s: %s: %s%s%s", path, text, strerror((int)e.at), more && *more ? ": " : "", more ? more : "");
	else
		say("%s%s%s%s%s", path, path[0] ? (strncmp(text, "is ", 3) == 0 ? " " : ": ") : "", text,
			more && *more ? ": " : "", more ? more : "");
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
