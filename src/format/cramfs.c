/* cramfs (Linux, include/uapi/linux/cramfs_fs.h): small read-only file systems of older cameras and routers, in either
 * byte order. Inodes stand in the listings, with fields of odd widths; content is zlib in pages of 4 KiB. */
#include "base/limits.h"
#include "format/formats.h"
#include "format/part.h"
#include "format/path.h"

#include <sys/stat.h>
#include <zlib.h>

static const struct fault cramfs_bad = { FAULT_INPUT, "cramfs.bad-inode", "an inode or a listing is damaged or cut" };
static const struct fault cramfs_data = { FAULT_INPUT, "cramfs.bad-data", "a page of a file is damaged" };
static const struct fault cramfs_cut = { FAULT_INPUT, "cramfs.cut",
	"the file system is larger than the image that holds it" };

enum { HEADER = 64, INODE = 12, SUM_AT = 32, PAGE = 4096 };
enum { HAS_SUM = 1, OTHER_POINTERS = 0x800 };

struct inode {
	uint32_t mode, uid, gid, size, name_n;
	uint64_t at; /* of its content */
};

struct cramfs {
	struct walk *w;
	span in;
	bool is_big_endian;
	uint32_t size, flags;
	err trouble;
	struct path path;
};

static uint32_t u32(const struct cramfs *fs, reader *r)
{
	return fs->is_big_endian ? read_be32(r) : read_le32(r);
}

/* Two fields in one word: the first at its low end, or at its high end where that byte comes first. */
static uint32_t field(const struct cramfs *fs, uint32_t word, unsigned first_bits, bool is_first)
{
	if (fs->is_big_endian) return is_first ? word >> (32 - first_bits) : word & (UINT32_MAX >> first_bits);
	return is_first ? word & (UINT32_MAX >> (32 - first_bits)) : word >> first_bits;
}

static bool read_super(span in, struct cramfs *fs)
{
	reader r = { .in = in };

	fs->in = in;
	fs->is_big_endian = in.n && in.p[0] == 0x28;
	read_skip(&r, 4);
	fs->size = u32(fs, &r);
	fs->flags = u32(fs, &r);
	read_skip(&r, 4);

	span signature = read_span(&r, 16);

	return signature.n && memcmp(signature.p, "Compressed ROMFS", 16) == 0 && fs->size > HEADER + INODE;
}

static bool probe(span in)
{
	struct cramfs fs;

	return read_super(in, &fs);
}

static void trouble(struct cramfs *fs, err e)
{
	if (!fs->trouble.is) fs->trouble = e;
}

static struct inode read_inode(const struct cramfs *fs, reader *r)
{
	uint32_t word = u32(fs, r);
	struct inode i = { .mode = field(fs, word, 16, true), .uid = field(fs, word, 16, false) };

	word = u32(fs, r);
	i.size = field(fs, word, 24, true);
	i.gid = field(fs, word, 24, false);
	word = u32(fs, r);
	i.name_n = field(fs, word, 6, true) * 4;
	i.at = (uint64_t)field(fs, word, 6, false) * 4;
	return i;
}

/* For each page, first, where its data end; the first begins behind this list. A page without data is a hole. */
static err read_pages(const struct cramfs *fs, const struct inode *i, uint8_t *out)
{
	uint64_t pages = (i->size + (uint64_t)PAGE - 1) / PAGE, at = i->at + pages * 4;
	reader r = { .in = fs->in };

	read_seek(&r, i->at);
	for (uint64_t page = 0; page < pages; page++) {
		uint64_t end = u32(fs, &r), done = page * PAGE;
		size_t want = i->size - done < PAGE ? (size_t)(i->size - done) : PAGE, n;
		span stored = span_cut(fs->in, at, end - at);

		if (r.is_short || end < at || (end > at && !stored.n)) return fail(&cramfs_data, at);
		if (end == at)
			memset(out + done, 0, want);
		else if (block_unpack(COMPRESSION_ZLIB, stored, out + done, want, &n).is || n != want)
			return fail(&cramfs_data, at);
		at = end;
	}
	return OK;
}

static err read_content(struct cramfs *fs, const struct inode *i, struct node *node)
{
	uint8_t *out;

	if (!i->size) return OK;
	TRY(part_room(fs->w, fs->in.n, i->size, &out));

	err e = fs->flags & OTHER_POINTERS ? fail(&cramfs_data, i->at) : read_pages(fs, i, out);

	if (e.is) {
		node->is_cut = true;
		trouble(fs, e);
	} else {
		node->content = (span){ out, i->size };
	}
	return OK;
}

