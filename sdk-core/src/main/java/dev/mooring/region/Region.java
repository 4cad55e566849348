package dev.mooring.region;

import dev.mooring.volume.Capacity;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A region of the configuration: a named place where volumes live.
 *
 * @param name its name
 * @param backend the id of the backend that serves its volumes, for example {@code kubernetes}
 * @param isDefault whether requests that name no region go there
 * @param capabilities what its backend can do: names of {@link dev.mooring.spi.Capability}
 * @param quota how much the account may have there, or null for no limit of the SDK: see {@link
 *     dev.mooring.config.Limits}
 * @param drivesPerInstance how many drives one target of any kind may have
 */
public record Region(
    String name,
    String backend,
    boolean isDefault,
    Set<String> capabilities,
    @Nullable Capacity quota,
    int drivesPerInstance) {
  /** Copies the capabilities. */
  public Region {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(backend, "backend");
    capabilities = Set.copyOf(capabilities);
  }

  /** How much the account may have there; empty for no limit of the SDK. */
  public Optional<Capacity> quotaIfSet() {
    return Optional.ofNullable(quota);
  }
}
