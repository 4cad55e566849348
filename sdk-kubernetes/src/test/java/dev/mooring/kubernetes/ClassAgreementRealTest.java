package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.admin.ClassReport;
import dev.mooring.kubernetes.BrokenClass.Driver;
import dev.mooring.kubernetes.BrokenClass.Part;
import dev.mooring.kubernetes.BrokenClass.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What our check of a class says, the driver says too, and the other way round: each required key
 * is taken away from a class that works, and both are asked. Where a driver finds it late or never,
 * that is written here, and fails once the driver begins to look.
 */
@Tag("real")
class ClassAgreementRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  @AutoClose
  private static final StorageClient STORAGE =
      Cluster.client(Kubernetes.standard().namespace(NAMESPACE.name()), "acme");

  @AfterAll
  static void nothingIsLeft() {
    assertThat(NAMESPACE.admin().persistentVolumes().list().getItems())
        .noneMatch(
            pv ->
                pv.getSpec().getClaimRef() != null
                    && pv.getSpec().getClaimRef().getNamespace().equals(NAMESPACE.name()));
  }

  static Stream<BrokenClass> classes() {
    return Stream.of(
            List.of(
                whole(Driver.RBD),
                parameter(Driver.RBD, "clusterID"),
                parameter(Driver.RBD, "pool"),
                key(Driver.RBD, "userID", Stage.PROVISION),
                key(Driver.RBD, "userKey", Stage.PROVISION),
                use(Driver.RBD, "provisioner", Stage.PROVISION),
                use(Driver.RBD, "node-stage", Stage.MOUNT),
                use(Driver.RBD, "controller-expand", Stage.GROWTH)),
            List.of(
                whole(Driver.CEPHFS),
                parameter(Driver.CEPHFS, "clusterID"),
                parameter(Driver.CEPHFS, "fsName"),
                key(Driver.CEPHFS, "adminID", Stage.PROVISION),
                key(Driver.CEPHFS, "adminKey", Stage.PROVISION),
                use(Driver.CEPHFS, "provisioner", Stage.PROVISION),
                use(Driver.CEPHFS, "node-stage", Stage.MOUNT),
                use(Driver.CEPHFS, "controller-expand", Stage.GROWTH)),
            List.of(
                whole(Driver.JUICEFS),
                // It binds whatever the Secret says, and finds out when a pod is there.
                key(Driver.JUICEFS, "name", Stage.MOUNT),
                key(Driver.JUICEFS, "metaurl", Stage.MOUNT),
                use(Driver.JUICEFS, "node-publish", Stage.MOUNT),
                use(Driver.JUICEFS, "controller-expand", Stage.GROWTH),
                // Deleting such a volume keeps its bytes without a word.
                use(Driver.JUICEFS, "provisioner", Stage.NEVER)),
            List.of(
                whole(Driver.NFS),
                parameter(Driver.NFS, "server"),
                // It makes the directory in the server's root, and finds out when a pod is there.
                new BrokenClass(Driver.NFS, Part.PARAMETER, "share", Stage.MOUNT)),
            // Nothing is required of Longhorn.
            List.of(whole(Driver.LONGHORN)))
        .flatMap(List::stream);
  }

  private static BrokenClass whole(Driver driver) {
    return new BrokenClass(driver, Part.NOTHING, "", Stage.NEVER);
  }

  private static BrokenClass parameter(Driver driver, String name) {
    return new BrokenClass(driver, Part.PARAMETER, name, Stage.PROVISION);
  }

  private static BrokenClass key(Driver driver, String name, Stage fails) {
    return new BrokenClass(driver, Part.KEY, name, fails);
  }

  private static BrokenClass use(Driver driver, String word, Stage fails) {
    return new BrokenClass(driver, Part.USE, word, fails);
  }

  @ParameterizedTest
  @MethodSource("classes")
  void the_driver_and_the_check_agree(BrokenClass broken) {
    try (TriedClass tried = TriedClass.of(NAMESPACE, STORAGE, broken)) {
      ClassReport report = STORAGE.admin().storageClasses().validate(tried.name());
      if (broken.part() == Part.NOTHING) {
        assertThat(report.violations()).isEmpty();
      } else {
        assertThat(report.violations()).isNotEmpty();
        assertThat(report.violations())
            .allSatisfy(v -> assertThat(v.toString()).contains(broken.key()));
      }
      assertThat(tried.run(broken.fails())).as(broken.toString()).isEqualTo(broken.fails());
    }
  }
}
