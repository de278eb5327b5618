/* FAT of 12, 16 and 32 bits (Microsoft, FAT32 File System Specification 1.03): boot partitions and memory cards. It
 * knows no rights and no links: every file may be read and started. */
#include "base/limits.h"
#include "format/formats.h"
#include "format/inodes.h"
#include "format/part.h"

static const struct fault bad_boot = { FAULT_INPUT, "fat.bad-boot-sector", "the boot sector is damaged" };
static const struct fault bad_chain = { FAULT_INPUT, "fat.bad-chain", "the chain of a file's clusters is broken" };
static const struct fault bad_listing = { FAULT_INPUT, "fat.bad-listing", "the listing of a directory is damaged" };
static const struct fault cut = { FAULT_INPUT, "fat.cut", "the file system is larger than the image that holds it" };

enum { ENTRY = 32, LONG_NAME = 0x0f, VOLUME = 0x08, FOLDER = 0x10, DELETED = 0xe5, UNITS = 13, MOST_UNITS = 260 };

struct fat {
	struct inodes *inodes;
	span in, table;
	unsigned bits;
	uint32_t cluster, clusters, root_cluster; /* bytes of one; how many; of FAT32 */
	uint64_t root_at, root_n, data_at, size;
};

static bool is_power_of_two(uint32_t n)
{
	return n && !(n & (n - 1));
}

/* The width of the table follows from the number of clusters alone (chapter 3.5). */
static bool read_boot(span in, struct fat *ret)
{
	reader r = { .in = in };
	struct fat fs = { .in = in };
	uint8_t jump = read_u8(&r);

	read_seek(&r, 11);

	uint32_t sector = read_le16(&r);
	uint32_t per_cluster = read_u8(&r);
	uint32_t reserved = read_le16(&r);
	uint32_t tables = read_u8(&r);
	uint32_t root_entries = read_le16(&r);
	uint32_t sectors = read_le16(&r);
	uint8_t medium = read_u8(&r);
	uint32_t table_n = read_le16(&r);

	read_seek(&r, 32);

	uint32_t sectors_more = read_le32(&r);
	uint32_t table_more = read_le32(&r);

	read_seek(&r, 44);
	fs.root_cluster = read_le32(&r);
	read_seek(&r, 510);
	if (read_le16(&r) != 0xaa55 || r.is_short || (jump != 0xeb && jump != 0xe9)) return false;
	if (sector < 512 || sector > 4096 || !is_power_of_two(sector) || !is_power_of_two(per_cluster)) return false;
	if (!reserved || !tables || tables > 4 || (medium != 0xf0 && medium < 0xf8)) return false;
	if (!sectors) sectors = sectors_more;
	if (!table_n) table_n = table_more;

	uint64_t table_at = (uint64_t)reserved * sector,
		 root_sectors = ((uint64_t)root_entries * ENTRY + sector - 1) / sector;
	uint64_t before = reserved + (uint64_t)tables * table_n + root_sectors;

	if (!table_n || before >= sectors) return false;
	fs.cluster = per_cluster * sector;
	fs.clusters = (uint32_t)((sectors - before) / per_cluster);
	fs.bits = fs.clusters < 4085 ? 12 : fs.clusters < 65525 ? 16 : 32;
	if ((fs.bits == 32) == (root_entries != 0)) {
		/* Makers of small cards say 32 with fewer clusters; what has no root of its own can be nothing else. */
		if (root_entries) return false;
		fs.bits = 32;
	}
	fs.root_at = table_at + (uint64_t)tables * table_n * sector;
	fs.root_n = (uint64_t)root_entries * ENTRY;
	fs.data_at = before * sector;
	fs.size = (uint64_t)sectors * sector;
	fs.table = span_from(in, table_at, (uint64_t)table_n * sector);
	*ret = fs;
	return (uint64_t)table_n * sector * 8 / fs.bits >= fs.clusters;
}

static bool probe(span in)
{
	struct fat fs;

	return read_boot(in, &fs) && fs.table.n > 3 && fs.table.p[0] >= 0xf0 && fs.table.p[1] == 0xff;
}

static uint32_t next_cluster(const struct fat *fs, uint32_t cluster)
{
	reader r = { .in = fs->table };

	read_seek(&r, (uint64_t)cluster * fs->bits / 8);
	if (fs->bits == 32) return read_le32(&r) & 0x0fffffff;
	if (fs->bits == 16) return read_le16(&r);

	uint16_t both = read_le16(&r);

	return cluster & 1 ? both >> 4 : both & 0xfff;
}

