/* Archives, read by libarchive from memory: tar, zip, ar, 7z, ISO 9660. One reader, a row for each. It goes through an
 * archive twice: for its names, and for the contents of those that are left (extraction.h). */
#include "base/limits.h"
#include "format/capability.h"
#include "format/formats.h"
#include "format/extraction.h"
#include "format/part.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

static const struct fault archive_memory = { FAULT_SYSTEM, "archive.memory", "there is no memory to read an archive" };

/* How one kind of archive is read. */
struct kind {
	int (*support)(struct archive *);
	enum extraction_link link; /* what its hard links are */
};

struct archive_reading {
	struct walk *w;
	span in;
	const struct kind *kind;
	struct archive *archive;
	struct extraction *names;
	uint64_t used;
};

/* What is accepted of an entry before it is called endless. */
static uint64_t most_of(const struct archive_reading *r)
{
	uint64_t left = arena_left(walk_memory(r->w)) / 2;

	return left < LIMIT_BLOB_SIZE ? left : LIMIT_BLOB_SIZE;
}

static bool is_inside(const struct archive_reading *r, const void *p, size_t n)
{
	const uint8_t *begin = p;

	return begin >= r->in.p && begin <= r->in.p + r->in.n && n <= (size_t)(r->in.p + r->in.n - begin);
}

/* The pieces of an entry: holes between them, and behind the last, are zeros. Stored content is one piece, of the
 * archive itself. */
static err read_content(struct archive_reading *r, struct node *node)
{
	const void *p;
	size_t n;
	la_int64_t at;
	uint64_t end = 0;
	uint8_t *out = NULL;
	int result = archive_read_data_block(r->archive, &p, &n, &at);

	if (result == ARCHIVE_OK && at == 0 && n == node->size && is_inside(r, p, n)) {
		node->at = (uint64_t)((const uint8_t *)p - r->in.p);
		node->content = (span){ p, n };
		return OK;
	}
	if (node->size && result == ARCHIVE_OK) TRY(part_room(r->w, r->in.n, node->size, &out));
	for (; result == ARCHIVE_OK; result = archive_read_data_block(r->archive, &p, &n, &at)) {
		if (at < 0 || (uint64_t)at < end || (uint64_t)at > node->size || n > node->size - (uint64_t)at) break;
		if (!out) continue;
		memset(out + end, 0, (size_t)((uint64_t)at - end));
		if (n) memcpy(out + at, p, n);
		end = (uint64_t)at + n;
	}
	if (result == ARCHIVE_EOF && out && end < node->size) {
		memset(out + end, 0, (size_t)(node->size - end));
		end = node->size;
	}
	node->content = (span){ out, (size_t)end };
	node->is_cut = result != ARCHIVE_EOF || end != node->size;
	return OK;
}

/* A zip that was written to a pipe says how long an entry was only behind it. */
static err read_unsized(struct archive_reading *r, struct node *node)
{
	struct arena *memory = walk_memory(r->w);
	uint64_t most = most_of(r), end = 0;
	uint8_t *out = arena_bytes(memory, 0);
	const void *p;
	size_t n;
	la_int64_t at;
	int result;

	while ((result = archive_read_data_block(r->archive, &p, &n, &at)) == ARCHIVE_OK) {
		if (at < 0 || (uint64_t)at != end || n > most - end) break;
		TRY(walk_may_unpack(r->w, r->in.n, n));
		if (n) memcpy(out + end, p, n);
		end += n;
	}
	if (end) (void)arena_bytes(memory, (size_t)end);
	node->size = end;
	node->content = (span){ end ? out : NULL, (size_t)end };
	node->is_cut = result != ARCHIVE_EOF;
	return OK;
}

static enum node_type type_of(mode_t type)
{
	switch (type) {
	case S_IFDIR:
		return NODE_DIRECTORY;
	case S_IFLNK:
		return NODE_LINK;
	case S_IFCHR:
		return NODE_CHARACTER;
	case S_IFBLK:
		return NODE_BLOCK;
	case S_IFIFO:
		return NODE_FIFO;
	case S_IFSOCK:
		return NODE_SOCKET;
	default:
		return NODE_FILE;
	}
}

