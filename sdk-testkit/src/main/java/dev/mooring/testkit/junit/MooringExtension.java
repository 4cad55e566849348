package dev.mooring.testkit.junit;

import dev.mooring.StorageClient;
import dev.mooring.StorageClientBuilder;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a fresh {@link StorageClient} as a parameter, of an embedded backend that is
 * empty at the start and gone after the test. The methods before and after each test get the same
 * client as the test. Nothing is shared between tests: they may run at the same time.
 *
 * <pre>{@code
 * @RegisterExtension static final MooringExtension mooring = MooringExtension.embedded();
 *
 * @Test
 * void launches(StorageClient storage) { … }
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
    return parameter.getParameter().getType() == StorageClient.class;
  }

  /**
   * The client of the running test.
   *
   * @throws ParameterResolutionException outside of a test, for example in a constructor
   */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "a StorageClient belongs to one test: take it in the test, or before and after each");
    }
    // The store closes what it holds when the test ends.
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(
            this,
            key -> options.apply(StorageClient.builder().inMemory()).build(),
            StorageClient.class);
  }
}
