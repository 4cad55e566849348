package dev.mooring.kubernetes.internal;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.kubernetes.csi.ExternalCsiBuilder;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.spi.Nearest;
import dev.mooring.spi.Settings;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads an element of {@code drivers}: a CSI driver that the configuration describes. */
final class ExternalCsiReader {
  private static final Map<String, AccessMode> ACCESS_MODES =
      named(AccessMode.values(), AccessMode::kubernetesName);
  private static final Map<String, VolumeMode> VOLUME_MODES =
      named(VolumeMode.values(), VolumeMode::kubernetesName);
  private static final Map<String, SecretUse> SECRET_USES =
      named(SecretUse.values(), SecretUse::word);
  private static final Map<String, Expansion> EXPANSIONS =
      named(Expansion.values(), Expansion::word);
  private static final Map<String, SizeEnforcement> ENFORCEMENTS =
      named(SizeEnforcement.values(), of -> of.name().toLowerCase(Locale.ROOT));

  private final Settings settings;

  private ExternalCsiReader(Settings settings) {
    this.settings = settings;
  }

  /** The driver; empty when it cannot be one, which is a violation of the settings. */
  static Optional<ExternalCsi> read(Settings settings) {
    return new ExternalCsiReader(settings).read();
  }

  private Optional<ExternalCsi> read() {
    Optional<String> provisioner = settings.string("provisioner");
    if (provisioner.isEmpty()) {
      settings.wrong("provisioner", "is missing: the driver's name in the cluster");
    }
    ExternalCsiBuilder driver = ExternalCsi.builder(provisioner.orElse("missing"));
    settings.string("name").ifPresent(driver::name);
    driver.accessModes(several("accessModes", ACCESS_MODES));
    List<VolumeMode> modes = several("volumeModes", VOLUME_MODES);
    if (!modes.isEmpty()) {
      driver.volumeModes(modes);
    }
    settings.oneOf("enforcement", ENFORCEMENTS).ifPresent(driver::enforcement);
    settings.oneOf("expansion", EXPANSIONS).ifPresent(driver::expansion);
    driver.snapshots(settings.bool("snapshots").orElse(false));
    driver.clones(settings.bool("clones").orElse(false));
    driver.topology(settings.bool("topology").orElse(false));
    driver.requiredParameters(settings.strings("requiredParameters"));
    driver.optionalParameters(settings.strings("optionalParameters"));
    driver.secretUses(several("secretUses", SECRET_USES));
    driver.secretKeys(settings.strings("secretKeys"));
    driver.posixGaps(settings.strings("posixGaps"));
    settings.string("onDelete").ifPresent(driver::onDelete);
    try {
      return Optional.of(driver.build()).filter(d -> provisioner.isPresent());
    } catch (IllegalArgumentException e) {
      settings.wrong("provisioner", e.getMessage() == null ? "is not valid" : e.getMessage());
      return Optional.empty();
    }
  }

  private <T> List<T> several(String key, Map<String, T> choices) {
    List<T> chosen = new ArrayList<>();
    for (String text : settings.strings(key)) {
      T choice = choices.get(text);
      if (choice == null) {
        settings.wrong(
            key,
            "holds what is none of " + String.join(", ", choices.keySet()),
            Nearest.of(text, choices.keySet()).orElse(null));
      } else {
        chosen.add(choice);
      }
    }
    return chosen;
  }

  private static <T> Map<String, T> named(T[] values, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    Arrays.asList(values).forEach(value -> byName.put(name.apply(value), value));
    return byName;
  }
}
