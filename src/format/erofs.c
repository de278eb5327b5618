/* EROFS (Linux, fs/erofs/erofs_fs.h): the read-only file system of Android and of newer routers. This file: the
 * superblock, inodes and listings; erofs_data.c has where contents lie. */
#include "format/erofs.h"

#include "base/limits.h"
#include "format/capability.h"
#include "format/formats.h"
#include "format/part.h"

#include <sys/stat.h>

const struct fault erofs_bad_data = { FAULT_INPUT, "erofs.bad-data",
	"the content of a file is damaged, or packed in a way that is not read" };
static const struct fault bad_super = { FAULT_INPUT, "erofs.bad-superblock", "the superblock is damaged" };
static const struct fault bad_inode = { FAULT_INPUT, "erofs.bad-inode", "an inode is damaged or lies outside" };
static const struct fault bad_listing = { FAULT_INPUT, "erofs.bad-listing", "the listing of a directory is damaged" };
static const struct fault unknown = { FAULT_INPUT, "erofs.unknown-feature", "it uses a feature that is not read" };
static const struct fault cut = { FAULT_INPUT, "erofs.cut", "the file system is larger than the image that holds it" };

enum { SUPER = 1024, SLOT = 32, COMPACT = 32, EXTENDED = 64, DIRENT = 12, EXPANSION = 250 };
/* Features without which a reader must not go on. */
enum { FRAGMENTS = 0x20, KNOWN_INCOMPATIBLE = 0x1 | 0x2 | 0x4 | 0x8 | 0x10 | FRAGMENTS | 0x40 };

static bool read_super(span in, struct erofs *ret)
{
	reader r = { .in = in };
	struct erofs fs = { .in = in };

	read_seek(&r, SUPER + 12);

	uint8_t bits = read_u8(&r);
	uint8_t more = read_u8(&r);

	fs.root = read_le16(&r);
	read_skip(&r, 8 + 8 + 4);
	fs.blocks = read_le32(&r);
	fs.meta_at = read_le32(&r);

	uint64_t attributes = read_le32(&r);

	read_seek(&r, SUPER + 80);
	fs.incompatible = read_le32(&r);
	fs.algorithms = read_le16(&r);
	read_seek(&r, SUPER + 86);
	fs.devices = read_le16(&r);
	if (r.is_short || bits < 9 || bits > 16 || more > 8 || !fs.blocks) return false;
	fs.block = 1u << bits;
	fs.block_bits = bits;
	fs.meta_at <<= bits;
	fs.shared_at = attributes << bits;
	*ret = fs;
	return fs.meta_at < in.n && fs.meta_at + (uint64_t)fs.root * SLOT < in.n;
}

static bool probe(span in)
{
	struct erofs fs;

	return read_super(in, &fs);
}

/* ---- inodes
 * -------------------------------------------------------------------------------------------------------- */

static err inode_at(const struct erofs *fs, uint64_t number, struct erofs_inode *ret)
{
	struct erofs_inode i = { .number = number };
	reader r = { .in = fs->in };

	if (number > fs->in.n / SLOT) return fail(&bad_inode, 0);
	i.at = fs->meta_at + number * SLOT;
	read_seek(&r, i.at);

	uint16_t format = read_le16(&r);
	uint16_t attributes = read_le16(&r);
	bool is_extended = format & 1;

	i.layout = format >> 1 & 7;
	i.mode = read_le16(&r);
	if (is_extended) {
		read_skip(&r, 2);
		i.size = read_le64(&r);
		i.data = read_le32(&r);
		read_skip(&r, 4);
		i.uid = read_le32(&r);
		i.gid = read_le32(&r);
		read_skip(&r, 12);
		i.links = read_le32(&r);
	} else {
		i.links = read_le16(&r);
		i.size = read_le32(&r);
		read_skip(&r, 4);
		i.data = read_le32(&r);
		read_skip(&r, 4);
		i.uid = read_le16(&r);
		i.gid = read_le16(&r);
	}
	i.attributes_at = i.at + (is_extended ? EXTENDED : COMPACT);
	i.attributes_n = attributes ? 12 + 4 * ((uint64_t)attributes - 1) : 0;
	i.behind = i.attributes_at + i.attributes_n;
	if (r.is_short || i.behind > fs->in.n) return fail(&bad_inode, i.at);
	*ret = i;
	return OK;
}

