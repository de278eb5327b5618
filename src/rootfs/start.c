#include "rootfs/start.h"

#include "rootfs/daemons.h"
#include "base/mask.h"
#include "rootfs/ports.h"
#include "rootfs/shell.h"
#include "rootfs/started.h"

/* ---- words ------------------------------------------------------------------------------------------------------- */

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

bool start_has_word(const struct shell_command *c, const char *word)
{
	for (size_t i = 1; i < c->count; i++)
		if (str_is(c->words[i], word)) return true;
	return false;
}

/* start-stop-daemon names the program after -x or --exec; what follows "--" are its arguments. 0: it names none, or
 * stops it. */
static size_t exec_option(const struct shell_command *c)
{
	static const char *const options[] = { "--exec", "-x", "--startas", "-a" };

	if (start_has_word(c, "-K") || start_has_word(c, "--stop") || start_has_word(c, "-T") ||
		start_has_word(c, "--status"))
		return 0;
	for (size_t i = 1; i + 1 < c->count; i++)
		for (size_t k = 0; k < sizeof(options) / sizeof(*options); k++)
			if (str_is(c->words[i], options[k])) return i + 1;
	return 0;
}

size_t start_program_at(const struct shell *sh, const struct shell_command *c)
{
	if (str_is(str_base_name(c->words[0]), "start-stop-daemon")) {
		size_t i = exec_option(c);

		return i ? i : c->count;
	}
	for (size_t i = 0; i < c->count && i < 12; i++)
		if (!is_prefix(shell_value(sh, c->words[i]))) return i;
	return c->count;
}

/* ---- programs in the tree ---------------------------------------------------------------------------------------- */

/* The file that a command's word means, links followed, and the path by which it is called: what busybox does it does
 * by that name. */
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

static uint32_t write_one_service(
	const struct starting *s, const struct lines *at, const struct daemon *d, const struct port *port, str protocol)
{
	uint32_t entity = fact_entity(s->facts, &(struct fact_entity){ .kind = STR("service"),
							.name = str_of(d->program),
							.basis = STR("observed"),
							.file = at->file->fact,
							.at = NUM(at->at),
							.line = NUM(at->number) });

	fact_service(s->facts, &(struct fact_service){
				       .entity = entity,
				       .transport = str_of(d->transport),
				       .port = port->number ? NUM(port->number) : (num){ 0 },
				       .protocol = protocol,
				       .enabled = s->enabled,
				       .scope = port->is_loopback ? STR("loopback") : (str){ 0 },
			       });
	return entity;
}

/* The file that the command line names as the configuration. */
static str config_of(const struct shell_command *c, size_t program)
{
	for (size_t i = program + 1; i + 1 < c->count; i++)
		if ((str_is(c->words[i], "-f") || str_is(c->words[i], "-c") || str_is(c->words[i], "-C")) &&
			c->words[i + 1].n && c->words[i + 1].p[0] == '/')
			return c->words[i + 1];
	return (str){ 0 };
}

static str encrypted(const char *protocol)
{
	return strcmp(protocol, "http") == 0   ? STR("https")
	       : strcmp(protocol, "mqtt") == 0 ? STR("mqtts")
					       : str_of(protocol);
}

/* What the command line says of the port comes before what the configuration says, and that before the program's
 * own. */
static uint32_t write_service(const struct starting *s, const struct lines *at, const struct daemon *d,
	const struct shell_command *c, size_t program)
{
	struct port one = { .number = d->port, .is_loopback = is_loopback(c, program) }, ports[PORTS_MOST];
	uint64_t number = s->port;
	uint32_t first = 0;
	bool is_told = port_after(c, program, d->port_option, &number) || number;
	size_t count = is_told ? 0 : ports_of(s->tree, str_of(d->program), config_of(c, program), ports);

	if (is_told) one.number = (unsigned)number;
	for (size_t i = 0; i < count; i++) {
		uint32_t entity = write_one_service(
			s, at, d, &ports[i], ports[i].is_encrypted ? encrypted(d->protocol) : str_of(d->protocol));

		if (!first) first = entity;
	}
	return count ? first : write_one_service(s, at, d, &one, str_of(d->protocol));
}

/* "$DIR/telnetd", "${DIR}telnetd": in full where the script says what DIR is; else the folder is not known, and the
 * name is. */
static str program_name(const struct shell *sh, str word, struct arena *scratch)
{
	word = shell_looked_up(shell_expand(sh, word, scratch));
	if (memchr(word.p ? word.p : "", '$', word.n)) word = str_base_name(word);
	while (word.n && strchr("\"'`", word.p[word.n - 1])) word.n--;
	return word;
}

/* For who reads its configuration. */
static void note(const struct starting *s, const struct lines *at, const struct shell *sh,
	const struct shell_command *c, size_t program, str name, struct arena scratch)
{
	struct started_program note = { .name = name, .enabled = s->enabled, .at = *at };

	for (size_t i = program + 1; i < c->count && note.count < STARTED_WORDS_MOST; i++)
		note.words[note.count++] = shell_expand(sh, c->words[i], &scratch);
	started_note(s->tree->started, &note);
}

