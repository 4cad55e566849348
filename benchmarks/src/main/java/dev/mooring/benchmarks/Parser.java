package dev.mooring.benchmarks;

import dev.mooring.StorageClient;
import dev.mooring.config.Configuration;
import dev.mooring.operation.OperationId;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeRef;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What reads users' texts, each with a text that is hard for it. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below keep nothing
public enum Parser {
  /** A number of very many digits. */
  CAPACITY(n -> "9".repeat(n) + "GB", (client, text) -> Capacity.parse(text)),
  /** Very many folders. */
  MOUNT_PATH(n -> "/a".repeat(n / 2), (client, text) -> new MountPath(text)),
  /** A long path of dots. */
  MOUNT_PATH_DOTS(n -> "/..".repeat(n / 3), (client, text) -> new MountPath(text)),
  /** A volume of a long name. */
  VOLUME_REF(n -> "drive/" + "a-".repeat(n / 2), (client, text) -> VolumeRef.parse(text)),
  /** An operation of a long volume. */
  OPERATION_ID(n -> "a/".repeat(n / 2), (client, text) -> new OperationId(text)),
  /** A long name of a drive, which is refused with a suggestion. */
  NAME(n -> "A".repeat(n), (client, text) -> client.cloudDrives().create(text, d -> d)),
  /** A region that there is not: the nearest is looked for. */
  REGION(n -> "l".repeat(n), (client, text) -> client.profiles().list(text)),
  /** Very many unknown keys. */
  CONFIGURATION(n -> keys(n / 8), (client, text) -> Configuration.parse(text)),
  /** Nested as deeply as the text is long. */
  NESTED(n -> "[".repeat(n), (client, text) -> Configuration.parse(text));

  private final IntFunction<String> text;
  private final BiFunction<StorageClient, String, Object> reader;

  Parser(IntFunction<String> text, BiFunction<StorageClient, String, Object> reader) {
    this.text = text;
    this.reader = reader;
  }

  private static String keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "k" + i)
        .collect(Collectors.joining(": 1\n", "", ": 1\n"));
  }

  /** A text of about this many characters. */
  String text(int length) {
    return text.apply(length);
  }

  /** Reads a text; most are refused, which is part of the cost. */
  Object read(StorageClient client, String input) {
    return reader.apply(client, input);
  }
}
