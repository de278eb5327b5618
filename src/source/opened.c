#include "source/opened.h"

#include "base/limits.h"
#include "source/directory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

const struct fault source_unreadable = { FAULT_SYSTEM, "source.unreadable", "cannot be read" };
const struct fault source_empty = { FAULT_INPUT, "source.empty", "is empty: there is nothing to judge" };
const struct fault source_too_large = { FAULT_LIMIT, "source.too-large",
	"is larger than we take as one input (4 GiB)" };
const struct fault source_special = { FAULT_INPUT, "source.special", "is neither a file nor a directory" };

const struct fault source_changed = { FAULT_INPUT, "source.changed",
	"changed while it was read: read it again when nobody writes to it" };

/* ---- a copy ------------------------------------------------------------------------------------------------------ */

static bool is_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	       a->st_mtim.tv_nsec == b->st_mtim.tv_nsec && a->st_ctim.tv_sec == b->st_ctim.tv_sec &&
	       a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

static err stat_again(int fd, const struct stat *before)
{
	struct stat after;

	if (fstat(fd, &after)) return fail(&source_unreadable, (uint64_t)errno);
	return is_same_file(before, &after) ? OK : fail(&source_changed, 0);
}

/* All of it and nothing more: one that is shorter or longer than it was is another one. */
static err read_all(int fd, uint8_t *p, size_t size)
{
	size_t at = 0;
	uint8_t more;

	for (;;) {
		ssize_t n = at < size ? read(fd, p + at, size - at) : read(fd, &more, 1);

		if (n < 0 && errno == EINTR) continue;
		if (n < 0) return fail(&source_unreadable, (uint64_t)errno);
		if (n == 0) return at == size ? OK : fail(&source_changed, at);
		if (at == size) return fail(&source_changed, at);
		at += (size_t)n;
	}
}

/* Memory that no other process can reach: what is digested is what is read. */
static err copy_file(int fd, const struct stat *st, struct opened *ret)
{
	size_t size = (size_t)st->st_size;
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED) return fail(&source_unreadable, (uint64_t)errno);

	err e = read_all(fd, p, size);

	if (!e.is) e = stat_again(fd, st);
	if (!e.is && mprotect(p, size, PROT_READ)) e = fail(&source_unreadable, (uint64_t)errno);
	if (e.is)
		munmap(p, size);
	else
		ret->bytes = (span){ p, size };
	return e;
}

/* ---- the file itself --------------------------------------------------------------------------------------------- */

static err map_file(int fd, const struct stat *st, struct opened *ret)
{
	size_t size = (size_t)st->st_size;
	void *p = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);

	if (p == MAP_FAILED) return fail(&source_unreadable, (uint64_t)errno);
	ret->bytes = (span){ p, size };
	ret->is_mapped = true;
	ret->stat = *st;
	ret->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	return ret->fd < 0 ? fail(&source_unreadable, (uint64_t)errno) : OK;
}

err opened_digest(const struct opened *o, struct digest *ret)
{
	if (!o->is_mapped) {
		*ret = digest_of(o->bytes);
		return OK;
	}

	int why = digest_of_file(o->fd, o->bytes.n, ret);

	return why ? fail(why == ENODATA ? &source_changed : &source_unreadable, (uint64_t)why) : OK;
}

err opened_settle(const struct opened *o, const struct digest *digest)
{
	struct digest now;

	if (!o->is_mapped) return OK;
	TRY(stat_again(o->fd, &o->stat));
	TRY(opened_digest(o, &now));
	if (memcmp(now.raw, digest->raw, sizeof(now.raw)) != 0) return fail(&source_changed, 0);
	return stat_again(o->fd, &o->stat);
}

/* ---- opening ----------------------------------------------------------------------------------------------------- */

static err open_directory(int fd, struct opened *ret)
{
	char *entry = NULL;
	int memfd = memfd_create("directory", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	if (memfd < 0) return fail(&source_unreadable, (uint64_t)errno);

	err e = directory_archive(fd, memfd, &entry);
	struct stat st;

	if (entry && *entry) snprintf(ret->trouble, sizeof(ret->trouble), "%s", entry);
	free(entry);
	ret->is_directory = true;
	if (!e.is && (fcntl(memfd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW) || fstat(memfd, &st)))
		e = fail(&source_unreadable, (uint64_t)errno);
	if (!e.is) {
		void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, memfd, 0);

		if (p == MAP_FAILED)
			e = fail(&source_unreadable, (uint64_t)errno);
		else
			ret->bytes = (span){ p, (size_t)st.st_size };
	}
	close(memfd);
	return e;
}

err opened_open(const char *path, struct opened *ret)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	*ret = (struct opened){ .fd = -1 };

	if (fd < 0) return fail(&source_unreadable, (uint64_t)errno);

	err e = OK;

	if (fstat(fd, &st))
		e = fail(&source_unreadable, (uint64_t)errno);
	else if (S_ISDIR(st.st_mode))
		e = open_directory(fd, ret);
	else if (!S_ISREG(st.st_mode))
		e = fail(&source_special, 0);
	else if (st.st_size == 0)
		e = fail(&source_empty, 0);
	else if ((uint64_t)st.st_size > LIMIT_INPUT_SIZE)
		e = fail(&source_too_large, 0);
	else if ((uint64_t)st.st_size <= LIMIT_COPIED_INPUT)
		e = copy_file(fd, &st, ret);
	else
		e = map_file(fd, &st, ret);
	close(fd);
	return e;
}

void opened_close(struct opened *o)
{
	if (o->bytes.p) munmap((void *)(uintptr_t)o->bytes.p, o->bytes.n);
	if (o->is_mapped && o->fd >= 0) close(o->fd);
	*o = (struct opened){ 0 };
}
