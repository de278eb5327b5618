#include "collect/start.h"

#include "collect/daemons.h"
#include "collect/mask.h"
#include "collect/shell.h"
#include "base/digest.h"

/* ---- words ------------------------------------------------------------------------------------------------------------- */

/* Words that only say how the next word is run. */
static bool is_prefix(str word)
{
	static const char *const words[] = { "exec", "nohup", "setsid", "env", "ionice", "time", "sudo", "eval",
		"service_start", "daemon", "busybox", "procd_set_param", "procd_append_param", "command", "softlimit",
		"chrt", "nice", "trickle", "stdbuf", "sh", "ash", "bash", "timeout", ".", "source", "tcpd" };
	str name = str_base_name(word);

	if (!name.n) return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(name, words[i])) return true;
	return word.p[0] == '-' || (word.p[0] >= '0' && word.p[0] <= '9') ||
	       (memchr(word.p, '=', word.n) && word.p[0] != '/');
}

bool start_is_shell(str program)
{
	static const char *const shells[] = { "sh", "ash", "bash", "dash", "hush", "msh", "ksh", "mksh", "zsh", "csh",
		"tcsh", "cttyhack", "sulogin.sh" };
	str name = str_base_name(program);

	while (name.n && name.p[0] == '-') name.p++, name.n--;
	for (size_t i = 0; i < sizeof(shells) / sizeof(*shells); i++)
		if (str_is(name, shells[i])) return true;
	return false;
}

static bool has_word(const struct shell_command *c, const char *word)
{
	for (size_t i = 1; i < c->count; i++)
		if (str_is(c->words[i], word)) return true;
	return false;
}

/* start-stop-daemon names the program after -x or --exec; what follows "--" are its arguments. 0: it names none, or stops it. */
static size_t exec_option(const struct shell_command *c)
{
	static const char *const options[] = { "--exec", "-x", "--startas", "-a" };

	if (has_word(c, "-K") || has_word(c, "--stop") || has_word(c, "-T") || has_word(c, "--status")) return 0;
	for (size_t i = 1; i + 1 < c->count; i++)
		for (size_t k = 0; k < sizeof(options) / sizeof(*options); k++)
			if (str_is(c->words[i], options[k])) return i + 1;
	return 0;
}

/* The number of the word that is the program; c->count when there is none. */
static size_t program_at(const struct shell *sh, const struct shell_command *c)
{
	if (str_is(str_base_name(c->words[0]), "start-stop-daemon")) {
		size_t i = exec_option(c);

		return i ? i : c->count;
	}
	for (size_t i = 0; i < c->count && i < 12; i++)
		if (!is_prefix(shell_value(sh, c->words[i]))) return i;
	return c->count;
}

/* ---- programs in the tree ------------------------------------------------------------------------------------------------ */

/* The file that a command's word means, links followed, and the path by which it is called: what busybox does it does by that name. */
static const struct tree_file *find_program(const struct tree *t, str program, struct arena *scratch, str *ret_called)
{
	static const char *const folders[] = { "bin", "sbin", "usr/bin", "usr/sbin", "usr/local/bin", "usr/local/sbin",
		"system/bin", "mnt/mtd", "home" };

	*ret_called = program;
	if (program.n && program.p[0] == '/') return tree_find(t, program);
	if (program.n && memchr(program.p, '/', program.n)) return NULL;
	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		struct arena inner = *scratch;
		str called = arena_printf(&inner, "/%s/%.*s", folders[i], STR_FMT(program));
		const struct tree_file *file = tree_find(t, called);

		if (!file || file->type != NODE_FILE) continue;
		*scratch = inner;
		*ret_called = called;
		return file;
	}
	return NULL;
}

static bool port_of(str word, uint64_t *ret)
{
	str part;

	while (memchr(word.p ? word.p : "", ':', word.n) && str_split(&word, ':', &part)) continue;
	return str_to_u64(word, 10, ret) && *ret && *ret < 65536;
}

static bool port_after(const struct shell_command *c, size_t program, const char *option, uint64_t *ret)
{
	for (size_t i = program + 1; option && i < c->count; i++) {
		if (str_is(c->words[i], option)) return i + 1 < c->count && port_of(c->words[i + 1], ret);
		if (str_starts(c->words[i], option) &&
			port_of((str){ c->words[i].p + strlen(option), c->words[i].n - strlen(option) }, ret))
			return true;
	}
	return false;
}

/* telnetd -b 127.0.0.1, dropbear -p 127.0.0.1:22: nobody outside reaches it. With a second address somebody may. */
static bool is_loopback(const struct shell_command *c, size_t program)
{
	unsigned here = 0, there = 0;

	for (size_t i = program + 1; i < c->count; i++) {
		bool is_option = i && (str_is(c->words[i - 1], "-p") || str_is(c->words[i - 1], "-b"));

		if (!is_option) continue;
		if (str_starts(c->words[i], "127.0.0.1") || str_starts(c->words[i], "localhost"))
			here++;
		else if (str_is(c->words[i - 1], "-p"))
			there++;
	}
	return here && !there;
}

