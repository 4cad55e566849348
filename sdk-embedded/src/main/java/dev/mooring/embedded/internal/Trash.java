package dev.mooring.embedded.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes folders away: one rename, after which they are gone for everybody, and then their contents
 * at leisure. What dies in between, or cannot be removed now, is left for the next {@link #sweep}:
 * it takes room, and is in nobody's way.
 */
final class Trash {
  /** What this class puts there; anything else in the folder is not ours to delete. */
  private static final Pattern OURS = Pattern.compile("gone-[0-9a-f]{32}");

  private static final Logger LOG = LoggerFactory.getLogger(Trash.class);

  private final Layout layout;
  private final Removal removal;

  /** Removes entries of a folder. */
  interface Removal {
    void remove(Path folder, Collection<String> names) throws IOException;
  }

  Trash(Layout layout) {
    this(layout, Remover::remove);
  }

  Trash(Layout layout, Removal removal) {
    this.layout = layout;
    this.removal = removal;
  }

  /** A name that nothing in the trash has. */
  static String name() {
    return "gone-" + UUID.randomUUID().toString().replace("-", "");
  }

  /** Takes away a folder, or whatever has its place; answers whether there was anything. */
  boolean take(Path path) throws IOException {
    if (!Layout.isThere(path)) {
      return false;
    }
    Path trash = layout.trash();
    String name = name();
    try {
      Files.move(path, trash.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    }
    empty(trash, name);
    return true;
  }

  /** Removes what others left half deleted, as far as it can be removed. */
  void sweep() throws IOException {
    Path trash = layout.trash();
    names(trash).stream().filter(n -> OURS.matcher(n).matches()).forEach(n -> empty(trash, n));
  }

  private void empty(Path trash, String name) {
    try {
      removal.remove(trash, List.of(name));
    } catch (IOException e) {
      LOG.warn("{} could not be removed now: {}", trash.resolve(name), e.toString());
    }
  }

  /** Removes a folder that is not below the root of anybody else, with all that is in it. */
  static void removeAll(Path folder) throws IOException {
    Remover.remove(folder, names(folder));
    Files.deleteIfExists(folder);
  }

  private static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    }
    return names;
  }
}
