#include "format/elf.h"

#include <elf.h>
#include <stdlib.h>

const struct fault elf_bad = { FAULT_INPUT, "elf.bad", "no ELF file that a loader would take" };

/* The largest dynamic symbol table seen is a browser engine's, with 60,000. */
enum { SYMBOLS_MOST = 200000, HEADERS_MOST = 256, SECTIONS_MOST = 65535, DYNAMIC_MOST = 1024, NEEDED_MOST = 128 };

struct elf_reading {
	struct elf *elf;
	span file;
	struct segment {
		uint32_t type, flags;
		uint64_t at, address, size;
	} * segments;
	size_t segment_count;
};

static uint64_t read_word(const struct elf *e, reader *r, unsigned bytes)
{
	switch (bytes) {
	case 2:
		return e->is_big ? read_be16(r) : read_le16(r);
	case 4:
		return e->is_big ? read_be32(r) : read_le32(r);
	default:
		return e->is_big ? read_be64(r) : read_le64(r);
	}
}

static uint64_t read_address(const struct elf *e, reader *r)
{
	return read_word(e, r, e->is_64 ? 8 : 4);
}

static const char *arch_name(uint16_t machine)
{
	static const struct {
		uint16_t machine;
		const char *name;
	} names[] = { { EM_ARM, "arm" }, { EM_AARCH64, "aarch64" }, { EM_MIPS, "mips" }, { EM_386, "i386" },
		{ EM_X86_64, "x86_64" }, { EM_PPC, "powerpc" }, { EM_PPC64, "powerpc64" }, { EM_RISCV, "riscv" },
		{ EM_SH, "superh" }, { EM_ARC_COMPACT, "arc" }, { 195, "arcv2" }, { EM_XTENSA, "xtensa" },
		{ EM_SPARC, "sparc" }, { EM_68K, "m68k" }, { 258, "loongarch" } };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (names[i].machine == machine) return names[i].name;
	return "machine";
}

/* By the kinds of its sections; a table that is not wholly there tells nothing. */
static tri is_stripped(const struct elf_reading *in, uint64_t at, unsigned count, unsigned size)
{
	if (count > SECTIONS_MOST || size < (in->elf->is_64 ? 64u : 40u)) return UNKNOWN;
	for (unsigned i = 0; i < count; i++) {
		reader r = { .in = span_from(in->file, at + (uint64_t)i * size, size) };

		(void)read_word(in->elf, &r, 4); /* name */

		uint64_t type = read_word(in->elf, &r, 4);

		if (r.is_short) return UNKNOWN;
		if (type == SHT_SYMTAB) return NO;
	}
	return YES;
}

/* ELF header, gABI chapter 4. */
static err read_header(struct elf_reading *in, uint64_t *ret_headers, unsigned *ret_count, unsigned *ret_size)
{
	struct elf *e = in->elf;
	reader r = { .in = in->file };
	span ident = read_span(&r, EI_NIDENT);

	if (!ident.n || memcmp(ident.p, ELFMAG, SELFMAG)) return fail(&elf_bad, 0);
	if (ident.p[EI_CLASS] != ELFCLASS32 && ident.p[EI_CLASS] != ELFCLASS64) return fail(&elf_bad, EI_CLASS);
	if (ident.p[EI_DATA] != ELFDATA2LSB && ident.p[EI_DATA] != ELFDATA2MSB) return fail(&elf_bad, EI_DATA);
	e->is_64 = ident.p[EI_CLASS] == ELFCLASS64;
	e->is_big = ident.p[EI_DATA] == ELFDATA2MSB;
	e->type = (uint16_t)read_word(e, &r, 2);
	e->machine = (uint16_t)read_word(e, &r, 2);
	(void)read_word(e, &r, 4); /* version */
	(void)read_address(e, &r); /* entry */
	*ret_headers = read_address(e, &r);

	uint64_t sections = read_address(e, &r);

	(void)read_word(e, &r, 4); /* flags */
	(void)read_word(e, &r, 2); /* size of this header */
	*ret_size = (unsigned)read_word(e, &r, 2);
	*ret_count = (unsigned)read_word(e, &r, 2);

	unsigned section_size = (unsigned)read_word(e, &r, 2), section_count = (unsigned)read_word(e, &r, 2);

	TRY(reader_done(&r));
	e->has_sections = sections && section_count && sections < in->file.n;
	e->arch = arch_name(e->machine);
	e->is_stripped = sections && section_count ? is_stripped(in, sections, section_count, section_size) : YES;
	return OK;
}

