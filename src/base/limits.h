/* Every limit that input could meet, each with its reason. Bytes unless said. */
#ifndef ASSAY_BASE_LIMITS_H
#define ASSAY_BASE_LIMITS_H

#include <stdint.h>

/* One input. The largest consumer images are eMMC dumps of some hundred MiB; larger ones belong to a lab's own
 * tools. */
#define LIMIT_INPUT_SIZE (UINT64_C(4) << 30)

/* An input up to this size is copied before it is read, so that nobody can change it meanwhile: firmware of routers has
 * 4 to 64 MiB. A larger one is mapped, and digested again at the end. */
#define LIMIT_COPIED_INPUT (UINT64_C(64) << 20)

/* All bytes that one input may unpack to: a router image unpacks to 3 times its size, a bomb to 1,000 times. */
#define LIMIT_UNPACKED_TOTAL (UINT64_C(4) << 30)

/* Expansion of one stream. gzip's best is 1,032; LZMA, xz, zstd and bzip2 of zeros can be far above, firmware never. */
#define LIMIT_EXPANSION 2'000u
/* ... but a small stream may grow to this much, whatever its ratio (a sparse file, a padded kernel). */
#define LIMIT_EXPANSION_FREE (UINT64_C(16) << 20)

/* One file or stream held in memory whole. A root file system image inside an update archive is the largest seen (300
 * MB). */
#define LIMIT_BLOB_SIZE (UINT64_C(1) << 30)

/* Containers inside containers. A vendor's update (zip, tar, uImage, lzma, cpio, squashfs) was seen 7 deep. */
#define LIMIT_DEPTH 16u

/* Names in one input: Debian's full armhf desktop has 300,000. */
#define LIMIT_NODES 1'000'000u

/* Rows that one reader may send: about 60 a file were seen on a router. */
#define LIMIT_FACTS 20'000'000u
/* Rows of one table from one reader: a desktop's 3 million symbols are the most. Beyond it rows are counted and let go,
 * and nothing of the input is whole. */
#define LIMIT_TABLE_ROWS 4'000'000u
/* ... of what is listed by people or in text files, of which routers have some hundred and desktops some thousand. */
#define LIMIT_LISTED_ROWS 200'000u

/* Rows that one step of deriving may make: of many services at one port each may be each. */
#define LIMIT_DERIVED_ROWS 200'000u
/* One value that SQL makes or reads: what a query of ours joins together has some MiB, a bomb (replace, printf,
 * zeroblob) as much as it may. */
#define LIMIT_SQL_VALUE (16 << 20)
/* One row on the wire. The largest legitimate text is a certificate's subject or an IXIT paragraph. */
#define LIMIT_FACT_SIZE (UINT64_C(256) << 10)
/* What one reader may send in all. */
#define LIMIT_FACT_BYTES (UINT64_C(2) << 30)

/* Text of one column: longer ones are cut, and say so with a trailing ellipsis. */
#define LIMIT_TEXT (64u << 10)

/* A maker's declaration: the largest of 29 real ones has 28 KiB; one file with all of them has 300. */
#define LIMIT_DECLARATION (UINT64_C(16) << 20)
/* One table of it: an IXIT has 14 columns at most; inventories of software parts have some hundred rows. */
#define LIMIT_FORM_COLUMNS 1'000u
#define LIMIT_FORM_ROWS 10'000u
/* All cells of one file, whatever the shape of its tables. */
#define LIMIT_FORM_CELLS 1'000'000u

/* A path inside an image: PATH_MAX of Linux. */
#define LIMIT_PATH 4096u

/* A symbolic link chain inside an image: MAXSYMLINKS of Linux is 40. */
#define LIMIT_LINKS 40u

/* A file whose content stays in memory for collectors that look at several files (accounts, start-up, settings). */
#define LIMIT_KEPT_FILE (UINT64_C(1) << 20)

/* A document of process evidence that is hashed: a scanned audit report of some hundred pages has 100 MB. */
#define LIMIT_DOCUMENT (UINT64_C(512) << 20)
/* Rows of a sheet of results that are told to be wrong at once: a screen of them. */
#define LIMIT_TRIAL_TROUBLES 20u
/* An index of such documents: 100 bytes for each of 10,000. */
#define LIMIT_INDEX (UINT64_C(1) << 20)

/* One key, certificate or container of them in DER: a container with all authorities of a device has some 300 KiB. */
#define LIMIT_DER (UINT64_C(1) << 20)

/* One block of PEM: a list of revoked certificates of a large authority has some MiB, a key never more than 16 KiB. */
#define LIMIT_PEM (UINT64_C(16) << 20)

