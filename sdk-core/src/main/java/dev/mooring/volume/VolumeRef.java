package dev.mooring.volume;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a volume of the account: a name, with its kind where the name alone may fit two kinds.
 *
 * @param kind the kind, or null for whichever has the name
 * @param name the name
 */
public record VolumeRef(@Nullable VolumeKind kind, String name) {
  /** Checks that the name is there; its form is checked where it is looked for. */
  public VolumeRef {
    Objects.requireNonNull(name, "name");
  }

  /** A volume of any kind; refused where the name fits two kinds. */
  public static VolumeRef named(String name) {
    return new VolumeRef(null, name);
  }

  /** A cloud drive. */
  public static VolumeRef drive(String name) {
    return new VolumeRef(VolumeKind.DRIVE, name);
  }

  /** A shared filesystem. */
  public static VolumeRef fs(String name) {
    return new VolumeRef(VolumeKind.FILESYSTEM, name);
  }

  /** An object volume. */
  public static VolumeRef object(String name) {
    return new VolumeRef(VolumeKind.OBJECT, name);
  }

  /**
   * Reads {@code drive/x}, {@code fs/x}, {@code object/x} or a bare name.
   *
   * @throws IllegalArgumentException when what stands before the slash is no kind
   */
  public static VolumeRef parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return named(text);
    }
    String word = text.substring(0, slash);
    return new VolumeRef(
        VolumeKind.ofWord(word)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "not a volume: of KIND/NAME, drive, fs and object are the kinds")),
        text.substring(slash + 1));
  }

  /** The kind, when the reference names one. */
  public Optional<VolumeKind> kindIfGiven() {
    return Optional.ofNullable(kind);
  }

  @Override
  public String toString() {
    return kind == null ? name : kind.word() + "/" + name;
  }
}
