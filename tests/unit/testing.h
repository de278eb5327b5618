/* What every unit test includes: cmocka with its own includes, and assertions in our words. */
#ifndef ASSAY_TESTS_TESTING_H
#define ASSAY_TESTS_TESTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
/* fail() is ours, in base/err.h; in a test, fail_msg() ends it. */
#undef fail
#undef fail_msg
#define fail_msg(...)                                                                                                  \
	do {                                                                                                           \
		print_error(__VA_ARGS__);                                                                              \
		print_error("\n");                                                                                     \
		_fail(__FILE__, __LINE__);                                                                             \
	} while (0)

#include "base/bytes.h"

#define SPAN(literal) ((span){ (const uint8_t *)"" literal, sizeof(literal) - 1 })

#define assert_ok(expr)                                                                                                \
	do {                                                                                                           \
		err e_ = (expr);                                                                                       \
		if (e_.is) fail_msg("%s: %s (at %llu)", e_.is->id, e_.is->text, (unsigned long long)e_.at);            \
	} while (0)
#define assert_fault(expr, fault_id)                                                                                   \
	do {                                                                                                           \
		err e_ = (expr);                                                                                       \
		assert_non_null(e_.is);                                                                                \
		assert_string_equal(e_.is->id, fault_id);                                                              \
	} while (0)
#define assert_str(s, text)                                                                                            \
	do {                                                                                                           \
		str s_ = (s);                                                                                          \
		assert_int_equal(s_.n, strlen(text));                                                                  \
		assert_memory_equal(s_.p, text, s_.n);                                                                 \
	} while (0)

#endif
