#include "format/path.h"

bool path_is_name(str name)
{
	return name.n && !str_is(name, ".") && !str_is(name, "..") && !memchr(name.p, '/', name.n) &&
	       !memchr(name.p, '\0', name.n);
}

static bool append(struct path *path, str name)
{
	size_t slash = path->n ? 1 : 0;

	if (name.n + slash > sizeof(path->p) - path->n) return false;
	if (slash) path->p[path->n++] = '/';
	memcpy(path->p + path->n, name.p, name.n);
	path->n += name.n;
	return true;
}

bool path_push(struct path *path, str name)
{
	return path_is_name(name) && append(path, name);
}

static void go_up(struct path *path)
{
	while (path->n && path->p[path->n - 1] != '/') path->n--;
	if (path->n) path->n--;
}

bool path_add(struct path *path, str more)
{
	str part;

	while (str_split(&more, '/', &part)) {
		if (!part.n || str_is(part, ".")) continue;
		if (str_is(part, ".."))
			go_up(path);
		else if (!append(path, part))
			return false;
	}
	return true;
}

bool path_clean(struct path *path, str stored)
{
	str part;

	path->n = 0;
	if (stored.n && memchr(stored.p, '\0', stored.n)) return false;
	while (str_split(&stored, '/', &part)) {
		if (!part.n || str_is(part, ".")) continue;
		if (str_is(part, "..") || !append(path, part)) return false;
	}
	return true;
}

bool path_leads_out(str link, str target)
{
	str part;
	int64_t depth = -1;

	if (str_starts(target, "/")) return false;
	while (str_split(&link, '/', &part)) depth++;
	while (str_split(&target, '/', &part)) {
		if (!part.n || str_is(part, ".")) continue;
		depth += str_is(part, "..") ? -1 : 1;
		if (depth < 0) return true;
	}
	return false;
}
