package dev.mooring.testkit.process;

import dev.mooring.volume.Capacity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a {@link ClientProcess} shall do. An immutable value.
 *
 * @param verb what
 * @param arguments with what: any text, hostile names included
 */
public record Command(Verb verb, List<String> arguments) {
  /** What a process can do with its client. Each verb says what {@link Answer.Done} holds. */
  public enum Verb {
    /** Creates a drive and does not wait for it: its id. */
    CREATE,
    /** Waits until a drive can be attached: its id. */
    AWAIT,
    /** Deletes a drive and waits until it is gone: its id. */
    DELETE,
    /** Attaches a drive to an instance that is not started: nothing. */
    ATTACH,
    /** Detaches a drive from an instance and waits 10 s for the end: what was attached, by name. */
    DETACH,
    /** Attaches a drive to an instance, starts it, and waits until it runs: nothing. */
    LAUNCH,
    /**
     * Starts an instance that has drives attached, and waits until it runs: its name; nothing when
     * it has none.
     */
    START,
    /** Stops an instance and waits until it is gone: nothing. */
    STOP,
    /**
     * Reads a drive: its id, its bytes, its status, and as {@code kind/name} who holds it; the last
     * is empty when it is free.
     */
    READ,
    /** Recovers: how many operations it completed, undid and left, and claims it released. */
    RECOVER
  }

  /** Copies and checks. */
  public Command {
    Objects.requireNonNull(verb, "verb");
    arguments = List.copyOf(arguments);
  }

  /** Creates a drive. */
  public static Command create(String drive, Capacity size) {
    return of(Verb.CREATE, drive, Long.toString(size.bytes()));
  }

  /** Waits for a drive. */
  public static Command await(String drive) {
    return of(Verb.AWAIT, drive);
  }

  /** Deletes a drive. */
  public static Command delete(String drive) {
    return of(Verb.DELETE, drive);
  }

  /** Attaches a drive to an instance. */
  public static Command attach(String drive, String instance, String path) {
    return of(Verb.ATTACH, drive, instance, path);
  }

  /** Detaches a drive from an instance. */
  public static Command detach(String drive, String instance) {
    return of(Verb.DETACH, drive, instance);
  }

  /** Launches an instance with a drive. */
  public static Command launch(String instance, String drive, String path) {
    return of(Verb.LAUNCH, instance, drive, path);
  }

  /** Starts an instance with what is attached to it. */
  public static Command start(String instance) {
    return of(Verb.START, instance);
  }

  /** Stops an instance. */
  public static Command stop(String instance) {
    return of(Verb.STOP, instance);
  }

  /** Reads a drive. */
  public static Command read(String drive) {
    return of(Verb.READ, drive);
  }

  /** Recovers. */
  public static Command recover() {
    return of(Verb.RECOVER);
  }

  private static Command of(Verb verb, String... arguments) {
    return new Command(verb, List.of(arguments));
  }

  /** For example {@code attach d i /mnt}. */
  @Override
  public String toString() {
    String name = verb.name().toLowerCase(Locale.ROOT);
    return arguments.isEmpty() ? name : name + " " + String.join(" ", arguments);
  }
}
