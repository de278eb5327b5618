/* Going through a script of the shell: which of its commands are run, and how sure that is. */
#include "base/mask.h"
#include "rootfs/shell.h"
#include "rootfs/start.h"
#include "base/digest.h"

#include <fnmatch.h>

static bool is_shell_word(str name)
{
	static const char *const words[] = { "echo", "export", "cd", "test", "[", "[[", "return", "exit", "local",
		"set", "unset", "shift", "sleep", "rm", "cp", "mv", "mkdir", "ln", "chmod", "chown", "touch", "cat",
		"grep", "sed", "awk", "cut", "head", "tail", "kill", "killall", "ps", "mount", "umount", "ifconfig",
		"ip", "route", "insmod", "modprobe", "rmmod", "true", "false", "printf", "ls", "tar", "gzip", "expr",
		"basename", "dirname", "which", "type", "read", "trap", "wait", "logger", "mknod", "hostname", "sync",
		"dd", "find", "pidof", "pgrep", "pkill", "uname", "date", "tr", "sort", "uniq", "wc", "tee", "xargs",
		"sysctl", "usleep", "free", "df", "du", "id", "stty", "clear", "dmesg", "hwclock", "depmod", "lsmod",
		"nvram", "uci", "mdev", "udevadm", "install", "alias", "ulimit", "umask" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(name, words[i])) return true;
	return false;
}

tri start_path_exists(const struct tree *t, str path)
{
	static const char *const made_later[] = { "/var/", "/tmp/", "/proc/", "/dev/", "/sys/", "/run/", "/mnt/",
		"/media/" };

	if (!path.n || path.p[0] != '/' || memchr(path.p, '$', path.n)) return UNKNOWN;
	for (size_t i = 0; i < sizeof(made_later) / sizeof(*made_later); i++)
		if (str_starts(path, made_later[i])) return UNKNOWN;
	if (tree_find(t, path)) return YES;
	return t->is_whole ? NO : UNKNOWN;
}

/* `[ -x /usr/sbin/x ]`: what the image itself answers. */
static tri test_result(const struct starting *s, const struct shell *sh, const struct shell_command *c)
{
	bool is_test = c->count == 4 && str_is(c->words[0], "[") && str_is(c->words[3], "]");

	is_test |= c->count == 3 && str_is(c->words[0], "test");
	if (!is_test || c->words[1].n != 2 || c->words[1].p[0] != '-' || !strchr("xfer", c->words[1].p[1]))
		return UNKNOWN;

	/* What a loop takes from a folder is there; its other words are told apart nowhere. */
	str list;
	size_t from, to;

	if (shell_loop_in(sh, c->words[2], &list, &from, &to)) return memchr(list.p, '*', list.n) ? YES : UNKNOWN;
	return start_path_exists(s->tree, shell_value(sh, c->words[2]));
}

static tri opposite(tri a)
{
	return a == YES ? NO : a == NO ? YES : UNKNOWN;
}

static tri both(tri a, tri b)
{
	if (a == NO || b == NO) return NO;
	return a == YES && b == YES ? YES : UNKNOWN;
}

/* "echo name:password | chpasswd" sets a password that every unit has. */
static void piped_password(const struct starting *s, const struct lines *at, const struct shell_command *from)
{
	for (size_t i = 1; i < from->count; i++) {
		str password = from->words[i], name;

		if (!memchr(password.p ? password.p : "", ':', password.n) || !str_split(&password, ':', &name))
			continue;
		if (mask_is_plain_value(password) || memchr(password.p, '$', password.n)) continue;

		struct digest digest = digest_of(span_from_str(password));

		fact_secret(s->facts, &(struct fact_secret){ .file = at->file->fact,
					      .at = NUM(at->at),
					      .kind = STR("password"),
					      .fingerprint = digest_str(&digest),
					      .used_by = STR("chpasswd"),
					      .locked = NO });
		lines_excerpt(s->facts, at);
	}
}

/* To ask whether a function is called, the script is searched: so many times at most, for each function once. */
enum { FUNCTIONS_MOST = 512 };

struct function_asked {
	str name;
	tri runs;
	unsigned count;
};

struct running {
	const struct starting *start;
	struct lines at; /* of the script, or of the one line that is taken */
	str script;
	bool is_file; /* places are counted inside the script, else they are at's own */
	unsigned nested;
	struct arena scratch;
	struct function_asked *asked;
};

static void run_commands(const struct running *r);

/* sh -c "telnetd -l /bin/sh", su -c, eval: the quoted word is a script. */
static bool run_quoted(
	const struct running *r, const struct lines *at, const struct shell_command *c, const struct starting *here)
{
	bool takes =
		start_is_shell(c->words[0]) || str_is(str_base_name(c->words[0]), "su") || str_is(c->words[0], "eval");

	for (size_t i = 1; takes && r->nested < 3 && i < c->count; i++) {
		bool is_script = str_is(c->words[0], "eval") || str_is(c->words[i - 1], "-c");

		if (!is_script || !memchr(c->words[i].p ? c->words[i].p : "", ' ', c->words[i].n)) continue;
		run_commands(&(struct running){ .start = here,
			.at = *at,
			.script = c->words[i],
			.nested = r->nested + 1,
			.scratch = r->scratch });
		return true;
	}
	return false;
}

