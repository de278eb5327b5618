/* Where one is in a line that is being masked. A part of mask.c. */
#ifndef ASSAY_BASE_MASK_PLACE_H
#define ASSAY_BASE_MASK_PLACE_H

#include "base/mask.h"

bool mask_is_one_of(str s, const char *const *words); /* NULL ends them; capitals or not */
bool mask_is_masked_name(str name);
bool mask_is_variable(str value);
bool mask_is_masked(str word);
bool mask_is_path(str s);

/* What the programs of a line take. */
struct line_kind {
	bool sets_password; /* something is piped into passwd or its friends */
	bool is_filter;     /* iptables, mkdir, mount: -p and -P are protocols, policies, parents */
	bool has_attached;  /* mysql, sshpass, 7z: -pSECRET */
	bool is_curl, is_openssl, is_snmp, is_ldap, is_redis, asks_password;
};

struct place {
	str line;
	size_t at;
	struct buf *out;
	enum mask_reading how;
	struct line_kind kind;
	char quote;   /* in which we are; 0: in none */
	bool is_open; /* the words of this command are or may be secrets */
};

/* How far a value without quotes goes. */
enum extent {
	TO_BLANK, /* name=value of a shell */
	TO_AND,   /* name=value of an address */
	TO_COMMA, /* "name": 1234, of JSON */
	TO_TAG,   /* <name>value</name> */
	TO_END,   /* name = value of a file, Name: value of a protocol: blanks belong to it */
};

static inline bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline bool is_quote(char c)
{
	return c == '"' || c == '\'' || c == '`';
}

static inline bool is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
	       c == '.' || (unsigned char)c >= 0x80;
}

char place_char(const struct place *p, size_t at); /* 0 behind the line */
size_t place_skip_blanks(const struct place *p, size_t at);
str place_part(const struct place *p, size_t from, size_t to);
void place_copy_to(struct place *p, size_t to); /* minds the quotes */
void place_mask_to(struct place *p, size_t to);
size_t place_end_of_quoted(const struct place *p, size_t at, char quote);
size_t place_end_of_word(const struct place *p, size_t at);

/* Each masks what is a secret behind a name or option that ends at `end`, and is then behind it; false: there is none,
 * and nothing was copied but quotes. */
bool place_mask_value(struct place *p, size_t name, size_t at, enum extent extent);
bool place_mask_behind_sign(struct place *p, size_t name, size_t end);
bool place_mask_next_word(struct place *p, size_t end, bool may_be_number);
bool place_mask_user_word(struct place *p, size_t end);

#endif
