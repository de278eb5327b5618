#include "rootfs/names.h"

#include <stdlib.h>

bool name_is_start_link(str name)
{
	return name.n > 3 && name.p[0] == 'S' && name.p[1] >= '0' && name.p[1] <= '9' && name.p[2] >= '0' &&
	       name.p[2] <= '9';
}

static int by_name(const void *a, const void *b)
{
	return str_compare(*(const str *)a, *(const str *)b);
}

bool names_have(const struct names *names, str name)
{
	return names->count && bsearch(&name, names->all, names->count, sizeof(name), by_name);
}

void names_add(const struct tree *t, struct names *names, str folder, const char *parent)
{
	for (size_t i = tree_first_below(t, folder); i < t->count && tree_below(&t->files[i], folder); i++) {
		str path = t->files[i].path, name = str_base_name(path);
		str above = { path.p, path.n - name.n - 1 };

		if (parent ? !str_ends(above, parent) : !name_is_start_link(name)) continue;
		if (names->count == names->room) {
			names->room = names->room ? names->room * 2 : 64;
			names->all = reallocarray(names->all, names->room, sizeof(*names->all));
			if (!names->all) abort();
		}
		names->all[names->count++] = parent ? name : (str){ name.p + 3, name.n - 3 };
	}
}

void names_sort(struct names *names)
{
	if (names->count) qsort(names->all, names->count, sizeof(*names->all), by_name);
}

void names_free(struct names *names)
{
	free(names->all);
	*names = (struct names){ 0 };
}
