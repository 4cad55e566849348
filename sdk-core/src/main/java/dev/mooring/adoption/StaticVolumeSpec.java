package dev.mooring.adoption;

import dev.mooring.admin.ClassSecret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The description of data that is there already, for any driver. Immutable: each method with a
 * parameter returns a changed copy. Its rules are checked when it is adopted, all at once.
 *
 * @param driver the driver's name in the cluster
 * @param handle what the driver calls the volume, or null for one that Mooring draws, where the
 *     driver takes any
 * @param attributes what the driver needs to find it, sorted
 * @param mountOptions how it is mounted
 * @param secret the Secret that nodes get, which must be there; or null for none
 */
public record StaticVolumeSpec(
    String driver,
    @Nullable String handle,
    Map<String, String> attributes,
    List<String> mountOptions,
    @Nullable ClassSecret secret)
    implements StaticVolume {
  /** Copies. */
  public StaticVolumeSpec {
    Objects.requireNonNull(driver, "driver");
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    mountOptions = List.copyOf(mountOptions);
  }

  /** Begins the description of a volume of any driver. */
  public static StaticVolumeSpec of(String driver) {
    return new StaticVolumeSpec(driver, null, Map.of(), List.of(), null);
  }

  @Override
  public StaticVolumeSpec spec() {
    return this;
  }

  /** The same through a driver of another name, as Rook gives it. */
  public StaticVolumeSpec driver(String name) {
    return new StaticVolumeSpec(name, handle, attributes, mountOptions, secret);
  }

  /** What the driver calls it; null for a name that Mooring draws. */
  public StaticVolumeSpec handle(@Nullable String newHandle) {
    return new StaticVolumeSpec(driver, newHandle, attributes, mountOptions, secret);
  }

  /** One more attribute, which replaces one of the same name. */
  public StaticVolumeSpec attribute(String name, String value) {
    Map<String, String> more = new TreeMap<>(attributes);
    more.put(name, value);
    return new StaticVolumeSpec(driver, handle, more, mountOptions, secret);
  }

  /** An option of mounting, added to those before. */
  public StaticVolumeSpec mountOption(String option) {
    List<String> more = new ArrayList<>(mountOptions);
    more.add(option);
    return new StaticVolumeSpec(driver, handle, attributes, more, secret);
  }

  /** The Secret that nodes get, which must be there. */
  public StaticVolumeSpec secret(String namespace, String name) {
    return new StaticVolumeSpec(
        driver, handle, attributes, mountOptions, ClassSecret.named(namespace, name));
  }
}
