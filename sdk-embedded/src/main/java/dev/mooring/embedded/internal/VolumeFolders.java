package dev.mooring.embedded.internal;

import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.VolumeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The folders that hold the bytes of volumes. */
final class VolumeFolders extends MarkedFolders<VolumeId> {
  /** What marks a volume's folder. */
  static final String MARKER = "volume.json";

  private final Layout layout;

  VolumeFolders(Layout layout, Drafts drafts, Trash trash) {
    super(layout::volumes, MARKER, VolumeId::new, drafts, trash);
    this.layout = layout;
  }

  @Override
  String name(VolumeId id) {
    return id.value();
  }

  /** Makes the folder, unless it is there, or was. */
  void make(VolumeId id) throws IOException {
    if (!marked(id)) {
      Layout.folder(Layout.folder(layout.volumes(), id.value()), Layout.DATA);
    }
  }

  /** Makes the folder durable, and marks it; empty when it is gone. */
  Optional<Path> seal(VolumeSpec spec) throws IOException {
    return seal(spec.id(), Marker.of(spec));
  }
}
