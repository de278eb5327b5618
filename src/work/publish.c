#include "work/publish.h"

#include "work/files.h"

#include <stdio.h>

struct placing_form {
	char path[4200];
	struct whole *ready;
};

/* Verdicts of evidence that was there before go first: whoever is stopped in between leaves evidence that is plainly
 * not judged, never the verdict of another. */
static err put_all(struct placing_form *all, size_t count, struct evidence *e, const struct notes *notes)
{
	for (size_t i = 0; i < count; i++) TRY(whole_name(all[i].ready));
	TRY(evidence_name(e));
	for (size_t i = 0; i < count; i++) whole_clear(all[i].ready);
	TRY(evidence_publish(e));
	file_note_links("product.assay", evidence_leaves_links(e), notes);
	for (size_t i = 0; i < count; i++) {
		TRY(whole_publish(all[i].ready));
		file_note_links(all[i].path, whole_leaves_links(all[i].ready), notes);
	}
	return OK;
}

static err put(const char *directory, struct evidence *e, const struct published *p, const struct notes *notes)
{
	struct placing_form all[REPORT_FORMS] = { 0 };
	size_t count = 0;
	const char *at = directory;
	err done = OK;

	for (size_t i = 0; i < REPORT_FORMS && !done.is; i++) {
		if (!report_forms[i].file) continue;
		snprintf(all[count].path, sizeof(all[count].path), "%s/%s", directory, report_forms[i].file);
		at = all[count].path;
		done = file_prepare(at, buf_all(&p->forms[i]), &all[count].ready);
		count += !done.is;
	}
	if (!done.is) done = put_all(all, count, e, notes);
	for (size_t i = 0; i < count; i++) whole_close(all[i].ready);
	if (!done.is) return OK;
	note_fault(notes, at, done, "");
	return fail(&work_refused, 0);
}

err publish(const char *directory, struct evidence *e, const struct reporting *r, struct published *ret,
	const struct notes *notes)
{
	struct lock lock;

	*ret = (struct published){ 0 };
	for (size_t i = 0; i < REPORT_FORMS; i++)
		if (report_forms[i].file) report_forms[i].write(r, &ret->forms[i]);

	/* Of two checks to one folder one comes after the other, with all that it writes. */
	TRY(folder_hold(directory, &lock, notes));

	err done = put(directory, e, ret, notes);

	lock_release(&lock);
	return done;
}

void published_free(struct published *p)
{
	for (size_t i = 0; i < REPORT_FORMS; i++) buf_free(&p->forms[i]);
}
