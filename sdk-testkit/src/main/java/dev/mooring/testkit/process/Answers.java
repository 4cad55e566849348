package dev.mooring.testkit.process;

import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.InUseException;
import dev.mooring.error.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers as a pipe carries them. */
final class Answers {
  private static final String DONE = "done";
  private static final String REFUSED = "refused";

  private Answers() {}

  /** What a job gives or throws. */
  static Answer of(Supplier<List<String>> job) {
    FutureTask<List<String>> task = new FutureTask<>(job::get);
    Instant began = Instant.now();
    task.run();
    Instant ended = Instant.now();
    try {
      return new Answer.Done(began, ended, task.get());
    } catch (ExecutionException e) {
      return refused(began, ended, e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private static Answer refused(Instant began, Instant ended, @Nullable Throwable thrown) {
    if (thrown instanceof StorageException e) {
      return new Answer.Refused(
          began,
          ended,
          e.code(),
          e.getClass().getSimpleName(),
          String.valueOf(e.getMessage()),
          details(e));
    }
    StringWriter stack = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(stack, true));
    }
    String type = thrown == null ? "" : thrown.getClass().getSimpleName();
    return new Answer.Refused(began, ended, ErrorCode.INTERNAL, type, stack.toString(), List.of());
  }

  private static List<String> details(StorageException error) {
    if (error instanceof InUseException inUse) {
      return inUse.holders().stream().map(h -> h.kind() + "/" + h.name()).toList();
    }
    return error instanceof AlreadyExistsException exists
        ? List.of(exists.existingId())
        : List.of();
  }

  /** An answer as words, after the number of what it answers. */
  static List<String> words(String number, Answer answer) {
    List<String> words = new ArrayList<>();
    words.add(number);
    if (answer instanceof Answer.Done done) {
      words.addAll(List.of(DONE, done.began().toString(), done.ended().toString()));
      words.addAll(done.values());
    } else if (answer instanceof Answer.Refused refused) {
      words.addAll(List.of(REFUSED, refused.began().toString(), refused.ended().toString()));
      words.addAll(List.of(refused.code().name(), refused.type(), refused.message()));
      words.addAll(refused.details());
    }
    return words;
  }

  /** An answer from its words. */
  static Answer read(List<String> words) {
    Instant began = Instant.parse(words.get(2));
    Instant ended = Instant.parse(words.get(3));
    List<String> rest = words.subList(4, words.size());
    return words.get(1).equals(DONE)
        ? new Answer.Done(began, ended, rest)
        : new Answer.Refused(
            began,
            ended,
            ErrorCode.valueOf(rest.get(0)),
            rest.get(1),
            rest.get(2),
            rest.subList(3, rest.size()));
  }
}
