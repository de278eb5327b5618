#include "rootfs/account_sources.h"

#include "rootfs/lines.h"

static bool is_one_of(str word, const char *const *words)
{
	for (; *words; words++)
		if (str_is(word, *words)) return true;
	return false;
}

/* ---- lines of passwd --------------------------------------------------------------------------------------------- */

static bool has_glibc(const struct tree *t)
{
	for (size_t i = 0; i < t->count; i++) {
		str name = str_base_name(t->files[i].path);

		if (str_is(name, "libc.so.6") || str_starts(name, "ld-linux")) return true;
	}
	return false;
}

bool account_line_asks_others(const struct tree *t, str line)
{
	if (line.p[0] != '+' && line.p[0] != '-') return false;
	tree_short_at(t, "accounts", "passwd takes accounts over from a directory that is not in the image",
		STR("etc/passwd"));
	return has_glibc(t) || !memchr(line.p, ':', line.n);
}

/* ---- nsswitch.conf and userdb ------------------------------------------------------------------------------------ */

/* nsswitch.conf(5). systemd and mymachines make up root, nobody and those of running services; records of people are
 * files of userdb, which are looked for. */
static void name_service(const struct tree *t)
{
	static const char *const known[] = { "files", "compat", "systemd", "mymachines", "myhostname", NULL };
	const struct tree_file *file = NULL;

	if (!tree_text(t, "etc/nsswitch.conf", &file).n) return;
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str rest = l.line, word;

		if (!str_word(&rest, &word)) continue;
		if (!str_is(word, "passwd:") && !str_is(word, "shadow:")) continue;
		while (str_word(&rest, &word)) {
			if (word.p[0] == '#') break;
			if (word.p[0] == '[' || str_ends(word, "]") || is_one_of(word, known)) continue;
			tree_short_at(t, "accounts",
				"nsswitch.conf asks for accounts elsewhere than in passwd and shadow", file->path);
		}
	}
}

static void user_records(const struct tree *t)
{
	static const char *const folders[] = { "etc/userdb", "usr/lib/userdb", "usr/local/lib/userdb",
		"var/lib/extrausers" };

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		size_t at = tree_first_below(t, str_of(folders[i]));

		for (; at < t->count && tree_below(&t->files[at], str_of(folders[i])); at++) {
			str name = str_base_name(t->files[at].path);

			if (!str_ends(name, ".user") && !str_ends(name, ".user-privileged") && !str_is(name, "passwd"))
				continue;
			tree_short_at(t, "accounts", "a record of a user that is not read", t->files[at].path);
		}
	}
}

/* ---- PAM --------------------------------------------------------------------------------------------------------- */

/* Modules that ask the password of passwd and shadow, or make it harder to get in, and none that lets in by itself. */
static const char *const usual_modules[] = { "pam_unix", "pam_unix_auth", "pam_deny", "pam_permit", "pam_env",
	"pam_nologin", "pam_faildelay", "pam_faillock", "pam_tally", "pam_tally2", "pam_cap", "pam_securetty",
	"pam_rootok", "pam_wheel", "pam_group", "pam_shells", "pam_time", "pam_access", "pam_localuser", "pam_keyinit",
	"pam_limits", "pam_loginuid", "pam_motd", "pam_mail", "pam_selinux", "pam_systemd", "pam_lastlog", "pam_umask",
	"pam_usertype", "pam_warn", "pam_debug", "pam_issue", "pam_echo", "pam_gnome_keyring", "pam_kwallet5",
	"pam_google_authenticator", "pam_pwquality", "pam_cracklib", NULL };

/* Modules that only go on or refuse where they are required, and let in where they are enough. */
static const char *const open_when_enough[] = { "pam_succeed_if", "pam_wheel", "pam_localuser", "pam_access",
	"pam_usertype", "pam_nologin", "pam_securetty", "pam_shells", "pam_time", NULL };

/* Services that change who somebody is already; root may do so without a password. */
static const char *const inner_services[] = { "su", "su-l", "sudo", "sudo-i", "runuser", "runuser-l", "chsh", "chfn",
	"chpasswd", "newusers", "passwd", "cron", "crond", "atd", "systemd-user", "polkit-1", "useradd", "userdel",
	"usermod", "groupadd", "groupdel", "groupmod", NULL };

struct pam_line {
	str control, module; /* the module without its folder and ".so" */
	bool is_enough;      /* success ends the asking */
};

