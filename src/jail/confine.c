#include "jail/confine.h"

#include <errno.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdio.h>
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

static bool confine_by_limits(const struct jail_limits *limits)
{
	struct rlimit none = { 0, 0 };
	struct rlimit cpu = { limits->cpu_seconds, limits->cpu_seconds };

	if (setrlimit(RLIMIT_CORE, &none) || setrlimit(RLIMIT_FSIZE, &none) || setrlimit(RLIMIT_NPROC, &none))
		return false;
	if (setrlimit(RLIMIT_CPU, &cpu)) return false;
	if (SANITIZED) return true; /* the shadow of AddressSanitizer is terabytes of address space */

	/* What we have now (the mapped input, the arenas) plus what the reader may add. */
	long pages = 0;
	FILE *statm = fopen("/proc/self/statm", "re");

	if (!statm || fscanf(statm, "%ld", &pages) != 1) pages = 0;
	if (statm) fclose(statm);

	rlim_t space = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + limits->memory;
	struct rlimit memory = { space, space };

	return setrlimit(RLIMIT_AS, &memory) == 0;
}

/* Everything that is not named here kills the process. */
static bool confine_by_seccomp(int pipe)
{
	static const int calls[] = {
		SCMP_SYS(brk),
		SCMP_SYS(munmap),
		SCMP_SYS(mremap),
		SCMP_SYS(madvise),
		SCMP_SYS(exit),
		SCMP_SYS(exit_group),
		SCMP_SYS(rt_sigreturn),
		SCMP_SYS(futex),
		SCMP_SYS(clock_gettime),
		SCMP_SYS(gettimeofday),
		SCMP_SYS(getrandom),
		SCMP_SYS(restart_syscall),
	};
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
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++)
		if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0)) goto out;
	if (SANITIZED)
		for (size_t i = 0; i < sizeof(sanitizer_calls) / sizeof(*sanitizer_calls); i++)
			if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, sanitizer_calls[i], 0)) goto out;

	/* Output through the one pipe only (and a sanitizer's report); memory that is never executable and no file's. */
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

bool confine(const struct jail_limits *limits, int pipe)
{
	int abi = landlock_abi();

	if (prctl(PR_SET_DUMPABLE, 0) || !confine_by_limits(limits)) return false;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return false;
	if (abi >= 1 && !confine_by_landlock(abi)) return false;

	/* Landlock's own ruleset is a file descriptor: only now may there be no more. A sanitizer opens files to report. */
	struct rlimit none = { 0, 0 };

	if (!SANITIZED && setrlimit(RLIMIT_NOFILE, &none)) return false;
	return confine_by_seccomp(pipe);
}
