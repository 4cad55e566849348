package dev.mooring.profile;

import dev.mooring.internal.profile.DeclaredData;
import dev.mooring.snapshot.SnapshotSchedule;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's offering: storage class, lane, access mode and limits under one name, in a
 * region. Immutable; each {@code with…} method returns a changed copy. The rules that are named
 * here are checked with the configuration, all at once.
 *
 * @param name its name, a DNS label of at most 63 characters, unique in its region
 * @param kind the kind of volumes made from it
 * @param lane the workload shape it is tuned for, for example {@code fast-rwo}; an open set of DNS
 *     labels
 * @param storageClass the Kubernetes storage class, or null for the cluster's default; embedded
 *     ignores it
 * @param snapshotClass the Kubernetes volume snapshot class that takes its snapshots, or null for
 *     the cluster's choice: the default one of the driver, else the first by name; embedded ignores
 *     it
 * @param accessMode the access mode, or null for the driver's best: for drives {@code
 *     ReadWriteOncePod} where the driver is known to have it, else {@code ReadWriteOnce}; embedded
 *     ignores it
 * @param minSize the smallest size; 1 GB unless set, which is also the least that counts
 * @param maxSize the largest size, or null for the largest of all, 1 EiB
 * @param mountPath the default mount path of its volumes, or null
 * @param isDefault whether requests of the kind that name no profile use it; a profile that is the
 *     only one of its kind in the region needs no mark
 * @param trash how long deleted volumes can be restored; zero for not at all. After that {@code
 *     storage.recover()} deletes them for good; until then they count against the quota
 * @param bestFor what it is best for, in words; told, not used
 * @param nodeSelector labels of the nodes that its volumes are for: plans tell them and refuse what
 *     no node can have, and pods get them, those that the SDK starts and those that {@code
 *     KubernetesMounts} is given; embedded has no nodes
 * @param adminContact whom to ask, or null: a volume that is pending for long, or has failed, names
 *     it in its hint
 * @param createBy who may create from it, by the role of who acts; everybody unless set
 * @param declared what the administrator declares beyond that: {@code durability} and {@code
 *     expected}; maps, lists and texts, with numbers kept as texts. {@link #durability()} and
 *     {@link #expected()} read the keys that are known, others stay as they are
 * @param quota how much the account may have of this profile in the region, or null for no limit:
 *     the sum of the sizes asked for, those in the trash included
 * @param snapshots which snapshots {@code storage.maintenance().run()} takes of its volumes and
 *     keeps, or null for none
 * @param shareSecret the Secret, {@code NAMESPACE/NAME}, with which nodes mount its filesystems'
 *     shares in other namespaces, or null for none: the SDK makes no users of a backend. Drivers
 *     that need none do without; embedded ignores it
 * @param driver the CSI driver whose storage class it is of, in place of a name: the cluster's
 *     default class when it is of that driver, else the first by name; or null. Embedded ignores it
 * @param sizeStep what sizes must be a multiple of, or null for any
 * @param samples what was measured, beside what is declared
 */
public record Profile(
    String name,
    VolumeKind kind,
    String lane,
    @Nullable String storageClass,
    @Nullable String snapshotClass,
    @Nullable AccessMode accessMode,
    Capacity minSize,
    @Nullable Capacity maxSize,
    @Nullable MountPath mountPath,
    boolean isDefault,
    Duration trash,
    List<String> bestFor,
    Map<String, String> nodeSelector,
    @Nullable String adminContact,
    CreateBy createBy,
    Map<String, Object> declared,
    @Nullable Capacity quota,
    @Nullable SnapshotSchedule snapshots,
    @Nullable String shareSecret,
    @Nullable String driver,
    @Nullable Capacity sizeStep,
    List<Sample> samples) {
  /** Checks and copies. */
  public Profile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(lane, "lane");
    Objects.requireNonNull(minSize, "minSize");
    Objects.requireNonNull(trash, "trash");
    Objects.requireNonNull(createBy, "createBy");
    bestFor = List.copyOf(bestFor);
    nodeSelector = Map.copyOf(nodeSelector);
    declared = Declared.copy(declared);
    samples = List.copyOf(samples);
  }

  /** A profile with nothing but its name, kind and lane; everything else as named above. */
  public static Profile of(String name, VolumeKind kind, String lane) {
    return new Profile(
        name,
        kind,
        lane,
        null,
        null,
        null,
        Capacity.gb(1),
        null,
        null,
        false,
        Duration.ZERO,
        List.of(),
        Map.of(),
        null,
        CreateBy.MEMBER,
        Map.of(),
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  /** The same, of a Kubernetes storage class; null for the cluster's default. */
  public Profile withStorageClass(@Nullable String className) {
    return with(draft -> draft.storageClass = className);
  }

  /** The same, with a class that takes its snapshots; null for the cluster's choice. */
  public Profile withSnapshotClass(@Nullable String className) {
    return with(draft -> draft.snapshotClass = className);
  }

  /** The same, with an access mode; null for the driver's best. */
  public Profile withAccessMode(@Nullable AccessMode mode) {
    return with(draft -> draft.accessMode = mode);
  }

  /** The same, with limits of the size, both inclusive; null for no largest. */
  public Profile withSizes(Capacity smallest, @Nullable Capacity largest) {
    return with(
        draft -> {
          draft.minSize = smallest;
          draft.maxSize = largest;
        });
  }

  /** The same, with a default mount path; null for none. */
  public Profile withMountPath(@Nullable MountPath path) {
    return with(draft -> draft.mountPath = path);
  }

  /** The same, as the default of its kind; a region can have one for each kind. */
  public Profile asDefault() {
    return with(draft -> draft.isDefault = true);
  }

  /** The same, with a trash; zero for none. */
  public Profile withTrash(Duration restorableFor) {
    return with(draft -> draft.trash = restorableFor);
  }

  /** The same, with words for what it is best for. */
  public Profile withBestFor(List<String> uses) {
    return with(draft -> draft.bestFor = uses);
  }

  /** The same, for nodes with these labels, in place of those before. */
  public Profile withNodeSelector(Map<String, String> labels) {
    return with(draft -> draft.nodeSelector = labels);
  }

  /** The same, with a limit of what the account may have of it; null for no limit. */
  public Profile withQuota(@Nullable Capacity most) {
    return with(draft -> draft.quota = most);
  }

  /** The same, with a schedule of snapshots; null for none. */
  public Profile withSnapshots(@Nullable SnapshotSchedule schedule) {
    return with(draft -> draft.snapshots = schedule);
  }

  /** The same, with the Secret of shares, {@code NAMESPACE/NAME}; null for none. */
  public Profile withShareSecret(@Nullable String secret) {
    return with(draft -> draft.shareSecret = secret);
  }

  /** The same, with somebody to ask; null for nobody. */
  public Profile withAdminContact(@Nullable String contact) {
    return with(draft -> draft.adminContact = contact);
  }

  /** The same, with another word for who may create from it. */
  public Profile withCreateBy(CreateBy role) {
    return with(draft -> draft.createBy = role);
  }

  /**
   * The same, with other data that the administrator declares: values other than maps and lists
   * become texts.
   */
  public Profile withDeclared(Map<String, Object> data) {
    return with(draft -> draft.declared = data);
  }

  /** The same, of the storage class of a CSI driver; null for none. */
  public Profile withDriver(@Nullable String provisioner) {
    return with(draft -> draft.driver = provisioner);
  }

  /** The same, with sizes that are multiples of one; null for any. */
  public Profile withSizeStep(@Nullable Capacity step) {
    return with(draft -> draft.sizeStep = step);
  }

  /** The same, with what was measured, in place of what was before. */
  public Profile withSamples(List<Sample> measured) {
    return with(draft -> draft.samples = measured);
  }

  /** The same, with one more sample. */
  public Profile withSample(Sample sample) {
    return withSamples(Stream.concat(samples.stream(), Stream.of(sample)).toList());
  }

  /**
   * How its backend keeps what is written, as declared; empty when it is not. What is malformed
   * counts as not declared: a client refuses it.
   */
  public Optional<Durability> durability() {
    return DeclaredData.durability(declared, DeclaredData.IGNORING);
  }

  /**
   * What speed to expect, as declared; empty when it is not. What is malformed counts as not
   * declared: a client refuses it.
   */
  public Optional<Expectation> expected() {
    return DeclaredData.expected(declared, DeclaredData.IGNORING);
  }

  /** What sizes must be a multiple of; empty for any. */
  public Optional<Capacity> sizeStepIfSet() {
    return Optional.ofNullable(sizeStep);
  }

  /** Whom to ask; empty when it names nobody. */
  public Optional<String> adminContactIfSet() {
    return Optional.ofNullable(adminContact);
  }

  /** The Kubernetes storage class; empty for the cluster's default. */
  public Optional<String> storageClassIfSet() {
    return Optional.ofNullable(storageClass);
  }

  /** The volume snapshot class; empty for the cluster's choice. */
  public Optional<String> snapshotClassIfSet() {
    return Optional.ofNullable(snapshotClass);
  }

  /** How much the account may have of it; empty for no limit. */
  public Optional<Capacity> quotaIfSet() {
    return Optional.ofNullable(quota);
  }

  /** The schedule of snapshots of its volumes; empty for none. */
  public Optional<SnapshotSchedule> snapshotsIfSet() {
    return Optional.ofNullable(snapshots);
  }

  private Profile with(Consumer<ProfileDraft> change) {
    ProfileDraft draft = new ProfileDraft(this);
    change.accept(draft);
    return draft.profile();
  }
}
