package dev.mooring.embedded.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mooring.config.Configuration;
import dev.mooring.cost.Money;
import dev.mooring.error.StorageException;
import dev.mooring.operation.OperationId;
import dev.mooring.secret.SecretReference;
import dev.mooring.spi.Durations;
import dev.mooring.spi.RecordCodec;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;

/**
 * All parsers of the SDK: the first byte chooses one, the rest is its text. Fuzzed for a minute
 * with {@code -Pfull}; else what is kept in {@code ParsersFuzzTestInputs} is tried again.
 */
@Tag("long")
class ParsersFuzzTest {
  private static final List<Consumer<String>> PARSERS =
      List.of(
          Configuration::parse,
          RecordCodec::readVolume,
          RecordCodec::readTarget,
          RecordCodec::readOperations,
          RecordCodec::readClaim,
          RecordCodec::readTrash,
          Capacity::parse,
          Durations::parse,
          MountPath::new,
          OperationId::new,
          SecretReference::parse,
          VolumeRef::parse,
          text -> Money.of(text, "USD").toDecimal());

  @FuzzTest(maxDuration = "1m")
  void answers_with_a_result_or_an_exception_of_the_sdk(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
    try {
      PARSERS.get(Math.floorMod(input[0], PARSERS.size())).accept(text);
    } catch (StorageException e) {
      assertThat(e.getMessage()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    } catch (IllegalArgumentException e) {
      // What the value's own parsers document.
      assertThat(String.valueOf(e.getMessage())).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }
  }
}
