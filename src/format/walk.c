#include "format/walk.h"

#include "base/limits.h"
#include "format/explained.h"
#include "format/formats.h"
#include "format/path.h"

#include <assert.h>

const struct fault walk_too_deep = { FAULT_LIMIT, "walk.too-deep", "containers are nested deeper than we follow" };
const struct fault walk_too_many_nodes = { FAULT_LIMIT, "walk.too-many-names",
	"the image has more names than we list" };
const struct fault walk_bomb = { FAULT_LIMIT, "walk.bomb", "unpacking would grow beyond every plausible firmware" };
const struct fault walk_bad_path = { FAULT_INPUT, "walk.bad-path",
	"a name that leads out of it, or nowhere, was not read" };
const struct fault walk_cut_file = { FAULT_INPUT, "walk.cut-file",
	"a file in it could not be read whole: it is damaged, encrypted or packed in a way that we do not read" };
const struct fault walk_too_large = { FAULT_LIMIT, "walk.too-large",
	"a single file or stream is larger than we hold in memory" };

enum { SMALLEST = 16 }; /* nothing is packed in less */

/* A reader at work: what its reports are relative to. */
struct frame {
	uint32_t region;
	span in;
	uint64_t at; /* of `in` in the content that holds it */
	const struct format *format;
	unsigned depth;
	uint64_t unpacked;
	err refused; /* the first name that stands for no file below the root, or whose content is not there whole */
	enum explained_place where;
	str name;
};

struct walk {
	const struct walk_visitor *visitor;
	struct arena *memory;
	struct frame frame;
	uint32_t regions, nodes;
	uint64_t unpacked;
};

struct place {
	uint32_t parent; /* region */
	uint64_t
		/* where the bytes lie in the content that holds them: the image, or what the nearest region above
		 * unpacked to */
		base;
	unsigned depth;
	str name;
	enum explained_place where;
	bool is_slice;     /* bytes of what holds it, and not unpacked */
	bool is_found;     /* in a file: a reader took something of it */
	uint64_t code_end; /* up to where a kernel reaches, whose parts are swept */
	const char *code_kind;
};

static err walk_blob(struct walk *w, span bytes, struct place *place);

/* ---- gaps -------------------------------------------------------------------------------------------------------- */

/* One piece of what no reader took. In a file of a file system it is worth a word when it is not explained: collectors
 * have the file itself. */
static void walk_piece(struct walk *w, span gap, uint64_t at, const struct explained *piece, const struct place *place)
{
	span bytes = span_cut(gap, piece->at, piece->n);
	bool is_explained = strcmp(piece->readable, "yes") == 0 || strcmp(piece->readable, "empty") == 0;
	struct walk_region r = { .parent = place->parent,
		.at = place->base + at + piece->at,
		.size = piece->n,
		.name = place->name,
		.kind = piece->kind,
		.readable = piece->readable,
		.entropy = piece->entropy };

	if (place->where == EXPLAINED_FILE && place->is_slice && is_explained) return;
	r.number = ++w->regions;
	if (strcmp(piece->readable, "empty") != 0) w->visitor->leaf(w->visitor->self, &r, bytes);
	w->visitor->region(w->visitor->self, &r);
}

/* Of the gap [at, at + n), what lies before code_end is between parts of a kernel or boot loader. */
static void walk_gap(struct walk *w, span bytes, uint64_t at, uint64_t n, struct place *place)
{
	span gap = span_cut(bytes, at, n);

	for (uint64_t done = 0; done < gap.n;) {
		struct explained piece;
		uint64_t here = at + done;

		if (here >= place->code_end) {
			uint64_t size = explained_code(span_from(bytes, here, UINT64_MAX), place->where);

			if (size) {
				const char *kind = explained_banner(span_from(bytes, here, size));

				place->code_end = here + size;
				place->code_kind = kind ? kind : "linux-kernel";
			}
		}
		if (here < place->code_end) {
			uint64_t left = place->code_end - here;

			piece = explained_code_piece(
				span_cut(gap, 0, left < gap.n - done ? done + left : gap.n), done, place->code_kind);
		} else {
			piece = explained_piece(gap, done, place->where);
		}
		walk_piece(w, gap, at, &piece, place);
		done += piece.n;
	}
}