static void read_segments(struct elf_reading *in, struct arena *keep, uint64_t at, unsigned count, unsigned size)
{
	struct elf *e = in->elf;

	if (count > HEADERS_MOST || size < (e->is_64 ? 56u : 32u)) {
		e->is_cut = count != 0;
		return;
	}
	in->segments = arena_array(keep, struct segment, count);
	for (unsigned i = 0; i < count; i++) {
		reader r = { .in = span_from(in->file, at + (uint64_t)i * size, size) };
		struct segment *s = &in->segments[in->segment_count];

		s->type = (uint32_t)read_word(e, &r, 4);
		if (e->is_64) s->flags = (uint32_t)read_word(e, &r, 4);
		s->at = read_address(e, &r);
		s->address = read_address(e, &r);
		(void)read_address(e, &r);
		s->size = read_address(e, &r);
		(void)read_address(e, &r);
		if (!e->is_64) s->flags = (uint32_t)read_word(e, &r, 4);
		if (r.is_short) {
			e->is_cut = true;
			return;
		}
		in->segment_count++;
	}
}

static const struct segment *segment_of(const struct elf_reading *in, uint32_t type)
{
	for (size_t i = 0; i < in->segment_count; i++)
		if (in->segments[i].type == type) return &in->segments[i];
	return NULL;
}

/* Of several headers of one kind the kernel (binfmt_elf.c: PT_GNU_STACK) and the loader (PT_DYNAMIC, PT_GNU_RELRO) take
 * the last. */
static const struct segment *last_segment_of(const struct elf_reading *in, uint32_t type)
{
	for (size_t i = in->segment_count; i > 0; i--)
		if (in->segments[i - 1].type == type) return &in->segments[i - 1];
	return NULL;
}

/* Where in the file an address of the running program lies. */
static bool file_offset(const struct elf_reading *in, uint64_t address, uint64_t *ret)
{
	for (size_t i = 0; i < in->segment_count; i++) {
		const struct segment *s = &in->segments[i];

		if (s->type != PT_LOAD || address < s->address || address - s->address >= s->size) continue;
		*ret = s->at + (address - s->address);
		return true;
	}
	return false;
}

struct dynamic {
	uint64_t symbols, strings, string_size, symbol_size, hash, gnu_hash, flags, flags_1, mips_symbols;
	uint64_t needed[NEEDED_MOST]; /* offsets of names in the strings */
	unsigned needed_count;
	bool bind_now;
	bool is_lost; /* it has no end in the file */
};

static void read_dynamic(struct elf_reading *in, const struct segment *s, struct dynamic *d)
{
	const struct elf *e = in->elf;
	reader r = { .in = span_from(in->file, s->at, s->size) };

	for (unsigned i = 0; i < DYNAMIC_MOST; i++) {
		uint64_t tag = read_address(e, &r), value = read_address(e, &r);

		if (r.is_short) in->elf->is_cut = d->is_lost = true;
		if (r.is_short || tag == DT_NULL) return;
		switch (tag) {
		case DT_NEEDED:
			if (d->needed_count < NEEDED_MOST) d->needed[d->needed_count++] = value;
			break;
		case DT_SYMTAB:
			d->symbols = value;
			break;
		case DT_STRTAB:
			d->strings = value;
			break;
		case DT_STRSZ:
			d->string_size = value;
			break;
		case DT_SYMENT:
			d->symbol_size = value;
			break;
		case DT_HASH:
			d->hash = value;
			break;
		case DT_GNU_HASH:
			d->gnu_hash = value;
			break;
		case DT_BIND_NOW:
			d->bind_now = true;
			break;
		case DT_FLAGS:
			d->flags = value;
			break;
		case DT_FLAGS_1:
			d->flags_1 = value;
			break;
		case DT_MIPS_SYMTABNO:
			d->mips_symbols = e->machine == EM_MIPS ? value : 0;
			break;
		}
	}
}

/* How many symbols there are: the hash table's chain count says it; else the string table, which follows the symbols
 * wherever a linker of ours put them. */
static uint64_t count_symbols(struct elf_reading *in, const struct dynamic *d, uint64_t symbols_at, uint64_t strings_at)
{
	const struct elf *e = in->elf;
	uint64_t at;

	if (d->mips_symbols) return d->mips_symbols;
	if (d->hash && file_offset(in, d->hash, &at)) {
		reader r = { .in = span_from(in->file, at, 8) };

		(void)read_word(e, &r, 4);

		uint64_t chains = read_word(e, &r, 4);

		if (!r.is_short) return chains;
	}
	return strings_at > symbols_at && d->symbol_size ? (strings_at - symbols_at) / d->symbol_size : 0;
}

