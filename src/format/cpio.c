/* cpio (cpio(5)): what an initramfs is. "New ASCII" with and without a sum, "old character", and "old binary" in either
 * byte order.
 *
 * Archives may follow each other, as the kernel takes them: the names of all go into one tree. A file may be named as
 * the end is. */
#include "format/cpio.h"

#include "base/limits.h"
#include "base/vec.h"
#include "format/capability.h"
#include "format/formats.h"
#include "format/extraction.h"
#include "format/part.h"

#include <stdlib.h>
#include <sys/stat.h>

/* How the fields of a header are written. */
enum form { NEW_ASCII, OLD_ASCII, OLD_LITTLE, OLD_BIG };

struct cpio_header {
	enum form form;
	uint64_t dev, inode, mode, uid, gid, links, size, name_n;
	uint64_t device; /* of a device file, as Linux numbers them */
	uint64_t extra;  /* bytes of capabilities behind the content: only where we made the archive of a directory */
	uint64_t at, content_at, next_at;
	str name;
};

/* ---- one header -------------------------------------------------------------------------------------------------- */

static bool form_of(span in, uint64_t at, enum form *ret)
{
	span magic = span_cut(in, at, 6);

	if (!magic.n) return false;
	if (memcmp(magic.p, "07070", 5) == 0 && magic.p[5] >= '1' && magic.p[5] <= '3')
		*ret = NEW_ASCII;
	else if (memcmp(magic.p, "070707", 6) == 0)
		*ret = OLD_ASCII;
	else if (memcmp(magic.p, "\xc7\x71", 2) == 0)
		*ret = OLD_LITTLE;
	else if (memcmp(magic.p, "\x71\xc7", 2) == 0)
		*ret = OLD_BIG;
	else
		return false;
	return true;
}

/* The next digits; a field that is none makes the reader short. */
static uint64_t digits(reader *r, size_t n, unsigned base)
{
	uint64_t value = 0;
	span field = read_span(r, n);

	if (field.n && !str_to_u64(str_from_span(field), base, &value)) r->is_short = true;
	return value;
}

static void read_new(reader *r, struct cpio_header *h)
{
	uint64_t major, minor, sum;
	bool is_own = read_span(r, 6).p[5] == '3';

	h->inode = digits(r, 8, 16);
	h->mode = digits(r, 8, 16);
	h->uid = digits(r, 8, 16);
	h->gid = digits(r, 8, 16);
	h->links = digits(r, 8, 16);
	read_skip(r, 8); /* when it was changed */
	h->size = digits(r, 8, 16);
	h->dev = digits(r, 8, 16) << 32;
	h->dev |= digits(r, 8, 16);
	major = digits(r, 8, 16);
	minor = digits(r, 8, 16);
	h->device = (minor & 0xff) | major << 8 | (minor & ~UINT64_C(0xff)) << 12;
	h->name_n = digits(r, 8, 16);
	sum = digits(r, 8, 16);
	if (is_own) h->extra = sum;
}

static void read_old(reader *r, struct cpio_header *h)
{
	read_skip(r, 6);
	h->dev = digits(r, 6, 8);
	h->inode = digits(r, 6, 8);
	h->mode = digits(r, 6, 8);
	h->uid = digits(r, 6, 8);
	h->gid = digits(r, 6, 8);
	h->links = digits(r, 6, 8);
	h->device = digits(r, 6, 8);
	read_skip(r, 11); /* when it was changed */
	h->name_n = digits(r, 6, 8);
	h->size = digits(r, 11, 8);
}

static uint16_t u16(reader *r, enum form form)
{
	return form == OLD_BIG ? read_be16(r) : read_le16(r);
}

static void read_binary(reader *r, enum form form, struct cpio_header *h)
{
	uint64_t high;

	read_skip(r, 2);
	h->dev = u16(r, form);
	h->inode = u16(r, form);
	h->mode = u16(r, form);
	h->uid = u16(r, form);
	h->gid = u16(r, form);
	h->links = u16(r, form);
	h->device = u16(r, form);
	read_skip(r, 4); /* when it was changed */
	h->name_n = u16(r, form);
	high = u16(r, form);
	h->size = high << 16 | u16(r, form);
}

