package dev.mooring.kubernetes.internal.audit;

import dev.mooring.error.InternalException;
import dev.mooring.kubernetes.internal.claim.ClaimStore;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Auditing;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the objects of a place with each other. Changes nothing but what it is told to. */
public final class KubernetesAuditing implements Auditing {
  private static final String ROLE =
      "this client may not list them: bind deploy/clusterrole-admin.yaml";

  private final Place place;
  private final ClaimStore volumes;
  private final List<OrphanFinder> finders;

  /** Audits a place. */
  public KubernetesAuditing(
      Place place, ClaimStore volumes, ObjectRecords<ConfigMap, TargetRecord> targets) {
    this.place = place;
    this.volumes = volumes;
    this.finders =
        List.of(
            new ReleasedVolumes(),
            new LostClaims(),
            new LostContents(),
            new UnreadableRecords(volumes, targets),
            new ForeignClaims(),
            new StuckDeletions());
  }

  @Override
  public List<VolumeRecord> volumes() {
    return Inventory.claims(place).items().stream()
        .filter(claim -> Marks.isOf(claim, place.account()))
        .flatMap(claim -> record(claim).stream())
        .toList();
  }

  /** Empty for what cannot be read, which is a finding of its own. */
  private Optional<VolumeRecord> record(PersistentVolumeClaim claim) {
    try {
      return Optional.of(volumes.glance(claim));
    } catch (InternalException e) {
      return Optional.empty();
    }
  }

  @Override
  public Audited look(Scope scope) {
    Inventory inventory = Inventory.of(place);
    List<Orphan> orphans = new ArrayList<>();
    finders.forEach(finder -> orphans.addAll(finder.find(inventory, scope)));
    return new Audited(orphans, unseen(inventory));
  }

  private static List<Unseen> unseen(Inventory inventory) {
    List<Unseen> unseen = new ArrayList<>();
    if (inventory.volumes().refused()) {
      unseen.add(new Unseen("persistentvolumes", ROLE));
    }
    if (inventory.contents().refused()) {
      unseen.add(new Unseen("volumesnapshotcontents", ROLE));
    }
    unseen.add(
        new Unseen(
            "images",
            "bytes that no PersistentVolume names: no API of a cluster lists them; compare the"
                + " backend's own list with the handles of kubectl get pv"));
    return unseen;
  }

  @Override
  public String apply(Orphan orphan) {
    if (LostContents.isAbout(orphan)) {
      return LostContents.apply(place, orphan, new Scope(Duration.ZERO, key -> false));
    }
    throw new InternalException(
        place
            .api()
            .errors()
            .problem("act on an audit's finding of", orphan.resource())
            .because("a finding of the kind " + orphan.kind().word() + " has no safe action"));
  }
}
