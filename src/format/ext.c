/* ext2, ext3 and ext4 (Linux, Documentation/filesystems/ext4/): the writable file systems of larger devices. The
 * listings of hashed directories are read as what they also are, lists. The journal is not replayed: that is told. */
#include "format/ext.h"

#include "format/capability.h"
#include "format/formats.h"
#include "format/part.h"

static const struct fault bad_super = { FAULT_INPUT, "ext.bad-superblock", "the superblock is damaged" };
static const struct fault bad_inode = { FAULT_INPUT, "ext.bad-inode", "an inode is damaged or lies outside" };
static const struct fault bad_listing = { FAULT_INPUT, "ext.bad-listing", "the listing of a directory is damaged" };
static const struct fault cut = { FAULT_INPUT, "ext.cut", "the file system is larger than the image that holds it" };
static const struct fault unknown = { FAULT_INPUT, "ext.unknown-feature",
	"it uses a feature that is not read, or names that are encrypted" };
static const struct fault not_replayed = { FAULT_INPUT, "ext.journal",
	"it was not unmounted, and its journal may hold newer contents" };

enum { SUPER = 1024, LEAST_INODE = 128, EXTRA_AT = 128, ATTRIBUTES_MAGIC = 0xea020000, NAME_MOST = 255 };

enum {
	COMPRESSION = 0x1,
	NEEDS_RECOVERY = 0x4,
	JOURNAL_DEVICE = 0x8,
	META_GROUPS = 0x10,
	WIDE = 0x80,
	DIRECTORY_DATA = 0x1000,
	KNOWN = 0x2 | NEEDS_RECOVERY | META_GROUPS | 0x40 | WIDE | 0x100 | 0x200 | 0x400 | 0x2000 | 0x4000 | 0x8000 |
		0x10000 | 0x20000,
	SPARSE_SUPER = 0x1,
	SPARSE_SUPER2 = 0x200,
};

static uint32_t u32_at(span in, uint64_t at)
{
	reader r = { .in = in };

	read_seek(&r, at);
	return read_le32(&r);
}

static uint16_t u16_at(span in, uint64_t at)
{
	reader r = { .in = in };

	read_seek(&r, at);
	return read_le16(&r);
}

static bool is_power_of_two(uint64_t n)
{
	return n && !(n & (n - 1));
}

/* The numbers must agree with each other: two bytes are a weak magic. */
static bool read_super(span in, struct ext *ret)
{
	span s = span_cut(in, SUPER, 1024);
	struct ext fs = { .in = in };

	if (!s.n || u16_at(s, 56) != 0xef53 || u32_at(s, 24) > 6 || u32_at(s, 76) > 1 || u16_at(s, 90)) return false;
	fs.block_size = 1024u << u32_at(s, 24);
	fs.inode_count = u32_at(s, 0);
	fs.first_block = u32_at(s, 20);
	fs.blocks_per_group = u32_at(s, 32);
	fs.inodes_per_group = u32_at(s, 40);
	fs.inode_size = u32_at(s, 76) ? u16_at(s, 88) : LEAST_INODE;
	fs.incompatible = u32_at(s, 76) ? u32_at(s, 96) : 0;
	fs.is_sparse_super = u32_at(s, 100) & SPARSE_SUPER;
	fs.is_sparse_super2 = u32_at(s, 92) & SPARSE_SUPER2;
	fs.first_meta_group = u32_at(s, 260);
	fs.blocks = u32_at(s, 4);
	fs.descriptor_size = 32;
	if (fs.incompatible & WIDE) {
		fs.blocks |= (uint64_t)u32_at(s, 336) << 32;
		fs.descriptor_size = u16_at(s, 254);
	}
	if (fs.first_block != (fs.block_size == 1024) || fs.blocks <= fs.first_block || !fs.blocks_per_group)
		return false;
	if (!fs.inodes_per_group || fs.inodes_per_group > fs.block_size * 8) return false;
	if (!is_power_of_two(fs.inode_size) || fs.inode_size < LEAST_INODE || fs.inode_size > fs.block_size)
		return false;
	if (!is_power_of_two(fs.descriptor_size) || fs.descriptor_size < 32 || fs.descriptor_size > 1024) return false;

	uint64_t groups = (fs.blocks - fs.first_block + fs.blocks_per_group - 1) / fs.blocks_per_group;

	if (groups > UINT32_MAX || groups * fs.inodes_per_group != fs.inode_count) return false;
	fs.groups = (uint32_t)groups;
	*ret = fs;
	return true;
}