/* The header at a place and its name; false when there is none. The content may be cut. */
static bool header_at(span in, uint64_t at, struct cpio_header *ret)
{
	static const uint64_t lines_up[] = { [NEW_ASCII] = 4, [OLD_ASCII] = 1, [OLD_LITTLE] = 2, [OLD_BIG] = 2 };
	struct cpio_header h = { .at = at };
	reader r = { .in = in };

	if (!form_of(in, at, &h.form)) return false;
	read_seek(&r, at);
	if (h.form == NEW_ASCII)
		read_new(&r, &h);
	else if (h.form == OLD_ASCII)
		read_old(&r, &h);
	else
		read_binary(&r, h.form, &h);

	span name = read_span(&r, h.name_n);

	if (r.is_short || !name.n || name.n > LIMIT_PATH || name.p[name.n - 1]) return false;
	h.name = (str){ (const char *)name.p, name.n - 1 };
	if (memchr(h.name.p, '\0', h.name.n)) return false;
	h.content_at = at + round_up(r.at - at, lines_up[h.form]);
	h.next_at = h.content_at + round_up(h.size + h.extra, lines_up[h.form]);
	*ret = h;
	return true;
}

static bool probe_ascii(span in)
{
	struct cpio_header h;

	return header_at(in, 0, &h);
}

/* Two bytes are no magic: all of the first entry has to be right. */
static bool probe_binary(span in)
{
	struct cpio_header h;
	bool is_end;

	if (!header_at(in, 0, &h)) return false;
	for (size_t i = 0; i < h.name.n; i++)
		if ((unsigned char)h.name.p[i] < ' ') return false;
	is_end = str_is(h.name, CPIO_END);
	switch (h.mode & S_IFMT) {
	case S_IFREG:
	case S_IFDIR:
	case S_IFLNK:
	case S_IFCHR:
	case S_IFBLK:
	case S_IFIFO:
		break;
	default:
		if (!is_end) return false;
	}
	return h.name.n && h.content_at + h.size <= in.n && (is_end || header_at(in, h.next_at, &h));
}

/* ---- entries ----------------------------------------------------------------------------------------------------- */

static enum node_type type_of(uint64_t mode)
{
	switch (mode & S_IFMT) {
	case S_IFDIR:
		return NODE_DIRECTORY;
	case S_IFLNK:
		return NODE_LINK;
	case S_IFCHR:
		return NODE_CHARACTER;
	case S_IFBLK:
		return NODE_BLOCK;
	case S_IFIFO:
		return NODE_FIFO;
	case S_IFSOCK:
		return NODE_SOCKET;
	default:
		return NODE_FILE;
	}
}

/* The end of one archive: named so, and no file; or nothing follows that would be an entry. */
static bool is_end(span in, const struct cpio_header *h)
{
	struct cpio_header next;

	return str_is(h->name, CPIO_END) && (!(h->mode & S_IFMT) || !header_at(in, h->next_at, &next));
}

/* What follows the end of one archive: another one behind zeros, or how far the zeros go. */
static bool find_next(span in, uint64_t *at)
{
	enum { MOST_ZEROS = 4096 }; /* up to the page of a loader that puts two together */
	struct cpio_header h;
	uint64_t p = *at, end = round_up(p, 512);

	while (p < in.n && p - *at < MOST_ZEROS && !in.p[p]) p++;
	if (header_at(in, p, &h)) {
		*at = p;
		return true;
	}
	*at = p < end ? p : end < in.n ? end : in.n;
	return false;
}

/* Goes from entry to entry, and from archive to archive. */
struct cursor {
	span in;
	uint64_t at;
	uint32_t archive; /* inode numbers are those of one archive */
	err trouble;
};

static bool next_entry(struct cursor *c, struct cpio_header *ret)
{
	for (;;) {
		if (!header_at(c->in, c->at, ret)) {
			c->trouble = fail(&archive_broken, c->at);
			return false;
		}
		if (!is_end(c->in, ret)) break;
		c->at = ret->next_at < c->in.n ? ret->next_at : c->in.n;
		c->archive++;
		if (!find_next(c->in, &c->at)) return false;
	}
	c->at = ret->next_at;
	if (c->at > c->in.n) c->at = c->in.n;
	return true;
}

/* ---- files with several names ------------------------------------------------------------------------------------ */

struct shared {
	uint64_t dev, inode;
	uint32_t archive;
	uint32_t entry, first; /* by number, from 0 */
	uint64_t first_at;     /* the header of the first */
	bool has_content, is_behind_content;
};

