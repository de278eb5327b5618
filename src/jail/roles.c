#include "jail/roles.h"

#include "base/limits.h"

#include <sys/syscall.h>

/* Memory, time, chance (OpenSSL's asks for the number of its process too, when it reads some keys), and the end. Every
 * reader of ours lives on these; what else a libc asks is answered with "no" (confine.c). */
static const int computing[] = { SYS_brk, SYS_munmap, SYS_mremap, SYS_madvise, SYS_exit, SYS_exit_group,
	SYS_rt_sigreturn, SYS_futex, SYS_clock_gettime, SYS_gettimeofday, SYS_getrandom, SYS_getpid,
	SYS_restart_syscall, -1 };

/* ---- what each may say ------------------------------------------------------------------------------------------- */

/* What stands in the bytes of an image. It is observed: no answer, no declaration and no certificate of another scheme
 * comes from there. */
static const struct jail_grant of_image[] = {
	{ "coverage", "class:accounts|password-list|start|settings|files|binaries|secrets|certificates|components|"
		      "mentions|updates|regions|kernel state reason bring" },
	{ "excerpt", "*" },
	{ "entity", "kind:account|service|component|update-mechanism name basis:observed|tool file at line" },
	{ "service", "entity transport:tcp|udp|other port protocol scope enabled" },
	{ "account", "*" },
	{ "update_mechanism", "entity" },
	{ "component", "entity purl cpe version supplier licence sha256 crypto how file" },
	{ "region", "*" },
	{ "file", "* content:elf|script|text|data|region" },
	{ "binary", "* kind:program|library|module|core" },
	{ "symbol", "* direction:import|export" },
	{ "start", "* moment:boot|respawn|console|connection|timer|event|login|other" },
	{ "setting", "*" },
	{ "secret", "* kind:private-key|public-key|password|psk|api-key|token" },
	{ "certificate", "*" },
	{ "mention", "*" },
	{ 0 },
};

#define DECLARED_KINDS                                                                                                 \
	"auth-mechanism|user-information|vulnerability-type|vulnerability-monitoring|component|update-mechanism|"      \
	"update-procedure|replacement|parameter|channel|implementation|service|management-process|interface|"          \
	"code-minimisation|privilege-control|memory-control|development-process|boot|data|sensor|resilience|"          \
	"telemetry|deletion|decision|user-interface|api|validation|asset|account|log|log-event|notice|vulnerability"

/* What a maker says: declared, and nothing that anybody saw. A laboratory's own test is no part of it. */
#define DECLARED                                                                                                       \
	{ "coverage", "class:ixit.*|document.*|answers|assets|accounts.declared|logs|log_events|notices|releases|"     \
		      "advisories|events|activities|ics|vulnerabilities.declared state reason bring" },                \
		{ "profile", "* basis:declared" }, { "entity", "kind:" DECLARED_KINDS " name basis:declared line" },   \
		{ "relation", "* basis:declared" }, { "field", "*" },                                                  \
		{ "answer", "* basis:declared|documented|person" }, { "ics", "*" }, { "reference", "*" },              \
		{ "unplaced", "*" }, { "service", "*" }, { "interface", "*" }, { "account", "*" },                     \
		{ "auth_mechanism", "*" }, { "update_mechanism", "*" }, { "channel", "*" },                            \
		{ "crypto_use", "* basis:declared" }, { "parameter", "*" }, { "component", "*" }, { "asset", "*" },    \
		{ "data", "*" }, { "document", "*" }, { "statement", "* basis:declared" }, { "vulnerability", "*" },   \
		{ "hit", "*" }, { "vex", "* basis:declared" }, { "release", "*" }, { "fix", "*" },                     \
		{ "advisory", "*" }, { "event", "*" }, { "activity", "*" }, { "held", "*" },                           \
	{                                                                                                              \
		"treatment", "*"                                                                                       \
	}

static const struct jail_grant of_product[] = { DECLARED, { 0 } };

/* A file of forms may be a product file; of forms it also counts what no form knows. */
static const struct jail_grant of_declaration[] = { DECLARED, { "reading", "*" }, { 0 } };

