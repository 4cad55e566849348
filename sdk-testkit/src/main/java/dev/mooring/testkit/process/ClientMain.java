package dev.mooring.testkit.process;

import dev.mooring.StorageClient;
import dev.mooring.StorageClientBuilder;
import dev.mooring.config.Configuration;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The other side of {@link ClientProcess}. Arguments: configuration file, account, and where wanted
 * the class of an interceptor. Each line of its input is {@code NUMBER now|held VERB ARGUMENT…}, or
 * {@code go}; each of its output {@code NUMBER ready}, or {@code NUMBER} and an answer. It ends
 * with its input, so that none outlives the test that started it.
 */
final class ClientMain {
  static final String GO = "go";
  static final String HELD = "held";
  static final String NOW = "now";
  static final String READY = "ready";

  private final Commands commands;
  private final PrintStream out;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private CountDownLatch gate = new CountDownLatch(1);

  private ClientMain(Commands commands, PrintStream out) {
    this.commands = commands;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    // What a library prints must not be taken for an answer.
    System.setOut(System.err);
    StorageClientBuilder builder =
        StorageClient.builder()
            .configuration(Configuration.load(Path.of(arguments[0])))
            .account(arguments[1]);
    if (arguments.length > 2) {
      intercept(builder, Class.forName(arguments[2]).asSubclass(Interceptor.class));
    }
    StorageClient client = builder.build();
    new ClientMain(new Commands(client), out).run();
    client.close();
    System.exit(0);
  }

  private static void intercept(StorageClientBuilder builder, Class<? extends Interceptor> type)
      throws ReflectiveOperationException {
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Interceptor interceptor = constructor.newInstance();
    InterceptedBackend.around(builder, interceptor);
  }

  private void run() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(GO)) {
        gate.countDown();
        gate = new CountDownLatch(1);
      } else {
        accept(Words.of(line), gate);
      }
    }
  }

  private void accept(List<String> words, CountDownLatch held) {
    String number = words.get(0);
    Command command =
        new Command(Command.Verb.valueOf(words.get(2)), words.subList(3, words.size()));
    threads.execute(
        () -> {
          if (words.get(1).equals(HELD)) {
            say(List.of(number, READY));
            try {
              held.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException("nobody interrupts this thread", e);
            }
          }
          say(Answers.words(number, Answers.of(() -> commands.run(command))));
        });
  }

  /** One write for a line: a kill must not tear it in two. */
  private void say(List<String> words) {
    byte[] line = (Words.line(words) + "\n").getBytes(StandardCharsets.US_ASCII);
    synchronized (out) {
      out.write(line, 0, line.length);
      out.flush();
    }
  }
}