static int by_inode(const void *a, const void *b)
{
	const struct shared *x = a, *y = b;

	if (x->archive != y->archive) return x->archive < y->archive ? -1 : 1;
	if (x->dev != y->dev) return x->dev < y->dev ? -1 : 1;
	if (x->inode != y->inode) return x->inode < y->inode ? -1 : 1;
	return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static int by_entry(const void *a, const void *b)
{
	const struct shared *x = a, *y = b;

	return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static bool is_same_file(const struct shared *a, const struct shared *b)
{
	return a->archive == b->archive && a->dev == b->dev && a->inode == b->inode;
}

struct all_shared {
	VEC(struct shared) v;
};

/* Lists the entries that are names of one file, in the order of the archive. */
static void find_shared(struct arena *memory, span in, struct all_shared *ret)
{
	struct cursor c = { .in = in };
	struct cpio_header h;

	for (uint32_t i = 0; i < LIMIT_NODES && next_entry(&c, &h); i++)
		if (h.links > 1 && type_of(h.mode) == NODE_FILE)
			*vec_add(memory, &ret->v) =
				(struct shared){ h.dev, h.inode, c.archive, i, i, h.at, h.size > 0, false };
	if (ret->v.n) qsort(ret->v.p, ret->v.n, sizeof(*ret->v.p), by_inode);
	for (size_t i = 1; i < ret->v.n; i++) {
		struct shared *before = &ret->v.p[i - 1], *s = &ret->v.p[i];

		if (!is_same_file(before, s)) continue;
		s->first = before->first;
		s->first_at = before->first_at;
		s->is_behind_content = before->is_behind_content || before->has_content;
	}
	if (ret->v.n) qsort(ret->v.p, ret->v.n, sizeof(*ret->v.p), by_entry);
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

static struct node node_of(span in, const struct cpio_header *h)
{
	struct node node = { .path = h->name,
		.type = type_of(h->mode),
		.mode = (uint32_t)(h->mode & 07777),
		.uid = (uint32_t)h->uid,
		.gid = (uint32_t)h->gid,
		.at = h->at };

	switch (node.type) {
	case NODE_FILE:
		node.size = h->size;
		node.content = span_from(in, h->content_at, h->size);
		node.is_cut = node.content.n < h->size;
		if (h->size) node.at = h->content_at;
		break;
	case NODE_LINK:
		node.target = str_from_span(span_cut(in, h->content_at, h->size));
		node.size = node.target.n;
		break;
	case NODE_CHARACTER:
	case NODE_BLOCK:
		node.size = h->device;
		break;
	case NODE_DIRECTORY:
	case NODE_FIFO:
	case NODE_SOCKET:
		break;
	}
	return node;
}

static err add_names(struct walk *w, span in, const struct cpio_extras *extras, struct extraction *names)
{
	struct cursor c = { .in = in };
	struct all_shared shared = { 0 };
	struct cpio_header h, first;
	size_t next = 0;

	find_shared(walk_memory(w), in, &shared);
	for (uint32_t i = 0; next_entry(&c, &h); i++) {
		struct node node = node_of(in, &h);
		const struct shared *s = next < shared.v.n && shared.v.p[next].entry == i ? &shared.v.p[next++] : NULL;
		span raw = span_cut(in, h.content_at + h.size, h.extra);
		bool has_content = h.size > 0;

		if (raw.n) node.capabilities = capability_text(walk_memory(w), raw);
		if (extras) node.capabilities = extras->capabilities(extras->self, h.name);
		/* A name that has bytes of its own beside those that are there already is a file of its own. */
		if (!s || s->first == i || (has_content && s->is_behind_content) || !header_at(in, s->first_at, &first))
			TRY(extraction_add(names, &node, EXTRACTION_NO_LINK, (str){ 0 }, has_content));
		else
			TRY(extraction_add(names, &node, EXTRACTION_OWN_LINK, first.name, has_content));
	}
	return OK;
}

err cpio_entries(struct walk *w, span in, const struct cpio_extras *extras, uint64_t *ret_used)
{
	struct extraction *names = extraction_open(w);
	struct cursor c = { .in = in };
	struct cpio_header h;
	err limit = add_names(w, in, extras, names);

	TRY(extraction_settle(names));
	for (size_t i = 0; next_entry(&c, &h); i++) {
		struct node node = node_of(in, &h);

		TRY(extraction_report(names, i, &node));
		if (node.is_cut) c.trouble = fail(&archive_broken, in.n);
		if (node.is_cut) break;
	}
	*ret_used = c.at;
	return limit.is ? limit : c.trouble;
}

static err read_cpio(struct walk *w, span in, uint64_t *ret_used)
{
	return cpio_entries(w, in, NULL, ret_used);
}

const struct format cpio_format = {
	.name = "cpio",
	.title = "cpio archive",
	.magics = { { 0, 6, "070701" }, { 0, 6, "070702" }, { 0, 6, "070703" }, { 0, 6, "070707" } },
	.sweep = true,
	.probe = probe_ascii,
	.read = read_cpio,
};

const struct format cpio_binary_format = {
	.name = "cpio",
	.title = "cpio archive of the old binary form",
	.magics = { { 0, 2, "\xc7\x71" }, { 0, 2, "\x71\xc7" } },
	.probe = probe_binary,
	.read = read_cpio,
};