/* Copies the chain's bytes up to `n`; how many there were. */
static uint64_t read_chain(struct fat *fs, uint32_t cluster, uint8_t *out, uint64_t n)
{
	uint64_t done = 0;

	while (done < n && cluster >= 2 && cluster - 2 < fs->clusters && inodes_step(fs->inodes, fs->data_at)) {
		uint64_t want = n - done < fs->cluster ? n - done : fs->cluster;
		span bytes = span_cut(fs->in, fs->data_at + (uint64_t)(cluster - 2) * fs->cluster, want);

		if (!bytes.n) break;
		memcpy(out + done, bytes.p, bytes.n);
		done += want;
		cluster = next_cluster(fs, cluster);
	}
	return done;
}

/* How long the chain is: a directory does not say its size. One that comes back to itself is longer than there are
 * clusters. */
static uint64_t chain_size(struct fat *fs, uint32_t cluster)
{
	uint64_t count = 0;

	while (cluster >= 2 && cluster - 2 < fs->clusters && count <= fs->clusters) {
		count++;
		if (!inodes_step(fs->inodes, fs->data_at)) return 0;
		cluster = next_cluster(fs, cluster);
	}
	return count > fs->clusters ? 0 : count * fs->cluster;
}

/* ---- names
 * --------------------------------------------------------------------------------------------------------- */

struct name {
	uint16_t units[MOST_UNITS];
	uint8_t sum;
	unsigned want; /* how many pieces are still to come */
	char text[MOST_UNITS * 3 + 1];
};

