/* UBIFS (Linux, fs/ubifs/ubifs-media.h): the file system in UBI volumes. Little-endian nodes with a checksum each. A
 * tree of index nodes leads to every node in use at the last commit; what was written since then has a higher sequence
 * number than the commit itself. */
#include "format/ubifs.h"

#include "format/formats.h"
#include "format/part.h"

#include <zlib.h>

static const struct fault ubifs_bad = { FAULT_INPUT, "ubifs.bad-node", "a node is damaged or missing" };
static const struct fault ubifs_no_master = { FAULT_INPUT, "ubifs.no-master",
	"no node says where the index of the file system begins" };

enum { SUPER = 6, MASTER = 7, INDEX = 9, COMMIT = 10, BRANCH = 20, INDEX_HEADER = 28, DEEPEST = 32, LOG_FROM = 3 };

void ubifs_trouble(struct ubifs *fs, err e)
{
	if (!fs->trouble.is) fs->trouble = e;
}

/* The node at a place; an empty span where none is. */
static span node_at(span in, uint64_t at, uint8_t *ret_type, uint64_t *ret_sequence)
{
	reader r = { .in = in };

	read_seek(&r, at);
	if (read_le32(&r) != 0x06101831) return (span){ 0 };

	uint32_t sum = read_le32(&r);

	*ret_sequence = read_le64(&r);

	uint32_t n = read_le32(&r);

	*ret_type = read_u8(&r);

	span node = span_cut(in, at, n);

	if (r.is_short || node.n < UBIFS_HEADER) return (span){ 0 };
	/* The kernel's CRC-32 is not inverted at the end. */
	return is_sum((uint32_t)~crc32_z(0, node.p + 8, node.n - 8), sum) ? node : (span){ 0 };
}

static bool probe(span in)
{
	uint8_t type;
	uint64_t sequence;
	span super = node_at(in, 0, &type, &sequence);

	return super.n >= 48 && type == SUPER;
}

/* ---- the nodes in use -------------------------------------------------------------------------------------------- */

static void add_node(struct ubifs *fs, uint8_t type, uint64_t sequence, span bytes)
{
	struct ubifs_node n = { .kind = (enum ubifs_kind)type, .sequence = sequence, .bytes = bytes };
	reader r = { .in = bytes, .at = UBIFS_HEADER };

	if (type > UBIFS_ATTRIBUTE || fs->count == fs->room) return;
	n.number = read_le32(&r);
	n.block = read_le32(&r) & ((1u << 29) - 1);
	if (type == UBIFS_NAME || type == UBIFS_ATTRIBUTE) {
		read_seek(&r, 40);
		n.inode = (uint32_t)read_le64(&r);
		read_skip(&r, 2);

		uint16_t name_n = read_le16(&r);

		read_skip(&r, 4);
		n.name = str_from_span(read_span(&r, name_n));
		n.block = 0;
	}
	if (type == UBIFS_INODE) n.block = 0;

	static const size_t least[] = { UBIFS_INODE_HEADER, UBIFS_DATA_HEADER, UBIFS_NAME_HEADER, UBIFS_NAME_HEADER };

	if (r.is_short || bytes.n < least[type])
		ubifs_trouble(fs, fail(&ubifs_bad, (uint64_t)(bytes.p - fs->in.p)));
	else
		fs->nodes[fs->count++] = n;
}

/* A branch of the index and all below it. Levels go down to 0, whose branches lead to nodes of the file system. */
static void walk_index(struct ubifs *fs, uint64_t at, unsigned level_above, size_t *left)
{
	uint8_t type;
	uint64_t sequence;
	span node = node_at(fs->in, at, &type, &sequence);
	reader r = { .in = node, .at = UBIFS_HEADER };

	if (!*left) return;
	--*left;

	uint16_t children = read_le16(&r);
	uint16_t level = read_le16(&r);

	if (!node.n || type != INDEX || level >= level_above || r.is_short) {
		ubifs_trouble(fs, fail(&ubifs_bad, at));
		return;
	}
	for (unsigned i = 0; i < children; i++) {
		uint64_t child = (uint64_t)read_le32(&r) * fs->block_size;

		child += read_le32(&r);
		read_skip(&r, BRANCH - 8);
		if (r.is_short) {
			ubifs_trouble(fs, fail(&ubifs_bad, at));
			return;
		}
		if (level) {
			walk_index(fs, child, level, left);
			continue;
		}

		span leaf = node_at(fs->in, child, &type, &sequence);

		if (leaf.n)
			add_node(fs, type, sequence, leaf);
		else
			ubifs_trouble(fs, fail(&ubifs_bad, child));
	}
}

