package dev.mooring.kubernetes.internal.audit;

import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Pages;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Objects of a collection.
 *
 * @param items those that were wanted
 * @param refused whether this client may not read them: there may be any then
 * @param <O> their type
 */
record Listed<O extends HasMetadata>(List<O> items, boolean refused) {
  Listed {
    items = List.copyOf(items);
  }

  /** All that are wanted; none where the cluster does not know the kind. */
  static <O extends HasMetadata> Listed<O> of(
      Api api, Call call, Class<O> type, Predicate<O> wanted) {
    List<O> items = new ArrayList<>();
    Answer last = read(api, call, type, wanted, items);
    return last.code() == 403 ? new Listed<>(List.of(), true) : listed(api, call, last, items);
  }

  /** The same, of what every client must be able to read. */
  static <O extends HasMetadata> Listed<O> required(
      Api api, Call call, Class<O> type, Predicate<O> wanted) {
    List<O> items = new ArrayList<>();
    return listed(api, call, read(api, call, type, wanted, items), items);
  }

  private static <O extends HasMetadata> Answer read(
      Api api, Call call, Class<O> type, Predicate<O> wanted, List<O> into) {
    return Pages.each(
            api,
            call,
            type,
            object -> {
              if (wanted.test(object)) {
                into.add(object);
              }
            })
        .answer();
  }

  private static <O extends HasMetadata> Listed<O> listed(
      Api api, Call call, Answer last, List<O> items) {
    if (last.code() == 404) {
      return new Listed<>(List.of(), false);
    }
    if (!last.ok()) {
      throw api.error(call, last);
    }
    return new Listed<>(items, false);
  }
}
