package dev.mooring.profile;

import dev.mooring.snapshot.SnapshotSchedule;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A profile while one of its components is changed. */
final class ProfileDraft {
  private final Profile base;
  @Nullable String storageClass;
  @Nullable String snapshotClass;
  @Nullable AccessMode accessMode;
  Capacity minSize;
  @Nullable Capacity maxSize;
  @Nullable MountPath mountPath;
  boolean isDefault;
  Duration trash;
  List<String> bestFor;
  Map<String, String> nodeSelector;
  @Nullable String adminContact;
  CreateBy createBy;
  Map<String, Object> declared;
  @Nullable Capacity quota;
  @Nullable SnapshotSchedule snapshots;
  @Nullable String shareSecret;
  @Nullable String driver;
  @Nullable Capacity sizeStep;
  List<Sample> samples;

  ProfileDraft(Profile base) {
    this.base = base;
    storageClass = base.storageClass();
    snapshotClass = base.snapshotClass();
    accessMode = base.accessMode();
    minSize = base.minSize();
    maxSize = base.maxSize();
    mountPath = base.mountPath();
    isDefault = base.isDefault();
    trash = base.trash();
    bestFor = base.bestFor();
    nodeSelector = base.nodeSelector();
    adminContact = base.adminContact();
    createBy = base.createBy();
    declared = base.declared();
    quota = base.quota();
    snapshots = base.snapshots();
    shareSecret = base.shareSecret();
    driver = base.driver();
    sizeStep = base.sizeStep();
    samples = base.samples();
  }

  Profile profile() {
    return new Profile(
        base.name(),
        base.kind(),
        base.lane(),
        storageClass,
        snapshotClass,
        accessMode,
        minSize,
        maxSize,
        mountPath,
        isDefault,
        trash,
        bestFor,
        nodeSelector,
        adminContact,
        createBy,
        declared,
        quota,
        snapshots,
        shareSecret,
        driver,
        sizeStep,
        samples);
  }
}
