package dev.mooring.kubernetes;

import dev.mooring.StorageClient;
import dev.mooring.admin.ClassReport;
import dev.mooring.admin.ClassSecret;
import dev.mooring.admin.StorageClasses;
import dev.mooring.error.StorageException;
import dev.mooring.kubernetes.csi.JuiceFsClass;
import dev.mooring.secret.Secret;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the administrator's verbs over storage classes, and tells which failed and how. */
final class ClassVerbs implements AutoCloseable {
  private final StorageClasses classes;
  private final TestNamespace namespace;
  private final List<String> names = new ArrayList<>();

  /** Makes one class, which later runs check and whose Secret they change. */
  ClassVerbs(StorageClient storage, TestNamespace namespace) {
    this.classes = storage.admin().storageClasses();
    this.namespace = namespace;
    ClassReport report = classes.plan(draft("standing", "first")).apply();
    if (!report.isSound()) {
      throw new AssertionError(report.violations());
    }
  }

  /** Whether a right is one over classes, not one that makes namespaces. */
  static boolean isAboutClasses(Triple triple) {
    return triple.resource().endsWith("classes");
  }

  /** Makes a class of this name, checks the one that stands, and gives its Secret a new value. */
  Map<String, StorageException> run(String suffix) {
    Map<String, StorageException> failed = new LinkedHashMap<>();
    attempt(failed, "make a class", () -> classes.plan(draft(suffix, "x")).apply());
    attempt(failed, "check a class", () -> classes.validate(name("standing")));
    attempt(failed, "change a Secret", () -> classes.plan(draft("standing", suffix)).apply());
    return failed;
  }

  private static void attempt(Map<String, StorageException> failed, String verb, Runnable work) {
    try {
      work.run();
    } catch (StorageException e) {
      failed.put(verb, e);
    }
  }

  private String name(String suffix) {
    return namespace.name() + "-" + suffix;
  }

  private JuiceFsClass draft(String suffix, String value) {
    names.add(name(suffix));
    return JuiceFsClass.named(name(suffix))
        .secret(
            ClassSecret.named(namespace.name(), "of-" + suffix)
                .with("name", Secret.of(value))
                .with("metaurl", Secret.of("redis://nowhere")));
  }

  @Override
  public void close() {
    for (String name : names) {
      namespace.admin().storage().v1().storageClasses().withName(name).delete();
      GenericKubernetesResource snapshotClass =
          namespace
              .admin()
              .genericKubernetesResources("snapshot.storage.k8s.io/v1", "VolumeSnapshotClass")
              .withName(name)
              .get();
      if (snapshotClass != null) {
        namespace.admin().resource(snapshotClass).delete();
      }
    }
  }
}
