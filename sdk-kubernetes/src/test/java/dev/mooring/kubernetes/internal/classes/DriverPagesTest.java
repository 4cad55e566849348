package dev.mooring.kubernetes.internal.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.admin.ClassSecret;
import dev.mooring.admin.StorageClassDraft;
import dev.mooring.kubernetes.csi.CephFsClass;
import dev.mooring.kubernetes.csi.CephRbdClass;
import dev.mooring.kubernetes.csi.JuiceFsClass;
import dev.mooring.kubernetes.csi.LonghornClass;
import dev.mooring.kubernetes.csi.NfsClass;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.internal.driver.Abilities;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.kubernetes.internal.driver.CsiDrivers;
import dev.mooring.kubernetes.internal.driver.Field;
import dev.mooring.kubernetes.internal.driver.SecretShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of the drivers say what the code knows. With {@code -Dmooring.readme=write} their
 * tables are written anew instead of compared.
 */
class DriverPagesTest {
  private static final Path PAGES =
      Path.of(System.getProperty("mooring.root", ".."), "docs", "backends");

  /** The page of each driver, and the class that is its example. */
  private static final Map<String, StorageClassDraft<?>> EXAMPLES =
      Map.of(
          "ceph-rbd",
          CephRbdClass.named("fast")
              .clusterId("ceph")
              .pool("nvme")
              .secret(ClassSecret.named("ceph-csi", "csi-rbd-provisioner"))
              .nodeSecret(ClassSecret.named("ceph-csi", "csi-rbd-node")),
          "cephfs",
          CephFsClass.named("shared")
              .clusterId("ceph")
              .fsName("cephfs")
              .secret(ClassSecret.named("ceph-csi", "csi-cephfs-provisioner"))
              .nodeSecret(ClassSecret.named("ceph-csi", "csi-cephfs-node")),
          "juicefs",
          JuiceFsClass.named("juice").secret(ClassSecret.named("kube-system", "juicefs")),
          "nfs",
          NfsClass.named("home").server("nfs.example.com").share("/exports"),
          "longhorn",
          LonghornClass.named("replicated").replicas(3));

  /** A driver and its page. */
  record Page(String name, CsiDriver driver, StorageClassDraft<?> example) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Page> pages() {
    CsiDrivers known = new CsiDrivers(List.of());
    return EXAMPLES.entrySet().stream()
        .map(e -> new Page(e.getKey(), known.of(e.getValue().spec().provisioner()), e.getValue()));
  }

  @Test
  void every_driver_has_a_page() throws IOException {
    assertThat(pages().map(Page::driver)).containsExactlyInAnyOrderElementsOf(CsiDrivers.own());
    Set<String> files;
    try (Stream<Path> all = Files.list(PAGES)) {
      files = all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
    assertThat(files).containsAll(EXAMPLES.keySet().stream().map(name -> name + ".md").toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void its_tables_are_what_the_code_knows(Page page) throws IOException {
    assertBlock(page, "abilities", abilities(page.driver()));
    assertBlock(page, "parameters", fields(page.driver().parameters()));
    assertBlock(page, "secret", secret(page.driver().secrets()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void its_example_is_what_is_rendered(Page page) throws IOException {
    assertBlock(
        page,
        "example",
        "```yaml\n" + new Rendering().manifest(page.example()).yaml().strip() + "\n```");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void it_names_its_sources(Page page) throws IOException {
    assertThat(Files.readString(PAGES.resolve(page.name() + ".md"))).contains("## Sources\n\n- ");
  }

  private static String abilities(CsiDriver driver) {
    List<String> lines = new ArrayList<>(List.of("| ability | |", "|---|---|"));
    Abilities.of(driver).forEach((name, words) -> lines.add("| " + name + " | " + words + " |"));
    return String.join("\n", lines);
  }

  private static String fields(List<Field> fields) {
    List<String> lines = new ArrayList<>(List.of("| key | needed | meaning |", "|---|---|---|"));
    for (Field field : fields) {
      String values =
          field.values().isEmpty()
              ? ""
              : ": "
                  + field.values().stream()
                      .map(v -> "`" + v + "`")
                      .collect(Collectors.joining(", "));
      lines.add(
          "| `" + field.name() + "` | " + needed(field) + " | " + field.meaning() + values + " |");
    }
    return String.join("\n", lines);
  }

  private static String needed(Field field) {
    if (!field.required()) {
      return "";
    }
    return field.unless().isEmpty()
        ? "yes"
        : "yes, or `" + String.join("`, `", field.unless()) + "`";
  }

  private static String secret(SecretShape shape) {
    return "Steps that must get a Secret: "
        + steps(shape.required())
        + ". Steps that may get one: "
        + steps(shape.optional())
        + ".\n\n"
        + fields(shape.keys());
  }

  private static String steps(Set<SecretUse> uses) {
    return uses.isEmpty()
        ? "none"
        : uses.stream().map(use -> "`" + use.word() + "`").collect(Collectors.joining(", "));
  }

  private static void assertBlock(Page page, String name, String content) throws IOException {
    Path file = PAGES.resolve(page.name() + ".md");
    String begin = "<!-- " + name + " -->\n";
    String end = "\n<!-- /" + name + " -->";
    String text = Files.readString(file);
    int from = text.indexOf(begin);
    int to = text.indexOf(end, from);
    assertThat(from).as("a block '%s' in %s", name, file).isNotNegative();
    assertThat(to).as("the end of the block '%s' in %s", name, file).isNotNegative();
    if ("write".equals(System.getProperty("mooring.readme"))) {
      Files.writeString(file, text.substring(0, from) + begin + content + text.substring(to));
      return;
    }
    String found = to < from + begin.length() ? "" : text.substring(from + begin.length(), to);
    assertThat(found).as("the block '%s' of %s", name, file).isEqualTo(content);
  }
}
