/* Flattened device tree (Devicetree Specification, chapter 5), and what U-Boot makes of it: a FIT image, whose tree
 * describes and holds a kernel, a ramdisk, device trees, with digests and signatures. */
#include "format/formats.h"
#include "format/part.h"

#include <openssl/evp.h>
#include <zlib.h>

static const struct fault fdt_bad = { FAULT_INPUT, "fdt.bad-tree", "the tree is damaged or cut" };

enum { HEADER = 40, VERSION = 17, DEEPEST = 32, MOST_HASHES = 8 };
enum { BEGIN_NODE = 1, END_NODE = 2, PROPERTY = 3, NOTHING = 4, END = 9 };

struct hash {
	span algorithm, value;
	uint64_t at;
};

/* One of a FIT's images, as its properties come in. */
struct image {
	span data, compression, description, type, os, architecture;
	uint64_t at; /* of the data */
	uint32_t outside_at, outside_n;
	bool is_outside, is_relative;
	struct hash hashes[MOST_HASHES];
	size_t hash_count;
};

struct tree {
	struct walk *w;
	span in, structure, strings;
	uint32_t size;
	str names[DEEPEST];
	unsigned depth; /* names[0] is the root's, which is empty */
	struct image image;
	uint64_t used;
};

static bool read_header(span in, struct tree *ret)
{
	reader r = { .in = in };
	struct tree t = { .in = in };

	read_skip(&r, 4);
	t.size = read_be32(&r);

	uint32_t structure_at = read_be32(&r);
	uint32_t strings_at = read_be32(&r);
	uint32_t reserved_at = read_be32(&r);
	uint32_t version = read_be32(&r);
	uint32_t least_version = read_be32(&r);

	read_skip(&r, 4);

	uint32_t strings_n = read_be32(&r);
	uint32_t structure_n = read_be32(&r);

	if (r.is_short || t.size < HEADER || version < VERSION || least_version > VERSION) return false;
	if (structure_at % 4 || structure_at < HEADER || strings_at < HEADER || reserved_at < HEADER) return false;
	if (structure_at > t.size || structure_n > t.size - structure_at) return false;
	if (strings_at > t.size || strings_n > t.size - strings_at) return false;
	t.structure = span_from(in, structure_at, structure_n);
	t.strings = span_from(in, strings_at, strings_n);
	r = (reader){ .in = t.structure };
	if (read_be32(&r) != BEGIN_NODE || read_be32(&r) != 0) return false; /* the root has no name */
	*ret = t;
	return true;
}

static bool probe(span in)
{
	struct tree t;

	return read_header(in, &t);
}

/* ---- what a property means --------------------------------------------------------------------------------------- */

static str property_text(span value)
{
	return text_field(value);
}

static void root_property(struct tree *t, uint64_t at, str name, span value)
{
	static const char *const kept[] = { "model", "compatible", "description" };

	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		if (str_is(name, kept[i])) note_field(t->w, at, kept[i], value);
}

/* How the kernel is started: a console, a root file system, a login without password. */
static void chosen_property(struct tree *t, uint64_t at, str name, span value)
{
	if (str_is(name, "bootargs")) note_field(t->w, at, "boot-arguments", value);
	if (str_is(name, "stdout-path")) note_field(t->w, at, "console", value);
}

static void image_property(struct tree *t, uint64_t at, str name, span value)
{
	static const struct {
		const char *name;
		size_t offset;
	} spans[] = {
		{ "compression", offsetof(struct image, compression) },
		{ "description", offsetof(struct image, description) },
		{ "type", offsetof(struct image, type) },
		{ "os", offsetof(struct image, os) },
		{ "arch", offsetof(struct image, architecture) },
	};
	reader r = { .in = value };

	for (size_t i = 0; i < sizeof(spans) / sizeof(*spans); i++)
		if (str_is(name, spans[i].name)) memcpy((uint8_t *)&t->image + spans[i].offset, &value, sizeof(value));
	if (str_is(name, "data")) {
		t->image.data = value;
		t->image.at = at;
	}
	if (str_is(name, "data-size")) t->image.outside_n = read_be32(&r);
	if (str_is(name, "data-offset") || str_is(name, "data-position")) {
		t->image.outside_at = read_be32(&r);
		t->image.is_outside = true;
		t->image.is_relative = str_is(name, "data-offset");
	}
}

static void hash_property(struct tree *t, uint64_t at, str node, str name, span value)
{
	struct image *m = &t->image;

	if (str_starts(node, "signature")) {
		if (str_is(name, "algo")) note_field(t->w, at, "signature", value);
		if (str_is(name, "key-name-hint")) note_field(t->w, at, "signature-key", value);
		return;
	}
	if (!str_starts(node, "hash") || !m->hash_count || m->hash_count > MOST_HASHES) return;
	if (str_is(name, "algo")) m->hashes[m->hash_count - 1].algorithm = value;
	if (str_is(name, "value")) {
		m->hashes[m->hash_count - 1].value = value;
		m->hashes[m->hash_count - 1].at = at;
	}
}

static void property(struct tree *t, uint64_t at, str name, span value)
{
	bool is_image = t->depth >= 3 && str_is(t->names[1], "images");

	if (t->depth == 1) root_property(t, at, name, value);
	if (t->depth == 2 && str_is(t->names[1], "chosen")) chosen_property(t, at, name, value);
	if (t->depth == 3 && is_image) image_property(t, at, name, value);
	if (t->depth == 4 && is_image) hash_property(t, at, t->names[3], name, value);
	if (t->depth >= 3 && str_is(t->names[1], "configurations") && str_starts(t->names[t->depth - 1], "signature") &&
		str_is(name, "algo"))
		note_field(t->w, at, "configuration-signature", value);
}

