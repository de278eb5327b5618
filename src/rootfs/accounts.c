/* Accounts of a root file system: who can log in, and with what kind of password. passwd(5), shadow(5). */
#include "rootfs/account_sources.h"
#include "base/digest.h"
#include "rootfs/collectors.h"
#include "rootfs/lines.h"
#include "rootfs/passwords.h"
#include "rootfs/start.h"

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

static bool is_no_shell(str name)
{
	static const char *const names[] = { "nologin", "false", "true", "sync", "halt", "shutdown", NULL };

	for (const char *const *n = names; *n; n++)
		if (str_is(name, *n)) return true;
	return false;
}

/* Whether whoever logs in gets something that takes commands. A name that promises nothing may lead to a shell, or be a
 * script; and a shell that is not there is one only when something else brings it: for the one that scripts of start-up
 * need, something does, else the product would not start. */
static tri lets_in(const struct tree *t, str shell)
{
	const struct tree_file *file = shell.n ? tree_find(t, shell) : NULL;
	str folder = { shell.p, shell.n - str_base_name(shell).n };

	if (is_no_shell(str_base_name(shell))) {
		if (file && start_is_shell(file->path)) return YES;
		return file && str_starts(str_from_span(file->content), "#!") ? UNKNOWN : NO;
	}
	if (file || folder.n < 2 || !t->is_whole || str_is(shell, "/bin/sh") || str_is(shell, "/bin/ash")) return YES;
	folder.n--;
	return tree_first_below(t, folder) < t->count && !tree_name(t, shell) ? UNKNOWN : YES;
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
	const struct tree *tree;
	bool has_ssh; /* OpenSSH and dropbear ask the shadow, whatever passwd has */
	struct password_budget budget;
	struct arena scratch;
};

/* Both let in whoever knows them: how easily, from 0. */
static int weakness(const struct password_state *state)
{
	static const char *const order[] = { "none", "locked", "hash", "known", "empty" };
	int n = 0;

	while (n < 4 && strcmp(state->state, order[n]) != 0) n++;
	return n;
}

/* login asks the shadow for "x" only, and busybox for "*" too: an empty field is an empty password, and old systems
 * have the hash in passwd. Servers of SSH ask the shadow first. NULL: what passwd has counts. */
static const struct shadow *shadow_that_counts(struct taking *t, str fields[static FIELDS], const struct shadow *shadow)
{
	if (!shadow || str_is(fields[1], "x") || str_is(fields[1], "*")) return shadow;
	if (!t->has_ssh) return NULL;

	struct password_state own = password_state_of(fields[1], fields[0], &t->budget);
	struct password_state other = password_state_of(shadow->password, fields[0], &t->budget);

	return weakness(&other) > weakness(&own) ? shadow : NULL;
}

static tri both(bool opens, tri has_shell)
{
	return opens ? has_shell : NO;
}

/* is_second: the name stood in a line before, and that is the one that everybody finds. */
static void write_account(
	struct taking *t, const struct lines *l, str fields[static FIELDS], const struct shadow *shadow, bool is_second)
{
	struct facts *f = t->facts;
	struct arena scratch = t->scratch;
	const struct tree_file *file = shadow ? shadow->file : l->file;
	uint64_t at = shadow ? shadow->at : l->at, uid = 0;
	uint32_t line = shadow ? shadow->line : l->number;
	str password = shadow ? shadow->password : fields[1], shell = fields[6];
	struct password_state state = password_state_of(password, fields[0], &t->budget);
	/* Some C libraries take "+0", " 0" and numbers beyond 32 bits for root's. */
	bool has_uid = str_to_u64(fields[2], 10, &uid) && uid < UINT32_MAX;

	/* "x" without a shadow line points nowhere: nobody gets in by it. */
	if (!shadow && str_is(fields[1], "x")) state = (struct password_state){ .state = "none" };

	uint32_t entity = fact_entity(f, &(struct fact_entity){ .kind = STR("account"),
						 .name = fields[0],
						 .basis = STR("observed"),
						 .file = file->fact,
						 .at = NUM(at),
						 .line = NUM(line) });
	bool opens = strcmp(state.state, "locked") != 0 && strcmp(state.state, "none") != 0;
	bool is_hash = strcmp(state.state, "hash") == 0 || strcmp(state.state, "known") == 0;
	struct digest digest = digest_of(span_from_str(password));

	fact_account(f, &(struct fact_account){
				.entity = entity,
				.uid = has_uid ? NUM(uid) : (num){ 0 },
				.can_login = both(opens && !is_second, lets_in(t->tree, shell)),
				.privileged = has_uid ? tri_of(uid == 0) : UNKNOWN,
				.password = str_of(state.state),
				.scheme = str_of(state.scheme),
				.hash = is_hash ? digest_str(&digest) : (str){ 0 },
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

	write_account(t, &l, fields, shadow, false);
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

static const struct shadow *shadow_of(str name, const struct shadow *shadows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(shadows[i].name, name)) return &shadows[i];
	return NULL;
}

static void collect_passwd(struct taking *taking, const struct tree *t, const struct shadow *shadows, size_t count,
	str names[static ACCOUNTS_MOST])
{
	const struct tree_file *file = NULL;
	size_t taken = 0, whole = 0;

	if (!tree_text(t, "etc/passwd", &file).n) {
		for (size_t i = 0; i < count; i++) write_shadow_only(taking, &shadows[i]);
		return;
	}
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str fields[FIELDS] = { 0 };
		bool is_second = false;
		size_t n;

		if (!l.line.n || l.line.p[0] == '#') continue;
		if (account_line_asks_others(t, l.line)) continue;
		n = split_fields(l.line, fields);
		if (n < 4) continue;
		if (taken++ == ACCOUNTS_MOST) {
			tree_short(t, "accounts", "passwd has more lines than are read");
			return;
		}
		for (size_t i = 0; i < whole && !is_second; i++) is_second = str_equal(names[i], fields[0]);
		if (n == FIELDS) names[whole++] = fields[0];
		write_account(taking, &l, fields,
			shadow_that_counts(taking, fields, shadow_of(fields[0], shadows, count)), is_second);
	}
}

static bool has_ssh_server(const struct tree *t)
{
	for (size_t i = 0; i < t->count; i++) {
		str name = str_base_name(t->files[i].path);

		if (str_is(name, "sshd") || str_is(name, "dropbear") || str_is(name, "dropbearmulti")) return true;
	}
	return false;
}

static void collect(struct facts *f, const struct tree *t, struct arena scratch)
{
	struct shadow *shadows = arena_array(&scratch, struct shadow, SHADOW_MOST);
	str *names = arena_array(&scratch, str, ACCOUNTS_MOST);
	struct taking taking = {
		.facts = f, .tree = t, .has_ssh = has_ssh_server(t), .budget = password_budget(), .scratch = scratch
	};
	size_t count = read_shadow(t, shadows);

	collect_passwd(&taking, t, shadows, count, names);
	account_sources(f, t, scratch);
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

const struct tree_collector collector_accounts = { .name = "accounts",
	.reads = "`etc/passwd` and `etc/shadow`, as login and servers of SSH find them; `etc/pam.conf`, `etc/pam.d`, "
		 "`usr/lib/pam.d`. Known and not read: NIS, what `nsswitch.conf` asks, records of userdb",
	.classes = { "accounts", "password-list" },
	.collect = collect };
