package dev.mooring.internal.layer;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.CancelledException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.FailedException;
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

/** Tells in an error how often its call was tried. */
final class Attempts {
  private Attempts() {}

  /** The same error with the number of tries; the error itself when that was one. */
  static StorageException noted(StorageException error, int attempts) {
    if (error.attempts() == attempts) {
      return error;
    }
    StorageException noted = copy(error, error.problem().attempts(attempts));
    noted.setStackTrace(error.getStackTrace());
    for (Throwable suppressed : error.getSuppressed()) {
      noted.addSuppressed(suppressed);
    }
    return noted;
  }

  private static StorageException copy(StorageException error, Problem problem) {
    return switch (error.code()) {
      case INTERNAL -> new InternalException(problem);
      case INVALID_REQUEST ->
          new InvalidRequestException(problem, ((InvalidRequestException) error).violations());
      case NOT_FOUND -> new NotFoundException(problem);
      case ALREADY_EXISTS -> {
        AlreadyExistsException exists = (AlreadyExistsException) error;
        yield new AlreadyExistsException(problem, exists.existingId(), exists.differences());
      }
      case IN_USE -> new InUseException(problem, ((InUseException) error).holders());
      case QUOTA_EXCEEDED -> {
        QuotaExceededException quota = (QuotaExceededException) error;
        yield new QuotaExceededException(
            problem, quota.used().orElse(-1), quota.limit().orElse(-1), quota.asked().orElse(-1));
      }
      case ACCESS_DENIED -> new AccessDeniedException(problem);
      case UNSUPPORTED ->
          new UnsupportedException(problem, ((UnsupportedException) error).capability());
      case TIMEOUT -> {
        StorageTimeoutException timeout = (StorageTimeoutException) error;
        yield new StorageTimeoutException(
            problem,
            timeout.lastState(),
            timeout.reason(),
            timeout.raw(),
            timeout.operationId().orElse(null),
            timeout.history());
      }
      case UNAVAILABLE ->
          new UnavailableException(
              problem, ((UnavailableException) error).retryAfter().orElse(null));
      case OUTCOME_UNKNOWN -> new OutcomeUnknownException(problem);
      case INTEGRITY -> {
        IntegrityException integrity = (IntegrityException) error;
        yield new IntegrityException(problem, integrity.expected(), integrity.found());
      }
      case SUSPENDED -> new SuspendedException(problem);
      case FAILED -> {
        FailedException failed = (FailedException) error;
        yield new FailedException(problem, failed.reason(), failed.backendReason());
      }
      case CONFLICT -> new ConflictException(problem);
      case PROTECTED -> new ProtectedException(problem);
      case CANCELLED -> new CancelledException(problem);
    };
  }
}
