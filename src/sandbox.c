#include "sandbox.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/diag.h"

/* Only what a signal handler may do. */
static void
out_of_time(int signal)
{
	static const char line[] = "error: this takes more time of the processor than --limit-time allows\n";

	(void)signal;
	(void)!write(STDERR_FILENO, line, sizeof(line) - 1);
	_exit(STATUS_DATA);
}

void
sandbox_limit_time(unsigned seconds)
{
	/* The kernel looks for a signal between its own calls alone, of which one may take a second. */
	const struct rlimit time = { seconds, seconds + 5 };
	struct sigaction action = { .sa_handler = out_of_time };

	sigemptyset(&action.sa_mask);
	sigaction(SIGXCPU, &action, NULL);
	setrlimit(RLIMIT_CPU, &time);
}

#if defined(__linux__) && !defined(NO_SANDBOX)

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#elif defined(__i386__)
#define ARCH AUDIT_ARCH_I386
#elif defined(__arm__)
#define ARCH AUDIT_ARCH_ARM
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCH AUDIT_ARCH_RISCV64
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#define ARCH AUDIT_ARCH_PPC64LE
#elif defined(__s390x__)
#define ARCH AUDIT_ARCH_S390X
#endif

#ifdef ARCH

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, (what))
/* One call and what becomes of it. */
#define CALL(name, what) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1), RETURN(what)
#define ALLOW(name) CALL(name, SECCOMP_RET_ALLOW)
#define KILL(name) CALL(name, SECCOMP_RET_KILL_PROCESS)
#define REFUSE(name) CALL(name, SECCOMP_RET_ERRNO | EACCES)

/* An unknown call fails with ENOSYS, since every new libc tries new ones first. */
static const struct sock_filter filter[] = {
	LOAD(arch),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
	RETURN(SECCOMP_RET_KILL_PROCESS),
	LOAD(nr),
	ALLOW(read),
	ALLOW(write),
	ALLOW(munmap),
	ALLOW(brk),
	ALLOW(mremap),
	ALLOW(madvise),
	ALLOW(close),
	ALLOW(lseek),
	ALLOW(futex),
	ALLOW(exit_group),
	ALLOW(exit),
	ALLOW(rt_sigreturn),
	ALLOW(rt_sigprocmask),
	ALLOW(clock_gettime),
	ALLOW(getrandom),
	ALLOW(fsync),
#ifdef SYS_poll
	ALLOW(poll),
#endif
	ALLOW(ppoll),
#ifdef SYS_mmap
	ALLOW(mmap),
#endif
#ifdef SYS_mmap2
	ALLOW(mmap2),
#endif
	REFUSE(openat),
#ifdef SYS_open
	REFUSE(open),
#endif
	KILL(execve),
	KILL(execveat),
#ifdef SYS_fork
	KILL(fork),
	KILL(vfork),
#endif
	KILL(clone),
#ifdef SYS_clone3
	KILL(clone3),
#endif
	KILL(socket),
	KILL(socketpair),
	KILL(connect),
	KILL(ptrace),
#ifdef SYS_io_uring_setup
	KILL(io_uring_setup),
#endif
	RETURN(SECCOMP_RET_ERRNO | ENOSYS),
};

bool
sandbox_enter(void)
{
	const struct sock_fprog program = { sizeof(filter) / sizeof(filter[0]), (struct sock_filter *)filter };
	const struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	       prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

const char *
sandbox_name(void)
{
	return "seccomp";
}

#define SANDBOX 1
#endif

#elif defined(__OpenBSD__) && !defined(NO_SANDBOX)

bool
sandbox_enter(void)
{
	return pledge("stdio", NULL) == 0;
}

const char *
sandbox_name(void)
{
	return "pledge";
}

#define SANDBOX 1

#elif defined(__FreeBSD__) && !defined(NO_SANDBOX)

#include <sys/capsicum.h>

bool
sandbox_enter(void)
{
	return cap_enter() == 0;
}

const char *
sandbox_name(void)
{
	return "capsicum";
}

#define SANDBOX 1
#endif

#ifndef SANDBOX
bool
sandbox_enter(void)
{
	return false;
}

const char *
sandbox_name(void)
{
	return "none";
}
#endif
