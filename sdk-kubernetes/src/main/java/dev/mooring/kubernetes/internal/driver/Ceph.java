package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.SecretUse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the two drivers of ceph-csi have in common. */
final class Ceph {
  static final String CLUSTER = "clusterID";
  static final String CLUSTER_MEANING = "the cluster, as ceph-csi's configuration names it";

  private static final String PASSPHRASE = "encryptionPassphrase";

  private Ceph() {}

  /** The Secret of the dynamic volumes of a driver, by the keys of its Ceph user. */
  static SecretShape secret(String id, String key) {
    Set<SecretUse> uses =
        EnumSet.of(
            SecretUse.PROVISIONER,
            SecretUse.CONTROLLER_EXPAND,
            SecretUse.NODE_STAGE,
            SecretUse.SNAPSHOTTER);
    return SecretShape.needed(
        uses,
        Field.required(id, "the Ceph user, without `client.`"),
        Field.required(key, "its key"),
        Field.optional(PASSPHRASE, "for `encrypted` without `encryptionKMSID`"));
  }

  static Map<String, String> snapshotParameters(Map<String, String> parameters) {
    String cluster = parameters.get(CLUSTER);
    return cluster == null ? Map.of() : Map.of(CLUSTER, cluster);
  }

  /** Without a key management service the passphrase lies in the Secret. */
  static void checkEncryption(ClassFacts facts, Findings findings) {
    if (!facts.isTrue("encrypted") || facts.has("encryptionKMSID")) {
      return;
    }
    ClassFacts.Named secret = facts.secret(SecretUse.PROVISIONER);
    if (secret != null
        && secret.seen() instanceof SecretSeen.There there
        && !there.keys().contains(PASSPHRASE)) {
      findings.violation(
          secret.toString(),
          "lacks the key " + PASSPHRASE + ", which encrypted volumes need without encryptionKMSID");
    }
  }
}
