#include "declare/declare_words.h"

#include "evidence/evidence.h"

#include <stdio.h>

/* The text between the brackets of CREATE TABLE, and what follows up to the next table. */
static str table_text(const char *table)
{
	char begin[80];
	str schema = str_of(evidence_schema()), rest;
	size_t at, end;

	snprintf(begin, sizeof(begin), "CREATE TABLE %s(", table);
	if (!str_find(schema, begin, &at)) return (str){ 0 };
	rest = (str){ schema.p + at + strlen(begin), schema.n - at - strlen(begin) };
	if (str_find(rest, "CREATE ", &end)) rest.n = end;
	return rest;
}

bool schema_takes(const char *table, const char *column, str value, char ret_words[static SCHEMA_WORDS_MOST])
{
	char begin[80];
	str words = table_text(table), word;
	size_t at, n = 0;
	bool is_taken = false;

	snprintf(begin, sizeof(begin), "CHECK(%s IN (", column);
	if (!str_find(words, begin, &at)) return true;
	words = (str){ words.p + at + strlen(begin), words.n - at - strlen(begin) };
	if (str_find(words, ")", &at)) words.n = at;
	ret_words[0] = '\0';
	while (str_split(&words, ',', &word)) {
		word = str_trim(word);
		if (word.n < 2) continue;
		word = (str){ word.p + 1, word.n - 2 }; /* its quotes */
		is_taken |= str_equal(word, value);
		if (n < SCHEMA_WORDS_MOST)
			n += (size_t)snprintf(
				ret_words + n, SCHEMA_WORDS_MOST - n, "%s%.*s", n ? ", " : "", STR_FMT(word));
	}
	return is_taken;
}

static bool has_column_as(str rest, const char *column, const char *as)
{
	char wanted[80];
	size_t at;

	snprintf(wanted, sizeof(wanted), "%s TEXT %s", column, as);
	while (str_find(rest, wanted, &at)) {
		if (at == 0 || rest.p[at - 1] == ' ') return true;
		rest = (str){ rest.p + at + 1, rest.n - at - 1 };
	}
	return false;
}

bool schema_needs(const char *table, const char *column)
{
	str text = table_text(table);

	return has_column_as(text, column, "NOT NULL") || has_column_as(text, column, "PRIMARY KEY");
}
