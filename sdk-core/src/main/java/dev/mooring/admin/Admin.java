package dev.mooring.admin;

/**
 * What administrators do. It needs rights of its own, which {@code docs/kubernetes.md} lists.
 * Thread-safe.
 */
public interface Admin {
  /**
   * The storage classes of the default region: as configured, else home, else the only one.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no default region
   * @throws dev.mooring.error.UnsupportedException when its backend has no storage classes
   */
  StorageClasses storageClasses();

  /**
   * The storage classes of a region.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no such region, with the
   *     nearest names
   * @throws dev.mooring.error.UnsupportedException when its backend has no storage classes
   */
  StorageClasses storageClasses(String region);
}
