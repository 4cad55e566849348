package dev.mooring.attachment;

import dev.mooring.operation.Operation;
import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.Optional;

/**
 * The attachments of one target. Every method reads anew. Thread-safe.
 *
 * <p>Methods that ask throw {@link dev.mooring.error.InvalidRequestException} when the target names
 * an unknown region.
 */
public interface TargetAttachments {
  /** The target, as it was asked for. */
  Target target();

  /** What is attached to it now; empty when nothing is, or the target is dead. */
  List<Attachment> list();

  /**
   * Its launch, to be added to its pods; empty when nothing is attached, or the target is dead. So
   * a platform that restarted finds its launches again.
   */
  Optional<Launch> launch();

  /**
   * Attaches one volume: short for a plan with one mount that is applied. Throws what {@link
   * dev.mooring.operation.Plan#apply()} throws.
   *
   * @param name a bare name, whichever kind has it
   * @return the operation, which has ended when this returns, with the attachment as its result
   */
  Operation<List<Attachment>> attach(String name, String path);

  /**
   * Detaches volumes. Frees them at once when nobody mounts them; from a workload the operation
   * waits until that is so, and whoever looks next ends it.
   *
   * @return the operation, with what was detached as its result; detaching what is not attached is
   *     done at once with an empty result
   * @throws dev.mooring.error.InUseException when a running instance, or a running pod without a
   *     controller, mounts one of them: stop it, which frees them; nothing was changed
   */
  Operation<List<Attachment>> detach(VolumeRef... volumes);

  /** Detaches all its volumes; like {@link #detach(VolumeRef...)}. */
  Operation<List<Attachment>> detachAll();
}
