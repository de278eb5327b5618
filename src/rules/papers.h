/* What a paper asks for, as rules/papers has it (doc/papers.md): fields, and where the value of each comes from.
 * paper/ fills them. */
#ifndef ASSAY_RULES_PAPERS_H
#define ASSAY_RULES_PAPERS_H

#include "rules/rules.h"

enum paper_from {
	FROM_PROFILE,      /* names of the product file, all of which must be there */
	FROM_STATEMENT,    /* what a document says */
	FROM_ANSWER,       /* what somebody answered */
	FROM_TEXT,         /* words of the paper's own that claim nothing */
	FROM_DECLARATION,  /* words that claim conformity: only where the paper's schemes pass */
	FROM_HAND,         /* what a hand writes on the printed paper */
	FROM_ROUTE,        /* the way to conformity, of schemes */
	FROM_REQUIREMENTS, /* verdicts, requirement by requirement */
	FROM_CONFORMANCE,  /* the implementation conformance statement of TS 103 701: support of each provision */
	FROM_STANDARDS,    /* schemes that are standards: applied in full or in part, and the notices that bite */
	FROM_INPUTS,       /* what was looked at, with digests */
	FROM_QUERY,        /* a query's rows */
	FROM_IXIT,         /* declared entities of a kind, as a table of the IXIT */
	FROM_PAPER,        /* another paper */
	/* what schemes are met by besides the evidence: certificates of others, and standards in their place */
	FROM_GROUNDS,
};

/* of FROM_IXIT: a field of the form; what the maker wrote in its words, else these columns, else the answer */
struct paper_column {
	str name;
	str *keys; /* columns of the table; "crypto": the entity's cryptography */
	size_t key_count;
	str relation; /* the entities at the other end of this verb */
	const struct question *answer;
};

struct paper_source {
	enum paper_from from;
	str text;              /* the statement's kind, the words, the query, the entity's kind, the paper's id */
	str subject, document; /* of FROM_STATEMENT: only of this subject, only in a document of this kind */
	str table;             /* of FROM_IXIT: the evidence table of the kind; may be empty */
	str *names;            /* of FROM_PROFILE: names; of FROM_REQUIREMENTS: ids, which may end in '*'; none: all */
	size_t name_count;
	const struct scheme **schemes;
	size_t scheme_count;
	const struct question *question;
	const struct paper *paper;
	struct paper_column *columns;
	size_t column_count;
	unsigned by; /* of FROM_DECLARATION and FROM_GROUNDS: the ways, as bits 1 << settled_by, that it speaks of */
	struct classes needs; /* whole: having no row means that there is none */
	str bring;            /* of FROM_QUERY: what would give it rows */
	bool is_mandatory_only;
	struct place place;
};

enum paper_need {
	NEED_ALWAYS,
	NEED_WHERE_APPLICABLE,
	NEED_WHEN_FORCED,      /* when the schemes force another route */
	NEED_WHEN_RECOGNISED,  /* when they are met by a certificate of another scheme */
	NEED_WHEN_ALTERNATIVE, /* when they are met by a standard in the place of their own words */
};

struct paper_field {
	str id, label, note;
	enum paper_need need;
	bool must_agree; /* every source that says something says the same */
	struct paper_source *sources;
	size_t source_count;
	struct place place;
};

struct paper {
	str id, title, law, url, clause, language, keep, from, note, confidence;
	const struct scheme **schemes; /* whose verdicts it rests on */
	size_t scheme_count;
	str *itself; /* ids of requirements that ask for this very paper; may end in '*' */
	size_t itself_count;
	bool declares; /* it has words that claim conformity */
	struct paper_field *fields;
	size_t field_count;
	struct place place;
};

const struct paper *rules_paper(const struct rules *r, str id);
/* A pattern is an id, or the beginning of one before a '*'. */
bool paper_id_fits(str pattern, str id);

#endif
