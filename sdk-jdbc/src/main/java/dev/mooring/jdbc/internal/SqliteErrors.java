package dev.mooring.jdbc.internal;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.FailedException;
import dev.mooring.error.InternalException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.volume.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in Mooring's errors what SQLite says in codes. The one place that knows the codes. */
final class SqliteErrors {
  /** The lower byte of a code is the primary one; the upper bytes say more about it. */
  private static final int PRIMARY = 0xff;

  private SqliteErrors() {}

  static StorageException translate(Attempt attempt, SQLException failure, Path file) {
    Problem problem = attempt.problem().cause(failure);
    if (failure.getCause() instanceof IOException cause) {
      return noFolder(problem, failure, cause);
    }
    if (!(failure instanceof SQLiteException sqlite)) {
      return internal(problem, failure);
    }
    return switch (SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new UnavailableException(
              problem
                  .because("another process kept the database " + file + " busy for too long")
                  .hint("try again, or raise timeouts.request"));
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          new FailedException(
              problem
                  .because("the database " + file + " is damaged, or is no database")
                  .hint(
                      "restore it from a copy; the volumes' bytes lie beside it, untouched; never"
                          + " delete the files that end in -wal"),
              Reason.DRIVER_ERROR.name(),
              words(failure));
      case SQLITE_FULL ->
          new FailedException(
              problem
                  .because("no space is left for the database " + file + "; nothing was changed")
                  .hint("free space on its disk, then try again"),
              Reason.NO_CAPACITY.name(),
              words(failure));
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
          new AccessDeniedException(
              problem
                  .because("this user may not write to the database " + file)
                  .hint("make the file and its folder writable, or use another folder"));
      case SQLITE_CANTOPEN -> cannotOpen(problem, file);
      case SQLITE_IOERR -> ioError(attempt, problem, failure, file);
      default -> internal(problem, failure);
    };
  }

  private static StorageException noFolder(
      Problem problem, SQLException failure, IOException cause) {
    Problem told =
        problem
            .because(words(failure) + " (" + cause + ")")
            .hint("make it yourself, writable for this user, or use another folder");
    return cause instanceof java.nio.file.AccessDeniedException
        ? new AccessDeniedException(told)
        : new UnavailableException(told);
  }

  private static StorageException cannotOpen(Problem problem, Path file) {
    Path folder = file.getParent();
    if (folder != null && Files.isDirectory(folder) && !Files.isWritable(folder)) {
      return new AccessDeniedException(
          problem
              .because("this user may not write to the folder " + folder)
              .hint("make it writable, or use another folder"));
    }
    return new UnavailableException(
        problem
            .because("the database " + file + " cannot be opened")
            .hint("check that its folder exists and is writable, and that no folder has its name"));
  }

  private static StorageException ioError(
      Attempt attempt, Problem problem, SQLException failure, Path file) {
    Problem told =
        problem
            .because("the disk failed at the database " + file + ": " + words(failure))
            .hint("check the disk and its space, then try again");
    return attempt.committing()
        ? new OutcomeUnknownException(told)
        : new UnavailableException(told);
  }

  private static StorageException internal(Problem problem, SQLException failure) {
    return new InternalException(
        problem.because("the database answered: " + words(failure)).hint("please report this"));
  }

  private static String words(SQLException failure) {
    return String.valueOf(failure.getMessage());
  }
}
