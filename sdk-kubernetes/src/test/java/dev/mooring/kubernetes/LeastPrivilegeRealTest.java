package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.describe.Finding;
import dev.mooring.describe.VolumeDescription;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.StorageException;
import dev.mooring.profile.Availability;
import dev.mooring.region.Probe;
import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Takes the rights of the published role away, one by one: somebody must miss each of them and say
 * which it is, and nobody may fail in another way. A right that nobody misses does not belong into
 * the file.
 */
@Tag("real")
class LeastPrivilegeRealTest {
  /** Servers before Kubernetes 1.35 do not ask for it; on those this test sees to that. */
  private static final Triple NEWER_EXEC = new Triple("", "pods/exec", "create");

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final Map<String, String> table = new TreeMap<>();

  @AfterAll
  static void clean() {
    NAMESPACE.bindRole();
    Triple.of(TestNamespace.rules("role.yaml"))
        .forEach(triple -> NAMESPACE.untilAllowed(triple, NAMESPACE.name(), true));
    try (StorageClient storage = client()) {
      Verbs.clean(storage, NAMESPACE);
      assertThat(storage.cloudDrives().list()).isEmpty();
      assertThat(storage.attachments().list()).isEmpty();
    }
  }

  private static StorageClient client() {
    return Cluster.client(Cluster.backend(NAMESPACE), "acme");
  }

  @Test
  void each_right_of_the_role_is_missed_by_name() throws InterruptedException {
    List<PolicyRule> rules = TestNamespace.rules("role.yaml");
    List<Triple> triples = Triple.of(rules);
    assertThat(triples).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    assertThat(triples).noneMatch(triple -> triple.toString().contains("*"));
    try (StorageClient storage = client()) {
      Verbs.prepare(storage, NAMESPACE);
      assertThat(Verbs.run(storage, "all")).as("with all rights").isEmpty();
    }
    for (int i = 0; i < triples.size(); i++) {
      Triple taken = triples.get(i);
      NAMESPACE.bindRole(taken.takenFrom(rules));
      if (i > 0) {
        NAMESPACE.untilAllowed(triples.get(i - 1), NAMESPACE.name(), true);
      }
      NAMESPACE.untilAllowed(taken, NAMESPACE.name(), false);
      without(taken, "t" + i);
    }
    table.forEach((right, missed) -> System.out.printf("%-32s missed by %s%n", right, missed));
    System.out.println(
        "least privilege: " + triples.size() + " rights of role.yaml taken away, one by one");
  }

  private void without(Triple taken, String suffix) throws InterruptedException {
    try (StorageClient storage = client()) {
      Map<String, StorageException> failed = Verbs.run(storage, suffix);
      assertThat(failed.values())
          .as("who fails without %s: %s", taken, failed.keySet())
          .allSatisfy(
              e ->
                  assertThat(e)
                      .isInstanceOf(AccessDeniedException.class)
                      .hasMessageContaining(taken.refusal()));
      assertThat(storage.regions().check())
          .as("config check")
          .filteredOn(line -> line.name().equals(taken.probe()))
          .singleElement()
          .satisfies(line -> assertThat(line.outcome()).isNotEqualTo(Probe.Outcome.OK))
          .satisfies(line -> assertThat(line.detail()).contains("role.yaml"));
      if (taken.equals(NEWER_EXEC) && !asksForCreate()) {
        assertThat(failed).as("this server does not ask for %s", taken).isEmpty();
        table.put(taken.toString(), "nobody here: Kubernetes 1.35 and newer ask for it");
        return;
      }
      assertThat(failed).as("a right that nobody misses: %s", taken).isNotEmpty();
      table.put(taken.toString(), String.join(", ", failed.keySet()));
    }
  }

