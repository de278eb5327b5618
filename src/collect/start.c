#include "collect/start.h"

#include "collect/daemons.h"

/* ---- words ------------------------------------------------------------------------------------------------------------- */

static str unquote(str word)
{
	while (word.n && strchr("\"'`({", word.p[0])) word.p++, word.n--;
	while (word.n && strchr("\"'`)};&", word.p[word.n - 1])) word.n--;
	return word;
}

/* Words that only say how the next word is run. */
static bool is_prefix(str word)
{
	static const char *const words[] = { "exec", "nohup", "setsid", "env", "ionice", "time", "sudo", "then", "do",
		"else", "&&", "||", "!", "if", "eval", "service_start", "[", "start-stop-daemon", "daemon", "busybox",
		"procd_set_param", "command", "softlimit", "chrt", "nice", "trickle", "stdbuf", "sh", "/bin/sh",
		"/bin/busybox", "-c" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(word, words[i])) return true;
	return (word.n > 1 && word.p[0] == '-') || (word.n && memchr(word.p, '=', word.n) && word.p[0] != '/');
}

/* start-stop-daemon names the program after -x or --exec; what follows "--" are its arguments. */
static bool exec_option(str command, str *ret_program)
{
	static const char *const options[] = { "--exec", "-x", "--startas", "-a" };
	str rest = command, word;
	bool is_ssd = str_find(command, "start-stop-daemon", NULL);

	while (is_ssd && str_word(&rest, &word))
		for (size_t i = 0; i < sizeof(options) / sizeof(*options); i++)
			if (str_is(word, options[i])) return str_word(&rest, ret_program);
	return false;
}

static str program_of(str command, str *ret_arguments)
{
	str rest = command, word;

	if (exec_option(command, &word)) {
		*ret_arguments = rest;
		return unquote(word);
	}
	for (unsigned i = 0; i < 12 && str_word(&rest, &word); i++) {
		word = unquote(word);
		if (!word.n || is_prefix(word)) continue;
		*ret_arguments = rest;
		return word;
	}
	return (str){ 0 };
}

/* ---- programs in the tree ------------------------------------------------------------------------------------------------ */

static const struct tree_file *find_program(const struct tree *t, str program, struct arena *scratch)
{
	static const char *const folders[] = { "bin", "sbin", "usr/bin", "usr/sbin", "usr/local/bin", "usr/local/sbin",
		"system/bin", "mnt/mtd", "home" };

	if (program.n && program.p[0] == '/') return tree_find(t, program);
	if (program.n && memchr(program.p, '/', program.n)) return NULL;
	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		struct arena inner = *scratch;
		const struct tree_file *file =
			tree_find(t, arena_printf(&inner, "%s/%.*s", folders[i], STR_FMT(program)));

		if (file && file->type == NODE_FILE) return file;
	}
	return NULL;
}

static bool port_after(str arguments, const char *option, uint64_t *ret)
{
	str word;

	while (option && str_word(&arguments, &word)) {
		if (str_is(word, option)) {
			str colon;

			if (!str_word(&arguments, &word)) return false;
			word = unquote(word);
			while (memchr(word.p, ':', word.n) && str_split(&word, ':', &colon)) continue;
			return str_to_u64(word, 10, ret) && *ret && *ret < 65536;
		}
		if (str_starts(word, option) &&
			str_to_u64((str){ word.p + strlen(option), word.n - strlen(option) }, 10, ret))
			return *ret && *ret < 65536;
	}
	return false;
}

static uint32_t write_service(const struct starting *s, const struct lines *at, const struct daemon *d, str arguments)
{
	uint64_t port = d->port;
	uint32_t entity;

	(void)port_after(arguments, d->port_option, &port);
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
			       });
	return entity;
}

