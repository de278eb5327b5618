/* RPM packages (rpm.org, "RPM V4 package format"): a lead, a header with signatures, a header about the package, and a
 * compressed cpio. */
#include "format/capability.h"
#include "format/cpio.h"
#include "format/formats.h"
#include "format/part.h"

#include <stdlib.h>

static const struct fault rpm_broken = { FAULT_INPUT, "rpm.broken", "the package's headers are damaged or cut" };
static const struct fault rpm_stripped = { FAULT_INPUT, "rpm.stripped",
	"the package's files are stored in a form that we do not read" };

enum { LEAD = 96, INTRO = 16, RECORD = 16 };
enum { DIRECTORY_INDEXES = 1116, BASE_NAMES = 1117, DIRECTORY_NAMES = 1118, CAPABILITIES = 5010 };

/* A header: records of 16 bytes (tag, type, place, count), then what they point at. */
struct rpm_header {
	span records, store;
	uint64_t end;
};

struct file {
	str path, capabilities;
};

struct files {
	struct arena *memory;
	struct file *p; /* those with capabilities, in the order of their paths */
	size_t n;
};

static bool read_header(span in, uint64_t at, struct rpm_header *ret)
{
	reader r = { .in = in };

	read_seek(&r, at);

	span magic = read_span(&r, 8);
	uint32_t records = read_be32(&r);
	uint32_t store = read_be32(&r);

	if (r.is_short || memcmp(magic.p, "\x8e\xad\xe8\1", 4) != 0) return false;
	ret->records = read_span(&r, (uint64_t)records * RECORD);
	ret->store = read_span(&r, store);
	ret->end = r.at;
	return !r.is_short;
}

/* What a tag points at, to the end of the store, and how many values it has. */
static bool find_tag(const struct rpm_header *h, uint32_t wanted, reader *ret, uint32_t *ret_count)
{
	reader r = { .in = h->records };

	while (r.at < r.in.n) {
		uint32_t tag = read_be32(&r);

		read_skip(&r, 4); /* the type: each tag has its own */

		uint32_t at = read_be32(&r);
		uint32_t count = read_be32(&r);

		if (r.is_short) return false;
		if (tag != wanted) continue;
		*ret = (reader){ .in = span_from(h->store, at, SIZE_MAX) };
		*ret_count = count;
		return true;
	}
	return false;
}

static str next_text(reader *r)
{
	const uint8_t *from = r->at < r->in.n ? r->in.p + r->at : NULL;
	const uint8_t *end = from ? memchr(from, '\0', r->in.n - r->at) : NULL;

	if (!end) {
		r->is_short = true;
		return (str){ 0 };
	}
	r->at += (size_t)(end - from) + 1;
	return (str){ (const char *)from, (size_t)(end - from) };
}

/* Text number `i` of a list, from where `r` stands. */
static str text_at(reader r, uint32_t i)
{
	str text = next_text(&r);

	for (; i && !r.is_short; i--) text = next_text(&r);
	return text;
}

static int by_path(const void *a, const void *b)
{
	const struct file *x = a, *y = b;

	return str_compare(x->path, y->path);
}

/* Few files have capabilities: their paths alone are put together. */
static void find_capabilities(const struct rpm_header *h, struct files *files)
{
	reader texts, names, indexes, directories;
	uint32_t count, name_count, index_count, directory_count;

	if (!find_tag(h, CAPABILITIES, &texts, &count) || !find_tag(h, BASE_NAMES, &names, &name_count) ||
		!find_tag(h, DIRECTORY_INDEXES, &indexes, &index_count) ||
		!find_tag(h, DIRECTORY_NAMES, &directories, &directory_count))
		return;

	enum { MOST = 4096 }; /* of a package: the largest seen has 3 */

	files->p = arena_array(files->memory, struct file, MOST);
	for (uint32_t i = 0; i < count && !texts.is_short && !names.is_short; i++) {
		str text = capability_from_text(files->memory, next_text(&texts)), name = next_text(&names);
		uint32_t directory = read_be32(&indexes);

		if (!text.n || files->n == MOST) continue;

		str folder = text_at(directories, directory);

		files->p[files->n++] =
			(struct file){ arena_printf(files->memory, "%.*s%.*s", STR_FMT(folder), STR_FMT(name)), text };
	}
	qsort(files->p, files->n, sizeof(*files->p), by_path);
}

/* Names in the archive begin with "./", those of the header with "/". */
static str capabilities_of(const void *self, str stored)
{
	const struct files *files = self;
	struct file wanted = { .path = stored };

	if (str_starts(wanted.path, "./")) wanted.path.p++, wanted.path.n--;

	const struct file *found = files->n ? bsearch(&wanted, files->p, files->n, sizeof(*files->p), by_path) : NULL;

	return found ? found->capabilities : (str){ 0 };
}

/* The payload is a stream of one of these, or the archive as it is. */
static bool compression_of(span payload, enum compression *ret)
{
	static const struct {
		enum compression kind;
		size_t n;
		const char *magic;
	} magics[] = {
		{ COMPRESSION_GZIP, 3, "\x1f\x8b\x08" },
		{ COMPRESSION_XZ, 5, "\xfd\x37zXZ" },
		{ COMPRESSION_ZSTD, 4, "\x28\xb5\x2f\xfd" },
		{ COMPRESSION_BZIP2, 3, "BZh" },
		{ COMPRESSION_LZMA, 2, "\x5d\0" },
	};

	for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); i++)
		if (payload.n >= magics[i].n && memcmp(payload.p, magics[i].magic, magics[i].n) == 0) {
			*ret = magics[i].kind;
			return true;
		}
	return false;
}

static err read_rpm(struct walk *w, span in, uint64_t *ret_used)
{
	struct rpm_header signatures, package;
	struct files files = { .memory = walk_memory(w) };
	struct cpio_extras extras = { .self = &files, .capabilities = capabilities_of };
	enum compression kind;
	uint64_t used;
	err trouble = OK;

	if (!read_header(in, LEAD, &signatures)) return fail(&rpm_broken, LEAD);
	if (!read_header(in, round_up(signatures.end, 8), &package)) return fail(&rpm_broken, signatures.end);
	*ret_used = in.n;
	find_capabilities(&package, &files);

	span payload = span_from(in, package.end, SIZE_MAX);

	if (compression_of(payload, &kind)) {
		span out;

		trouble = part_unpack(w, kind, payload, &out, &used);
		trouble.at += package.end;
		*ret_used = package.end + used;
		payload = out;
	}
	if (payload.n >= 6 && memcmp(payload.p, "07070X", 6) == 0) return fail(&rpm_stripped, package.end);

	err e = cpio_entries(w, payload, &extras, &used);

	return e.is ? e : trouble;
}

const struct format rpm_format = {
	.name = "rpm",
	.title = "RPM package",
	.magics = { { 0, 4, "\xed\xab\xee\xdb" } },
	.read = read_rpm,
};
