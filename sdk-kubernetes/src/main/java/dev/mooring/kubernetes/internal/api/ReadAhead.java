package dev.mooring.kubernetes.internal.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Pages of lists that are asked for while the page before is read, so that the server and this
 * process work at once. All pages of a list are of one version of the collection, so a page that is
 * asked for early is no older. What nobody fetches is few pages, and is dropped by those that come
 * later; what went wrong is asked for again in the usual way. Thread-safe.
 */
public final class ReadAhead {
  private static final int MOST = 2;
  private static final long KEPT = TimeUnit.SECONDS.toNanos(10);

  private final Api api;
  private final Map<String, Asked> pages = new LinkedHashMap<>();

  private record Asked(CompletableFuture<Answer> answer, long at) {}

  ReadAhead(Api api) {
    this.api = api;
  }

  /** Asks for a page, unless enough are asked for. */
  public void begin(Call page) {
    long now = System.nanoTime();
    synchronized (pages) {
      pages.values().removeIf(asked -> now - asked.at() > KEPT);
      if (pages.size() < MOST && !pages.containsKey(page.target())) {
        api.sendAhead(page).ifPresent(answer -> pages.put(page.target(), new Asked(answer, now)));
      }
    }
  }

  /** The answer for a page: the one that was asked for, if it is good, or a new one. */
  public Answer get(Call page) {
    Asked asked;
    synchronized (pages) {
      asked = pages.remove(page.target());
    }
    return asked == null
        ? api.send(page)
        : waited(page, asked).filter(Answer::ok).orElseGet(() -> api.send(page));
  }

  private Optional<Answer> waited(Call page, Asked asked) {
    try {
      return Optional.of(asked.answer().get(api.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      return Optional.empty(); // the usual way tells what is wrong, if it still is
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw api.errors().interrupted(page, e);
    }
  }
}
