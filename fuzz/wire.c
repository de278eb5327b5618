/* What a reader sends through its pipe, when the bytes that it read have taken it over: the writer trusts none of it, and comes back. */
#include "source/derive.h"
#include "evidence/run.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static struct evidence *e;
	int64_t input;
	span rest = { p, n };

	if (!e && evidence_create(NULL, &e).is) abort();
	if (evidence_clear(e).is) abort();
	if (evidence_input(e, &(struct input_row){ .kind = STR("image"), .name = STR("x") }, &input).is) abort();

	struct evidence_run *run = evidence_run_begin(e, input, &role_image, (str){ 0 });
	err taken = OK;

	/* In pieces, as a pipe gives them. */
	while (rest.n && !taken.is) {
		size_t piece = rest.n < 61 ? rest.n : 61;

		taken = evidence_run_take(run, (span){ rest.p, piece });
		rest = (span){ rest.p + piece, rest.n - piece };
	}
	if (evidence_run_end(run, NULL, "", (str){ 0 }).is) abort();
	if (derive(e).is) abort();
	return 0;
}
