/* The work on a product, as functions: values in, values out, no options and no printing. The command line calls them,
 * and so may a server.
 *
 * What went wrong is said to `notes`, in sentences for people, before a function returns; its err tells whose turn it
 * is: FAULT_SYSTEM is trouble of this machine or a mistake of ours, every other class is something that whoever asked
 * can set right.
 */
#ifndef ASSAY_WORK_WORK_H
#define ASSAY_WORK_WORK_H

#include "base/notes.h"

/* It was asked for what cannot be done: a file that cannot be read or written, a name that is not known. The notes say
 * which. */
extern const struct fault work_refused;
/* This machine has too little memory or time, or would not confine a reader. The notes say what to do. */
extern const struct fault work_by_machine;

/* A failure to read what somebody named is theirs to set right, whatever the system called it. */
err work_blame(err e);

struct evidence;
/* What follows from what was read (source/derive.h), after all inputs. */
err work_derive(struct evidence *e, const struct notes *notes);
/* Of an evidence file, as the derivations are today; it may be older than some tables. */
err work_derive_again(struct evidence *e, const struct notes *notes);

#endif
