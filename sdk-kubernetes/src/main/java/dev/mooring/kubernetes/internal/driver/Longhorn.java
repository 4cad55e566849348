package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.LonghornClass;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Longhorn's replicated images; shared ones go through its own NFS server. */
final class Longhorn implements CsiDriver {
  private static final String KEY = "CRYPTO_KEY_VALUE";

  private static final List<Field> PARAMETERS =
      List.of(
          Field.optional("numberOfReplicas", "a whole number from 1"),
          Field.optional("staleReplicaTimeout", "minutes until a failed replica is removed"),
          Field.optional("fromBackup", "the backup that volumes begin with"),
          Field.optional("fsType", "`ext4` or `xfs`"),
          Field.optional("mkfsParams", "how filesystems are made"),
          Field.optional("dataLocality", "whether a replica is near its pod")
              .of("disabled", "best-effort", "strict-local"),
          Field.optional("replicaAutoBalance", "whether replicas are spread anew"),
          Field.optional("encrypted", "whether images are encrypted"),
          Field.optional("migratable", "whether block volumes move with virtual machines"),
          Field.optional("nfsOptions", "how shared volumes are mounted"),
          Field.optional("diskSelector", "tags of the replicas' disks"),
          Field.optional("nodeSelector", "tags of the replicas' nodes"),
          Field.optional("recurringJobSelector", "Longhorn's own schedules"),
          Field.optional("backupTargetName", "where backups go"),
          Field.optional("dataEngine", "the engine").of("v1", "v2"));

  @Override
  public String name() {
    return "Longhorn";
  }

  @Override
  public String provisioner() {
    return LonghornClass.PROVISIONER;
  }

  @Override
  public Set<AccessMode> accessModes() {
    return EnumSet.complementOf(EnumSet.of(AccessMode.READ_ONLY_MANY));
  }

  @Override
  public Set<VolumeMode> volumeModes() {
    return EnumSet.allOf(VolumeMode.class);
  }

  @Override
  public SizeEnforcement enforcement() {
    return SizeEnforcement.HARD;
  }

  @Override
  public Expansion expansion() {
    return Expansion.ONLINE;
  }

  @Override
  public boolean snapshots() {
    return true;
  }

  @Override
  public boolean clones() {
    return true;
  }

  /** It answers OutOfRange to any other size, also to a larger one, for ever. */
  @Override
  public boolean clonesKeepSize() {
    return true;
  }

  @Override
  public boolean topology() {
    return true;
  }

  @Override
  public List<Field> parameters() {
    return PARAMETERS;
  }

  @Override
  public SecretShape secrets() {
    return SecretShape.possible(
        EnumSet.of(
            SecretUse.PROVISIONER,
            SecretUse.NODE_STAGE,
            SecretUse.NODE_PUBLISH,
            SecretUse.NODE_EXPAND),
        Field.optional(KEY, "the key of encrypted images; they need it"));
  }

  @Override
  public String mountOptions() {
    return "`mountOptions` of the class; `nfsOptions` for shared volumes";
  }

  @Override
  public List<String> gaps() {
    return List.of("shared volumes are NFS: see the page of NFS");
  }

  @Override
  public Optional<StaticForm> staticForm() {
    return Optional.of(new StaticForm("the name of Longhorn's volume", List.of(), List.of(), ""));
  }

  @Override
  public String onDelete() {
    return "the replicas are removed with their snapshots; backups stay";
  }

  @Override
  public Map<String, String> snapshotParameters(Map<String, String> parameters) {
    return Map.of("type", "snap");
  }

  @Override
  public void check(ClassFacts facts, Findings findings) {
    String replicas = facts.get("numberOfReplicas");
    if (!replicas.isEmpty() && !replicas.matches("[1-9][0-9]{0,2}")) {
      findings.parameter("numberOfReplicas", "must be a whole number from 1");
    }
    if (facts.isTrue("encrypted")) {
      checkEncryption(facts, findings);
    }
  }

  private static void checkEncryption(ClassFacts facts, Findings findings) {
    Set<SecretUse> needed = EnumSet.of(SecretUse.NODE_STAGE, SecretUse.NODE_PUBLISH);
    if (facts.expands()) {
      needed.add(SecretUse.NODE_EXPAND);
    }
    for (SecretUse use : needed) {
      ClassFacts.Named secret = facts.secret(use);
      if (secret == null) {
        findings.parameter(
            use.nameParameter(), "is missing; images are encrypted, and " + use.otherwise());
      } else if (secret.seen() instanceof SecretSeen.There there && !there.keys().contains(KEY)) {
        findings.violation(secret.toString(), "lacks the key " + KEY + " of encrypted images");
      }
    }
  }
}
