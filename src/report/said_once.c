#include "report/said_once.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* A name in its place, "~1234" in quotes, has seven bytes. */
enum { SHORT = 12 };

static bool is_long(const json_t *text)
{
	return json_string_length(text) >= SHORT;
}

static void count(json_t *value, json_t *counts)
{
	const char *key;
	json_t *one;
	size_t i;

	if (json_is_string(value) && is_long(value)) {
		json_t *n = json_object_get(counts, json_string_value(value));

		if (n)
			json_integer_set(n, json_integer_value(n) + 1);
		else
			json_object_set_new_nocheck(counts, json_string_value(value), json_integer(1));
	}
	json_array_foreach(value, i, one) count(one, counts);
	json_object_foreach(value, key, one) count(one, counts);
}

static json_t *name_of(json_int_t number)
{
	char name[24];

	snprintf(name, sizeof(name), "~%lld", (long long)number);
	return json_string(name);
}

/* NULL: it stays as it is. One map holds both: how often a text stands, or, once it has a number, -1 - number. */
static json_t *instead_of(json_t *text, json_t *counts, json_t *texts)
{
	json_t *n = is_long(text) ? json_object_get(counts, json_string_value(text)) : NULL;

	if (n && json_integer_value(n) > 1) {
		json_integer_set(n, -(json_int_t)json_array_size(texts) - 1);
		json_array_append(texts, text);
	}
	if (n && json_integer_value(n) < 0) return name_of(-json_integer_value(n) - 1);
	return *json_string_value(text) == '~' ? json_sprintf("~%s", json_string_value(text)) : NULL;
}

static void replace(json_t *value, json_t *counts, json_t *texts)
{
	const char *key;
	json_t *one, *name;
	size_t i;

	json_array_foreach(value, i, one)
	{
		if (json_is_string(one) && (name = instead_of(one, counts, texts)))
			json_array_set_new(value, i, name);
		else
			replace(one, counts, texts);
	}
	json_object_foreach(value, key, one)
	{
		if (json_is_string(one) && (name = instead_of(one, counts, texts)))
			json_object_set_new(value, key, name);
		else
			replace(one, counts, texts);
	}
}

void said_once(json_t *root)
{
	json_t *counts = json_object(), *texts = json_array();

	count(root, counts);
	replace(root, counts, texts);
	json_object_set_new(root, "texts", texts);
	json_decref(counts);
}
