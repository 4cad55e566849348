package dev.mooring.internal.profile;

import dev.mooring.profile.Availability;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.UseCase;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.VolumeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether a profile can serve a use at all. */
final class Fit {
  private Fit() {}

  /** What stands against it; empty when it fits. */
  static List<String> against(UseCase use, ProfileOffer offer) {
    List<String> against = new ArrayList<>();
    VolumeKind kind = offer.profile().kind();
    if (!use.kinds().contains(kind)) {
      against.add(
          "it is of kind "
              + kind.word()
              + ", and "
              + use.words()
              + " need "
              + use.kinds().stream().map(VolumeKind::word).collect(Collectors.joining(" or ")));
    } else if (offer.accessMode() == AccessMode.READ_ONLY_MANY) {
      against.add("nobody can write to it (" + AccessMode.READ_ONLY_MANY.kubernetesName() + ")");
    } else if (use.manyWriters() && !manyWriters(offer)) {
      against.add("it has one writer" + mode(offer) + ", and " + use.words() + " have several");
    }
    if (offer.availability().state() == Availability.State.UNAVAILABLE) {
      against.add("it cannot be had now: " + offer.availability().reason());
    }
    return against;
  }

  /** Whether several targets can write at once: as its access mode says, else its kind. */
  static boolean manyWriters(ProfileOffer offer) {
    return offer.profile().kind() != VolumeKind.DRIVE
        && (offer.accessMode() == null || offer.accessMode() == AccessMode.READ_WRITE_MANY);
  }

  /** The access mode in brackets; nothing when it is not known. */
  static String mode(ProfileOffer offer) {
    return offer.accessMode() == null ? "" : " (" + offer.accessMode().kubernetesName() + ")";
  }

  /** Whether the administrator says that it is best for the use. */
  static boolean isNamed(UseCase use, ProfileOffer offer) {
    return offer.profile().bestFor().stream().anyMatch(use::isCalled);
  }

  /** A place in words, for example {@code first}. */
  static String place(int index) {
    return switch (index) {
      case 0 -> "first";
      case 1 -> "second";
      case 2 -> "third";
      default -> String.format(Locale.ROOT, "%dth", index + 1);
    };
  }
}
