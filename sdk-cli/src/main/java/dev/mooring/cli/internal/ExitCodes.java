package dev.mooring.cli.internal;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.StorageException;
import dev.mooring.error.Violation;
import java.util.Collection;
import java.util.List;

/** The exit codes of the program: a stable interface, see {@code docs/cli.md}. */
public final class ExitCodes {
  /** Done. */
  public static final int DONE = 0;

  private ExitCodes() {}

  /** The exit code of an error's code. */
  public static int of(ErrorCode code) {
    return switch (code) {
      case INTERNAL -> 1;
      case INVALID_REQUEST -> 2;
      case NOT_FOUND -> 3;
      case ALREADY_EXISTS -> 4;
      case IN_USE -> 5;
      case QUOTA_EXCEEDED -> 6;
      case ACCESS_DENIED -> 7;
      case UNSUPPORTED -> 8;
      case TIMEOUT -> 9;
      case UNAVAILABLE -> 10;
      case OUTCOME_UNKNOWN -> 11;
      case INTEGRITY -> 12;
      case SUSPENDED -> 13;
      case FAILED -> 14;
      case CONFLICT -> 15;
      case PROTECTED -> 16;
      case CANCELLED -> 130;
    };
  }

  /** The code of an error; of several violations the one that all agree on. */
  public static ErrorCode codeOf(StorageException error) {
    return error instanceof InvalidRequestException invalid
        ? agreed(invalid.violations())
        : error.code();
  }

  private static ErrorCode agreed(Collection<Violation> violations) {
    List<ErrorCode> codes = violations.stream().map(Violation::code).distinct().toList();
    return codes.size() == 1 ? codes.get(0) : ErrorCode.INVALID_REQUEST;
  }
}
