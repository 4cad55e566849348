package dev.mooring.volume;

/** Why a volume waits or failed: stable names for what backends say in many words. */
public enum Reason {
  /** Nothing special: the backend is at work. */
  IN_PROGRESS("the backend is at work; wait"),
  /** It is bound when its first user starts; it can be attached now. */
  READY_ON_FIRST_USE("attach it: it is made when its first user starts"),
  /** A quota is used up. */
  QUOTA("delete something, or ask for a higher quota"),
  /** The backend has no space left. */
  NO_CAPACITY("ask the administrator for capacity, or choose another profile"),
  /** The storage class does not exist. */
  NO_SUCH_CLASS("ask the administrator to create the storage class, or choose another profile"),
  /** Nobody serves the storage class. */
  PROVISIONER_ABSENT(
      "ask the administrator whether the class's CSI driver is installed and running"),
  /** The backend refuses the credentials that the administrator configured. */
  BAD_CREDENTIALS("ask the administrator to check the Secret of the storage class"),
  /** The backend refuses the parameters of the storage class or the request. */
  BAD_PARAMETERS("ask the administrator to check the parameters of the storage class"),
  /** No node or zone fits. */
  TOPOLOGY("choose a region or profile whose nodes can reach the volume"),
  /** The CSI driver's node plugin is not on the node. */
  NODE_PLUGIN_ABSENT("ask the administrator to install the driver's node plugin on the node"),
  /** The volume cannot be mounted. */
  MOUNT_FAILED("read the backend's words; the volume itself may be well"),
  /** It is growing. */
  EXPANDING("wait; a restart of the users may be needed"),
  /** The backend has grown it; its filesystem grows when its next user starts. */
  GROWS_ON_NEXT_USE("attach it: its filesystem grows when its next user starts"),
  /** The backend has grown it; its filesystem cannot grow while its present users mount it. */
  NEEDS_RESTART("restart its users: the filesystem grows when it is mounted anew"),
  /** What it was to be made from is gone. */
  SOURCE_GONE("delete it, and make one from something else"),
  /** Its bytes are not where they were: gone, or given away. */
  VOLUME_LOST("ask the administrator for a backup, or delete it and restore a snapshot"),
  /** It is said to be unwell by whatever watches it. */
  VOLUME_ABNORMAL("ask the administrator to look at the storage behind it"),
  /** It cannot be written to. */
  READ_ONLY("ask the administrator why the storage behind it cannot be written to"),
  /** The node that has it is gone or does not answer. */
  NODE_LOST("wait until the node is back, or until the cluster has given the volume up there"),
  /** Somebody still uses it. */
  IN_USE("stop its users"),
  /** It is protected from being deleted. */
  PROTECTED("unprotect it first"),
  /** The backend cannot be reached. */
  BACKEND_UNREACHABLE("wait, or ask the administrator whether the backend is up"),
  /** The driver failed for another reason. */
  DRIVER_ERROR("read the driver's words"),
  /** Nobody said why. */
  UNKNOWN("look at the backend's logs");

  private final String hint;

  Reason(String hint) {
    this.hint = hint;
  }

  /** What to do about it, in a clause. */
  public String hint() {
    return hint;
  }
}
