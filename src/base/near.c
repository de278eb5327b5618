#include "base/near.h"

enum { WORD_MOST = 64 };

static unsigned edits(str a, str b)
{
	unsigned row[WORD_MOST + 1];

	for (unsigned j = 0; j <= b.n; j++) row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		unsigned corner = row[0];

		row[0] = (unsigned)i;
		for (size_t j = 1; j <= b.n; j++) {
			unsigned change = corner + (a.p[i - 1] != b.p[j - 1]);
			unsigned best = row[j] + 1 < row[j - 1] + 1 ? row[j] + 1 : row[j - 1] + 1;

			corner = row[j];
			row[j] = change < best ? change : best;
		}
	}
	return row[b.n];
}

void candidate(struct candidates *c, str word)
{
	if (word.n > WORD_MOST || c->wanted.n > WORD_MOST) return;

	unsigned distance = edits(c->wanted, word);

	if (c->best.n && distance >= c->distance) return;
	c->best = word;
	c->distance = distance;
}

str suggestion(struct candidates *c)
{
	if (!c->best.n || c->distance > 2 + c->wanted.n / 5 || c->distance >= c->wanted.n) return STR("");
	return arena_printf(c->keep, "did you mean \"%.*s\"?", STR_FMT(c->best));
}
