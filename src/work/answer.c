#include "work/answer.h"

#include "judge/verdict.h"
#include "rules/answers.h"
#include "rules/dates.h"
#include "source/opened.h"
#include "work/files.h"
#include "work/folder_answers.h"
#include "work/product_folder.h"

#include <string.h>

/* What only a person can say of a requirement takes yes or no. */
const struct question *answer_question(const struct rules *rules, str id)
{
	static str yes = { "yes", 3 };
	static const struct question person = { .type = { "yes/no", 6 }, .good = &yes, .good_count = 1 };

	const struct assessment_unit *unit = rules_asking_test(rules, id);

	if (unit) return &unit->test;
	if (str_starts(id, "ask.person.")) return rules_asking_person(rules, id) ? &person : NULL;
	return rules_question(rules, id);
}

err answer_check(const struct given_answer *a, const char *path, const struct rules *rules, struct arena *keep,
	const struct notes *notes)
{
	const struct question *q = answer_question(rules, a->question);

	if (!q) {
		note(notes, "there is no question \"%.*s\"; \"assay next %s\" lists what is asked",
			STR_FMT(a->question), path);
	} else if (q->each && !q->word.n) {
		note(notes, "\"%.*s\" is asked for each of %s: say which, as %.*s.NAME", STR_FMT(a->question),
			q->each->name.p, STR_FMT(a->question));
	} else if (question_takes(q, a->value) == UNKNOWN) {
		str wants = question_wants(keep, q);

		note(notes, "\"%.*s\" is no answer to %.*s: it takes %.*s", STR_FMT(a->value), STR_FMT(a->question),
			STR_FMT(wants));
	} else if (a->expires.n && !date_is(a->expires)) {
		note(notes, "--expires is a day, as 2027-05-31, and not \"%.*s\"", STR_FMT(a->expires));
	} else {
		return OK;
	}
	return fail(&work_refused, 0);
}

err answer_record_of(const char *path, struct answer_record *ret, const struct notes *notes)
{
	struct opened opened = { 0 };
	struct digest digest;
	err e = opened_open(path, &opened);

	if (!e.is) e = opened_digest(&opened, &digest);
	if (e.is) {
		opened_close(&opened);
		note_fault(notes, path, e, "");
		return fail(&work_refused, 0);
	}
	if (opened.is_directory) {
		note(notes, "%s: is a folder: the record of a test is one file; pack it first", path);
		e = fail(&work_refused, 0);
	} else {
		*ret = (struct answer_record){
			.name = str_base_name(str_of(path)), .size = opened.bytes.n, .digest = digest
		};
	}
	opened_close(&opened);
	return e;
}

static err change(const char *path, const struct given_answer *a, const struct notes *notes)
{
	struct evidence *e;
	err written = evidence_change(path, &e);

	if (written.is) {
		note_fault(notes, path, written, "");
		return fail(&work_refused, 0);
	}
	written = evidence_answer(e, a);
	if (!written.is) written = evidence_commit(e);
	if (written.is == &answer_about_nothing)
		note(notes, "%s: nothing in it is called \"%.*s\"; \"assay facts %s subject\" lists what is", path,
			STR_FMT(a->about), path);
	else if (written.is)
		note_fault(notes, path, written, *evidence_error(e) ? evidence_error(e) : "the answer is not in it");
	file_note_links(path, !written.is && evidence_leaves_links(e), notes);
	evidence_close(e);
	return written;
}

/* Into the text that people read: the evidence of a folder is made of it. */
static err write_into_folder(const char *folder, const struct given_answer *a, const struct notes *notes)
{
	struct folder_answers *f;
	struct evidence *e;

	if (a->record) {
		note(notes,
			"%s: tests lie in its folder \"trials\", each beside its record: \"assay trials new %s\" "
			"writes the "
			"sheet",
			folder, folder);
		return fail(&work_refused, 0);
	}
	TRY(folder_answers_open(folder, &f, &e, notes));

	err written = evidence_answer(e, a);

	if (written.is == &answer_about_nothing)
		note(notes, "%s: nothing in it is called \"%.*s\"; \"assay facts %s subject\" lists what is", folder,
			STR_FMT(a->about), folder);
	else if (written.is)
		note_fault(notes, folder, written, evidence_error(e));
	else
		written = folder_answers_set(f, a, 1, notes);
	evidence_close(e);
	folder_answers_close(f);
	return written;
}

/* What is said into a result of a product folder would be gone with the next result. */
static err is_of_no_folder(const char *path, const struct given_answer *a, const struct notes *notes)
{
	struct arena keep = arena_open((size_t)1 << 20);
	const char *folder = product_folder_around(path, &keep);

	if (folder)
		note(notes,
			"%s: is made of the folder %s, and made anew by each check; say it to the folder: \"assay "
			"answer %s "
			"%.*s ...\"",
			path, folder, folder, STR_FMT(a->question));
	arena_close(&keep);
	return folder ? fail(&work_refused, 0) : OK;
}

/* The evidence is read, changed and put back: what another writes in between would be lost. */
err answer_write(const char *path, const struct given_answer *a, const struct notes *notes)
{
	struct lock lock;

	if (product_folder_is(path)) return write_into_folder(path, a, notes);
	TRY(is_of_no_folder(path, a, notes));
	TRY(folder_hold_of(path, &lock, notes));

	err e = change(path, a, notes);

	lock_release(&lock);
	return e;
}

void answer_tell_unread(
	const char *path, const struct rules *rules, str day, struct arena *keep, const struct notes *notes)
{
	struct evidence *e;
	struct judgement *j;

	/* Of a folder the next check tells it. */
	if (!rules->schemes.n || product_folder_is(path) || evidence_read(path, &e).is) return;

	/* Any scheme will do: what was declared is looked at for all. */
	struct judge_options options = { .on = day, .schemes = &rules->schemes.p[0].id, .scheme_count = 1 };

	if (!judge(rules, evidence_db(e), &options, keep, &j).is)
		for (size_t i = 0; i < j->unknown_name_count; i++)
			if (str_starts(j->unknown_names[i], "an answer to "))
				note(notes, "%.*s", STR_FMT(j->unknown_names[i]));
	evidence_close(e);
}