/* Where a command stands: the line it begins on, of which an excerpt needs no more than this. */
static struct lines place_of(const struct running *r, const struct shell_command *c)
{
	enum { BACK_MOST = 160 };
	struct lines at = r->at;
	size_t from = c->at, to = c->at;

	if (!r->is_file) return at;
	while (from && c->at - from < BACK_MOST && r->script.p[from - 1] != '\n') from--;
	while (to < r->script.n && to - from < MASK_LINE_MOST && r->script.p[to] != '\n') to++;
	at.at = from;
	at.number = c->line;
	at.line = (str){ r->script.p + from, to - from };
	return at;
}

static bool is_stopping(const struct shell_command *c, str program)
{
	bool is_script = str_find(program, "init.d/", NULL) || str_find(program, "rc.d/", NULL);
	str name = str_base_name(program);
	bool takes_t = str_is(name, "nginx") || str_is(name, "lighttpd") || str_is(name, "sshd");

	/* nginx -t looks at its configuration and ends. */
	if (takes_t && (start_has_word(c, "-t") || start_has_word(c, "-tt") || start_has_word(c, "-T"))) return true;
	return (is_script && start_has_word(c, "stop")) || str_starts(c->function, "stop") ||
	       str_starts(c->function, "kill");
}

static tri is_called(str script, str name)
{
	static const char *const called[] = { "start", "boot", "init", "main", "do_start", "procd", "reload",
		"restart" };
	unsigned count = 0;
	size_t at;
	char text[64];

	if (name.n >= sizeof(text)) return YES;
	for (size_t i = 0; i < sizeof(called) / sizeof(*called); i++)
		if (str_starts(name, called[i])) return YES;
	memcpy(text, name.p, name.n);
	text[name.n] = '\0';
	for (; count < 2 && str_find(script, text, &at); count++) script.p += at + name.n, script.n -= at + name.n;
	return count < 2 ? UNKNOWN : YES;
}

/* A function that nobody calls runs nothing. Those that a frame around the script calls (rc.common) have usual
 * names. */
static tri function_runs(const struct running *r, str name)
{
	if (!name.n) return YES;
	if (str_equal(r->asked->name, name)) return r->asked->runs;
	r->asked->runs = r->asked->count++ < FUNCTIONS_MOST ? is_called(r->script, name) : UNKNOWN;
	r->asked->name = name;
	return r->asked->runs;
}

/* In the branch of `case "$1"` that a script takes that is run with the word "start". */
static bool is_start_branch(const struct starting *s, const struct shell_command *c, bool *ret_other)
{
	str rest = c->pattern, word;

	*ret_other = false;
	if (!s->gets_start || !c->pattern.n) return false;
	while (str_split(&rest, '|', &word)) {
		word = str_trim(word);
		while (word.n && strchr("\"'(", word.p[0])) word.p++, word.n--;
		while (word.n && strchr("\"'", word.p[word.n - 1])) word.n--;
		if (str_is(word, "start") || str_is(word, "boot")) return true;
		if (memchr(word.p ? word.p : "", '*', word.n)) return false;
	}
	*ret_other = true;
	return false;
}

/* exit, and exec with a program: what stands behind it in the script is not reached. */
static bool ends_script(const struct shell *sh, const struct shell_command *c)
{
	if (c->is_conditional || c->function.n || sh->depth || c->link != SHELL_FIRST) return false;
	return str_is(c->words[0], "exit") || str_is(c->words[0], "return") ||
	       (str_is(c->words[0], "exec") && c->count > 1);
}

/* A word of a loop: itself, or with a '*' in it every file of the image that it fits. */
static void run_word(
	const struct running *r, const struct lines *at, str word, bool gets_start, const struct starting *here)
{
	const struct tree *t = here->tree;
	struct running inner = { .start = here, .at = *at, .nested = r->nested + 1, .scratch = r->scratch };
	str folder = { word.p, 0 };
	const char *pattern = arena_cstr(&inner.scratch, word);

	for (size_t i = 0; i < word.n && !strchr("*?[", word.p[i]); i++)
		if (word.p[i] == '/') folder.n = i;
	if (folder.n < 2 || !strpbrk(pattern, "*?[")) {
		inner.script = gets_start ? arena_printf(&inner.scratch, "%.*s start", STR_FMT(word)) : word;
		run_commands(&inner);
		return;
	}
	if (here->enabled != NO && tree_first_below(t, folder) == t->count && start_path_exists(t, word) == UNKNOWN)
		tree_short(t, "start", "a script runs what lies in a folder of which the image has nothing");
	for (size_t k = tree_first_below(t, folder); k < t->count && tree_below(&t->files[k], folder); k++) {
		struct running one = inner;
		str path = arena_printf(&one.scratch, "/%.*s", STR_FMT(t->files[k].path));

		if (fnmatch(pattern, path.p, FNM_PATHNAME | FNM_PERIOD) != 0) continue;
		one.script = gets_start ? arena_printf(&one.scratch, "%.*s start", STR_FMT(path)) : path;
		run_commands(&one);
	}
}

