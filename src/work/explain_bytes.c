#include "work/explain_bytes.h"

#include "base/digest.h"
#include "base/mask.h"
#include "source/opened.h"
#include "source/unpack.h"

/* ---- from the image ---------------------------------------------------------------------------------------------- */

/* One file of an image, from `at` on, as it streams by. */
struct picking {
	uint32_t region;
	str path;
	uint64_t at, seen; /* from where; how far the file has streamed by */
	size_t most;
	bool is_here, is_found;
	struct buf *bytes;
};

static err pick_entry(void *self, const struct unpack_entry *e)
{
	struct picking *p = self;

	p->is_here = e->region == p->region && str_equal(e->path, p->path) && !p->is_found;
	p->is_found |= p->is_here;
	p->seen = 0;
	return OK;
}

static err pick_content(void *self, span bytes)
{
	struct picking *p = self;

	if (p->is_here && p->seen + bytes.n > p->at && p->bytes->n < p->most) {
		uint64_t from = p->at > p->seen ? p->at - p->seen : 0;
		span piece = span_from(bytes, from, p->most - p->bytes->n);

		buf_bytes(p->bytes, piece.p, piece.n);
	}
	p->seen += bytes.n;
	return OK;
}

static bool image_is_the_one(sqlite3 *db, const char *image, int64_t input)
{
	struct opened opened = { 0 };
	sqlite3_stmt *stmt = NULL;
	bool is_same = false;

	if (opened_open(image, &opened).is) return false;

	struct digest digest = { 0 };

	if (opened_digest(&opened, &digest).is) digest = (struct digest){ 0 };
	if (sqlite3_prepare_v2(db, "SELECT 1 FROM input WHERE id = ?1 AND sha256 = ?2", -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_int64(stmt, 1, input);
		sqlite3_bind_text(stmt, 2, digest.hex, -1, SQLITE_STATIC);
		is_same = sqlite3_step(stmt) == SQLITE_ROW;
	}
	sqlite3_finalize(stmt);
	opened_close(&opened);
	return is_same;
}

/* A region's row number in the file differs from its number in the walk when several inputs were read: the walk counts
 * from 1. */
static int64_t first_region(sqlite3 *db, int64_t input)
{
	sqlite3_stmt *stmt = NULL;
	int64_t first = 1;

	if (sqlite3_prepare_v2(db, "SELECT min(id) FROM region WHERE input = ?1", -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_int64(stmt, 1, input);
		if (sqlite3_step(stmt) == SQLITE_ROW) first = sqlite3_column_int64(stmt, 0);
	}
	sqlite3_finalize(stmt);
	return first;
}

/* Keys and passwords were found in it: nobody knows where they end. */
static bool holds_secrets(sqlite3 *db, const struct finding *f)
{
	sqlite3_stmt *stmt = NULL;
	bool is = true;

	if (sqlite3_prepare_v2(db, "SELECT 1 FROM secret WHERE file = ?1 AND kind <> 'public-key'", -1, &stmt, NULL) ==
		SQLITE_OK) {
		sqlite3_bind_int64(stmt, 1, f->file);
		is = sqlite3_step(stmt) == SQLITE_ROW;
	}
	sqlite3_finalize(stmt);
	return is;
}

/* Something in these bytes looks like a secret: as lines, and with what stands around them. */
static bool is_masked(str around)
{
	struct buf out = { 0 };
	bool is;

	mask_into(MASK_LINE, around, &out);
	is = !str_equal(buf_all(&out), around);
	buf_free(&out);
	return is;
}

/* A secret may begin before what is shown, and be known by what stands behind it. */
enum { AROUND = 512 };

/* False: they are not to be shown. */
static bool bytes_of_image(
	sqlite3 *db, const char *image, bool with_secrets, const struct finding *f, struct shown_bytes *ret)
{
	uint64_t at = f->at.known ? (uint64_t)f->at.value : 0, before = at < AROUND ? at : AROUND;
	struct buf around = { 0 };
	struct picking p = {
		.region = (uint32_t)(f->region - first_region(db, f->input) + 1),
		.path = { f->path.p + 1, f->path.n - 1 },
		.at = at - before,
		.most = before + BYTES_SHOWN + AROUND,
		.bytes = &around,
	};
	const char *why;
	bool is_shown;

	if (!image_is_the_one(db, image, f->input)) {
		buf_printf(&ret->words, "%s is not the image that this was read from", image);
		return true;
	}

	err e = unpack(image, &(struct unpack_taker){ .self = &p, .entry = pick_entry, .content = pick_content }, &why);

	if (e.is) buf_printf(&ret->words, "%s: %s", image, *why ? why : e.is->text);
	is_shown = with_secrets || !(holds_secrets(db, f) || is_masked(buf_all(&around)));
	if (is_shown) {
		span shown = span_from(span_from_str(buf_all(&around)), before, BYTES_SHOWN);

		buf_bytes(&ret->bytes, shown.p, shown.n);
		ret->at = at;
	}
	buf_free(&around);
	return is_shown;
}

/* ---- from the evidence ------------------------------------------------------------------------------------------- */

/* The line or the bytes that were kept with the evidence: they are there though the image is not. */
static void kept_bytes(sqlite3 *db, const struct finding *f, struct shown_bytes *ret)
{
	sqlite3_stmt *stmt = NULL;
	const char *sql = "SELECT at, line, text FROM excerpt WHERE file = ?1 AND (at = ?2 OR line = ?3) ORDER BY line "
			  "IS NULL, at LIMIT 1";

	if (!f->file || sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK) return;
	sqlite3_bind_int64(stmt, 1, f->file);
	if (f->at.known) sqlite3_bind_int64(stmt, 2, f->at.value);
	if (f->line.known) sqlite3_bind_int64(stmt, 3, f->line.value);
	if (sqlite3_step(stmt) == SQLITE_ROW) {
		buf_str(&ret->bytes,
			(str){ (const char *)sqlite3_column_text(stmt, 2), (size_t)sqlite3_column_bytes(stmt, 2) });
		ret->at = (uint64_t)sqlite3_column_int64(stmt, 0);
		ret->line = (uint64_t)sqlite3_column_int64(stmt, 1);
	}
	sqlite3_finalize(stmt);
}

struct shown_bytes bytes_of_finding(void *self, const struct finding *f)
{
	const struct bytes_source *from = self;
	struct shown_bytes b = { 0 };

	sqlite3 *db = evidence_db(from->evidence);

	if (!from->image || f->path.n < 2 || f->path.p[0] != '/') {
		kept_bytes(db, f, &b);
	} else if (!bytes_of_image(db, from->image, from->with_secrets, f, &b)) {
		kept_bytes(db, f, &b);
		buf_text(&b.words, "its bytes in the image are or may be secret: --show-secrets shows them");
	}
	b.trouble = buf_all(&b.words);
	return b;
}
