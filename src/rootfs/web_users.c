/* Users of web servers and brokers, who are no accounts of the system: htpasswd files, lighttpd's and mosquitto's own,
 * httpd.conf of busybox. */
#include "rootfs/collectors.h"
#include "base/digest.h"
#include "rootfs/lines.h"
#include "rootfs/passwords.h"

enum { USERS_MOST = 512 };

/* Where the name and the password stand, and what takes them. */
struct form {
	const char *suffix; /* of the path */
	const char *used_by;
	bool is_httpd;   /* "/path:name:password" */
	bool is_foreign; /* its hashes look like crypt's and are not */
};

static const struct form forms[] = {
	{ "htpasswd", "web server", false, false },
	{ "lighttpd.user", "lighttpd", false, false },
	{ "etc/httpd.conf", "httpd", true, false },
	{ "etc/mosquitto/passwd", "mosquitto", false, true },
	{ "etc/mosquitto/pwfile", "mosquitto", false, true },
	{ "etc/mosquitto/passwordfile", "mosquitto", false, true },
	{ "etc/mosquitto/password_file", "mosquitto", false, true },
};

static struct password_state state_of(const struct form *form, str password, str name, struct password_budget *budget)
{
	struct password_state state = password_state_of(password, name, budget);

	if (!password.n) return state;

	/* Forms that crypt(3) does not have are not tried. */
	const char *untried = form->is_foreign                 ? "mosquitto"
			      : str_starts(password, "$apr1$") ? "md5crypt"
			      : str_starts(password, "{SHA}")  ? "sha1"
							       : NULL;

	if (untried) {
		budget->ran_out = true;
		return (struct password_state){ .state = "hash", .scheme = untried };
	}

	/* Thirteen letters may be a hash of DES or a word: crypt's reading of it stands. */
	if (state.scheme) return state;
	return (struct password_state){ .state = password_is_default(password) ? "known" : "hash", .scheme = "plain" };
}

static void write_user(struct facts *f, const struct lines *l, const struct form *form, str name, str password,
	struct password_budget *budget, struct arena scratch)
{
	struct password_state state = state_of(form, password, name, budget);
	struct digest digest = digest_of(span_from_str(password));
	uint32_t entity = fact_entity(f, &(struct fact_entity){ .kind = STR("account"),
						 .name = name,
						 .basis = STR("observed"),
						 .file = l->file->fact,
						 .at = NUM(l->at),
						 .line = NUM(l->number) });

	fact_account(f, &(struct fact_account){ .entity = entity,
				.can_login = YES,
				.privileged = NO,
				.password = str_of(state.state),
				.scheme = str_of(state.scheme),
				.hash = state.scheme ? digest_str(&digest) : (str){ 0 } });
	collect_excerpt(f, l->file, l->at, l->number,
		arena_printf(&scratch, "%.*s:%s (%s)", STR_FMT(name), password.n ? "(secret)" : "", form->used_by));
}

static bool take_fields(const struct form *form, str line, str *ret_name, str *ret_password)
{
	str place;

	if (form->is_httpd && (line.p[0] != '/' || !str_split(&line, ':', &place))) return false;
	if (!memchr(line.p ? line.p : "", ':', line.n) || !str_split(&line, ':', ret_name)) return false;
	if (!str_split(&line, ':', ret_password)) *ret_password = (str){ 0 };
	return ret_name->n && !memchr(ret_name->p, ' ', ret_name->n);
}

static void collect(struct facts *f, const struct tree *t, struct arena scratch)
{
	struct password_budget budget = password_budget();
	unsigned taken = 0;

	if (!t->is_root && !t->is_beside_root) return;
	for (size_t i = 0; i < t->count; i++) {
		const struct tree_file *file = &t->files[i];
		const struct form *form = NULL;

		for (size_t k = 0; k < sizeof(forms) / sizeof(*forms) && !form; k++)
			if (str_ends(file->path, forms[k].suffix)) form = &forms[k];
		if (!form || file->type != NODE_FILE || !file->content.p) continue;
		for (struct lines l = lines_of(file); lines_next(&l);) {
			str line = str_trim(l.line), name, password;

			if (!line.n || line.p[0] == '#' || !take_fields(form, line, &name, &password)) continue;
			if (taken++ == USERS_MOST) {
				tree_short(t, "accounts", "files of web users have more lines than are read");
				return;
			}
			write_user(f, &l, form, name, password, &budget, scratch);
		}
	}
	if (budget.ran_out)
		tree_short(t, "password-list",
			"some password hashes of web users were not tried with the list of known passwords, or with a "
			"part of it only");
}

const struct tree_collector collector_web_users = { .name = "web-users",
	.reads = "files of users of web servers and brokers: `*htpasswd`, `*lighttpd.user`, `etc/httpd.conf`, "
		 "mosquitto's",
	.classes = { NULL },
	.collect = collect };
