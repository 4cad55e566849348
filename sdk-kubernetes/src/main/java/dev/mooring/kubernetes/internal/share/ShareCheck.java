package dev.mooring.kubernetes.internal.share;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.driver.CsiVolume;
import dev.mooring.kubernetes.internal.driver.StaticShare;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.profile.Profile;
import dev.mooring.spi.VolumeRecord;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.SecretReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a volume would be shared, or what stands against it.
 *
 * @param form how, as its driver says; without meaning when there are violations
 * @param secret the Secret of its nodes, or null
 * @param violations what stands against it
 */
record ShareCheck(StaticShare form, @Nullable SecretReference secret, List<Violation> violations) {
  static ShareCheck of(
      StorageClasses classes,
      List<Profile> profiles,
      VolumeRecord record,
      PersistentVolume source) {
    CSIPersistentVolumeSource csi = source.getSpec().getCsi();
    if (csi == null) {
      return refused("its PersistentVolume is of no CSI driver");
    }
    CsiDriver driver = classes.driver(csi.getDriver());
    if (!driver.shares()) {
      return refused(driver.name() + " cannot serve a volume twice");
    }
    Map<String, String> attributes =
        csi.getVolumeAttributes() == null ? Map.of() : csi.getVolumeAttributes();
    StaticShare form = driver.share(new CsiVolume(csi.getVolumeHandle(), attributes));
    if (!form.refusal().isEmpty()) {
      return refused("the " + driver.name() + " volume " + form.refusal());
    }
    List<Violation> violations = new ArrayList<>();
    Optional<SecretReference> secret = secret(profiles, record);
    if (form.secret() != null && secret.isEmpty()) {
      violations.add(
          Violation.of(
              "profile.shareSecret",
              "nodes need a Secret for shares of "
                  + driver.name()
                  + ", and the profile "
                  + record.spec().profile()
                  + " names none: ask its administrator"));
    }
    return new ShareCheck(form, secret.orElse(null), violations);
  }

  private static ShareCheck refused(String why) {
    Violation violation =
        Violation.of("SHARING", "it cannot be shared: " + why).as(ErrorCode.UNSUPPORTED);
    return new ShareCheck(StaticShare.refused(why), null, List.of(violation));
  }

  private static Optional<SecretReference> secret(List<Profile> profiles, VolumeRecord record) {
    return profiles.stream()
        .filter(profile -> profile.name().equals(record.spec().profile()))
        .flatMap(profile -> Optional.ofNullable(profile.shareSecret()).stream())
        .map(words -> words.split("/", 2))
        .map(parts -> new SecretReference(parts[1], parts[0]))
        .findFirst();
  }
}
