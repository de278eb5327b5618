#include "batch/batch.h"

#include "batch/bring.h"

#include "evidence/run.h"
#include "jail/jail.h"
#include "query/query_cache.h"
#include "report/line.h"
#include "work/read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

const struct fault batch_failed = { FAULT_SYSTEM, "batch.failed", "a process of the batch could not do its part" };

/* One line on a pipe: which product it is of, and its bytes. */
struct frame {
	uint32_t product, length;
};

enum { TOGETHER_MOST = 256, LINE_MOST = 1 << 20, BYTES_TOGETHER = 256 << 20 };

/* ---- judging one product, where nothing can be opened or sent ------------------------------------------------------------- */

struct bench {
	const struct batch *batch;
	struct evidence *evidence;
	struct query_cache *cache;
};

static void judge_product(
	struct bench *bench, const struct batch_product *product, struct bringing *brought, struct buf *line)
{
	struct arena keep = *bench->batch->keep;
	struct judgement *j;
	struct bring_trouble trouble;
	str path = str_of(product->path);

	err e = bring_read(bench->evidence, brought, bench->batch->now, &trouble);

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

/* ---- one confined process for some products ------------------------------------------------------------------------------ */

struct chunk {
	struct bench *bench;
	size_t first, count;
	struct brought_chunk brought;
	struct bringing products[TOGETHER_MOST];
	size_t open; /* products of it that were opened so far */
	size_t told; /* products of it that have their line */
	struct buf pending;
	int out;
};

static void write_all(int fd, const void *bytes, size_t n)
{
	const char *p = bytes;

	while (n) {
		ssize_t done = write(fd, p, n);

		if (done < 0 && errno == EINTR) continue;
		if (done <= 0) _exit(1);
		p += done, n -= (size_t)done;
	}
}

static void write_line(int fd, size_t product, str line)
{
	struct frame f = { .product = (uint32_t)product, .length = (uint32_t)line.n };

	write_all(fd, &f, sizeof(f));
	write_all(fd, line.p, line.n);
}

/* In the jail. */
static void judge_chunk(void *self, int pipe)
{
	struct chunk *c = self;
	struct buf line = { 0 };

	for (size_t i = c->told; i < c->open; i++) {
		buf_clear(&line);
		judge_product(c->bench, &c->bench->batch->products[c->first + i], &c->products[i], &line);
		write_line(pipe, c->first + i, buf_all(&line));
	}
	buf_free(&line);
}

/* Lines come in order, each once, each of one line: what else comes is refused. They go on to who started us. */
static err take_lines(void *self, span bytes)
{
	struct chunk *c = self;
	struct frame f;
	size_t at = 0;

	buf_bytes(&c->pending, (const char *)bytes.p, bytes.n);
	while (c->pending.n - at >= sizeof(f)) {
		memcpy(&f, c->pending.p + at, sizeof(f));
		if (f.product != c->first + c->told || c->told == c->open || f.length < 2 || f.length > LINE_MOST)
			return fail(&run_bad_frame, at);
		if (c->pending.n - at < sizeof(f) + f.length) break;

		str line = { c->pending.p + at + sizeof(f), f.length };

		if (memchr(line.p, '\n', line.n) != line.p + line.n - 1) return fail(&run_bad_frame, at);
		write_line(c->out, f.product, line);
		c->told++;
		at += sizeof(f) + f.length;
	}
	memmove(c->pending.p, c->pending.p + at, c->pending.n - at);
	c->pending.n -= at;
	return OK;
}

/* As many as there is room for: folders of process evidence can be large, product files never are. */
static void open_more(struct chunk *c)
{
	do {
		bring_open(&c->brought, &c->bench->batch->products[c->first + c->open], &c->products[c->open]);
		c->open++;
	} while (c->open < c->count && c->brought.bytes < BYTES_TOGETHER);
}

/* A reader that dies takes the product with it that it was at; the rest of them get another reader. */
static err run_opened(struct chunk *c)
{
	struct jail_job job = { .work = judge_chunk, .self = c, .take = take_lines, .taker = c };
	struct buf line = { 0 };
	err e = OK;

	while (!e.is && c->told < c->open) {
		struct jail_end end;

		buf_clear(&c->pending);
		e = jail_run(&job, &role_batch, &end);
		if (e.is || c->told == c->open) break;
		buf_clear(&line);
		report_line_of_error(
			&(struct line_error){ .file = str_of(c->bench->batch->products[c->first + c->told].path),
				.why = str_of(jail_outcome_text(&end)) },
			&line);
		write_line(c->out, c->first + c->told, buf_all(&line));
		c->told++;
	}
	buf_free(&line);
	return e;
}

static err run_chunk(struct chunk *c)
{
	err e = OK;

	for (c->open = c->told = 0; !e.is && c->told < c->count;) {
		bring_begin(&c->brought);
		open_more(c);
		e = run_opened(c);
		bring_end(&c->brought);
	}
	return e;
}

/* ---- one process for each processor ---------------------------------------------------------------------------------------- */

static void work_off(struct bench *bench, unsigned worker, int out)
{
	const struct batch *b = bench->batch;
	struct chunk *c = calloc(1, sizeof(*c));
	size_t step = (size_t)b->together * b->jobs;

	if (!c) _exit(1);
	c->bench = bench;
	c->out = out;
	for (c->first = (size_t)worker * b->together; c->first < b->count; c->first += step) {
		c->count = b->count - c->first < b->together ? b->count - c->first : b->together;
		if (run_chunk(c).is) _exit(1);
	}
	_exit(0);
}

static bool read_all(int fd, void *bytes, size_t n)
{
	char *p = bytes;

	while (n) {
		ssize_t done = read(fd, p, n);

		if (done < 0 && errno == EINTR) continue;
		if (done <= 0) return false;
		p += done, n -= (size_t)done;
	}
	return true;
}

/* Chunks were dealt in turn, so that reading the pipes in turn gives the products in their order. */
static err gather(const struct batch *b, const int *pipes)
{
	char *line = malloc(LINE_MOST);
	err e = OK;

	if (!line) abort();
	for (size_t i = 0; i < b->count && !e.is; i++) {
		int fd = pipes[i / b->together % b->jobs];
		struct frame f;

		if (!read_all(fd, &f, sizeof(f)) || f.product != i || f.length > LINE_MOST ||
			!read_all(fd, line, f.length))
			e = fail(&batch_failed, 0);
		else
			b->line(b->self, i, (str){ line, f.length });
	}
	free(line);
	return e;
}

static err start_workers(struct bench *bench, int *pipes, pid_t *workers)
{
	fflush(NULL);
	for (unsigned i = 0; i < bench->batch->jobs; i++) {
		int ends[2];

		if (pipe2(ends, O_CLOEXEC)) return fail(&batch_failed, (uint64_t)errno);
		fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
		workers[i] = fork();
		if (workers[i] < 0) return fail(&batch_failed, (uint64_t)errno);
		if (workers[i] == 0) {
			close(ends[0]);
			work_off(bench, i, ends[1]);
		}
		close(ends[1]);
		pipes[i] = ends[0];
	}
	return OK;
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
	int *pipes = calloc(b->jobs, sizeof(*pipes));
	pid_t *workers = calloc(b->jobs, sizeof(*workers));

	if (!pipes || !workers) abort();

	err e = warm(&bench);

	if (!e.is) e = start_workers(&bench, pipes, workers);
	if (!e.is) e = gather(b, pipes);
	for (unsigned i = 0; i < b->jobs; i++) {
		if (pipes[i]) close(pipes[i]);
		if (workers[i] > 0) waitpid(workers[i], NULL, 0);
	}
	if (bench.cache) query_cache_close(bench.cache);
	if (bench.evidence) evidence_close(bench.evidence);
	free(pipes);
	free(workers);
	return e;
}
