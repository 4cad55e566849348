package dev.mooring.spi;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may become of a volume: whose its data is, and whether it may be deleted.
 *
 * @param adoptedSince since when Mooring keeps a volume that others made: its data is never deleted
 *     with it; null for a volume that Mooring made
 * @param protectedSince since when it may not be deleted, or null when it may
 * @param registered whether Mooring made the objects that lead to an adopted volume's data, so that
 *     they go with it; false where others made them
 */
public record Custody(
    @Nullable Instant adoptedSince, @Nullable Instant protectedSince, boolean registered) {
  /** A volume that Mooring made, and that may be deleted. */
  public static final Custody OWN = new Custody(null, null);

  /** Of a volume that was not registered. */
  public Custody(@Nullable Instant adoptedSince, @Nullable Instant protectedSince) {
    this(adoptedSince, protectedSince, false);
  }

  /** The same, adopted: all that leads to its data is others'. */
  public Custody adopted(Instant now) {
    return new Custody(now, protectedSince, false);
  }

  /** The same, adopted through objects that Mooring makes. */
  public Custody registered(Instant now) {
    return new Custody(now, protectedSince, true);
  }

  /** The same, protected from now on, or as long as before; null for no longer. */
  public Custody guarded(@Nullable Instant since) {
    return new Custody(adoptedSince, since, registered);
  }

  /** Whether deleting only forgets it: all its objects stay. */
  public boolean forgets() {
    return adoptedSince != null && !registered;
  }

  /** Since when it is adopted; empty for a volume that Mooring made. */
  public Optional<Instant> adoption() {
    return Optional.ofNullable(adoptedSince);
  }

  /** Since when it may not be deleted; empty when it may. */
  public Optional<Instant> protection() {
    return Optional.ofNullable(protectedSince);
  }
}
