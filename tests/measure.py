"""Runs a program for a test, and measures what it takes."""
import os
import signal


def run(arguments, out, err=None, patience=0):
	"""Its output goes into the file `out`, its messages into `err`, or where this process has its own.

	Gives the state as wait(2) has it, seconds of processor time, and bytes of memory. The kernel counts what this process
	takes for the program, too: it should be small. A program that lasts longer than `patience` seconds by the clock is
	killed; with 0 none is.
	"""
	write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
	actions = [(os.POSIX_SPAWN_OPEN, 1, out, write, 0o600)]
	if err:
		actions.append((os.POSIX_SPAWN_OPEN, 2, err, write, 0o600))
	pid = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=actions)
	signal.signal(signal.SIGALRM, lambda *_: os.kill(pid, signal.SIGKILL))
	signal.alarm(patience)
	_, state, usage = os.wait4(pid, 0)
	signal.alarm(0)
	return state, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024
