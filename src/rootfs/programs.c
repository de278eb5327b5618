/* Programs and libraries: how they defend themselves, and what they call. */
#include "rootfs/collectors.h"
#include "rootfs/collect.h"
#include "format/elf.h"
#include "rootfs/daemons.h"

static bool wants(const struct tree_file *file, span content)
{
	(void)content;
	return file->is_elf;
}

/* A stack protector and fortified calls show as imports. A program without a buffer on its stack needs none, and one
 * that calls nothing fortifiable has none: then nobody can tell. */
static bool calls_guard(const struct elf *e)
{
	return elf_imports(e, "__stack_chk_fail") || elf_imports(e, "__stack_chk_guard") ||
	       elf_imports(e, "__stack_smash_handler");
}

/* One object of a static library brings the import along although nothing else was compiled with a protector. Of 894
 * programs of a distribution that compiles all with it, 18 have the guard in less than a twentieth of their
 * functions. */
static bool is_guarded_here_and_there(const struct elf *e)
{
	enum { FEW = 3, SHARE = 20 };

	return e->functions && calls_guard(e) && e->guarded < e->functions &&
	       (e->guarded < FEW || e->guarded < e->functions / SHARE);
}

static tri has_canary(const struct elf *e)
{
	if (is_guarded_here_and_there(e)) return UNKNOWN;
	if (calls_guard(e)) return YES;
	return e->is_dynamic && e->import_count ? NO : UNKNOWN;
}

static tri has_fortify(const struct elf *e)
{
	static const char *const fortifiable[] = { "memcpy", "strcpy", "strcat", "sprintf", "snprintf", "vsprintf",
		"vsnprintf", "strncpy", "strncat", "memset", "memmove", "gets", "fgets", "printf", "fprintf", "read",
		"recv", "recvfrom" };
	bool has_plain = false;

	for (size_t i = 0; i < e->import_count; i++)
		if (e->imports[i].n > 6 && str_starts(e->imports[i], "__") && str_ends(e->imports[i], "_chk"))
			return YES;
	for (size_t i = 0; i < sizeof(fortifiable) / sizeof(*fortifiable); i++)
		has_plain |= elf_imports(e, fortifiable[i]);
	return has_plain ? NO : UNKNOWN;
}

/* What a program could do is no reason to say that it does: tools that set up the network bind sockets to talk to the
 * kernel, and busybox can be anything. It listens when it is known as a server; it does not when it has no way to: no
 * such import, and no library beside the C library that could have. */
static tri does_listen(const struct elf *e, str name)
{
	static const char *const ways[] = { "bind", "listen", "accept", "accept4", "bindresvport", "rresvport",
		"dlopen", "dlsym" };
	bool has_way = !e->is_dynamic || !e->import_count || e->is_cut || e->has_other_libraries;

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) has_way |= elf_imports(e, ways[i]);
	if (!has_way) return NO;
	for (const struct daemon *d = daemons; d->program; d++)
		if (str_is(name, d->program)) return YES;
	return UNKNOWN;
}

/* Imports that checks ask for: unsafe and process-starting calls, randomness, networking, memory protection, password
 * checking. */
static bool is_worth_keeping(str name)
{
	static const char *const names[] = { "accept", "alloca", "atoi", "bind", "connect", "crypt", "drand48", "execl",
		"execlp", "execv", "execve", "execvp", "getrandom", "gets", "getwd", "initstate", "lrand48", "listen",
		"mktemp", "mprotect", "mrand48", "popen", "prctl", "ptrace", "rand", "rand_r", "random", "realpath",
		"recvfrom", "scanf", "seccomp_load", "setgid", "setuid", "sprintf", "sscanf", "srand", "srandom",
		"stpcpy", "strcat", "strcpy", "strncat", "strncpy", "system", "tempnam", "tmpnam", "vfscanf",
		"vsprintf", "wcscpy", "RAND_bytes", "SSL_CTX_set_verify", "SSLv3_client_method", "SSLv23_client_method",
		"MD5_Init", "DES_set_key" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_is(name, names[i])) return true;
	return false;
}

static void collect(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	static const str kinds[] = { [ELF_PROGRAM] = { "program", 7 },
		[ELF_LIBRARY] = { "library", 7 },
		[ELF_MODULE] = { "module", 6 },
		[ELF_CORE] = { "core", 4 } };
	static const str relros[] = { [ELF_RELRO_UNKNOWN] = { 0 },
		[ELF_RELRO_NONE] = { "none", 4 },
		[ELF_RELRO_PARTIAL] = { "partial", 7 },
		[ELF_RELRO_FULL] = { "full", 4 } };
	struct elf e;

	if (elf_read(content, &scratch, &e).is) return;

	bool is_code = e.kind == ELF_PROGRAM || e.kind == ELF_LIBRARY;
	const char *why = e.is_cut   ? "the file is damaged"
			  : !is_code ? "not a program"
			  : !e.is_dynamic || (e.kind == ELF_PROGRAM && !e.import_count)
				  ? "linked statically: canary and fortify do not show"
			  : is_guarded_here_and_there(&e) ? "a stack canary is used somewhere in it, in so few "
							    "functions that a library may have brought it"
			  : e.nx == UNKNOWN ? "the architecture does not tell whether the stack is executable"
					    : NULL;

	fact_binary(f, &(struct fact_binary){
			       .file = file->fact,
			       .kind = kinds[e.kind],
			       .arch = str_of(e.arch),
			       .nx = is_code ? e.nx : UNKNOWN,
			       .pie = e.kind == ELF_PROGRAM ? e.pie : UNKNOWN,
			       .relro = is_code ? relros[e.relro] : (str){ 0 },
			       .canary = is_code ? has_canary(&e) : UNKNOWN,
			       .fortify = is_code ? has_fortify(&e) : UNKNOWN,
			       .stripped = e.is_stripped,
			       .listens = e.kind == ELF_PROGRAM ? does_listen(&e, str_base_name(file->path)) : UNKNOWN,
			       .why = str_of(why),
		       });
	for (size_t i = 0; i < e.import_count; i++)
		if (is_worth_keeping(e.imports[i]))
			fact_symbol(f, &(struct fact_symbol){
					       .file = file->fact, .name = e.imports[i], .direction = STR("import") });
}

const struct file_collector collector_programs = { .name = "programs",
	.reads = "every ELF file: its headers, segments and imports",
	.classes = { "binaries" },
	.wants = wants,
	.collect = collect,
	.each_name = true,
	.any_size = true };
