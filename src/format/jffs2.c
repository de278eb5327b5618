/* JFFS2 (Linux, include/uapi/linux/jffs2.h): a log of nodes in erase blocks, each with its own checksums, in either
 * byte order. What the file
 * system is now is what the highest versions say. jffs2_tree.c puts files together; this file finds the nodes.
 *
 * Nothing says where such a file system ends: it ends here where its nodes do, or where jffs2_split.c finds that a
 * second one begins. */
#include "format/jffs2.h"

#include "format/formats.h"
#include "format/part.h"

#include <stdlib.h>
#include <zlib.h>

static const struct fault jffs2_bad = { FAULT_INPUT, "jffs2.bad-node", "a node's checksum does not fit" };

enum {
	ACCURATE = 0x2000,
	DIRENT = 0xe001,
	INODE = 0xe002,
	CLEAN = 0x2003,
	PADDING = 0x2004,
	SUMMARY = 0x2006,
	XATTR = 0xe008,
	XREF = 0xe009,
	COMMON = 12,
	DIRENT_HEADER = 40,
	INODE_HEADER = 68,
	ROOT = 1,
	FLASH_BLOCK = 0x10000,
	MOST_EMPTY = 0x100000, /* empty flash between nodes: a block that garbage collection left free */
};

uint16_t jffs2_u16(const struct jffs2 *fs, reader *r)
{
	return fs->is_big_endian ? read_be16(r) : read_le16(r);
}

uint32_t jffs2_u32(const struct jffs2 *fs, reader *r)
{
	return fs->is_big_endian ? read_be32(r) : read_le32(r);
}

/* The kernel's CRC-32 begins with 0 and is not inverted. */
uint32_t jffs2_sum(span s)
{
	return s.n ? (uint32_t)~crc32_z(0xffffffff, s.p, s.n) : 0;
}

/* A node that was replaced has a bit of its type cleared, in the flash as it stands; its sums are still those of the
 * type as it was written. */
static uint32_t header_sum(const struct jffs2 *fs, uint64_t at, size_t n)
{
	uint8_t header[INODE_HEADER];
	span found = span_cut(fs->in, at, n);

	if (!found.n) return 0;
	memcpy(header, found.p, n);
	header[fs->is_big_endian ? 2 : 3] |= ACCURATE >> 8;
	return jffs2_sum((span){ header, n });
}

/* The part that all nodes have. ret_size: bytes that the node takes, without its padding to 4. */
static bool common_header(
	const struct jffs2 *fs, uint64_t at, uint16_t *ret_type, uint32_t *ret_size, bool *ret_is_replaced)
{
	reader r = { .in = fs->in };

	read_seek(&r, at);
	if (jffs2_u16(fs, &r) != JFFS2_MAGIC) return false;

	uint16_t type = jffs2_u16(fs, &r);

	*ret_is_replaced = !(type & ACCURATE);
	*ret_type = type | ACCURATE;
	*ret_size = jffs2_u32(fs, &r);

	uint32_t sum = jffs2_u32(fs, &r);

	return !r.is_short && *ret_size >= COMMON && is_sum(header_sum(fs, at, COMMON - 4), sum);
}

static bool is_known_type(uint16_t type)
{
	return type == DIRENT || type == INODE || type == CLEAN || type == PADDING || type == SUMMARY ||
	       type == XATTR || type == XREF;
}

static bool probe(span in)
{
	struct jffs2 fs = { .in = in };
	uint16_t type;
	uint32_t size;
	bool is_replaced;

	fs.is_big_endian = in.n && in.p[0] == 0x19;
	return common_header(&fs, 0, &type, &size, &is_replaced) && is_known_type(type) &&
	       (size <= in.n || type == PADDING);
}

/* ---- finding the nodes ------------------------------------------------------------------------------------------- */

static bool add_dirent(struct jffs2 *fs, uint64_t at, uint32_t size)
{
	struct jffs2_node *n = &fs->nodes[fs->count];
	reader r = { .in = span_cut(fs->in, at, size) };

	*n = (struct jffs2_node){ .at = at, .is_name = true };
	read_skip(&r, COMMON);
	n->parent = jffs2_u32(fs, &r);
	n->version = jffs2_u32(fs, &r);
	n->inode = jffs2_u32(fs, &r);
	read_skip(&r, 4); /* when */

	uint8_t name_n = read_u8(&r);

	read_skip(&r, 3); /* type, which the inode says too */
	n->sum = jffs2_u32(fs, &r);
	n->data_sum = jffs2_u32(fs, &r);
	n->name = str_from_span(read_span(&r, name_n));
	return n->name.n && is_sum(jffs2_sum(span_from_str(n->name)), n->data_sum) &&
	       is_sum(header_sum(fs, at, DIRENT_HEADER - 8), n->sum);
}

