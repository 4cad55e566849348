package dev.mooring.kubernetes.internal.adopt;

import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.driver.Field;
import dev.mooring.kubernetes.internal.driver.StaticForm;
import dev.mooring.spi.VolumeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a description of data lacks for its driver. */
final class StaticCheck {
  private StaticCheck() {}

  static List<Violation> of(CsiDriver driver, StaticVolumeSpec source, VolumeSpec volume) {
    List<Violation> found = new ArrayList<>();
    Optional<StaticForm> form = driver.staticForm();
    if (driver.isKnown() && form.isEmpty()) {
      return List.of(
          Violation.of(
                  "source.driver", "nothing is known of how " + driver.name() + " finds a volume")
              .as(ErrorCode.UNSUPPORTED));
    }
    if (!driver.accessModes().isEmpty()
        && volume.accessMode() != null
        && !driver.accessModes().contains(volume.accessMode())) {
      found.add(
          Violation.of(
              "source.driver",
              driver.name()
                  + " cannot do "
                  + volume.accessMode().kubernetesName()
                  + ", which a "
                  + volume.kind().word()
                  + " needs"));
    }
    if (driver.staticUse().ownHandle() && source.handle() == null) {
      found.add(
          Violation.of(
              "source.handle",
              "is missing: " + form.map(StaticForm::handle).orElse("what the driver calls it")));
    }
    form.ifPresent(known -> check(known, source, found));
    return found;
  }

  private static void check(StaticForm form, StaticVolumeSpec source, List<Violation> found) {
    for (Field field : form.attributes()) {
      String name = "source.attributes." + field.name();
      String value = source.attributes().get(field.name());
      if (value == null || value.isBlank()) {
        if (field.required()) {
          found.add(Violation.of(name, "is missing: " + field.meaning()));
        }
      } else if (!field.values().isEmpty() && !field.values().contains(value)) {
        found.add(Violation.of(name, "must be " + String.join(" or ", field.values())));
      }
    }
    if (!form.secretKeys().isEmpty() && source.secret() == null) {
      found.add(
          Violation.of(
              "source.secret",
              "is missing: nodes need a Secret with " + String.join(", ", form.secretKeys())));
    }
  }
}
