package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.mooring.testkit.secret.MarkedSecrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is told to anybody: log lines of all libraries down to TRACE, and texts. */
final class Told implements AutoCloseable {
  private static final List<String> LOGGERS = List.of("dev.mooring", "io.fabric8");

  private final List<String> texts = new ArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          text(
              event.getLoggerName()
                  + event.getFormattedMessage()
                  + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
      };

  Told() {
    appender.start();
    for (String name : LOGGERS) {
      Logger logger = (Logger) LoggerFactory.getLogger(name);
      logger.setLevel(Level.TRACE);
      logger.addAppender(appender);
    }
  }

  synchronized void text(String text) {
    texts.add(text);
  }

  /** An error with all its causes. */
  void error(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    text(e + " " + text);
  }

  /** Fails when a text tells a secret, or when nothing was told at all. */
  synchronized void assertNoSecret() {
    assertThat(texts).as("log lines and texts").isNotEmpty();
    assertThat(texts).noneMatch(MarkedSecrets::in);
  }

  synchronized int size() {
    return texts.size();
  }

  @Override
  public void close() {
    for (String name : LOGGERS) {
      Logger logger = (Logger) LoggerFactory.getLogger(name);
      logger.detachAppender(appender);
      logger.setLevel(name.equals("dev.mooring") ? Level.TRACE : null);
    }
  }
}
