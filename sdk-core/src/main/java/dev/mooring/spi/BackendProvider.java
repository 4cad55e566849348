package dev.mooring.spi;

/**
 * Finds a backend by the id that a configuration names, through {@link java.util.ServiceLoader}; it
 * needs a public constructor without parameters. Two providers of one id are an error.
 */
public interface BackendProvider {
  /** The id, which is also the name of the backend's section in the configuration. */
  String id();

  /**
   * The backend that a section of the configuration describes. Unknown keys are reported by core.
   * Wrong values are reported by {@link Settings#wrong}; the answer does not matter then.
   */
  Backend configure(Settings settings);
}
