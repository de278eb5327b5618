#include "source/source.h"

#include "base/buf.h"
#include "source/directory.h"
#include "source/opened.h"
#include "jail/jail.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static const struct fault source_no_folder = { FAULT_INPUT, "source.no-folder", "is no folder" };

/* ---- the child's side -------------------------------------------------------------------------------------------- */

struct source_reading {
	const struct source *source;
	struct opened opened;
	struct digest digest;
	struct evidence_run *run;
};

static str last_part(const char *path)
{
	str s = str_of(path);

	while (s.n > 1 && s.p[s.n - 1] == '/') s.n--;
	return str_base_name(s);
}

static str input_name(const struct source *source)
{
	return source->name.n ? source->name : last_part(source->path);
}

static void write_pipe(void *self, span frames)
{
	int pipe = *(int *)self;

	while (frames.n) {
		ssize_t n = write(pipe, frames.p, frames.n);

		if (n < 0 && errno == EINTR) continue;
		if (n < 0) _exit(1);
		frames.p += n, frames.n -= (size_t)n;
	}
}

static void work(void *self, int pipe)
{
	const struct source_reading *r = self;
	struct facts *f = facts_open((struct facts_sink){ .self = &pipe, .write = write_pipe });
	struct buf detail = { 0 };
	err e = sources[r->source->kind].read(f, &r->opened, input_name(r->source), r->source->words, &detail);

	if (e.is)
		facts_failed(f, e, buf_all(&detail));
	else
		facts_done(f);
	facts_close(f);
	buf_free(&detail);
}

/* ---- the parent's side ------------------------------------------------------------------------------------------- */

static err take(void *self, span bytes)
{
	struct source_reading *r = self;

	return evidence_run_take(r->run, bytes);
}

static void tick(void *self)
{
	struct source_reading *r = self;

	if (r->source->tick) r->source->tick(r->source->self, evidence_run_state(r->run));
}

static bool any_row(struct evidence *e, const char *sql, int64_t input)
{
	sqlite3_stmt *stmt = NULL;
	bool is_there = false;

	if (sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_int64(stmt, 1, input);
		is_there = sqlite3_step(stmt) == SQLITE_ROW;
	}
	sqlite3_finalize(stmt);
	return is_there;
}

/* How the reader's end stands in the evidence; false: it came to its own last word. */
static bool has_died(const struct jail_end *jail, const struct run_state *state, struct run_death *ret)
{
	if (jail->outcome == JAIL_ENDED && state->has_ended) return false;
	*ret = (struct run_death){ .outcome = "died", .why = jail_outcome_text(jail) };
	if (jail->outcome == JAIL_SILENT || jail->outcome == JAIL_LATE) ret->outcome = "late";
	if (jail->is_of_machine) ret->outcome = "machine";

	/* Who sends what our readers do not, or asks the kernel for what they may not, is no reader of ours any
	 * more. */
	bool is_taken_over = (jail->outcome == JAIL_KILLED && jail->status == SIGSYS) ||
			     (jail->outcome == JAIL_REFUSED && jail->refused.is->class == FAULT_INPUT);

	if (is_taken_over) ret->outcome = "void", ret->is_void = true;
	return true;
}

static void tell_end(const struct run_state *state, const struct run_death *death, struct source_end *end)
{
	end->is_whole = !death && !state->has_failed;
	end->is_of_machine = death && strcmp(death->outcome, "machine") == 0;
	if (death)
		snprintf(end->message, sizeof(end->message), "%s%s%.*s", death->why, STR_AFTER(": ", state->refused));
	else if (state->has_failed && str_starts(state->fault_detail, "line "))
		snprintf(end->message, sizeof(end->message), "%.*s", STR_FMT(state->fault_detail));
	else if (state->has_failed)
		snprintf(end->message, sizeof(end->message), "%.*s%s%.*s", STR_FMT(state->fault_text),
			STR_AFTER(": ", state->fault_detail));
}

