package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.admin.Audit;
import dev.mooring.admin.AuditBlindSpot;
import dev.mooring.admin.AuditFinding;
import dev.mooring.admin.AuditKind;
import dev.mooring.admin.AuditReport;
import dev.mooring.admin.AuditRequest;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
class AuditRealTest {
  /** What clusterrole-admin.yaml grants for audits alone. */
  static final List<Triple> RIGHTS =
      List.of(
          new Triple("", "persistentvolumes", "list"),
          new Triple("snapshot.storage.k8s.io", "volumesnapshotcontents", "list"));

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private static List<PolicyRule> withAudits() {
    List<PolicyRule> rules = new ArrayList<>(TestNamespace.rules("clusterrole-read.yaml"));
    rules.addAll(Triple.rules(RIGHTS));
    return rules;
  }

  private static void grant(List<PolicyRule> rules, List<Triple> granted) {
    NAMESPACE.bindClusterRole(rules);
    RIGHTS.forEach(right -> NAMESPACE.untilAllowed(right, "", granted.contains(right)));
  }

  private static Audit audit(StorageClient storage) {
    return storage.admin().audit(AuditRequest.everywhere().staleAfter(Duration.ZERO));
  }

  @Test
  void planted_orphans_are_found_and_only_what_is_told_changes() {
    grant(withAudits(), RIGHTS);
    try (StorageClient storage = Cluster.client(Cluster.backend(NAMESPACE), "acme");
        StorageClient other = Cluster.client(Cluster.backend(NAMESPACE), "other");
        PlantedOrphans planted = new PlantedOrphans(NAMESPACE, storage)) {
      storage.cloudDrives().create("well", d -> d.size(gb(1))).await(Eventually.PATIENCE);
      assertThat(audit(storage).report().findings()).as("nothing is planted yet").isEmpty();
      planted.plant();

      Map<String, String> before = planted.versions();
      Audit audit = audit(storage);
      assertThat(planted.versions()).as("an audit changes nothing").isEqualTo(before);
      audit.report().findings().forEach(finding -> System.out.println("audit: " + finding));
      assertThat(lines(audit.report())).isEqualTo(planted.lines());
      assertThat(finding(audit, AuditKind.STUCK_DELETION).action().words())
          .contains("whoever set example.com/hold");
      assertThat(audit.report().unseen())
          .as("no API lists images")
          .extracting(AuditBlindSpot::what)
          .contains("images")
          .doesNotContain("persistentvolumes", "volumesnapshotcontents");
      assertThat(lines(audit(other).report()))
          .as("another account in the namespace sees what is nobody's, and nothing of this one")
          .containsExactlyInAnyOrder("foreign pvc/somebodys");

      apply(planted, audit);
      withoutRights(storage);
    } finally {
      NAMESPACE.bindClusterRead();
    }
  }

  private static void apply(PlantedOrphans planted, Audit audit) {
    assertThatThrownBy(() -> audit.apply(finding(audit, AuditKind.DATA_WITHOUT_RECORD).id()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("kubectl patch pv");
    Map<String, String> before = planted.versions();
    AuditFinding lost = finding(audit, AuditKind.MISSING_VOLUME);
    audit.apply(lost.id());
    Map<String, String> after = planted.versions();
    assertThat(before.entrySet())
        .filteredOn(entry -> !after.entrySet().contains(entry))
        .as("what one item changed")
        .singleElement()
        .satisfies(entry -> assertThat(entry.getKey()).startsWith("ConfigMap target-"));
    assertThat(before.keySet()).containsAll(after.keySet());
    assertThatThrownBy(() -> audit.apply(lost.id())).isInstanceOf(ConflictException.class);

    audit.apply(finding(audit, AuditKind.STALE_RESERVATION).id());

    AuditFinding snapshot = finding(audit, AuditKind.RECORD_WITHOUT_DATA, "volumesnapshot/");
    planted.touchSnapshot();
    assertThatThrownBy(() -> audit.apply(snapshot.id()))
        .as("it has another resourceVersion now")
        .isInstanceOf(ConflictException.class);
    assertThat(planted.hasSnapshot()).isTrue();

    AuditFinding claim = finding(audit, AuditKind.RECORD_WITHOUT_DATA, "pvc/");
    assertThatThrownBy(() -> audit.apply(claim.id()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("from a copy of it");
    planted.bringBack();
  }

  private static void withoutRights(StorageClient storage) {
    Audit again = audit(storage);
    again.apply(finding(again, AuditKind.RECORD_WITHOUT_DATA, "volumesnapshot/").id());
    Set<String> seen = lines(audit(storage).report());
    assertThat(seen).noneMatch(line -> line.contains("volumesnapshot/"));
    List<PolicyRule> all = withAudits();
    for (Triple taken : RIGHTS) {
      grant(taken.takenFrom(all), RIGHTS.stream().filter(right -> !right.equals(taken)).toList());
      AuditReport report = audit(storage).report();
      assertThat(report.unseen())
          .as("a right that nobody misses: %s", taken)
          .filteredOn(spot -> spot.what().equals(taken.resource()))
          .singleElement()
          .satisfies(spot -> assertThat(spot.words()).contains("clusterrole-admin.yaml"));
      assertThat(seen).containsAll(lines(report));
      System.out.println("without " + taken + ": " + report.unseen());
    }
  }

  private static AuditFinding finding(Audit audit, AuditKind kind) {
    return finding(audit, kind, "");
  }

  private static AuditFinding finding(Audit audit, AuditKind kind, String of) {
    return audit.report().findings().stream()
        .filter(finding -> finding.kind() == kind && finding.resource().startsWith(of))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> lines(AuditReport report) {
    return report.findings().stream()
        .map(finding -> finding.kind().word() + " " + finding.resource())
        .collect(Collectors.toSet());
  }
}
