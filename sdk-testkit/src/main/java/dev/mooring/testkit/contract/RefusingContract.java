package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.UnsupportedException;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Warning;
import dev.mooring.profile.Availability;
import dev.mooring.region.Probe;
import dev.mooring.region.Region;
import dev.mooring.spi.Adopting;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Auditing;
import dev.mooring.spi.Capability;
import dev.mooring.spi.ClassAdministration;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.Sharing;
import dev.mooring.spi.StorageBackend;
import dev.mooring.volume.VolumeRef;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Capabilities: what is said can be done is done, and all else is refused by its name. */
abstract class RefusingContract extends Contract<CloudDrive, CreateDrive> {
  RefusingContract() {
    super(Kind.DRIVE);
  }

  @Test
  void theBackendCanDoWhatItIsExpectedToAndSaysSo() {
    StorageBackend backend = world.raw();
    assertThat(backend.capabilities()).isEqualTo(fixture().capabilities());
    Region region = storage.regions().named(REGION);
    assertThat(region.capabilities())
        .isEqualTo(fixture().capabilities().stream().map(Enum::name).collect(Collectors.toSet()));
  }

  @Test
  void abilitiesAndCapabilitiesAgree() {
    StorageBackend backend = world.raw();
    assertThat(backend.ability(Attaching.class).isPresent()).isEqualTo(can(Capability.ATTACHING));
    assertThat(backend.ability(InstanceHosting.class).isPresent())
        .isEqualTo(can(Capability.INSTANCES));
    assertThat(backend.ability(ClassAdministration.class).isPresent())
        .isEqualTo(can(Capability.STORAGE_CLASSES));
    assertThat(backend.ability(Adopting.class).isPresent()).isEqualTo(can(Capability.ADOPTING));
    assertThat(backend.ability(Sharing.class).isPresent()).isEqualTo(can(Capability.SHARING));
    assertThat(backend.ability(Auditing.class).isPresent()).isEqualTo(can(Capability.AUDIT));
    assertThat(backend.ability(Provisioning.class)).isPresent();
  }

  @Test
  void storageClassesAreOfferedOrRefusedByName() {
    if (can(Capability.STORAGE_CLASSES)) {
      assertThat(storage.admin().storageClasses(REGION)).isNotNull();
      return;
    }
    UnsupportedException refused =
        catchThrowableOfType(
            UnsupportedException.class, () -> storage.admin().storageClasses(REGION));
    assertThat(refused).isNotNull();
    assertThat(refused.capability()).isEqualTo("STORAGE_CLASSES");
  }

  @Test
  void workloadsAreTargetsOrRefusedByName() {
    volume("workspace");
    for (TargetKind kind :
        Arrays.stream(TargetKind.values()).filter(TargetKind::workload).toList()) {
      LaunchRequest request =
          storage
              .attachments()
              .to(Target.of(kind, "api").region(REGION))
              .mount("workspace", "/workspace");
      if (can(Capability.WORKLOADS) || !kind.kubernetesObject()) {
        Launch launch = request.plan().apply();
        assertThat(launch.target().kind()).isEqualTo(kind);
        storage.attachments().of(launch.target()).detachAll().await(PATIENCE);
      } else {
        assertThat(unsupported(request).capability()).isEqualTo("WORKLOADS");
      }
    }
    assertThat(storage.attachments().list()).isEmpty();
  }

  @Test
  void scratchSpaceIsGivenOrRefusedByName() {
    volume("workspace");
    LaunchRequest request =
        storage
            .attachments()
            .to(instance("a"))
            .mount("workspace", "/workspace")
            .scratch(gib(1), "/scratch");
    if (can(Capability.SCRATCH)) {
      assertThat(request.plan().apply().scratch())
          .singleElement()
          .satisfies(scratch -> assertThat(scratch.path().value()).isEqualTo("/scratch"));
    } else {
      assertThat(unsupported(request).capability()).isEqualTo("SCRATCH");
      assertThat(storage.attachments().list()).isEmpty();
    }
  }

  @Test
  void otherKindsOfVolumesAreAttachedOrRefusedByName() {
    LaunchRequest filesystem =
        storage.attachments().to(instance("a")).mount(VolumeRef.fs("datasets"), "/datasets");
    LaunchRequest object =
        storage.attachments().to(instance("a")).mount(VolumeRef.object("models"), "/models");
    if (!can(Capability.FILESYSTEMS)) {
      assertThat(unsupported(filesystem).capability()).isEqualTo("FILESYSTEMS");
    }
    if (!can(Capability.OBJECTS)) {
      assertThat(unsupported(object).capability()).isEqualTo("OBJECTS");
    }
    assertThat(storage.attachments().list()).isEmpty();
  }

  private static UnsupportedException unsupported(LaunchRequest request) {
    UnsupportedException unsupported =
        catchThrowableOfType(UnsupportedException.class, () -> request.plan().apply());
    assertThat(unsupported).isNotNull();
    assertThat(unsupported.retryable()).isFalse();
    assertThat(unsupported).hasMessageContaining(unsupported.capability());
    return unsupported;
  }

  @Test
  void aBareNameIsADriveAndAReferenceSaysSo() {
    volume("workspace");
    Plan<Launch> plan =
        storage
            .attachments()
            .to(instance("a"))
            .mountReadOnly(VolumeRef.parse("drive/workspace"), "/workspace")
            .plan();
    assertThat(plan.apply().mounts()).singleElement().matches(mount -> mount.readOnly());
  }

  @Test
  void whoIsNotFencedIsWarned() {
    volume("workspace");
    Plan<Launch> plan =
        storage.attachments().to(instance("a")).mount("workspace", "/workspace").plan();
    if (can(Capability.FENCED_WRITER)) {
      assertThat(plan.warnings()).extracting(Warning::code).doesNotContain("NOT_FENCED");
    }
    assertThat(plan.violations()).isEmpty();
  }

  @Test
  void aProfileTellsWhetherItCanBeHad() {
    assertThat(storage.profiles().list(REGION))
        .filteredOn(offer -> offer.name().equals(fixture().profile().name()))
        .singleElement()
        .satisfies(
            offer -> {
              assertThat(offer.availability().state()).isNotEqualTo(Availability.State.UNAVAILABLE);
              assertThat(offer.region()).isEqualTo(REGION);
              assertThat(offer.rateIfSet()).isPresent();
            });
  }

  @Test
  void aCheckOfTheConnectionFindsEverythingWell() {
    assertThat(storage.regions().check())
        .isNotEmpty()
        .allSatisfy(probe -> assertThat(probe.region()).isEqualTo(REGION))
        .extracting(Probe::outcome)
        .doesNotContain(Probe.Outcome.FAILED);
  }
}
