package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationType;
import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Runs the verbs of the SDK, as users call them, and tells which failed and how. {@link #prepare}
 * makes what those verbs are about that only look.
 */
final class Verbs {
  private static final Duration PATIENCE = Eventually.PATIENCE;
  private static final List<Target> WORKLOADS =
      List.of(Target.deployment("api"), Target.cluster("set"), Target.job("batch"));

  private static final Target BUSY = Target.deployment("busy");

  private final StorageClient storage;
  private final Map<String, StorageException> failed = new LinkedHashMap<>();

  private Verbs(StorageClient storage) {
    this.storage = storage;
  }

  /**
   * Makes a running instance, three workloads with a drive each, a drive that waits, and a
   * detachment that waits for a pod.
   */
  static void prepare(StorageClient storage, TestNamespace namespace) {
    Launch runner =
        storage
            .attachments()
            .to(Target.instance("runner"))
            .createDrive("running", gb(1), "/workspace")
            .plan()
            .apply();
    storage.instances().launch(runner).await(PATIENCE);
    for (Target workload : WORKLOADS) {
      storage
          .attachments()
          .to(workload)
          .createDrive("of-" + workload.name(), gb(1), "/data")
          .plan()
          .apply();
    }
    storage.cloudDrives().create("waiting", d -> d.size(gb(1)).profile("absent"));
    Launch busy =
        storage.attachments().to(BUSY).createDrive("of-busy", gb(1), "/data").plan().apply();
    Pod user = KubernetesMounts.of(busy).addTo(controlled(namespace));
    namespace.admin().pods().inNamespace(namespace.name()).resource(user).create();
    if (storage.attachments().of(BUSY).detachAll().state().ended()) {
      throw new AssertionError("nothing to wait for");
    }
  }

  /** A pod as a workload's controller makes them; its owner is any object that is there. */
  private static Pod controlled(TestNamespace namespace) {
    ConfigMap owner =
        namespace
            .admin()
            .configMaps()
            .inNamespace(namespace.name())
            .withName("kube-root-ca.crt")
            .waitUntilCondition(map -> map != null, PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return new PodBuilder(Cluster.pod("busy", "node-a", List.of("sleep", "infinity")))
        .editMetadata()
        .addNewOwnerReference()
        .withApiVersion("v1")
        .withKind("ConfigMap")
        .withName(owner.getMetadata().getName())
        .withUid(owner.getMetadata().getUid())
        .withController(true)
        .endOwnerReference()
        .endMetadata()
        .build();
  }

  /** Runs them all; what they make gets this suffix. */
  static Map<String, StorageException> run(StorageClient storage, String suffix)
      throws InterruptedException {
    Verbs verbs = new Verbs(storage);
    Waiting drive = new Waiting(() -> storage.cloudDrives().named("waiting").await(PATIENCE));
    Waiting detachment =
        new Waiting(
            () ->
                storage
                    .operations()
                    .running()
                    .filter(o -> o.type() == OperationType.DETACH)
                    .filter(o -> o.id().name().equals(BUSY.name()))
                    .findFirst()
                    .orElseThrow()
                    .await(PATIENCE));
    verbs.look();
    verbs.work(suffix);
    verbs.attempt("wait for a drive", drive::end);
    verbs.attempt("wait for a detachment", detachment::end);
    return verbs.failed;
  }

  /** A wait for what never comes, on a thread of its own. */
  private static final class Waiting {
    private final FutureTask<Object> task;
    private final Thread thread;

    Waiting(Callable<Object> wait) {
      task = new FutureTask<>(wait);
      thread = new Thread(task, "waits for what never comes");
      thread.start();
    }

    /** Ends it, and throws how it failed before that. */
    void end() throws InterruptedException {
      thread.interrupt();
      try {
        throw new AssertionError("it came: " + task.get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof StorageException ours)) {
          throw new AssertionError("no error of the SDK", e.getCause());
        }
        if (!(ours instanceof CancelledException)) {
          throw ours;
        }
      }
    }
  }

  /** Verbs that change nothing; each runs whatever became of the others. */
  private void look() {
    attempt("drive", () -> storage.cloudDrives().named("running"));
    attempt("list", () -> storage.cloudDrives().list().forEach(seen -> {}));
    attempt(
        "plan", () -> storage.cloudDrives().plan(CreateDrive.named("planned").size(gb(1))).cost());
    attempt("quotas", () -> storage.regions().quotas(Cluster.REGION));
    attempt("attachments", () -> storage.attachments().list().forEach(seen -> {}));
    for (Target workload : WORKLOADS) {
      attempt(
          "attachments of " + workload.kind().word(),
          () -> storage.attachments().of(workload).list());
    }
    attempt("operations", () -> storage.operations().running().forEach(seen -> {}));
    attempt("instances", () -> storage.instances().list().forEach(seen -> {}));
    attempt("instance", () -> storage.instances().named("runner"));
    attempt("exec", () -> storage.instances().named("runner").exec("true"));
    attempt("recover", storage::recover);
  }

  /** The main job, until a step fails. */
  private void work(String suffix) {
    String drive = "made-" + suffix;
    Target target = Target.instance("by-" + suffix);
    boolean began =
        attempt("create", () -> storage.cloudDrives().create(drive, d -> d.size(gb(1))))
            && attempt("await", () -> storage.cloudDrives().named(drive).await(PATIENCE))
            && attempt(
                "snapshot", () -> storage.cloudDrives().named(drive).snapshot("s").await(PATIENCE))
            && attempt(
                "delete a snapshot",
                () ->
                    storage
                        .cloudDrives()
                        .named(drive)
                        .snapshots()
                        .forEach(snapshot -> snapshot.delete().await(PATIENCE)))
            && attempt(
                "attach",
                () -> storage.attachments().to(target).mount(drive, "/workspace").plan().apply())
            && attempt(
                "launch",
                () ->
                    storage
                        .instances()
                        .launch(storage.attachments().of(target).launch().orElseThrow())
                        .await(PATIENCE));
    boolean unused =
        began
            && attempt("exec", () -> storage.instances().named(target.name()).exec("true"))
            && attempt("stop", () -> storage.instances().named(target.name()).stop())
            && attempt("detach", () -> storage.attachments().of(target).detachAll().await(PATIENCE))
            && attempt("delete", () -> storage.cloudDrives().named(drive).delete().await(PATIENCE));
  }

  private boolean attempt(String name, Verb verb) {
    try {
      verb.run();
      return true;
    } catch (StorageException e) {
      failed.putIfAbsent(name, e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }

  private interface Verb {
    void run() throws InterruptedException;
  }

  /** Removes everything, with the rights to do so. */
  static void clean(StorageClient storage, TestNamespace namespace) {
    Cluster.remove(namespace, "busy");
    storage.recover();
    storage.instances().list().toList().forEach(Instance::stop);
    for (Target target : storage.attachments().list().map(a -> a.target()).distinct().toList()) {
      storage.attachments().of(target).detachAll().await(PATIENCE);
    }
    storage.snapshots().list().forEach(snapshot -> snapshot.delete().await(PATIENCE));
    List<? extends Operation<?>> deletions =
        storage.cloudDrives().list().map(drive -> drive.purge()).toList();
    deletions.forEach(deletion -> deletion.await(PATIENCE));
  }
}
