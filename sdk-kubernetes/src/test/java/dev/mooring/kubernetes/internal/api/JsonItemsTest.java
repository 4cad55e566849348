package dev.mooring.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.InternalException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListMeta;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonItemsTest {
  private static final String META =
      "\"metadata\": {\"resourceVersion\": \"7\", \"continue\": \"more\", \"unknown\": [1]}";
  private static final String CLAIM =
      """
      {"metadata": {"name": "%s", "creationTimestamp": "2026-05-04T03:02:01Z", "unheard": {"of": []},
        "annotations": {"a": "größer"},
        "managedFields": [{"manager": "kcm", "operation": "Update", "subresource": "status",
          "time": "2026-05-04T03:02:02Z", "fieldsType": "FieldsV1",
          "fieldsV1": {"f:status": {"f:phase": {}, "f:capacity": {".": {}, "f:storage": {}}}}}]},
       "spec": {"resources": {"requests": {"storage": "1Gi"}}},
       "status": {"phase": "Bound", "capacity": {"storage": "1Gi"}}}
      """;

  private final Json json = new Json();
  private final List<String> next = new ArrayList<>();

  private List<String> names(String page) {
    List<PersistentVolumeClaim> claims = new ArrayList<>();
    ListMeta unused = json.items(page, PersistentVolumeClaim.class, next::add, claims::add);
    return claims.stream().map(claim -> claim.getMetadata().getName()).toList();
  }

  @Test
  void items_come_in_their_order_whatever_stands_beside_them() {
    String items = "\"items\": [" + CLAIM.formatted("a") + "," + CLAIM.formatted("b") + "]";
    assertThat(names("{\"kind\": \"List\", " + META + ", " + items + "}"))
        .containsExactly("a", "b");
    assertThat(names("{" + items + ", \"x\": {\"items\": [1]}, " + META + "}"))
        .containsExactly("a", "b");
    assertThat(next).containsExactly("more", "more");
  }

  @Test
  void a_list_may_be_empty_and_have_no_end() {
    assertThat(names("{\"items\": null, \"metadata\": {}}")).isEmpty();
    assertThat(names("{\"metadata\": {\"continue\": \"\"}, \"items\": []}")).isEmpty();
    assertThat(names("{}")).isEmpty();
    assertThat(next).isEmpty();
  }

  @Test
  void the_next_page_is_told_before_the_items_are_read() {
    List<String> order = new ArrayList<>();
    ListMeta meta =
        json.items(
            "{" + META + ", \"items\": [{\"a\": 1}, {\"a\": 2}]}",
            JsonNode.class,
            order::add,
            item -> order.add(item.path("a").asText()));
    assertThat(order).containsExactly("more", "1", "2");
    assertThat(meta.getResourceVersion()).isEqualTo("7");
  }

  @Test
  void an_item_is_the_object_without_the_fields_that_are_managed() {
    List<HasMetadata> items = new ArrayList<>();
    ListMeta unused =
        json.items(
            "{\"items\": [" + CLAIM.formatted("a") + "]}",
            PersistentVolumeClaim.class,
            next::add,
            items::add);
    PersistentVolumeClaim whole = json.read(CLAIM.formatted("a"), PersistentVolumeClaim.class);
    ManagedFieldsEntry entry = whole.getMetadata().getManagedFields().get(0);
    assertThat(entry.getFieldsV1()).isNotNull();
    entry.setFieldsV1(null);
    assertThat(items).containsExactly(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"items\": [{]}",
        "{\"items\": [{}",
        "{\"items\": [7]}",
        "<html>"
      })
  void what_is_no_list_of_objects_is_refused(String page) {
    assertThatThrownBy(() -> names(page))
        .isInstanceOf(InternalException.class)
        .hasMessageContaining("it is not what the API server says");
  }
}
