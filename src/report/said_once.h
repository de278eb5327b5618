/* A document in which what is said many times stands once: texts are half of a page's bytes, and most of them
 * repeat. */
#ifndef ASSAY_REPORT_SAID_ONCE_H
#define ASSAY_REPORT_SAID_ONCE_H

#include <jansson.h>

/* Texts that stand more than once move into the list "texts" of root, and "~" with their number in it stands where they
 * were. Another text that begins with "~" has one more of it in front. ui/src/data.ts reads it back. */
void said_once(json_t *root);

#endif
