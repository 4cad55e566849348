package dev.mooring.kubernetes.internal.api;

import io.fabric8.kubernetes.api.model.ListMeta;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collections of the API server, read page by page. */
public final class Pages {
  private static final String LIMIT = "500";

  private Pages() {}

  /**
   * How reading ended.
   *
   * @param answer the last page, or the answer that is none
   * @param version the collection's version, empty without a page
   */
  public record End(Answer answer, String version) {}

  /**
   * Reads all items, up to the first answer that is no page. They are not to be written: see {@link
   * Json#items}.
   */
  public static <T> End each(Api api, Call call, Class<T> type, Consumer<? super T> item) {
    String next = null;
    String version = "";
    while (true) {
      Answer answer = api.ahead().get(page(call, next));
      if (!answer.ok()) {
        return new End(answer, version);
      }
      ListMeta page =
          api.json().items(answer.body(), type, more -> api.ahead().begin(page(call, more)), item);
      version = page.getResourceVersion() == null ? "" : page.getResourceVersion();
      next = next(page).orElse(null);
      if (next == null) {
        return new End(answer, version);
      }
    }
  }

  /**
   * Reads all items.
   *
   * @return the collection's version
   * @throws dev.mooring.error.StorageException when the server refuses or cannot
   */
  public static <T> String all(Api api, Call call, Class<T> type, Consumer<? super T> item) {
    End end = each(api, call, type, item);
    if (!end.answer().ok()) {
      throw api.error(call, end.answer());
    }
    return end.version();
  }

  private static Call page(Call call, @Nullable String from) {
    return call.with("limit", LIMIT).with("continue", from);
  }

  /** Where a list goes on after a page; empty when it does not. */
  public static Optional<String> next(ListMeta page) {
    return Optional.ofNullable(page.getContinue()).filter(token -> !token.isEmpty());
  }
}
