#include "evidence/granted.h"

static const struct jail_grant *grant_of(const struct jail_role *role, const char *table)
{
	for (const struct jail_grant *g = role->evidence; g && g->table; g++)
		if (strcmp(g->table, table) == 0) return g;
	return NULL;
}

/* A text of the table is static, and so are its pieces. */
void granted_look_up(const struct jail_role *role, enum fact_table table, struct granted *ret)
{
	const struct jail_grant *grant = grant_of(role, wire_tables[table].name);
	str rest = str_of(grant ? grant->columns : NULL), word;

	*ret = (struct granted){ .is_known = true };
	while (str_word(&rest, &word)) {
		str name;

		if (!str_split(&word, ':', &name)) continue;
		for (size_t i = 0; wire_tables[table].columns[i].name; i++) {
			if (!str_is(name, "*") && !str_is(name, wire_tables[table].columns[i].name)) continue;
			ret->columns |= UINT32_C(1) << i;
			if (word.n) ret->words[i] = word;
		}
	}
}

bool granted_word(str words, str value)
{
	str word;

	while (str_split(&words, '|', &word)) {
		if (word.n && word.p[word.n - 1] == '*') {
			word.n--;
			if (value.n >= word.n && memcmp(value.p, word.p, word.n) == 0) return true;
		} else if (str_equal(word, value)) {
			return true;
		}
	}
	return false;
}
