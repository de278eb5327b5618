/* Archives, read by libarchive from memory: cpio, tar, zip, ar, 7z, ISO 9660, RPM. One reader, a row for each. */
#include "base/limits.h"
#include "format/formats.h"
#include "format/part.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

static const struct fault archive_broken = { FAULT_INPUT, "archive.broken", "the archive is damaged or cut" };
static const struct fault archive_memory = { FAULT_SYSTEM, "archive.memory", "there is no memory to read an archive" };

struct reading {
	struct walk *w;
	span in;
	struct archive *archive;
};

/* What is accepted of an entry before it is called endless. */
static uint64_t most_of(const struct reading *r)
{
	uint64_t left = arena_left(walk_memory(r->w)) / 2;

	return left < LIMIT_BLOB_SIZE ? left : LIMIT_BLOB_SIZE;
}

static bool is_inside(const struct reading *r, const void *p, size_t n)
{
	const uint8_t *begin = p;

	return begin >= r->in.p && begin <= r->in.p + r->in.n && n <= (size_t)(r->in.p + r->in.n - begin);
}

/* The pieces of an entry: holes between them, and behind the last, are zeros. Stored content is one piece, of the
 * archive itself. */
static err read_content(struct reading *r, struct node *node)
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
static err read_unsized(struct reading *r, struct node *node)
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

static err read_entry(struct reading *r, struct archive_entry *entry)
{
	struct arena *memory = walk_memory(r->w);
	size_t mark = memory->used;
	const char *hard = archive_entry_hardlink(entry);
	struct node node = {
		.path = str_of(archive_entry_pathname(entry)),
		.type = type_of(archive_entry_filetype(entry)),
		.mode = (uint32_t)archive_entry_perm(entry),
		.uid = (uint32_t)archive_entry_uid(entry),
		.gid = (uint32_t)archive_entry_gid(entry),
		.at = (uint64_t)archive_read_header_position(r->archive),
		.target = str_of(hard ? hard : archive_entry_symlink(entry)),
	};

	if (!node.path.n) return OK;
	if (node.at > r->in.n) node.at = 0;
	if (hard) node.type = NODE_FILE;
	if (node.type == NODE_CHARACTER || node.type == NODE_BLOCK) node.size = device_of(entry);
	if (node.type == NODE_LINK) node.size = node.target.n;
	if (node.type == NODE_FILE) {
		la_int64_t size = archive_entry_size(entry);

		node.size = size < 0 ? 0 : (uint64_t)size;
		if (archive_entry_is_encrypted(entry))
			node.is_cut = true;
		else if (node.size)
			TRY(read_content(r, &node));
		else if (!archive_entry_size_is_set(entry) && !hard)
			TRY(read_unsized(r, &node));
	}
	TRY(walk_node(r->w, &node));
	arena_rewind(memory, mark);
	return OK;
}

/* Every entry; trouble with one ends the reading only where nothing can come after it. */
static err read_entries(struct reading *r)
{
	struct archive_entry *entry;
	err trouble = OK;
	int result;

	while ((result = archive_read_next_header(r->archive, &entry)) != ARCHIVE_EOF) {
		uint64_t at = (uint64_t)archive_filter_bytes(r->archive, -1);

		if (result == ARCHIVE_OK || result == ARCHIVE_WARN) {
			TRY(read_entry(r, entry));
			continue;
		}

		bool is_stuck = trouble.is && trouble.at == at;

		trouble = fail(&archive_broken, at);
		if (result == ARCHIVE_FATAL || is_stuck) break;
	}
	return trouble;
}

