#include "format/jffs2.h"

#include <stdlib.h>

/* Partitions of a flash follow each other without a mark. When the logs of two JFFS2 partitions do, they give
 * themselves away by numbers: what is in use under a number (inode or directory, and version) is not found under it a
 * second time with other content. Each such pair says that a boundary may lie between its nodes. It does where an erase
 * block begins with a node, and no other inode in use lies across. */

enum { BLOCK = 0x1000 }; /* the smallest erase block of a serial flash */

static int by_number(const void *a, const void *b)
{
	const struct jffs2_node *x = a, *y = b;
	uint32_t of_x = x->is_name ? x->parent : x->inode, of_y = y->is_name ? y->parent : y->inode;

	if (x->is_name != y->is_name) return x->is_name ? -1 : 1;
	if (of_x != of_y) return of_x < of_y ? -1 : 1;
	if (x->version != y->version) return x->version < y->version ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static bool is_conflict(const struct jffs2_node *x, const struct jffs2_node *y)
{
	bool is_same_number = x->is_name == y->is_name && x->version == y->version &&
			      (x->is_name ? x->parent == y->parent : x->inode == y->inode);

	return is_same_number && (x->sum != y->sum || x->data_sum != y->data_sum) &&
	       !(x->is_replaced && y->is_replaced);
}

/* Between two places: +1 from the block behind the first to the block of the second. */
static void count_between(int32_t *changes, uint64_t low, uint64_t high)
{
	changes[low / BLOCK + 1]++;
	changes[high / BLOCK + 1]--;
}

static void extend(uint64_t at, uint64_t *low, uint64_t *high)
{
	if (at < *low) *low = at;
	if (at > *high) *high = at;
}

/* Where the names in use of one inode stand. */
struct places {
	uint64_t low, high;
	size_t count;
};

/* What is in use of one inode: nodes [from, to) are its pieces. Two files that share a number have two names. */
static void count_inode(
	const struct jffs2 *fs, size_t from, size_t to, const struct places *names, int32_t *across, int32_t *conflicts)
{
	uint64_t low = names->low, high = names->high;
	bool has_conflict = false;

	for (size_t i = from; i < to; i++) {
		const struct jffs2_node *n = &fs->nodes[i];

		if (!n->is_replaced) extend(n->at, &low, &high);
		if (i == from || names->count < 2 || !is_conflict(n - 1, n)) continue;
		count_between(conflicts, n[-1].at, n->at);
		has_conflict = true;
	}
	if (low != UINT64_MAX && !has_conflict) count_between(across, low, high);
}

/* For the first piece of each inode. */
static struct places *places_of_names(const struct jffs2 *fs, size_t names, struct arena *scratch)
{
	struct places *places = arena_array(scratch, struct places, fs->count + 1);

	for (size_t i = 0; i <= fs->count; i++) places[i].low = UINT64_MAX;
	for (size_t i = 0; i < names; i++) {
		size_t low = names, high = fs->count;

		while (low < high) {
			size_t middle = low + (high - low) / 2;

			if (fs->nodes[middle].inode < fs->nodes[i].inode)
				low = middle + 1;
			else
				high = middle;
		}
		if (fs->nodes[i].is_replaced || low == fs->count || fs->nodes[low].inode != fs->nodes[i].inode)
			continue;
		extend(fs->nodes[i].at, &places[low].low, &places[low].high);
		places[low].count++;
	}
	return places;
}

uint64_t jffs2_split(struct jffs2 *fs, uint64_t end)
{
	struct arena scratch = *walk_memory(fs->w);
	size_t names = 0, blocks = (size_t)(fs->in.n / BLOCK) + 2;
	int32_t *across = arena_array(&scratch, int32_t, blocks), *conflicts = arena_array(&scratch, int32_t, blocks);
	int32_t now_across = 0, now_conflicts = 0, most = 0;
	uint64_t best = end;

	qsort(fs->nodes, fs->count, sizeof(*fs->nodes), by_number);
	while (names < fs->count && fs->nodes[names].is_name) names++;

	const struct places *places = places_of_names(fs, names, &scratch);

	for (size_t i = names, j; i < fs->count; i = j) {
		for (j = i + 1; j < fs->count && fs->nodes[j].inode == fs->nodes[i].inode;) j++;
		count_inode(fs, i, j, &places[i], across, conflicts);
	}
	for (size_t block = 1; block * BLOCK < end; block++) {
		reader r = { .in = fs->in, .at = block * BLOCK };

		now_across += across[block];
		now_conflicts += conflicts[block];
		if (now_across || !now_conflicts || now_conflicts < most || jffs2_u16(fs, &r) != JFFS2_MAGIC) continue;
		/* Of equals, the rounder number. */
		if (now_conflicts == most && (block & -block) <= (best / BLOCK & -(best / BLOCK))) continue;
		most = now_conflicts;
		best = (uint64_t)block * BLOCK;
	}
	return best;
}
