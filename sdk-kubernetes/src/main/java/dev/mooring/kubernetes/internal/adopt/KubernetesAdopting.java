package dev.mooring.kubernetes.internal.adopt;

import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Difference;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.claim.ClaimAdoption;
import dev.mooring.kubernetes.internal.claim.ClaimStore;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.provision.DriverPresence;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Adoptable;
import dev.mooring.spi.Adopting;
import dev.mooring.spi.Created;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Claims that others made get Mooring's labels and annotations, and lose them again. A
 * PersistentVolume that no claim has gets one, which is such a claim from its beginning. Data
 * without a claim gets one, made first because it is the record; then a PersistentVolume that
 * retains its data. Both go in the other order: what is deleted first waits for the claim, so that
 * whoever dies in between leaves nothing behind.
 */
public final class KubernetesAdopting implements Adopting {
  private static final int MOST_LOOKS = 5;

  private final Place place;
  private final ClaimAdoption claims;
  private final StorageClasses classes;
  private final DriverPresence drivers;
  private final StaticVolumes volumes;

  /** Adopts what is at a place. */
  public KubernetesAdopting(
      Place place, ClaimStore store, StorageClasses classes, DriverPresence drivers) {
    this.place = place;
    this.claims = store.adoption();
    this.classes = classes;
    this.drivers = drivers;
    this.volumes = new StaticVolumes(place.api());
  }

  @Override
  public Adoptable look(String claim) {
    return ClaimLook.of(claims, claim);
  }

  @Override
  public boolean adopt(VolumeRecord record) {
    return claims.mark(record);
  }

  @Override
  public Adoptable lookAtVolume(String persistentVolume, Set<AccessMode> wanted) {
    // In this order: who binds it meanwhile has made the claim before.
    Optional<PersistentVolume> volume = volumes.find(persistentVolume);
    return claims
        .claim(persistentVolume)
        .map(claim -> VolumeLook.taken(claims, claim, persistentVolume))
        .or(
            () ->
                volume.map(free -> VolumeLook.of(free, place.namespace(), place.account(), wanted)))
        .orElseGet(() -> VolumeLook.missing(persistentVolume));
  }

  @Override
  public boolean adoptVolume(VolumeRecord record, String persistentVolume) {
    VolumeRecord there;
    try {
      there = claims.create(record, persistentVolume, Map.of()).record();
    } catch (ConflictException e) {
      return false; // somebody else's claim has the name by now
    }
    boolean mine = there.spec().id().equals(record.spec().id()); // made now, or by a lost answer
    return mine && !(isVain(there) && claims.remove(there));
  }

  /**
   * Whether a record's claim waits for a PersistentVolume that is gone or somebody else's: it never
   * had data, and were it left, it would take what others may leave there.
   */
  private boolean isVain(VolumeRecord record) {
    return record.custody().adoption().isPresent()
        && !record.custody().registered()
        && mine(record).filter(VolumeLook::waits).filter(claim -> !mayBind(claim)).isPresent();
  }

  private boolean mayBind(PersistentVolumeClaim claim) {
    return volumes
        .find(claim.getSpec().getVolumeName())
        .filter(volume -> VolumeLook.isFor(volume.getSpec().getClaimRef(), claim.getMetadata()))
        .isPresent();
  }

  @Override
  public boolean forget(VolumeRecord record) {
    return isVain(record) ? claims.remove(record) : claims.unmark(record);
  }

  @Override
  public List<Violation> check(StaticVolumeSpec source, VolumeSpec volume) {
    CsiDriver driver = classes.driver(source.driver());
    List<Violation> found = new ArrayList<>(StaticCheck.of(driver, source, volume));
    if (drivers.of(source.driver()) == DriverPresence.Seen.MISSING) {
      found.add(
          Violation.of(
              "source.driver",
              "the CSI driver " + source.driver() + " is not installed in the cluster"));
    }
    if (found.isEmpty()) {
      volumes.tryOut(
          StaticObjects.volume(place, volume.name(), volume, source, driver.staticUse()));
    }
    return found;
  }

