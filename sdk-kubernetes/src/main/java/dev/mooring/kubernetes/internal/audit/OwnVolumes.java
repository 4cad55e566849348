package dev.mooring.kubernetes.internal.audit;

import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Auditing.Scope;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;

/** Whose a PersistentVolume is: a driver marks none, so that the claim's name must tell. */
final class OwnVolumes {
  private OwnVolumes() {}

  /** Whether it is surely of this account, as its marks or the hash in its claim's name tell. */
  static boolean isOwn(Place place, PersistentVolume volume, Scope scope) {
    ObjectReference claim = volume.getSpec().getClaimRef();
    return Marks.isOf(volume, place.account())
        || (claim != null
            && place.namespace().equals(claim.getNamespace())
            && claim.getName() != null
            && scope.ownKey().test(claim.getName()));
  }
}