static size_t put_utf8(char *out, uint32_t c)
{
	size_t n = 0;

	if (c < 0x80) {
		out[n++] = (char)c;
	} else if (c < 0x800) {
		out[n++] = (char)(0xc0 | c >> 6);
		out[n++] = (char)(0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		out[n++] = (char)(0xe0 | c >> 12);
		out[n++] = (char)(0x80 | (c >> 6 & 0x3f));
		out[n++] = (char)(0x80 | (c & 0x3f));
	} else {
		out[n++] = (char)(0xf0 | c >> 18);
		out[n++] = (char)(0x80 | (c >> 12 & 0x3f));
		out[n++] = (char)(0x80 | (c >> 6 & 0x3f));
		out[n++] = (char)(0x80 | (c & 0x3f));
	}
	return n;
}

static str long_text(struct name *name)
{
	size_t n = 0;

	for (size_t i = 0; i < MOST_UNITS && name->units[i]; i++) {
		uint32_t c = name->units[i], low = i + 1 < MOST_UNITS ? name->units[i + 1] : 0;

		if (c >= 0xd800 && c < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			i++;
		}
		n += put_utf8(name->text + n, c);
	}
	return (str){ name->text, n };
}

/* Pieces stand before the entry, the last first. */
static void add_piece(struct name *name, span entry)
{
	static const uint8_t places[UNITS] = { 1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30 };
	unsigned number = entry.p[0] & 0x3f;

	if (entry.p[0] & 0x40) {
		memset(name->units, 0, sizeof(name->units));
		name->want = number;
		name->sum = entry.p[13];
	}
	if (!number || number != name->want || number * UNITS > MOST_UNITS || entry.p[13] != name->sum) {
		name->want = UINT32_MAX;
		return;
	}
	name->want--;
	for (unsigned i = 0; i < UNITS; i++) {
		uint16_t unit = (uint16_t)(entry.p[places[i]] | entry.p[places[i] + 1] << 8);

		name->units[(number - 1) * UNITS + i] = unit == 0xffff ? 0 : unit;
	}
}

static char lower(uint8_t c, bool is_lower)
{
	return (char)(is_lower && c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* Eight and three characters; two bits say that they are in small letters. */
static str short_text(struct name *name, span entry)
{
	size_t n = 0;

	for (size_t i = 0; i < 8; i++) {
		uint8_t c = i == 0 && entry.p[0] == 0x05 ? 0xe5 : entry.p[i];

		name->text[n++] = lower(c, entry.p[12] & 8);
	}
	while (n && name->text[n - 1] == ' ') n--;
	name->text[n++] = '.';
	for (size_t i = 8; i < 11; i++) name->text[n++] = lower(entry.p[i], entry.p[12] & 16);
	while (n && name->text[n - 1] == ' ') n--;
	if (n && name->text[n - 1] == '.') n--;
	return (str){ name->text, n };
}

static str name_of(struct name *name, span entry)
{
	uint8_t sum = 0;

	for (size_t i = 0; i < 11; i++) sum = (uint8_t)((sum >> 1 | sum << 7) + entry.p[i]);

	bool is_long = name->units[0] && !name->want && sum == name->sum;
	str text = is_long ? long_text(name) : short_text(name, entry);

	name->want = UINT32_MAX;
	name->units[0] = 0;
	return text;
}

/* ---- the tree
 * ------------------------------------------------------------------------------------------------------ */

struct file {
	struct fat *fs;
	uint32_t cluster;
};

static err read_file(void *self, struct node *node)
{
	const struct file *f = self;
	struct inodes *s = f->fs->inodes;
	uint8_t *out;

	if (!node->size) return OK;
	TRY(inodes_room(s, node->at, node->size, &out));

	uint64_t n = out ? read_chain(f->fs, f->cluster, out, node->size) : 0;

	node->content = (span){ n ? out : NULL, (size_t)n };
	node->is_cut = n < node->size;
	if (node->is_cut) inodes_trouble(s, fail(&bad_chain, node->at));
	return OK;
}

static err walk_listing(struct fat *fs, span listing, uint64_t at, unsigned depth);

static err walk_folder(struct fat *fs, uint32_t cluster, uint64_t at, unsigned depth)
{
	struct inodes *s = fs->inodes;
	uint8_t *out;

	if (!inodes_enter(s, cluster, at, depth)) return OK;

	uint64_t n = chain_size(fs, cluster);

	if (!n || n > fs->in.n) {
		inodes_trouble(s, fail(&bad_chain, at));
		return OK;
	}
	TRY(inodes_room(s, at, n, &out));
	if (!out) return OK;
	if (read_chain(fs, cluster, out, n) < n) inodes_trouble(s, fail(&bad_chain, at));
	return walk_listing(fs, (span){ out, (size_t)n }, fs->data_at + (uint64_t)(cluster - 2) * fs->cluster, depth);
}

static err walk_entry(struct fat *fs, span entry, unsigned depth)
{
	struct inodes *s = fs->inodes;
	reader r = { .in = entry };
	uint8_t attributes = entry.p[11];

	read_seek(&r, 20);

	uint32_t cluster = fs->bits == 32 ? (uint32_t)read_le16(&r) << 16 : 0;

	read_seek(&r, 26);
	cluster |= read_le16(&r);

	uint32_t size = read_le32(&r);
	uint64_t at = cluster >= 2 ? fs->data_at + (uint64_t)(cluster - 2) * fs->cluster : fs->root_at;
	struct node node = { .path = path_str(&s->path), .mode = 0755, .at = at };

	if (attributes & FOLDER) {
		node.type = NODE_DIRECTORY;
		TRY(walk_node(s->w, &node));
		return walk_folder(fs, cluster, at, depth + 1);
	}
	node.type = NODE_FILE;
	node.size = size;
	return inodes_file(s, 0, false, &node, read_file, &(struct file){ fs, cluster });
}

static err walk_listing(struct fat *fs, span listing, uint64_t at, unsigned depth)
{
	struct inodes *s = fs->inodes;
	struct name *name = arena_new(walk_memory(s->w), struct name);

	name->want = UINT32_MAX;
	for (size_t i = 0; i + ENTRY <= listing.n; i += ENTRY) {
		span entry = span_cut(listing, i, ENTRY);
		size_t before = s->path.n;

		if (!entry.p[0]) break; /* and none behind it */
		if (!inodes_step(s, at + i)) break;
		if (entry.p[0] == DELETED) continue;
		if ((entry.p[11] & 0x3f) == LONG_NAME) {
			add_piece(name, entry);
			continue;
		}
		if (entry.p[11] & VOLUME) {
			if (!depth) note_field(s->w, at + i, "name", span_cut(entry, 0, 11));
			continue;
		}

		str text = name_of(name, entry);

		if (str_is(text, ".") || str_is(text, "..")) continue;
		if (path_push(&s->path, text))
			TRY(walk_entry(fs, entry, depth));
		else
			inodes_trouble(s, fail(&bad_listing, at + i));
		s->path.n = before;
	}
	return OK;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct fat *fs = arena_new(walk_memory(w), struct fat);

	if (!read_boot(in, fs)) return fail(&bad_boot, 0);
	fs->in = span_from(in, 0, fs->size);
	fs->inodes = inodes_open(w, fs->in.n, 1);
	*ret_used = fs->in.n;
	note_number(w, 0, "bits", fs->bits);
	TRY(walk_node(w, &(struct node){ .path = STR("/"), .type = NODE_DIRECTORY, .mode = 0755, .at = fs->root_at }));
	if (fs->bits == 32)
		TRY(walk_folder(fs, fs->root_cluster, fs->root_at, 0));
	else
		TRY(walk_listing(fs, span_from(fs->in, fs->root_at, fs->root_n), fs->root_at, 0));
	if (fs->in.n < fs->size) inodes_trouble(fs->inodes, fail(&cut, in.n));
	return fs->inodes->trouble;
}

const struct format fat_format = {
	.name = "fat",
	.title = "FAT file system of 12, 16 or 32 bits",
	.magics = { { 54, 5, "FAT12" }, { 54, 5, "FAT16" }, { 54, 8, "FAT     " }, { 82, 5, "FAT32" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
