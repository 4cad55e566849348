package dev.mooring.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SerializedErrorsTest {
  private static final Problem PROBLEM =
      Problem.tried("create").on("drive/a").in("here").because("it is so").hint("wait");

  @SuppressWarnings("BanSerializableRead") // It reads what it wrote itself.
  private static <T extends StorageException> T copy(T error, Class<T> type)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(error);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return type.cast(in.readObject());
    }
  }

  @Test
  void anErrorTellsTheSameAfterItTravelled() throws Exception {
    Holder holder = new Holder("instance", "a", "running", Instant.EPOCH, true);
    InUseException inUse = new InUseException(PROBLEM, List.of(holder));
    InvalidRequestException invalid = InvalidRequestException.of(PROBLEM, "size", "is missing");
    AlreadyExistsException exists =
        new AlreadyExistsException(PROBLEM, "id", List.of(new Difference("size", "1GB", "2GB")));

    assertThat(copy(inUse, InUseException.class).holders()).containsExactly(holder);
    assertThat(copy(inUse, InUseException.class).hint()).contains("wait");
    assertThat(copy(invalid, InvalidRequestException.class).violations())
        .isEqualTo(invalid.violations());
    assertThat(copy(exists, AlreadyExistsException.class).differences())
        .isEqualTo(exists.differences());
  }
}
