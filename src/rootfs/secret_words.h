/* Names that mean a secret, and values that are one. A part of secret_text.c. */
#ifndef ASSAY_ROOTFS_SECRET_WORDS_H
#define ASSAY_ROOTFS_SECRET_WORDS_H

#include "rootfs/secret_text.h"

enum name_class { NAME_NONE, NAME_PASSWORD, NAME_PSK, NAME_KEY };

/* "wifiPassword", "wpa_psk", "client-secret": by how it ends. */
enum name_class secret_name_class(str name);

bool secret_value_fits(enum text_kind how, enum name_class class, str name, str value, bool is_quoted);

/* Letters and digits, and no word of a program. */
bool secret_looks_chosen(str value);

/* Base64 of so many bytes, with its '=' at the end. */
bool secret_is_base64_of(str value, size_t bytes);

/* Is it one of the words, with a blank before and behind each? Capitals or not. */
bool text_is_one_of(str s, const char *words);

#endif