/* ---- images ------------------------------------------------------------------------------------------------------ */

static bool hash_fits(const char *algorithm, span data, span value)
{
	uint8_t got[EVP_MAX_MD_SIZE];
	unsigned n = 0;

	if (strcmp(algorithm, "crc32") == 0) {
		reader r = { .in = value };

		return value.n == 4 && read_be32(&r) == crc32_z(0, data.p, data.n);
	}

	const EVP_MD *md = strcmp(algorithm, "md5") == 0      ? EVP_md5()
			   : strcmp(algorithm, "sha1") == 0   ? EVP_sha1()
			   : strcmp(algorithm, "sha256") == 0 ? EVP_sha256()
			   : strcmp(algorithm, "sha384") == 0 ? EVP_sha384()
							      : EVP_sha512();

	return EVP_Digest(data.p, data.n, got, &n, md, NULL) && n == value.n && memcmp(got, value.p, n) == 0;
}

static void check_hashes(struct tree *t, const char *name)
{
	static const char *const known[] = { "crc32", "md5", "sha1", "sha256", "sha384", "sha512" };
	const struct image *m = &t->image;

	for (size_t i = 0; i < m->hash_count && i < MOST_HASHES; i++)
		for (size_t k = 0; k < sizeof(known) / sizeof(*known); k++)
			if (m->hashes[i].value.n && str_is(property_text(m->hashes[i].algorithm), known[k]))
				walk_checksum(t->w, m->hashes[i].at, name, known[k],
					hash_fits(known[k], m->data, m->hashes[i].value));
}

static enum compression compression_of(str name)
{
	static const enum compression kinds[] = { COMPRESSION_GZIP, COMPRESSION_BZIP2, COMPRESSION_LZMA,
		COMPRESSION_LZ4, COMPRESSION_ZSTD, COMPRESSION_XZ };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_is(name, compression_name(kinds[i]))) return kinds[i];
	return COMPRESSION_NONE;
}

static err image_done(struct tree *t, str name)
{
	struct image *m = &t->image;
	uint64_t used;

	if (m->is_outside) {
		/* Behind the tree, so that it stays small; counted from its end or from the file's beginning. */
		m->at = m->outside_at + (m->is_relative ? round_up(t->size, 4) : 0);
		m->data = span_cut(t->in, m->at, m->outside_n);
	}
	if (!m->data.n) return OK;
	if (m->at + m->data.n > t->used) t->used = m->at + m->data.n;
	note_field(t->w, m->at, "image-type", m->type);
	note_field(t->w, m->at, "image-os", m->os);
	note_field(t->w, m->at, "image-architecture", m->architecture);
	check_hashes(t, arena_cstr(walk_memory(t->w), name));

	enum compression kind = compression_of(property_text(m->compression));

	if (kind != COMPRESSION_NONE)
		return part_stream(t->w, kind, span_from(t->in, 0, m->at + m->data.n), m->at, name, &used);

	struct part part = { .name = name, .at = m->at, .stored = m->data.n, .bytes = m->data };

	return walk_part(t->w, &part);
}

/* ---- the tree ---------------------------------------------------------------------------------------------------- */

static bool begin_node(struct tree *t, reader *r)
{
	span rest = span_from(r->in, r->at, 256);
	const uint8_t *nul = rest.n ? memchr(rest.p, '\0', rest.n) : NULL;

	if (!nul || t->depth == DEEPEST) return false;
	t->names[t->depth++] = (str){ (const char *)rest.p, (size_t)(nul - rest.p) };
	read_skip(r, round_up((uint64_t)(nul - rest.p) + 1, 4));
	if (t->depth == 3) t->image = (struct image){ 0 };
	if (t->depth == 4 && str_starts(t->names[3], "hash") && t->image.hash_count < MOST_HASHES)
		t->image.hash_count++;
	return true;
}

static err read_tree(struct tree *t)
{
	reader r = { .in = t->structure };
	uint64_t base = (uint64_t)(t->structure.p - t->in.p);
	err trouble = OK;

	for (;;) {
		size_t at = r.at;
		uint32_t token = read_be32(&r);

		if (token == END && !r.is_short && !t->depth) return trouble;
		if (token == BEGIN_NODE && !r.is_short) {
			if (begin_node(t, &r)) continue;
		} else if (token == END_NODE && t->depth) {
			bool is_image = t->depth == 3 && str_is(t->names[1], "images");

			t->depth--;
			err e = is_image ? image_done(t, t->names[2]) : OK;

			if (e.is && e.is->class == FAULT_LIMIT) return e;
			if (e.is && !trouble.is) trouble = e;
			continue;
		} else if (token == PROPERTY && t->depth) {
			uint32_t n = read_be32(&r);
			span name = span_from(t->strings, read_be32(&r), 64);
			uint64_t value_at = base + r.at;
			span value = read_span(&r, n);

			read_seek(&r, round_up(r.at, 4));
			if (!r.is_short) {
				property(t, value_at, text_field(name), value);
				continue;
			}
		} else if (token == NOTHING) {
			continue;
		}
		return fail(&fdt_bad, base + at);
	}
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct tree *t = arena_new(walk_memory(w), struct tree);

	if (!read_header(in, t)) return fail(&fdt_bad, 4);
	t->w = w;
	t->used = t->size < in.n ? t->size : in.n;

	err e = read_tree(t);

	*ret_used = t->used;
	return e;
}

const struct format fdt_format = {
	.name = "fdt",
	.title = "Device tree or FIT image",
	.magics = { { 0, 4, "\xd0\x0d\xfe\xed" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
