/* Tokens of services, by the form that their service gives them: known in any file, and masked on every way out. One
 * table for both. */
#ifndef ASSAY_BASE_TOKENS_H
#define ASSAY_BASE_TOKENS_H

#include "base/bytes.h"

struct token {
	const char *begin;   /* at least three letters */
	const char *service; /* "a key of AWS": what is said of it */
	const char *kind;    /* of table `secret`: api-key, token, private-key */
	const char *shape;   /* what follows (tokens.c) */
	unsigned check;      /* its own checksum or structure */
	/* so many letters behind the beginning are masked, whatever their form; 0: masked as what looks like chance */
	size_t least;
};

/* NULL: there is none of this number. */
const struct token *token_of(size_t number);

/* The length of such a token at the beginning of s, which is `before` after; 0: it is none, or an example of a
 * manual. */
size_t token_length(const struct token *t, str s, char before);

/* The same for masking: what begins like one and goes on for long enough. Of all tokens; 0: none. */
size_t token_like(str s);

#endif
