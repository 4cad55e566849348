package dev.mooring.kubernetes.csi;

/** A step of a CSI driver that gets a Secret; the class names it in two parameters. */
public enum SecretUse {
  /** Making and deleting volumes. */
  PROVISIONER("provisioner", "volumes could not be made"),
  /** Growing volumes in the backend. */
  CONTROLLER_EXPAND("controller-expand", "growth would hang"),
  /** Attaching volumes to nodes. */
  CONTROLLER_PUBLISH("controller-publish", "volumes could not be attached to nodes"),
  /** Mounting volumes once on a node. */
  NODE_STAGE("node-stage", "no node could mount a volume"),
  /** Mounting volumes into pods. */
  NODE_PUBLISH("node-publish", "no pod could mount a volume"),
  /** Growing filesystems on a node. */
  NODE_EXPAND("node-expand", "filesystems could not grow on their nodes"),
  /** Making and deleting snapshots; named by the snapshot class. */
  SNAPSHOTTER("snapshotter", "snapshots could not be made");

  private static final String PREFIX = "csi.storage.k8s.io/";

  private final String word;
  private final String otherwise;

  SecretUse(String word, String otherwise) {
    this.word = word;
    this.otherwise = otherwise;
  }

  /** The word in the configuration and in the parameters, for example {@code node-stage}. */
  public String word() {
    return word;
  }

  /** What happens without the Secret, where the driver needs one. */
  public String otherwise() {
    return otherwise;
  }

  /** The parameter that names the Secret. */
  public String nameParameter() {
    return PREFIX + word + "-secret-name";
  }

  /** The parameter that names the Secret's namespace. */
  public String namespaceParameter() {
    return PREFIX + word + "-secret-namespace";
  }

  /** Whether a node gets it. */
  public boolean onNode() {
    return this == NODE_STAGE || this == NODE_PUBLISH || this == NODE_EXPAND;
  }
}
