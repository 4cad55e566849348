package dev.mooring.embedded.internal;

import dev.mooring.error.Problem;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.UsageSampling;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeUsage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts what is in a volume's folder: the space that it takes on the disk, so that the holes of
 * sparse files do not count. Nothing limits a volume here, so there is no total.
 */
final class EmbeddedUsage implements UsageSampling {
  /** The longest that counting takes. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  private final BackendContext context;
  private final Layout layout;
  private final Duration longest;

  EmbeddedUsage(BackendContext context, Layout layout, Duration longest) {
    this.context = context;
    this.layout = layout;
    this.longest = longest;
  }

  @Override
  public Sampled sample(VolumeRecord record) {
    try {
      Path data = layout.volume(record.spec().id()).resolve(Layout.DATA);
      if (!Layout.isFolder(data)) {
        return Sampled.unknown("its folder " + data + " is gone");
      }
      Optional<FolderSize> size = FolderSize.of(data, longest);
      return size.map(this::sampled)
          .orElseGet(
              () ->
                  Sampled.unknown(
                      "there is too much in it to be counted within "
                          + longest.toSeconds()
                          + " s"));
    } catch (AccessDeniedException e) {
      return Sampled.unknown("this user may not read " + e.getFile());
    } catch (IOException e) {
      throw FileErrors.translate(
          Problem.tried("measure").on(record.resource()).in(context.region()), e);
    }
  }

  private Sampled sampled(FolderSize size) {
    return Sampled.of(
        new VolumeUsage(
            Capacity.ofBytes(size.bytes()), null, size.entries(), null, context.clock().instant()));
  }
}
