package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.admin.ClassReport;
import dev.mooring.admin.ClassSecret;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.csi.JuiceFsClass;
import dev.mooring.operation.Change;
import dev.mooring.operation.Warning;
import dev.mooring.secret.Secret;
import dev.mooring.spi.ClassAdministration;
import dev.mooring.spi.ClassReview;
import dev.mooring.spi.StorageBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassAdministrationTest {
  private static final String CLASSES = "/apis/storage.k8s.io/v1/storageclasses";
  private static final String SNAPSHOT_CLASSES =
      "/apis/snapshot.storage.k8s.io/v1/volumesnapshotclasses";
  private static final String SECRETS = "/api/v1/namespaces/storage/secrets";
  private static final String DRIVERS =
      "{\"kind\":\"CSIDriverList\",\"items\":[{\"metadata\":{\"name\":\"csi.juicefs.com\"}}]}";
  private static final JuiceFsClass SHARED =
      JuiceFsClass.named("shared")
          .secret(
              ClassSecret.named("storage", "juice")
                  .with("name", Secret.of("vol"))
                  .with("metaurl", Secret.of("redis://:MARKED@db")));

  private final ScriptedServer server;
  private final StorageBackend backend;
  private final ClassAdministration classes;

  ClassAdministrationTest(@TempDir Path folder) throws IOException {
    server = ScriptedServer.start();
    backend = server.connect(folder);
    classes = backend.ability(ClassAdministration.class).orElseThrow();
  }

  @AfterEach
  void close() {
    backend.close();
    server.close();
  }

  private static String use(String word) {
    return "\"csi.storage.k8s.io/%s-secret-name\":\"juice\",\"csi.storage.k8s.io/%s-secret-namespace\":\"storage\""
        .formatted(word, word);
  }

  private static String object(String more) {
    return "{\"metadata\":{\"name\":\"shared\"},\"provisioner\":\"csi.juicefs.com\",\"parameters\":{"
        + use("provisioner")
        + ","
        + use("node-publish")
        + more
        + "},\"allowVolumeExpansion\":true}";
  }

  private static String whole() {
    return object("," + use("controller-expand"));
  }

  private static String snapshotClass() {
    return "{\"metadata\":{\"name\":\"shared\"},\"driver\":\"csi.juicefs.com\",\"deletionPolicy\":\"Delete\","
        + "\"parameters\":{"
        + use("snapshotter")
        + "}}";
  }

  private static String secret(String label, String metaurl) {
    return "{\"metadata\":{\"name\":\"juice\",\"resourceVersion\":\"4\",\"labels\":{\"app.kubernetes.io/managed-by\":\"%s\"}},"
            .formatted(label)
        + "\"data\":{\"name\":\"%s\",\"metaurl\":\"%s\",\"kept\":\"eA==\"}}"
            .formatted(encoded("vol"), encoded(metaurl));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_class_whose_growth_would_hang_is_found() {
    server
        .then(200, object(""))
        .then(200, secret("mooring", "redis://:MARKED@db"))
        .then(200, DRIVERS);

    ClassReport report = classes.validate("shared");

    assertThat(report.isSound()).isFalse();
    assertThat(report.violations())
        .singleElement()
        .satisfies(v -> assertThat(v.field()).contains("controller-expand-secret-name"))
        .satisfies(v -> assertThat(v.message()).contains("growth would hang"));
    assertThat(report.driver()).isEqualTo("JuiceFS");
    assertThat(report.abilities()).containsEntry("clones", "no").containsEntry("snapshots", "yes");
    assertThat(report.toString()).doesNotContain("MARKED").doesNotContain(encoded("vol"));
    assertThat(server.heard())
        .as("each Secret is read once")
        .filteredOn(request -> request.contains("/secrets/"))
        .hasSize(1);
  }

  @Test
  void a_sound_class_is_sound() {
    server.then(200, whole()).then(200, secret("", "redis://db")).then(200, DRIVERS);

    ClassReport report = classes.validate("shared");

    assertThat(report.violations()).isEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void a_secret_that_is_missing_or_lacks_a_key_is_named() {
    server.then(200, whole()).status(404, "not found").then(200, DRIVERS);
    assertThat(classes.validate("shared").violations())
        .extracting(Violation::toString)
        .containsExactly("secret storage/juice: is not there");

    server.then(200, whole()).then(200, "{\"data\":{\"name\":\"dm9s\"}}");
    assertThat(classes.validate("shared").violations())
        .singleElement()
        .satisfies(v -> assertThat(v.message()).contains("lacks the key metaurl"));
  }

  @Test
  void a_secret_that_may_not_be_read_and_a_driver_that_is_not_there_are_warnings() {
    server
        .then(200, whole())
        .status(403, "secrets is forbidden")
        .then(200, "{\"kind\":\"CSIDriverList\",\"items\":[]}");

    ClassReport report = classes.validate("shared");

    assertThat(report.violations()).isEmpty();
    assertThat(report.warnings())
        .extracting(Warning::code)
        .containsExactlyInAnyOrder("SECRET_NOT_CHECKED", "PROVISIONER_ABSENT");
  }

  @Test
  void a_secret_of_each_volumes_own_is_not_looked_at() {
    server.then(200, whole().replace("\"juice\"", "\"${pvc.name}\"")).then(200, DRIVERS);

    assertThat(classes.validate("shared").warnings())
        .extracting(Warning::code)
        .containsExactly("SECRET_NOT_CHECKED");
    assertThat(server.heard()).noneMatch(request -> request.contains("/secrets/"));
  }

  @Test
  void a_class_that_is_not_there_and_a_name_that_can_be_none_are_refused() {
    server.status(404, "not found");
    assertThatThrownBy(() -> classes.validate("nosuch"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("nosuch");
    assertThatThrownBy(() -> classes.validate("../../v1/secrets"))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(server.heard()).containsExactly("GET " + CLASSES + "/nosuch");
  }

  @Test
  void what_is_missing_is_planned_and_then_made_secrets_first() {
    server.then(200, DRIVERS).status(404, "").status(404, "").status(404, "");

    ClassReview review = classes.review(SHARED.spec());

    assertThat(review.violations()).isEmpty();
    assertThat(review.changes())
        .extracting(Change::action, Change::resource)
        .containsExactly(
            tuple("create", "secret storage/juice"),
            tuple("create", "storage class shared"),
            tuple("create", "snapshot class shared"));
    assertThat(server.heard()).allMatch(request -> request.startsWith("GET "));

    for (int i = 0; i < 3; i++) {
      server.status(404, "").then(201, "{}");
    }
    classes.apply(SHARED.spec());
    assertThat(server.heard())
        .filteredOn(request -> request.startsWith("POST "))
        .containsExactly("POST " + SECRETS, "POST " + CLASSES, "POST " + SNAPSHOT_CLASSES);
  }

  @Test
  void what_is_there_and_the_same_is_left_alone() {
    for (int i = 0; i < 2; i++) {
      server
          .then(200, secret("somebody", "redis://:MARKED@db"))
          .then(200, whole())
          .then(200, snapshotClass());
    }
    classes.apply(SHARED.spec());

    assertThat(server.heard()).hasSize(3).allMatch(request -> request.startsWith("GET "));
  }

  @Test
  void a_class_that_differs_is_refused_field_by_field() {
    server
        .then(200, DRIVERS)
        .then(200, secret("", "redis://:MARKED@db"))
        .then(
            200,
            object(",\"pathPattern\":\"x\"").replace("\"allowVolumeExpansion\":true", "\"x\":1"))
        .then(200, snapshotClass().replace("Delete", "Retain"));

    ClassReview review = classes.review(SHARED.spec());

    assertThat(review.violations())
        .allMatch(v -> v.code() == ErrorCode.CONFLICT)
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "allowVolumeExpansion",
            "parameters.pathPattern",
            "parameters.csi.storage.k8s.io/controller-expand-secret-name",
            "parameters.csi.storage.k8s.io/controller-expand-secret-namespace",
            "deletionPolicy");
  }

  @Test
  void our_own_secret_gets_new_values_and_keeps_its_other_keys() {
    server
        .then(200, secret("mooring", "redis://old"))
        .then(200, "{}")
        .then(200, whole())
        .then(200, snapshotClass());
    classes.apply(SHARED.spec());

    assertThat(server.heard()).contains("PUT " + SECRETS + "/juice");
    assertThat(server.bodies())
        .filteredOn(body -> !body.isEmpty())
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains(encoded("redis://:MARKED@db"), "\"kept\":\"eA==\"")
                    .contains("\"resourceVersion\":\"4\""));
  }

  @Test
  void somebody_elses_secret_is_never_changed() {
    server
        .then(200, DRIVERS)
        .then(200, secret("helm", "redis://other"))
        .status(404, "")
        .status(404, "");
    assertThat(classes.review(SHARED.spec()).violations())
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("secret storage/juice"))
        .satisfies(v -> assertThat(v.toString()).doesNotContain("MARKED", "other\""));

    server.then(200, secret("helm", "redis://other"));
    assertThatThrownBy(() -> classes.apply(SHARED.spec()))
        .isInstanceOf(ConflictException.class)
        .hasMessageNotContaining("MARKED");
    assertThat(server.heard()).allMatch(request -> request.startsWith("GET "));
  }

  @Test
  void a_twin_that_was_faster_is_as_good() {
    server
        .then(200, secret("mooring", "redis://:MARKED@db"))
        .status(404, "")
        .status(409, "already exists")
        .then(200, whole())
        .then(200, snapshotClass());

    classes.apply(SHARED.spec());
    assertThat(server.heard()).hasSize(5);
  }

  @Test
  void without_snapshot_classes_in_the_cluster_the_rest_is_made() {
    server
        .then(200, DRIVERS)
        .status(404, "")
        .status(404, "")
        .status(404, "the server could not find the requested resource");

    ClassReview review = classes.review(SHARED.spec());

    assertThat(review.violations()).isEmpty();
    assertThat(review.changes()).hasSize(2);
    assertThat(review.warnings()).extracting(Warning::code).containsExactly("NO_SNAPSHOTS");
  }

  @Test
  void a_right_that_is_missing_is_an_error() {
    server.then(200, DRIVERS).status(403, "cannot get resource \\\"secrets\\\"");

    assertThatThrownBy(() -> classes.review(SHARED.spec()))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("cannot get resource \"secrets\"");
  }
}