/* As Linux numbers devices. */
static uint64_t device_of(struct archive_entry *entry)
{
	uint32_t major = (uint32_t)archive_entry_rdevmajor(entry), minor = (uint32_t)archive_entry_rdevminor(entry);

	return (minor & 0xff) | (uint64_t)major << 8 | (uint64_t)(minor & ~0xffu) << 12;
}

static str capabilities_of(struct arena *memory, struct archive_entry *entry)
{
	const char *name;
	const void *value;
	size_t n;

	archive_entry_xattr_reset(entry);
	while (archive_entry_xattr_next(entry, &name, &value, &n) == ARCHIVE_OK)
		if (name && strcmp(name, CAPABILITY_ATTRIBUTE) == 0) return capability_text(memory, (span){ value, n });
	return (str){ 0 };
}

/* All that the header of an entry says. */
static struct node node_of(const struct archive_reading *r, struct archive_entry *entry)
{
	const char *hard = archive_entry_hardlink(entry);
	la_int64_t size = archive_entry_size(entry);
	struct node node = {
		.path = str_of(archive_entry_pathname(entry)),
		.type = hard ? NODE_FILE : type_of(archive_entry_filetype(entry)),
		.mode = (uint32_t)archive_entry_perm(entry),
		.uid = (uint32_t)archive_entry_uid(entry),
		.gid = (uint32_t)archive_entry_gid(entry),
		.at = (uint64_t)archive_read_header_position(r->archive),
		.target = str_of(hard ? NULL : archive_entry_symlink(entry)),
	};

	if (node.at > r->in.n) node.at = 0;
	if (node.type == NODE_CHARACTER || node.type == NODE_BLOCK) node.size = device_of(entry);
	if (node.type == NODE_LINK) node.size = node.target.n;
	if (node.type == NODE_FILE) node.size = size < 0 ? 0 : (uint64_t)size;
	return node;
}

static err add_name(struct archive_reading *r, struct archive_entry *entry, size_t i)
{
	struct node node = node_of(r, entry);
	str hard = str_of(archive_entry_hardlink(entry));

	(void)i;
	node.capabilities = capabilities_of(walk_memory(r->w), entry);
	return extraction_add(r->names, &node, hard.n ? r->kind->link : EXTRACTION_NO_LINK, hard,
		node.size || (!archive_entry_size_is_set(entry) && !hard.n));
}

static err report_content(struct archive_reading *r, struct archive_entry *entry, size_t i)
{
	struct arena *memory = walk_memory(r->w);
	size_t mark = memory->used;
	struct node node = node_of(r, entry);

	if (!extraction_is_left(r->names, i)) return OK;
	if (node.type == NODE_FILE) {
		if (archive_entry_is_encrypted(entry))
			node.is_cut = true;
		else if (node.size)
			TRY(read_content(r, &node));
		else if (!archive_entry_size_is_set(entry) && !archive_entry_hardlink(entry))
			TRY(read_unsized(r, &node));
	}
	TRY(extraction_report(r->names, i, &node));
	arena_rewind(memory, mark);
	return OK;
}

/* Every entry; trouble with one ends the reading only where nothing can come after it. ret_trouble: the last. */
static err each_entry(struct archive_reading *r, err (*take)(struct archive_reading *, struct archive_entry *, size_t),
	err *ret_trouble)
{
	struct archive_entry *entry;
	int result;

	*ret_trouble = OK;
	for (size_t i = 0; (result = archive_read_next_header(r->archive, &entry)) != ARCHIVE_EOF;) {
		uint64_t at = (uint64_t)archive_filter_bytes(r->archive, -1);

		if (result == ARCHIVE_OK || result == ARCHIVE_WARN) {
			TRY(take(r, entry, i++));
			continue;
		}

		bool is_stuck = ret_trouble->is && ret_trouble->at == at;

		*ret_trouble = fail(&archive_broken, at);
		if (result == ARCHIVE_FATAL || is_stuck) break;
	}
	return OK;
}

