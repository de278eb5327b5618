#include "jail/confine.h"

#include <errno.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* The ABI of Landlock, by kernel version; the header of Debian 12 knows version 1 and 2 only. */
static int landlock_abi(void)
{
	return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

/* A ruleset that handles every right of the kernel's ABI and grants none. */
static bool confine_by_landlock(int abi)
{
	struct {
		uint64_t handled_access_fs, handled_access_net, scoped;
	} attr = { 0 };
	size_t size = sizeof(attr.handled_access_fs);

	/* EXECUTE ... MAKE_SYM are bits 0-12; REFER (2) is 13, TRUNCATE (3) 14, IOCTL_DEV (5) 15. */
	attr.handled_access_fs = (1u << 13) - 1;
	if (abi >= 2) attr.handled_access_fs |= 1u << 13;
	if (abi >= 3) attr.handled_access_fs |= 1u << 14;
	if (abi >= 5) attr.handled_access_fs |= 1u << 15;
	if (abi >= 4) attr.handled_access_net = 3, size = 2 * sizeof(uint64_t); /* BIND_TCP, CONNECT_TCP */
	if (abi >= 6) attr.scoped = 3, size = sizeof(attr);                     /* abstract unix sockets, signals */

	int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attr, size, 0);

	if (ruleset < 0) return false;

	bool is_done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;

	close(ruleset);
	return is_done;
}

/* What this process has mapped. Asked of the limit itself, because /proc need not be there: under a limit of what is
 * mapped now, no page more can be had. */
static rlim_t mapped_space(const struct rlimit *before)
{
	const size_t page = (size_t)sysconf(_SC_PAGESIZE);
	rlim_t low = 0, high = (rlim_t)1 << 47;

	if (before->rlim_max != RLIM_INFINITY && before->rlim_max < high) high = before->rlim_max;
	while (high - low > (rlim_t)1 << 20) {
		rlim_t middle = low + (high - low) / 2;
		void *p = MAP_FAILED;

		if (setrlimit(RLIMIT_AS, &(struct rlimit){ middle, before->rlim_max }) == 0)
			p = mmap(NULL, page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (p == MAP_FAILED)
			low = middle;
		else
			munmap(p, page), high = middle;
	}
	return high;
}

/* Never above what this process may have itself: less is a matter of the machine, and told as one when it does not
 * do. */
static rlim_t at_most(rlim_t wanted, rlim_t hard)
{
	return hard != RLIM_INFINITY && hard < wanted ? hard : wanted;
}

static bool confine_memory(uint64_t memory)
{
	struct rlimit before;

	if (getrlimit(RLIMIT_AS, &before)) return false;

	rlim_t space = at_most(mapped_space(&before) + memory, before.rlim_max);

	return setrlimit(RLIMIT_AS, &(struct rlimit){ space, space }) == 0;
}

static bool confine_time(unsigned seconds)
{
	struct rlimit before;

	if (getrlimit(RLIMIT_CPU, &before)) return false;

	/* SIGXCPU at the first, SIGKILL at the second. */
	rlim_t soft = at_most(seconds, before.rlim_max), hard = at_most(seconds + 1, before.rlim_max);

	return setrlimit(RLIMIT_CPU, &(struct rlimit){ soft, hard }) == 0;
}

static bool confine_by_limits(const struct jail_limits *limits)
{
	struct rlimit none = { 0, 0 };

	if (setrlimit(RLIMIT_CORE, &none) || setrlimit(RLIMIT_FSIZE, &none) || setrlimit(RLIMIT_NPROC, &none))
		return false;
	if (!confine_time(limits->cpu_seconds)) return false;
	return SANITIZED ||
	       confine_memory(limits->memory); /* the shadow of AddressSanitizer is terabytes of address space */
}

bool confine_is_short_of_memory(const struct jail_limits *limits)
{
	struct rlimit r;

	/* A process of ours has some GiB reserved before it forks, and touches little of them. */
	return getrlimit(RLIMIT_AS, &r) == 0 && r.rlim_max != RLIM_INFINITY && r.rlim_max < 4 * limits->memory;
}

bool confine_is_out_of_time(const struct jail_limits *limits, double used)
{
	struct rlimit r;

	return getrlimit(RLIMIT_CPU, &r) == 0 && r.rlim_max != RLIM_INFINITY && r.rlim_max < limits->cpu_seconds &&
	       used >= (double)r.rlim_max - 0.5;
}

/* All that its parent has open, but what its role keeps; a sanitizer reports on stderr. */
static void confine_descriptors(const struct jail_role *role, int pipe)
{
	unsigned from = SANITIZED ? STDERR_FILENO + 1 : 0;

	if (!(role->descriptors & JAIL_PIPE)) {
		close_range(from, ~0u, 0);
		return;
	}
	if ((unsigned)pipe > from) close_range(from, (unsigned)pipe - 1, 0);
	close_range((unsigned)pipe + 1, ~0u, 0);
}

/* Everything that is not named here or by the role kills the process. */
static bool confine_by_seccomp(const struct jail_role *role, int pipe)
{
	static const int sanitizer_calls[] = {
		SCMP_SYS(sigaltstack),
		SCMP_SYS(rt_sigaction),
		SCMP_SYS(rt_sigprocmask),
		SCMP_SYS(getpid),
		SCMP_SYS(gettid),
		SCMP_SYS(sched_yield),
		SCMP_SYS(prctl),
	};
	bool is_done = false;
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);

	if (!filter) return false;
	for (const int *call = role->calls; *call >= 0; call++)
		if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, *call, 0)) goto out;
	if (SANITIZED)
		for (size_t i = 0; i < sizeof(sanitizer_calls) / sizeof(*sanitizer_calls); i++)
			if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, sanitizer_calls[i], 0)) goto out;

	/* Output through the one pipe only (and a sanitizer's report); memory that is never executable and no
	 * file's. */
	if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)pipe)))
		goto out;
	if (SANITIZED &&
		seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO)))
		goto out;
	if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)))
		goto out;
	if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
		    SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS)))
		goto out;
	/* C libraries ask these of standard streams and processes; "no" is an answer they can live with. */
	if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EBADF), SCMP_SYS(newfstatat), 0) ||
		seccomp_rule_add(filter, SCMP_ACT_ERRNO(EBADF), SCMP_SYS(fstat), 0))
		goto out;
	is_done = seccomp_load(filter) == 0;
out:
	seccomp_release(filter);
	return is_done;
}

const char *confine_with(void)
{
	return landlock_abi() >= 1 ? "landlock, seccomp, rlimits" : "seccomp, rlimits";
}

bool confine(const struct jail_role *role, int pipe)
{
	int abi = landlock_abi();

	confine_descriptors(role, pipe);
	if (prctl(PR_SET_DUMPABLE, 0) || !confine_by_limits(&role->limits)) return false;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return false;
	if (abi >= 1 && !confine_by_landlock(abi)) return false;

	/* Landlock's own ruleset is a file descriptor: only now may there be no more. A sanitizer opens files to
	 * report. */
	struct rlimit none = { 0, 0 };

	if (!SANITIZED && setrlimit(RLIMIT_NOFILE, &none)) return false;
	return confine_by_seccomp(role, pipe);
}