/* ---- formats ----------------------------------------------------------------------------------------------------- */

static bool has_magic(const struct format *f, span in)
{
	if (!f->magics[0].n) return true; /* its probe alone tells it */
	for (const struct magic *m = f->magics; m < f->magics + sizeof(f->magics) / sizeof(*f->magics) && m->n; m++) {
		span s = span_cut(in, m->at, m->n);

		if (s.n && memcmp(s.p, m->bytes, m->n) == 0) return true;
	}
	return false;
}

static const struct format *format_of(span in, bool only_sweep)
{
	for (const struct format *const *f = formats; *f; f++)
		if ((!only_sweep || (*f)->sweep) && has_magic(*f, in) && (!(*f)->probe || (*f)->probe(in))) return *f;
	return NULL;
}

/* Which formats could begin at a place, by the byte there: most bytes of an image begin none. */
/* Which pairs of bytes begin a magic that is swept for: few places are looked at closely. */
struct sweep_pairs {
	uint64_t bits[65536 / 64];
};

static unsigned pair_at(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static void sweep_table(struct sweep_pairs *pairs)
{
	for (const struct format *const *f = formats; *f; f++)
		for (const struct magic *m = (*f)->magics;
			m < (*f)->magics + sizeof((*f)->magics) / sizeof(*(*f)->magics) && m->n; m++)
			if ((*f)->sweep) {
				unsigned pair = pair_at((const uint8_t *)m->bytes);

				assert(m->n >= 2);
				pairs->bits[pair / 64] |= UINT64_C(1) << (pair % 64);
			}
}

/* The places of a magic's first byte are found, then where the format would begin, m->at before it. */
static const struct format *sweep_at(span bytes, size_t at, size_t from, size_t *ret_begin)
{
	for (const struct format *const *f = formats; *f; f++) {
		if (!(*f)->sweep) continue;
		for (const struct magic *m = (*f)->magics;
			m < (*f)->magics + sizeof((*f)->magics) / sizeof(*(*f)->magics) && m->n; m++) {
			if ((uint8_t)m->bytes[0] != bytes.p[at] || at < from + m->at) continue;
			if (m->n > bytes.n - at || memcmp(bytes.p + at, m->bytes, m->n)) continue;
			if ((*f)->probe && !(*f)->probe(span_from(bytes, at - m->at, UINT64_MAX))) continue;
			*ret_begin = at - m->at;
			return *f;
		}
	}
	return NULL;
}

/* Inside a file of a file system, what only looked like a format's beginning is a part of that file. */
static bool is_mere_guess(const struct walk *w, const struct place *place, uint64_t at, err e, uint32_t names)
{
	return e.is && at && place->where == EXPLAINED_FILE && w->regions == w->frame.region && !w->frame.unpacked &&
	       w->nodes == names;
}

/* Lets one reader read what begins at `at`; ret_used is never 0, so that a sweep always goes on. ret_is: it was one,
 * and is told. */
static err walk_format(struct walk *w, const struct format *f, span bytes, uint64_t at, const struct place *place,
	uint64_t *ret_used, bool *ret_is)
{
	uint32_t names = w->nodes;
	struct frame outer = w->frame;
	size_t mark = w->memory->used;
	uint32_t number = ++w->regions;
	span in = span_from(bytes, at, UINT64_MAX);
	uint64_t used = 0;
	struct walk_region r = { .number = number,
		.parent = place->parent,
		.at = place->base + at,
		.kind = f->name,
		.name = place->name,
		.entropy = -1 };

	w->frame = (struct frame){ .region = number,
		.in = in,
		.at = r.at,
		.format = f,
		.depth = place->depth,
		.where = place->where,
		.name = place->name };

	err e = f->read(w, in, &used);

	*ret_is = true;
	if (is_mere_guess(w, place, at, e, names) && e.is != &walk_bomb && e.is != &walk_too_many_nodes) {
		w->regions--;
		w->frame = outer;
		arena_rewind(w->memory, mark);
		*ret_used = 1;
		*ret_is = false;
		return OK;
	}

	/* What a refused name stands for was not seen: the region is read in part. */
	if (!e.is) e = w->frame.refused;

	/* Limits of the walk end it; what is wrong with the bytes is a fact about this region. */
	if (used > in.n) used = in.n;
	if (e.is && !used) used = 1;
	r.size = used;
	r.unpacked = w->frame.unpacked;
	r.trouble = e;
	r.readable = e.is ? "part" : "yes";
	w->visitor->region(w->visitor->self, &r);
	w->frame = outer;
	arena_rewind(w->memory, mark);
	*ret_used = used ? used : 1;
	if (e.is == &walk_bomb || e.is == &walk_too_many_nodes) return e;
	return OK;
}

/* A stream holds one thing. */
static bool is_stream(const struct format *f)
{
	return f == &gzip_format || f == &xz_format || f == &lzma_format || f == &zstd_format || f == &lz4_format ||
	       f == &bzip2_format || f == &zlib_format;
}

/* A file that holds a container or a file system is an image of its own, unless it is a program or a script that
 * carries it. */
static void found_in(struct place *place, const struct format *f, span bytes)
{
	bool carries = bytes.n > 4 && (memcmp(bytes.p, "\177ELF", 4) == 0 || memcmp(bytes.p, "#!", 2) == 0);

	place->is_found = true;
	if (place->where == EXPLAINED_FILE && !is_stream(f) && !carries) place->where = EXPLAINED_RAW;
}

static err walk_sweep(struct walk *w, span bytes, uint64_t from, struct place *place)
{
	struct sweep_pairs pairs = { 0 };
	struct place inner;
	uint64_t gap = from;

	sweep_table(&pairs);
	for (size_t at = (size_t)from; at + 1 < bytes.n;) {
		size_t begin;
		unsigned pair = pair_at(bytes.p + at);
		const struct format *f =
			pairs.bits[pair / 64] >> (pair % 64) & 1 ? sweep_at(bytes, at, (size_t)gap, &begin) : NULL;

		if (!f) {
			at++;
			continue;
		}

		uint64_t used;
		bool is_one;

		/* What is found by its magic has no name, but for the file that it is in; the gaps between keep the
		 * whole's. In a file the gap is told after it, when it is known to be one. */
		inner = *place;
		if (place->where != EXPLAINED_FILE) {
			inner.name = (str){ 0 };
			walk_gap(w, bytes, gap, begin - gap, place);
		}
		TRY(walk_format(w, f, bytes, begin, &inner, &used, &is_one));
		if (!is_one) {
			at++;
			continue;
		}
		if (place->where == EXPLAINED_FILE) {
			found_in(place, f, bytes);
			walk_gap(w, bytes, gap, begin - gap, place);
		}
		gap = begin + used;
		at = (size_t)gap;
		if (!place->parent) w->visitor->progress(w->visitor->self, gap);
	}
	walk_gap(w, bytes, gap, bytes.n - gap, place);
	return OK;
}

/* Bytes to be explained: the image itself, a part, a file. */
static err walk_blob(struct walk *w, span bytes, struct place *place)
{
	if (place->depth > LIMIT_DEPTH) return fail(&walk_too_deep, 0);

	const struct format *f = format_of(bytes, false);
	uint64_t used = 0;
	bool is_one;

	if (f) {
		found_in(place, f, bytes);
		TRY(walk_format(w, f, bytes, 0, place, &used, &is_one));
	}
	if (!place->parent) w->visitor->progress(w->visitor->self, used);
	if (used < bytes.n) TRY(walk_sweep(w, bytes, used, place));
	return OK;
}

err walk_image(span image, const struct walk_visitor *visitor, struct arena *memory)
{
	struct walk w = { .visitor = visitor, .memory = memory };

	return walk_blob(&w, image, &(struct place){ .where = EXPLAINED_RAW, .is_slice = true });
}

/* ---- what readers report ----------------------------------------------------------------------------------------- */

err walk_part(struct walk *w, const struct part *part)
{
	struct frame outer = w->frame;
	size_t mark = w->memory->used;
	struct place place = { .parent = outer.region, .depth = outer.depth + 1, .name = part->name };
	bool is_slice = part->bytes.p >= outer.in.p && part->bytes.p <= outer.in.p + outer.in.n;

	/* A piece of what is being read lies where it lies; what was unpacked begins anew. */
	if (is_slice) place.base = outer.at + (uint64_t)(part->bytes.p - outer.in.p);
	place.is_slice = is_slice;
	place.where = outer.where == EXPLAINED_FILE && is_stream(outer.format) ? EXPLAINED_FILE : EXPLAINED_PART;
	if (outer.where == EXPLAINED_FILE && !place.name.n) place.name = outer.name;

	err e = walk_blob(w, part->bytes, &place);

	w->frame = outer;
	if (!is_slice) w->frame.unpacked += part->bytes.n;
	w->memory->used = w->memory->used < mark ? w->memory->used : mark;
	return e;
}

/* A file of a file system: collectors had it; what is packed in it is gone into, and what is in it that nobody reads is
 * told. */
static err walk_file(struct walk *w, const struct node *node)
{
	struct place place = { .parent = w->frame.region,
		.depth = w->frame.depth + 1,
		.name = node->path,
		.where = EXPLAINED_FILE,
		.is_slice = true };
	uint32_t before = w->regions;
	const struct format *f = place.depth > LIMIT_DEPTH ? format_of(node->content, false) : NULL;

	if (f) {
		struct walk_region r = { .number = ++w->regions,
			.parent = place.parent,
			.size = node->content.n,
			.name = node->path,
			.kind = f->name,
			.readable = "unknown",
			.entropy = -1,
			.trouble = fail(&walk_too_deep, 0) };

		w->visitor->region(w->visitor->self, &r);
		return OK;
	}
	if (place.depth <= LIMIT_DEPTH) TRY(walk_blob(w, node->content, &place));
	if (w->regions == before && w->visitor->plain)
		w->visitor->plain(w->visitor->self, w->frame.region, node->path, node->content);
	return OK;
}

err walk_node(struct walk *w, const struct node *reported)
{
	struct node node = *reported;
	struct path path;

	if (++w->nodes > LIMIT_NODES) return fail(&walk_too_many_nodes, node.at);
	if (!path_clean(&path, node.path)) {
		walk_refused(w, node.at, reported->path);
		return OK;
	}
	if (!path.n) return OK; /* the root itself */
	node.path = path_str(&path);
	TRY(w->visitor->node(w->visitor->self, w->frame.region, w->frame.at, &node));
	if (node.type != NODE_FILE) return OK;
	if (node.is_cut && !w->frame.refused.is) w->frame.refused = fail(&walk_cut_file, node.at);
	/* Further names of a file have what the first has. */
	if (node.is_cut || node.content.n < SMALLEST || node.target.n) return OK;
	return walk_file(w, &node);
}

void walk_refused(struct walk *w, uint64_t at, str name)
{
	walk_note(w, at, "refused-name", name);
	if (!w->frame.refused.is) w->frame.refused = fail(&walk_bad_path, at);
}

void walk_note(struct walk *w, uint64_t at, const char *key, str value)
{
	w->visitor->note(w->visitor->self, w->frame.region, at, w->frame.format->name, key, value);
}

void walk_checksum(struct walk *w, uint64_t at, const char *target, const char *algorithm, bool is_valid)
{
	w->visitor->checksum(w->visitor->self, w->frame.region, w->frame.at + at, target, algorithm, is_valid);
}

struct arena *walk_memory(struct walk *w)
{
	return w->memory;
}

err walk_may_unpack(struct walk *w, uint64_t stored, uint64_t unpacked)
{
	if (unpacked > LIMIT_BLOB_SIZE) return fail(&walk_too_large, 0);
	if (unpacked > LIMIT_EXPANSION_FREE && unpacked / LIMIT_EXPANSION > stored) return fail(&walk_bomb, 0);
	if (__builtin_add_overflow(w->unpacked, unpacked, &w->unpacked) || w->unpacked > LIMIT_UNPACKED_TOTAL)
		return fail(&walk_bomb, 0);
	return OK;
}
