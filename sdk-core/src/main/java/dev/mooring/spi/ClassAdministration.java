package dev.mooring.spi;

import dev.mooring.admin.ClassManifest;
import dev.mooring.admin.ClassReport;
import dev.mooring.admin.StorageClassSpec;

/** Makes and checks the classes that profiles name. Every method may be repeated. Thread-safe. */
public interface ClassAdministration extends Ability {
  /**
   * The objects of a class as text. Asks no cluster.
   *
   * @throws dev.mooring.error.InvalidRequestException with everything that is missing or
   *     contradictory
   */
  ClassManifest render(StorageClassSpec spec);

  /**
   * What applying a class would change, and what stands against it; changes nothing. What stands
   * against it is a violation of the answer, not an exception.
   */
  ClassReview review(StorageClassSpec spec);

  /**
   * Makes what is missing of a class that was reviewed. Leaves alone what is there and the same.
   *
   * @throws dev.mooring.error.ConflictException when something else got there since the review
   */
  void apply(StorageClassSpec spec);

  /**
   * Checks a class that is there; changes nothing.
   *
   * @throws dev.mooring.error.NotFoundException when there is no such class
   */
  ClassReport validate(String name);
}
