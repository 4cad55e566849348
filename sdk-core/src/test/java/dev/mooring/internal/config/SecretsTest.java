package dev.mooring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.config.LoadedConfiguration;
import dev.mooring.config.StoreConfiguration;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.secret.Secret;
import dev.mooring.secret.SecretReference;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A secret")
class SecretsTest {
  /** The mark of {@code MarkedSecrets}, which the last check of the build looks for. */
  private static final String MARK = "MooringMarkedSecret7QxV2Configured";

  private final LogLines log = new LogLines();
  @TempDir Path folder;

  @AfterEach
  void stop() {
    log.close();
    assertThat(log.lines()).noneMatch(line -> line.contains(MARK));
  }

  @ParameterizedTest(name = "in the wrong place is not shown: {0}")
  @ValueSource(
      strings = {
        "regions: {a: {s3: {credentials: {secretAccessKey: MARK}}}}",
        "regions: {a: {s3: {credentials: {secretAccessKey: 'env:MARK -'}}}}",
        "regions: {a: {s3: {credentials: {secretAccessKey: [MARK]}}}}",
        "regions: {a: {s3: {credentials: MARK}}}",
        "regions: {a: {s3: {password: MARK}}}",
        "regions: {a: {s3: {credentials: {secretAccessKey: !MARK!x y}}}}",
        "regions: {a: {s3: {credentials: {secretAccessKey: \"\\MARK\"}}}}",
        "regions: {a: {s3: {credentials: {secretAccessKey: *MARK}}}}",
        "regions: {a: {s3: {credentials: {secretAccessKey: MARK: MARK}}}}",
        "regions: {a: {s3: {credentials: {secretAccessKey: @MARK}}}}",
        "{\"store\": MARK}",
        "{\"store\": \"MARK}",
        "store: MARK",
        "store: jdbc:postgresql://ana:MARK@db/x",
        "store: jdbc:postgresql://db/x?password=MARK",
        "store: {url: 'jdbc:sqlite:x', password: MARK}",
        "timeouts: {wait: MARK}",
        "retry: {budget: MARK}",
        "prices: {currency: MARK}",
        "prices: {rates: [{kind: MARK, perMonth: MARK, unit: MARK}]}",
        "MARK",
      })
  void refused(String template) {
    String text = template.replace("MARK", MARK);
    assertThatThrownBy(() -> Loading.withAll().parse(text))
        .isInstanceOf(InvalidRequestException.class)
        .satisfies(e -> assertThat(everything(e)).doesNotContain(MARK));
  }

  @Test
  @DisplayName("in a variable or property that is wrong is not shown")
  void overridden() {
    Loading machine =
        new Loading(folder)
            .variable("MOORING_TIMEOUTS_WAIT", MARK)
            .variable("MOORING_STORE_PASSWORD", MARK)
            .variable("MOORING_NO_KEY", MARK)
            .property("mooring.store.password", MARK);
    assertThatThrownBy(machine::load)
        .isInstanceOf(InvalidRequestException.class)
        .satisfies(e -> assertThat(everything(e)).doesNotContain(MARK));
  }

  @Test
  @DisplayName("that is referred to is not shown by what is in force, and not read before its use")
  void referred() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), MARK + "\n");
    LoadedConfiguration loaded =
        Loading.withAll()
            .parse(
                "{regions: {a: {s3: {endpoint: 'http://ana:"
                    + MARK
                    + "@s3', credentials: {secretAccessKey: 'file:"
                    + secret
                    + "'}}}}, store: {url: 'jdbc:sqlite:x', password: 'file:/missing'}}");
    assertThat(loaded.values().toString()).doesNotContain(MARK);
    assertThat(Loading.value(loaded, "regions.a.s3.endpoint")).isEqualTo("http://***@s3");
    assertThat(Loading.value(loaded, "store.password")).isEqualTo("file:/missing");
    SecretReference reference =
        Objects.requireNonNull(
            ((FakeBackend)
                    loaded.configuration().regions().values().iterator().next().backends().get(0))
                .password());
    assertThat(reference).hasToString("file:" + secret);
    assertThat(reference.read().orElseThrow().reveal()).isEqualTo(MARK);
  }

  @Test
  @DisplayName("given in Java shows a mask")
  void literal() {
    SecretReference literal = SecretReference.literal(Secret.of(MARK));
    StoreConfiguration store =
        StoreConfiguration.of("jdbc:postgresql://db/x").withCredentials(null, literal);
    assertThat(store.toString()).contains("***").doesNotContain(MARK);
    assertThat(literal).isEqualTo(SecretReference.literal(Secret.of(MARK)));
    assertThat(literal.read().orElseThrow().reveal()).isEqualTo(MARK);
    assertThatThrownBy(() -> StoreConfiguration.of("jdbc:postgresql://db/x?password=" + MARK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(MARK);
  }

  @Test
  @DisplayName("that is missing or empty is told by its reference")
  void missing() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    for (String reference :
        new String[] {"env:MOORING_TEST_NO_SUCH", "file:" + empty, "file:" + folder, "file:/no"}) {
      assertThatThrownBy(() -> SecretReference.parse(reference).read())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining(reference);
    }
    assertThat(SecretReference.parse("secret:ns/name/key").read()).isEmpty();
  }

  private static String everything(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
