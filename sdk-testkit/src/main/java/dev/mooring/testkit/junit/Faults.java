package dev.mooring.testkit.junit;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.FailedException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.Reason;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Breaks what the client of a test does with its backend, so that the test sees what its own code
 * makes of it. Nothing is broken unless asked for. Thread-safe.
 *
 * <pre>{@code
 * @Test
 * void tellsItsUserThatStorageIsAway(StorageClient storage, Faults faults) {
 *   faults.on("create").failOnce(ErrorCode.UNAVAILABLE);
 *   …
 * }
 * }</pre>
 *
 * <p>What can be broken, by the word for it: {@code create}, {@code delete}, {@code attach}, {@code
 * detach}: the call that begins it; {@code launch}, {@code stop}, {@code exec}: of an instance;
 * {@code read}, {@code list}: of drives. Every other call has the name that {@link
 * Interceptor.Call#name()} gives it, for example {@code Provisioning.advance}.
 */
public final class Faults {
  private static final Set<ErrorCode> CODES =
      EnumSet.of(
          ErrorCode.UNAVAILABLE,
          ErrorCode.OUTCOME_UNKNOWN,
          ErrorCode.ACCESS_DENIED,
          ErrorCode.QUOTA_EXCEEDED,
          ErrorCode.CONFLICT,
          ErrorCode.FAILED);

  private final List<Fault> faults = new CopyOnWriteArrayList<>();

  Faults() {}

  /**
   * Where to break something.
   *
   * @param what a word or the name of a call, as above
   * @throws IllegalArgumentException when it is neither
   */
  public Site on(String what) {
    return new Site(what, CallWords.predicate(what));
  }

  /** Breaks nothing any more. */
  public void clear() {
    faults.clear();
  }

  /** A place where something can be broken. */
  public final class Site {
    private final String what;
    private final Predicate<Interceptor.Call> which;

    private Site(String what, Predicate<Interceptor.Call> which) {
      this.what = what;
      this.which = which;
    }

    /**
     * Lets the next such call fail, with all its tries: what the client repeats by itself fails as
     * well. The call after it works.
     *
     * @param code {@code UNAVAILABLE}, {@code ACCESS_DENIED}, {@code QUOTA_EXCEEDED}, {@code
     *     CONFLICT}, {@code FAILED}: then nothing was changed; or {@code OUTCOME_UNKNOWN}: then the
     *     change was made
     * @throws IllegalArgumentException for another code, which no backend gives
     */
    public void failOnce(ErrorCode code) {
      faults.add(new Fault(what, which, checked(code), Duration.ZERO, true));
    }

    /** Lets all such calls fail until {@link Faults#clear}; else as {@link #failOnce}. */
    public void fail(ErrorCode code) {
      faults.add(new Fault(what, which, checked(code), Duration.ZERO, false));
    }

    /**
     * Lets all such calls take so much longer, until {@link Faults#clear}.
     *
     * @param time at least zero
     */
    public void delay(Duration time) {
      if (time.isNegative()) {
        throw new IllegalArgumentException("a delay cannot be negative: " + time);
      }
      faults.add(new Fault(what, which, null, time, false));
    }

    private static ErrorCode checked(ErrorCode code) {
      if (!CODES.contains(Objects.requireNonNull(code, "code"))) {
        throw new IllegalArgumentException(
            "no backend fails a call with " + code + "; choose one of " + CODES);
      }
      return code;
    }
  }

  @Nullable Object around(Interceptor.Call call) throws Throwable {
    for (Fault fault : faults) {
      if (fault.takes(call)) {
        TimeUnit.MILLISECONDS.sleep(fault.delay.toMillis());
        if (fault.code == ErrorCode.OUTCOME_UNKNOWN) {
          Object unused = call.proceed();
        }
        if (fault.code != null) {
          throw fault.error(fault.code);
        }
      }
    }
    return call.proceed();
  }

  private static final class Fault {
    private final String what;
    private final Predicate<Interceptor.Call> which;
    private final @Nullable ErrorCode code;
    private final Duration delay;
    private final boolean once;
    private @Nullable Object victim;
    private boolean used;

    Fault(
        String what,
        Predicate<Interceptor.Call> which,
        @Nullable ErrorCode code,
        Duration delay,
        boolean once) {
      this.what = what;
      this.which = which;
      this.code = code;
      this.delay = delay;
      this.once = once;
    }

    /** A call that is tried again has the very same argument. */
    @SuppressWarnings("ReferenceEquality")
    synchronized boolean takes(Interceptor.Call call) {
      if (!which.test(call)) {
        return false;
      }
      if (!once) {
        return true;
      }
      if (!used) {
        used = true;
        victim = call.argument();
        return true;
      }
      return victim != null && victim == call.argument();
    }

    StorageException error(ErrorCode kind) {
      Problem problem =
          Problem.tried("reach")
              .on(what)
              .because("this test asked for it")
              .hint("this is a fault of the test");
      return switch (kind) {
        case UNAVAILABLE -> new UnavailableException(problem);
        case OUTCOME_UNKNOWN -> new OutcomeUnknownException(problem);
        case ACCESS_DENIED -> new AccessDeniedException(problem);
        case QUOTA_EXCEEDED -> new QuotaExceededException(problem, -1, -1, -1);
        case CONFLICT -> new ConflictException(problem);
        default -> new FailedException(problem, Reason.UNKNOWN.name(), "");
      };
    }
  }
}