static uint32_t write_service(const struct starting *s, const struct lines *at, const struct daemon *d,
	const struct shell_command *c, size_t program)
{
	uint64_t port = s->port ? s->port : d->port;
	uint32_t entity;

	(void)port_after(c, program, d->port_option, &port);
	entity = fact_entity(s->facts, &(struct fact_entity){ .kind = STR("service"),
					       .name = str_of(d->program),
					       .basis = STR("observed"),
					       .file = at->file->fact,
					       .at = NUM(at->at),
					       .line = NUM(at->number) });
	fact_service(s->facts, &(struct fact_service){
				       .entity = entity,
				       .transport = str_of(d->transport),
				       .port = port ? NUM(port) : (num){ 0 },
				       .protocol = str_of(d->protocol),
				       .enabled = s->enabled,
				       .scope = is_loopback(c, program) ? STR("loopback") : (str){ 0 },
			       });
	return entity;
}

/* "$DIR/telnetd", "${DIR}telnetd": in full where the script says what DIR is; else the folder is not known, and the name is. */
static str program_name(const struct shell *sh, str word, struct arena *scratch)
{
	word = shell_expand(sh, word, scratch);
	if (memchr(word.p ? word.p : "", '$', word.n)) word = str_base_name(word);
	while (word.n && strchr("\"'`", word.p[word.n - 1])) word.n--;
	return word;
}

static void write_start(const struct starting *s, const struct lines *at, const struct shell *sh,
	const struct shell_command *c, size_t program_word, struct arena scratch)
{
	str program = program_name(sh, c->words[program_word], &scratch), name = str_base_name(program), called;
	const struct tree_file *binary;
	uint32_t service = 0;
	char room[MASK_LINE_MOST + 64];

	if (!name.n || name.n > 64 || memchr(name.p, '$', name.n)) return;
	binary = find_program(s->tree, program, &scratch, &called);
	if (s->found) s->found->inetd |= str_is(name, "inetd"), s->found->xinetd |= str_is(name, "xinetd");
	for (const struct daemon *d = daemons; d->program; d++) {
		uint32_t entity;

		if (!str_is(name, d->program)) continue;
		entity = write_service(s, at, d, c, program_word);
		if (!service) service = entity;
	}

	/* Words of a script that are no program of the image are shell, not starts; what init itself is told to run is named whole. */
	if (!binary && !service && strcmp(s->moment, "respawn") != 0 && strcmp(s->moment, "console") != 0) return;
	if (binary && s->scripts) scripts_add(s, s->scripts, binary, s->enabled, has_word(c, "start"));

	/* One program under many names (busybox): what one name does says nothing of what another does. */
	bool is_itself = binary && (service || str_equal(str_base_name(binary->path), name));

	fact_start(s->facts, &(struct fact_start){
				     .file = at->file->fact,
				     .line = NUM(at->number),
				     .program = called,
				     .moment = str_of(s->moment),
				     .enabled = s->enabled,
				     .user = s->user.n ? s->user : STR("root"),
				     .confined = s->confined,
				     .service = service,
				     .binary = is_itself && binary->is_elf ? binary->fact : 0,
				     .command = mask_secrets(c->text, room),
			     });
	lines_excerpt(s->facts, at);
}

/* ---- commands of a shell ----------------------------------------------------------------------------------------------------- */

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

