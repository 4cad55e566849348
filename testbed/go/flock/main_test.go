package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "flock-")
	if err != nil {
		panic(err)
	}
	program = filepath.Join(dir, "flock")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		panic(string(out))
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func status(args ...string) int {
	err := exec.Command(program, args...).Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	if err != nil {
		panic(err)
	}
	return 0
}

// hold returns once the lock is held, and a function that ends it.
func hold(t *testing.T, args ...string) (release func()) {
	t.Helper()
	command := exec.Command(program, append(args, "sh", "-c", "echo held; read line")...)
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	line := make([]byte, 5)
	if _, err := out.Read(line); err != nil || !bytes.Equal(line, []byte("held\n")) {
		t.Fatalf("%q, %v", line, err)
	}
	return func() {
		in.Close()
		command.Wait()
	}
}

func TestLocks(t *testing.T) {
	for _, kind := range [][]string{nil, {"--posix"}} {
		with := func(more ...string) []string { return append(append([]string{}, kind...), more...) }
		file := filepath.Join(t.TempDir(), "lock")
		if got := status(with(file, "sh", "-c", "exit 7")...); got != 7 {
			t.Errorf("%v: the command's status is %d", kind, got)
		}
		release := hold(t, with(file)...)
		for _, how := range [][]string{{"--nonblock"}, {"--nonblock", "--shared"}} {
			if got := status(with(append(how, file, "true")...)...); got != held {
				t.Errorf("%v %v beside a lock: %d", kind, how, got)
			}
		}
		release()
		if got := status(with("--nonblock", file, "true")...); got != 0 {
			t.Errorf("%v afterwards: %d", kind, got)
		}
		release = hold(t, with("--shared", file)...)
		if got := status(with("--nonblock", "--shared", file, "true")...); got != 0 {
			t.Errorf("%v shared twice: %d", kind, got)
		}
		if got := status(with("--nonblock", file, "true")...); got != held {
			t.Errorf("%v alone beside a shared one: %d", kind, got)
		}
		release()
	}
	if got := status(filepath.Join(t.TempDir(), "no", "folder"), "true"); got != failed {
		t.Errorf("without a folder: %d", got)
	}
	if got := status("file"); got != failed {
		t.Errorf("without a command: %d", got)
	}
}
