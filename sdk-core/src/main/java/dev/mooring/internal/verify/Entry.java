package dev.mooring.internal.verify;

/**
 * One line of a manifest.
 *
 * @param kind {@code f} a file, {@code d} a folder, {@code l} a link, {@code e} what could not be
 *     read
 * @param size of a file its bytes, else 0
 * @param sha256 of a file its content's, of a link its target's, else {@code -}
 */
record Entry(char kind, long size, String sha256) {
  boolean readable() {
    return kind != 'e';
  }
}
