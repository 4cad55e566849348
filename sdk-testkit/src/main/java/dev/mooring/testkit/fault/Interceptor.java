package dev.mooring.testkit.fault;

import org.jspecify.annotations.Nullable;

/** Stands around every call to a backend. Must be thread-safe. */
@FunctionalInterface
public interface Interceptor {
  /**
   * Stands around one call: lets it go on, before or after whatever else, or answers in its place.
   *
   * @param call the call
   * @return the answer that the caller gets
   * @throws Throwable what the caller gets instead
   */
  @Nullable Object around(Call call) throws Throwable;

  /** A call to a backend. */
  interface Call {
    /**
     * Its name: {@code volumes.swap}, {@code targets.get}, {@code Provisioning.advance}, {@code
     * backend.now}.
     */
    String name();

    /** What is called: the store, the ability or the backend itself, not intercepted. */
    Object receiver();

    /** Its argument, for example the record; null when it has none. */
    @Nullable Object argument();

    /** Whether it may change something. */
    boolean mutates();

    /**
     * Does it.
     *
     * @throws Throwable what the backend throws
     */
    @Nullable Object proceed() throws Throwable;

    /**
     * Does it with another argument in place of {@link #argument()}.
     *
     * @throws Throwable what the backend throws
     */
    @Nullable Object proceed(Object otherArgument) throws Throwable;
  }
}
