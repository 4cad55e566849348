package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a driver can do, in words: for its page, and for whoever checks a class of it. */
public final class Abilities {
  private Abilities() {}

  /** The abilities by name, in order. */
  public static Map<String, String> of(CsiDriver driver) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(
        "access modes of a filesystem",
        listed(
            driver.accessModes().stream()
                .map(AccessMode::abbreviation)
                .collect(Collectors.joining(", "))));
    words.put(
        "volume modes",
        listed(
            driver.volumeModes().stream()
                .map(VolumeMode::kubernetesName)
                .collect(Collectors.joining(", "))));
    words.put("grows", driver.expansion().words());
    words.put("snapshots", yes(driver.snapshots()));
    words.put("clones", clones(driver));
    words.put("size", size(driver.enforcement()));
    words.put("volumes of some nodes only (topology)", yes(driver.topology()));
    words.put("mount options", listed(driver.mountOptions()));
    words.put("not like a local filesystem", listed(String.join("; ", driver.gaps())));
    words.put(
        "volumes that are there already",
        driver.staticForm().map(StaticForm::words).orElse("not described"));
    words.put("shared into other namespaces", yes(driver.shares()));
    words.put("when a volume is deleted", listed(driver.onDelete()));
    return words;
  }

  private static String listed(String words) {
    return words.isEmpty() ? "–" : words;
  }

  private static String yes(boolean can) {
    return can ? "yes" : "no";
  }

  private static String clones(CsiDriver driver) {
    return driver.clones() && driver.clonesKeepSize()
        ? "yes, of the same size"
        : yes(driver.clones());
  }

  private static String size(SizeEnforcement enforcement) {
    return switch (enforcement) {
      case HARD -> "enforced";
      case SOFT -> "enforced late";
      case NONE -> "not enforced";
    };
  }
}
