package dev.mooring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Violation;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A configuration is refused")
class ViolationsTest {
  @TempDir Path folder;

  @Test
  @DisplayName("with all that is wrong at once, in the order of the file, with file, key and line")
  void all() {
    Loading machine = new Loading(folder);
    Path file =
        machine.write(
            "here/mooring.yaml",
            """
            acount: acme
            owner: {kind: robot, name: ana}
            regions:
              us-central:
                kuberntes: {}
                profiles:
                  - {name: block, kind: drive, minSize: 10, maxSize: 5GB}
                  - {name: block, kind: drives}
              Eu: {embedded: {roots: /x}}
            timeouts: {wait: 0s}
            """);
    assertThatThrownBy(machine::load)
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.toString().replace(file.toString(), "FILE"))
                    .containsExactly(
                        "home: is missing: of more than one region, one must be where names are"
                            + " reserved (try us-central)",
                        "acount: is unknown; the keys here are account, owner, role, home, region, store,"
                            + " regions, prices, timeouts, retry (FILE, line 1) (try account)",
                        "owner.kind: must be one of user, group, organisation (FILE, line 2)",
                        "regions.us-central.kuberntes: is unknown; the keys here are embedded, fake,"
                            + " kubernetes, s3, profiles, limits (FILE, line 5) (try kubernetes)",
                        "regions.us-central.profiles[0].minSize: the unit is missing: 10GB or"
                            + " 10GiB? (FILE, line 7)",
                        "regions.us-central.profiles[1].name: 'block' is the name of"
                            + " regions.us-central.profiles[0] too (FILE, line 8)",
                        "regions.us-central.profiles[1].kind: must be one of drive, fs, object"
                            + " (FILE, line 8) (try drive)",
                        "regions.Eu: 'Eu' is not a valid name: it may hold only lower-case letters"
                            + " a to z, digits and '-' (FILE, line 9) (try eu)",
                        "regions.Eu.embedded.roots: is unknown; the keys here are root, inMemory,"
                            + " createNamespace, launchGrace, kubeconfig, context, namespace,"
                            + " endpoint, preset, instance, drivers, credentials (FILE, line 9) (try root)",
                        "timeouts.wait: must be longer than nothing (FILE, line 10)"));
  }

  @ParameterizedTest(name = "for {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                         | configuration: the text must hold keys and values
          just text                                  | configuration: the text must hold keys and values
          {account: a, account: b}                   | account: is set twice
          {a: &x 1, b: *x}                           | b: must not be an alias
          {a: !!binary aGk=}                         | a: must not be binary
          {a: [}                                     | configuration: the text is not valid YAML: line 1
          {account: [a]}                             | account: must be one value
          {account: all}                             | account: 'all' is not a valid name: it is a reserved word
          {owner: ana}                               | owner: must be a section
          {owner: {kind: group}}                     | owner.name: is missing
          {owner: {name: '../x'}}                    | owner.name: an owner's name is
          {regions: {}}                              | regions: must have a region
          {regions: [a]}                             | regions: must be a section
          {regions: {a: 7}}                          | regions.a: must be a section
          {regions: {a: {}}}                         | regions.a: has no backend
          {regions: {a: {limits: {quota: 1GB}}}}     | regions.a: has no backend
          {regions: {a: {fake: 7}}}                  | regions.a.fake: must be a section
          {regions: {a: {fake: {inMemory: yes}}}}    | regions.a.fake.inMemory: must be true or false
          {regions: {a: {fake: {launchGrace: 10}}}}  | regions.a.fake.launchGrace: must be a duration
          {regions: {a: {fake: {instance: {command: x}}}}} | command: must be a list of texts
          {home: b, regions: {a: {fake: {}}}}        | home: there is no region 'b'; regions are a
          {region: ab, regions: {a: {fake: {}}}}     | region: there is no region 'ab'; regions are a
          {regions: {a: {fake: {}, limits: {quota: -1GB}}}}  | regions.a.limits.quota: not a size
          {regions: {a: {fake: {}, limits: {drivesPerInstance: 0}}}} | must be a whole number from 1 to 128
          {store: 'jdbc:mysql://x'}                  | store: must be a URL
          {store: 'jdbc:postgresql://ana:pw@x/y'}    | store: must hold no credentials
          {store: {user: 'env:X'}}                   | store.url: is missing
          {store: {url: 'jdbc:sqlite:x', password: pw}} | store.password: must refer to a secret
          {prices: {currency: dollars}}              | prices.currency: must be an ISO 4217 code
          {prices: {currency: EUR}}                  | prices.rates: is missing: the default rates are in USD
          {prices: {policy: daily-31}}               | prices.policy: must be one of daily-30
          {prices: {rates: [{kind: drive}]}}         | prices.rates[0].perMonth: is missing
          {prices: {rates: [{kind: drive, perMonth: -1, unit: GB}]}}  | prices.rates[0].perMonth: must be a decimal
          {prices: {rates: [{kind: drive, perMonth: 1e3, unit: GB}]}} | prices.rates[0].perMonth: must be a decimal
          {prices: {rates: [{kind: drive, perMonth: 1, unit: gb}]}}   | prices.rates[0].unit: must be one of GB, GiB
          {prices: {rates: [{kind: drive, perMonth: 1, unit: GB}, {kind: drive, perMonth: 2, unit: GB}]}} | prices.rates[1].kind: is for the same volumes as prices.rates[0]
          {prices: {rates: [{kind: drive, perMonth: 1, unit: GB, region: b}]}} | prices.rates[0].region: there is no region 'b'
          {prices: {rates: 7}}                       | prices.rates: must be a list
          {prices: {file: /no/such/file}}            | prices.file: /no/such/file does not exist
          {prices: {file: x, rates: []}}             | prices.rates: belongs into the file
          {retry: {attempts: 21}}                    | retry.attempts: must be a whole number from 1 to 20
          {retry: {budget: 20}}                      | retry.budget: must be a percentage
          {retry: {budget: 101%}}                    | retry.budget: must be a percentage
          {timeouts: {request: 40000d}}              | timeouts.request: must be a duration of at most
          """)
  void single(String text, String expected) {
    assertThat(Loading.violations(text))
        .extracting(Violation::toString)
        .anySatisfy(violation -> assertThat(violation).contains(expected));
  }

  @ParameterizedTest(name = "for a profile with {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          storageClass: ""                 | storageClass: must not be empty
          storageClass: A b                | storageClass: 'A b' is no name
          snapshotClass: ""                | snapshotClass: must not be empty
          snapshotClass: A b               | snapshotClass: 'A b' is no name
          accessMode: RWX                  | accessMode: must be one of ReadWriteOnce
          accessMode: ReadWriteMany        | accessMode: ReadWriteMany would give a drive more than one writer
          minSize: 2GB, maxSize: 1GB       | maxSize: 1GB is smaller than minSize 2GB
          mountPath: /etc/x                | mountPath: is reserved
          lane: Fast                       | lane: 'Fast' is not a valid name
          default: maybe                   | default: must be true or false
          trash: week                      | trash: must be a duration
          createBy: root                   | createBy: must be one of admin, groupAdmin, member
          durability: high                 | durability: must be a section
          bestFor: code                    | bestFor: must be a list of texts
          snapshots: daily                 | snapshots: must be a section
          snapshots: {}                    | snapshots.keep: is missing
          snapshots: {keep: {}}            | snapshots.keep: must keep at least one
          snapshots: {keep: {daily: 0}}    | snapshots.keep: must keep at least one
          snapshots: {keep: {yearly: 1, daily: 7}} | snapshots.keep.yearly: is unknown
          snapshots: {keep: {weekly: 1001, daily: 7}} | snapshots.keep.weekly: must be a whole number from 0 to 1000
          nodeSelector: {"a b": c}         | nodeSelector: 'a b' is no key of a node label
          nodeSelector: {a: "b c"}         | nodeSelector: 'b c' is no value of a node label
          storageclass: x                  | storageclass: is unknown
          """)
  void profile(String keys, String expected) {
    String text = "regions: {a: {fake: {}, profiles: [{name: x, kind: drive, " + keys + "}]}}";
    assertThat(Loading.violations(text))
        .singleElement()
        .asString()
        .contains("regions.a.profiles[0]." + expected);
  }

  @Test
  @DisplayName("for two profiles that are the default of one kind")
  void twoDefaults() {
    assertThat(
            Loading.violations(
                """
                regions:
                  a:
                    fake: {}
                    profiles:
                      - {name: x, kind: drive, default: true}
                      - {name: y, kind: fs, default: true}
                      - {name: z, kind: drive, default: true}
                """))
        .extracting(Violation::toString)
        .containsExactly(
            "regions.a.profiles[2].default: the default of kind drive is 'x' already"
                + " (the text, line 7)");
  }

  @Test
  @DisplayName("for what is wrong in its file of prices, with that file's name")
  void pricesFile() {
    Loading machine = new Loading(folder);
    machine.write("here/mooring.yaml", "prices: {file: prices.yaml}");
    Path prices =
        machine.write(
            "here/prices.yaml", "currency: USD\nrates:\n  - {kind: drive, unit: TB}\nx: 1");
    assertThatThrownBy(machine::load)
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.toString().replace(prices.toString(), "PRICES"))
                    .containsExactlyInAnyOrder(
                        "prices.rates[0].perMonth: is missing (PRICES, line 3)",
                        "prices.rates[0].unit: must be one of GB, GiB (PRICES, line 3) (try GB)",
                        "prices.x: is unknown; the keys here are currency, policy, rates"
                            + " (PRICES, line 4)"));
  }
}
