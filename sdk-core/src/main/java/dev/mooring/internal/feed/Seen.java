package dev.mooring.internal.feed;

import dev.mooring.attachment.Attachment;
import dev.mooring.internal.attach.Held;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.StatusReason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/**
 * A volume as it was seen.
 *
 * @param view the volume
 * @param digest of all that a handle tells users of its state, the same in every process
 */
record Seen(VolumeView view, String digest) {
  /** How many bytes a digest has: enough for two states of one volume never to meet. */
  static final int BYTES = 6;

  static Seen of(VolumeView view) {
    return new Seen(view, digest(view));
  }

  VolumeSpec spec() {
    return view.record().spec();
  }

  /**
   * Times and words of people are left out: what is the same but for those has not changed. So are
   * the operations that it remembers: what they do shows in all else.
   */
  private static String digest(VolumeView view) {
    VolumeRecord record = view.record();
    VolumeSpec spec = record.spec();
    Provisioned provisioned = record.provisioned();
    StatusReason reason = provisioned.reason();
    List<Object> parts =
        new ArrayList<>(
            Arrays.asList(
                view.status(),
                spec.owner(),
                spec.profile(),
                spec.sizeBytes(),
                spec.accessMode(),
                spec.description(),
                spec.mountPath(),
                new TreeMap<>(spec.labels().entries()),
                provisioned.state(),
                provisioned.capacityBytes(),
                provisioned.enforcement(),
                reason == null ? null : reason.reason(),
                new TreeMap<>(provisioned.details()),
                record.trash() == null ? null : record.trash().until(),
                record.custody().adoptedSince(),
                record.custody().protectedSince(),
                record.shares().stream()
                    .map(share -> share.place() + share.readOnly() + share.state())
                    .sorted()
                    .toList()));
    view.held().stream().map(Held::attachment).map(Seen::words).sorted().forEach(parts::add);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(parts.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String words(Attachment attachment) {
    return String.join(
        " ",
        attachment.target().toString(),
        attachment.path().value(),
        Boolean.toString(attachment.readOnly()),
        attachment.state().name(),
        attachment.reasonIfSet().map(why -> why.reason().name()).orElse(""));
  }
}
