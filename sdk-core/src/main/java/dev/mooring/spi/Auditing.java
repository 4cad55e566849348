package dev.mooring.spi;

import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what only the backend can see to fit nothing: its bytes and objects beside the records.
 * Core adds what the records say of each other. Thread-safe.
 */
public interface Auditing extends Ability {
  /**
   * All readable records of volumes, as they are; unlike a list of their store it notes nothing
   * anywhere.
   */
  List<VolumeRecord> volumes();

  /** Looks; changes nothing. What this client may not read is told, and no error. */
  Audited look(Scope scope);

  /**
   * Does the automatic action of an orphan, if it is still exactly as it was found.
   *
   * @return what was done, for people
   * @throws dev.mooring.error.ConflictException when it has changed or is gone; nothing was done
   */
  String apply(Orphan orphan);

  /**
   * What to look for.
   *
   * @param staleAfter how long a deletion may take until it is stuck
   * @param ownKey whether a text is surely the key of a record of this account's volumes
   */
  record Scope(Duration staleAfter, Predicate<String> ownKey) {
    /** Checks that nothing is missing. */
    public Scope {
      Objects.requireNonNull(staleAfter, "staleAfter");
      Objects.requireNonNull(ownKey, "ownKey");
    }
  }

  /**
   * What was found.
   *
   * @param orphans what fits nothing
   * @param unseen what could not be looked at
   */
  record Audited(List<Orphan> orphans, List<Unseen> unseen) {
    /** Copies. */
    public Audited {
      orphans = List.copyOf(orphans);
      unseen = List.copyOf(unseen);
    }
  }

  /**
   * Something that fits nothing.
   *
   * @param kind what is wrong
   * @param resource what it is about, for people
   * @param version what {@link #apply} compares: another one whenever the thing has changed
   * @param since since when, or null
   * @param words what was found
   * @param action what to do about it
   */
  record Orphan(
      AuditKind kind,
      String resource,
      String version,
      @Nullable Instant since,
      String words,
      AuditAction action) {
    /** Checks that nothing is missing. */
    public Orphan {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(resource, "resource");
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(action, "action");
    }
  }

  /**
   * Something that cannot be looked at.
   *
   * @param what what it is
   * @param words why, and who or what can
   */
  record Unseen(String what, String words) {
    /** Checks that nothing is missing. */
    public Unseen {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(words, "words");
    }
  }
}
