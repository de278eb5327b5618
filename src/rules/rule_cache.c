#include "rules/rule_cache.h"

#include "base/yaml_pack.h"

#define MAGIC "assay rules 2\n"

enum { DIGEST = 32 };

static str read_text(reader *r)
{
	uint32_t n = read_le32(r);

	return str_from_span(read_span(r, n));
}

struct rule_cache rule_cache_open(struct arena *keep, str program, span bytes)
{
	struct rule_cache none = { .keep = keep, .program = program, .is_stale = true }, c = none;

	if (bytes.n < sizeof(MAGIC) - 1 + DIGEST) return none;

	struct digest whole = digest_of(span_from(bytes, 0, bytes.n - DIGEST));
	reader r = { .in = span_from(bytes, 0, bytes.n - DIGEST) };

	if (memcmp(whole.raw, bytes.p + r.in.n, DIGEST) != 0) return none;
	if (!str_is(str_from_span(read_span(&r, sizeof(MAGIC) - 1)), MAGIC)) return none;
	if (!str_equal(read_text(&r), program)) return none;
	c.good = read_text(&r);
	c.queries = span_from_str(read_text(&r));
	while (r.at < r.in.n && !r.is_short) {
		struct cached_tree *t = vec_add(keep, &c.known);
		span digest = read_span(&r, DIGEST);
		uint32_t n = read_le32(&r);

		t->bytes = read_span(&r, n);
		if (!r.is_short) memcpy(t->digest, digest.p, DIGEST);
	}
	if (r.is_short) return none;
	c.is_stale = false;
	return c;
}

static struct cached_tree *tree_of(struct rule_cache *c, const struct digest *digest)
{
	for (size_t i = 0; i < c->known.n; i++)
		if (memcmp(c->known.p[i].digest, digest->raw, DIGEST) == 0) return &c->known.p[i];
	return NULL;
}

bool rule_cache_find(struct rule_cache *c, const struct digest *digest, const struct yaml **ret)
{
	struct cached_tree *t = tree_of(c, digest);

	if (!t || !yaml_unpack(c->keep, t->bytes, ret)) return false;
	*vec_add(c->keep, &c->used) = *t;
	return true;
}

void rule_cache_add(struct rule_cache *c, const struct digest *digest, const struct yaml *root)
{
	struct cached_tree *t = vec_add(c->keep, &c->used);
	struct buf packed = { 0 };

	c->is_stale = true;
	yaml_pack(&packed, root);
	memcpy(t->digest, digest->raw, DIGEST);
	t->bytes = span_from_str(arena_str(c->keep, buf_all(&packed)));
	buf_free(&packed);
}

bool rule_cache_is_good(const struct rule_cache *c, str digest)
{
	return digest.n && str_equal(c->good, digest);
}

void rule_cache_set_good(struct rule_cache *c, str digest)
{
	if (str_equal(c->good, digest)) return;
	c->is_stale = true;
	c->good = digest;
	c->queries = (span){ 0 };
}

void rule_cache_set_queries(struct rule_cache *c, span known)
{
	c->is_stale = true;
	c->queries = known;
}

static void write_le32(struct buf *to, size_t n)
{
	uint8_t bytes[4] = { (uint8_t)n, (uint8_t)(n >> 8), (uint8_t)(n >> 16), (uint8_t)(n >> 24) };

	buf_bytes(to, bytes, sizeof(bytes));
}

void rule_cache_write(const struct rule_cache *c, struct buf *to)
{
	if (!c->is_stale && c->used.n == c->known.n) return;
	buf_text(to, MAGIC);
	write_le32(to, c->program.n);
	buf_str(to, c->program);
	write_le32(to, c->good.n);
	buf_str(to, c->good);
	write_le32(to, c->queries.n);
	buf_bytes(to, c->queries.p, c->queries.n);
	for (size_t i = 0; i < c->used.n; i++) {
		buf_bytes(to, c->used.p[i].digest, DIGEST);
		write_le32(to, c->used.p[i].bytes.n);
		buf_bytes(to, c->used.p[i].bytes.p, c->used.p[i].bytes.n);
	}

	struct digest whole = digest_of(span_from_str(buf_all(to)));

	buf_bytes(to, whole.raw, DIGEST);
}
