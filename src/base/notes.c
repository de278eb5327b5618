#include "base/notes.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void note(const struct notes *notes, const char *format, ...)
{
	va_list args;
	char *text;
	int n;

	if (!notes->take) return;
	va_start(args, format);
	n = vasprintf(&text, format, args);
	va_end(args);
	if (n < 0) abort();
	notes->take(notes->self, (str){ text, (size_t)n });
	free(text);
}

/* "lamp.yaml is no folder", and "lamp.yaml: cannot be read". */
static const char *between(const char *path, const char *text)
{
	if (!path[0]) return "";
	return strncmp(text, "is ", 3) == 0 ? " " : ": ";
}

void note_fault(const struct notes *notes, const char *path, err e, const char *more)
{
	const char *text = e.is->text;
	bool has_more = more && *more;

	if (e.is->class == FAULT_SYSTEM && e.at && e.at < 4096)
		note(notes, "%s: %s: %s%s%s", path, text, strerror((int)e.at), has_more ? ": " : "",
			has_more ? more : "");
	else
		note(notes, "%s%s%s%s%s", path, between(path, text), text, has_more ? ": " : "", has_more ? more : "");
}

void note_lines(const struct notes *notes, const char *path, str text)
{
	str line;

	while (str_line(&text, &line))
		if (line.n) note(notes, "%s: %.*s", path, STR_FMT(line));
}
