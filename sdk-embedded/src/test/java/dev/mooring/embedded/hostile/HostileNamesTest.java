package dev.mooring.embedded.hostile;

import static dev.mooring.volume.VolumeFilter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CreateDrive;
import dev.mooring.embedded.Embedded;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.testkit.hostile.HostileInput;
import dev.mooring.testkit.hostile.HostileText;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.VolumeRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.Label;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;

/** A root among files that belong to others: they must be the same afterwards, to the byte. */
@Tag("long")
@Label("Hostile names, paths, sizes and labels for")
class HostileNamesTest {
  private static final String OTHERS = "what is not ours";
  private static final Path FOLDER = folder();
  private static final StorageClient STORAGE = StorageClient.embedded(FOLDER.resolve("root"));
  private static final Map<String, String> BEFORE = outside();

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("mooring-hostile-").toRealPath();
      for (String name : List.of("passwd", "a", "workspace", "etc")) {
        Files.writeString(folder.resolve(name), OTHERS);
      }
      Files.createDirectories(folder.resolve("next/data"));
      Files.writeString(folder.resolve("next/data/f"), OTHERS);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything beside the root, with its bytes. */
  private static Map<String, String> outside() {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(FOLDER)) {
      for (Path path : all.filter(p -> !p.startsWith(FOLDER.resolve("root"))).toList()) {
        String held = Files.isRegularFile(path) ? Files.readString(path) : "folder";
        found.put(FOLDER.relativize(path).toString(), held);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterTry
  void nothingOutsideHasChanged() {
    assertThat(outside()).hasSizeGreaterThan(5).isEqualTo(BEFORE);
  }

  @AfterContainer
  static void end() throws IOException {
    STORAGE.close();
    try (Stream<Path> all = Files.walk(FOLDER)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static Arbitrary<Long> sizes() {
    return Arbitraries.oneOf(
        Arbitraries.longs().greaterOrEqual(0),
        Arbitraries.of(0L, 1L, 999_999_999L, 1_000_000_000L, 1L << 60, Long.MAX_VALUE));
  }

  private static Arbitrary<CreateDrive> requests() {
    Arbitrary<String> texts =
        Arbitraries.frequencyOf(Tuple.of(1, HostileText.any()), Tuple.of(1, HostileText.names()));
    return Combinators.combine(
            texts,
            sizes(),
            texts,
            texts,
            texts,
            HostileText.paths(),
            Arbitraries.integers().between(0, 63))
        .as(
            (name, size, region, profile, label, path, which) ->
                CreateDrive.named(name)
                    .size(Capacity.ofBytes((which & 32) == 0 ? Capacity.GB : size))
                    .region((which & 1) == 0 ? null : region)
                    .profile((which & 2) == 0 ? null : profile)
                    .labels((which & 4) == 0 ? Labels.none() : Labels.of(label, region))
                    .mountPath((which & 8) == 0 ? null : path)
                    .description((which & 16) == 0 ? null : label));
  }

  @Example
  void drives() {
    HostileInput.each(
        "create a drive",
        requests(),
        request -> {
          STORAGE.cloudDrives().plan(request).cost();
          STORAGE.cloudDrives().create(request).purge().await();
        },
        List.of());
  }

  @Example
  void lookups() {
    HostileInput.each(
        "find by a text",
        HostileText.any(),
        text -> {
          assertThat(STORAGE.cloudDrives().find(text)).isEmpty();
          assertThat(STORAGE.instances().find(text)).isEmpty();
          assertThat(STORAGE.operations().find(text)).isEmpty();
          assertThat(STORAGE.cloudDrives().list(where().label("k", text))).isEmpty();
          STORAGE.cloudDrives().named(text);
        },
        List.of());
  }

  @Example
  void page_tokens() {
    BackendContext context =
        new BackendContext(
            "local",
            "default",
            Owner.user("ana"),
            List.of(),
            null,
            Duration.ofSeconds(30),
            Clock.systemUTC());
    try (StorageBackend backend = Embedded.at(FOLDER.resolve("root")).connect(context)) {
      HostileInput.each(
          "page token",
          HostileText.any(),
          token ->
              assertThat(backend.volumes().list(new RecordQuery(Map.of(), 1, token)).records())
                  .isEmpty(),
          List.of());
    }
  }

  @Example
  void targets() {
    HostileInput.each(
        "attach to a target",
        Combinators.combine(
                HostileText.any(), HostileText.any(), HostileText.paths(), HostileText.any())
            .as((name, volume, path, region) -> List.of(name, volume, path, region)),
        texts -> {
          Target target = Target.instance(texts.get(0));
          assertThat(STORAGE.attachments().of(target).list()).isEmpty();
          assertThat(
                  STORAGE
                      .attachments()
                      .to(target.namespace(texts.get(3)))
                      .mount(VolumeRef.drive(texts.get(1)), texts.get(2))
                      .scratch(Capacity.gb(1), texts.get(2))
                      .plan()
                      .violations())
              .isNotEmpty();
          STORAGE.attachments().of(target).attach(texts.get(1), texts.get(2));
        },
        List.of());
  }

  @Example
  void mounted_paths() {
    STORAGE.cloudDrives().create("held", d -> d.size(Capacity.gb(1))).await();
    var instance = STORAGE.instances().launch("runner", r -> r.mount("held", "/data")).await();
    HostileInput.each(
        "path in an instance",
        Arbitraries.oneOf(HostileText.paths(), Arbitraries.of("/data")),
        path -> assertThat(instance.path(path)).startsWith(FOLDER.resolve("root")),
        List.of());
    instance.stop();
    STORAGE.cloudDrives().named("held").purge().await();
  }
}
