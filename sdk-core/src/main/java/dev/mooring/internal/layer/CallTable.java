package dev.mooring.internal.layer;

import static dev.mooring.internal.layer.Repeat.FREELY;
import static dev.mooring.internal.layer.Repeat.NEVER;
import static dev.mooring.internal.layer.Repeat.UNLESS_UNKNOWN;

import java.util.Map;

/**
 * Every call to a backend by its name, and when it may be repeated: the one table of that. A create
 * that is repeated finds the record of its first try, which {@link LayeredStore} tells apart.
 */
final class CallTable {
  static final Map<String, Repeat> TABLE =
      Map.ofEntries(
          Map.entry("backend.capabilities", FREELY),
          Map.entry("backend.now", FREELY),
          Map.entry("backend.probe", FREELY),
          Map.entry("backend.tidy", FREELY),
          Map.entry("backend.close", NEVER),
          Map.entry("volumes.create", FREELY),
          Map.entry("volumes.get", FREELY),
          Map.entry("volumes.swap", UNLESS_UNKNOWN),
          Map.entry("volumes.delete", UNLESS_UNKNOWN),
          Map.entry("volumes.list", FREELY),
          Map.entry("volumes.watch", FREELY),
          Map.entry("targets.create", FREELY),
          Map.entry("targets.get", FREELY),
          Map.entry("targets.swap", UNLESS_UNKNOWN),
          Map.entry("targets.delete", UNLESS_UNKNOWN),
          Map.entry("targets.list", FREELY),
          Map.entry("targets.watch", FREELY),
          Map.entry("provisioning.check", FREELY),
          Map.entry("provisioning.advance", FREELY),
          Map.entry("provisioning.destroy", FREELY),
          Map.entry("provisioning.remains", FREELY),
          Map.entry("provisioning.availability", FREELY),
          Map.entry("provisioning.features", FREELY),
          Map.entry("provisioning.accessMode", FREELY),
          Map.entry("resizing.check", FREELY),
          Map.entry("resizing.grow", FREELY),
          Map.entry("snapshotting.check", FREELY),
          Map.entry("snapshotting.advance", FREELY),
          Map.entry("snapshotting.destroy", FREELY),
          Map.entry("adopting.look", FREELY),
          Map.entry("adopting.adopt", UNLESS_UNKNOWN),
          Map.entry("adopting.lookAtVolume", FREELY),
          Map.entry("adopting.adoptVolume", FREELY),
          Map.entry("adopting.forget", UNLESS_UNKNOWN),
          Map.entry("adopting.check", FREELY),
          Map.entry("adopting.register", FREELY),
          Map.entry("adopting.connect", FREELY),
          Map.entry("adopting.disconnect", FREELY),
          Map.entry("sharing.check", FREELY),
          Map.entry("sharing.make", FREELY),
          Map.entry("sharing.users", FREELY),
          Map.entry("sharing.revoke", FREELY),
          Map.entry("sharing.made", FREELY),
          Map.entry("snapshots.create", FREELY),
          Map.entry("snapshots.get", FREELY),
          Map.entry("snapshots.swap", UNLESS_UNKNOWN),
          Map.entry("snapshots.delete", UNLESS_UNKNOWN),
          Map.entry("snapshots.list", FREELY),
          Map.entry("snapshots.watch", FREELY),
          Map.entry("names.create", FREELY),
          Map.entry("names.get", FREELY),
          Map.entry("names.swap", UNLESS_UNKNOWN),
          Map.entry("names.delete", UNLESS_UNKNOWN),
          Map.entry("names.list", FREELY),
          Map.entry("names.watch", FREELY),
          Map.entry("accounts.create", FREELY),
          Map.entry("accounts.get", FREELY),
          Map.entry("accounts.swap", UNLESS_UNKNOWN),
          Map.entry("accounts.delete", UNLESS_UNKNOWN),
          Map.entry("accounts.list", FREELY),
          Map.entry("accounts.watch", FREELY),
          Map.entry("classes.render", FREELY),
          Map.entry("classes.review", FREELY),
          Map.entry("classes.apply", FREELY),
          Map.entry("classes.validate", FREELY),
          Map.entry("auditing.volumes", FREELY),
          Map.entry("auditing.look", FREELY),
          Map.entry("auditing.apply", UNLESS_UNKNOWN),
          Map.entry("describing.describe", FREELY),
          Map.entry("health.check", FREELY),
          Map.entry("usage.sample", FREELY),
          Map.entry("quotas.all", FREELY),
          Map.entry("quotas.of", FREELY),
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
    Repeat repeat = TABLE.get(name);
    if (repeat == null) {
      throw new IllegalArgumentException("the table of calls lacks " + name);
    }
    return repeat;
  }
}
