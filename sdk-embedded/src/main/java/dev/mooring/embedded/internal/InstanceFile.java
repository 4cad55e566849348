package dev.mooring.embedded.internal;

import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.spi.TargetRecord;
import java.time.Instant;
import java.util.List;

/**
 * What an instance's folder says about itself. An instance runs while this file is there: it is
 * written last.
 *
 * @param key key of the target's record
 * @param kind the target's kind
 * @param name the target's name
 * @param token the random token of the target's present life
 * @param startedAt when it was started
 * @param scratch the paths of its scratch space
 */
record InstanceFile(
    String key, String kind, String name, String token, String startedAt, List<String> scratch) {
  InstanceFile {
    scratch = List.copyOf(scratch);
  }

  static InstanceFile of(TargetRecord target, Instant startedAt) {
    return new InstanceFile(
        target.key(),
        target.target().kind().word(),
        target.target().name(),
        target.token(),
        startedAt.toString(),
        target.scratch().stream().map(s -> s.path().value()).toList());
  }

  Instant started() {
    return Instant.parse(startedAt);
  }

  Target target() {
    return Target.of(TargetKind.ofWord(kind).orElse(TargetKind.INSTANCE), name);
  }
}
