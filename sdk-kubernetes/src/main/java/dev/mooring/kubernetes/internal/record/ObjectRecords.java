package dev.mooring.kubernetes.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.ConflictException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.api.Pages;
import dev.mooring.spi.Created;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The record store's verbs on objects of one kind: create-if-absent is GET, then POST;
 * compare-and-swap carries the resourceVersion; delete carries uid and resourceVersion as
 * preconditions.
 *
 * @param <O> the type of object
 * @param <R> the type of record
 */
public class ObjectRecords<O extends HasMetadata, R extends StoredRecord>
    implements RecordStore<R> {
  private final Place place;
  private final Api api;
  private final RecordFormat<O, R> format;

  /** Records of a format at a place. */
  public ObjectRecords(Place place, RecordFormat<O, R> format) {
    this.place = place;
    this.api = place.api();
    this.format = format;
  }

  @Override
  public Created<R> create(R record) {
    return create(record, format.object(record));
  }

  /** The same, with an object that says more than the record. */
  public final Created<R> create(R record, O wanted) {
    if (foreign(record)) {
      throw new IllegalArgumentException("a record of another account: " + record.key());
    }
    Optional<R> there = get(record.key());
    if (there.isPresent()) {
      return new Created<>(there.get(), false);
    }
    Call call =
        Call.post(format.path(), api.json().write(wanted))
            .saying("create", format.resource(record));
    Answer answer = api.send(call);
    if (answer.code() == 404 && place.mayCreate()) {
      place.createNamespace();
      answer = api.send(call);
    }
    if (answer.ok()) {
      return new Created<>(format.fresh(object(answer)), true);
    }
    if (answer.code() == 404) {
      throw place.missing(call);
    }
    // A twin may have won: quota admission speaks before the name is looked up.
    if (answer.code() == 409 || answer.code() == 403) {
      Optional<R> twin = twin(record);
      if (twin.isPresent()) {
        return new Created<>(twin.get(), false);
      }
    }
    if (answer.code() == 409) {
      throw new ConflictException(
          api.errors()
              .problem("create", format.resource(record))
              .because(
                  "a "
                      + format.noun()
                      + " "
                      + record.key()
                      + " is there, or was just now, that is"
                      + " no record of this account")
              .hint("repeat the call; if it stays, look at it with kubectl"));
    }
    throw api.error(call, answer);
  }

  private Optional<R> twin(R record) {
    Answer answer = api.send(read(record.key()));
    return answer.ok() ? format.readOne(object(answer)) : Optional.empty();
  }

  @Override
  public Optional<R> get(String key) {
    return object(key).flatMap(this::record);
  }

  /** The record of an object; empty when it is none of this account. */
  public final Optional<R> record(O object) {
    return format.readOne(object);
  }

  /** The object of a record as it is now, whoever's it is. */
  public final Optional<O> object(String key) {
    Call call = read(key);
    Answer answer = api.send(call);
    if (answer.code() == 404) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return Optional.of(object(answer));
  }

  private Call read(String key) {
    return Call.get(path(key)).saying("read", format.noun() + " " + place.namespace() + "/" + key);
  }

  private String path(String key) {
    return format.path() + "/" + key;
  }

  @Override
  public Optional<R> swap(R record) {
    Optional<Version> version = Version.parse(record.version());
    if (version.isEmpty() || foreign(record)) {
      return Optional.empty();
    }
    Call call = format.change(record, version.get()).saying("change", format.resource(record));
    Answer answer = api.send(call);
    if (answer.code() == 404 || answer.code() == 409) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return Optional.of(format.fresh(object(answer)));
  }

  @Override
  public boolean delete(R record) {
    Optional<Version> version = Version.parse(record.version());
    if (version.isEmpty() || foreign(record)) {
      return get(record.key()).isEmpty();
    }
    ObjectNode options = Json.object();
    options.put("kind", "DeleteOptions").put("apiVersion", "v1");
    options
        .putObject("preconditions")
        .put("uid", version.get().uid())
        .put("resourceVersion", version.get().resourceVersion());
    Call call =
        Call.delete(path(record.key()), options.toString())
            .saying("delete", format.resource(record));
    Answer answer = api.send(call);
    if (answer.ok() || answer.code() == 404) {
      return true;
    }
    if (answer.code() == 409) {
      return false;
    }
    throw api.error(call, answer);
  }

  /** Another account's record does not exist here, even where both share a namespace. */
  private boolean foreign(R record) {
    return !place.account().equals(record.index().get(Index.ACCOUNT));
  }

  @Override
  public RecordPage<R> list(RecordQuery query) {
    Map<String, String> labels = new TreeMap<>(Marks.labels(query.index()));
    labels.putAll(format.own());
    Call first = collection(labels).with("limit", Integer.toString(query.limit()));
    Call call = first.with("continue", query.continueFrom());
    Answer answer = api.ahead().get(call);
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    List<O> objects = new ArrayList<>();
    ListMeta page =
        api.json()
            .items(
                answer.body(),
                format.type(),
                // Who reads a second page most likely reads them all.
                next -> {
                  if (query.continueFrom() != null) {
                    api.ahead().begin(first.with("continue", next));
                  }
                },
                objects::add);
    return new RecordPage<>(format.read(objects), Pages.next(page).orElse(null));
  }

  @Override
  public Watch watch(RecordListener<R> listener) {
    return RecordWatch.start(place, this, format, listener, RecordWatch.nobody());
  }

  /** The version of the whole collection now: what a watch begins from. */
  public final String collectionVersion() {
    JsonNode list = api.json().tree(good(watched().with("limit", "1")).body());
    return list.path("metadata").path("resourceVersion").asText();
  }

  /** The collection of all own objects. */
  public final Call watched() {
    return collection(format.own());
  }

  private Call collection(Map<String, String> labels) {
    return Call.get(format.path())
        .with("labelSelector", Marks.selector(labels))
        .saying("list", format.noun() + "s of namespace " + place.namespace());
  }

  private Answer good(Call call) {
    Answer answer = api.send(call);
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return answer;
  }

  private O object(Answer answer) {
    return api.json().read(answer.body(), format.type());
  }
}