static err read_once(struct archive_reading *r, err (*take)(struct archive_reading *, struct archive_entry *, size_t),
	err *ret_trouble)
{
	err limit = OK;

	*ret_trouble = fail(&archive_broken, 0);
	r->archive = archive_read_new();
	if (!r->archive) return fail(&archive_memory, 0);
	if (r->kind->support(r->archive) == ARCHIVE_OK &&
		archive_read_open_memory(r->archive, r->in.p, r->in.n) == ARCHIVE_OK) {
		limit = each_entry(r, take, ret_trouble);

		la_int64_t used = archive_filter_bytes(r->archive, -1);

		r->used = used > 0 && (uint64_t)used < r->in.n ? (uint64_t)used : r->in.n;
	}
	archive_read_free(r->archive);
	return limit;
}

static err read_archive(struct walk *w, span in, const struct kind *kind, uint64_t *ret_used)
{
	struct archive_reading r = { .w = w, .in = in, .kind = kind, .names = extraction_open(w) };
	err trouble, too_many = read_once(&r, add_name, &trouble);

	*ret_used = r.used;
	TRY(extraction_settle(r.names));
	TRY(read_once(&r, report_content, &trouble));
	*ret_used = r.used;
	return too_many.is ? too_many : trouble;
}

/* Archives end in zeros up to the block of a tape or of a boot loader. */
static uint64_t with_zeros(span in, uint64_t used, uint64_t block)
{
	uint64_t end = round_up(used, block);

	while (used < in.n && used < end && !in.p[used]) used++;
	return used;
}

/* ---- tar --------------------------------------------------------------------------------------------------------- */

/* The header's sum is taken with blanks in its own place. */
static bool probe_tar(span in)
{
	enum { HEADER = 512, SUM_AT = 148, SUM = 8 };
	span header = span_cut(in, 0, HEADER);
	uint64_t sum = SUM * ' ', said;

	for (size_t i = 0; i < header.n; i++)
		if (i < SUM_AT || i >= SUM_AT + SUM) sum += header.p[i];
	if (!header.n) return false;

	str text = str_trim(text_field(span_cut(in, SUM_AT, SUM)));

	return str_to_u64(text, 8, &said) && said == sum;
}

static err read_tar(struct walk *w, span in, uint64_t *ret_used)
{
	err e = read_archive(w, in, &(struct kind){ archive_read_support_format_tar, EXTRACTION_LINK }, ret_used);

	*ret_used = with_zeros(in, *ret_used, 10240);
	return e;
}

const struct format tar_format = {
	.name = "tar",
	.title = "tar archive",
	.magics = { { 257, 5, "ustar" } },
	.sweep = true,
	.probe = probe_tar,
	.read = read_tar,
};

/* Without a magic, all of the header has to be right. */
static bool probe_tar_v7(span in)
{
	enum { NAME = 100, FIELDS = 6 };
	static const struct {
		uint64_t at, n;
	} numbers[FIELDS] = { { 100, 8 }, { 108, 8 }, { 116, 8 }, { 124, 12 }, { 136, 12 }, { 148, 8 } };
	str name = text_field(span_cut(in, 0, NAME));

	if (!name.n || (uint8_t)name.p[0] < ' ') return false;
	for (size_t i = 0; i < FIELDS; i++) {
		uint64_t value;

		if (!str_to_u64(str_trim(text_field(span_cut(in, numbers[i].at, numbers[i].n))), 8, &value))
			return false;
	}
	return probe_tar(in);
}

const struct format tar_v7_format = {
	.name = "tar",
	.title = "tar archive of the oldest form",
	.magics = { { 0 } },
	.probe = probe_tar_v7,
	.read = read_tar,
};

/* ---- zip --------------------------------------------------------------------------------------------------------- */

