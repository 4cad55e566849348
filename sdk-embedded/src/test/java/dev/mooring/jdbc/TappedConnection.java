package dev.mooring.jdbc;

import dev.mooring.testkit.crash.Announcer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands around the statements of one connection. Serves one thread at a time, as it does. */
final class TappedConnection {
  private static final Pattern WRITE =
      Pattern.compile(
          "\\s*(?:INSERT\\s+(?:OR\\s+\\w+\\s+)?INTO|UPDATE|DELETE\\s+FROM)\\s+(\\w+).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final String RECORDS = "records";

  private final Announcer announcer;
  private final boolean statements;
  private String written = "";

  private TappedConnection(Announcer announcer, boolean statements) {
    this.announcer = announcer;
    this.statements = statements;
  }

  static Connection around(Connection connection, Announcer announcer, boolean statements) {
    return new TappedConnection(announcer, statements).proxy(Connection.class, connection, "");
  }

  private <T> T proxy(Class<T> type, T target, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            TappedConnection.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call(target, method, arguments, sql)));
  }

  private @Nullable Object call(
      Object target, Method method, Object @Nullable [] arguments, String sql) throws Throwable {
    String first =
        arguments != null && arguments.length > 0 && arguments[0] instanceof String text
            ? text
            : sql;
    return switch (method.getName()) {
      case "createStatement" ->
          proxy(Statement.class, (Statement) answer(target, method, arguments), "");
      case "prepareStatement" ->
          proxy(
              PreparedStatement.class,
              (PreparedStatement) answer(target, method, arguments),
              first);
      case "execute", "executeUpdate", "executeQuery", "executeBatch" ->
          execute(first, () -> invoke(target, method, arguments));
      default -> invoke(target, method, arguments);
    };
  }

  private @Nullable Object execute(String sql, Announcer.Change change) throws Throwable {
    if (sql.equals("COMMIT") && !written.isEmpty()) {
      String name = "COMMIT of " + written;
      written = "";
      return announcer.around(name, change);
    }
    if (sql.equals("ROLLBACK")) {
      written = "";
    }
    Matcher write = WRITE.matcher(sql);
    // Old news is swept away now and then, in whichever transaction comes then.
    if (!write.matches() || sql.startsWith("DELETE FROM changes")) {
      return change.make();
    }
    String table = write.group(1);
    String verb = sql.stripLeading().substring(0, 6).toUpperCase(Locale.ROOT);
    String name = verb + " " + table;
    if (written.isEmpty() || table.equals(RECORDS)) {
      written = name;
    }
    return statements ? announcer.around(name, change) : change.make();
  }

  private static Object answer(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object answer = invoke(target, method, arguments);
    if (answer == null) {
      throw new IllegalStateException("no answer of " + method);
    }
    return answer;
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
