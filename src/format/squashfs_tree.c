#include "format/squashfs.h"

const struct fault squashfs_bad_inode = { FAULT_INPUT, "squashfs.bad-inode", "an inode is damaged or cannot be read" };
const struct fault squashfs_bad_listing = { FAULT_INPUT, "squashfs.bad-listing",
	"a directory's listing is damaged or cannot be read" };
static const struct fault directory_loop = { FAULT_INPUT, "squashfs.directory-loop",
	"a directory stands in more than one place" };
static const struct fault bad_name = { FAULT_INPUT, "squashfs.bad-name", "a name in a directory is none" };
static const struct fault too_deep = { FAULT_LIMIT, "squashfs.too-deep",
	"directories are nested deeper than we follow" };

/* Stands for a directory in squashfs.seen. */
static struct node been_here;

void squashfs_trouble(struct squashfs *fs, err e)
{
	if (!fs->trouble.is) fs->trouble = e;
}

static err inode_at(struct squashfs *fs, uint64_t block, uint64_t offset, struct squashfs_inode *ret)
{
	reader r;
	uint64_t at = fs->inode_table + block;

	if (!squashfs_table_read(&fs->inodes, block, offset, &r, &at)) return fail(&squashfs_bad_inode, at);
	*ret = (struct squashfs_inode){
		.at = at, .fragment = SQUASHFS_NO_FRAGMENT, .attributes = SQUASHFS_NO_ATTRIBUTES
	};
	if (fs->version->inode(fs, &r, ret).is || failed(reader_done(&r)) || ret->number > fs->inode_count)
		return fail(&squashfs_bad_inode, at);
	return OK;
}

static err walk_directory(struct squashfs *fs, const struct squashfs_inode *directory, unsigned depth);

/* An inode with several names: its content is read once, and kept while the file system is walked. */
static err read_file(struct squashfs *fs, const struct squashfs_inode *inode, struct node *node)
{
	struct node *first = fs->seen[inode->number];
	struct arena *memory = walk_memory(fs->w);
	size_t mark = memory->used;

	if (inode->links > 1 && first && first != &been_here) {
		node->target = first->path;
		node->capabilities = first->capabilities;
		node->at = first->at;
		node->content = first->content;
		node->is_cut = first->is_cut;
		return walk_node(fs->w, node);
	}
	node->capabilities = squashfs_capabilities(fs, inode);
	TRY(squashfs_content(fs, inode, node));
	if (inode->links > 1 && !first) {
		bool is_lent =
			node->content.n && node->content.p < memory->base + mark; /* by a fragment that will go */

		if (is_lent) node->content = span_from_str(arena_str(memory, str_from_span(node->content)));
		first = arena_new(memory, struct node);
		*first = *node;
		first->path = arena_str(memory, node->path);
		fs->seen[inode->number] = first;
		mark = memory->used;
	}

	err limit = walk_node(fs->w, node);

	arena_rewind(memory, mark);
	return limit;
}

static err walk_entry(struct squashfs *fs, const struct squashfs_entry *entry, unsigned depth)
{
	struct squashfs_inode inode;
	err e = inode_at(fs, entry->block, entry->offset, &inode);

	if (e.is) {
		squashfs_trouble(fs, e);
		return OK;
	}

	struct node node = {
		.path = path_str(&fs->path),
		.type = inode.type,
		.mode = inode.mode & 07777,
		.uid = inode.uid,
		.gid = inode.gid,
		.size = inode.size,
		.at = inode.at,
		.target = inode.target,
	};

	switch (inode.type) {
	case NODE_FILE:
		return read_file(fs, &inode, &node);
	case NODE_DIRECTORY:
		node.size = 0;
		TRY(walk_node(fs->w, &node));
		return walk_directory(fs, &inode, depth + 1);
	case NODE_CHARACTER:
	case NODE_BLOCK:
		node.size = inode.device;
		break;
	case NODE_LINK:
	case NODE_FIFO:
	case NODE_SOCKET:
		break;
	}
	return walk_node(fs->w, &node);
}

/* One run of entries. Trouble with one entry loses that entry, trouble with their form the rest of the listing. */
static err walk_entries(struct squashfs *fs, reader *r, uint64_t at, unsigned depth)
{
	struct squashfs_entry entry = { 0 };
	uint32_t count;
	err e = fs->version->listing(fs, r, &entry.block, &count);

	for (uint32_t i = 0; !e.is && i < count; i++) {
		size_t before = fs->path.n;

		e = fs->version->entry(fs, r, &entry);
		if (e.is || r->is_short) break;
		if (path_push(&fs->path, entry.name))
			TRY(walk_entry(fs, &entry, depth));
		else
			squashfs_trouble(fs, fail(&bad_name, at));
		fs->path.n = before;
	}
	if (e.is || r->is_short) {
		squashfs_trouble(fs, fail(&squashfs_bad_listing, at));
		r->is_short = true;
	}
	return OK;
}

static err walk_directory(struct squashfs *fs, const struct squashfs_inode *directory, unsigned depth)
{
	struct node **seen = &fs->seen[directory->number];
	reader r;
	uint64_t at = fs->directory_table;

	if (*seen || depth > PATH_DEEPEST) {
		squashfs_trouble(fs, fail(depth > PATH_DEEPEST ? &too_deep : &directory_loop, directory->at));
		return OK;
	}
	*seen = &been_here;
	if (directory->size <= fs->version->listing_excess) return OK;
	if (!squashfs_table_read(&fs->directories, directory->start, directory->offset, &r, &at)) {
		squashfs_trouble(fs, fail(&squashfs_bad_listing, at));
		return OK;
	}

	uint64_t size = directory->size - fs->version->listing_excess;

	if (size > r.in.n)
		squashfs_trouble(fs, fail(&squashfs_bad_listing, at));
	else
		r.in.n = (size_t)size;
	while (!r.is_short && r.at < r.in.n) TRY(walk_entries(fs, &r, at, depth));
	return OK;
}

err squashfs_tree(struct squashfs *fs)
{
	struct squashfs_inode root;
	enum { LEAST_INODE = 8 }; /* bytes of the smallest inode of any version */

	/* Inodes are numbered from 1, so that there cannot be more than fit. */
	if (fs->inode_count > fs->inodes.count * (SQUASHFS_METADATA / LEAST_INODE))
		return fail(&squashfs_bad_inode, fs->inode_table);
	TRY(walk_may_unpack(fs->w, fs->in.n, ((uint64_t)fs->inode_count + 1) * sizeof(*fs->seen)));
	if (fs->inode_count >= arena_left(walk_memory(fs->w)) / (2 * sizeof(*fs->seen)))
		return fail(&squashfs_bad_inode, fs->inode_table);
	fs->seen = arena_array(walk_memory(fs->w), struct node *, (size_t)fs->inode_count + 1);
	TRY(inode_at(fs, fs->root >> 16, fs->root & 0xffff, &root));
	if (root.type != NODE_DIRECTORY) return fail(&squashfs_bad_inode, root.at);

	struct node node = {
		.type = NODE_DIRECTORY, .mode = root.mode & 07777, .uid = root.uid, .gid = root.gid, .at = root.at
	};

	node.path = STR("/");
	TRY(walk_node(fs->w, &node));
	return walk_directory(fs, &root, 0);
}
