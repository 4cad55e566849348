package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.describe.Finding;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads objects that may be missing, or that this client may not see. */
public final class Reading {
  private final Api api;

  /** Reads through an API server. */
  public Reading(Api api) {
    this.api = api;
  }

  /**
   * What was read.
   *
   * @param items the objects
   * @param refused whether this client may not read them
   */
  public record Read(List<JsonNode> items, boolean refused) {
    /** Copies. */
    public Read {
      items = List.copyOf(items);
    }

    /** The one object; empty when there is none. */
    public Optional<JsonNode> first() {
      return items.stream().findFirst();
    }

    /** A value of the one object by its JSON pointer; empty when there is none. */
    public String text(String pointer) {
      return first().map(item -> item.at(pointer).asText()).orElse("");
    }

    /** A finding for the one object, or for that it is missing or cannot be seen. */
    public Finding finding(
        String kind, String name, String missing, String role, Function<JsonNode, Finding> found) {
      if (refused) {
        return Finding.unreadable(kind, name, "this client may not read it: bind " + role);
      }
      return first().map(found).orElseGet(() -> Finding.absent(kind, name, missing));
    }
  }

  /** One object. */
  public Read one(String path, String noun) {
    Call call = Call.get(path).saying("read", noun);
    Answer answer = api.send(call);
    return switch (answer.code()) {
      case 403 -> new Read(List.of(), true);
      case 404 -> new Read(List.of(), false);
      default -> new Read(List.of(api.json().tree(good(call, answer).body())), false);
    };
  }

  /** All objects of a collection; none when the cluster does not know the kind. */
  public Read all(String path, String nouns) {
    List<JsonNode> items = new ArrayList<>();
    Call call = Call.get(path).saying("list", nouns);
    Answer last = Pages.each(api, call, JsonNode.class, items::add).answer();
    if (last.code() == 403 || last.code() == 404) {
      return new Read(List.of(), last.code() == 403);
    }
    if (!last.ok()) {
      throw api.error(call, last);
    }
    return new Read(items, false);
  }

  private Answer good(Call call, Answer answer) {
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return answer;
  }
}