/* One query of a check, in SQLite's steps and in milliseconds; and all queries of a product: what is beyond gets a
 * tenth of a second. */
#define LIMIT_QUERY_STEPS 100'000'000
#define LIMIT_QUERY_MS 20'000u
#define LIMIT_QUERIES_STEPS 600'000'000

/* Judging one product: what is kept of what checks find. All of it is counted, and decides; what is kept is for people,
 * and for verdict.json. */
/* Findings of one check: the most of one check on 60 vendor images were 700 programs. As many that fail, as many that
 * are not decided. */
#define LIMIT_FINDINGS 1'000u
/* ... of all checks together, in number and in bytes of text; from then on each check keeps only a few. */
#define LIMIT_FINDINGS_ALL 20'000u
#define LIMIT_FINDINGS_TEXT (UINT64_C(16) << 20)
#define LIMIT_FINDINGS_LATE 10u
/* Rows of one check, and of all, of which it is kept which entity they are about: trees ask it of each. What is beyond
 * leaves every entity open. */
#define LIMIT_MARKS 100'000u
#define LIMIT_MARKS_ALL 4'000'000u
/* Entities of one kind that requirements ask about, each through a tree: a desktop's 3'000 packages are the most that
 * were seen. */
#define LIMIT_SUBJECTS 10'000u
/* Ways through a tree that are kept, of each verdict. */
#define LIMIT_TREES 100u
/* People who answered the same question of the same thing. */
#define LIMIT_VOICES 100u
/* What is wrong with one product file: more at once help nobody, one mistake often has many. */
#define LIMIT_PRODUCT_TROUBLES 40u
/* Sentences about names that no rule knows, and about what people say against each other: the first are enough to look
 * for the rest. */
#define LIMIT_UNKNOWN_NAMES 100u
#define LIMIT_CONTRADICTIONS 200u
/* Text in a finding, an answer, a name: longer ones are cut, with an ellipsis. The longest reason of ours has 400
 * bytes. */
#define LIMIT_JUDGED_TEXT 1'000u
/* verdict.json repeats a check wherever a requirement asks it. Bytes of findings, and of ways through trees, in it. */
#define LIMIT_REPORT_FINDINGS (UINT64_C(8) << 20)
#define LIMIT_REPORT_TREES (UINT64_C(6) << 20)
/* Answers whose end is near are listed; of so many it is looked who waits for them. */
#define LIMIT_ANSWERS_LOOKED_AT 20'000u
#define LIMIT_EXPIRING 200u
/* Rows of one table of a paper, and things of one field that are wanted. */
#define LIMIT_PAPER_ROWS 2'000u
#define LIMIT_PAPER_WANTS 100u
/* All cells and values of one paper: what is printed on 1'000 pages. */
#define LIMIT_PAPER_BYTES (UINT64_C(4) << 20)

/* One file of rule data: the largest that we keep has 64 KiB; a standard with a thousand long titles would have 2
 * MiB. */
#define LIMIT_RULE_FILE (UINT64_C(8) << 20)

/* How long one who wants to write into a folder waits for another who does: putting a check's results in place takes
 * well under a second. */
#define LIMIT_LOCK_MS 20'000u
/* ... and after how much of it a person is told. */
#define LIMIT_LOCK_SILENT_MS 1'000u

/* Memory of one jailed reader (address space of its arenas; pages are touched as used). */
#define LIMIT_READER_MEMORY (UINT64_C(6) << 30)
/* Seconds of processor time, and of wall clock without any sign of life. */
#define LIMIT_READER_CPU_SECONDS 600u
#define LIMIT_READER_SILENT_SECONDS 60u
/* From its start, whatever signs of life it gives: three times the processor time, for machines that do other work. */
#define LIMIT_READER_WALL_SECONDS 1'800u
/* The largest declarations of makers are read within a second. */
#define LIMIT_DECLARED_CPU_SECONDS 120u
#define LIMIT_DECLARED_WALL_SECONDS 360u
/* Proposals of one draft: a router of 20,000 files gives some 400, most of them certificates and components. */
#define LIMIT_PROPOSALS 5'000u
/* A file of proposals: all of them, each with all its keys. */
#define LIMIT_DRAFT (UINT64_C(16) << 20)
/* A product file that forms were merged into: as large as what it is made of may be, and a copy. */
#define LIMIT_MERGED (UINT64_C(64) << 20)

/* A verdict.json that is read again: every scheme on an image of 20,000 files has some 20 MB. */
#define LIMIT_VERDICT_JSON (UINT64_C(256) << 20)

#endif
