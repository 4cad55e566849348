package dev.mooring.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.StorageException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@DisplayName("SQLite's codes become errors")
class SqliteErrorsTest {
  private static final Path FILE = Path.of("/srv/mooring/records.db");

  private static StorageException translate(SQLiteErrorCode code, boolean committing) {
    Attempt attempt = Attempt.to("create", "drive/a", "local");
    return SqliteErrors.translate(
        committing ? attempt.atCommit() : attempt, new SQLiteException("words", code), FILE);
  }

  @ParameterizedTest(name = "{0} is {1}, retryable {2}")
  @CsvSource({
    "SQLITE_BUSY, UNAVAILABLE, true",
    "SQLITE_BUSY_SNAPSHOT, UNAVAILABLE, true",
    "SQLITE_LOCKED, UNAVAILABLE, true",
    "SQLITE_CORRUPT, FAILED, false",
    "SQLITE_CORRUPT_VTAB, FAILED, false",
    "SQLITE_NOTADB, FAILED, false",
    "SQLITE_FULL, FAILED, false",
    "SQLITE_READONLY, ACCESS_DENIED, false",
    "SQLITE_READONLY_DIRECTORY, ACCESS_DENIED, false",
    "SQLITE_PERM, ACCESS_DENIED, false",
    "SQLITE_CANTOPEN, UNAVAILABLE, true",
    "SQLITE_IOERR_WRITE, UNAVAILABLE, true",
    "SQLITE_MISUSE, INTERNAL, false",
  })
  void translates(SQLiteErrorCode code, ErrorCode expected, boolean retryable) {
    StorageException error = translate(code, false);

    assertThat(error.code()).isEqualTo(expected);
    assertThat(error.retryable()).isEqualTo(retryable);
    assertThat(error).hasMessageContaining("create drive/a in local");
    assertThat(error.hint()).isPresent();
  }

  @Test
  @DisplayName("that leave the outcome open when the disk fails at the commit")
  void outcomeUnknown() {
    assertThat(translate(SQLiteErrorCode.SQLITE_IOERR_FSYNC, true).code())
        .isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    assertThat(translate(SQLiteErrorCode.SQLITE_FULL, true).code()).isEqualTo(ErrorCode.FAILED);
  }

  @Test
  @DisplayName("and what is not SQLite's is a defect")
  void internal() {
    assertThat(
            SqliteErrors.translate(
                    Attempt.to("list", "volumes", "local"), new SQLException("words"), FILE)
                .code())
        .isEqualTo(ErrorCode.INTERNAL);
  }
}
