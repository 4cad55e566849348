package dev.mooring.kubernetes.internal.instance;

import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.instance.ExecResult;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Connection;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.volume.Reason;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a command in an instance's container, without a shell; its output is small by contract. */
final class PodExec {
  private final Place place;
  private final Connection connection;

  PodExec(Place place, Connection connection) {
    this.place = place;
    this.connection = connection;
  }

  ExecResult run(String name, List<String> argv, Duration limit) {
    Problem problem = place.api().errors().problem("run a command in", "instance/" + name);
    Capped out = new Capped();
    Capped err = new Capped();
    try (ExecWatch watch =
        connection
            .client()
            .pods()
            .inNamespace(place.namespace())
            .withName(name)
            .inContainer(PodTemplate.CONTAINER)
            .writingOutput(out)
            .writingError(err)
            .exec(argv.toArray(String[]::new))) {
      Integer code = watch.exitCode().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (code == null || code < 0) {
        throw new OutcomeUnknownException(
            problem
                .because("the stream ended without an exit code")
                .hint("it may have run: look at what it did before you run it again"));
      }
      return new ExecResult(code, out.text(), err.text());
    } catch (TimeoutException e) {
      throw new StorageTimeoutException(
          problem
              .because("the command took longer than " + limit.toSeconds() + " s")
              .hint("it goes on in the instance; stop the instance to end it"),
          "RUNNING",
          Reason.UNKNOWN.name(),
          err.text(),
          null,
          List.of());
    } catch (ExecutionException e) {
      throw translated(problem, e.getCause() == null ? e : e.getCause());
    } catch (KubernetesClientException e) {
      throw translated(problem, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException(
          problem
              .because("the thread was interrupted")
              .hint("it may have run: look at what it did before you run it again")
              .cause(e));
    }
  }

  private StorageException translated(Problem problem, Throwable cause) {
    String verb = problem.tried();
    String resource = problem.resource().orElse("");
    Call call = Call.post("pods/exec", "").saying(verb, resource);
    if (cause instanceof KubernetesClientException failure && failure.getCode() > 0) {
      String words =
          failure.getStatus() == null
              ? String.valueOf(failure.getMessage())
              : place.api().json().write(failure.getStatus());
      return place.api().errors().doubted(call, new Answer(failure.getCode(), Map.of(), words));
    }
    Optional<HttpResponse<?>> refusal = refusal(cause);
    if (refusal.isPresent()) {
      String words = String.valueOf(refusal.get().body());
      return place
          .api()
          .errors()
          .doubted(call, new Answer(refusal.get().statusCode(), Map.of(), words));
    }
    return cause instanceof StorageException known
        ? known
        : place.api().errors().of(call, root(cause));
  }

  /** The API server's answer to the handshake, when it said no: the command has not run. */
  private static Optional<HttpResponse<?>> refusal(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof WebSocketHandshakeException handshake) {
        return Optional.ofNullable(handshake.getResponse());
      }
    }
    return Optional.empty();
  }

  private static Throwable root(Throwable cause) {
    return cause instanceof KubernetesClientException && cause.getCause() != null
        ? cause.getCause()
        : cause;
  }
}
