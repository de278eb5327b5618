#include "base/yaml_pack.h"

enum {
	QUOTED = 0x10,
	KEYED = 0x20,
	TEXTED = 0x40,
	KIND = 0x0f,
	DEEPEST = 64,   /* yaml_parse() goes no deeper */
	NODE_LEAST = 9, /* bytes of the smallest node: a scalar without a text */
};

static void pack_le32(struct buf *to, uint32_t v)
{
	uint8_t bytes[4] = { (uint8_t)v, (uint8_t)(v >> 8), (uint8_t)(v >> 16), (uint8_t)(v >> 24) };

	buf_bytes(to, bytes, sizeof(bytes));
}

static void pack_text(struct buf *to, str s)
{
	pack_le32(to, (uint32_t)s.n);
	buf_str(to, s);
	buf_char(to, '\0');
}

void yaml_pack(struct buf *to, const struct yaml *y)
{
	buf_char(to, (char)((unsigned)y->kind | (y->is_quoted ? QUOTED : 0u) | (y->key.p ? KEYED : 0u) |
			     (y->text.p ? TEXTED : 0u)));
	pack_le32(to, y->line);
	pack_le32(to, y->column);
	if (y->key.p) {
		pack_le32(to, y->key_line);
		pack_le32(to, y->key_column);
		pack_text(to, y->key);
	}
	if (y->text.p) pack_text(to, y->text);
	if (y->kind == YAML_SCALAR) return;
	pack_le32(to, y->count);
	for (const struct yaml *entry = y->first; entry; entry = entry->next) yaml_pack(to, entry);
}

static bool unpack_text(reader *r, str *ret)
{
	uint32_t n = read_le32(r);
	span text = read_span(r, n);

	if (read_u8(r) != '\0' || r->is_short) return false;
	*ret = str_from_span(text);
	return true;
}

static bool unpack_node(struct arena *keep, reader *r, unsigned depth, struct yaml *to)
{
	uint8_t head = read_u8(r);
	struct yaml *entries;

	to->kind = (enum yaml_kind)(head & KIND);
	to->is_quoted = head & QUOTED;
	to->line = read_le32(r);
	to->column = read_le32(r);
	if (head & KEYED) {
		to->key_line = read_le32(r);
		to->key_column = read_le32(r);
		if (!unpack_text(r, &to->key)) return false;
	}
	if ((head & TEXTED) && !unpack_text(r, &to->text)) return false;
	if (to->kind == YAML_SCALAR) return true;
	if (to->kind > YAML_LIST || depth > DEEPEST) return false;
	to->count = read_le32(r);
	if (r->is_short || to->count > (r->in.n - r->at) / NODE_LEAST) return false;
	if (!to->count) return true;
	entries = arena_array(keep, struct yaml, to->count);
	for (uint32_t i = 0; i < to->count; i++) {
		if (!unpack_node(keep, r, depth + 1, &entries[i])) return false;
		if (i + 1 < to->count) entries[i].next = &entries[i + 1];
	}
	to->first = entries;
	return true;
}

bool yaml_unpack(struct arena *keep, span bytes, const struct yaml **ret)
{
	reader r = { .in = bytes };
	struct yaml *root = arena_new(keep, struct yaml);

	if (!unpack_node(keep, &r, 0, root) || r.is_short || r.at != bytes.n) return false;
	*ret = root;
	return true;
}
