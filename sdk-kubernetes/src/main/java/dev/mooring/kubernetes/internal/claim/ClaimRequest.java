package dev.mooring.kubernetes.internal.claim;

import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeRecord;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a claim requests, which is not always what was asked for: a copy requests as much as its
 * source got, a growth that only counts against a quota yet requests nothing more, and one that was
 * taken back requests the least that the API server allows, a byte more than the volume has.
 */
final class ClaimRequest {
  private ClaimRequest() {}

  /** What the claim of a record that is not stored yet requests. */
  static long first(VolumeRecord record) {
    return Math.max(
        record.spec().sizeBytes(), record.spec().madeFrom().map(SourceSpec::leastBytes).orElse(0L));
  }

  /**
   * What the claim of a record is to request.
   *
   * @param now what it requests now
   */
  static long next(VolumeRecord record, long now) {
    if (record.awaitsQuota()) {
      return now;
    }
    long wanted = first(record);
    Long capacity = record.provisioned().capacityBytes();
    if (wanted >= now) {
      return wanted;
    }
    return capacity == null || now <= capacity
        ? now
        : Math.min(now, Math.max(wanted, capacity + 1));
  }

  /** The annotations that tell what was asked for, empty where the request says it. */
  static Map<String, Optional<String>> marks(VolumeRecord record, long request) {
    long asked = record.spec().sizeBytes();
    boolean same = request == asked;
    return Map.of(
        Marks.ASKED, same ? Optional.empty() : Optional.of(Long.toString(asked)),
        Marks.REQUESTED, same ? Optional.empty() : Optional.of(Long.toString(request)));
  }

  /** What was asked for. What somebody requested by hand asks for what it says. */
  static long asked(PersistentVolumeClaim claim, @Nullable SourceSpec source) {
    long requested = requested(claim);
    String asked = Marks.annotation(claim, Marks.ASKED);
    String mark = Marks.annotation(claim, Marks.REQUESTED);
    boolean ours =
        mark != null
            ? requested == Long.parseLong(mark)
            : source != null && requested == source.leastBytes();
    return asked != null && ours ? Long.parseLong(asked) : requested;
  }

  /** Whether a claim requests more than was asked for, so that it need not get it. */
  static boolean isMoreThanAsked(PersistentVolumeClaim claim) {
    String asked = Marks.annotation(claim, Marks.ASKED);
    String mark = Marks.annotation(claim, Marks.REQUESTED);
    long requested = requested(claim);
    return asked != null
        && mark != null
        && requested == Long.parseLong(mark)
        && requested > Long.parseLong(asked);
  }

  /** What a claim requests, in bytes. */
  static long requested(PersistentVolumeClaim claim) {
    Quantity size =
        claim.getSpec().getResources() == null
                || claim.getSpec().getResources().getRequests() == null
            ? null
            : claim.getSpec().getResources().getRequests().get("storage");
    if (size == null) {
      throw new IllegalArgumentException("it requests no storage");
    }
    return Quantity.getAmountInBytes(size).longValue();
  }
}
