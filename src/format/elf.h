/* ELF as far as its defences need it: program headers and the dynamic section, which the loader needs too, so that they
 * cannot be stripped. Section headers only say whether it is. */
#ifndef ASSAY_FORMAT_ELF_H
#define ASSAY_FORMAT_ELF_H

#include "base/arena.h"
#include "base/value.h"

enum elf_kind { ELF_PROGRAM, ELF_LIBRARY, ELF_MODULE, ELF_CORE };
enum elf_relro { ELF_RELRO_UNKNOWN, ELF_RELRO_NONE, ELF_RELRO_PARTIAL, ELF_RELRO_FULL };

struct elf {
	bool is_64, is_big;
	uint16_t type, machine;
	enum elf_kind kind;
	const char *arch; /* "arm", "mips", "x86_64"; "machine" for others */
	bool is_dynamic;
	tri pie, nx;
	enum elf_relro relro;
	bool has_sections; /* of a kind: a section table is there */
	tri is_stripped;   /* no table of symbols but the one that the loader needs */
	str *imports;      /* names of undefined dynamic symbols, sorted; point into the file */
	size_t import_count;
	str *libraries; /* what it asks the loader for ("libssl.so.1.1"), in its order; point into the file */
	size_t library_count;
	bool has_other_libraries; /* more than the C library and what belongs to that */
	/* x86 only, where reading the guard is one form of instruction: how many functions do, and how many there are
	 * by .eh_frame_hdr. 0 functions: not known. */
	uint32_t guarded, functions;
	bool is_cut; /* some table lies outside of the file */
};

extern const struct fault elf_bad;

/* elf_bad: no ELF header, or one that no loader takes. A damaged file gives what could be read, with is_cut. */
err elf_read(span file, struct arena *keep, struct elf *ret);
bool elf_imports(const struct elf *e, const char *name);
bool elf_needs(const struct elf *e, const char *stem); /* a library whose name begins so: "libcrypto.so" */

#endif
