/* A maker's declarations in the forms of a test specification (declare/forms.h), from Markdown, CSV or YAML, to facts.
 * Runs in the jail.
 *
 * doc/declarations.md says how such files may look.
 */
#ifndef ASSAY_DECLARE_DECLARATION_H
#define ASSAY_DECLARE_DECLARATION_H

#include "base/buf.h"
#include "declare/place.h"

extern const struct fault declaration_bad_text, declaration_bad_form, declaration_too_large;

enum declaration_format { DECLARATION_NONE, DECLARATION_MARKDOWN, DECLARATION_CSV, DECLARATION_YAML };

/* By the name's ending: .md .markdown, .csv .tsv, .yaml .yml. */
enum declaration_format declaration_format(str name);

/* name: the file's, which may say the form ("ixit_6-SoftComp.md"). A YAML file that is a product file is read as one.
 * err.at is the line; detail gets "line 3, column 5: ..." with what to do. */
err collect_declaration(struct facts *f, span text, str name, struct buf *detail);

/* The readers. Texts are valid UTF-8 without NUL and byte order mark. */
err declaration_markdown(struct placing *p, str text, struct buf *detail);
err declaration_csv(struct placing *p, str text, struct buf *detail);
err declaration_yaml(struct placing *p, str text, struct buf *detail);
/* Whether YAML is a product file (declare/product.h) and no form. */
bool declaration_is_product(str text);

/* Puts "line 3, column 5: " and the message into detail. */
[[gnu::format(printf, 5, 6)]] err declaration_trouble(
	struct buf *detail, const struct fault *fault, uint64_t line, uint64_t column, const char *format, ...);

#endif
