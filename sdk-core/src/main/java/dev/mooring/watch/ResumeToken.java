package dev.mooring.watch;

/**
 * What a watch has told, in a text that can be kept: a watch that begins from it, in any process,
 * tells first what differs by then. It holds the id, kind and name of each volume that was told of,
 * and a digest of its state, so that it is about 50 bytes long for each; no secrets. It is of one
 * account, owner and kind of volumes. Immutable.
 */
public interface ResumeToken {
  /** The text to keep; letters, digits, {@code -}, {@code _} and {@code .} only. */
  String text();

  /**
   * A token from its text. What is none is refused by the watch that is to begin from it.
   *
   * @param text what {@link #text()} gave
   */
  static ResumeToken of(String text) {
    return new KeptToken(text);
  }

  /** Before everything: a watch that begins from it tells first all volumes that there are. */
  static ResumeToken beginning() {
    return of("beginning");
  }
}
