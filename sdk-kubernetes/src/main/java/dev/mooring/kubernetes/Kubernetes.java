package dev.mooring.kubernetes;

import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.kubernetes.csi.JuiceFsClass;
import dev.mooring.kubernetes.csi.LonghornClass;
import dev.mooring.kubernetes.csi.NfsClass;
import dev.mooring.kubernetes.internal.KubernetesBackend;
import dev.mooring.kubernetes.internal.KubernetesSettings;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Durations;
import dev.mooring.spi.StorageBackend;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Kubernetes backend: drives are PersistentVolumeClaims of one cluster, which is also the
 * database. An immutable value; each method returns a changed copy.
 *
 * <pre>{@code
 * StorageClient.builder()
 *     .account("acme")
 *     .region("us-central", Kubernetes.fromKubeconfig(path).namespace("mooring-{account}"))
 *     .build();
 * }</pre>
 *
 * <p>The rights that it needs are in {@code docs/kubernetes.md}.
 */
public final class Kubernetes implements Backend {
  /** The backend's id, which is also the name of its section in the configuration. */
  public static final String ID = "kubernetes";

  private final KubernetesSettings settings;

  private Kubernetes(KubernetesSettings settings) {
    this.settings = settings;
  }

  /**
   * The cluster that kubectl would talk to: {@code $KUBECONFIG}, else {@code ~/.kube/config}, else
   * the service account of the pod that this runs in.
   */
  public static Kubernetes standard() {
    return new Kubernetes(KubernetesSettings.STANDARD);
  }

  /**
   * The cluster of this kubeconfig file, in its current context. The file is read when the backend
   * is connected.
   */
  public static Kubernetes fromKubeconfig(Path file) {
    return new Kubernetes(
        KubernetesSettings.STANDARD.withKubeconfig(Objects.requireNonNull(file, "file")));
  }

  /** Another context of the kubeconfig than the current one; it must exist when connected. */
  public Kubernetes context(String name) {
    return new Kubernetes(settings.withContext(Objects.requireNonNull(name, "name")));
  }

  /**
   * Where the account's objects live, and the platform's pods that mount them: a namespace, or a
   * template with {@code {account}} and {@code {owner}}; {@code mooring-{account}} unless set. What
   * comes out must be a DNS label, which is checked when the backend is connected. With {@code
   * {owner}} an owner sees only what is in their own namespace.
   *
   * @throws IllegalArgumentException when the template can never make a namespace
   */
  public Kubernetes namespace(String template) {
    return new Kubernetes(settings.withNamespace(Objects.requireNonNull(template, "template")));
  }

  /** Whether to make the namespace when it is missing; false unless set. Needs the right to. */
  public Kubernetes createNamespace(boolean create) {
    return new Kubernetes(settings.withCreateNamespace(create));
  }

  /**
   * How long a target that was never seen alive keeps its claims; 10 minutes unless set.
   *
   * @throws IllegalArgumentException when it is not longer than nothing
   */
  public Kubernetes launchGrace(Duration grace) {
    return new Kubernetes(settings.withLaunchGrace(grace));
  }

  /**
   * What a built-in instance runs: an image whose command does not end; {@code busybox:1.36} with
   * {@code sleep infinity} unless set.
   *
   * @param pullPolicy {@code Always}, {@code IfNotPresent} or {@code Never}
   * @throws IllegalArgumentException when the image or command is empty, or the policy unknown
   */
  public Kubernetes instance(String image, List<String> command, String pullPolicy) {
    return new Kubernetes(settings.withInstance(image, command, pullPolicy));
  }

  /**
   * Describes a CSI driver that Mooring does not know, or knows otherwise; may be called for
   * several. What it says counts for its storage classes and for the profiles that name them.
   *
   * @throws IllegalArgumentException when the driver is described already
   */
  public Kubernetes driver(ExternalCsi driver) {
    return new Kubernetes(settings.withDriver(Objects.requireNonNull(driver, "driver")));
  }

  @Override
  public String id() {
    return ID;
  }

  /**
   * Connects; sends nothing yet.
   *
   * @throws dev.mooring.error.InvalidRequestException when the kubeconfig or its context cannot be
   *     used, or the namespace is no DNS label
   */
  @Override
  public StorageBackend connect(BackendContext context) {
    return KubernetesBackend.connect(settings, context);
  }

  /**
   * One for each lane: {@code block}, the default for drives, of the cluster's default storage
   * class (lane {@code default}); {@code fast}, drives of Longhorn ({@code fast-rwo}); {@code
   * shared}, the default for filesystems, of JuiceFS ({@code shared-rwx}, mounted at {@code
   * /shared}); {@code legacy}, filesystems of NFS ({@code legacy-rwx}). The last three are of the
   * class of their CSI driver, whatever its name: where the cluster has none, they are offered as
   * unavailable, with why.
   */
  @Override
  public List<Profile> standardProfiles() {
    return List.of(
        Profile.of("block", VolumeKind.DRIVE, "default").asDefault(),
        Profile.of("fast", VolumeKind.DRIVE, "fast-rwo").withDriver(LonghornClass.PROVISIONER),
        Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx")
            .withDriver(JuiceFsClass.PROVISIONER)
            .withMountPath(new MountPath("/shared"))
            .asDefault(),
        Profile.of("legacy", VolumeKind.FILESYSTEM, "legacy-rwx").withDriver(NfsClass.PROVISIONER));
  }

  @Override
  public Map<String, String> describe() {
    Map<String, String> words = new LinkedHashMap<>();
    Path kubeconfig = settings.kubeconfig();
    words.put("kubeconfig", kubeconfig == null ? "as kubectl does" : kubeconfig.toString());
    if (settings.context() != null) {
      words.put("context", settings.context());
    }
    words.put("namespace", settings.namespace());
    words.put("createNamespace", Boolean.toString(settings.createNamespace()));
    words.put("launchGrace", Durations.format(settings.launchGrace()));
    words.put("instance.image", settings.image());
    words.put("instance.command", String.join(" ", settings.command()));
    words.put("instance.pullPolicy", settings.pullPolicy());
    if (!settings.drivers().isEmpty()) {
      words.put(
          "drivers", String.join(" ", settings.drivers().stream().map(d -> d.name()).toList()));
    }
    return words;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Kubernetes that && that.settings.equals(settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  @Override
  public String toString() {
    return "Kubernetes" + describe();
  }
}
