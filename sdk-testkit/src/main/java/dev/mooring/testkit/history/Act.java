package dev.mooring.testkit.history;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.testkit.process.Command;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is done in a history. An immutable value.
 *
 * @param kind what
 * @param drive the drive that it is about
 * @param instance the instance that it is about; empty for what needs none
 * @param gigabytes the size to create
 */
record Act(Kind kind, String drive, String instance, int gigabytes) {
  enum Kind {
    CREATE(true),
    DELETE(true),
    ATTACH(true),
    DETACH(true),
    START(true),
    STOP(true),
    /** The instance dies behind the SDK's back. */
    CRASH(true),
    READ(false),
    RECOVER(false);

    private final boolean changing;

    Kind(boolean changing) {
      this.changing = changing;
    }

    /** Whether it changes something that others can tell. */
    boolean changes() {
      return changing;
    }
  }

  /** What a process does for it; empty for a crash, which is nothing that a client does. */
  Optional<Command> command() {
    return switch (kind) {
      case CREATE -> Optional.of(Command.create(drive, gb(gigabytes)));
      case DELETE -> Optional.of(Command.delete(drive));
      case ATTACH -> Optional.of(Command.attach(drive, instance, "/data"));
      case DETACH -> Optional.of(Command.detach(drive, instance));
      case START -> Optional.of(Command.start(instance));
      case STOP -> Optional.of(Command.stop(instance));
      case CRASH -> Optional.empty();
      case READ -> Optional.of(Command.read(drive));
      case RECOVER -> Optional.of(Command.recover());
    };
  }

  @Override
  public String toString() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case CREATE -> word + " " + drive + " of " + gigabytes + " GB";
      case DELETE, READ -> word + " " + drive;
      case ATTACH -> word + " " + drive + " to " + instance;
      case DETACH -> word + " " + drive + " from " + instance;
      case START, STOP, CRASH -> word + " " + instance;
      case RECOVER -> word;
    };
  }
}