/* "$PROG" that the script does not set; what it is called with ("$1", "$@") is told by who calls it. */
static bool is_unknown_variable(str name)
{
	return name.n > 1 && name.p[0] == '$' && !strchr("0123456789@*#?!", name.p[1]) && !str_starts(name, "${1");
}

/* A program in a folder of which the image has nothing lies in another part of the product, or is made while it
 * runs. */
static bool is_of_another_part(const struct tree *t, str program)
{
	str folder = program;

	if (!program.n || program.p[0] != '/') return false;
	folder.n -= str_base_name(program).n;
	while (folder.n && folder.p[folder.n - 1] == '/') folder.n--;
	return folder.n && tree_first_below(t, folder) == t->count && !tree_find(t, folder);
}

/* What cannot be followed is not known to start nothing. */
static void tell_lost(const struct starting *s, str program, str name)
{
	if (s->enabled == NO) return;
	if (is_unknown_variable(name))
		tree_short(s->tree, "start", "a script starts what a variable names that is not set in it");
	if (is_of_another_part(s->tree, program))
		tree_short(s->tree, "start", "a script starts a program that is not in the image");
}

/* "$(cat x)", "`cat x`": what is run is the output of another program. */
static bool is_computed(const struct shell *sh, str word, struct arena scratch)
{
	word = shell_looked_up(shell_expand(sh, word, &scratch));
	return word.n && (word.p[0] == '`' || str_starts(word, "$("));
}

void start_write(const struct starting *s, const struct lines *at, const struct shell *sh,
	const struct shell_command *c, size_t program_word, struct arena scratch)
{
	str program = program_name(sh, c->words[program_word], &scratch), name = str_base_name(program), called;
	const struct tree_file *binary;
	uint32_t service = 0;
	char room[MASK_LINE_MOST + 64];

	if (is_computed(sh, c->words[program_word], scratch)) {
		if (s->enabled != NO) tree_short(s->tree, "start", "a script starts what another program prints");
		return;
	}
	if (memchr(name.p ? name.p : "", '$', name.n)) tell_lost(s, (str){ 0 }, name);
	if (!name.n || name.n > 64 || memchr(name.p, '$', name.n)) return;
	binary = find_program(s->tree, program, &scratch, &called);
	if (s->found) {
		s->found->inetd |= str_is(name, "inetd");
		s->found->xinetd |= str_is(name, "xinetd");
		s->found->cron |= str_is(name, "crond") || str_is(name, "cron") || str_is(name, "fcron");
	}
	for (const struct daemon *d = daemons; d->program; d++) {
		uint32_t entity;

		if (!str_is(name, d->program)) continue;
		entity = write_service(s, at, d, c, program_word);
		if (!service) service = entity;
	}

	/* Words of a script that are no program of the image are shell, not starts; what init itself is told to run is
	 * named whole. */
	if (!binary && !service) tell_lost(s, program, (str){ 0 });
	if (!binary && !service && strcmp(s->moment, "respawn") != 0 && strcmp(s->moment, "console") != 0) return;
	if (started_wants(s->tree->started, name)) note(s, at, sh, c, program_word, name, scratch);
	if (binary) scripts_add(s, binary, start_has_word(c, "start"));

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

void start_seen(const struct starting *s, const struct tree_file *file)
{
	if (!file || file->type != NODE_FILE) return;
	if (s->found) s->found->anything = true;
	if (!file->is_elf && file->size && !file->content.p)
		tree_short(s->tree, "start", "a script or table of what is started is too large, or is no text");
}

void scripts_add(const struct starting *s, const struct tree_file *file, bool gets_start)
{
	struct scripts *list = s->scripts;

	if (!file || file->type != NODE_FILE) return;
	start_seen(s, file);
	if (file->is_elf || !file->content.p) return;
	for (size_t i = 0; i < list->count; i++) {
		struct called_script *known = &list->list[i];
		bool says_more = (s->enabled == YES && known->enabled != YES) ||
				 (s->enabled == UNKNOWN && known->enabled == NO) || (gets_start && !known->gets_start);

		if (known->file != file) continue;
		if (!says_more) return;
		if (i < list->taken) continue;
		if (s->enabled == YES || known->enabled == NO) known->enabled = s->enabled;
		known->gets_start |= gets_start;
		return;
	}
	if (list->count == SCRIPTS_MOST) {
		tree_short(s->tree, "start", "more scripts are started than are read");
		return;
	}
	list->list[list->count++] = (struct called_script){ file, s->enabled, gets_start, s->moment, s->user };
}

/* What a script runs is run once when the script is, whatever keeps the script itself alive, and need not be what
 * speaks with who connects. */
static const char *moment_within(const char *moment)
{
	if (strcmp(moment, "respawn") == 0 || strcmp(moment, "console") == 0) return "boot";
	return strcmp(moment, "connection") == 0 ? "event" : moment;
}

void scripts_follow(const struct starting *s, struct arena scratch)
{
	struct scripts *list = s->scripts;

	while (list->taken < list->count) {
		const struct called_script *script = &list->list[list->taken++];
		struct starting here = *s;

		here.enabled = script->enabled;
		here.gets_start = script->gets_start;
		here.moment = moment_within(script->moment);
		here.user = script->user;
		if (str_is(str_base_name(script->file->path), "profile")) here.moment = "login";
		start_script(&here, script->file, scratch);
	}
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
