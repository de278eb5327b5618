#include "source/unpack.h"

#include "base/buf.h"
#include "base/exhausted.h"
#include "base/limits.h"
#include "source/opened.h"
#include "format/walk.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

const struct fault unpack_died = { FAULT_INPUT, "unpack.died", "the image could not be read to its end" };
const struct fault unpack_by_machine = { FAULT_SYSTEM, "unpack.machine", "the machine could not read it" };
static const struct fault bad_frame = { FAULT_INPUT, "unpack.bad-frame",
	"the reader sent what no reader of ours sends" };

/* Frames: u32 length of what follows, then 'N' u8 type, u8 is_cut, u32 mode, u32 region, u32 n, path, target; or 'C'
 * bytes; or 'R' name; or 'D'. */
enum { CHUNK = 64 << 10 };

/* ---- the child's side -------------------------------------------------------------------------------------------- */

struct sender {
	int pipe;
	struct buf out;
};

static void put_u32(struct buf *b, uint32_t v)
{
	uint8_t le[4] = { (uint8_t)v, (uint8_t)(v >> 8), (uint8_t)(v >> 16), (uint8_t)(v >> 24) };

	buf_bytes(b, le, sizeof(le));
}

static void send_all(struct sender *s)
{
	for (size_t at = 0; at < s->out.n;) {
		ssize_t n = write(s->pipe, s->out.p + at, s->out.n - at);

		if (n < 0 && errno == EINTR) continue;
		if (n < 0) _exit(1);
		at += (size_t)n;
	}
	buf_clear(&s->out);
}

static err send_node(void *self, uint32_t region, uint64_t region_at, const struct node *node)
{
	struct sender *s = self;
	uint32_t n = (uint32_t)(node->path.n < LIMIT_PATH ? node->path.n : LIMIT_PATH),
		 m = (uint32_t)(node->target.n < LIMIT_PATH ? node->target.n : LIMIT_PATH);

	(void)region_at;
	put_u32(&s->out, 15 + n + m);
	buf_char(&s->out, 'N');
	buf_char(&s->out, (char)node->type);
	buf_char(&s->out, (char)node->is_cut);
	put_u32(&s->out, node->mode);
	put_u32(&s->out, region);
	put_u32(&s->out, n);
	buf_bytes(&s->out, node->path.p, n);
	buf_bytes(&s->out, node->target.p, m);
	for (size_t at = 0; node->type == NODE_FILE && at < node->content.n; at += CHUNK) {
		span piece = span_from(node->content, at, CHUNK);

		put_u32(&s->out, (uint32_t)piece.n + 1);
		buf_char(&s->out, 'C');
		buf_bytes(&s->out, piece.p, piece.n);
		send_all(s);
	}
	if (s->out.n >= CHUNK) send_all(s);
	return OK;
}

static void no_region(void *self, const struct walk_region *region)
{
	(void)self;
	(void)region;
}

static void no_leaf(void *self, const struct walk_region *region, span content)
{
	(void)self;
	(void)region;
	(void)content;
}

/* Of what is noted, only that a name was refused matters to who wants the files. */
static void send_note(void *self, uint32_t region, uint64_t at, const char *domain, const char *key, str value)
{
	struct sender *s = self;
	size_t n = value.n < LIMIT_PATH ? value.n : LIMIT_PATH;

	(void)region;
	(void)at;
	(void)domain;
	if (strcmp(key, "refused-name") != 0) return;
	put_u32(&s->out, (uint32_t)n + 1);
	buf_char(&s->out, 'R');
	buf_bytes(&s->out, value.p, n);
	if (s->out.n >= CHUNK) send_all(s);
}

static void no_checksum(
	void *self, uint32_t region, uint64_t at, const char *target, const char *algorithm, bool is_valid)
{
	(void)self;
	(void)region;
	(void)at;
	(void)target;
	(void)algorithm;
	(void)is_valid;
}

static void no_progress(void *self, uint64_t done)
{
	(void)self;
	(void)done;
}

static void work(void *self, int pipe)
{
	const struct opened *opened = self;
	struct sender s = { .pipe = pipe };
	struct arena memory = arena_open(LIMIT_READER_MEMORY / 2);
	struct walk_visitor visitor = { .self = &s,
		.region = no_region,
		.node = send_node,
		.leaf = no_leaf,
		.note = send_note,
		.checksum = no_checksum,
		.progress = no_progress };
	err e = walk_image(opened->bytes, &visitor, &memory);

	if (e.is) _exit(1);
	put_u32(&s.out, 1);
	buf_char(&s.out, 'D');
	send_all(&s);
}

