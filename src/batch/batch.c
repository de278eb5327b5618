#include "batch/batch.h"

#include "batch/inputs.h"
#include "batch/lines.h"

#include "base/exhausted.h"
#include "jail/jail.h"
#include "query/query_cache.h"
#include "report/line.h"
#include "work/known_words.h"
#include "work/read.h"

#include <stdlib.h>

enum { TOGETHER_MOST = 256, BYTES_TOGETHER = 256 << 20 };

/* ---- judging one product, where nothing can be opened or sent ---------------------------------------------------- */

struct bench {
	const struct batch *batch;
	struct evidence *evidence;
	struct query_cache *cache;
};

static void judge_product(
	struct bench *bench, const struct batch_product *product, struct batch_inputs *brought, struct buf *line)
{
	struct arena keep = *bench->batch->keep;
	struct judgement *j;
	struct input_trouble trouble;
	str path = str_of(product->path);

	struct declared_words words = known_words(bench->batch->rules);
	err e = inputs_read(bench->evidence, brought, bench->batch->now, &words, &trouble);

	if (!e.is) e = judge_at(bench->cache, &bench->batch->options, &keep, &j);
	if (e.is && !trouble.detail.n && e.is->class == FAULT_SYSTEM && e.at && e.at < 4096)
		buf_printf(&trouble.detail, "%s: %s", e.is->text, strerror((int)e.at));
	if (!e.is)
		report_line(j, path, brought->count > 1 ? places_left(bench->evidence) : 0, line);
	else
		report_line_of_error(&(struct line_error){ .file = path,
					     .in = str_of(trouble.path),
					     .line = trouble.line,
					     .why = trouble.detail.n ? buf_all(&trouble.detail) : str_of(e.is->text) },
			line);
	buf_free(&trouble.detail);
}

/* ---- one confined process for some products ---------------------------------------------------------------------- */

struct chunk {
	struct bench *bench;
	size_t first, count;
	struct input_chunk brought;
	struct batch_inputs products[TOGETHER_MOST];
	size_t open; /* products of it that were opened so far */
	struct lines lines;
	struct buf held; /* lines that came before their turn, and where each of them ends */
	size_t held_ends[TOGETHER_MOST], held_count;
	bool is_its_turn, is_done;
};

static size_t told(const struct chunk *c)
{
	return c->lines.next - c->first;
}

/* In the jail. */
static void judge_chunk(void *self, int pipe)
{
	struct chunk *c = self;
	struct buf line = { 0 };

	for (size_t i = told(c); i < c->open; i++) {
		buf_clear(&line);
		judge_product(c->bench, &c->bench->batch->products[c->first + i], &c->products[i], &line);
		lines_write(pipe, c->first + i, buf_all(&line));
	}
	buf_free(&line);
}

static err take_lines(void *self, span bytes)
{
	struct chunk *c = self;

	return lines_take(&c->lines, bytes);
}

/* To whoever asked for the batch, in the order of the products. */
static void pass_line(void *self, size_t product, str line)
{
	struct chunk *c = self;
	const struct batch *b = c->bench->batch;

	if (c->is_its_turn) {
		b->line(b->self, product, line);
		return;
	}
	buf_str(&c->held, line);
	c->held_ends[c->held_count++] = c->held.n;
}

static void begin_turn(struct chunk *c)
{
	const struct batch *b = c->bench->batch;
	size_t from = 0;

	c->is_its_turn = true;
	for (size_t i = 0; i < c->held_count; i++) {
		b->line(b->self, c->first + i, (str){ c->held.p + from, c->held_ends[i] - from });
		from = c->held_ends[i];
	}
	buf_free(&c->held);
}

/* As many as there is room for: folders of process evidence can be large, product files never are. */
static void open_more(struct chunk *c)
{
	inputs_begin(&c->brought);
	do {
		inputs_open(&c->brought, &c->bench->batch->products[c->first + c->open], &c->products[c->open]);
		c->open++;
	} while (c->open < c->count && c->brought.bytes < BYTES_TOGETHER);
	c->lines.end = c->first + c->open;
}

static struct chunk *open_chunk(struct bench *bench, size_t number)
{
	const struct batch *b = bench->batch;
	struct chunk *c = calloc(1, sizeof(*c));

	if (!c) exhausted(EXHAUSTED_SYSTEM);
	c->bench = bench;
	c->first = number * b->together;
	c->count = b->count - c->first < b->together ? b->count - c->first : b->together;
	c->lines = (struct lines){ .next = c->first, .line = pass_line, .self = c };
	open_more(c);
	return c;
}

static void close_chunk(struct chunk *c)
{
	if (!c) return;
	if (!c->is_done) inputs_end(&c->brought);
	buf_free(&c->lines.pending);
	buf_free(&c->held);
	free(c);
}

