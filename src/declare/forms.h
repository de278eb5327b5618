/* The forms that a maker fills in for a test laboratory: the 29 IXIT tables of TS 103 701 and its conformance statement
 * (ICS).
 *
 * What is here are names: of forms, of their fields in both editions, and which fields say something that a column of
 * the evidence can hold. Which provision needs which field is rule data (rules/reference.yaml).
 */
#ifndef ASSAY_DECLARE_FORMS_H
#define ASSAY_DECLARE_FORMS_H

#include "base/arena.h"
#include "evidence/facts.h"

/* How a cell must read before a typed column takes its value; anything else stays words. */
enum cell_reads {
	READS_NOTHING,
	READS_YES_NO, /* yes, no; a full stop may follow, and the reason after it */
	READS_ON_OFF, /* enabled, disabled, on, off */
	READS_WORD,   /* one of field.words */
	READS_PORT,   /* 443, 443/tcp, TCP 443 */
	READS_HOURS,  /* 24 h, 24 hours */
	READS_TEXT,   /* any single line */
};

struct form_word {
	const char *said, *value; /* said: in small letters */
};

enum form_editions { IN_BOTH, IN_OLD, IN_NEW, IN_NEITHER }; /* V1.1.1, V2.1.1; IN_NEITHER: a column that makers add */

struct form_field {
	const char *name;    /* what the evidence calls it */
	const char *also[2]; /* other names for the same */
	const char *hint;    /* what belongs there */
	enum form_editions editions;
	const char *column; /* of the kind's table */
	enum cell_reads reads;
	struct form_word words[6];
	unsigned refers;      /* number of the form whose rows it names; 0: none */
	const char *question; /* a confirmation: the question that it answers */
};

enum { FORM_FIELDS = 16, FORM_COUNT = 29 };

struct form {
	unsigned number;
	const char *name, *old_name; /* old_name: of V1.1.1, where it differs */
	const char *topic;
	const char *kind;                      /* entity.kind of a row; NULL: its cells are answers */
	bool is_single;                        /* one row without an ID */
	struct form_word fixed;                /* a column that each row has: {column, value} */
	struct form_field fields[FORM_FIELDS]; /* the first without a name ends it */
};

extern const struct form forms[FORM_COUNT];

/* ---- names ------------------------------------------------------------------------------------------------------- */

/* Which form a heading or a file's name speaks of: "Table C.6: IXIT 6-SoftComp", "ixit_6-SoftComp.md", "Software
 * Components". NULL: none. */
const struct form *form_of_title(str title);
/* The form whose rows are called so: "SoftComp-Kernel". NULL: none. */
const struct form *form_of_id(str id);
/* The field of that name, whatever its case, blanks and "(Yes/No)". NULL: none. */
const struct form_field *form_field(const struct form *form, str label);
bool form_is_id(str label); /* "ID", "Mechanism ID" */
/* "", "N/A", "none", "to do": nothing is said. */
bool form_is_nothing(str text);
/* The form whose rows are entities of that kind. NULL: none. */
const struct form *form_of_kind(str kind);
/* The conformance statement: "ICS", "Implementation conformance statement". */
bool form_is_ics(str title);
/* The edition of the standard that a title names, itself or by the edition of the test specification; "" when none. */
str form_edition(str title);

/* A cell's words without emphasis, code marks and a link's address: "**`SoftComp-1`**" is SoftComp-1. In the arena. */
str form_plain(struct arena *keep, str text);
/* Small letters and digits only. In the arena. */
str form_folded(struct arena *keep, str text);

#endif
