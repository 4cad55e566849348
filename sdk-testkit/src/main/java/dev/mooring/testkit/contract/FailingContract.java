package dev.mooring.testkit.contract;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.config.RetrySettings;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Errors: every one tells what was tried, on what, where, why, and what to do. */
abstract class FailingContract extends Contract<CloudDrive, CreateDrive> {
  FailingContract() {
    super(Kind.DRIVE);
  }

  private static StorageException failure(ThrowingCallable call) {
    StorageException failure = catchThrowableOfType(StorageException.class, call);
    assertThat(failure).as("a failure").isNotNull();
    return failure;
  }

  private static void assertComplete(
      StorageException failure, ErrorCode code, boolean retryable, String resource) {
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.retryable()).isEqualTo(retryable);
    assertThat(failure.operation()).isNotBlank();
    assertThat(failure.resource()).contains(resource);
    assertThat(failure.hint()).isPresent();
    assertThat(failure.attempts()).isPositive();
    assertThat(failure.getMessage())
        .startsWith("Could not " + failure.operation() + " " + resource)
        .contains(": ")
        .doesNotContain("null")
        .doesNotContain("..");
  }

  @Test
  void notFoundIsComplete() {
    StorageException failure = failure(() -> storage.cloudDrives().named("absent"));
    assertComplete(failure, ErrorCode.NOT_FOUND, false, "drive/absent");
  }

  @Test
  void alreadyExistsIsComplete() {
    volume("workspace");
    StorageException failure =
        failure(() -> storage.cloudDrives().create(small("workspace").size(gb(2))));
    assertComplete(failure, ErrorCode.ALREADY_EXISTS, false, "drive/workspace");
    assertThat(failure.region()).contains(REGION);
  }

  @Test
  void invalidRequestIsComplete() {
    StorageException failure = failure(() -> storage.cloudDrives().create(small("Bad_Name")));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.getMessage()).startsWith("Could not create").contains("name: ");
  }

  @Test
  void inUseIsComplete() {
    volume("workspace");
    attach("a", "workspace");
    assertComplete(failure(() -> attach("b", "workspace")), ErrorCode.IN_USE, true, "instance/b");
    StorageException deletion = failure(() -> storage.cloudDrives().named("workspace").delete());
    assertComplete(deletion, ErrorCode.IN_USE, true, "drive/workspace");
    assertThat(deletion.region()).contains(REGION);
  }

  @Test
  void aBackendThatIsAwayIsUnavailableAndSoIsTriedAgain() {
    AtomicInteger calls = new AtomicInteger();
    Interceptor away =
        call -> {
          if (call.name().equals("volumes.get")) {
            calls.incrementAndGet();
            throw new UnavailableException(
                Problem.tried("read").because("the server is away").hint("wait"));
          }
          return call.proceed();
        };
    StorageClient client =
        world
            .builder(
                world.account, new InterceptedBackend(fixture().backend(), away), region -> region)
            .retry(new RetrySettings(3, 100))
            .build();
    try (client) {
      StorageException failure = failure(() -> client.cloudDrives().named("workspace"));
      assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(failure.retryable()).isTrue();
      assertThat(failure.attempts()).isEqualTo(3);
      assertThat(calls).hasValue(3);
    }
  }

  @Test
  void aLostAnswerOfACreationIsFoundAgainAndNotDoubled() {
    AtomicInteger losses = new AtomicInteger(1);
    Interceptor lossy =
        call -> {
          Object answer = call.proceed();
          if (call.name().equals("volumes.create") && losses.getAndDecrement() > 0) {
            throw new OutcomeUnknownException(
                Problem.tried("store").because("the answer was lost").hint("repeat it"));
          }
          return answer;
        };
    StorageClient client = world.connect(lossy);
    String id;
    try {
      id = client.cloudDrives().create(small("workspace")).await(PATIENCE).id().value();
    } catch (OutcomeUnknownException e) {
      assertThat(e.retryable()).isTrue();
      id = client.cloudDrives().create(small("workspace")).await(PATIENCE).id().value();
    }
    assertThat(storage.cloudDrives().list())
        .singleElement()
        .extracting(drive -> drive.id().value())
        .isEqualTo(id);
  }

  @Test
  void noMessageOrDescriptionHoldsTheTokenOfAnotherTarget() {
    volume("workspace");
    String token = attach("a", "workspace").token();
    StorageException failure = failure(() -> attach("b", "workspace"));
    assertThat(failure.getMessage()).doesNotContain(token);
    assertThat(failure.toString()).doesNotContain(token);
  }
}
