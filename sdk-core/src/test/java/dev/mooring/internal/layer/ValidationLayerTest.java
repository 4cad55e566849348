package dev.mooring.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.InternalException;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.SizeEnforcement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationLayerTest {
  private final ValidationLayer layer = new ValidationLayer(Samples.REGION, Samples.ACCOUNT);
  private final VolumeRecord stored = Samples.volume();
  private final VolumeRecord draft =
      VolumeRecord.draft(Samples.KEY, Samples.spec(), Samples.operation(Samples.REGION));

  @Test
  @DisplayName("Sound records pass")
  void sound() {
    passes("volumes.create", draft);
    passes("volumes.swap", stored);
    passes("volumes.delete", stored);
    passes("targets.swap", Samples.target());
    passes("attaching.users", List.of(stored));
    passes("instances.launch", Samples.target(), Map.of("k", stored).values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upper", "-a", "a-", "a.b", "a_b", "ümlaut", "a\n"})
  @DisplayName("A key that is no DNS label is refused")
  void keys(String key) {
    refused("is no DNS label", "volumes.create", withKey(key));
  }

  @Test
  @DisplayName("A key may have 63 characters and no more")
  void key_length() {
    passes("volumes.create", withKey("a".repeat(63)));
    refused("is no DNS label", "volumes.create", withKey("a".repeat(64)));
    refused("is no DNS label", "targets.create", Samples.target("a".repeat(64), Samples.ACCOUNT));
  }

  @Test
  @DisplayName("A record of another account is refused, also among several")
  void accounts() {
    VolumeRecord foreign = stored.withSpec(Samples.spec("other"));
    TargetRecord target = Samples.target("target-0", "other");
    refused("of account other, not acme", "volumes.swap", foreign);
    refused("of account other, not acme", "targets.create", target);
    refused("of account other, not acme", "provisioning.destroy", foreign);
    refused("of account other, not acme", "attaching.users", List.of(stored, foreign));
    refused("of account other, not acme", "attaching.presence", List.of(target));
  }

  @Test
  @DisplayName("An operation of another region is refused")
  void regions() {
    refused(
        "is of another region",
        "volumes.swap",
        stored.withOperation(Samples.operation("elsewhere")));
    refused(
        "is of another region",
        "targets.swap",
        Samples.target().withOperation(Samples.operation("elsewhere")));
  }

  @Test
  @DisplayName("A negative capacity is refused")
  void capacity() {
    Provisioned negative =
        Provisioned.pending(Instant.EPOCH).gave(-1, SizeEnforcement.NONE, Map.of());
    refused("the capacity is -1", "volumes.swap", stored.withProvisioned(negative));
  }

  @ParameterizedTest
  @ValueSource(strings = {"volumes.swap", "volumes.delete"})
  @DisplayName("Comparing a version needs one")
  void versions(String name) {
    refused("has no version to compare", name, draft);
  }

  @Test
  @DisplayName("A page may hold 1000 records and no more")
  void limits() {
    passes("volumes.list", new RecordQuery(Map.of(), 1000, null));
    refused(
        "the limit is 1001 and 1000 at most",
        "volumes.list",
        new RecordQuery(Map.of(), 1001, null));
  }

  @Test
  @DisplayName("All defects are named at once, and whose they are")
  void all_at_once() {
    VolumeRecord broken = VolumeRecord.draft("BAD", Samples.spec("other"), elsewhere());
    assertThatThrownBy(() -> call("volumes.swap", broken))
        .isInstanceOf(InternalException.class)
        .hasMessageContainingAll(
            "Could not call volumes.swap x in here",
            "no DNS label",
            "of account other",
            "of another region",
            "no version",
            "a defect of the SDK");
  }

  private static OperationRecord elsewhere() {
    return Samples.operation("elsewhere");
  }

  private VolumeRecord withKey(String key) {
    return VolumeRecord.draft(key, Samples.spec(), Samples.operation(Samples.REGION));
  }

  private String call(String name, Object... arguments) {
    Invocation invocation = new Invocation(name, Samples.REGION, "x", List.of(arguments));
    return layer.call(invocation, new Script());
  }

  private void passes(String name, Object... arguments) {
    assertThat(call(name, arguments)).isEqualTo("done");
  }

  private void refused(String words, String name, Object... arguments) {
    assertThatThrownBy(() -> call(name, arguments))
        .isInstanceOf(InternalException.class)
        .hasMessageContaining(words);
  }
}