/* The ends of files are packed into an inode without a name; it is kept while the file system is walked. */
static err read_packed(struct erofs *fs)
{
	struct erofs_inode packed;
	uint64_t at;
	reader r = { .in = fs->in };

	read_seek(&r, SUPER + 96);

	uint64_t number = read_le64(&r);

	if (!(fs->incompatible & FRAGMENTS) || !number) return OK;

	err e = inode_at(fs, number, &packed);

	inodes_trouble(fs->inodes, e);
	return e.is ? OK : erofs_content(fs, &packed, &fs->packed, &at);
}

/* ---- extended attributes
 * ------------------------------------------------------------------------------------------- */

/* One attribute; true when it is the capabilities. */
static bool read_attribute(reader *r, span *ret)
{
	uint8_t name_n = read_u8(r);
	uint8_t prefix = read_u8(r);
	uint16_t value_n = read_le16(r);
	str name = str_from_span(read_span(r, name_n));
	span value = read_span(r, value_n);

	read_seek(r, round_up(r->at, 4));
	if (prefix != 6 || !str_is(name, "capability")) return false;
	*ret = value;
	return value.n;
}

static str capabilities_of(struct erofs *fs, const struct erofs_inode *inode)
{
	reader r = { .in = span_cut(fs->in, inode->attributes_at, inode->attributes_n) };
	span value;

	if (r.in.n < 12) return (str){ 0 };
	read_skip(&r, 4);

	uint8_t shared = read_u8(&r);

	read_skip(&r, 7);
	for (unsigned i = 0; i < shared; i++) {
		reader other = { .in = fs->in };

		read_seek(&other, fs->shared_at + (uint64_t)read_le32(&r) * 4);
		if (read_attribute(&other, &value) && !other.is_short)
			return capability_text(walk_memory(fs->inodes->w), value);
	}
	while (!r.is_short && r.in.n - r.at >= 4)
		if (read_attribute(&r, &value) && !r.is_short)
			return capability_text(walk_memory(fs->inodes->w), value);
	return (str){ 0 };
}

/* ---- the tree
 * ------------------------------------------------------------------------------------------------------ */

struct file {
	struct erofs *fs;
	const struct erofs_inode *inode;
};

static err read_file(void *self, struct node *node)
{
	const struct file *f = self;

	node->capabilities = capabilities_of(f->fs, f->inode);
	TRY(erofs_content(f->fs, f->inode, &node->content, &node->at));
	node->is_cut = node->content.n < node->size;
	return OK;
}

static err walk_directory(struct erofs *fs, const struct erofs_inode *directory, unsigned depth);

static err walk_entry(struct erofs *fs, uint64_t number, unsigned depth)
{
	struct inodes *s = fs->inodes;
	struct arena *memory = walk_memory(s->w);
	size_t mark = memory->used;
	struct erofs_inode inode;
	struct node node = { .path = path_str(&s->path) };
	span target;
	err e = inode_at(fs, number, &inode);

	if (!e.is && !inodes_type(inode.mode, &node.type)) e = fail(&bad_inode, inode.at);
	if (e.is) {
		inodes_trouble(s, e);
		return OK;
	}
	node.mode = inode.mode & 07777, node.uid = inode.uid, node.gid = inode.gid, node.at = inode.at;
	switch (node.type) {
	case NODE_FILE:
		node.size = inode.size;
		return inodes_file(s, number, inode.links > 1, &node, read_file, &(struct file){ fs, &inode });
	case NODE_DIRECTORY:
		TRY(walk_node(s->w, &node));
		return walk_directory(fs, &inode, depth + 1);
	case NODE_LINK:
		if (inode.size > LIMIT_PATH) inode.size = 0;
		TRY(erofs_content(fs, &inode, &target, &node.at));
		node.target = str_from_span(target);
		node.size = target.n;
		if (!target.n) inodes_trouble(s, fail(&bad_inode, inode.at));
		break;
	case NODE_CHARACTER:
	case NODE_BLOCK:
		node.size = inode.data;
		break;
	case NODE_FIFO:
	case NODE_SOCKET:
		break;
	}
	TRY(walk_node(s->w, &node));
	arena_rewind(memory, mark);
	return OK;
}

