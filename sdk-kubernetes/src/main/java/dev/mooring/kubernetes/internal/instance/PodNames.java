package dev.mooring.kubernetes.internal.instance;

import dev.mooring.kubernetes.internal.record.LabelValue;
import dev.mooring.kubernetes.internal.record.Marks;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.regex.Pattern;

/**
 * What the pods of instances are called: as the instance, with a suffix for the account where a
 * namespace may be several accounts'.
 */
public final class PodNames {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final int HASH = 8;

  private final String suffix;

  private PodNames(String suffix) {
    this.suffix = suffix;
  }

  /** Names in a namespace that is one account's. */
  public static PodNames plain() {
    return new PodNames("");
  }

  /** Names of an account in a namespace that others may share. */
  public static PodNames of(String account) {
    return new PodNames("-" + LabelValue.hash(account).substring(0, HASH));
  }

  /** The pod of an instance. */
  String pod(String instance) {
    return instance + suffix;
  }

  /** The instance of a pod. */
  static String instance(Pod pod) {
    String label = Marks.label(pod, Marks.INSTANCE);
    return label == null ? pod.getMetadata().getName() : label;
  }

  /** Whether an instance can be called so. */
  static boolean valid(String instance) {
    return NAME.matcher(instance).matches();
  }
}