static bool probe(span in)
{
	struct ext fs;

	return read_super(in, &fs);
}

/* ---- inodes
 * -------------------------------------------------------------------------------------------------------- */

static bool is_power_of(uint32_t n, uint32_t base)
{
	while (n > 1 && n % base == 0) n /= base;
	return n == 1;
}

static bool has_super(const struct ext *fs, uint32_t group)
{
	if (group <= 1 || !fs->is_sparse_super) return group == 0 || !fs->is_sparse_super2;
	return is_power_of(group, 3) || is_power_of(group, 5) || is_power_of(group, 7);
}

/* Where the descriptors of a group are: all behind the superblock, or some in each run of groups. */
static span descriptor_of(const struct ext *fs, uint32_t group)
{
	uint32_t per_block = fs->block_size / fs->descriptor_size, block = group / per_block;
	uint64_t at = (uint64_t)fs->first_block + 1 + block;

	if (fs->incompatible & META_GROUPS && block >= fs->first_meta_group) {
		uint32_t first = block * per_block;

		at = fs->first_block + (uint64_t)first * fs->blocks_per_group + has_super(fs, first);
	}
	return span_cut(ext_block(fs, at), (uint64_t)(group % per_block) * fs->descriptor_size, fs->descriptor_size);
}

err ext_inode_read(const struct ext *fs, uint32_t number, struct ext_inode *ret)
{
	if (!number || number > fs->inode_count) return fail(&bad_inode, 0);

	span descriptor = descriptor_of(fs, (number - 1) / fs->inodes_per_group);
	uint64_t table = u32_at(descriptor, 8);

	if (fs->descriptor_size > 32) table |= (uint64_t)u32_at(descriptor, 40) << 32;
	if (!descriptor.n || table > fs->in.n / fs->block_size) return fail(&bad_inode, 0);

	uint64_t at = table * fs->block_size + (uint64_t)((number - 1) % fs->inodes_per_group) * fs->inode_size;
	span s = span_cut(fs->in, at, fs->inode_size);

	if (!s.n) return fail(&bad_inode, at);

	struct ext_inode i = { .number = number, .at = at, .block = span_cut(s, 40, 60) };

	i.mode = u16_at(s, 0);
	i.uid = u16_at(s, 2) | (uint32_t)u16_at(s, 120) << 16;
	i.gid = u16_at(s, 24) | (uint32_t)u16_at(s, 122) << 16;
	i.links = u16_at(s, 26);
	i.flags = u32_at(s, 32);
	i.size = u32_at(s, 4) | (uint64_t)u32_at(s, 108) << 32;
	i.attributes = u32_at(s, 104) | (uint64_t)u16_at(s, 118) << 32;
	if (fs->inode_size > EXTRA_AT) i.body = span_from(s, EXTRA_AT + (uint64_t)u16_at(s, EXTRA_AT), UINT64_MAX);
	*ret = i;
	return OK;
}

/* ---- extended attributes
 * ------------------------------------------------------------------------------------------- */

static bool find_attribute(struct ext *fs, span entries, span values, uint8_t index, const char *name, span *ret)
{
	reader r = { .in = entries };

	while (r.in.n - r.at >= 4 && u32_at(entries, r.at)) {
		uint8_t name_n = read_u8(&r);
		uint8_t of = read_u8(&r);
		uint16_t at = read_le16(&r);
		uint32_t inode = read_le32(&r);
		uint32_t n = read_le32(&r);

		read_skip(&r, 4);

		str its = str_from_span(read_span(&r, name_n));

		if (r.is_short || !inodes_step(fs->inodes, 0)) return false;
		read_seek(&r, round_up(r.at, 4));
		if (of != index || !str_is(its, name)) continue;
		if (!inode) {
			*ret = span_cut(values, at, n);
			return ret->n == n;
		}

		struct ext_inode holder;
		uint64_t where;
		err trouble;

		return !ext_inode_read(fs, inode, &holder).is && !ext_content(fs, &holder, ret, &where, &trouble).is &&
		       ret->n == n;
	}
	return false;
}

