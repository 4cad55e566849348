package dev.mooring.kubernetes.internal.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.spi.Adoptable;
import dev.mooring.volume.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A PersistentVolume that somebody wants to adopt")
class VolumeLookTest {
  private static final String SHARE = "mooring.dev/share";
  private static final Set<AccessMode> DRIVE = Set.of(AccessMode.READ_WRITE_ONCE);
  private static final Set<AccessMode> FILESYSTEM = Set.of(AccessMode.READ_WRITE_MANY);

  private static PersistentVolume volume(UnaryOperator<PersistentVolumeBuilder> change) {
    return change
        .apply(
            new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName("pv-0")
                .withResourceVersion("7")
                .withCreationTimestamp("2026-01-02T03:04:05Z")
                .endMetadata()
                .withNewSpec()
                .addToCapacity("storage", new Quantity("5Gi"))
                .withAccessModes("ReadOnlyMany", "ReadWriteOnce", "ReadWriteMany")
                .endSpec()
                .withNewStatus()
                .withPhase("Available")
                .endStatus())
        .build();
  }

  private static Adoptable look(UnaryOperator<PersistentVolumeBuilder> change) {
    return VolumeLook.of(volume(change), "team", "acme", DRIVE);
  }

  private static PersistentVolumeBuilder reserved(
      PersistentVolumeBuilder volume, String namespace, String claim, String uid) {
    return volume
        .editSpec()
        .withNewClaimRef()
        .withNamespace(namespace)
        .withName(claim)
        .withUid(uid.isEmpty() ? null : uid)
        .endClaimRef()
        .endSpec();
  }

  @Test
  @DisplayName("tells its size, its class, and the access mode that is wanted")
  void tells() {
    Adoptable drive = look(pv -> pv);
    assertThat(drive.violations()).isEmpty();
    assertThat(drive.sizeBytes()).isEqualTo(5L << 30);
    assertThat(drive.accessMode()).isEqualTo(AccessMode.READ_WRITE_ONCE);
    assertThat(drive.storageClass()).as("never the cluster's default class").isEmpty();
    assertThat(VolumeLook.of(volume(pv -> pv), "team", "acme", FILESYSTEM).accessMode())
        .isEqualTo(AccessMode.READ_WRITE_MANY);
    assertThat(VolumeLook.of(volume(pv -> pv), "team", "acme", Set.of()).accessMode())
        .isEqualTo(AccessMode.READ_ONLY_MANY);
    assertThat(look(pv -> pv.editSpec().withStorageClassName("gold").endSpec()).storageClass())
        .isEqualTo("gold");
  }

  @Test
  @DisplayName("may be kept for the claim that would be made")
  void kept() {
    assertThat(look(pv -> reserved(pv, "team", "pv-0", "")).violations()).isEmpty();
  }

  @Test
  @DisplayName("looks like one that is not there when others have it, or had it")
  void others() {
    List<Violation> missing = VolumeLook.missing("pv-0").violations();
    assertThat(missing).singleElement().returns(ErrorCode.NOT_FOUND, Violation::code);
    for (UnaryOperator<PersistentVolumeBuilder> theirs :
        List.<UnaryOperator<PersistentVolumeBuilder>>of(
            pv -> reserved(pv, "team", "pv-0", "uid"),
            pv -> reserved(pv, "other", "pv-0", ""),
            pv -> reserved(pv, "team", "other", ""),
            pv -> pv.editStatus().withPhase("Released").endStatus(),
            pv -> pv.editStatus().withPhase("Failed").endStatus(),
            pv -> marked(pv, "x"),
            pv -> marked(pv, "acme").editMetadata().addToLabels(SHARE, "s").endMetadata())) {
      assertThat(look(theirs).violations()).isEqualTo(missing);
    }
  }

  private static PersistentVolumeBuilder marked(PersistentVolumeBuilder volume, String account) {
    return volume.editMetadata().addToLabels("mooring.dev/account", account).endMetadata();
  }

  @Test
  @DisplayName("may be one that Mooring made for data of the same account")
  void ownAgain() {
    assertThat(look(pv -> marked(pv, "acme")).violations()).isEmpty();
  }

  @Test
  @DisplayName("is refused when it goes, is a device, and has attributes of its own, all at once")
  void refused() {
    Adoptable seen =
        look(
            pv ->
                pv.editMetadata()
                    .withDeletionTimestamp("2026-01-02T03:04:06Z")
                    .endMetadata()
                    .editSpec()
                    .withVolumeMode("Block")
                    .withVolumeAttributesClassName("fast")
                    .endSpec());
    assertThat(seen.violations())
        .extracting(Violation::code)
        .containsExactly(ErrorCode.CONFLICT, ErrorCode.INVALID_REQUEST, ErrorCode.INVALID_REQUEST);
  }
}