static int by_name(const void *a, const void *b)
{
	return str_compare(*(const str *)a, *(const str *)b);
}

static str text_at(span strings, uint64_t at)
{
	const char *text = (const char *)strings.p + at;

	return at < strings.n ? (str){ text, strnlen(text, strings.n - (size_t)at) } : (str){ 0 };
}

/* The C libraries, with what is made of their parts, and the compilers'. */
static bool is_c_library(str name)
{
	static const char *const stems[] = { "libc", "libm", "libpthread", "libdl", "librt", "libcrypt", "libutil",
		"libgcc_s", "libresolv", "libnsl", "libstdc++", "libssp", "libatomic", "libuClibc", "libuClibc++", "ld",
		"ld64", "ld-linux", "ld-musl", "ld-uClibc" };

	for (size_t i = 0; i < sizeof(stems) / sizeof(*stems); i++) {
		size_t n = strlen(stems[i]);

		if (str_starts(name, stems[i]) && name.n > n && (name.p[n] == '.' || name.p[n] == '-')) return true;
	}
	return false;
}

static void read_libraries(struct elf *e, struct arena *keep, span strings, const struct dynamic *d)
{
	e->libraries = arena_array(keep, str, d->needed_count);
	for (unsigned i = 0; i < d->needed_count; i++) {
		str name = text_at(strings, d->needed[i]);

		e->has_other_libraries |= !is_c_library(name);
		e->libraries[e->library_count++] = name;
	}
	e->has_other_libraries |= d->needed_count == NEEDED_MOST;
}

/* Undefined symbols of the dynamic table: what the program asks its libraries for. */
static void read_imports(struct elf_reading *in, struct arena *keep, const struct dynamic *d)
{
	struct elf *e = in->elf;
	unsigned size = e->is_64 ? 24 : 16;
	uint64_t symbols_at, strings_at;

	if (!d->symbols || !d->strings || !file_offset(in, d->symbols, &symbols_at) ||
		!file_offset(in, d->strings, &strings_at))
		return;

	struct dynamic sized = *d;
	span strings = span_from(in->file, strings_at, d->string_size);

	read_libraries(e, keep, strings, d);
	if (!sized.symbol_size) sized.symbol_size = size;

	uint64_t count = count_symbols(in, &sized, symbols_at, strings_at);

	if (count > SYMBOLS_MOST) count = SYMBOLS_MOST;
	if (count > (in->file.n - symbols_at) / size) {
		e->is_cut = true;
		count = (in->file.n - symbols_at) / size;
	}
	e->imports = arena_array(keep, str, (size_t)count);
	for (uint64_t i = 1; i < count; i++) {
		reader r = { .in = span_cut(in->file, symbols_at + i * size, size) };
		uint64_t name = read_word(e, &r, 4);

		if (e->is_64)
			(void)read_u8(&r), (void)read_u8(&r);
		else
			(void)read_word(e, &r, 4), (void)read_word(e, &r, 4), (void)read_u8(&r), (void)read_u8(&r);
		if (read_word(e, &r, 2) != SHN_UNDEF || !name || name >= strings.n) continue;

		e->imports[e->import_count++] = text_at(strings, name);
	}
	if (e->import_count) qsort(e->imports, e->import_count, sizeof(*e->imports), by_name);
}

/* `mov %fs:0x28, %reg`, and `mov %gs:0x14, %reg` of i386: the guard is taken from the thread's block once in each
 * function that has one. */
static bool takes_guard(span code, size_t at, bool is_64)
{
	const uint8_t *p = code.p + at;

	if (is_64)
		return code.n - at >= 9 && p[0] == 0x64 && (p[1] & 0xfb) == 0x48 && p[2] == 0x8b &&
		       memcmp(p + 4, "\x25\x28\0\0\0", 5) == 0;
	return code.n - at >= 7 && p[0] == 0x65 &&
	       (memcmp(p + 1, "\xa1\x14\0\0\0", 5) == 0 ||
		       (p[1] == 0x8b && (p[2] & 0xc7) == 0x05 && memcmp(p + 3, "\x14\0\0\0", 4) == 0));
}

