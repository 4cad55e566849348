package dev.mooring.spi;

import dev.mooring.attachment.Target;
import dev.mooring.error.Violation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Knows targets and who mounts what. Claims themselves are core's, in the records. Nothing here
 * reads from a cache. Every method may be repeated. Thread-safe.
 */
public interface Attaching extends Ability {
  /** Why volumes of this region cannot be attached to a target: its namespace, say; or nothing. */
  List<Violation> check(Target target);

  /** Whether targets are there now, by key. Answers for every target asked. */
  Map<String, Presence> presence(Collection<TargetRecord> targets);

  /** Who mounts these volumes now, by key. Answers for every volume asked. */
  Map<String, List<VolumeUser>> users(Collection<VolumeRecord> volumes);

  /**
   * Makes the attached volumes appear in a living target, where the backend can do that while it
   * runs; else nothing.
   *
   * @param volumes the records of the target's volumes, by key
   */
  void connect(TargetRecord target, Map<String, VolumeRecord> volumes);

  /** Takes a volume out of a living target, where {@link #connect} put it in; else nothing. */
  void disconnect(TargetRecord target, TargetMount mount);

  /** How long a target that was never seen keeps its claims: always the same answer. */
  Duration launchGrace();
}
