/* Accounts of a root file system: who can log in, and with what kind of password. passwd(5), shadow(5). */
#include "rootfs/collectors.h"
#include "base/digest.h"
#include "rootfs/lines.h"
#include "rootfs/passwords.h"

struct shadow {
	str name, password;
	const struct tree_file *file;
	uint64_t at;
	uint32_t line;
};

/* A device has some dozens; what has thousands is made to keep its reader busy. */
enum { ACCOUNTS_MOST = 2048, SHADOW_MOST = 512, FIELDS = 7 };

static size_t split_fields(str line, str fields[static FIELDS])
{
	size_t n = 0;

	while (n < FIELDS && str_split(&line, ':', &fields[n])) n++;
	return n;
}

static size_t read_shadow(const struct tree *t, struct shadow *all)
{
	const struct tree_file *file = NULL;
	size_t n = 0;

	if (!tree_text(t, "etc/shadow", &file).n) return 0;
	for (struct lines l = lines_of(file); n < SHADOW_MOST && lines_next(&l);) {
		str fields[FIELDS] = { 0 };

		if (split_fields(l.line, fields) < 2) continue;
		all[n++] = (struct shadow){
			.name = fields[0], .password = fields[1], .file = file, .at = l.at, .line = l.number
		};
	}
	return n;
}

static bool lets_in(str shell)
{
	str name = str_base_name(shell);

	return !str_is(name, "nologin") && !str_is(name, "false") && !str_is(name, "true") && !str_is(name, "sync") &&
	       !str_is(name, "halt") && !str_is(name, "shutdown");
}

/* The line with everything that is a hash replaced, so that the evidence holds no secret. */
static void excerpt(struct facts *f, const struct tree_file *file, uint64_t at, uint32_t line, str name, str password,
	struct arena *scratch)
{
	const char *shown = password.n > 1 ? "(hash)" : "";

	collect_excerpt(f, file, at, line,
		arena_printf(scratch, "%.*s:%s%.*s:", STR_FMT(name), shown, (int)(password.n > 1 ? 0 : password.n),
			password.p ? password.p : ""));
}

/* What one collecting carries along. */
struct taking {
	struct facts *facts;
	struct password_budget budget;
	struct arena scratch;
};

static void write_account(
	struct taking *t, const struct lines *l, str fields[static FIELDS], const struct shadow *shadow)
{
	struct facts *f = t->facts;
	struct arena scratch = t->scratch;
	const struct tree_file *file = shadow ? shadow->file : l->file;
	uint64_t at = shadow ? shadow->at : l->at, uid = 0;
	uint32_t line = shadow ? shadow->line : l->number;
	str password = shadow ? shadow->password : fields[1], shell = fields[6];
	struct password_state state = password_state_of(password, fields[0], &t->budget);
	bool has_uid = str_to_u64(fields[2], 10, &uid);
	bool has_shell = lets_in(shell);

	/* "x" without a shadow line points nowhere: nobody gets in by it. */
	if (!shadow && str_is(fields[1], "x")) state = (struct password_state){ .state = "none" };

	uint32_t entity = fact_entity(f, &(struct fact_entity){ .kind = STR("account"),
						 .name = fields[0],
						 .basis = STR("observed"),
						 .file = file->fact,
						 .at = NUM(at),
						 .line = NUM(line) });
	bool opens = strcmp(state.state, "locked") != 0 && strcmp(state.state, "none") != 0;
	struct digest digest = digest_of(span_from_str(password));

	fact_account(f, &(struct fact_account){
				.entity = entity,
				.uid = has_uid ? NUM(uid) : (num){ 0 },
				.can_login = tri_of(opens && has_shell),
				.privileged = has_uid ? tri_of(uid == 0) : UNKNOWN,
				.password = str_of(state.state),
				.scheme = str_of(state.scheme),
				.hash = state.scheme ? digest_str(&digest) : (str){ 0 },
				.shell = shell,
				.home = fields[5],
			});
	excerpt(f, file, at, line, fields[0], password, &scratch);
}

/* Some devices make passwd when they start and ship only the shadow: whoever has a password there gets in. */
static void write_shadow_only(struct taking *t, const struct shadow *shadow)
{
	struct lines l = { .file = shadow->file, .at = shadow->at, .number = shadow->line };
	str fields[FIELDS] = { shadow->name, shadow->password, str_is(shadow->name, "root") ? STR("0") : STR(""), { 0 },
		{ 0 }, { 0 }, { 0 } };

	write_account(t, &l, fields, shadow);
}

/* A file that was there and could not be kept, or a link that leads to what the device makes when it starts. */
static bool is_out_of_sight(const struct tree *t, const char *path)
{
	const struct tree_file *file = tree_find(t, str_of(path));
	size_t i = tree_first_below(t, STR("etc"));

	if (file) return file->size && !file->content.p;
	for (; i < t->count && tree_below(&t->files[i], STR("etc")); i++)
		if (str_is(t->files[i].path, path)) return t->files[i].type == NODE_LINK;
	return false;
}

static void collect_passwd(struct taking *taking, const struct tree *t, const struct shadow *shadows, size_t count)
{
	const struct tree_file *file = NULL;
	size_t taken = 0;

	if (!tree_text(t, "etc/passwd", &file).n) {
		for (size_t i = 0; i < count; i++) write_shadow_only(taking, &shadows[i]);
		return;
	}
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str fields[FIELDS] = { 0 };
		const struct shadow *shadow = NULL;

		if (!l.line.n || l.line.p[0] == '#' || split_fields(l.line, fields) < 4) continue;
		if (taken++ == ACCOUNTS_MOST) {
			tree_short(t, "accounts", "passwd has more lines than are read");
			return;
		}
		for (size_t i = 0; i < count && !shadow; i++)
			if (str_equal(shadows[i].name, fields[0])) shadow = &shadows[i];

		/* The shadow is asked only for "x", and by busybox for "*": an empty field is an empty password, and
		 * old systems have the hash in passwd. */
		if (!str_is(fields[1], "x") && !str_is(fields[1], "*")) shadow = NULL;
		write_account(taking, &l, fields, shadow);
	}
}

static void collect(struct facts *f, const struct tree *t, struct arena scratch)
{
	struct shadow *shadows = arena_array(&scratch, struct shadow, SHADOW_MOST);
	struct taking taking = { .facts = f, .budget = password_budget(), .scratch = scratch };
	size_t count = read_shadow(t, shadows);

	collect_passwd(&taking, t, shadows, count);
	if (!t->is_root && !t->is_beside_root) return;
	if (is_out_of_sight(t, "etc/passwd") || is_out_of_sight(t, "etc/shadow"))
		tree_short(
			t, "accounts", "passwd or shadow is made when the device starts, or is too large to be kept");
	if (count == SHADOW_MOST) tree_short(t, "accounts", "shadow has more lines than are read");
	if (taking.budget.ran_out)
		tree_short(t, "password-list",
			"some password hashes were not tried with the whole list of known passwords, as that takes too "
			"long");
}

const struct tree_collector collector_accounts = {
	.name = "accounts", .classes = { "accounts", "password-list" }, .collect = collect
};
