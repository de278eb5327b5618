/* How a call says that it failed: one 16-byte value in registers, nothing to free.
 *
 * A fault is a static const beside its cause; its id is stable, because it becomes evidence (run.outcome,
 * coverage.reason).
 */
#ifndef ASSAY_BASE_ERR_H
#define ASSAY_BASE_ERR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum fault_class {
	FAULT_INPUT,  /* the bytes or the file that we were given are not what they should be */
	FAULT_LIMIT,  /* a limit of base/limits.h was met: the input may be well formed, but we stop here */
	FAULT_SYSTEM, /* the operating system refused; err.at is errno */
	FAULT_USAGE,  /* the caller asked for something that does not exist */
};

struct fault {
	enum fault_class class;
	const char *id;   /* "squashfs.bad-magic": module, dot, what is wrong */
	const char *text; /* a sentence without its full stop, for a person */
};

typedef struct [[nodiscard]] {
	const struct fault *is; /* NULL: fine */
	uint64_t at;            /* byte offset in the input, line number, or errno, as the class and the caller say */
} err;

#define OK ((err){ 0 })

#define TRY(expr)                                                                                                      \
	do {                                                                                                           \
		err try_ = (expr);                                                                                     \
		if (try_.is) return try_;                                                                              \
	} while (0)

static inline err fail(const struct fault *fault, uint64_t at)
{
	return (err){ .is = fault, .at = at };
}

static inline bool failed(err e)
{
	return e.is != NULL;
}

#endif