/* `[ -x /usr/sbin/x ]`: what the image itself answers. Of folders that are filled while the device runs it knows nothing. */
static tri test_result(const struct starting *s, const struct shell *sh, const struct shell_command *c)
{
	static const char *const made_later[] = { "/var/", "/tmp/", "/proc/", "/dev/", "/sys/", "/run/", "/mnt/",
		"/media/" };
	bool is_test = c->count == 4 && str_is(c->words[0], "[") && str_is(c->words[3], "]");
	str path;

	is_test |= c->count == 3 && str_is(c->words[0], "test");
	if (!is_test || !(str_is(c->words[1], "-x") || str_is(c->words[1], "-f") || str_is(c->words[1], "-e")))
		return UNKNOWN;
	path = shell_value(sh, c->words[2]);
	if (!path.n || path.p[0] != '/' || memchr(path.p, '$', path.n)) return UNKNOWN;
	for (size_t i = 0; i < sizeof(made_later) / sizeof(*made_later); i++)
		if (str_starts(path, made_later[i])) return UNKNOWN;
	if (tree_find(s->tree, path)) return YES;
	return s->tree->is_whole ? NO : UNKNOWN;
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

struct running {
	const struct starting *start;
	struct lines at; /* of the script, or of the one line that is taken */
	str script;
	bool is_file; /* places are counted inside the script, else they are at's own */
	unsigned nested;
	struct arena scratch;
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
	if (takes_t && (has_word(c, "-t") || has_word(c, "-tt") || has_word(c, "-T"))) return true;
	return (is_script && has_word(c, "stop")) || str_starts(c->function, "stop") || str_starts(c->function, "kill");
}

/* A function that nobody calls runs nothing. Those that a frame around the script calls (rc.common) have usual names. */
static tri function_runs(const struct running *r, str name)
{
	static const char *const called[] = { "start", "boot", "init", "main", "do_start", "procd", "reload",
		"restart" };
	str rest = r->script;
	unsigned count = 0;
	size_t at;
	char text[64];

	if (!name.n || name.n >= sizeof(text)) return YES;
	for (size_t i = 0; i < sizeof(called) / sizeof(*called); i++)
		if (str_starts(name, called[i])) return YES;
	memcpy(text, name.p, name.n);
	text[name.n] = '\0';
	for (; count < 2 && str_find(rest, text, &at); count++) rest.p += at + name.n, rest.n -= at + name.n;
	return count < 2 ? UNKNOWN : YES;
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

/* A variable that holds several words is a command with its arguments, or each of a loop's programs. */
static bool run_listed(const struct running *r, const struct shell *sh, const struct lines *at,
	const struct shell_command *c, size_t program, const struct starting *here)
{
	bool is_list = false;
	str value = shell_list(sh, c->words[program], &is_list), word;

	if (!value.n || r->nested >= 3) return false;
	if (!is_list) {
		run_commands(&(struct running){
			.start = here, .at = *at, .script = value, .nested = r->nested + 1, .scratch = r->scratch });
		return true;
	}
	for (unsigned i = 0; i < SHELL_WORDS_MOST && str_word(&value, &word); i++)
		run_commands(&(struct running){
			.start = here, .at = *at, .script = word, .nested = r->nested + 1, .scratch = r->scratch });
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

static void run_commands(const struct running *r)
{
	struct shell sh = shell_of(r->script);
	struct shell_command c, before = { 0 };
	tri reached = YES, result = UNKNOWN;
	bool is_other;

	for (; shell_next(&sh, &c); before = c) {
		struct starting here = *r->start;
		struct lines at = place_of(r, &c);
		size_t program = program_at(&sh, &c);

		if (c.link == SHELL_FIRST) reached = YES;
		if (c.link == SHELL_AND) reached = both(reached, result);
		if (c.link == SHELL_OR) reached = both(reached, opposite(result));
		result = test_result(&here, &sh, &c);
		if (c.link == SHELL_PIPE && str_is(str_base_name(c.words[0]), "chpasswd"))
			piped_password(&here, &at, &before);
		if (c.is_one_case && !is_start_branch(&here, &c, &is_other) && is_other) continue;
		if (program == c.count && !start_is_shell(c.words[0]) && !str_is(c.words[0], "eval")) {
			if (ends_script(&sh, &c)) return;
			continue;
		}
		here.enabled = is_run(r, &c, reached);
		if (!run_quoted(r, &at, &c, &here) && program < c.count &&
			!is_shell_word(str_base_name(c.words[program])) && !is_stopping(&c, c.words[program]) &&
			!run_listed(r, &sh, &at, &c, program, &here))
			write_start(&here, &at, &sh, &c, program, r->scratch);
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

void start_seen(const struct starting *s, const struct tree_file *file)
{
	if (!file || file->type != NODE_FILE) return;
	if (s->found) s->found->anything = true;
	if (!file->is_elf && file->size && !file->content.p)
		tree_short(s->tree, "start", "a script or table of what is started is too large, or is no text");
}

void scripts_add(
	const struct starting *s, struct scripts *list, const struct tree_file *file, tri enabled, bool gets_start)
{
	if (!file || file->type != NODE_FILE) return;
	start_seen(s, file);
	if (file->is_elf || !file->content.p) return;
	for (size_t i = 0; i < list->count; i++) {
		if (list->files[i] != file) continue;
		if (enabled == YES) list->enabled[i] = YES;
		list->gets_start[i] |= gets_start;
		return;
	}
	if (list->count == SCRIPTS_MOST) {
		tree_short(s->tree, "start", "more scripts are started than are read");
		return;
	}
	list->files[list->count] = file;
	list->enabled[list->count] = enabled;
	list->gets_start[list->count++] = gets_start;
}

void start_shell(const struct starting *s, const struct lines *at, str command)
{
	str rest = command, word = { 0 };

	str_word(&rest, &word);
	if (s->found) s->found->anything = true;
	fact_start(s->facts, &(struct fact_start){ .file = at->file->fact,
				     .line = NUM(at->number),
				     .program = word,
				     .moment = str_of(s->moment),
				     .enabled = s->enabled,
				     .user = STR("root"),
				     .command = command });
	lines_excerpt(s->facts, at);
}