/* What was read must be what the digest is of. Of a file that was cut, the reader dies where the bytes are gone. */
static bool has_changed(
	const struct source_reading *r, const struct jail_end *jail, struct run_death *death, struct source_end *end)
{
	err settled = opened_settle(&r->opened, &r->digest);
	bool has_failed = settled.is || (r->opened.is_mapped && jail->outcome == JAIL_KILLED && jail->status == SIGBUS);

	if (!has_failed) return false;
	*death = settled.is == &source_changed ? (struct run_death){ .outcome = "changed", .is_void = true }
					       : (struct run_death){ .outcome = "machine", .is_void = true };
	end->is_whole = false;
	end->is_of_machine = settled.is != &source_changed;
	snprintf(end->message, sizeof(end->message), "%s",
		end->is_of_machine ? "its disk would not give all of it: copy it to another disk, and try again"
				   : settled.is->text);
	return true;
}

static err read_jailed(struct evidence *e, struct source_reading *r, struct source_end *end)
{
	struct jail_end jail = { .outcome = JAIL_FAILED, .is_of_machine = true, .confined = "" };
	struct jail_job job = { .work = work, .self = r, .take = take, .tick = tick, .taker = r };
	const struct jail_role *role = sources[r->source->kind].role;

	r->run = evidence_run_begin(e, end->input, role, r->source->now);

	err started = jail_run(&job, role, &jail);
	struct run_state state = evidence_run_state(r->run);
	struct run_death death = { 0 };
	bool is_dead = has_died(&jail, &state, &death);

	tell_end(&state, is_dead ? &death : NULL, end);
	if (started.is) snprintf(end->message, sizeof(end->message), "%s", started.is->text);
	if (has_changed(r, &jail, &death, end)) is_dead = true;
	death.why = end->message;

	err ended = evidence_run_end(r->run, is_dead ? &death : NULL, jail.confined, r->source->now);

	/* That the evidence could not be written is no fault of who was read. */
	if (jail.outcome == JAIL_REFUSED && jail.refused.is->class == FAULT_SYSTEM) return jail.refused;
	return ended;
}

/* It changed before anything could be read: the evidence says so, and no digest, because it is of no content. */
static err write_changed(struct evidence *e, const struct source *source, err changed, struct source_end *end)
{
	struct input_row row = { .kind = str_of(sources[source->kind].name),
		.name = input_name(source),
		.taken = source->now,
		.part = source->part,
		.state = source->state };
	char entry[sizeof(end->message)];

	memcpy(entry, end->message, sizeof(entry));
	snprintf(end->message, sizeof(end->message), "%s%s%s", entry, *entry ? ": " : "", changed.is->text);
	TRY(evidence_input(e, &row, &end->input));

	struct evidence_run *run = evidence_run_begin(e, end->input, sources[source->kind].role, source->now);
	struct run_death death = { .outcome = "changed", .why = end->message, .is_void = true };

	return evidence_run_end(run, &death, "", source->now);
}

err source_read(struct evidence *e, const struct source *source, struct source_end *ret)
{
	struct source_reading r = { .source = source };

	*ret = (struct source_end){ .looks_like = SOURCE_KINDS };

	err opened = opened_open(source->path, &r.opened);

	snprintf(ret->message, sizeof(ret->message), "%s", r.opened.trouble);
	if (!opened.is) opened = opened_digest(&r.opened, &r.digest);
	if (!opened.is && !r.opened.is_directory && !(sources[source->kind].shapes & SHAPE_FILE))
		opened = fail(&source_no_folder, 0);
	if (opened.is) {
		opened_close(&r.opened);
		return opened.is == &source_changed || opened.is == &directory_changed
			       ? write_changed(e, source, opened, ret)
			       : opened;
	}
	ret->looks_like = source_recognised(&r.opened);

	struct input_row row = {
		.kind = r.opened.is_directory && source->kind == SOURCE_IMAGE ? STR("directory")
									      : str_of(sources[source->kind].name),
		.name = input_name(source),
		.sha256 = digest_str(&r.digest),
		.size = r.opened.bytes.n,
		.taken = source->now,
		.part = source->part,
		.state = source->state,
	};
	err done = evidence_input(e, &row, &ret->input);

	if (!done.is) done = read_jailed(e, &r, ret);
	opened_close(&r.opened);
	ret->has_known_format = any_row(e,
		"SELECT 1 FROM region WHERE input = ?1 AND readable IN ('yes', 'part') AND kind <> 'data'", ret->input);
	return done;
}
