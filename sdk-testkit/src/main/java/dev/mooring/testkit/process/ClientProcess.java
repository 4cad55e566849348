package dev.mooring.testkit.process;

import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Interceptor;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Another JVM that holds a {@code StorageClient} and obeys commands, each in a thread of its own.
 * It uses the public API only. Thread-safe, but for {@link #hold} and {@link #go}, which one thread
 * calls in turn.
 *
 * <pre>{@code
 * try (ClientProcess other = ClientProcess.start(fixture.configuration(), "acme")) {
 *   other.ask(Command.create("workspace", gb(1))).values();
 *   var lost = other.send(Command.attach("workspace", "trainer-0", "/data"));
 *   other.kill();
 * }
 * }</pre>
 */
public final class ClientProcess implements AutoCloseable {
  private static final List<String> SMALL =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-Xshare:auto", "-Dslf4j.internal.verbosity=ERROR");

  private final ChildJvm child;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<String>> ready = new ConcurrentHashMap<>();
  private volatile boolean killed;
  private volatile boolean ended;

  private ClientProcess(ChildJvm child) {
    this.child = child;
    Thread reader = new Thread(this::read, "answers of process " + child.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts one; returns at once: its commands wait until it is up.
   *
   * @param configuration the {@code mooring.yaml} that it connects with
   * @param account the account, in place of the configuration's
   */
  public static ClientProcess start(Path configuration, String account) {
    return new ClientProcess(
        ChildJvm.run(SMALL, ClientMain.class, configuration.toString(), account));
  }

  /**
   * Like {@link #start(Path, String)}, with an interceptor around all calls to its backends.
   *
   * @param interceptor a class with a constructor without parameters
   */
  public static ClientProcess start(
      Path configuration, String account, Class<? extends Interceptor> interceptor) {
    return new ClientProcess(
        ChildJvm.run(
            SMALL, ClientMain.class, configuration.toString(), account, interceptor.getName()));
  }

  /**
   * Lets it do a command, and waits for the answer.
   *
   * @throws AssertionError when it does not answer within {@link Eventually#PATIENCE}, or ends by
   *     itself
   */
  public Answer ask(Command command) {
    return await(send(command));
  }

  /** Lets it do a command. The answer fails when the process ends by itself. */
  public CompletableFuture<Answer> send(Command command) {
    return send(ClientMain.NOW, Long.toString(numbers.incrementAndGet()), command);
  }

  /**
   * Prepares commands, each in a thread that waits for {@link #go}; returns when all are ready.
   *
   * @return their answers, in order
   */
  public List<CompletableFuture<Answer>> hold(List<Command> commands) {
    List<CompletableFuture<Answer>> held = new ArrayList<>();
    List<CompletableFuture<String>> waiting = new ArrayList<>();
    for (Command command : commands) {
      String number = Long.toString(numbers.incrementAndGet());
      CompletableFuture<String> signal = new CompletableFuture<>();
      ready.put(number, signal);
      waiting.add(signal);
      held.add(send(ClientMain.HELD, number, command));
    }
    waiting.forEach(ClientProcess::await);
    return held;
  }

  /** Lets the commands begin that are held, all at once. */
  public void go() {
    say(ClientMain.GO);
  }

  private synchronized void say(String line) {
    child.say(line);
  }

  private CompletableFuture<Answer> send(String when, String number, Command command) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    answers.put(number, answer);
    List<String> words = new ArrayList<>(List.of(number, when, command.verb().name()));
    words.addAll(command.arguments());
    try {
      say(Words.line(words));
    } catch (UncheckedIOException e) {
      // It is dying, and its answers end: then this one is lost, as the others are.
    }
    if (ended) {
      lose();
    }
    return answer;
  }

  private void read() {
    for (var line = child.nextLine(); line.isPresent(); line = child.nextLine()) {
      List<String> words = Words.of(line.get());
      if (words.get(1).equals(ClientMain.READY)) {
        complete(ready.remove(words.get(0)), words.get(0));
      } else {
        complete(answers.remove(words.get(0)), Answers.read(words));
      }
    }
    ended = true;
    lose();
  }

  private static <T> void complete(@Nullable CompletableFuture<T> future, T value) {
    if (future != null) {
      future.complete(value);
    }
  }

  /** Answers for a process that will not. */
  private void lose() {
    AssertionError died = new AssertionError("process " + child.pid() + " ended by itself");
    ready.values().forEach(signal -> signal.completeExceptionally(died));
    for (CompletableFuture<Answer> answer : answers.values()) {
      if (killed) {
        answer.complete(new Answer.Lost());
      } else {
        answer.completeExceptionally(died);
      }
    }
  }

  /** Waits for an answer, for at most {@link Eventually#PATIENCE}. */
  public static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer of a process", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** The operating system's id of the process. */
  public long pid() {
    return child.pid();
  }

  /**
   * Kills it at once, as {@code kill -9} does, and waits until it is gone. Commands that it has not
   * answered are {@link Answer.Lost}. May be repeated.
   */
  public void kill() {
    killed = true;
    child.kill();
  }

  /** Kills it if it still runs. */
  @Override
  public void close() {
    kill();
  }
}
