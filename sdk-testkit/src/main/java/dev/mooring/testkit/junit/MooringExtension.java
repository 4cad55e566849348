package dev.mooring.testkit.junit;

import dev.mooring.StorageClient;
import dev.mooring.StorageClientBuilder;
import dev.mooring.testkit.fault.InterceptedBackend;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a fresh {@link StorageClient} as a parameter, of an embedded backend that is
 * empty at the start and gone after the test; and the {@link Faults} of that client. The methods
 * before and after each test get the same client as the test. Nothing is shared between tests: they
 * may run at the same time.
 *
 * <pre>{@code
 * @RegisterExtension static final MooringExtension mooring = MooringExtension.embedded();
 *
 * @Test
 * void launches(StorageClient storage) { … }
 *
 * @Test
 * void tellsThatStorageIsAway(StorageClient storage, Faults faults) {
 *   faults.on("create").failOnce(ErrorCode.UNAVAILABLE);
 *   …
 * }
 * }</pre>
 */
public final class MooringExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(MooringExtension.class);

  private final UnaryOperator<StorageClientBuilder> options;

  private MooringExtension(UnaryOperator<StorageClientBuilder> options) {
    this.options = options;
  }

  /** Gives clients with the standard settings: account {@code default}, region {@code local}. */
  public static MooringExtension embedded() {
    return embedded(UnaryOperator.identity());
  }

  /**
   * Gives clients with other settings, for example {@code b -> b.account("acme").prices(book)}.
   *
   * @param options called once for each test
   */
  public static MooringExtension embedded(UnaryOperator<StorageClientBuilder> options) {
    return new MooringExtension(Objects.requireNonNull(options, "options"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == StorageClient.class || type == Faults.class;
  }

  /**
   * The client of the running test, or its faults.
   *
   * @throws ParameterResolutionException outside of a test, for example in a constructor
   */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "client and faults belong to one test: take them in the test, or before and after each");
    }
    // The store closes what it holds when the test ends.
    Faulty faulty = context.getStore(NAMESPACE).computeIfAbsent(this, key -> open(), Faulty.class);
    return parameter.getParameter().getType() == Faults.class ? faulty.faults() : faulty.client();
  }

  private Faulty open() {
    StorageClientBuilder builder = options.apply(StorageClient.builder().inMemory());
    Faults faults = new Faults();
    InterceptedBackend.around(builder, faults::around);
    return new Faulty(builder.build(), faults);
  }

  private record Faulty(StorageClient client, Faults faults) implements AutoCloseable {
    @Override
    public void close() {
      faults.clear();
      client.close();
    }
  }
}
