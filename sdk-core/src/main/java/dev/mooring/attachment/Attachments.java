package dev.mooring.attachment;

import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.stream.Stream;

/** Attaches volumes to targets. Thread-safe. */
public interface Attachments {
  /**
   * Begins a launch: several volumes, one plan, all or nothing. Where the target names no region,
   * it is that of the first of its volumes, else the default region.
   */
  LaunchRequest to(Target target);

  /**
   * The attachments of one target, whether it exists or not. Where it names no region, the first
   * region that knows it counts.
   */
  TargetAttachments of(Target target);

  /**
   * Where a volume is attached now; empty when it is free, also because its target is dead.
   *
   * @throws dev.mooring.error.NotFoundException when the account has no such volume
   */
  List<Attachment> of(VolumeRef volume);

  /** All attachments of the account to targets that live, in all regions, lazily read. */
  Stream<Attachment> list();
}
