/* A folder of laboratory results to facts: sheets (*.yaml, *.yml, *.csv at its top) and the records that they name.
 * Runs in the jail.
 *
 * doc/trials.md describes the sheets. The bytes are those that directory_archive() made of the folder: links stand in
 * it as links, and nothing of it is followed or opened. A row without a result was not tried yet, and says nothing; of
 * a sheet with a row that cannot be counted nothing is taken.
 */
#ifndef ASSAY_DECLARE_TRIALS_H
#define ASSAY_DECLARE_TRIALS_H

#include "base/buf.h"
#include "evidence/facts.h"

extern const struct fault trials_damaged, trials_no_sheet, trials_bad_row;

/* Whether a name is that of a sheet: at the top of the folder, by its ending. */
bool trials_is_sheet(str path);

/* What rows of a sheet are called, in the order in which a blank one has them; NULL ends. */
extern const char *const trials_columns[];

/* detail gets "sheet.yaml, line 12: ..." with what to do, for each row that is wrong. */
err collect_trials(struct facts *f, span archive, struct buf *detail);

#endif