static err walk_directory(struct cramfs *fs, const struct inode *directory, unsigned depth);

static err walk_inode(struct cramfs *fs, const struct inode *directory, const struct inode *i, unsigned depth)
{
	struct arena *memory = walk_memory(fs->w);
	size_t mark = memory->used;
	struct node node = { .path = path_str(&fs->path),
		.mode = i->mode & 07777,
		.uid = i->uid,
		.gid = i->gid,
		.size = i->size,
		.at = i->at };

	switch (i->mode & S_IFMT) {
	case S_IFDIR:
		node.type = NODE_DIRECTORY;
		node.size = 0;
		TRY(walk_node(fs->w, &node));
		/* Listings stand behind those that lead to them: there can be no loop. */
		if (!i->size || (i->at > directory->at && depth < PATH_DEEPEST))
			return walk_directory(fs, i, depth + 1);
		trouble(fs, fail(&cramfs_bad, i->at));
		return OK;
	case S_IFLNK:
		node.type = NODE_LINK;
		TRY(read_content(fs, i, &node));
		node.target = str_from_span(node.content);
		node.content = (span){ 0 };
		break;
	case S_IFCHR:
		node.type = NODE_CHARACTER;
		break;
	case S_IFBLK:
		node.type = NODE_BLOCK;
		break;
	case S_IFIFO:
		node.type = NODE_FIFO;
		break;
	case S_IFSOCK:
		node.type = NODE_SOCKET;
		break;
	default:
		node.type = NODE_FILE;
		TRY(read_content(fs, i, &node));
	}

	err limit = walk_node(fs->w, &node);

	arena_rewind(memory, mark);
	return limit;
}

static err walk_directory(struct cramfs *fs, const struct inode *directory, unsigned depth)
{
	reader r = { .in = span_cut(fs->in, directory->at, directory->size) };

	if (directory->size && !r.in.n) trouble(fs, fail(&cramfs_bad, directory->at));
	while (r.at < r.in.n) {
		uint64_t at = directory->at + r.at;
		struct inode i = read_inode(fs, &r);
		str name = text_field(read_span(&r, i.name_n));
		size_t before = fs->path.n;

		if (r.is_short || !path_push(&fs->path, name)) {
			trouble(fs, fail(&cramfs_bad, at));
			return OK;
		}
		TRY(walk_inode(fs, directory, &i, depth));
		fs->path.n = before;
	}
	return OK;
}

static bool sum_fits(const struct cramfs *fs)
{
	static const uint8_t zero[4] = { 0 };
	reader r = { .in = fs->in };

	read_seek(&r, SUM_AT);

	uint32_t said = u32(fs, &r);
	uLong sum = crc32_z(0, fs->in.p, SUM_AT);

	sum = crc32_z(sum, zero, 4);
	return crc32_z(sum, fs->in.p + SUM_AT + 4, fs->in.n - SUM_AT - 4) == said;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct cramfs *fs = arena_new(walk_memory(w), struct cramfs);

	if (!read_super(in, fs)) return fail(&cramfs_bad, 4);
	fs->w = w;
	fs->in = span_from(in, 0, fs->size);
	*ret_used = fs->in.n;
	walk_note(w, 0, "byte-order", fs->is_big_endian ? STR("big") : STR("little"));
	note_field(w, 48, "name", span_cut(in, 48, 16));
	if (fs->flags & HAS_SUM && fs->in.n == fs->size) walk_checksum(w, SUM_AT, "image", "crc32", sum_fits(fs));

	reader r = { .in = fs->in, .at = HEADER };
	struct inode root = read_inode(fs, &r);

	if (r.is_short || !S_ISDIR(root.mode)) return fail(&cramfs_bad, HEADER);
	TRY(walk_directory(fs, &root, 0));
	if (!fs->trouble.is && fs->in.n < fs->size) return fail(&cramfs_cut, in.n);
	return fs->trouble;
}

const struct format cramfs_format = {
	.name = "cramfs",
	.title = "cramfs file system",
	.magics = { { 0, 4, "\x45\x3d\xcd\x28" }, { 0, 4, "\x28\xcd\x3d\x45" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
