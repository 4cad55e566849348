package dev.mooring.embedded.hostile;

import java.util.List;

/** Good configurations, to be made bad. */
final class ConfigurationTexts {
  static final String YAML =
      """
      account: acme
      owner: {kind: user, name: ana}
      home: us-central
      regions:
        us-central:
          embedded: {root: /srv/mooring, launchGrace: 10m}
          profiles:
            - {name: block, kind: drive, lane: fast-rwo, minSize: 1GB, maxSize: 16TiB, default: true}
          limits: {quota: 50TB, drivesPerInstance: 8}
      prices:
        currency: USD
        policy: daily-30
        rates:
          - {kind: drive, perMonth: "0.10", unit: GB}
      timeouts: {request: 30s, wait: 5m}
      retry: {attempts: 4, budget: 20%}
      """;

  static final String JSON =
      "{\"account\":\"acme\",\"regions\":{\"r\":{\"embedded\":{\"inMemory\":true}}},"
          + "\"timeouts\":{\"wait\":\"5m\"},\"prices\":{\"currency\":\"EUR\",\"rates\":"
          + "[{\"kind\":\"drive\",\"perMonth\":\"0.10\",\"unit\":\"GiB\"}]}}";

  static final List<String> GOOD = List.of(YAML, JSON);

  private ConfigurationTexts() {}
}
