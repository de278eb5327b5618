/* A tree of YAML as bytes and back, so that what was parsed once need not be parsed again. The bytes are this program's
 * own and of this version only: nobody else reads them. Unpacking trusts none of them all the same.
 *
 * A node: le8 kind | 0x10 quoted | 0x20 has a key | 0x40 has a text; le32 line, column; with a key: le32 key line, key
 * column, the key; a scalar's text, if it has one; of a map or list, le32 the number of entries and the entries. A
 * text: le32 length, its bytes, a NUL.
 */
#ifndef ASSAY_BASE_YAML_PACK_H
#define ASSAY_BASE_YAML_PACK_H

#include "base/buf.h"
#include "base/yaml.h"

void yaml_pack(struct buf *to, const struct yaml *root);

/* The tree in the arena, its texts in `bytes`, which must live as long. false: the bytes are no whole tree, and *ret is
 * as it was. */
bool yaml_unpack(struct arena *keep, span bytes, const struct yaml **ret);

#endif