/* A reader that died takes the product with it that it was at. */
static void tell_death(struct chunk *c, const struct jail_end *end)
{
	struct buf line = { 0 };

	report_line_of_error(&(struct line_error){ .file = str_of(c->bench->batch->products[c->lines.next].path),
				     .why = str_of(jail_outcome_text(end)) },
		&line);
	pass_line(c, c->lines.next++, buf_all(&line));
	buf_free(&line);
}

/* Whether another reader is wanted for what is left. */
static bool goes_on(struct chunk *c, const struct jail_end *end)
{
	buf_clear(&c->lines.pending);
	if (told(c) < c->open) tell_death(c, end);
	if (told(c) < c->open) return true;
	inputs_end(&c->brought);
	c->is_done = told(c) == c->count;
	if (!c->is_done) open_more(c);
	return !c->is_done;
}

/* ---- as many readers as processors, from one loop ---------------------------------------------------------------- */

struct running {
	struct bench *bench;
	struct jail *jail;
	struct chunk **chunks;      /* by number */
	size_t count, opened, turn; /* of all, of those opened so far; whose lines go out now */
	size_t started, working;
};

/* Lines that are held until their turn must not grow without end. */
static bool may_open(const struct running *r)
{
	enum { AHEAD = 4 };

	return r->opened < r->count && r->opened < r->turn + (size_t)AHEAD * r->bench->batch->jobs;
}

static void open_next(struct running *r)
{
	r->chunks[r->opened] = open_chunk(r->bench, r->opened);
	if (r->opened == r->turn) begin_turn(r->chunks[r->opened]);
	r->opened++;
}

static err start(struct running *r, struct chunk *c)
{
	struct jail_job job = { .work = judge_chunk, .self = c, .take = take_lines, .taker = c };

	r->working++;
	return jail_start(r->jail, &job, &role_batch);
}

/* One chunk more than there are readers is open, so that none of them waits for files. */
static err start_more(struct running *r)
{
	while (r->working < r->bench->batch->jobs && (r->started < r->opened || may_open(r))) {
		if (r->started == r->opened) open_next(r);
		TRY(start(r, r->chunks[r->started++]));
	}
	if (r->started == r->opened && may_open(r)) open_next(r);
	return OK;
}

static void pass_turn(struct running *r)
{
	while (r->turn < r->opened && r->chunks[r->turn]->is_done) {
		close_chunk(r->chunks[r->turn]);
		r->chunks[r->turn++] = NULL;
		if (r->turn < r->opened) begin_turn(r->chunks[r->turn]);
	}
}

static err run_all(struct running *r)
{
	struct jail_job ended;
	struct jail_end end;

	TRY(start_more(r));
	while (jail_next(r->jail, &ended, &end)) {
		struct chunk *c = ended.taker;

		r->working--;
		if (goes_on(c, &end)) TRY(start(r, c));
		pass_turn(r);
		TRY(start_more(r));
	}
	return OK;
}

static err run_bench(struct bench *bench)
{
	size_t together = bench->batch->together;
	struct running r = {
		.bench = bench, .jail = jail_open(), .count = (bench->batch->count + together - 1) / together
	};

	r.chunks = calloc(r.count + 1, sizeof(*r.chunks));
	if (!r.chunks) exhausted(EXHAUSTED_SYSTEM);

	err e = run_all(&r);

	jail_close(r.jail);
	for (size_t i = 0; i < r.opened; i++) close_chunk(r.chunks[i]);
	free(r.chunks);
	return e;
}

/* Judges and reports nothing once, so that every query is prepared before the first process is made. */
static err warm(struct bench *bench)
{
	struct arena keep = *bench->batch->keep;
	struct judgement *j;
	struct buf line = { 0 };
	char byte;

	/* Libraries seed their random numbers from a file when they first want one: in the jail they could not. */
	sqlite3_randomness(1, &byte);

	TRY(evidence_create(NULL, &bench->evidence));
	sqlite3_exec(evidence_db(bench->evidence), "PRAGMA automatic_index = 0", NULL, NULL, NULL);
	TRY(query_cache_open(bench->batch->rules, evidence_db(bench->evidence), &bench->cache));
	TRY(query_cache_remember(bench->cache));
	TRY(judge_at(bench->cache, &bench->batch->options, &keep, &j));
	report_line(j, STR(""), 0, &line);
	buf_free(&line);
	return OK;
}

err batch_run(const struct batch *b)
{
	struct bench bench = { .batch = b };
	err e = warm(&bench);

	if (!e.is) e = run_bench(&bench);
	if (bench.cache) query_cache_close(bench.cache);
	if (bench.evidence) evidence_close(bench.evidence);
	return e;
}
