/* romfs (Linux, Documentation/filesystems/romfs.rst): the smallest read-only file system, big-endian, in lines of 16
 * bytes. */
#include "format/formats.h"
#include "format/inodes.h"
#include "format/part.h"

static const struct fault bad_super = { FAULT_INPUT, "romfs.bad-superblock", "the superblock is damaged" };
static const struct fault bad_file = { FAULT_INPUT, "romfs.bad-file",
	"the header of a file is damaged or lies outside" };

enum { LINE = 16, SUMMED = 512, EXECUTABLE = 8, TYPE = 7 };
enum { HARD_LINK, DIRECTORY, REGULAR, LINK, BLOCK, CHARACTER, SOCKET, FIFO };

struct romfs {
	struct inodes *inodes;
	span in;
};

struct file {
	uint64_t at, next, info, content_at;
	uint32_t size;
	unsigned type;
	bool is_executable;
	str name;
};

/* The words of the first half KiB, or of all of it, add up to nothing. */
static bool probe(span in)
{
	reader r = { .in = in };

	read_skip(&r, 8);

	uint32_t size = read_be32(&r), sum = 0;

	r = (reader){ .in = span_from(in, 0, size < SUMMED ? size : SUMMED) };
	if (size < 2 * LINE || r.in.n < 2 * LINE) return false;
	while (r.in.n - r.at >= 4) sum += read_be32(&r);
	return is_sum(sum, 0);
}

/* A name from `at`, and where the lines that it takes end. */
static bool read_name(const struct romfs *fs, uint64_t at, str *ret, uint64_t *ret_end)
{
	span rest = span_from(fs->in, at, 256);
	const uint8_t *nul = rest.n ? memchr(rest.p, '\0', rest.n) : NULL;

	if (!nul) return false;
	*ret = (str){ (const char *)rest.p, (size_t)(nul - rest.p) };
	*ret_end = at + round_up(ret->n + 1, LINE);
	return true;
}

static bool read_file(const struct romfs *fs, uint64_t at, struct file *ret)
{
	reader r = { .in = fs->in };
	struct file f = { .at = at };

	read_seek(&r, at);

	uint32_t next = read_be32(&r);

	f.info = read_be32(&r);
	f.size = read_be32(&r);
	read_skip(&r, 4);
	f.next = next & ~(uint32_t)(LINE - 1);
	f.type = next & TYPE;
	f.is_executable = next & EXECUTABLE;
	*ret = f;
	return !r.is_short && read_name(fs, at + LINE, &ret->name, &ret->content_at);
}

static err walk_listing(struct romfs *fs, uint64_t first, uint64_t parent, unsigned depth);

static err give_content(void *self, struct node *node)
{
	struct romfs *fs = self;
	uint8_t *room;

	TRY(inodes_room(fs->inodes, node->at, node->size, &room));
	node->content = room ? span_cut(fs->in, node->at, node->size) : (span){ 0 };
	node->is_cut = node->content.n < node->size;
	if (node->is_cut) inodes_trouble(fs->inodes, fail(&bad_file, node->at));
	return OK;
}

/* A hard link says where the file is: its header stands for the name's own. */
static err walk_file(struct romfs *fs, const struct file *named, uint64_t parent, unsigned depth)
{
	static const enum node_type types[] = { NODE_FILE, NODE_DIRECTORY, NODE_FILE, NODE_LINK, NODE_BLOCK,
		NODE_CHARACTER, NODE_SOCKET, NODE_FIFO };
	struct inodes *s = fs->inodes;
	struct file f = *named;

	if (f.type == HARD_LINK && (!read_file(fs, named->info, &f) || f.type == HARD_LINK)) {
		inodes_trouble(s, fail(&bad_file, named->at));
		return OK;
	}
	/* ".." and "." are hard links to folders. */
	if (named->type == HARD_LINK && f.type == DIRECTORY) {
		inodes_trouble(s, fail(&bad_file, named->at));
		return OK;
	}

	struct node node = { .path = path_str(&s->path), .type = types[f.type], .at = f.content_at, .size = f.size };

	node.mode = f.type == DIRECTORY || f.is_executable ? 0755 : 0644;
	switch (node.type) {
	case NODE_DIRECTORY:
		node.size = 0;
		TRY(walk_node(s->w, &node));
		return f.info == parent ? OK : walk_listing(fs, f.info, f.at, depth + 1);
	case NODE_FILE:
		return inodes_file(s, f.at, true, &node, give_content, fs);
	case NODE_LINK:
		node.mode = 0777;
		node.target = str_from_span(span_cut(fs->in, f.content_at, f.size));
		node.size = node.target.n;
		break;
	case NODE_BLOCK:
	case NODE_CHARACTER:
		/* The major number above 16 bits of the minor, here as Linux numbers devices. */
		node.size = (f.info & 0xff) | (f.info >> 16 & 0xfff) << 8 | (f.info & 0xff00) << 12;
		break;
	case NODE_SOCKET:
	case NODE_FIFO:
		node.size = 0;
		break;
	}
	return walk_node(s->w, &node);
}

static err walk_listing(struct romfs *fs, uint64_t first, uint64_t parent, unsigned depth)
{
	struct inodes *s = fs->inodes;

	/* Headers stand on lines of 16 bytes: a listing is told from the file that it begins with. */
	if (!inodes_enter(s, first | 1, first, depth)) return OK;
	for (uint64_t at = first; at;) {
		struct file f;
		size_t before = s->path.n;

		if (!inodes_step(s, at)) return OK;
		if (!read_file(fs, at, &f)) {
			inodes_trouble(s, fail(&bad_file, at));
			return OK;
		}
		if (!str_is(f.name, ".") && !str_is(f.name, "..")) {
			if (path_push(&s->path, f.name))
				TRY(walk_file(fs, &f, parent, depth));
			else
				inodes_trouble(s, fail(&bad_file, at));
		}
		s->path.n = before;
		/* Headers stand in the order of their list: there can be no loop. */
		if (f.next && f.next <= at) {
			inodes_trouble(s, fail(&bad_file, at));
			return OK;
		}
		at = f.next;
	}
	return OK;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct romfs *fs = arena_new(walk_memory(w), struct romfs);
	reader r = { .in = in };
	str name;
	uint64_t first;

	read_skip(&r, 8);

	uint32_t size = read_be32(&r);

	fs->in = span_from(in, 0, size);
	fs->inodes = inodes_open(w, fs->in.n, 1);
	if (!read_name(fs, LINE, &name, &first)) return fail(&bad_super, LINE);
	*ret_used = fs->in.n;
	if (name.n) walk_note(w, LINE, "name", name);
	TRY(walk_node(w, &(struct node){ .path = STR("/"), .type = NODE_DIRECTORY, .mode = 0755, .at = first }));
	TRY(walk_listing(fs, first, 0, 0));
	if (fs->in.n < size) inodes_trouble(fs->inodes, fail(&bad_super, 8));
	return fs->inodes->trouble;
}

const struct format romfs_format = {
	.name = "romfs",
	.title = "romfs file system",
	.magics = { { 0, 8, "-rom1fs-" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
