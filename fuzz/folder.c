#include "folder.h"

static void pad(struct buf *out)
{
	while (out->n % 4) buf_char(out, '\0');
}

static void put_entry(struct buf *out, str name, unsigned mode, str content)
{
	buf_printf(out, "070701%08x%08x%08x%08x%08x%08x%08zx%08x%08x%08x%08x%08zx%08x", 1u, mode, 0u, 0u, 1u, 0u,
		content.n, 0u, 0u, 0u, 0u, name.n + 1, 0u);
	buf_bytes(out, name.p, name.n);
	buf_char(out, '\0');
	pad(out);
	buf_bytes(out, content.p, content.n);
	pad(out);
}

void folder_archive(str text, str first, struct buf *ret)
{
	enum { A_FILE = 0100644, A_LINK = 0120777 };
	str rest = text, line, name = first;
	unsigned mode = A_FILE;
	const char *from = text.p, *before = text.p;

	buf_clear(ret);
	for (; str_line(&rest, &line); before = rest.n ? rest.p : text.p + text.n) {
		bool is_link = str_starts(line, "==> "), begins = is_link || str_starts(line, "=== ");

		if (!begins) continue;
		if (before > from) put_entry(ret, name, mode, (str){ from, (size_t)(before - from) });
		name = (str){ line.p + 4, line.n - 4 };
		mode = is_link ? A_LINK : A_FILE;
		from = rest.n ? rest.p : text.p + text.n;
	}
	if (text.n && from < text.p + text.n)
		put_entry(ret, name, mode, (str){ from, (size_t)(text.p + text.n - from) });
	put_entry(ret, STR("TRAILER!!!"), 0, (str){ 0 });
}
