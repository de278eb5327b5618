/* Programs: what their headers say, and what may be said of what they do. The programs are made here, byte by byte. */
#include "rootfs/made.h"

#include <elf.h>

enum { SIZE = 4096, DYNAMIC_AT = 0x400, SYMBOLS_AT = 0x800, STRINGS_AT = 0xc00, CODE_AT = 0x600, FRAMES_AT = 0x700 };

struct built {
	uint8_t bytes[SIZE];
	size_t strings;
	unsigned segments, symbols, dynamic;
};

static void add_segment(struct built *b, uint32_t type, uint32_t flags, uint64_t at, uint64_t size)
{
	Elf64_Phdr h = {
		.p_type = type, .p_flags = flags, .p_offset = at, .p_vaddr = at, .p_filesz = size, .p_memsz = size
	};

	memcpy(b->bytes + 64 + b->segments++ * sizeof(h), &h, sizeof(h));
}

static uint64_t add_string(struct built *b, const char *text)
{
	size_t at = b->strings;

	memcpy(b->bytes + STRINGS_AT + at, text, strlen(text) + 1);
	b->strings += strlen(text) + 1;
	return at;
}

static void add_dynamic(struct built *b, int64_t tag, uint64_t value)
{
	Elf64_Dyn d = { .d_tag = tag, .d_un.d_val = value };

	memcpy(b->bytes + DYNAMIC_AT + b->dynamic++ * sizeof(d), &d, sizeof(d));
}

static void add_import(struct built *b, const char *name)
{
	Elf64_Sym s = { .st_name = (uint32_t)add_string(b, name) };

	memcpy(b->bytes + SYMBOLS_AT + ++b->symbols * sizeof(s), &s, sizeof(s));
}

/* A position-independent program for x86-64 with these imports and libraries, each list ended by NULL. */
static struct built build(const char *const *imports, const char *const *libraries)
{
	struct built b = { .strings = 1 };

	for (; *imports; imports++) add_import(&b, *imports);
	for (; *libraries; libraries++) add_dynamic(&b, DT_NEEDED, add_string(&b, *libraries));
	add_dynamic(&b, DT_SYMTAB, SYMBOLS_AT);
	add_dynamic(&b, DT_STRTAB, SYMBOLS_AT + (b.symbols + 1) * sizeof(Elf64_Sym));
	add_dynamic(&b, DT_STRSZ, b.strings);
	add_dynamic(&b, DT_SYMENT, sizeof(Elf64_Sym));
	add_dynamic(&b, DT_NULL, 0);
	memmove(b.bytes + SYMBOLS_AT + (b.symbols + 1) * sizeof(Elf64_Sym), b.bytes + STRINGS_AT, b.strings);
	add_segment(&b, PT_INTERP, PF_R, 0, 16);
	add_segment(&b, PT_LOAD, PF_R | PF_X, 0, SIZE);
	add_segment(&b, PT_DYNAMIC, PF_R, DYNAMIC_AT, b.dynamic * sizeof(Elf64_Dyn));
	return b;
}

static span finish(struct built *b)
{
	Elf64_Ehdr h = { .e_ident = { 0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB, 1 },
		.e_type = ET_DYN,
		.e_machine = EM_X86_64,
		.e_version = 1,
		.e_phoff = 64,
		.e_phentsize = sizeof(Elf64_Phdr),
		.e_phnum = (uint16_t)b->segments };

	memcpy(b->bytes, &h, sizeof(h));
	return (span){ b->bytes, SIZE };
}

#define LIST(...) ((const char *const[]){ __VA_ARGS__ __VA_OPT__(, ) NULL })