/* ---- the parent's side ------------------------------------------------------------------------------------------- */

struct unpack_wire {
	const struct unpack_taker *taker;
	struct buf pending;
	bool is_done, in_file;
};

static bool is_clean(str path)
{
	str rest = path, part;

	if (!path.n || memchr(path.p, '\0', path.n)) return false;
	while (str_split(&rest, '/', &part))
		if (!part.n || str_is(part, ".") || str_is(part, "..")) return false;
	return true;
}

static err take_frame(struct unpack_wire *r, span frame)
{
	reader in = { .in = frame };
	struct unpack_entry entry = { 0 };

	if (r->is_done) return fail(&bad_frame, 0);
	switch (read_u8(&in)) {
	case 'N':
		entry.type = read_u8(&in);
		entry.is_cut = read_u8(&in);
		entry.mode = read_le32(&in) & 07777;
		entry.region = read_le32(&in);
		entry.path = str_from_span(read_span(&in, read_le32(&in)));
		entry.target = str_from_span(read_span(&in, in.in.n - in.at));
		if (in.is_short || entry.type > NODE_SOCKET || !is_clean(entry.path)) return fail(&bad_frame, 0);
		r->in_file = entry.type == NODE_FILE;
		return r->taker->entry(r->taker->self, &entry);
	case 'C':
		if (!r->in_file) break;
		return r->taker->content(r->taker->self, read_span(&in, frame.n - 1));
	case 'R':
		return r->taker->refused ? r->taker->refused(r->taker->self, str_from_span(read_span(&in, frame.n - 1)))
					 : OK;
	case 'D':
		r->is_done = true;
		return OK;
	}
	return fail(&bad_frame, 0);
}

err unpack_wire_take(void *self, span bytes)
{
	struct unpack_wire *r = self;
	size_t at = 0;

	buf_bytes(&r->pending, bytes.p, bytes.n);
	for (;;) {
		reader in = { .in = span_from(span_from_str(buf_all(&r->pending)), at, UINT64_MAX) };
		uint32_t n = read_le32(&in);

		if (in.is_short) break;
		if (!n || n > CHUNK + 2 * LIMIT_PATH) return fail(&bad_frame, 0);

		span frame = read_span(&in, n);

		if (in.is_short) break;
		TRY(take_frame(r, frame));
		at += 4 + (size_t)n;
	}
	if (at) memmove(r->pending.p, r->pending.p + at, r->pending.n - at);
	r->pending.n -= at;
	return OK;
}

struct unpack_wire *unpack_wire_open(const struct unpack_taker *taker)
{
	struct unpack_wire *wire = calloc(1, sizeof(*wire));

	if (!wire) exhausted(EXHAUSTED_SYSTEM);
	wire->taker = taker;
	return wire;
}

bool unpack_wire_close(struct unpack_wire *wire)
{
	bool is_done = wire->is_done;

	buf_free(&wire->pending);
	free(wire);
	return is_done;
}

err unpack(const char *path, const struct unpack_taker *taker, const char **ret_why)
{
	struct opened opened = { 0 };
	struct unpack_wire receiver = { .taker = taker };
	struct jail_end end = { 0 };
	struct digest digest;

	*ret_why = "";
	TRY(opened_open(path, &opened));

	err e = opened_digest(&opened, &digest);
	struct jail_job job = { .work = work, .self = &opened, .take = unpack_wire_take, .taker = &receiver };

	if (!e.is) e = jail_run(&job, &role_unpack, &end);
	if (!e.is && end.outcome != JAIL_REFUSED) e = opened_settle(&opened, &digest);
	if (!e.is && end.outcome == JAIL_REFUSED) {
		e = end.refused;
	} else if (!e.is && (end.outcome != JAIL_ENDED || !receiver.is_done)) {
		*ret_why = jail_outcome_text(&end);
		e = fail(end.is_of_machine ? &unpack_by_machine : &unpack_died, 0);
	}
	opened_close(&opened);
	buf_free(&receiver.pending);
	return e;
}
