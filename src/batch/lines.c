#include "batch/lines.h"

#include <errno.h>
#include <unistd.h>

const struct fault lines_bad = { FAULT_INPUT, "batch.bad-line", "a line that no reader of ours writes" };

struct frame {
	uint32_t product, length;
};

/* A verdict under every scheme has some 20 KB. */
enum { LINE_MOST = 1 << 20 };

static void write_all(int fd, const void *bytes, size_t n)
{
	const char *p = bytes;

	while (n) {
		ssize_t done = write(fd, p, n);

		if (done < 0 && errno == EINTR) continue;
		if (done <= 0) _exit(1);
		p += done, n -= (size_t)done;
	}
}

void lines_write(int pipe, size_t product, str line)
{
	struct frame f = { .product = (uint32_t)product, .length = (uint32_t)line.n };

	write_all(pipe, &f, sizeof(f));
	write_all(pipe, line.p, line.n);
}

err lines_take(struct lines *l, span bytes)
{
	struct frame f;
	size_t at = 0;

	buf_bytes(&l->pending, bytes.p, bytes.n);
	while (l->pending.n - at >= sizeof(f)) {
		memcpy(&f, l->pending.p + at, sizeof(f));
		if (f.product != l->next || l->next == l->end || f.length < 2 || f.length > LINE_MOST)
			return fail(&lines_bad, at);
		if (l->pending.n - at < sizeof(f) + f.length) break;

		str line = { l->pending.p + at + sizeof(f), f.length };

		if (memchr(line.p, '\n', line.n) != line.p + line.n - 1) return fail(&lines_bad, at);
		l->line(l->self, f.product, line);
		l->next++;
		at += sizeof(f) + f.length;
	}
	if (at) memmove(l->pending.p, l->pending.p + at, l->pending.n - at);
	l->pending.n -= at;
	return OK;
}