/* A block of a listing: entries, as many as the first one's name says, and then their names, the last one ended by a
 * NUL or the block. */
static err walk_block(struct erofs *fs, span block, uint64_t at, unsigned depth)
{
	struct inodes *s = fs->inodes;
	reader r = { .in = block };

	read_seek(&r, 8);

	uint32_t first = read_le16(&r), count = first / DIRENT;

	if (!block.n) return OK;
	if (r.is_short || !count || first % DIRENT || first > block.n)
		count = 0, inodes_trouble(s, fail(&bad_listing, at));
	for (uint32_t i = 0; i < count; i++) {
		size_t before = s->path.n;

		read_seek(&r, (uint64_t)i * DIRENT);

		uint64_t number = read_le64(&r);
		uint16_t from = read_le16(&r);
		uint64_t to = block.n;

		if (i + 1 < count) {
			read_seek(&r, (uint64_t)(i + 1) * DIRENT + 8);
			to = read_le16(&r);
		}
		if (!inodes_step(s, at)) return OK;

		str name = to > from ? text_field(span_cut(block, from, to - from)) : (str){ 0 };

		if (str_is(name, ".") || str_is(name, "..")) continue;
		if (path_push(&s->path, name))
			TRY(walk_entry(fs, number, depth));
		else
			inodes_trouble(s, fail(&bad_listing, at));
		s->path.n = before;
	}
	return OK;
}

static err walk_directory(struct erofs *fs, const struct erofs_inode *directory, unsigned depth)
{
	span listing;
	uint64_t at;

	if (!inodes_enter(fs->inodes, directory->number, directory->at, depth)) return OK;
	if (directory->size > (uint64_t)fs->in.n * 4) {
		inodes_trouble(fs->inodes, fail(&bad_listing, directory->at));
		return OK;
	}
	TRY(erofs_content(fs, directory, &listing, &at));
	for (size_t i = 0; i < listing.n; i += fs->block)
		TRY(walk_block(fs, span_from(listing, i, fs->block), at, depth));
	return OK;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct erofs *fs = arena_new(walk_memory(w), struct erofs);
	struct erofs_inode root;

	if (!read_super(in, fs)) return fail(&bad_super, SUPER);

	uint64_t size = (uint64_t)fs->blocks << fs->block_bits;

	fs->in = span_from(in, 0, size);
	fs->inodes = inodes_open(w, fs->in.n, EXPANSION);
	*ret_used = fs->in.n;
	if (fs->incompatible & ~(uint32_t)KNOWN_INCOMPATIBLE || fs->devices) return fail(&unknown, SUPER + 80);
	TRY(erofs_compressions(fs));
	TRY(inode_at(fs, fs->root, &root));
	if (!S_ISDIR(root.mode)) return fail(&bad_inode, root.at);

	struct node node = { .path = STR("/"),
		.type = NODE_DIRECTORY,
		.mode = root.mode & 07777u,
		.uid = root.uid,
		.gid = root.gid,
		.at = root.at };

	TRY(read_packed(fs));
	TRY(walk_node(w, &node));
	TRY(walk_directory(fs, &root, 0));
	if (fs->in.n < size) inodes_trouble(fs->inodes, fail(&cut, in.n));
	return fs->inodes->trouble;
}

const struct format erofs_format = {
	.name = "erofs",
	.title = "EROFS file system",
	.magics = { { 1024, 4, "\xe2\xe1\xf5\xe0" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
