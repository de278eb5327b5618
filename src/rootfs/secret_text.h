/* Secrets that stand in text beside their name: "password = x" of configuration, "name": "x" of JSON, <name>x</name>,
 * option name 'x' of UCI, quoted texts of Lua and PHP, variables of the environment; and lines of forms of their own
 * (netrc, ipsec.secrets, snmpd.conf). What is no more than the name of a thing, an example or a variable is none. */
#ifndef ASSAY_ROOTFS_SECRET_TEXT_H
#define ASSAY_ROOTFS_SECRET_TEXT_H

#include "rootfs/tree.h"

/* How a file is read: what may stand for a secret differs. */
enum text_kind {
	TEXT_CONFIG, /* lines of configuration, JSON, XML, shell */
	TEXT_SCRIPT, /* Lua and PHP: quoted texts */
	TEXT_CODE,   /* other languages: quoted texts that look like passwords */
	TEXT_PROSE,  /* manuals, translations, pages: nothing by its name */
	TEXT_BYTES,  /* no text: name=value between two ends of strings */
};

enum text_kind text_kind_of(str path, span content);

struct text_secret {
	const char *kind; /* of table `secret` */
	str name, value;  /* in the content; name: what it is called there */
	bool is_x25519;   /* the value is such a key in base64 */
	size_t end;       /* it goes on behind this place */
};

/* At a word of text_words. */
bool text_secret_at(enum text_kind how, span content, size_t at, struct text_secret *ret);

/* Words that each such name has one of; NULL ends them. In capitals or not. */
extern const char *const text_words[];

/* "scheme://user:password@host", at its "://". */
bool text_login_at(enum text_kind how, span content, size_t at, struct text_secret *ret);

/* What stands for a secret and is none: a variable, an example, a word for the thing. */
bool text_is_placeholder(str value, str name);

#endif
