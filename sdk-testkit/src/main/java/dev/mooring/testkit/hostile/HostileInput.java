package dev.mooring.testkit.hostile;

import dev.mooring.error.StorageException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;

/**
 * Feeds generated input to the SDK: it must answer with a result, with a {@link StorageException},
 * or with an exception that the method documents; and whatever it says must be words that no log or
 * terminal can be tricked with. Call it in a jqwik test; thread-safe.
 */
public final class HostileInput {
  /** How many inputs are tried: 100,000 with the property {@code mooring.full}, else 5,000. */
  public static final int TRIES = Boolean.getBoolean("mooring.full") ? 100_000 : 5_000;

  private static final int LONGEST_MESSAGE = 20_000;
  private static final Pattern TRICKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e]");

  private HostileInput() {}

  /**
   * Tries {@link #TRIES} inputs, the same ones for the same seed, and prints how many.
   *
   * @param what what is tried, in words
   * @param inputs generates them
   * @param attempt gives one to the SDK
   * @param documented exceptions beside {@link StorageException} that the method documents
   * @throws AssertionError with the input, when anything else is thrown, or a message could trick
   */
  public static <T> void each(
      String what,
      Arbitrary<T> inputs,
      Consumer<? super T> attempt,
      List<Class<? extends RuntimeException>> documented) {
    int[] counts = new int[2];
    inputs.sampleStream().limit(TRIES).forEach(in -> counts[one(in, attempt, documented)]++);
    if (counts[0] + counts[1] != TRIES) {
      throw new AssertionError("only " + (counts[0] + counts[1]) + " inputs were tried");
    }
    System.out.printf(
        Locale.ROOT,
        "hostile input: %,d x %s: %,d taken, %,d refused%n",
        TRIES,
        what,
        counts[0],
        counts[1]);
  }

  /** 0 when the input was taken, 1 when it was refused well. */
  private static <T> int one(
      T input, Consumer<? super T> attempt, List<Class<? extends RuntimeException>> documented) {
    try {
      attempt.accept(input);
      return 0;
    } catch (StackOverflowError e) {
      throw new AssertionError("no end for " + shown(input), e);
    } catch (RuntimeException e) {
      boolean ours =
          e instanceof StorageException || documented.stream().anyMatch(type -> type.isInstance(e));
      if (!ours) {
        throw new AssertionError("no exception of the SDK for " + shown(input), e);
      }
      String message = String.valueOf(e.getMessage());
      if (TRICKS.matcher(message).find() || message.length() > LONGEST_MESSAGE) {
        throw new AssertionError(
            "a message that could trick, for " + shown(input) + ": " + shown(message), e);
      }
      return 1;
    }
  }

  private static String shown(Object input) {
    StringBuilder shown = new StringBuilder();
    String.valueOf(input)
        .chars()
        .limit(2000)
        .forEach(
            c ->
                shown.append(
                    c >= ' ' && c < 0x7f ? Character.toString(c) : String.format("\\u%04x", c)));
    return shown.toString();
  }
}
