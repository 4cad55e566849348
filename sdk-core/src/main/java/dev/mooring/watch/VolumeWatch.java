package dev.mooring.watch;

/** A watch of volumes that goes on until it is closed, or its client is. Thread-safe. */
public interface VolumeWatch extends AutoCloseable {
  /**
   * Resumes after all that has been told so far: after the events from whose listener the call has
   * returned. Also of a watch that is closed.
   */
  ResumeToken token();

  /**
   * Ends it. An event that is being told is told to its end; none is told after it. May be
   * repeated.
   */
  @Override
  void close();
}