/* A folder of process evidence: its documents, what was done when, and what its index lists. */
static const struct jail_grant of_practices[] = {
	{ "coverage", "class:activities|activities.all|history|document.technical|events|releases|advisories|ics state "
		      "reason bring" },
	{ "document", "*" },
	{ "copy", "*" },
	{ "statement", "* basis:documented" },
	{ "activity", "*" },
	{ "event", "*" },
	{ "release", "*" },
	{ "fix", "*" },
	{ "advisory", "*" },
	{ "ics", "*" },
	{ "unplaced", "*" },
	{ 0 },
};

/* A folder of results: what a laboratory tried, with its records. Of the product itself it declares nothing. */
static const struct jail_grant of_trials[] = {
	{ "coverage", "class:trial.*|check.* state reason bring" },
	{ "document", "kind:test-record url sha256" },
	{ "trial", "kind state action result value unit detail basis:person done about answer author document sheet "
		   "line" },
	{ 0 },
};

/* ---- the table --------------------------------------------------------------------------------------------------- */

#define LIMITS(memory_, cpu, wall, output_, frames_)                                                                   \
	{                                                                                                              \
		.memory = (memory_), .cpu_seconds = (cpu), .silent_seconds = LIMIT_READER_SILENT_SECONDS,              \
		.wall_seconds = (wall), .output = (output_), .frames = (frames_)                                       \
	}

/* clang-format off */
const struct jail_role role_image = { "image", computing, JAIL_PIPE,
	LIMITS(LIMIT_READER_MEMORY, LIMIT_READER_CPU_SECONDS, LIMIT_READER_WALL_SECONDS, LIMIT_FACT_BYTES, LIMIT_FACTS),
	of_image };
const struct jail_role role_product = { "product", computing, JAIL_PIPE,
	LIMITS(LIMIT_READER_MEMORY, LIMIT_DECLARED_CPU_SECONDS, LIMIT_DECLARED_WALL_SECONDS, LIMIT_FACT_BYTES,
		LIMIT_FACTS), of_product };
const struct jail_role role_declaration = { "declaration", computing, JAIL_PIPE,
	LIMITS(LIMIT_READER_MEMORY, LIMIT_DECLARED_CPU_SECONDS, LIMIT_DECLARED_WALL_SECONDS, LIMIT_FACT_BYTES,
		LIMIT_FACTS), of_declaration };
const struct jail_role role_practices = { "practices", computing, JAIL_PIPE,
	LIMITS(LIMIT_READER_MEMORY, LIMIT_READER_CPU_SECONDS, LIMIT_READER_WALL_SECONDS, LIMIT_FACT_BYTES, LIMIT_FACTS),
	of_practices };
const struct jail_role role_trials = { "trials", computing, JAIL_PIPE,
	LIMITS(LIMIT_READER_MEMORY, LIMIT_READER_CPU_SECONDS, LIMIT_READER_WALL_SECONDS, LIMIT_FACT_BYTES, LIMIT_FACTS),
	of_trials };
const struct jail_role role_unpack = { "unpack", computing, JAIL_PIPE,
	LIMITS(LIMIT_READER_MEMORY, LIMIT_READER_CPU_SECONDS, LIMIT_READER_WALL_SECONDS, 2 * LIMIT_UNPACKED_TOTAL, 0),
	NULL };
const struct jail_role role_batch = { "batch", computing, JAIL_PIPE,
	LIMITS(LIMIT_READER_MEMORY, LIMIT_READER_CPU_SECONDS, LIMIT_READER_WALL_SECONDS, LIMIT_FACT_BYTES, 0), NULL };
const struct jail_role role_merge = { "merge", computing, JAIL_PIPE,
	LIMITS(LIMIT_READER_MEMORY, LIMIT_DECLARED_CPU_SECONDS, LIMIT_DECLARED_WALL_SECONDS, LIMIT_MERGED, 0), NULL };
/* clang-format on */

const struct jail_role *const jail_roles[] = { &role_image, &role_product, &role_declaration, &role_practices,
	&role_trials, &role_unpack, &role_batch, &role_merge, NULL };
