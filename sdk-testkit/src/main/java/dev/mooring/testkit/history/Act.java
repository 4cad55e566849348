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
    CREATE(3, true),
    DELETE(2, true),
    ATTACH(5, true),
    DETACH(3, true),
    START(2, true),
    STOP(3, true),
    /** The instance dies behind the SDK's back. */
    CRASH(1, true),
    READ(3, false),
    RECOVER(1, false);

    private final int share;
    private final boolean changing;

    Kind(int share, boolean changing) {
      this.share = share;
      this.changing = changing;
    }

    /** How often it comes, beside the others: attaching is what is fought for. */
    int share() {
      return share;
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
