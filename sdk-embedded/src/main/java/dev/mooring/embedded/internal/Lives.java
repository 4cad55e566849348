package dev.mooring.embedded.internal;

import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import java.util.List;

/** What the records say of a target's life, for steps that may come late. */
final class Lives {
  private final Stores stores;

  Lives(Stores stores) {
    this.stores = stores;
  }

  /**
   * Whether a step for a target may change the folder that its instance runs in: the folder has the
   * target's token, or the target began this life while it ran.
   */
  boolean goesOn(InstanceFile running, TargetRecord target) {
    return running.token().equals(target.token())
        || stores
            .targets()
            .get(target.key())
            .filter(now -> now.token().equals(target.token()))
            .isPresent();
  }

  /** The target's mounts of drives that are not claimed for this life of it, or not any more. */
  List<TargetMount> lost(TargetRecord target) {
    return target.lost(stores.volumes()::get);
  }
}