bool ext_attribute(struct ext *fs, const struct ext_inode *inode, uint8_t index, const char *name, span *ret)
{
	span body = span_from(inode->body, 4, UINT64_MAX);
	span block = inode->attributes ? ext_block(fs, inode->attributes) : (span){ 0 };

	if (inode->body.n > 4 && u32_at(inode->body, 0) == ATTRIBUTES_MAGIC &&
		find_attribute(fs, body, body, index, name, ret))
		return true;
	return block.n && u32_at(block, 0) == ATTRIBUTES_MAGIC &&
	       find_attribute(fs, span_from(block, 32, UINT64_MAX), block, index, name, ret);
}

/* ---- the tree
 * ------------------------------------------------------------------------------------------------------ */

struct file {
	struct ext *fs;
	const struct ext_inode *inode;
};

static err read_file(void *self, struct node *node)
{
	const struct file *f = self;
	err trouble;
	span capability;

	if (ext_attribute(f->fs, f->inode, 6, "capability", &capability))
		node->capabilities = capability_text(walk_memory(f->fs->inodes->w), capability);
	TRY(ext_content(f->fs, f->inode, &node->content, &node->at, &trouble));
	inodes_trouble(f->fs->inodes, trouble);
	node->is_cut = node->content.n < node->size;
	return OK;
}

static err read_link(struct ext *fs, const struct ext_inode *inode, struct node *node)
{
	err trouble;
	span target;

	if (!(inode->flags & (EXT_FLAG_EXTENTS | EXT_FLAG_INLINE | EXT_FLAG_ENCRYPTED)) && inode->size < inode->block.n)
		target = span_from(inode->block, 0, inode->size);
	else if (inode->size > LIMIT_PATH)
		return OK;
	else
		TRY(ext_content(fs, inode, &target, &node->at, &trouble));
	node->target = str_from_span(target);
	if (target.n < inode->size || !target.n) inodes_trouble(fs->inodes, fail(&bad_inode, inode->at));
	return OK;
}

static err walk_directory(struct ext *fs, const struct ext_inode *directory, unsigned depth);

static err walk_entry(struct ext *fs, uint32_t number, unsigned depth)
{
	struct inodes *s = fs->inodes;
	struct arena *memory = walk_memory(s->w);
	struct ext_inode inode;
	err e = ext_inode_read(fs, number, &inode);
	struct node node = { .path = path_str(&s->path) };

	if (!e.is && !inodes_type(inode.mode, &node.type)) e = fail(&bad_inode, inode.at);
	if (e.is) {
		inodes_trouble(s, e);
		return OK;
	}
	node.mode = inode.mode & 07777, node.uid = inode.uid, node.gid = inode.gid, node.at = inode.at;

	size_t mark = memory->used;
	err limit = OK;

	switch (node.type) {
	case NODE_FILE:
		node.size = inode.size;
		return inodes_file(s, number, inode.links > 1, &node, read_file, &(struct file){ fs, &inode });
	case NODE_DIRECTORY:
		TRY(walk_node(s->w, &node));
		return walk_directory(fs, &inode, depth + 1);
	case NODE_LINK:
		TRY(read_link(fs, &inode, &node));
		node.size = node.target.n;
		break;
	case NODE_CHARACTER:
	case NODE_BLOCK:
		node.size = u32_at(inode.block, 0) ? u32_at(inode.block, 0) : u32_at(inode.block, 4);
		break;
	case NODE_FIFO:
	case NODE_SOCKET:
		break;
	}
	limit = walk_node(s->w, &node);
	arena_rewind(memory, mark);
	return limit;
}

