#include "report/work_json.h"

#include "report/values.h"

json_t *json_of_written(const char *path)
{
	json_t *o = json_object();

	set_str(o, "written", str_of(path));
	return o;
}

json_t *json_of_forms_written(const char *directory, unsigned forms)
{
	json_t *o = json_object();

	json_object_set_new(o, "forms", json_integer(forms));
	set_str(o, "directory", str_of(directory));
	return o;
}

json_t *json_of_sheet(const char *path, size_t open)
{
	json_t *o = json_object();

	json_object_set_new(o, "open", json_integer((json_int_t)open));
	set_str(o, "sheet", str_of(path));
	return o;
}

static json_t *json_of_names(const struct told_names *t)
{
	json_t *names = json_array();

	for (unsigned long i = 0; i < t->count && i < TOLD_MOST; i++)
		json_array_append_new(names, json_of_str(str_of(t->names[i])));
	return names;
}

json_t *json_of_unpacked(const struct unpacked *u, const char *directory)
{
	json_t *o = json_object();

	set_str(o, "directory", str_of(directory));
	json_object_set_new(o, "files", json_integer((json_int_t)u->files));
	json_object_set_new(o, "directories", json_integer((json_int_t)u->directories));
	json_object_set_new(o, "links", json_integer((json_int_t)u->links));
	json_object_set_new(o, "cut", json_integer((json_int_t)u->cut));
	json_object_set_new(o, "left_out", json_integer((json_int_t)u->left_out));
	json_object_set_new(o, "refused", json_integer((json_int_t)u->refused.count));
	json_object_set_new(o, "refused_names", json_of_names(&u->refused));
	json_object_set_new(o, "leading_out", json_integer((json_int_t)u->leading_out.count));
	json_object_set_new(o, "leading_out_names", json_of_names(&u->leading_out));
	return o;
}