/* The end of a zip that begins with `in`: behind the record that says where the directory is, and says it rightly. */
static bool zip_end(span in, uint64_t *ret_end)
{
	enum { RECORD = 22 };
	str all = str_from_span(in), rest = all;
	size_t found;

	while (str_find(rest, "PK\5\6", &found)) {
		reader r = { .in = in };
		uint64_t at = all.n - rest.n + found;

		read_seek(&r, at + 12);

		uint64_t directory_n = read_le32(&r);
		uint64_t directory_at = read_le32(&r);
		uint16_t comment_n = read_le16(&r);

		if (!r.is_short && directory_at + directory_n == at && at + RECORD + comment_n <= in.n) {
			*ret_end = at + RECORD + comment_n;
			return true;
		}
		rest = (str){ rest.p + found + 4, rest.n - found - 4 };
	}
	return false;
}

static bool probe_zip(span in)
{
	enum { HIGHEST_METHOD = 99, HIGHEST_VERSION = 63 };
	reader r = { .in = in };

	read_skip(&r, 4);

	uint16_t version = read_le16(&r);

	read_skip(&r, 2);

	uint16_t method = read_le16(&r);

	read_skip(&r, 16);

	uint16_t name_n = read_le16(&r);

	read_skip(&r, 2);

	span name = read_span(&r, name_n);

	return name.n && name.n <= LIMIT_PATH && !memchr(name.p, '\0', name.n) && (version & 0xff) <= HIGHEST_VERSION &&
	       method <= HIGHEST_METHOD;
}

static err read_zip(struct walk *w, span in, uint64_t *ret_used)
{
	uint64_t end;
	bool is_whole = zip_end(in, &end);
	struct kind kind = { is_whole ? archive_read_support_format_zip_seekable
				      : archive_read_support_format_zip_streamable,
		EXTRACTION_LINK };
	err e = read_archive(w, is_whole ? span_cut(in, 0, end) : in, &kind, ret_used);

	if (is_whole) *ret_used = end;
	return e;
}

const struct format zip_format = {
	.name = "zip",
	.title = "zip archive",
	.magics = { { 0, 4, "PK\3\4" } },
	.sweep = true,
	.probe = probe_zip,
	.read = read_zip,
};

/* ---- the others -------------------------------------------------------------------------------------------------- */

static err read_ar(struct walk *w, span in, uint64_t *ret_used)
{
	return read_archive(w, in, &(struct kind){ archive_read_support_format_ar, EXTRACTION_LINK }, ret_used);
}

const struct format ar_format = {
	.name = "ar",
	.title = "ar archive or Debian package",
	.magics = { { 0, 8, "!<arch>\n" } },
	.read = read_ar,
};

static err read_7z(struct walk *w, span in, uint64_t *ret_used)
{
	enum { HEADER = 32 };
	reader r = { .in = in };
	uint64_t end;

	read_seek(&r, 12);

	uint64_t next_at = read_le64(&r);
	uint64_t next_n = read_le64(&r);

	if (__builtin_add_overflow(next_at, next_n, &end) || __builtin_add_overflow(end, HEADER, &end) || end > in.n)
		end = in.n;

	struct kind kind = { archive_read_support_format_7zip, EXTRACTION_LINK };
	err e = read_archive(w, span_cut(in, 0, end), &kind, ret_used);

	*ret_used = end;
	return e;
}

const struct format seven_zip_format = {
	.name = "7z",
	.title = "7z archive",
	.magics = { { 0, 6, "7z\xbc\xaf\x27\x1c" } },
	.read = read_7z,
};

static err read_iso(struct walk *w, span in, uint64_t *ret_used)
{
	enum { BLOCK = 2048, DESCRIPTOR = 16 * BLOCK, BLOCKS_AT = 80 };
	reader r = { .in = in };

	read_seek(&r, DESCRIPTOR + BLOCKS_AT);

	uint64_t end = (uint64_t)read_le32(&r) * BLOCK;
	/* Files of equal bytes may share them, each with rights of its own. */
	struct kind kind = { archive_read_support_format_iso9660, EXTRACTION_OWN_LINK };
	err e = read_archive(w, in, &kind, ret_used);

	*ret_used = end && end < in.n ? end : in.n;
	return e;
}

const struct format iso9660_format = {
	.name = "iso9660",
	.title = "ISO 9660 file system",
	.magics = { { 32769, 5, "CD001" } },
	.read = read_iso,
};
