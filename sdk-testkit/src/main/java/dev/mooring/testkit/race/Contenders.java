package dev.mooring.testkit.race;

import dev.mooring.testkit.process.Answer;
import dev.mooring.testkit.process.ClientProcess;
import dev.mooring.testkit.process.Command;
import dev.mooring.testkit.process.SharedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** The threads of several processes that begin at the same moment. */
final class Contenders implements AutoCloseable {
  static final int PROCESSES = 4;
  static final int THREADS = 16;
  static final int ALL = PROCESSES * THREADS;

  private final List<ClientProcess> processes = new ArrayList<>();

  Contenders(SharedAccount account) {
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(account.process());
    }
  }

  /** The process of a contender. */
  static int processOf(int contender) {
    return contender / THREADS;
  }

  /** Lets all begin at once; their answers, by contender. */
  List<Answer> race(IntFunction<Command> command) {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int p = 0; p < PROCESSES; p++) {
      List<Command> own = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        own.add(command.apply(p * THREADS + t));
      }
      answers.addAll(processes.get(p).hold(own));
    }
    processes.forEach(ClientProcess::go);
    return answers.stream().map(ClientProcess::await).toList();
  }

  @Override
  public void close() {
    processes.forEach(ClientProcess::close);
  }
}
