package dev.mooring.testkit.process;

import dev.mooring.StorageClient;
import dev.mooring.config.Configuration;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.contract.Leftovers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A fresh account of a shared fixture: other processes work in it, and this process looks at what
 * they left. Thread-safe.
 */
public final class SharedAccount implements AutoCloseable {
  private final SharedFixture fixture;
  private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final StorageClient client;
  private final StorageBackend backend;

  private SharedAccount(SharedFixture fixture) {
    this.fixture = fixture;
    Configuration configuration = Configuration.load(fixture.configuration());
    this.client = StorageClient.builder().configuration(configuration).account(name).build();
    Map.Entry<String, RegionConfiguration> region =
        configuration.regions().entrySet().iterator().next();
    this.backend =
        region
            .getValue()
            .backends()
            .get(0)
            .connect(
                new BackendContext(
                    region.getKey(),
                    name,
                    configuration.owner(),
                    region.getValue().profiles(),
                    null,
                    configuration.timeouts().request(),
                    Clock.systemUTC()));
  }

  /** An account that nobody has used. */
  public static SharedAccount in(SharedFixture fixture) {
    return new SharedAccount(fixture);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** A client of it in this process. */
  public StorageClient client() {
    return client;
  }

  /** Starts a process that works in it. */
  public ClientProcess process() {
    return ClientProcess.start(fixture.configuration(), name);
  }

  /** The records of its volumes, past the SDK. */
  public List<VolumeRecord> volumes() {
    return all(backend.volumes());
  }

  /** The records of its targets, past the SDK. */
  public List<TargetRecord> targets() {
    return all(backend.targets());
  }

  private static <R extends StoredRecord> List<R> all(RecordStore<R> store) {
    List<R> records = new ArrayList<>();
    RecordQuery query = RecordQuery.where(Map.of());
    while (true) {
      RecordPage<R> page = store.list(query);
      records.addAll(page.records());
      if (page.next().isEmpty()) {
        return records;
      }
      query = query.next(page.next().get());
    }
  }

  /** Removes everything of it, as a user would. */
  public void clean() {
    Leftovers.remove(client);
  }

  /** Asserts that nothing of it is left: no record, no instance, no bytes. */
  public void assertEmpty() {
    Leftovers.assertNone(backend, fixture, name);
  }

  /** Ends this process's connections; removes nothing. */
  @Override
  public void close() {
    client.close();
    backend.close();
  }
}