/* "auth [success=done default=ignore] /lib/security/pam_x.so args"; in pam.conf the service stands before. */
static bool auth_line(str line, bool has_service, str *ret_service, struct pam_line *ret)
{
	str word;

	line = str_trim(line);
	if (!line.n || line.p[0] == '#') return false;
	if (has_service && !str_word(&line, ret_service)) return false;
	if (!str_word(&line, &word) || (!str_is(word, "auth") && !str_is(word, "-auth"))) return false;
	if (!str_word(&line, &ret->control)) return false;
	ret->is_enough = str_is(ret->control, "sufficient");
	if (ret->control.p[0] == '[') {
		while (!str_ends(ret->control, "]")) {
			if (!str_word(&line, &word)) return false;
			ret->control.n = (size_t)(word.p + word.n - ret->control.p);
		}
		ret->is_enough =
			str_find(ret->control, "success=done", NULL) || str_find(ret->control, "default=done", NULL);
	}
	if (!str_word(&line, &ret->module)) return false;
	ret->module = str_base_name(ret->module);
	if (str_ends(ret->module, ".so")) ret->module.n -= 3;
	return true;
}

static bool is_include(const struct pam_line *l)
{
	return str_is(l->control, "include") || str_is(l->control, "substack");
}

/* Does some other line of the file have to be satisfied? Those that let everybody through do not count. */
static bool asks_something(const struct tree_file *file)
{
	struct pam_line p = { 0 };
	str service;

	for (struct lines l = lines_of(file); lines_next(&l);) {
		if (str_starts(str_trim(l.line), "@include")) return true;
		if (!auth_line(l.line, false, &service, &p)) continue;
		if (is_include(&p)) return true;
		if (!str_is(p.control, "required") && !str_is(p.control, "requisite") && p.control.p[0] != '[')
			continue;
		if (str_starts(p.module, "pam_unix") || str_is(p.module, "pam_deny") ||
			!is_one_of(p.module, usual_modules))
			return true;
	}
	return false;
}

static void everybody(struct facts *f, const struct lines *l, str service, struct arena scratch)
{
	uint32_t entity =
		fact_entity(f, &(struct fact_entity){ .kind = STR("account"),
				       .name = arena_printf(&scratch, "everybody, by PAM's %.*s", STR_FMT(service)),
				       .basis = STR("observed"),
				       .file = l->file->fact,
				       .at = NUM(l->at),
				       .line = NUM(l->number) });

	fact_account(f, &(struct fact_account){ .entity = entity, .can_login = YES, .password = STR("empty") });
	lines_excerpt(f, l);
}

static void pam_file(
	struct facts *f, const struct tree *t, const struct tree_file *file, bool has_service, struct arena scratch)
{
	struct pam_line p = { 0 };
	str service = str_base_name(file->path);

	for (struct lines l = lines_of(file); lines_next(&l);) {
		if (!auth_line(l.line, has_service, &service, &p) || is_include(&p)) continue;
		if (is_one_of(service, inner_services)) continue;
		if (!is_one_of(p.module, usual_modules) && !is_one_of(p.module, open_when_enough))
			tree_short_at(t, "accounts", "PAM asks a module that knows other people than passwd and shadow",
				file->path);
		if (p.is_enough && is_one_of(p.module, open_when_enough))
			tree_short_at(t, "accounts", "PAM lets in on a condition, without a password", file->path);
		if (str_is(p.module, "pam_permit") &&
			(p.is_enough ? str_is(p.control, "sufficient") || !asks_something(file)
				     : !has_service && str_is(p.control, "required") && !asks_something(file)))
			everybody(f, &l, service, scratch);
	}
}

static void pam(struct facts *f, const struct tree *t, struct arena scratch)
{
	static const char *const folders[] = { "etc/pam.d", "usr/lib/pam.d" };
	const struct tree_file *file = NULL;

	if (tree_text(t, "etc/pam.conf", &file).n) pam_file(f, t, file, true, scratch);
	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		size_t at = tree_first_below(t, str_of(folders[i]));

		for (; at < t->count && tree_below(&t->files[at], str_of(folders[i])); at++) {
			file = &t->files[at];
			if (file->type == NODE_FILE && file->content.p) pam_file(f, t, file, false, scratch);
		}
	}
}

void account_sources(struct facts *f, const struct tree *t, struct arena scratch)
{
	name_service(t);
	user_records(t);
	if (t->is_root) pam(f, t, scratch);
}
