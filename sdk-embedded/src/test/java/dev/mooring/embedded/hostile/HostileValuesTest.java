package dev.mooring.embedded.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.attachment.Target;
import dev.mooring.config.Configuration;
import dev.mooring.cost.Money;
import dev.mooring.operation.OperationId;
import dev.mooring.secret.SecretReference;
import dev.mooring.spi.Claim;
import dev.mooring.spi.Durations;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.Trash;
import dev.mooring.testkit.hostile.HostileInput;
import dev.mooring.testkit.hostile.HostileText;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Label;
import net.jqwik.api.Tag;

@Tag("long")
@Label("Hostile input for the parsers of")
class HostileValuesTest {
  private static final List<Class<? extends RuntimeException>> DOCUMENTED =
      List.of(IllegalArgumentException.class);

  private static void parser(String what, List<String> good, Consumer<String> parser) {
    Arbitrary<String> inputs =
        Arbitraries.oneOf(HostileText.any(), HostileText.documents(good), Arbitraries.of(good));
    HostileInput.each(what, inputs, parser, DOCUMENTED);
  }

  @Example
  void capacities() {
    parser(
        "Capacity.parse",
        List.of("100GB", "1.5TiB", "1 GB"),
        text -> assertThat(Capacity.parse(Capacity.parse(text).toString())).isNotNull());
  }

  @Example
  void money() {
    parser("Money.of", List.of("10.00", "0.007"), text -> Money.of(text, "USD").toDecimal());
    parser("Money.of", List.of("USD", "JPY"), code -> Money.of("1.00", code).toDecimal());
  }

  @Example
  void mount_paths() {
    HostileInput.each(
        "MountPath",
        HostileText.paths(),
        path -> assertThat(new MountPath(path).value()).doesNotContain("..//").startsWith("/"),
        DOCUMENTED);
  }

  @Example
  void operation_ids() {
    parser(
        "OperationId",
        List.of(
            "us-central/drive/workspace/create-0a1b2c3d4e5f",
            "r/instance/A.b_c/attach-000000000000"),
        text -> assertThat(new OperationId(text).name()).isNotEmpty());
  }

  @Example
  void volume_references() {
    parser("VolumeRef.parse", List.of("drive/workspace", "a"), VolumeRef::parse);
  }

  @Example
  void durations() {
    parser("Durations.parse", List.of("90s", "36500d", "1ms"), Durations::parse);
  }

  @Example
  void secret_references() {
    parser(
        "SecretReference.parse",
        List.of("env:HOME", "file:/etc/x", "secret:ns/name/key"),
        SecretReference::parse);
  }

  @Example
  void records() {
    List<String> volumes = List.of(RecordCodec.write(SampleRecords.drive("workspace")));
    HostileInput.each(
        "record of a volume", HostileText.documents(volumes), RecordCodec::readVolume, List.of());
    List<String> targets =
        List.of(RecordCodec.write(SampleRecords.target(Target.instance("trainer"), "token")));
    HostileInput.each(
        "record of a target", HostileText.documents(targets), RecordCodec::readTarget, List.of());
    String claim =
        RecordCodec.write(new Claim("target-0a", "instance/a", "token", SampleRecords.START));
    HostileInput.each(
        "record of a claim",
        HostileText.documents(List.of(claim)),
        RecordCodec::readClaim,
        List.of());
    String trash = RecordCodec.write(new Trash(SampleRecords.START, SampleRecords.START));
    HostileInput.each(
        "record of a trash",
        HostileText.documents(List.of(trash)),
        RecordCodec::readTrash,
        List.of());
    String operations = RecordCodec.write(SampleRecords.drive("workspace").operations());
    HostileInput.each(
        "records of operations",
        HostileText.documents(List.of(operations)),
        RecordCodec::readOperations,
        List.of());
  }

  @Example
  void configurations() {
    HostileInput.each(
        "configuration",
        Arbitraries.oneOf(
            HostileText.documents(ConfigurationTexts.GOOD),
            HostileText.any(),
            HostileText.any().map(name -> "account: \"" + name + "\""),
            HostileText.any().map(name -> "regions: {\"" + name + "\": {embedded: {root: x}}}")),
        Configuration::parse,
        List.of());
  }
}