/* A variable that holds several words is a command with its arguments; that of a loop stands for each of its words,
 * alone or in a longer one. */
static bool run_listed(const struct running *r, const struct shell *sh, const struct lines *at,
	const struct shell_command *c, size_t program, const struct starting *here)
{
	str whole = c->words[program], list, word;
	bool is_loop = false, gets_start = start_has_word(c, "start");
	size_t from, to;

	if (r->nested >= 3) return false;
	if (shell_loop_in(sh, whole, &list, &from, &to)) {
		for (unsigned i = 0; i < SHELL_WORDS_MOST && str_word(&list, &word) && !start_has_word(c, "stop");
			i++) {
			struct running inner = *r;
			str full = arena_printf(&inner.scratch, "%.*s%.*s%.*s", (int)from, whole.p, STR_FMT(word),
				(int)(whole.n - to), whole.p + to);

			run_word(&inner, at, full, gets_start, here);
		}
		return true;
	}

	str value = shell_list(sh, whole, &is_loop);

	if (!value.n) return false;
	run_commands(&(struct running){
		.start = here, .at = *at, .script = value, .nested = r->nested + 1, .scratch = r->scratch });
	return true;
}

/* How sure it is that this command of the script is run. */
static tri is_run(const struct running *r, const struct shell_command *c, tri reached)
{
	bool is_other;
	tri enabled = r->start->enabled;

	if (enabled != YES) return enabled;
	enabled = reached;
	if (c->is_conditional && !(c->is_one_case && is_start_branch(r->start, c, &is_other)) && enabled == YES)
		enabled = UNKNOWN;
	return both(enabled, function_runs(r, c->function));
}

/* `sh <<END`, `... | sh`: the shell reads its commands from a text that is not gone through. */
static bool takes_commands_from_input(const struct shell_command *c)
{
	bool has_script = c->count > 1 && !str_is(c->words[1], "-s");

	if (!c->count || has_script || !start_is_shell(c->words[0])) return false;
	return c->link == SHELL_PIPE || str_find(c->text, "<<", NULL);
}

static void run_commands(const struct running *running)
{
	struct function_asked asked = { 0 };
	struct running one = *running, *r = &one;
	struct shell sh = shell_of(r->script);
	struct shell_command c, before = { 0 };
	tri reached = YES, result = UNKNOWN;
	bool is_other;

	one.asked = &asked;
	for (; shell_next(&sh, &c); before = c) {
		struct starting here = *r->start;
		struct lines at = place_of(r, &c);
		size_t program = start_program_at(&sh, &c);

		if (c.link == SHELL_FIRST) reached = YES;
		if (c.link == SHELL_AND) reached = both(reached, result);
		if (c.link == SHELL_OR) reached = both(reached, opposite(result));
		result = test_result(&here, &sh, &c);
		if (c.link == SHELL_PIPE && str_is(str_base_name(c.words[0]), "chpasswd"))
			piped_password(&here, &at, &before);
		if (c.is_one_case && !is_start_branch(&here, &c, &is_other) && is_other) continue;
		if (takes_commands_from_input(&c) && is_run(r, &c, reached) != NO)
			tree_short(
				here.tree, "start", "a script gives a shell commands as text, which are not followed");
		if (program == c.count && !start_is_shell(c.words[0]) && !str_is(c.words[0], "eval")) {
			if (ends_script(&sh, &c)) return;
			continue;
		}
		here.enabled = is_run(r, &c, reached);
		if (!run_quoted(r, &at, &c, &here) && program < c.count &&
			!is_shell_word(str_base_name(c.words[program])) && !is_stopping(&c, c.words[program]) &&
			!run_listed(r, &sh, &at, &c, program, &here))
			start_write(&here, &at, &sh, &c, program, r->scratch);
		if (ends_script(&sh, &c)) return;
	}
}

void start_command(const struct starting *s, const struct lines *at, str command, struct arena scratch)
{
	run_commands(&(struct running){ .start = s, .at = *at, .script = command, .scratch = scratch });
}

void start_script(const struct starting *s, const struct tree_file *file, struct arena scratch)
{
	run_commands(&(struct running){ .start = s,
		.at = { .file = file },
		.script = str_from_span(file->content),
		.is_file = true,
		.scratch = scratch });
}
