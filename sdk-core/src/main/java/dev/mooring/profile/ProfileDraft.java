package dev.mooring.profile;

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

  ProfileDraft(Profile base) {
    this.base = base;
    storageClass = base.storageClass();
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
  }

  Profile profile() {
    return new Profile(
        base.name(),
        base.kind(),
        base.lane(),
        storageClass,
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
        quota);
  }
}
