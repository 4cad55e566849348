package dev.mooring.kubernetes.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.InternalException;
import dev.mooring.error.StorageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches a collection from a version on, on a thread of its own. The server ends each request
 * after a while; the next goes on from the last version seen, so that nothing is missed, and that
 * alone shows that the watch lives. Everything else ends it.
 */
public final class ApiWatch implements AutoCloseable {
  private static final String SECONDS = "25";
  private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(1);

  private final Api api;
  private final Call collection;
  private final Handler handler;
  private volatile String version;
  private volatile boolean closed;
  private volatile @Nullable InputStream current;

  /** Hears what a watch sees, on the watch's thread. */
  public interface Handler {
    /**
     * An object was added, changed or deleted.
     *
     * @param type {@code ADDED}, {@code MODIFIED} or {@code DELETED}
     */
    void event(String type, JsonNode object);

    /** The watch lives. */
    void alive();

    /** The watch ended by itself. */
    void ended(Throwable cause);
  }

  private ApiWatch(Api api, Call collection, String version, Handler handler) {
    this.api = api;
    this.collection = collection;
    this.version = version;
    this.handler = handler;
  }

  /** Begins to watch a collection after a version of it. */
  public static ApiWatch start(Api api, Call collection, String version, Handler handler) {
    ApiWatch watch = new ApiWatch(api, collection, version, handler);
    Thread thread = new Thread(watch::run, "mooring-watch " + collection.resource());
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void run() {
    StorageException cause =
        new InternalException(
            api.errors().problem("watch", collection.resource()).because("its thread died"));
    try {
      while (!closed) {
        follow();
        if (!closed) {
          handler.alive();
        }
      }
    } catch (IOException e) {
      cause = api.errors().of(collection, e);
    } catch (StorageException e) {
      cause = e;
    } finally {
      end(cause);
    }
  }

  private void end(StorageException cause) {
    if (!closed) {
      closed = true;
      handler.ended(cause);
    }
  }

  /** One request, until the server ends it. */
  private void follow() throws IOException {
    Call call =
        collection
            .with("watch", "1")
            .with("allowWatchBookmarks", "true")
            .with("timeoutSeconds", SECONDS)
            .with("resourceVersion", version)
            .saying("watch", collection.resource());
    long begun = System.nanoTime();
    try (InputStream stream = api.stream(call)) {
      current = stream;
      if (closed) {
        return;
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      boolean silent = true;
      String line = lines.readLine();
      while (line != null && !closed) {
        silent = false;
        take(call, line);
        line = lines.readLine();
      }
      if (silent && !closed && System.nanoTime() - begun < AT_ONCE) {
        throw new IOException("the watch was ended at once"); // else this would be a busy loop
      }
    } finally {
      current = null;
    }
  }

  private void take(Call call, String line) {
    JsonNode event = api.json().tree(line);
    String type = event.path("type").asText();
    JsonNode object = event.path("object");
    if (type.equals("ERROR")) {
      int code = object.path("code").asInt(500);
      throw api.error(call, new Answer(code, Map.of(), object.toString()));
    }
    String seen = object.path("metadata").path("resourceVersion").asText();
    if (!seen.isEmpty()) {
      version = seen;
    }
    if (type.equals("BOOKMARK")) {
      handler.alive();
    } else {
      handler.event(type, object);
    }
  }

  /** Ends the watch; its handler hears nothing more. */
  @Override
  public void close() {
    closed = true;
    InputStream open = current;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // It is gone already, which is what was wanted.
      }
    }
  }
}
