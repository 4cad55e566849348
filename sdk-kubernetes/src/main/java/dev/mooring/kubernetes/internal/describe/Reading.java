package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.describe.Finding;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads objects that may be missing, or that this client may not see. */
final class Reading {
  private static final String LIMIT = "500";

  private final Api api;

  Reading(Api api) {
    this.api = api;
  }

  /**
   * What was read.
   *
   * @param items the objects
   * @param refused whether this client may not read them
   */
  record Read(List<JsonNode> items, boolean refused) {
    Read {
      items = List.copyOf(items);
    }

    Optional<JsonNode> first() {
      return items.stream().findFirst();
    }

    /** A value of the one object by its JSON pointer; empty when there is none. */
    String text(String pointer) {
      return first().map(item -> item.at(pointer).asText()).orElse("");
    }

    /** A finding for the one object, or for that it is missing or cannot be seen. */
    Finding finding(
        String kind, String name, String missing, String role, Function<JsonNode, Finding> found) {
      if (refused) {
        return Finding.unreadable(kind, name, "this client may not read it: bind " + role);
      }
      return first().map(found).orElseGet(() -> Finding.absent(kind, name, missing));
    }
  }

  /** One object. */
  Read one(String path, String noun) {
    Call call = Call.get(path).saying("read", noun);
    Answer answer = api.send(call);
    return switch (answer.code()) {
      case 403 -> new Read(List.of(), true);
      case 404 -> new Read(List.of(), false);
      default -> new Read(List.of(api.json().tree(good(call, answer).body())), false);
    };
  }

  /** All objects of a collection; none when the cluster does not know the kind. */
  Read all(String path, String nouns) {
    List<JsonNode> items = new ArrayList<>();
    String next = "";
    do {
      Call call =
          Call.get(path)
              .with("limit", LIMIT)
              .with("continue", next.isEmpty() ? null : next)
              .saying("list", nouns);
      Answer answer = api.send(call);
      if (answer.code() == 403 || answer.code() == 404) {
        return new Read(List.of(), answer.code() == 403);
      }
      JsonNode list = api.json().tree(good(call, answer).body());
      list.path("items").forEach(items::add);
      next = list.path("metadata").path("continue").asText();
    } while (!next.isEmpty());
    return new Read(items, false);
  }

  private Answer good(Call call, Answer answer) {
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return answer;
  }
}
