package dev.mooring.cli.internal.option;

import dev.mooring.attachment.LaunchRequest;
import dev.mooring.volume.VolumeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One {@code NAME[:PATH][:ro]}.
 *
 * @param volume the volume
 * @param path where it is mounted, or null for its own default path
 * @param readOnly whether it is only to be read
 */
public record MountArgument(VolumeRef volume, @Nullable String path, boolean readOnly) {
  private static final String READ_ONLY = "ro";
  private static final String READ_WRITE = "rw";

  /** Reads one; empty when it is wrong. */
  public static Optional<MountArgument> read(Reading reading, String field, String text) {
    List<String> parts = new ArrayList<>(Arrays.asList(text.split(":", -1)));
    String last = parts.get(parts.size() - 1);
    boolean readOnly = parts.size() > 1 && last.equals(READ_ONLY);
    if (readOnly || (parts.size() > 1 && last.equals(READ_WRITE))) {
      parts.remove(parts.size() - 1);
    }
    if (parts.size() > 2 || parts.get(0).isEmpty()) {
      reading.wrong(field, "must be NAME[:PATH][:ro], like workspace:/data:ro");
      return Optional.empty();
    }
    String path = parts.size() > 1 ? parts.get(1) : null;
    return reading
        .volume(field, parts.get(0))
        .map(volume -> new MountArgument(volume, path, readOnly));
  }

  /** Adds it to a launch. */
  public LaunchRequest addTo(LaunchRequest request) {
    if (path == null) {
      return readOnly ? request.mountReadOnly(volume) : request.mount(volume);
    }
    return readOnly ? request.mountReadOnly(volume, path) : request.mount(volume, path);
  }
}