static err read_archive(struct walk *w, span in, int (*support)(struct archive *), uint64_t *ret_used)
{
	struct reading r = { .w = w, .in = in, .archive = archive_read_new() };

	if (!r.archive) return fail(&archive_memory, 0);

	err e = fail(&archive_broken, 0);

	if (support(r.archive) == ARCHIVE_OK && archive_read_open_memory(r.archive, in.p, in.n) == ARCHIVE_OK) {
		e = read_entries(&r);

		la_int64_t used = archive_filter_bytes(r.archive, -1);

		*ret_used = used > 0 && (uint64_t)used < in.n ? (uint64_t)used : in.n;
	}
	archive_read_free(r.archive);
	return e;
}

/* Archives end in zeros up to the block of a tape or of a boot loader. */
static uint64_t with_zeros(span in, uint64_t used, uint64_t block)
{
	uint64_t end = round_up(used, block);

	while (used < in.n && used < end && !in.p[used]) used++;
	return used;
}

/* ---- cpio: what an initramfs is ---------------------------------------------------------------------------------- */

static bool probe_cpio(span in)
{
	enum { FIELDS = 13, HEADER = 110 };
	span header = span_cut(in, 0, HEADER);
	uint64_t name_n = 0;

	for (size_t i = 0; i < FIELDS && header.n; i++) {
		uint64_t value;

		if (!str_to_u64((str){ (const char *)in.p + 6 + 8 * i, 8 }, 16, &value)) return false;
		if (i == 11) name_n = value;
	}

	span name = span_cut(in, HEADER, name_n);

	return header.n && name.n && name.n <= LIMIT_PATH && !name.p[name.n - 1] && !memchr(name.p, '\0', name.n - 1);
}

static err read_cpio(struct walk *w, span in, uint64_t *ret_used)
{
	err e = read_archive(w, in, archive_read_support_format_cpio, ret_used);

	*ret_used = with_zeros(in, *ret_used, 512);
	return e;
}

const struct format cpio_format = {
	.name = "cpio",
	.title = "cpio archive",
	.magics = { { 0, 6, "070701" }, { 0, 6, "070702" } },
	.sweep = true,
	.probe = probe_cpio,
	.read = read_cpio,
};

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
	err e = read_archive(w, in, archive_read_support_format_tar, ret_used);

	*ret_used = with_zeros(in, *ret_used, 10240);
	return e;
}

const struct format tar_format = {
	.name = "tar",
	.title = "tar archive",
	.magics = { { 257, 5, "ustar" } },
	.probe = probe_tar,
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
	err e = read_archive(w, is_whole ? span_cut(in, 0, end) : in,
		is_whole ? archive_read_support_format_zip_seekable : archive_read_support_format_zip_streamable,
		ret_used);

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
	return read_archive(w, in, archive_read_support_format_ar, ret_used);
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

	err e = read_archive(w, span_cut(in, 0, end), archive_read_support_format_7zip, ret_used);

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
	err e = read_archive(w, in, archive_read_support_format_iso9660, ret_used);

	*ret_used = end && end < in.n ? end : in.n;
	return e;
}

const struct format iso9660_format = {
	.name = "iso9660",
	.title = "ISO 9660 file system",
	.magics = { { 32769, 5, "CD001" } },
	.read = read_iso,
};

/* A package's own headers, then a compressed cpio. */
static int support_rpm(struct archive *a)
{
	if (archive_read_support_filter_rpm(a) != ARCHIVE_OK || archive_read_support_filter_gzip(a) != ARCHIVE_OK ||
		archive_read_support_filter_xz(a) != ARCHIVE_OK || archive_read_support_filter_zstd(a) != ARCHIVE_OK ||
		archive_read_support_filter_bzip2(a) != ARCHIVE_OK)
		return ARCHIVE_FATAL;
	return archive_read_support_format_cpio(a);
}

static err read_rpm(struct walk *w, span in, uint64_t *ret_used)
{
	return read_archive(w, in, support_rpm, ret_used);
}

const struct format rpm_format = {
	.name = "rpm",
	.title = "RPM package",
	.magics = { { 0, 4, "\xed\xab\xee\xdb" } },
	.read = read_rpm,
};