  @Override
  public Created<VolumeRecord> register(VolumeRecord record, StaticVolumeSpec source) {
    String text = StaticSource.write(source);
    Created<VolumeRecord> answer =
        claims.create(
            record, StaticObjects.volumeName(record.spec()), Map.of(Marks.SOURCE_DATA, text));
    VolumeRecord there = answer.record();
    String known = claims.claim(record.key()).flatMap(KubernetesAdopting::source).orElse(text);
    if (!answer.created() && there.custody().registered() && !known.equals(text)) {
      throw new AlreadyExistsException(
          place
              .api()
              .errors()
              .problem("adopt", record.resource())
              .because("the name is taken by a volume of other data")
              .hint("choose another name"),
          there.spec().id().value(),
          List.of(new Difference("source", known, text)));
    }
    return answer;
  }

  @Override
  public void connect(VolumeRecord record) {
    Optional<PersistentVolumeClaim> claim = mine(record);
    Optional<String> text = claim.flatMap(KubernetesAdopting::source);
    if (text.isEmpty()) {
      return;
    }
    String name = StaticObjects.volumeName(record.spec());
    Optional<PersistentVolume> known = volumes.find(name);
    if (known.isEmpty()) {
      StaticVolumeSpec source = StaticSource.read(place.api().json(), text.get());
      volumes.create(
          StaticObjects.volume(
              place,
              record.key(),
              record.spec(),
              source,
              classes.driver(source.driver()).staticUse()));
      Optional<PersistentVolumeClaim> still = mine(record);
      if (still.isEmpty()) {
        // It was deleted meanwhile, and whoever deleted it saw no PersistentVolume yet.
        disconnect(record);
      } else {
        claims.connected(still.get(), name);
      }
    } else if (!StaticObjects.isOf(known.get(), record.spec())) {
      throw conflict(record, "something else is called " + name, "delete it by hand");
    }
  }

  private static Optional<String> source(PersistentVolumeClaim claim) {
    return Optional.ofNullable(Marks.annotation(claim, Marks.SOURCE_DATA));
  }

  /** The record's claim, unless it goes. */
  private Optional<PersistentVolumeClaim> mine(VolumeRecord record) {
    return claims
        .claim(record.key())
        .filter(claim -> claim.getMetadata().getDeletionTimestamp() == null)
        .filter(
            claim ->
                claims
                    .record(claim)
                    .filter(r -> r.spec().id().equals(record.spec().id()))
                    .isPresent());
  }

  @Override
  public void disconnect(VolumeRecord record) {
    for (int attempt = 0; attempt < MOST_LOOKS; attempt++) {
      if (disconnected(record)) {
        return;
      }
    }
    throw conflict(record, "its PersistentVolume changes all the time", "try again");
  }

  /** False when it changed meanwhile: the controller that binds it writes its status. */
  private boolean disconnected(VolumeRecord record) {
    Optional<PersistentVolume> volume =
        volumes
            .find(StaticObjects.volumeName(record.spec()))
            .filter(known -> StaticObjects.isOf(known, record.spec()));
    if (volume.isEmpty()) {
      return true;
    }
    String policy = volume.get().getSpec().getPersistentVolumeReclaimPolicy();
    if (!StaticObjects.RETAIN.equals(policy)) {
      throw conflict(
          record,
          "somebody changed the policy of its PersistentVolume to "
              + policy
              + ", so that its data would go with its claim",
          "put it back to Retain, or release the volume");
    }
    return volumes.delete(volume.get());
  }

  private ConflictException conflict(VolumeRecord record, String why, String hint) {
    return new ConflictException(
        place
            .api()
            .errors()
            .problem("adopt", record.resource())
            .because(why)
            .hint(hint + ": persistentvolume " + StaticObjects.volumeName(record.spec())));
  }
}
