package dev.mooring.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The description of a storage class, for any driver. Immutable.
 *
 * @param name the class's name
 * @param provisioner the driver's name
 * @param parameters the driver's parameters, sorted; without those of Secrets
 * @param mountOptions how its volumes are mounted
 * @param secret the Secret that the driver gets, or null
 * @param nodeSecret the Secret that nodes get instead, or null
 * @param expands whether volumes may grow
 * @param onFirstUse whether a volume is made only when its first pod is scheduled
 * @param retains whether the bytes stay when a volume is deleted
 * @param snapshots whether a snapshot class is made as well, where the driver makes snapshots
 */
public record StorageClassSpec(
    String name,
    String provisioner,
    Map<String, String> parameters,
    List<String> mountOptions,
    @Nullable ClassSecret secret,
    @Nullable ClassSecret nodeSecret,
    boolean expands,
    boolean onFirstUse,
    boolean retains,
    boolean snapshots)
    implements StorageClassDraft<StorageClassSpec> {
  /** Copies. */
  public StorageClassSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(provisioner, "provisioner");
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    mountOptions = List.copyOf(mountOptions);
  }

  /** Begins the description of a class of any driver. */
  public static StorageClassSpec of(String name, String provisioner) {
    return new StorageClassSpec(
        name, provisioner, Map.of(), List.of(), null, null, true, false, false, true);
  }

  @Override
  public StorageClassSpec spec() {
    return this;
  }

  @Override
  public StorageClassSpec with(StorageClassSpec spec) {
    return spec;
  }

  StorageClassSpec withProvisioner(String driver) {
    return new StorageClassSpec(
        name,
        driver,
        parameters,
        mountOptions,
        secret,
        nodeSecret,
        expands,
        onFirstUse,
        retains,
        snapshots);
  }

  StorageClassSpec withParameter(String key, @Nullable String value) {
    Map<String, String> changed = new TreeMap<>(parameters);
    if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return new StorageClassSpec(
        name,
        provisioner,
        changed,
        mountOptions,
        secret,
        nodeSecret,
        expands,
        onFirstUse,
        retains,
        snapshots);
  }

  StorageClassSpec withMountOption(String option) {
    List<String> more = new ArrayList<>(mountOptions);
    more.add(option);
    return new StorageClassSpec(
        name,
        provisioner,
        parameters,
        more,
        secret,
        nodeSecret,
        expands,
        onFirstUse,
        retains,
        snapshots);
  }

  StorageClassSpec withSecret(ClassSecret of) {
    return new StorageClassSpec(
        name,
        provisioner,
        parameters,
        mountOptions,
        of,
        nodeSecret,
        expands,
        onFirstUse,
        retains,
        snapshots);
  }

  StorageClassSpec withNodeSecret(ClassSecret of) {
    return new StorageClassSpec(
        name,
        provisioner,
        parameters,
        mountOptions,
        secret,
        of,
        expands,
        onFirstUse,
        retains,
        snapshots);
  }

  StorageClassSpec withExpands(boolean allowed) {
    return new StorageClassSpec(
        name,
        provisioner,
        parameters,
        mountOptions,
        secret,
        nodeSecret,
        allowed,
        onFirstUse,
        retains,
        snapshots);
  }

  StorageClassSpec withOnFirstUse(boolean wait) {
    return new StorageClassSpec(
        name,
        provisioner,
        parameters,
        mountOptions,
        secret,
        nodeSecret,
        expands,
        wait,
        retains,
        snapshots);
  }

  StorageClassSpec withRetains(boolean keep) {
    return new StorageClassSpec(
        name,
        provisioner,
        parameters,
        mountOptions,
        secret,
        nodeSecret,
        expands,
        onFirstUse,
        keep,
        snapshots);
  }

  StorageClassSpec withSnapshots(boolean make) {
    return new StorageClassSpec(
        name,
        provisioner,
        parameters,
        mountOptions,
        secret,
        nodeSecret,
        expands,
        onFirstUse,
        retains,
        make);
  }
}