static bool add_inode(struct jffs2 *fs, uint64_t at, uint32_t size)
{
	struct jffs2_node *n = &fs->nodes[fs->count];
	reader r = { .in = span_cut(fs->in, at, size) };

	*n = (struct jffs2_node){ .at = at };
	read_skip(&r, COMMON);
	n->inode = jffs2_u32(fs, &r);
	n->version = jffs2_u32(fs, &r);
	n->mode = jffs2_u32(fs, &r);
	n->uid = jffs2_u16(fs, &r);
	n->gid = jffs2_u16(fs, &r);
	n->size = jffs2_u32(fs, &r);
	read_skip(&r, 12); /* times */
	n->offset = jffs2_u32(fs, &r);

	uint32_t stored_n = jffs2_u32(fs, &r);

	n->unpacked = jffs2_u32(fs, &r);
	n->compression = read_u8(&r);
	read_skip(&r, 3); /* what was asked for; flags */
	n->data_sum = jffs2_u32(fs, &r);
	n->sum = jffs2_u32(fs, &r);
	n->stored = read_span(&r, stored_n);
	return !r.is_short && is_sum(header_sum(fs, at, INODE_HEADER - 8), n->sum);
}

/* The next byte that is not erased flash. */
static uint64_t behind_erased(span in, uint64_t at)
{
	while (at < in.n && in.p[at] == 0xff) at++;
	return at & ~UINT64_C(3);
}

/* A node, or erased flash between nodes. False where nodes end. */
static bool step(struct jffs2 *fs, uint64_t *at, uint64_t *end)
{
	uint16_t type;
	uint32_t size;
	bool is_replaced, is_whole = true;

	if (!common_header(fs, *at, &type, &size, &is_replaced) || !is_known_type(type) || size > fs->in.n - *at) {
		uint64_t next = behind_erased(fs->in, *at);

		if (next == *at || next - *at > MOST_EMPTY) return false;
		*at = next;
		return true;
	}
	if (type == DIRENT) is_whole = add_dirent(fs, *at, size);
	if (type == INODE) is_whole = add_inode(fs, *at, size);
	if (type == XATTR || type == XREF) fs->has_attributes = true;
	if (!is_whole && !is_replaced) jffs2_trouble(fs, fail(&jffs2_bad, *at));
	if (is_whole && (type == DIRENT || type == INODE)) fs->nodes[fs->count++].is_replaced = is_replaced;
	*at = round_up(*at + size, 4);
	*end = *at < fs->in.n ? *at : fs->in.n;
	return true;
}

/* Whether a file system that mkfs made begins here: at an erase block, and with the first name that its root ever
 * had. */
static bool begins_another(struct jffs2 *fs, uint64_t at)
{
	uint16_t type;
	uint32_t size;
	bool is_replaced;

	if (!at || at % FLASH_BLOCK || !common_header(fs, at, &type, &size, &is_replaced)) return false;
	if (type == CLEAN) {
		at = round_up(at + size, 4);
		if (!common_header(fs, at, &type, &size, &is_replaced)) return false;
	}
	return type == DIRENT && !is_replaced && size <= fs->in.n - at && add_dirent(fs, at, size) &&
	       fs->nodes[fs->count].parent == ROOT && fs->nodes[fs->count].version <= 1;
}

static err find_nodes(struct jffs2 *fs, uint64_t *ret_end)
{
	size_t most = fs->in.n / DIRENT_HEADER + 1;
	uint64_t at = 0, end = 0;

	TRY(walk_may_unpack(fs->w, fs->in.n, 0));
	/* The list grows at the end of the arena, where nothing else is put meanwhile. */
	fs->nodes = (struct jffs2_node *)(void *)arena_bytes(walk_memory(fs->w), 0);

	size_t room = arena_left(walk_memory(fs->w)) / 2 / sizeof(*fs->nodes);

	while (fs->count < (most < room ? most : room) && !begins_another(fs, at) && step(fs, &at, &end))
		;
	(void)arena_bytes(walk_memory(fs->w), fs->count * sizeof(*fs->nodes));
	end = jffs2_split(fs, end);

	size_t kept = 0;

	for (size_t i = 0; i < fs->count; i++)
		if (fs->nodes[i].at < end && !fs->nodes[i].is_replaced) fs->nodes[kept++] = fs->nodes[i];
	fs->count = kept;
	if (fs->trouble.is && fs->trouble.at >= end) fs->trouble = OK;
	*ret_end = end;
	return OK;
}

/* Attributes are few, and looked for only where there are some. */
static void find_attributes(struct jffs2 *fs, uint64_t end)
{
	for (uint64_t at = 0; fs->has_attributes && at < end;) {
		uint16_t type;
		uint32_t size;
		bool is_replaced;

		if (!common_header(fs, at, &type, &size, &is_replaced) || size > end - at) {
			uint64_t next = behind_erased(fs->in, at);

			at = next > at ? next : at + 4;
			continue;
		}
		if ((type == XATTR || type == XREF) && !is_replaced && !jffs2_attribute(fs, at, size, type == XREF))
			jffs2_trouble(fs, fail(&jffs2_bad, at));
		at = round_up(at + size, 4);
	}
	jffs2_attributes_sort(fs);
}

void jffs2_trouble(struct jffs2 *fs, err e)
{
	if (!fs->trouble.is) fs->trouble = e;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct jffs2 fs = { .w = w, .in = in, .is_big_endian = in.n && in.p[0] == 0x19 };

	TRY(find_nodes(&fs, ret_used));
	find_attributes(&fs, *ret_used);
	walk_note(w, 0, "byte-order", fs.is_big_endian ? STR("big") : STR("little"));
	TRY(jffs2_tree(&fs));
	return fs.trouble;
}

const struct format jffs2_format = {
	.name = "jffs2",
	.title = "JFFS2 file system",
	.magics = { { 0, 2, "\x85\x19" }, { 0, 2, "\x19\x85" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
