package dev.mooring.kubernetes.internal.record;

import dev.mooring.spi.Index;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The labels and annotations by which objects are ours. docs/kubernetes.md lists them. */
public final class Marks {
  /** Prefix of our labels and annotations. */
  public static final String PREFIX = "mooring.dev/";

  /** Prefix of users' labels. */
  public static final String USER_PREFIX = "labels.mooring.dev/";

  /** Prefix of a target's labels for its volumes. */
  public static final String VOLUME_PREFIX = "volume.mooring.dev/";

  /** The account: label, and annotation where the label had to be a hash. */
  public static final String ACCOUNT = PREFIX + Index.ACCOUNT;

  /** What a ConfigMap records. */
  public static final String RECORD = PREFIX + "record";

  /** On pods: the key of the target's record. */
  public static final String TARGET = PREFIX + "target";

  /** On pods: the token of the target's present life. */
  public static final String TOKEN = PREFIX + "token";

  /** On pods: the name of a built-in instance. */
  public static final String INSTANCE = PREFIX + "instance";

  /** Annotation: the region. */
  public static final String REGION = PREFIX + "region";

  /** Annotation: words for people. */
  public static final String DESCRIPTION = PREFIX + "description";

  /** Annotation: the default mount path. */
  public static final String MOUNT_PATH = PREFIX + "mount-path";

  /** Annotation: who may write, as JSON. */
  public static final String CLAIM = PREFIX + "claim";

  /** Annotation: in the trash since and until, as JSON. */
  public static final String TRASH = PREFIX + "trash";

  /** Annotation of volumes: since when adopted and protected, as JSON. */
  public static final String CUSTODY = PREFIX + "custody";

  /** Annotation of volumes: where the data lay that was adopted by its parameters, as JSON. */
  public static final String SOURCE_DATA = PREFIX + "static-volume";

  /** Annotation of such volumes: the PersistentVolume that was made for the data. */
  public static final String CONNECTED = PREFIX + "connected";

  /** Annotation of an adopted volume's PersistentVolume: the namespace of its claim. */
  public static final String HOME = PREFIX + "home";

  /** Annotation: running operations and the last 20, as JSON. */
  public static final String OPERATIONS = PREFIX + "operations";

  /** Annotation: the sizes it was asked to have, as JSON. */
  public static final String SIZES = PREFIX + "sizes";

  /** Annotation of volumes: their shares in other namespaces, as JSON. */
  public static final String SHARES = PREFIX + "shares";

  /** On what is made for a share: its id. */
  public static final String SHARE = PREFIX + "share";

  /** Annotation of a share's PersistentVolume: the key of the volume's record. */
  public static final String SHARE_KEY = PREFIX + "share-of";

  /** Annotation of a share's PersistentVolume: the namespace of the volume's record. */
  public static final String SHARE_HOME = PREFIX + "share-home";

  /** Annotation of a share's claim: what it is a share of, for people. */
  public static final String SHARED_FROM = PREFIX + "shared-from";

  /** Annotation of volumes: what they were made from, as JSON. */
  public static final String MADE_FROM = PREFIX + "made-from";

  /** Annotation of volumes: the bytes asked for, where the claim requests others. */
  public static final String ASKED = PREFIX + "asked-bytes";

  /** Annotation of volumes: the bytes requested for which {@link #ASKED} holds. */
  public static final String REQUESTED = PREFIX + "requested-bytes";

  /** Annotation of snapshots: what they are of, as JSON. */
  public static final String SNAPSHOT = PREFIX + "snapshot";

  /** Annotation: why it last waited for good, as JSON; events live only an hour. */
  public static final String LAST_REASON = PREFIX + "last-reason";

  /** Who made the object, by the name that Kubernetes' tools know. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** The value of {@link #MANAGED_BY}. */
  public static final String MOORING = "mooring";

  private Marks() {}

  /** The label of an index entry. */
  public static String label(String entry) {
    if (entry.startsWith(Index.LABEL_PREFIX)) {
      return USER_PREFIX + entry.substring(Index.LABEL_PREFIX.length());
    }
    if (entry.startsWith(Index.VOLUME_PREFIX)) {
      return VOLUME_PREFIX + entry.substring(Index.VOLUME_PREFIX.length());
    }
    return PREFIX + entry;
  }

  /** The labels of index entries, with values that fit. */
  public static Map<String, String> labels(Map<String, String> index) {
    Map<String, String> labels = new TreeMap<>();
    index.forEach((entry, value) -> labels.put(label(entry), LabelValue.of(value)));
    return labels;
  }

  /** Annotations with the true values of those entries whose labels are hashes. */
  public static Map<String, String> hidden(Map<String, String> index) {
    Map<String, String> annotations = new TreeMap<>();
    index.forEach(
        (entry, value) -> {
          if (!LabelValue.of(value).equals(value)) {
            annotations.put(label(entry), value);
          }
        });
    return annotations;
  }

  /** The true value of an index entry of an object. */
  public static Optional<String> value(HasMetadata object, String entry) {
    String hidden = annotation(object, label(entry));
    return hidden == null ? Optional.ofNullable(label(object, label(entry))) : Optional.of(hidden);
  }

  /** Whether an object is of an account. */
  public static boolean isOf(HasMetadata object, String account) {
    return value(object, Index.ACCOUNT).filter(account::equals).isPresent();
  }

  /** Whether anything of ours is on an object. */
  public static boolean isMarked(HasMetadata object) {
    ObjectMeta meta = object.getMetadata();
    return Stream.of(meta.getLabels(), meta.getAnnotations())
        .filter(Objects::nonNull)
        .flatMap(marks -> marks.keySet().stream())
        .anyMatch(Marks::isOurs);
  }

  /** Whether a label or annotation is ours by its key. */
  public static boolean isOurs(String key) {
    return key.startsWith(PREFIX) || key.startsWith(USER_PREFIX) || key.startsWith(VOLUME_PREFIX);
  }

  /** A label selector for exactly these labels. */
  public static String selector(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(","));
  }

  /** A label. */
  public static @Nullable String label(HasMetadata object, String key) {
    ObjectMeta meta = object.getMetadata();
    return meta == null || meta.getLabels() == null ? null : meta.getLabels().get(key);
  }

  /** An annotation. */
  public static @Nullable String annotation(HasMetadata object, String key) {
    ObjectMeta meta = object.getMetadata();
    return meta == null || meta.getAnnotations() == null ? null : meta.getAnnotations().get(key);
  }
}
