#include "query/functions.h"

#include <stdlib.h>
#include <strings.h>

/* Sorted. What computes a value from its arguments and from the rows, and nothing else: no file, no pointer, no chance,
 * no state of the connection. A library that brings further functions makes none of them callable. The length of what
 * they return is held by LIMIT_SQL_VALUE. */
static const char *const callable[] = { "->", "->>", "abs", "acos", "acosh", "answer_fault", "asin", "asinh", "atan",
	"atan2", "atanh", "avg", "ceil", "ceiling", "char", "coalesce", "cos", "cosh", "count", "cume_dist",
	"current_date", "current_time", "current_timestamp", "date", "datetime", "degrees", "dense_rank", "exp",
	"first_value", "floor", "format", "glob", "group_concat", "hex", "ifnull", "iif", "instr", "json", "json_array",
	"json_array_length", "json_extract", "json_group_array", "json_group_object", "json_insert", "json_object",
	"json_patch", "json_quote", "json_remove", "json_replace", "json_set", "json_type", "json_valid", "julianday",
	"lag", "last_value", "lead", "length", "like", "likelihood", "likely", "ln", "log", "log10", "log2", "lower",
	"ltrim", "max", "min", "mod", "nth_value", "ntile", "nullif", "percent_rank", "pi", "pow", "power", "printf",
	"quote", "radians", "rank", "replace", "round", "row_number", "rtrim", "sign", "sin", "sinh", "sqrt",
	"strftime", "string_agg", "substr", "substring", "sum", "tan", "tanh", "time", "total", "trim", "trunc",
	"typeof", "unicode", "unixepoch", "unlikely", "upper" };

static int compare(const void *name, const void *entry)
{
	return strcasecmp(name, *(const char *const *)entry);
}

bool query_may_call(const char *function)
{
	return function &&
	       bsearch(function, callable, sizeof(callable) / sizeof(*callable), sizeof(*callable), compare);
}
