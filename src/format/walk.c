#include "format/walk.h"

#include "base/limits.h"
#include "format/f2fs.h"
#include "format/path.h"

#include <assert.h>
#include <math.h>

const struct fault walk_too_deep = { FAULT_LIMIT, "walk.too-deep", "containers are nested deeper than we follow" };
const struct fault walk_too_many_nodes = { FAULT_LIMIT, "walk.too-many-names",
	"the image has more names than we list" };
const struct fault walk_bomb = { FAULT_LIMIT, "walk.bomb", "unpacking would grow beyond every plausible firmware" };
const struct fault walk_bad_path = { FAULT_INPUT, "walk.bad-path",
	"a name that leads out of it, or nowhere, was not read" };
const struct fault walk_too_large = { FAULT_LIMIT, "walk.too-large",
	"a single file or stream is larger than we hold in memory" };

/* A reader at work: what its reports are relative to. */
struct frame {
	uint32_t region;
	span in;
	uint64_t at; /* of `in` in the content that holds it */
	const struct format *format;
	unsigned depth;
	uint64_t unpacked;
	err refused; /* the first name that stands for no file below the root */
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
		base; /* where the bytes lie in the content that holds them: the image, or what the nearest region above unpacked to */
	unsigned depth;
	str name;
};

static err walk_blob(struct walk *w, span bytes, const struct place *place);

/* ---- gaps ---------------------------------------------------------------------------------------------------------- */

static double entropy_of(span s)
{
	uint64_t counts[256] = { 0 };
	double bits = 0;

	for (size_t i = 0; i < s.n; i++) counts[s.p[i]]++;
	for (unsigned i = 0; i < 256; i++) {
		if (!counts[i]) continue;

		double share = (double)counts[i] / (double)s.n;

		bits -= share * log2(share);
	}
	return bits;
}

static bool is_filled_with_one_byte(span s)
{
	return s.n && (s.n == 1 || memcmp(s.p, s.p + 1, s.n - 1) == 0);
}

/* Boot loaders and kernels are code, not containers: a banner is what tells them. */
static const char *kind_by_banner(span s)
{
	static const struct {
		const char *text, *kind;
	} banners[] = {
		{ "U-Boot 1.", "u-boot" },
		{ "U-Boot 20", "u-boot" },
		{ "U-Boot SPL ", "u-boot" },
		{ "Linux version ", "linux-kernel" },
		{ "RedBoot(tm)", "redboot" },
		{ "CFE version ", "cfe" },
	};

	for (size_t i = 0; i < sizeof(banners) / sizeof(*banners); i++) {
		str rest = str_from_span(s);
		size_t at;

		for (; str_find(rest, banners[i].text, &at); rest.p += at + 1, rest.n -= at + 1)
			if (!f2fs_has_banner(s, (uint64_t)(rest.p + at - (const char *)s.p))) return banners[i].kind;
	}
	return NULL;
}

static void walk_gap(struct walk *w, span bytes, uint64_t at, uint64_t n, const struct place *place)
{
	/* Above this many bits a byte, in this many bytes, data is compressed or encrypted: text, code and tables stay below 7.2. */
	const double dense = 7.9;
	enum { ENOUGH = 4096 };
	span gap = span_cut(bytes, at, n);
	struct walk_region r = { .number = ++w->regions,
		.parent = place->parent,
		.at = place->base + at,
		.size = n,
		.name = place->name,
		.kind = "data",
		.readable = "unknown" };

	if (!n) {
		w->regions--;
		return;
	}
	if (is_filled_with_one_byte(gap)) {
		r.kind = "padding", r.readable = "empty";
	} else {
		const char *kind = kind_by_banner(gap);

		r.entropy = entropy_of(gap);
		if (kind)
			r.kind = kind, r.readable = "part";
		else if (n >= ENOUGH && r.entropy > dense)
			r.readable = "encrypted";
		w->visitor->leaf(w->visitor->self, &r, gap);
	}
	w->visitor->region(w->visitor->self, &r);
}

/* ---- formats ------------------------------------------------------------------------------------------------------- */

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

/* Lets one reader read what begins at `at`; ret_used is never 0, so that a sweep always goes on. */
static err walk_format(
	struct walk *w, const struct format *f, span bytes, uint64_t at, const struct place *place, uint64_t *ret_used)
{
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

	w->frame = (struct frame){ .region = number, .in = in, .at = r.at, .format = f, .depth = place->depth };

	err e = f->read(w, in, &used);

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

static err walk_sweep(struct walk *w, span bytes, uint64_t from, const struct place *place)
{
	struct sweep_pairs pairs = { 0 };
	struct place inner = *place;
	uint64_t gap = from;

	/* What is found by its magic has no name; the gaps between keep the whole's. */
	inner.name = (str){ 0 };
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

		walk_gap(w, bytes, gap, begin - gap, place);
		TRY(walk_format(w, f, bytes, begin, &inner, &used));
		gap = begin + used;
		at = (size_t)gap;
		if (!place->parent) w->visitor->progress(w->visitor->self, gap);
	}
	walk_gap(w, bytes, gap, bytes.n - gap, place);
	return OK;
}

/* Bytes to be explained: the image itself, or a part. */
static err walk_blob(struct walk *w, span bytes, const struct place *place)
{
	if (place->depth > LIMIT_DEPTH) return fail(&walk_too_deep, 0);

	const struct format *f = format_of(bytes, false);
	uint64_t used = 0;

	if (f) TRY(walk_format(w, f, bytes, 0, place, &used));
	if (!place->parent) w->visitor->progress(w->visitor->self, used);
	if (used < bytes.n) TRY(walk_sweep(w, bytes, used, place));
	return OK;
}

err walk_image(span image, const struct walk_visitor *visitor, struct arena *memory)
{
	struct walk w = { .visitor = visitor, .memory = memory };

	return walk_blob(&w, image, &(struct place){ 0 });
}

/* ---- what readers report ------------------------------------------------------------------------------------------- */

err walk_part(struct walk *w, const struct part *part)
{
	struct frame outer = w->frame;
	size_t mark = w->memory->used;
	struct place place = { .parent = outer.region, .depth = outer.depth + 1, .name = part->name };
	bool is_slice = part->bytes.p >= outer.in.p && part->bytes.p <= outer.in.p + outer.in.n;

	/* A piece of what is being read lies where it lies; what was unpacked begins anew. */
	if (is_slice) place.base = outer.at + (uint64_t)(part->bytes.p - outer.in.p);

	err e = walk_blob(w, part->bytes, &place);

	w->frame = outer;
	if (!is_slice) w->frame.unpacked += part->bytes.n;
	w->memory->used = w->memory->used < mark ? w->memory->used : mark;
	return e;
}

/* Documentation comes compressed by the hundred and holds nothing that runs. */
static bool is_documentation(str path)
{
	return str_find(path, "usr/share/doc/", NULL) || str_find(path, "usr/share/man/", NULL) ||
	       str_find(path, "usr/share/info/", NULL);
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
	if (node.type != NODE_FILE || node.is_cut || node.content.n < 16 || w->frame.depth >= LIMIT_DEPTH ||
		is_documentation(node.path) || node.target.n) /* further names of a file have what the first has */
		return OK;

	const struct format *f = format_of(node.content, false);

	if (!f) return OK;

	uint64_t used;

	struct place place = { .parent = w->frame.region, .depth = w->frame.depth + 1, .name = node.path };

	return walk_format(w, f, node.content, 0, &place, &used);
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
