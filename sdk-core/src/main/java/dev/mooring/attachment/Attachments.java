package dev.mooring.attachment;

import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.stream.Stream;

/** Attaches volumes to targets. Thread-safe. */
public interface Attachments {
  /** Begins a launch: several volumes, one plan, all or nothing. */
  LaunchRequest to(Target target);

  /** The attachments of one target. */
  TargetAttachments of(Target target);

  /** Where a volume is attached. */
  List<Attachment> of(VolumeRef volume);

  /** All attachments of the account, lazily read. */
  Stream<Attachment> list();
}