  @Test
  void each_right_of_the_cluster_role_is_missed_by_the_diagnosis_alone() {
    List<PolicyRule> rules = TestNamespace.rules("clusterrole-read.yaml");
    List<Triple> triples = Triple.of(rules);
    assertThat(triples).isNotEmpty().doesNotHaveDuplicates();
    mountDescribed();
    Seen all = Seen.of();
    assertThat(all.availability).isEqualTo(Availability.State.AVAILABLE);
    assertThat(all.absentDriver).isEqualTo(Availability.State.UNAVAILABLE);
    assertThat(all.unreadable).isEmpty();
    Triple before = null;
    for (Triple taken : triples) {
      NAMESPACE.bindClusterRole(taken.takenFrom(rules));
      if (before != null) {
        NAMESPACE.untilAllowed(before, "", true);
      }
      NAMESPACE.untilAllowed(taken, "", false);
      before = taken;
      Seen seen = Seen.of();
      assertThat(seen).as("a right that nobody misses: %s", taken).isNotEqualTo(all);
      assertThat(
              seen.absentDriver == Availability.State.UNKNOWN
                  || !seen.unreadable.isEmpty()
                  || taken.group().equals("snapshot.storage.k8s.io")
                  || taken.resource().equals("csistoragecapacities"))
          .as("%s is told: %s", taken, seen)
          .isTrue();
      System.out.printf("%-32s missed by the diagnosis: %s%n", taken, seen);
    }
    NAMESPACE.bindClusterRole(rules);
    NAMESPACE.untilAllowed(triples.get(triples.size() - 1), "", true);
    System.out.println(
        "least privilege: " + triples.size() + " rights of clusterrole-read.yaml taken away");
  }

  @Test
  void each_right_of_the_administrator_is_missed() {
    List<Triple> admin = Triple.of(TestNamespace.rules("clusterrole-admin.yaml"));
    List<Triple> role = Triple.of(TestNamespace.rules("role.yaml"));
    assertThat(admin).doesNotHaveDuplicates();
    List<Triple> more =
        admin.stream()
            .filter(triple -> !role.contains(triple) && !ClassVerbs.isAboutClasses(triple))
            .filter(triple -> !AuditRealTest.RIGHTS.contains(triple))
            .toList();
    assertThat(more)
        .as("beside the rules of role.yaml, of classes and of audits, which other tests take away")
        .containsExactlyInAnyOrder(
            new Triple("", "namespaces", "get"), new Triple("", "namespaces", "create"));
    assertThat(admin.stream().filter(ClassVerbs::isAboutClasses)).hasSize(4);
    assertThat(admin).containsAll(AuditRealTest.RIGHTS);
    String fresh = NAMESPACE.name() + "-new";
    Kubernetes backend = Cluster.backend(NAMESPACE).namespace(fresh).createNamespace(true);
    try (StorageClient storage = Cluster.client(backend, "acme")) {
      for (Triple taken : more) {
        NAMESPACE.bindClusterRole(taken.takenFrom(TestNamespace.rules("clusterrole-admin.yaml")));
        NAMESPACE.untilAllowed(taken, "", false);
        more.stream()
            .filter(other -> !other.equals(taken))
            .forEach(other -> NAMESPACE.untilAllowed(other, "", true));
        if (taken.verb().equals("get")) {
          assertThat(namespaceLine(storage, fresh)).contains("may not read it");
        } else {
          assertThat(namespaceLine(storage, fresh)).contains("made with the first volume");
          assertThatThrownBy(() -> storage.cloudDrives().create("first", d -> d.size(gb(1))))
              .isInstanceOf(AccessDeniedException.class)
              .hasMessageContaining(taken.refusal());
        }
      }
      NAMESPACE.bindClusterRole(TestNamespace.rules("clusterrole-admin.yaml"));
      more.forEach(triple -> NAMESPACE.untilAllowed(triple, "", true));
      storage.cloudDrives().create("first", d -> d.size(gb(1)));
      assertThat(namespaceLine(storage, fresh)).contains("exists");
      storage.cloudDrives().named("first").delete().await(Eventually.PATIENCE);
    } finally {
      NAMESPACE.admin().namespaces().withName(fresh).delete();
      NAMESPACE.bindClusterRole(TestNamespace.rules("clusterrole-read.yaml"));
    }
    System.out.println(
        "least privilege: "
            + more.size()
            + " rights of clusterrole-admin.yaml taken away; its others are those of role.yaml");
  }

