package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A driver that nobody told the SDK about: it promises nothing, and forbids nothing. */
record UnknownCsi(String name) implements CsiDriver {
  private static final SecretShape ANY = SecretShape.possible(EnumSet.allOf(SecretUse.class));

  @Override
  public String provisioner() {
    return name;
  }

  @Override
  public boolean isKnown() {
    return false;
  }

  @Override
  public Set<AccessMode> accessModes() {
    return Set.of();
  }

  @Override
  public Set<VolumeMode> volumeModes() {
    return Set.of();
  }

  @Override
  public SizeEnforcement enforcement() {
    return SizeEnforcement.NONE;
  }

  /** Whoever writes {@code allowVolumeExpansion} into its class knows better. */
  @Override
  public Expansion expansion() {
    return Expansion.ONLINE;
  }

  @Override
  public boolean snapshots() {
    return false;
  }

  @Override
  public boolean clones() {
    return false;
  }

  @Override
  public boolean topology() {
    return false;
  }

  @Override
  public List<Field> parameters() {
    return List.of();
  }

  @Override
  public SecretShape secrets() {
    return ANY;
  }

  @Override
  public String mountOptions() {
    return "";
  }

  @Override
  public List<String> gaps() {
    return List.of();
  }

  @Override
  public Optional<StaticForm> staticForm() {
    return Optional.empty();
  }

  @Override
  public String onDelete() {
    return "";
  }
}
