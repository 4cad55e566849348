package dev.mooring.embedded.internal;

import dev.mooring.error.CancelledException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.instance.ExecResult;
import dev.mooring.spi.Durations;
import dev.mooring.volume.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs commands, without a shell, in an instance's root folder. */
final class Commands {
  /** What a command sees of this process's environment: nothing that could be a secret. */
  private static final List<String> PASSED = List.of("PATH", "LANG", "LC_ALL", "TZ");

  /** How long output is read after the end, for a child may have kept it open. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Map<String, Set<Process>> running = new ConcurrentHashMap<>();

  ExecResult run(String instance, Path root, List<String> argv, Duration limit, Problem problem) {
    Process process = startKnown(instance, root, argv, problem);
    try {
      CappedOutput out = CappedOutput.of(process.getInputStream());
      CappedOutput err = CappedOutput.of(process.getErrorStream());
      if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        throw timeout(argv, limit, problem);
      }
      return new ExecResult(process.exitValue(), out.text(LAST_WORDS), err.text(LAST_WORDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(problem.because("the thread was interrupted").cause(e));
    } finally {
      forget(instance, process);
      killTree(process);
    }
  }

  /**
   * Starts it within the map's turn for the instance: whoever stops the instance finds it there, or
   * was first, and then it has no folder to start in.
   */
  private Process startKnown(String instance, Path root, List<String> argv, Problem problem) {
    Process[] started = new Process[1];
    running.compute(
        instance,
        (name, known) -> {
          started[0] = start(name, root, argv, problem);
          Set<Process> siblings = known == null ? ConcurrentHashMap.newKeySet() : known;
          siblings.add(started[0]);
          return siblings;
        });
    return started[0];
  }

  private void forget(String instance, Process process) {
    running.computeIfPresent(
        instance,
        (name, siblings) -> {
          siblings.remove(process);
          return siblings.isEmpty() ? null : siblings;
        });
  }

  /** The instances in which commands run. */
  Set<String> instances() {
    return Set.copyOf(running.keySet());
  }

  private static Process start(String instance, Path root, List<String> argv, Problem problem) {
    ProcessBuilder builder = new ProcessBuilder(argv);
    builder.directory(root.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(PASSED);
    environment.put("HOME", root.toString());
    environment.put("PWD", root.toString());
    environment.put("MOORING_INSTANCE", instance);
    try {
      return builder.start();
    } catch (IOException e) {
      if (!Layout.isFolder(root)) {
        throw new NotFoundException(problem.because("it was stopped meanwhile").cause(e));
      }
      throw InvalidRequestException.of(
          problem.cause(e).hint("check the command's name and that it can be executed"),
          "argv[0]",
          "'" + argv.get(0) + "' cannot be started: " + e.getMessage());
    }
  }

  private static StorageTimeoutException timeout(
      List<String> argv, Duration limit, Problem problem) {
    return new StorageTimeoutException(
        problem
            .because("'" + argv.get(0) + "' did not end within " + Durations.format(limit))
            .hint("it was killed; give it a longer limit"),
        "RUNNING",
        Reason.IN_PROGRESS.name(),
        "",
        null,
        List.of("RUNNING"));
  }

  /** Ends the commands that this process runs in an instance. */
  void kill(String instance) {
    Set<Process> processes = running.remove(instance);
    if (processes != null) {
      processes.forEach(Commands::killTree);
    }
  }

  /** Ends all commands of all instances. */
  void killAll() {
    instances().forEach(this::kill);
  }

  private static void killTree(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