static err walk_listing(struct ext *fs, span listing, uint64_t at, unsigned depth)
{
	reader r = { .in = listing };
	struct inodes *s = fs->inodes;

	while (r.in.n - r.at >= 8) {
		size_t begin = r.at, before = s->path.n;
		uint32_t number = read_le32(&r);
		uint32_t n = read_le16(&r);
		uint8_t name_n = read_u8(&r);

		read_skip(&r, 1);

		str name = str_from_span(read_span(&r, name_n));

		/* A whole block of 64 KiB does not fit its own field. */
		if (n == 0xffff || (!n && fs->block_size == 65536)) n = 65536;
		if (!inodes_step(s, at + begin)) return OK;
		if (r.is_short || n < 8 || n % 4 || n > r.in.n - begin || (number && n < 8u + name_n)) {
			inodes_trouble(s, fail(&bad_listing, at + begin));
			return OK;
		}
		if (number && !str_is(name, ".") && !str_is(name, "..")) {
			if (path_push(&s->path, name))
				TRY(walk_entry(fs, number, depth));
			else
				inodes_trouble(s, fail(&bad_listing, at + begin));
		}
		s->path.n = before;
		read_seek(&r, begin + n);
	}
	return OK;
}

/* Entries do not cross blocks. In the inode: four bytes of the parent's number, then two lists. */
static err walk_directory(struct ext *fs, const struct ext_inode *directory, unsigned depth)
{
	enum { PARENT = 4 };
	span listing = { 0 };
	uint64_t at;
	err trouble;

	if (!inodes_enter(fs->inodes, directory->number, directory->at, depth)) return OK;
	if (directory->flags & EXT_FLAG_ENCRYPTED) {
		inodes_trouble(fs->inodes, fail(&unknown, directory->at));
		return OK;
	}
	if (directory->flags & EXT_FLAG_INLINE) {
		TRY(walk_listing(fs, span_from(directory->block, PARENT, UINT64_MAX), directory->at + 44, depth));
		if (ext_attribute(fs, directory, 7, "data", &listing) && listing.n)
			return walk_listing(fs, listing, directory->at, depth);
		return OK;
	}
	if (directory->size > fs->in.n) {
		inodes_trouble(fs->inodes, fail(&bad_listing, directory->at));
		return OK;
	}
	TRY(ext_content(fs, directory, &listing, &at, &trouble));
	inodes_trouble(fs->inodes, trouble);
	for (size_t i = 0; i < listing.n; i += fs->block_size)
		TRY(walk_listing(fs, span_from(listing, i, fs->block_size), at + i, depth));
	return OK;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct ext *fs = arena_new(walk_memory(w), struct ext);
	struct ext_inode root;

	if (!read_super(in, fs)) return fail(&bad_super, SUPER);

	uint64_t size = fs->blocks > UINT64_MAX / fs->block_size ? UINT64_MAX : fs->blocks * fs->block_size;

	fs->in = span_from(in, 0, size);
	fs->inodes = inodes_open(w, fs->in.n, 1);
	*ret_used = fs->in.n;
	note_field(w, SUPER + 120, "name", span_cut(in, SUPER + 120, 16));
	note_field(w, SUPER + 136, "mounted-on", span_cut(in, SUPER + 136, 64));
	if (fs->incompatible & ~(uint32_t)KNOWN) return fail(&unknown, SUPER + 96);
	TRY(ext_inode_read(fs, EXT_ROOT, &root));

	enum node_type type;
	struct node node = { .path = STR("/"),
		.type = NODE_DIRECTORY,
		.mode = root.mode & 07777,
		.uid = root.uid,
		.gid = root.gid,
		.at = root.at };

	if (!inodes_type(root.mode, &type) || type != NODE_DIRECTORY) return fail(&bad_inode, root.at);
	TRY(walk_node(w, &node));
	TRY(walk_directory(fs, &root, 0));
	if (fs->in.n < size) inodes_trouble(fs->inodes, fail(&cut, in.n));
	if (fs->incompatible & NEEDS_RECOVERY) inodes_trouble(fs->inodes, fail(&not_replayed, SUPER + 96));
	return fs->inodes->trouble;
}

const struct format ext_format = {
	.name = "ext",
	.title = "ext2, ext3 or ext4 file system",
	.magics = { { 1080, 2, "\x53\xef" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
