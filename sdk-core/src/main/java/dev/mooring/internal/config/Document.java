package dev.mooring.internal.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parsed file.
 *
 * @param name its name, for messages
 * @param folder the folder it lies in, where relative paths begin; null for text without a file
 * @param tree its maps, lists and texts; every scalar is the text that was written
 * @param lines the line of each key, by path
 */
record Document(
    String name, @Nullable Path folder, Map<String, Object> tree, Map<String, Integer> lines) {

  /** Nothing at all. */
  static Document empty(String name) {
    return new Document(name, null, Map.of(), Map.of());
  }
}