  @Test
  void each_right_over_storage_classes_is_missed_by_name() {
    List<PolicyRule> admin = TestNamespace.rules("clusterrole-admin.yaml");
    List<PolicyRule> secrets = TestNamespace.rules("role-secrets.yaml");
    List<Triple> ofClasses = Triple.of(admin).stream().filter(ClassVerbs::isAboutClasses).toList();
    List<Triple> ofSecrets = Triple.of(secrets);
    assertThat(ofSecrets).hasSize(3);
    NAMESPACE.bindClusterRole(admin);
    NAMESPACE.bindRole(secrets);
    try (StorageClient storage = client();
        ClassVerbs verbs = new ClassVerbs(storage, NAMESPACE)) {
      ofClasses.forEach(triple -> NAMESPACE.untilAllowed(triple, "", true));
      ofSecrets.forEach(triple -> NAMESPACE.untilAllowed(triple, NAMESPACE.name(), true));
      assertThat(verbs.run("all")).as("with all rights").isEmpty();
      for (Triple taken : ofClasses) {
        NAMESPACE.bindClusterRole(taken.takenFrom(admin));
        NAMESPACE.untilAllowed(taken, "", false);
        missed(taken, verbs);
        NAMESPACE.bindClusterRole(admin);
        NAMESPACE.untilAllowed(taken, "", true);
      }
      for (Triple taken : ofSecrets) {
        NAMESPACE.bindRole(taken.takenFrom(secrets));
        NAMESPACE.untilAllowed(taken, NAMESPACE.name(), false);
        missed(taken, verbs);
        NAMESPACE.bindRole(secrets);
        NAMESPACE.untilAllowed(taken, NAMESPACE.name(), true);
      }
    } finally {
      NAMESPACE.bindRole();
      NAMESPACE.bindClusterRole(TestNamespace.rules("clusterrole-read.yaml"));
    }
    System.out.println(
        "least privilege: "
            + (ofClasses.size() + ofSecrets.size())
            + " rights over storage classes taken away, one by one");
  }

  private static void missed(Triple taken, ClassVerbs verbs) {
    Map<String, StorageException> failed = verbs.run(taken.resource() + "-" + taken.verb());
    assertThat(failed).as("a right that nobody misses: %s", taken).isNotEmpty();
    assertThat(failed.values())
        .as("who fails without %s: %s", taken, failed.keySet())
        .allSatisfy(
            e ->
                assertThat(e)
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining(taken.refusal()));
    System.out.printf("%-32s missed by %s%n", taken, String.join(", ", failed.keySet()));
  }

  /** What no node has needs no node to be looked at. */
  private static void mountDescribed() {
    try (StorageClient storage = client()) {
      storage
          .instances()
          .launch("looker", mounts -> mounts.createDrive("described", gb(1), "/w"))
          .await(Eventually.PATIENCE);
    }
  }

  private static String namespaceLine(StorageClient storage, String namespace) {
    return storage.regions().check().stream()
        .filter(line -> line.name().equals("namespace " + namespace))
        .map(Probe::detail)
        .findFirst()
        .orElseThrow();
  }

  /**
   * What a client can say of profiles before it creates anything.
   *
   * @param availability of a profile that can be had
   * @param absentDriver of one whose driver is not there
   * @param unreadable the kinds that the description of a drive could not show
   * @param lacking what {@code config check} is not content with
   */
  private record Seen(
      Availability.State availability,
      Availability.State absentDriver,
      Set<String> unreadable,
      List<String> lacking) {
    static Seen of() {
      try (StorageClient storage = client()) {
        return new Seen(
            state(storage, "block"),
            state(storage, "absent"),
            unreadable(storage),
            storage.regions().check().stream()
                .filter(line -> line.outcome() != Probe.Outcome.OK)
                .map(Probe::name)
                .filter(name -> name.startsWith("right to"))
                .toList());
      }
    }

    private static Set<String> unreadable(StorageClient storage) {
      VolumeDescription described = storage.cloudDrives().named("described").describe();
      Stream<String> kinds =
          described.findings().stream()
              .filter(finding -> finding.sight() == Finding.Sight.UNREADABLE)
              .map(Finding::kind);
      return Stream.concat(kinds, described.health().unseen().stream()).collect(Collectors.toSet());
    }

    private static Availability.State state(StorageClient storage, String profile) {
      return storage.profiles().list(Cluster.REGION).stream()
          .filter(offer -> offer.name().equals(profile))
          .map(offer -> offer.availability().state())
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean asksForCreate() {
    var version = NAMESPACE.admin().getKubernetesVersion();
    return Integer.parseInt(version.getMinor().replaceAll("\\D", "")) >= 35;
  }
}