void start_command(const struct starting *s, const struct lines *at, str command, struct arena scratch)
{
	str arguments = { 0 }, program = program_of(str_trim(command), &arguments), name = str_base_name(program);
	const struct tree_file *binary;
	uint32_t service = 0;

	if (!name.n || name.n > 64) return;
	binary = find_program(s->tree, program, &scratch);
	for (const struct daemon *d = daemons; d->program; d++) {
		uint32_t entity;

		if (!str_is(name, d->program)) continue;
		entity = write_service(s, at, d, arguments);
		if (!service) service = entity;
	}

	/* Words of a script that are no program of the image are shell, not starts. */
	if (!binary && !service) return;

	/* One program under many names (busybox): what one name does says nothing of what another does. */
	bool is_itself = binary && (service || str_equal(str_base_name(binary->path), name));
	fact_start(
		s->facts, &(struct fact_start){
				  .file = at->file->fact,
				  .line = NUM(at->number),
				  .program = binary ? arena_printf(&scratch, "/%.*s", STR_FMT(binary->path)) : program,
				  .moment = str_of(s->moment),
				  .enabled = s->enabled,
				  .user = s->user.n ? s->user : STR("root"),
				  .confined = s->confined,
				  .service = service,
				  .binary = is_itself && binary->is_elf ? binary->fact : 0,
				  .command = str_trim(command),
			  });
	lines_excerpt(s->facts, at);
}

/* ---- shell scripts --------------------------------------------------------------------------------------------------------- */

static bool is_shell_word(str name)
{
	static const char *const words[] = { "echo", "if", "fi", "case", "esac", "for", "done", "while", "export", "cd",
		"test", "[", "[[", "return", "exit", "local", "set", "unset", "shift", "sleep", "rm", "cp", "mv",
		"mkdir", "ln", "chmod", "chown", "touch", "cat", "grep", "sed", "awk", "cut", "head", "tail", "kill",
		"killall", "ps", "mount", "umount", "ifconfig", "ip", "route", "insmod", "modprobe", "rmmod", "true",
		"false", "printf", "ls", "tar", "gzip", "expr", "basename", "dirname", "which", "read", "trap", "wait",
		"source", "logger", "mknod", "hostname", "sync", "dd", "find", "pidof", "uname", "date", "tr", "sort",
		"uniq", "wc", "tee", "xargs", "sysctl", "usleep", "free", "df", "du", "id", "stty", "clear", "dmesg",
		"hwclock", "depmod", "lsmod", "nvram", "uci", "mdev", "udevadm", "install" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(name, words[i])) return true;
	return false;
}

/* Depth of if, case, for, while: what stands inside may not run. A function's body is run when it is called, which start() is. */
static void follow_blocks(str line, unsigned *depth)
{
	str rest = line, word;
	bool is_first = true;

	while (str_word(&rest, &word)) {
		str bare = unquote(word);
		bool opens = str_is(bare, "if") || str_is(bare, "case") || str_is(bare, "for") ||
			     str_is(bare, "while") || str_is(bare, "until");
		bool closes = str_is(bare, "fi") || str_is(bare, "esac") || str_is(bare, "done");

		if (opens && is_first) ++*depth;
		if (closes && *depth) --*depth;
		is_first = str_ends(word, ";") || str_is(word, "then") || str_is(word, "do") || str_is(word, "else") ||
			   str_is(word, "&&") || str_is(word, "||");
	}
}

static void script_line(const struct starting *s, const struct lines *l, bool is_conditional, struct arena scratch)
{
	str rest = str_trim(l->line);
	struct starting here = *s;

	if (is_conditional && here.enabled == YES) here.enabled = UNKNOWN;
	while (rest.n) {
		str part = rest, arguments = { 0 }, program;
		size_t end = 0, comment;

		/* Commands of one line end at ; or & or |; a # after a blank begins a comment. */
		while (end < rest.n && rest.p[end] != ';' && rest.p[end] != '&' && rest.p[end] != '|') end++;
		part.n = end;
		rest = end + 1 < rest.n ? (str){ rest.p + end + 1, rest.n - end - 1 } : (str){ 0 };
		if (str_find(part, " #", &comment)) part.n = comment, rest.n = 0;
		program = program_of(str_trim(part), &arguments);
		if (program.n && !is_shell_word(str_base_name(program)) && program.p[0] != '$')
			start_command(&here, l, part, scratch);
	}
}

void start_script(const struct starting *s, const struct tree_file *file, struct arena scratch)
{
	unsigned depth = 0;

	for (struct lines l = lines_of(file); lines_next(&l);) {
		str line = str_trim(l.line);

		if (!line.n || line.p[0] == '#') continue;

		unsigned before = depth;

		follow_blocks(line, &depth);
		script_line(s, &l, before > 0 || depth > 0, scratch);
	}
}