static void a_program_listens_for_a_reason_only(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		const char *imports[4], *libraries[3];
		const char *expect;
	} cases[] = {
		{ "sbin/tc", { "bind", "recvmsg" }, { "libc.so.6" }, "?" },
		{ "bin/busybox", { "bind", "listen", "accept" }, { "libc.so.0" }, "?" },
		{ "usr/bin/udp", { "bind", "read" }, { "libc.so.6" }, "?" },
		{ "usr/bin/own", { "listen", "puts" }, { "libc.so.6" }, "?" },
		{ "usr/bin/web", { "MHD_start_daemon" }, { "libmicrohttpd.so.12", "libc.so.6" }, "?" },
		{ "usr/bin/plug", { "dlopen", "puts" }, { "libc.so.6" }, "?" },
		{ "bin/cat", { "puts", "read" }, { "libc.so.6", "ld-linux.so.3" }, "0" },
		{ "bin/odd", { "puts" }, { "libcurses.so.5" }, "?" },
		{ "usr/sbin/telnetd", { "bind", "listen" }, { "libc.so.6" }, "1" },
		{ "usr/sbin/lighttpd", { "main_loop" }, { "liblighttpd.so", "libc.so.6" }, "1" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();
		struct built b = build(cases[i].imports, cases[i].libraries);

		collect_one(m, &collector_programs, cases[i].path, finish(&b), true);
		assert_string_equal(ask(m, "SELECT listens FROM binary"), cases[i].expect);
		done(m);
	}
}

static void of_several_stack_headers_the_last_counts(void **state)
{
	(void)state;
	static const struct {
		uint32_t first, second;
		const char *expect;
	} cases[] = { { PF_R | PF_W, PF_R | PF_W | PF_X, "0" }, { PF_R | PF_W | PF_X, PF_R | PF_W, "1" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();
		struct built b = build(LIST("puts"), LIST("libc.so.6"));

		add_segment(&b, PT_GNU_STACK, cases[i].first, 0, 0);
		add_segment(&b, PT_GNU_STACK, cases[i].second, 0, 0);
		collect_one(m, &collector_programs, "bin/x", finish(&b), true);
		assert_string_equal(ask(m, "SELECT nx FROM binary"), cases[i].expect);
		done(m);
	}
}

/* A .eh_frame_hdr that tells of so many functions, and so many of them that take the guard. */
static void guard(struct built *b, uint32_t functions, unsigned guarded)
{
	static const uint8_t takes[] = { 0x64, 0x48, 0x8b, 0x04, 0x25, 0x28, 0, 0, 0 };

	memcpy(b->bytes + FRAMES_AT, (uint8_t[]){ 1, 0x1b, 3, 0x3b }, 4);
	memcpy(b->bytes + FRAMES_AT + 8, &functions, 4);
	add_segment(b, PT_GNU_EH_FRAME, PF_R, FRAMES_AT, 12);
	add_segment(b, PT_GNU_STACK, PF_R | PF_W, 0, 0);
	for (unsigned i = 0; i < guarded; i++) memcpy(b->bytes + CODE_AT + i * sizeof(takes), takes, sizeof(takes));
}

static void a_guard_that_one_object_brought_protects_no_program(void **state)
{
	(void)state;
	static const struct {
		uint32_t functions;
		unsigned guarded;
		const char *expect;
	} cases[] = { { 40, 1,
			      "? a stack canary is used somewhere in it, in so few functions that a library may have "
			      "brought it" },
		{ 40, 12, "1 ?" },
		{ 400, 12,
			"? a stack canary is used somewhere in it, in so few functions that a "
			"library may have brought it" },
		{ 2, 2, "1 ?" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();
		struct built b = build(LIST("__stack_chk_fail", "puts"), LIST("libc.so.6"));

		guard(&b, cases[i].functions, cases[i].guarded);
		collect_one(m, &collector_programs, "bin/x", finish(&b), true);
		assert_string_equal(ask(m, "SELECT canary, why FROM binary"), cases[i].expect);
		done(m);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_program_listens_for_a_reason_only),
		cmocka_unit_test(of_several_stack_headers_the_last_counts),
		cmocka_unit_test(a_guard_that_one_object_brought_protects_no_program),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
