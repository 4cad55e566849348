package dev.mooring.internal.layer;

import static dev.mooring.internal.layer.Repeat.FREELY;
import static dev.mooring.internal.layer.Repeat.NEVER;
import static dev.mooring.internal.layer.Repeat.UNLESS_UNKNOWN;

import java.util.Map;

/** Every call to a backend by its name, and when it may be repeated: the one table of that. */
final class CallTable {
  /** The calls of every record store. A create that meets its own first try finds that record. */
  private static final Map<String, Repeat> STORE =
      Map.of(
          "create", FREELY,
          "get", FREELY,
          "swap", UNLESS_UNKNOWN,
          "delete", UNLESS_UNKNOWN,
          "list", FREELY,
          "watch", FREELY);

  /** All others. */
  private static final Map<String, Repeat> OTHERS =
      Map.ofEntries(
          Map.entry("backend.capabilities", FREELY),
          Map.entry("backend.now", FREELY),
          Map.entry("backend.probe", FREELY),
          Map.entry("backend.close", NEVER),
          Map.entry("provisioning.check", FREELY),
          Map.entry("provisioning.advance", FREELY),
          Map.entry("provisioning.destroy", FREELY),
          Map.entry("provisioning.availability", FREELY),
          Map.entry("provisioning.accessMode", FREELY),
          Map.entry("attaching.check", FREELY),
          Map.entry("attaching.presence", FREELY),
          Map.entry("attaching.users", FREELY),
          Map.entry("attaching.connect", FREELY),
          Map.entry("attaching.disconnect", FREELY),
          Map.entry("attaching.launchGrace", FREELY),
          Map.entry("instances.launch", FREELY),
          Map.entry("instances.find", FREELY),
          Map.entry("instances.list", FREELY),
          Map.entry("instances.stop", FREELY),
          Map.entry("instances.path", FREELY),
          // A command may have begun to run, whatever the error says.
          Map.entry("instances.exec", NEVER));

  private CallTable() {}

  /**
   * When a call may be repeated.
   *
   * @throws IllegalArgumentException when the table lacks it
   */
  static Repeat of(String name) {
    Repeat repeat = OTHERS.get(name);
    if (repeat == null && (name.startsWith("volumes.") || name.startsWith("targets."))) {
      repeat = STORE.get(name.substring(name.indexOf('.') + 1));
    }
    if (repeat == null) {
      throw new IllegalArgumentException("the table of calls lacks " + name);
    }
    return repeat;
  }
}
