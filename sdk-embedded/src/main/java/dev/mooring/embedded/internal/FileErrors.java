package dev.mooring.embedded.internal;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.FailedException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.volume.Reason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;

/** Says in Mooring's errors what the filesystem says. The one place that knows its words. */
final class FileErrors {
  private FileErrors() {}

  static StorageException translate(Problem problem, IOException failure) {
    Problem told = problem.cause(failure);
    String words = words(failure);
    if (failure instanceof java.nio.file.AccessDeniedException
        || says(words, "Permission denied")
        || says(words, "Operation not permitted")
        || says(words, "Read-only file system")) {
      return new AccessDeniedException(
          told.because("this user may not do that: " + words)
              .hint("check the owner and the permissions of the root folder, and its disk"));
    }
    if (says(words, "No space left on device")
        || says(words, "quota exceeded")
        || says(words, "File too large")) {
      return new FailedException(
          told.because("no space is left: " + words).hint("free space on the disk of the root"),
          Reason.NO_CAPACITY.name(),
          words);
    }
    if (failure instanceof NotDirectoryException
        || failure instanceof NoSuchFileException
        || failure instanceof FileAlreadyExistsException
        || failure instanceof NotLinkException
        || says(words, "Not a directory")) {
      return new FailedException(
          told.because("a file or folder is not as the backend left it: " + words)
              .hint("undo what was done by hand below the root folder"),
          Reason.DRIVER_ERROR.name(),
          words);
    }
    return new UnavailableException(
        told.because("the filesystem failed: " + words).hint("check the disk, then try again"));
  }

  private static boolean says(String words, String part) {
    return words.contains(part);
  }

  /** The exception's own message is only a path when nothing else is known. */
  private static String words(IOException failure) {
    if (failure instanceof FileSystemException e && e.getReason() == null) {
      String what = e.getClass().getSimpleName().replace("Exception", "");
      return what + " " + e.getFile();
    }
    return String.valueOf(failure.getMessage());
  }
}
