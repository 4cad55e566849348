package dev.mooring.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.CancelledException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.Difference;
import dev.mooring.error.FailedException;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.IntegrityException;
import dev.mooring.error.InternalException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.ProtectedException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.error.SuspendedException;
import dev.mooring.error.UnavailableException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.error.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Problem PROBLEM =
      Problem.tried("create")
          .on("drive/data")
          .in("here")
          .because("so")
          .hint("do")
          .requestId("r-1")
          .cause(new IllegalStateException("behind it"));

  private static final List<StorageException> ALL =
      List.of(
          new AccessDeniedException(PROBLEM),
          new AlreadyExistsException(PROBLEM, "id", List.of(new Difference("size", "1", "2"))),
          new CancelledException(PROBLEM),
          new ConflictException(PROBLEM),
          new FailedException(PROBLEM, "BAD_PARAMETERS", "words"),
          new IntegrityException(PROBLEM, "a", "b"),
          new InternalException(PROBLEM),
          new InUseException(PROBLEM, List.of(new Holder("pod", "p", "running", null, true))),
          new InvalidRequestException(PROBLEM, List.of(Violation.of("size", "too small"))),
          new NotFoundException(PROBLEM),
          new OutcomeUnknownException(PROBLEM),
          new ProtectedException(PROBLEM),
          new QuotaExceededException(PROBLEM, 1, -1, 3),
          new StorageTimeoutException(PROBLEM, "PENDING", "QUOTA", "raw", "op", List.of("PENDING")),
          new SuspendedException(PROBLEM),
          new UnavailableException(PROBLEM, Duration.ofSeconds(3)),
          new UnsupportedException(PROBLEM, "SNAPSHOTS"));

  @Test
  @DisplayName("Every type of error keeps all that it tells, and adds the attempts")
  void keeps_everything() {
    Object[] types = StorageException.class.getPermittedSubclasses();
    assertThat(ALL.stream().<Object>map(Object::getClass)).containsExactlyInAnyOrder(types);
    for (StorageException error : ALL) {
      error.addSuppressed(new IllegalStateException("beside it"));
      StorageException noted = Attempts.noted(error, 3);
      assertThat(noted).isNotSameAs(error).hasSameClassAs(error);
      assertThat(noted.attempts()).isEqualTo(3);
      assertThat(noted.getMessage())
          .isEqualTo(error.problem().message().replace(" [request", " (3 attempts) [request"));
      assertThat(noted)
          .usingRecursiveComparison()
          .ignoringFields("detailMessage", "problem.attempts")
          .isEqualTo(error);
      assertThat(noted.getStackTrace()).isEqualTo(error.getStackTrace());
      assertThat(noted.getSuppressed()).isEqualTo(error.getSuppressed());
    }
  }

  @Test
  @DisplayName("An error of a single try stays the same object")
  void one_attempt() {
    assertThat(ALL).allSatisfy(error -> assertThat(Attempts.noted(error, 1)).isSameAs(error));
  }
}
