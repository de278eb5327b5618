#include "work/work.h"

#include "draft/unite.h"
#include "source/derive.h"
#include "source/directory.h"
#include "source/folder.h"
#include "source/opened.h"

const struct fault work_refused = { FAULT_USAGE, "work.refused", "cannot be done" };
const struct fault work_by_machine = { FAULT_SYSTEM, "work.machine", "this machine has too little for it" };

err work_blame(err e)
{
	bool is_theirs = e.is == &source_unreadable || e.is == &directory_unreadable || e.is == &folder_unreadable;

	return is_theirs ? fail(&work_refused, 0) : e;
}

static err told(struct evidence *e, err derived, const struct notes *notes)
{
	if (derived.is) note_fault(notes, "the evidence", derived, evidence_error(e));
	return derived;
}

err work_derive(struct evidence *e, const struct notes *notes)
{
	TRY(told(e, draft_unite(e), notes));
	return told(e, derive(e), notes);
}

err work_derive_again(struct evidence *e, const struct notes *notes)
{
	return told(e, derive_again(e), notes);
}