/* .eh_frame_hdr, LSB 10.6.2: version 1, three encodings; a table of functions whose count is 4 bytes
 * (DW_EH_PE_udata4). */
static uint32_t count_functions(const struct elf_reading *in)
{
	const struct segment *s = segment_of(in, PT_GNU_EH_FRAME);
	reader r = { .in = s ? span_from(in->file, s->at, s->size) : (span){ 0 } };
	uint8_t version = read_u8(&r), pointer = read_u8(&r), count = read_u8(&r);

	(void)read_u8(&r); /* encoding of the table */
	(void)read_word(in->elf, &r, 4);

	uint32_t functions = (uint32_t)read_word(in->elf, &r, 4);

	if (r.is_short || version != 1 || (pointer & 0x0f) != 0x0b || count != 0x03) return 0;
	return functions;
}

static void count_guards(struct elf_reading *in)
{
	struct elf *e = in->elf;

	if (e->machine != EM_X86_64 && e->machine != EM_386) return;
	e->functions = count_functions(in);
	for (size_t i = 0; i < in->segment_count && e->functions; i++) {
		const struct segment *s = &in->segments[i];
		span code = span_from(in->file, s->at, s->size);

		if (s->type != PT_LOAD || !(s->flags & PF_X)) continue;
		for (size_t at = 0; at < code.n; at++) e->guarded += takes_guard(code, at, e->is_64);
	}
}

static void judge_defences(struct elf_reading *in, const struct dynamic *d)
{
	struct elf *e = in->elf;
	const struct segment *stack = last_segment_of(in, PT_GNU_STACK);
	bool bind_now = d->bind_now || (d->flags & DF_BIND_NOW) || (d->flags_1 & DF_1_NOW);

	/* Without PT_GNU_STACK the kernel decides by architecture; MIPS had no execute protection to ask for before
	 * 2016. */
	if (stack)
		e->nx = tri_of(!(stack->flags & PF_X));
	else if (e->machine == EM_MIPS || e->machine == EM_AARCH64)
		e->nx = UNKNOWN;
	else
		e->nx = NO;

	/* A program at a fixed address is ET_EXEC; ET_DYN with an interpreter (or the PIE flag) is
	 * position-independent; else a library, which always is. */
	if (e->type == ET_EXEC)
		e->pie = NO;
	else
		e->pie = YES;

	if (!e->is_dynamic)
		e->relro = segment_of(in, PT_GNU_RELRO) ? ELF_RELRO_PARTIAL : ELF_RELRO_UNKNOWN;
	else if (!segment_of(in, PT_GNU_RELRO))
		e->relro = ELF_RELRO_NONE;
	else if (d->is_lost)
		e->relro = ELF_RELRO_UNKNOWN;
	else
		e->relro = bind_now ? ELF_RELRO_FULL : ELF_RELRO_PARTIAL;
}

err elf_read(span file, struct arena *keep, struct elf *ret)
{
	struct elf e = { 0 };
	struct elf_reading in = { .elf = &e, .file = file };
	struct dynamic d = { 0 };
	uint64_t headers = 0;
	unsigned count = 0, size = 0;

	TRY(read_header(&in, &headers, &count, &size));
	read_segments(&in, keep, headers, count, size);

	const struct segment *dynamic = last_segment_of(&in, PT_DYNAMIC);

	e.is_dynamic = dynamic != NULL;
	if (dynamic) {
		read_dynamic(&in, dynamic, &d);
		read_imports(&in, keep, &d);
	}
	if (e.type == ET_REL)
		e.kind = ELF_MODULE;
	else if (e.type == ET_CORE)
		e.kind = ELF_CORE;
	else if (e.type == ET_EXEC || segment_of(&in, PT_INTERP) || (d.flags_1 & DF_1_PIE))
		e.kind = ELF_PROGRAM;
	else
		e.kind = ELF_LIBRARY;
	judge_defences(&in, &d);
	if (e.kind == ELF_PROGRAM || e.kind == ELF_LIBRARY) count_guards(&in);
	*ret = e;
	return OK;
}

bool elf_imports(const struct elf *e, const char *name)
{
	str wanted = str_of(name);

	return e->import_count && bsearch(&wanted, e->imports, e->import_count, sizeof(*e->imports), by_name) != NULL;
}

bool elf_needs(const struct elf *e, const char *stem)
{
	for (size_t i = 0; i < e->library_count; i++)
		if (str_starts(str_base_name(e->libraries[i]), stem)) return true;
	return false;
}
