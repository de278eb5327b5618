#include "fake_walk.h"

#include "base/limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { MOST_NODES = 100'000 };

static const struct fault too_many = { FAULT_LIMIT, "fake.too-many", "more names than the test expects" };
static const struct fault too_large = { FAULT_LIMIT, "fake.too-large", "more bytes than the test allows" };

struct walk *fake_walk_open(void)
{
	struct walk *w = calloc(1, sizeof(*w));

	if (!w) abort();
	w->memory = arena_open((size_t)2 << 30);
	w->keep = arena_open((size_t)2 << 30);
	w->most = (uint64_t)1 << 30;
	return w;
}

void fake_walk_close(struct walk *w)
{
	arena_close(&w->memory);
	arena_close(&w->keep);
	buf_free(&w->notes);
	buf_free(&w->checksums);
	free(w->nodes);
	free(w);
}

void fake_walk_forget(struct walk *w)
{
	w->is_forgetful = true;
	w->part_count = w->node_count = w->asked = 0;
	w->unpacked = 0;
	w->most = (uint64_t)64 << 20;
	buf_clear(&w->notes);
	buf_clear(&w->checksums);
	arena_rewind(&w->memory, 0);
	arena_rewind(&w->keep, 0);
}

void keep_sample(const char *format, const char *name, span bytes)
{
	const char *folder = getenv("ASSAY_SAMPLES");
	char path[512];

	if (!folder) return;
	snprintf(path, sizeof(path), "%s/%s", folder, format);
	mkdir(path, 0755);
	snprintf(path, sizeof(path), "%s/%s/%s", folder, format, name);

	FILE *f = fopen(path, "w");

	if (!f || fwrite(bytes.p, 1, bytes.n, f) != bytes.n || fclose(f)) abort();
}

/* Reads every byte, so that a sanitizer sees content that is not there. */
static span copy_of(struct walk *w, span s)
{
	if (w->is_forgetful) {
		volatile uint8_t sum = 0;

		for (size_t i = 0; i < s.n; i++) sum = (uint8_t)(sum + s.p[i]);
		return (span){ NULL, s.n };
	}
	return span_from_str(arena_str(&w->keep, str_from_span(s)));
}

err walk_part(struct walk *w, const struct part *part)
{
	if (w->part_count == sizeof(w->parts) / sizeof(*w->parts)) return w->is_forgetful ? OK : fail(&too_many, 0);

	struct part *p = &w->parts[w->part_count++];

	*p = *part;
	p->name = str_from_span(copy_of(w, span_from_str(part->name)));
	p->bytes = copy_of(w, part->bytes);
	return OK;
}

err walk_node(struct walk *w, const struct node *node)
{
	if (w->node_count == MOST_NODES) return fail(&too_many, 0);
	if (!w->nodes) w->nodes = calloc(MOST_NODES, sizeof(*w->nodes));
	if (!w->nodes) abort();

	struct node *n = &w->nodes[w->node_count++];

	*n = *node;
	n->path = str_from_span(copy_of(w, span_from_str(node->path)));
	n->target = str_from_span(copy_of(w, span_from_str(node->target)));
	n->capabilities = str_from_span(copy_of(w, span_from_str(node->capabilities)));
	n->content = copy_of(w, node->content);
	while (!w->is_forgetful && (str_starts(n->path, "/") || str_starts(n->path, "./"))) {
		size_t skip = n->path.p[0] == '/' ? 1 : 2;

		n->path.p += skip, n->path.n -= skip;
	}
	while (!w->is_forgetful && n->path.n && n->path.p[n->path.n - 1] == '/') n->path.n--;
	return OK;
}

void walk_refused(struct walk *w, uint64_t at, str name)
{
	walk_note(w, at, "refused-name", name);
}

void walk_note(struct walk *w, uint64_t at, const char *key, str value)
{
	(void)at;
	buf_printf(&w->notes, "%s=%.*s\n", key, STR_FMT(value));
}

void walk_checksum(struct walk *w, uint64_t at, const char *target, const char *algorithm, bool is_valid)
{
	(void)at;
	buf_printf(&w->checksums, "%s %s %s\n", target, algorithm, is_valid ? "yes" : "no");
}

struct arena *walk_memory(struct walk *w)
{
	return &w->memory;
}

err walk_may_unpack(struct walk *w, uint64_t stored, uint64_t unpacked)
{
	w->asked++;
	if (unpacked > LIMIT_EXPANSION_FREE && unpacked / LIMIT_EXPANSION > stored) return fail(&too_large, 0);
	if (unpacked > w->most - w->unpacked) return fail(&too_large, 0);
	w->unpacked += unpacked;
	return OK;
}

const struct node *fake_node(const struct walk *w, const char *path)
{
	for (size_t i = 0; i < w->node_count; i++)
		if (str_is(w->nodes[i].path, path)) return &w->nodes[i];
	return NULL;
}

static bool has_line(const struct buf *b, const char *line)
{
	str rest = buf_all(b), one;

	while (str_line(&rest, &one))
		if (str_is(one, line)) return true;
	return false;
}

bool fake_has_note(const struct walk *w, const char *line)
{
	return has_line(&w->notes, line);
}

bool fake_has_checksum(const struct walk *w, const char *line)
{
	return has_line(&w->checksums, line);
}
