/* A judgement as it is kept and compared: what was decided, entry by entry, in an order that depends on nothing else.
 *
 * Verdicts of schemes, of requirements and of the things that trees walk stand for each scheme. What a check or a
 * question gives, and each finding, stands once for the product, whichever requirements ask for it: the worst, where
 * they ask differently (what that means for one of them stands with the requirement). So a comparison names each change
 * once.
 *
 * verdict.json is how a record is stored (report/record_json.h reads it again). Of much that was found it keeps the
 * first; the record says where, and a comparison takes nothing for new or gone that one side may only have left out. */
#ifndef ASSAY_JUDGE_RECORD_H
#define ASSAY_JUDGE_RECORD_H

#include "base/vec.h"
#include "judge/verdict.h"

enum record_level {
	RECORD_SCHEME,
	RECORD_REQUIREMENT,
	RECORD_ENTITY,
	RECORD_CHECK,
	RECORD_QUESTION,
	RECORD_FINDING,
	RECORD_LEVELS
};

const char *record_level_word(enum record_level level); /* "scheme", "requirement", ... */

struct record_entry {
	enum record_level level;
	/* What it is of: these four tell entries apart. */
	str scheme;      /* of the first three levels */
	str requirement; /* CATALOGUE:ID, of a requirement and an entity */
	str subject;     /* the entity's name; the id of the check or question */
	str finding;     /* where it is and what it is about: neither a line nor an offset, which move */
	/* What was decided. */
	enum verdict verdict;
	enum strength strength; /* of a requirement and a question: what it rests on */
	enum settled_by basis;  /* of a scheme: what a pass rests on */
	str reason;             /* a sentence; of a check the classes that are missing */
	/* Of a check: not all of its findings stand in the record. Of a requirement: not all that its tree walks. */
	bool is_cut;
};

struct record {
	str on, rules;                /* the day judged for; the digest of the rule data */
	struct record_entry *entries; /* by level and by what they are of, each once */
	size_t count;
};

/* ---- making one -------------------------------------------------------------------------------------------------- */

/* A record on its way. Texts live as long as the arena that they are put together in. */
struct record_draft {
	struct arena *keep;
	VEC(struct record_entry) entries;
};

void record_add(struct record_draft *draft, const struct record_entry *entry);
/* The finding's place and matter, out of what is known of it; any may be empty. */
str record_finding_key(struct arena *keep, str input, str path, str what, str sentence);
/* Sorted; of several about the same the worst stays. */
struct record record_close(struct record_draft *draft, str on, str rules);

/* Schemes that were judged, with all that their verdicts rest on. All of it lives in keep. */
struct record record_of(const struct judgement *j, struct arena *keep);

/* ---- comparing two ----------------------------------------------------------------------------------------------- */

enum record_difference {
	RECORD_NEW,   /* nothing of before is about it */
	RECORD_GONE,  /* nothing of after is */
	RECORD_WORSE, /* from not failing to open, or to failing */
	RECORD_BETTER,
	RECORD_OTHERWISE, /* neither: another basis, another reason; "not applicable" in the place of a pass */
	RECORD_NOT_KNOWN, /* one side has it, and the other does not list all there are */
};

const char *record_difference_word(
	enum record_difference d); /* "new", "gone", "worse", "better", "otherwise", "not known" */

struct record_change {
	enum record_difference difference;
	const struct record_entry *before, *after; /* NULL on the side that does not have it */
};

bool record_equal(const struct record *a, const struct record *b);
/* In the order of the entries. The changes live in keep and point into both records. */
struct record_change *record_compare(
	const struct record *before, const struct record *after, struct arena *keep, size_t *ret_count);

#endif
