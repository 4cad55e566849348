package dev.mooring.admin;

import dev.mooring.operation.Plan;

/**
 * The storage classes of a region, which its profiles name. Thread-safe.
 *
 * <pre>{@code
 * StorageClasses classes = storage.admin().storageClasses();
 * CephRbdClass fast =
 *     CephRbdClass.named("fast").clusterId("ceph").pool("nvme")
 *         .secret(ClassSecret.named("rook-ceph", "csi-rbd-provisioner"));
 * System.out.println(classes.render(fast).yaml()); // for review
 * classes.plan(fast).apply();
 * classes.validate("fast").violations();
 * }</pre>
 */
public interface StorageClasses {
  /**
   * The objects of a class as they would be applied, as text for review. Asks no cluster.
   *
   * @throws dev.mooring.error.InvalidRequestException with everything that is missing or
   *     contradictory, as the class's driver has it
   */
  ClassManifest render(StorageClassDraft<?> draft);

  /**
   * Plans to make the objects of a class; changes nothing. It costs nothing, so its cost has no
   * lines. Applying it may be repeated: what is there already, and the same, stays as it is. A
   * class or snapshot class of that name that differs is a violation, because classes cannot be
   * changed; so is a Secret that Mooring has not made. One that it has made gets its new values.
   *
   * @return the plan; applying it returns what {@link #validate} then finds
   */
  Plan<ClassReport> plan(StorageClassDraft<?> draft);

  /**
   * Checks a class that is there: what is missing or contradictory, in its parameters and, as far
   * as this client may read them, in its Secrets. Changes nothing, and never shows a value of a
   * Secret.
   *
   * @throws dev.mooring.error.NotFoundException when there is no such class
   * @throws dev.mooring.error.InvalidRequestException when no class can have that name
   */
  ClassReport validate(String name);
}
