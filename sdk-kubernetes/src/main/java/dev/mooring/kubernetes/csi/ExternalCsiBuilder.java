package dev.mooring.kubernetes.csi;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Describes a CSI driver step by step. Not thread-safe. */
public final class ExternalCsiBuilder {
  private final String provisioner;
  private String name;
  private Set<AccessMode> accessModes = EnumSet.noneOf(AccessMode.class);
  private Set<VolumeMode> volumeModes = EnumSet.of(VolumeMode.FILESYSTEM);
  private SizeEnforcement enforcement = SizeEnforcement.NONE;
  private Expansion expansion = Expansion.NONE;
  private boolean snapshots;
  private boolean clones;
  private boolean topology;
  private List<String> requiredParameters = List.of();
  private List<String> optionalParameters = List.of();
  private Set<SecretUse> secretUses = EnumSet.noneOf(SecretUse.class);
  private List<String> secretKeys = List.of();
  private List<String> posixGaps = List.of();
  private String onDelete = "";

  ExternalCsiBuilder(String provisioner) {
    this.provisioner = provisioner;
    this.name = provisioner;
  }

  /** The name for people; the driver's name unless set. */
  public ExternalCsiBuilder name(String words) {
    name = words;
    return this;
  }

  /** The access modes of filesystem volumes; not checked unless set. */
  public ExternalCsiBuilder accessModes(Collection<AccessMode> modes) {
    accessModes = EnumSet.noneOf(AccessMode.class);
    accessModes.addAll(modes);
    return this;
  }

  /** How volumes appear in pods; filesystems only unless set. */
  public ExternalCsiBuilder volumeModes(Collection<VolumeMode> modes) {
    volumeModes = EnumSet.noneOf(VolumeMode.class);
    volumeModes.addAll(modes);
    return this;
  }

  /** What happens when more is written than the size; {@code NONE} unless set. */
  public ExternalCsiBuilder enforcement(SizeEnforcement of) {
    enforcement = of;
    return this;
  }

  /** How volumes grow; {@code NONE} unless set. */
  public ExternalCsiBuilder expansion(Expansion of) {
    expansion = of;
    return this;
  }

  /** Whether there are snapshots; false unless set. */
  public ExternalCsiBuilder snapshots(boolean can) {
    snapshots = can;
    return this;
  }

  /** Whether a volume can be made from another one; false unless set. */
  public ExternalCsiBuilder clones(boolean can) {
    clones = can;
    return this;
  }

  /** Whether a volume can be reached from some nodes only; false unless set. */
  public ExternalCsiBuilder topology(boolean has) {
    topology = has;
    return this;
  }

  /** What storage classes must have; nothing unless set. */
  public ExternalCsiBuilder requiredParameters(Collection<String> names) {
    requiredParameters = List.copyOf(names);
    return this;
  }

  /** What else storage classes may have; nothing unless set. Others are warned of. */
  public ExternalCsiBuilder optionalParameters(Collection<String> names) {
    optionalParameters = List.copyOf(names);
    return this;
  }

  /** Which steps must get a Secret; none unless set. */
  public ExternalCsiBuilder secretUses(Collection<SecretUse> uses) {
    secretUses = EnumSet.noneOf(SecretUse.class);
    secretUses.addAll(uses);
    return this;
  }

  /** What the Secret must hold; nothing unless set. */
  public ExternalCsiBuilder secretKeys(Collection<String> keys) {
    secretKeys = List.copyOf(keys);
    return this;
  }

  /** Where filesystems are not like a local one, for people. */
  public ExternalCsiBuilder posixGaps(Collection<String> gaps) {
    posixGaps = List.copyOf(gaps);
    return this;
  }

  /** What happens to the bytes of a deleted volume, for people. */
  public ExternalCsiBuilder onDelete(String words) {
    onDelete = words;
    return this;
  }

  /**
   * The description.
   *
   * @throws IllegalArgumentException when the driver's name can be none, or there is no volume mode
   */
  public ExternalCsi build() {
    return new ExternalCsi(
        provisioner,
        name,
        accessModes,
        volumeModes,
        enforcement,
        expansion,
        snapshots,
        clones,
        topology,
        requiredParameters,
        optionalParameters,
        secretUses,
        secretKeys,
        posixGaps,
        onDelete);
  }
}
