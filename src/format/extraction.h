/* What the names of an archive become when it is extracted, in the order in which they are stored, into an empty
 * folder.
 *
 * Of a name that comes twice the last counts, also where its type changes. A hard link is the file that stands under
 * its target's name at that moment. A file below a symbolic link to a folder is a file of that folder; links are
 * followed as on the device, for which the folder that holds the root file system is "/". What cannot be extracted is
 * refused, and told: a name that leads out, a file below a file, a file in place of a folder that is not empty, a hard
 * link to nothing.
 *
 * A reader adds every entry, settles, and then gives each entry's content, in the same order; names without bytes of
 * their own are reported with those that they share. Memory is that of the walk.
 */
#ifndef ASSAY_FORMAT_EXTRACTION_H
#define ASSAY_FORMAT_EXTRACTION_H

#include "format/format.h"

struct extraction;

enum extraction_link {
	EXTRACTION_NO_LINK,
	EXTRACTION_LINK,     /* another name of what stands under `hard`, with the rights of that */
	EXTRACTION_OWN_LINK, /* ... but the entry says the rights of its name itself (cpio, ISO 9660) */
};

struct extraction *extraction_open(struct walk *w);
/* The next entry; its texts are copied. node->content is not looked at; has_content: bytes follow this entry, also when
 * it is a link. */
err extraction_add(
	struct extraction *n, const struct node *node, enum extraction_link link, str hard, bool has_content);
/* After the last entry: decides what each is. Refused ones are told to the walk. */
err extraction_settle(struct extraction *n);
/* Whether anything is left of entry `i`, counted from 0, so that its content is worth reading. */
bool extraction_is_left(const struct extraction *n, size_t i);
/* Reports every name that has the content of entry `i`. Of `content`, these count: size, at, content, is_cut. */
err extraction_report(struct extraction *n, size_t i, const struct node *content);

extern const struct fault archive_broken;

#endif
