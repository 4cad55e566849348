package dev.mooring.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Every request that this process sends through the JDK's HTTP client, which the Kubernetes client
 * uses: from the HTTP client's own log, so repeated ones and those of watches are in it too.
 */
final class RequestLog extends Handler {
  private static final String NAME = "jdk.httpclient.HttpClient";
  private static final String MARK = "REQUEST: ";

  // Held here, for java.util.logging forgets loggers that nobody holds.
  private final Logger logger = Logger.getLogger(NAME);
  private final List<String> requests = new ArrayList<>();

  /** Begins to listen; must come before the first use of the HTTP client in this process. */
  static RequestLog open() {
    System.setProperty(NAME + ".log", "requests");
    RequestLog log = new RequestLog();
    log.logger.setUseParentHandlers(false);
    log.logger.addHandler(log);
    return log;
  }

  /** What was sent since the last time this was asked, as method, path and query. */
  synchronized List<String> take() {
    List<String> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  @Override
  public synchronized void publish(LogRecord line) {
    String message = line.getMessage();
    if (message != null && message.startsWith(MARK)) {
      String[] words = message.substring(MARK.length()).split(" ", -1);
      URI uri = URI.create(words[0]);
      String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
      requests.add(words[1] + " " + uri.getPath() + query);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