/* The newest of a kind of node in blocks [from, to), and what its number field says. */
static span newest(
	const struct ubifs *fs, uint8_t wanted, uint64_t from, uint64_t to, uint64_t commit, uint64_t *ret_sequence)
{
	span found = { 0 };

	for (uint64_t at = from * fs->block_size; at < fs->in.n && at < to * fs->block_size; at += 8) {
		uint8_t type;
		uint64_t sequence;
		span node = node_at(fs->in, at, &type, &sequence);
		reader r = { .in = node, .at = UBIFS_HEADER };

		if (!node.n || type != wanted || (found.n && sequence < *ret_sequence)) continue;
		if (wanted == COMMIT && read_le64(&r) != commit) continue;
		found = node;
		*ret_sequence = sequence;
	}
	return found;
}

/* What was written since the last commit stands anywhere. */
static void add_journal(struct ubifs *fs, uint64_t since)
{
	for (uint64_t at = (uint64_t)LOG_FROM * fs->block_size; at < fs->in.n;) {
		uint8_t type;
		uint64_t sequence;
		span node = node_at(fs->in, at, &type, &sequence);

		if (node.n && type <= UBIFS_ATTRIBUTE && sequence > since) add_node(fs, type, sequence, node);
		at += node.n ? round_up(node.n, 8) : 8;
	}
}

static err find_nodes(struct ubifs *fs)
{
	uint64_t sequence = 0;
	span master = newest(fs, MASTER, 1, 3, 0, &sequence);
	reader r = { .in = master };
	size_t left = fs->in.n / INDEX_HEADER;

	read_seek(&r, 32);

	uint64_t commit = read_le64(&r);

	read_skip(&r, 4);

	uint32_t log = read_le32(&r);
	uint64_t root = (uint64_t)read_le32(&r) * fs->block_size;

	root += read_le32(&r);
	if (!master.n || r.is_short) return fail(&ubifs_no_master, fs->block_size);

	TRY(walk_may_unpack(fs->w, fs->in.n, 0));
	fs->nodes = (struct ubifs_node *)(void *)arena_bytes(walk_memory(fs->w), 0);
	fs->room = arena_left(walk_memory(fs->w)) / 2 / sizeof(*fs->nodes);
	if (fs->room > fs->in.n / 8) fs->room = (size_t)(fs->in.n / 8); /* no node of a file is in use twice */
	walk_index(fs, root, DEEPEST, &left);
	if (newest(fs, COMMIT, log, (uint64_t)log + 1, commit, &sequence).n) add_journal(fs, sequence);
	(void)arena_bytes(walk_memory(fs->w), fs->count * sizeof(*fs->nodes));
	return OK;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct ubifs fs = { .w = w, .in = in };
	reader r = { .in = in };

	read_seek(&r, 36);
	fs.block_size = read_le32(&r);

	uint64_t n = (uint64_t)read_le32(&r) * fs.block_size;

	*ret_used = n && n < in.n ? n : in.n;
	if (!fs.block_size) return fail(&ubifs_no_master, 36);
	note_number(w, 36, "block-size", fs.block_size);
	TRY(find_nodes(&fs));
	TRY(ubifs_tree(&fs));
	return fs.trouble;
}

const struct format ubifs_format = {
	.name = "ubifs",
	.title = "UBIFS file system",
	.magics = { { 0, 4, "\x31\x18\x10\x06" } },
	.probe = probe,
	.read = read_all,
};
