/* draft.yaml of a product folder: proposals as text that a person reads, corrects and confirms. The section `draft:` is
 * a list of rows (declare/drafted.h says how they are read when the product is judged).
 *
 * What a person wrote stays as it is, comments and order as well: text goes in, and the same text with lines taken out
 * and put in comes out. A row is known again by `fact`: a digest of what it was made of, and one of what it said when
 * it was proposed. A row that says something else by now was corrected, and is the person's.
 */
#ifndef ASSAY_DRAFT_DRAFT_FILE_H
#define ASSAY_DRAFT_DRAFT_FILE_H

#include "base/buf.h"
#include "declare/drafted.h"
#include "draft/propose.h"

struct draft_row {
	struct drafted said;
	str name, seen, unknown, fact;
	bool is_corrected;    /* what it declares is not what was proposed */
	bool is_gone;         /* what it was made of is not seen any more */
	uint32_t first, last; /* its lines, from 1 */
	const struct yaml *yaml;
};
typedef VEC(struct draft_row) draft_rows;

/* draft_bad_file: ret_trouble says what is wrong and where. */
extern const struct fault draft_bad_file;
err draft_file_read(str text, struct arena *keep, draft_rows *ret, str *ret_trouble);

/* Whether the text is of a draft in which nobody confirmed anything: then it is as if it were not there. */
bool draft_file_is_silent(str text);

struct draft_change {
	size_t proposed;                /* rows that are new */
	size_t gone;                    /* rows whose fact is not seen any more, and that were not marked so before */
	size_t open, confirmed, struck; /* rows in all, afterwards */
};
/* The text with what is proposed today; empty text: a new file. waits: of each declared kind, what waits for it, or
 * nothing. has_seen: else no row is said to be gone. Made again of what it gave it changes nothing. */
err draft_file_merge(str text, const proposals *all, const str *waits, bool has_seen, str day, struct arena *keep,
	struct buf *out, struct draft_change *ret, str *ret_trouble);

/* What a person says of some rows. */
enum draft_word { DRAFT_CONFIRM, DRAFT_STRIKE, DRAFT_OPEN };
struct draft_said {
	enum draft_word word;
	str by, day;
};
/* chosen: of each row of draft_file_read(), in its order. Rows of which the same is said already stay. ret_changed: how
 * many were not. draft_bad_file: a row in braces cannot be written into. */
err draft_file_say(str text, const draft_rows *rows, const bool *chosen, const struct draft_said *said,
	struct arena *keep, struct buf *out, size_t *ret_changed, str *ret_trouble);

/* What a person says of a whole list: there is none (of it), or these are all. Said again by somebody it is said
 * once. */
void draft_file_say_of_list(str text, const draft_rows *rows, const struct declared_kind *kind, bool is_none,
	const struct draft_said *said, struct arena *keep, struct buf *out);

#endif
