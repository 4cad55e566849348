package dev.mooring.testkit.process;

import dev.mooring.error.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What a {@link ClientProcess} said to a command. */
public sealed interface Answer {
  /**
   * It was done.
   *
   * @param began when the process began it, by the machine's clock
   * @param ended when it ended it
   * @param values what the verb promises
   */
  record Done(Instant began, Instant ended, List<String> values) implements Answer {
    /** Copies and checks. */
    public Done {
      Objects.requireNonNull(began, "began");
      Objects.requireNonNull(ended, "ended");
      values = List.copyOf(values);
    }

    /** For example {@code ok [3f2a…]}. */
    @Override
    public String toString() {
      return "ok " + values;
    }
  }

  /**
   * The SDK threw.
   *
   * @param began when the process began it, by the machine's clock
   * @param ended when it ended it
   * @param code the error's code; {@code INTERNAL} also for what is no error of the SDK
   * @param type the simple name of its class
   * @param message its message
   * @param details of an {@code InUseException} the holders as {@code kind/name}, of an {@code
   *     AlreadyExistsException} the id of what exists; else nothing
   */
  record Refused(
      Instant began,
      Instant ended,
      ErrorCode code,
      String type,
      String message,
      List<String> details)
      implements Answer {
    /** Copies and checks. */
    public Refused {
      Objects.requireNonNull(began, "began");
      Objects.requireNonNull(ended, "ended");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(message, "message");
      details = List.copyOf(details);
    }

    /** For example {@code IN_USE [instance/trainer-0]}. */
    @Override
    public String toString() {
      return details.isEmpty() ? code + " (" + message + ")" : code + " " + details;
    }
  }

  /** The process was killed before it answered: the command may have been done, or in part. */
  record Lost() implements Answer {
    @Override
    public String toString() {
      return "killed";
    }
  }

  /**
   * What the command gave.
   *
   * @throws AssertionError when it was not done
   */
  default List<String> values() {
    if (this instanceof Done done) {
      return done.values();
    }
    throw new AssertionError("not done: " + this);
  }
}
