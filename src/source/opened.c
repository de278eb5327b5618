#include "source/opened.h"

#include "base/limits.h"
#include "source/directory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

const struct fault source_unreadable = { FAULT_SYSTEM, "source.unreadable", "cannot be read" };
const struct fault source_empty = { FAULT_INPUT, "source.empty", "is empty: there is nothing to judge" };
const struct fault source_too_large = { FAULT_LIMIT, "source.too-large",
	"is larger than we take as one input (4 GiB)" };
const struct fault source_special = { FAULT_INPUT, "source.special", "is neither a file nor a directory" };

static err map_file(int fd, size_t size, struct opened *ret)
{
	void *p = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);

	if (p == MAP_FAILED) return fail(&source_unreadable, (uint64_t)errno);
	ret->bytes = (span){ p, size };
	return OK;
}

static err open_directory(int fd, struct opened *ret)
{
	char *entry = NULL;
	int memfd = memfd_create("directory", MFD_CLOEXEC);

	if (memfd < 0) return fail(&source_unreadable, (uint64_t)errno);

	err e = directory_archive(fd, memfd, &entry);
	struct stat st;

	if (entry && *entry) snprintf(ret->trouble, sizeof(ret->trouble), "%s", entry);
	free(entry);
	ret->is_directory = true;
	if (!e.is && fstat(memfd, &st)) e = fail(&source_unreadable, (uint64_t)errno);
	if (!e.is) e = map_file(memfd, (size_t)st.st_size, ret);
	close(memfd);
	return e;
}

err opened_open(const char *path, struct opened *ret)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

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
	else
		e = map_file(fd, (size_t)st.st_size, ret);
	close(fd);
	return e;
}

void opened_close(struct opened *o)
{
	if (o->bytes.p) munmap((void *)(uintptr_t)o->bytes.p, o->bytes.n);
	*o = (struct opened){ 0 };
}
