package dev.mooring.attachment;

import dev.mooring.operation.Operation;
import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.Optional;

/** The attachments of one target. Thread-safe. */
public interface TargetAttachments {
  /** The target. */
  Target target();

  /** What is attached to it now. */
  List<Attachment> list();

  /** Its launch, to be added to its pods; empty when nothing is attached. */
  Optional<Launch> launch();

  /** Attaches one volume: short for a plan with one mount that is applied. */
  Operation<List<Attachment>> attach(String name, String path);

  /**
   * Detaches volumes. Frees them at once when nobody mounts them; from a workload it waits until
   * that is so.
   *
   * @return the operation, with what was detached as its result; detaching what is not attached is
   *     done at once with an empty result
   * @throws dev.mooring.error.InUseException when a running bare pod mounts one of them; nothing
   *     was changed
   */
  Operation<List<Attachment>> detach(VolumeRef... volumes);

  /** Detaches everything; like {@link #detach(VolumeRef...)}. */
  Operation<List<Attachment>> detachAll();
}
