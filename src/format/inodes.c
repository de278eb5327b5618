#include "format/inodes.h"

#include "base/limits.h"
#include "format/part.h"

#include <sys/stat.h>

static const struct fault loop = { FAULT_INPUT, "inodes.directory-loop", "a directory stands in more than one place" };
static const struct fault too_deep = { FAULT_LIMIT, "inodes.too-deep", "directories are nested deeper than we follow" };
static const struct fault too_much = { FAULT_LIMIT, "inodes.too-much",
	"its files claim more bytes than the file system could hold" };
static const struct fault too_long = { FAULT_LIMIT, "inodes.too-long",
	"its maps and listings are longer than the file system could hold" };

/* Files may share blocks (two names for one block are sound in some file systems), and holes take none. */
enum { SHARED = 4, STEPS_FREE = 10'000, LEAST_STEP = 8 };
#define FREE_BYTES (UINT64_C(64) << 20)

static struct node been_here; /* stands for a directory */

struct inodes *inodes_open(struct walk *w, uint64_t stored, unsigned expansion)
{
	struct inodes *s = arena_new(walk_memory(w), struct inodes);

	s->w = w;
	s->left = stored * SHARED * expansion + FREE_BYTES;
	s->steps = stored / LEAST_STEP * expansion + STEPS_FREE;
	return s;
}

void inodes_trouble(struct inodes *s, err e)
{
	if (e.is && !s->trouble.is) s->trouble = e;
}

static struct inodes_seen *slot_of(const struct inodes *s, uint64_t number)
{
	size_t at = (size_t)(number * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (s->room - 1);

	while (s->seen[at].number && s->seen[at].number != number + 1) at = (at + 1) & (s->room - 1);
	return &s->seen[at];
}

static struct inodes_seen *seen(struct inodes *s, uint64_t number)
{
	if (s->count * 2 >= s->room) {
		struct inodes bigger = { .room = s->room ? s->room * 2 : 256 };

		bigger.seen = arena_array(walk_memory(s->w), struct inodes_seen, bigger.room);
		for (size_t i = 0; i < s->room; i++)
			if (s->seen[i].number) *slot_of(&bigger, s->seen[i].number - 1) = s->seen[i];
		s->seen = bigger.seen;
		s->room = bigger.room;
	}

	struct inodes_seen *slot = slot_of(s, number);

	if (!slot->number) s->count++;
	slot->number = number + 1;
	return slot;
}

bool inodes_enter(struct inodes *s, uint64_t number, uint64_t at, unsigned depth)
{
	struct inodes_seen *slot = seen(s, number);

	if (slot->first || depth > PATH_DEEPEST) {
		inodes_trouble(s, fail(slot->first ? &loop : &too_deep, at));
		return false;
	}
	slot->first = &been_here;
	return true;
}

bool inodes_step(struct inodes *s, uint64_t at)
{
	if (s->steps) {
		s->steps--;
		return true;
	}
	inodes_trouble(s, fail(&too_long, at));
	return false;
}

err inodes_room(struct inodes *s, uint64_t at, uint64_t n, uint8_t **ret)
{
	*ret = NULL;
	if (n > s->left || n > LIMIT_BLOB_SIZE) {
		inodes_trouble(s, fail(&too_much, at));
		return OK;
	}
	s->left -= n;
	/* How much it may grow is settled already, by the size of the whole file system. */
	return part_room(s->w, n, n, ret);
}

static err report_again(struct inodes *s, const struct node *first, struct node *node)
{
	node->target = first->path;
	node->capabilities = first->capabilities;
	node->at = first->at;
	node->size = first->size;
	node->content = first->content;
	node->is_cut = first->is_cut;
	return walk_node(s->w, node);
}

err inodes_file(struct inodes *s, uint64_t number, bool is_shared, struct node *node,
	err (*read)(void *self, struct node *node), void *self)
{
	struct arena *memory = walk_memory(s->w);
	struct inodes_seen *slot = is_shared ? seen(s, number) : NULL;
	struct node *first = slot ? slot->first : NULL;

	if (first == &been_here) {
		inodes_trouble(s, fail(&loop, node->at));
		return OK;
	}
	if (first) return report_again(s, first, node);
	if (slot) {
		first = slot->first = arena_new(memory, struct node);
		*first = *node;
		first->path = arena_str(memory, node->path);
	}

	size_t mark = memory->used;

	TRY(read(self, node));
	if (slot) {
		str path = first->path;

		*first = *node;
		first->path = path;
		return walk_node(s->w, node);
	}

	err limit = walk_node(s->w, node);

	arena_rewind(memory, mark);
	return limit;
}

bool inodes_type(uint32_t mode, enum node_type *ret)
{
	switch (mode & S_IFMT) {
	case S_IFREG:
		*ret = NODE_FILE;
		return true;
	case S_IFDIR:
		*ret = NODE_DIRECTORY;
		return true;
	case S_IFLNK:
		*ret = NODE_LINK;
		return true;
	case S_IFCHR:
		*ret = NODE_CHARACTER;
		return true;
	case S_IFBLK:
		*ret = NODE_BLOCK;
		return true;
	case S_IFIFO:
		*ret = NODE_FIFO;
		return true;
	case S_IFSOCK:
		*ret = NODE_SOCKET;
		return true;
	default:
		return false;
	}
}
