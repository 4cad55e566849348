package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A driver as the configuration describes it. */
record DescribedCsi(ExternalCsi described) implements CsiDriver {
  private static final String AS_CONFIGURED = "as the configuration says";

  @Override
  public String name() {
    return described.name();
  }

  @Override
  public String provisioner() {
    return described.provisioner();
  }

  @Override
  public Set<AccessMode> accessModes() {
    return described.accessModes();
  }

  @Override
  public Set<VolumeMode> volumeModes() {
    return described.volumeModes();
  }

  @Override
  public SizeEnforcement enforcement() {
    return described.enforcement();
  }

  @Override
  public Expansion expansion() {
    return described.expansion();
  }

  @Override
  public boolean snapshots() {
    return described.snapshots();
  }

  @Override
  public boolean clones() {
    return described.clones();
  }

  @Override
  public boolean topology() {
    return described.topology();
  }

  @Override
  public List<Field> parameters() {
    List<Field> all = new ArrayList<>();
    described.requiredParameters().forEach(p -> all.add(Field.required(p, AS_CONFIGURED)));
    described.optionalParameters().forEach(p -> all.add(Field.optional(p, AS_CONFIGURED)));
    return all;
  }

  @Override
  public SecretShape secrets() {
    return SecretShape.needed(
        described.secretUses(),
        described.secretKeys().stream()
            .map(key -> Field.required(key, AS_CONFIGURED))
            .toArray(Field[]::new));
  }

  @Override
  public String mountOptions() {
    return "`mountOptions` of the class";
  }

  @Override
  public List<String> gaps() {
    return described.posixGaps();
  }

  @Override
  public Optional<StaticForm> staticForm() {
    return Optional.empty();
  }

  @Override
  public String onDelete() {
    return described.onDelete();
  }
}
