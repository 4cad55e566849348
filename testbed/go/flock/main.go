// Command flock runs a command while it holds a lock on a file, by flock(2) or by POSIX (fcntl).
//
//	flock [--posix] [--shared] [--nonblock] FILE COMMAND [ARG…]
//
// It ends with the command's status, with 75 when --nonblock finds the lock held, and with 76 for
// errors of its own.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

const (
	held   = 75
	failed = 76
)

func main() {
	posix := flag.Bool("posix", false, "a POSIX lock (fcntl) in place of flock")
	shared := flag.Bool("shared", false, "a lock that others may share")
	nonblock := flag.Bool("nonblock", false, "do not wait")
	flag.Parse()
	if flag.NArg() < 2 {
		fail(errors.New("a file and a command are needed"))
	}
	file, err := os.OpenFile(flag.Arg(0), os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		fail(err)
	}
	for err = lock(file, *posix, *shared, *nonblock); errors.Is(err, syscall.EINTR); {
		err = lock(file, *posix, *shared, *nonblock)
	}
	if errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EACCES) {
		os.Exit(held)
	}
	if err != nil {
		fail(err)
	}
	os.Exit(run(flag.Args()[1:]))
}

func lock(file *os.File, posix, shared, nonblock bool) error {
	if !posix {
		how := syscall.LOCK_EX
		if shared {
			how = syscall.LOCK_SH
		}
		if nonblock {
			how |= syscall.LOCK_NB
		}
		return syscall.Flock(int(file.Fd()), how)
	}
	whole := syscall.Flock_t{Type: syscall.F_WRLCK}
	if shared {
		whole.Type = syscall.F_RDLCK
	}
	command := syscall.F_SETLKW
	if nonblock {
		command = syscall.F_SETLK
	}
	return syscall.FcntlFlock(file.Fd(), command, &whole)
}

// run does not let the command inherit the file: the lock is this process's, and ends with it.
func run(args []string) int {
	command := exec.Command(args[0], args[1:]...)
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	err := command.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit) && exit.ExitCode() >= 0:
		return exit.ExitCode()
	}
	fail(err)
	return failed
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "flock:", err)
	os.Exit(failed)
}
