package dev.mooring.cli.internal.demo;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.Difference;
import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.instance.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a demonstration makes, to be removed again: also that of one that was interrupted.
 *
 * @param storage the client
 * @param region where, or null for the default region
 * @param limit the longest wait for each thing
 */
record Leftovers(StorageClient storage, @Nullable String region, Duration limit) {
  static final String DRIVE = "mooring-demo";
  static final String FIRST = "mooring-demo-a";
  static final String SECOND = "mooring-demo-b";
  private static final String LABEL = "made-by";
  private static final List<String> INSTANCES = List.of(FIRST, SECOND);

  /** The label that tells a drive of the demonstration from a user's. */
  static String label() {
    return LABEL;
  }

  /** Removes everything, and returns what there was. */
  List<String> remove() {
    List<String> removed = new ArrayList<>();
    Optional<CloudDrive> drive = storage.cloudDrives().find(DRIVE);
    drive.ifPresent(this::checkOurs);
    for (String name : INSTANCES) {
      Optional<Instance> instance = storage.instances().find(name);
      instance.ifPresent(
          found -> {
            found.stop();
            removed.add("instance/" + name);
          });
      detach(name);
    }
    drive.ifPresent(
        found -> {
          found.refresh().purge().await(limit);
          removed.add(found.ref().toString());
        });
    return removed;
  }

  /** Detaches everything from an instance. */
  void detach(String instance) {
    storage.attachments().of(Target.instance(instance).region(region)).detachAll().await(limit);
  }

  /** A drive of this name that somebody else made is not ours to delete. */
  private void checkOurs(CloudDrive drive) {
    if (!DRIVE.equals(drive.labels().entries().get(LABEL))) {
      throw new AlreadyExistsException(
          Problem.tried("run the demo with")
              .on(drive.ref().toString())
              .because("a drive of this name exists that is not the demo's")
              .hint("run the demo with another account: --account demo"),
          drive.id().value(),
          List.of(new Difference("labels." + LABEL, "not set", DRIVE)));
    }
  }

  /**
   * Checks that nothing is left.
   *
   * @throws InternalException when something is
   */
  void checkNothing() {
    List<String> left = new ArrayList<>();
    storage.cloudDrives().find(DRIVE).ifPresent(drive -> left.add(drive.ref().toString()));
    for (String name : INSTANCES) {
      storage.instances().find(name).ifPresent(instance -> left.add("instance/" + name));
      storage
          .attachments()
          .of(Target.instance(name).region(region))
          .list()
          .forEach(attachment -> left.add(attachment.volume() + " on " + attachment.target()));
    }
    if (!left.isEmpty()) {
      throw new InternalException(
          Problem.tried("clean up after the demo")
              .because("this is left: " + String.join(", ", left))
              .hint("run mooring demo again"));
    }
  }
}
