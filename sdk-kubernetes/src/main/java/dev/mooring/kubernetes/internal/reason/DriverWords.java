package dev.mooring.kubernetes.internal.reason;

import dev.mooring.volume.Reason;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a provisioner's failure means. Its texts differ by release: {@code failed to provision
 * volume with StorageClass "X": rpc error: …} (5.3 and older), {@code Volume provisioning failed
 * with infeasible error. Retries will be delayed. rpc error: …} (6, InvalidArgument only), bare
 * {@code rpc error: code = C desc = …} (6, other codes).
 *
 * @param reason the reason
 * @param permanent whether it cannot get better by itself
 * @param counts whether it is permanent once it came three times
 */
public record DriverWords(Reason reason, boolean permanent, boolean counts) {
  private static final Pattern RPC =
      Pattern.compile("rpc error: code = ([A-Za-z]+) desc = (.*)", Pattern.DOTALL);
  private static final Pattern NO_CLASS =
      Pattern.compile("storageclass(?:\\.storage\\.k8s\\.io)? \"[^\"]*\" not found");

  /** What these words mean. */
  public static DriverWords of(String message) {
    Matcher rpc = RPC.matcher(message);
    DriverWords words =
        rpc.find()
            ? code(rpc.group(1), rpc.group(2).toLowerCase(Locale.ROOT))
            : plain(message.toLowerCase(Locale.ROOT));
    return message.contains("infeasible") ? new DriverWords(words.reason, true, false) : words;
  }

  private static DriverWords code(String code, String text) {
    return switch (code) {
      case "InvalidArgument" ->
          forGood(credentials(text) ? Reason.BAD_CREDENTIALS : Reason.BAD_PARAMETERS);
      case "ResourceExhausted" -> new DriverWords(Reason.NO_CAPACITY, false, true);
      case "OutOfRange", "Unimplemented" -> waits(Reason.BAD_PARAMETERS);
      case "Unauthenticated", "PermissionDenied" -> waits(Reason.BAD_CREDENTIALS);
      case "DeadlineExceeded", "Unavailable" -> waits(Reason.BACKEND_UNREACHABLE);
      case "Aborted" -> waits(Reason.IN_PROGRESS);
      default -> waits(guess(text));
    };
  }

  private static DriverWords plain(String text) {
    if (NO_CLASS.matcher(text).find()) {
      // A controller that has not read a new class yet says so once.
      return new DriverWords(Reason.NO_SUCH_CLASS, false, true);
    }
    if (text.contains("no storage class is set")) {
      return forGood(Reason.NO_SUCH_CLASS);
    }
    if (text.contains("is forbidden")) {
      return forGood(text.contains("quota") ? Reason.QUOTA : Reason.BAD_CREDENTIALS);
    }
    if (text.contains("csi parameters") || text.contains("getting handle for datasource")) {
      return waits(Reason.BAD_PARAMETERS);
    }
    if (text.contains("getting secret") || text.contains("failed to get secret")) {
      return waits(Reason.BAD_CREDENTIALS);
    }
    if (text.contains("topology") || text.contains("accessibility requirements")) {
      return waits(Reason.TOPOLOGY);
    }
    return waits(guess(text));
  }

  /** Codes like Internal say nothing; the words may. */
  private static Reason guess(String text) {
    if (text.contains("no space left") || text.contains("enospc")) {
      return Reason.NO_CAPACITY;
    }
    if (text.contains("quota exceeded") || text.contains("exceeded quota")) {
      return Reason.QUOTA;
    }
    if (text.contains("timed out")
        || text.contains("connection refused")
        || text.contains("no route to host")
        || text.contains("deadline exceeded")) {
      return Reason.BACKEND_UNREACHABLE;
    }
    if (credentials(text)) {
      return Reason.BAD_CREDENTIALS;
    }
    if (text.contains("pool not found")
        || text.contains("invalid pool")
        || text.contains("must be set")
        || text.contains("invalid argument")) {
      return Reason.BAD_PARAMETERS;
    }
    return Reason.DRIVER_ERROR;
  }

  private static boolean credentials(String text) {
    return text.contains("permission denied")
        || text.contains("secret")
        || text.contains("credential")
        || text.contains("access denied")
        || text.contains("unauthorized");
  }

  private static DriverWords forGood(Reason reason) {
    return new DriverWords(reason, true, false);
  }

  private static DriverWords waits(Reason reason) {
    return new DriverWords(reason, false, false);
  }
}
