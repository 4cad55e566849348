package dev.mooring.internal.config;

import dev.mooring.config.Configuration;
import dev.mooring.config.ConfigurationValue;
import dev.mooring.config.LoadedConfiguration;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.StoreConfiguration;
import dev.mooring.cost.Rate;
import dev.mooring.profile.Profile;
import dev.mooring.profile.Sample;
import dev.mooring.snapshot.SnapshotSchedule;
import dev.mooring.spi.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells every value in force, and who says it. */
final class EffectiveValues {
  private static final Pattern USER_INFO = Pattern.compile("://[^/?#\\s]*@");

  private final Sources sources;
  private final List<ConfigurationValue> values = new ArrayList<>();

  private EffectiveValues(Sources sources) {
    this.sources = sources;
  }

  static LoadedConfiguration of(Configuration configuration, Sources sources) {
    EffectiveValues all = new EffectiveValues(sources);
    all.add(configuration);
    return new LoadedConfiguration(configuration, all.values);
  }

  private void add(Configuration c) {
    add("account", c.account());
    add("owner.kind", c.owner().kind().word());
    add("owner.name", c.owner().name());
    add("role", c.role().word());
    add("home", c.home());
    add("region", c.region());
    StoreConfiguration store = c.store();
    if (store != null) {
      boolean plain = store.user() == null && store.password() == null;
      add(plain ? "store" : "store.url", store.url());
      add("store.user", store.user());
      add("store.password", store.password());
    }
    c.regions().forEach((name, region) -> add("regions." + name, region));
    add("prices.currency", c.prices().currency().getCurrencyCode());
    add("prices.policy", c.prices().policy().name());
    for (int i = 0; i < c.prices().rates().size(); i++) {
      add("prices.rates[" + i + "]", c.prices().rates().get(i));
    }
    add("timeouts.request", Durations.format(c.timeouts().request()));
    add("timeouts.wait", Durations.format(c.timeouts().longestWait()));
    add("timeouts.askAfter", Durations.format(c.timeouts().askAfter()));
    add("retry.attempts", c.retry().attempts());
    add("retry.budget", c.retry().budgetPercent() + "%");
  }

  private void add(String path, RegionConfiguration region) {
    region
        .backends()
        .forEach(
            backend ->
                backend
                    .describe()
                    .forEach((key, value) -> add(path + "." + backend.id() + "." + key, value)));
    for (int i = 0; i < region.profiles().size(); i++) {
      add(path + ".profiles[" + i + "]", region.profiles().get(i));
    }
    add(path + ".limits.quota", region.limits().quota());
    add(path + ".limits.drivesPerInstance", region.limits().drivesPerInstance());
  }

  private void add(String path, Profile profile) {
    add(path + ".name", profile.name());
    add(path + ".kind", profile.kind().word());
    add(path + ".lane", profile.lane());
    add(path + ".storageClass", profile.storageClass());
    add(path + ".driver", profile.driver());
    add(path + ".snapshotClass", profile.snapshotClass());
    add(
        path + ".accessMode",
        profile.accessMode() == null ? null : profile.accessMode().kubernetesName());
    add(path + ".minSize", profile.minSize());
    add(path + ".maxSize", profile.maxSize());
    add(path + ".sizeStep", profile.sizeStep());
    add(path + ".quota", profile.quota());
    add(path + ".mountPath", profile.mountPath());
    add(path + ".default", profile.isDefault());
    add(path + ".trash", Durations.format(profile.trash()));
    SnapshotSchedule snapshots = profile.snapshots();
    if (snapshots != null) {
      add(path + ".snapshots.keep.hourly", snapshots.hourly());
      add(path + ".snapshots.keep.daily", snapshots.daily());
      add(path + ".snapshots.keep.weekly", snapshots.weekly());
      add(path + ".snapshots.keep.monthly", snapshots.monthly());
    }
    if (!profile.bestFor().isEmpty()) {
      add(path + ".bestFor", String.join(", ", profile.bestFor()));
    }
    new TreeMap<>(profile.nodeSelector())
        .forEach((key, value) -> add(path + ".nodeSelector." + key, value));
    add(path + ".adminContact", profile.adminContact());
    add(path + ".shareSecret", profile.shareSecret());
    add(path + ".createBy", profile.createBy().word());
    profile.declared().forEach((key, value) -> addTree(path + "." + key, value));
    for (int i = 0; i < profile.samples().size(); i++) {
      Sample sample = profile.samples().get(i);
      add(path + ".measured[" + i + "].perClient", sample.perClient());
      add(path + ".measured[" + i + "].on", sample.measuredOn());
      add(path + ".measured[" + i + "].by", sample.by());
    }
  }

  private void add(String path, Rate rate) {
    add(path + ".kind", rate.kind().word());
    add(path + ".profile", rate.profile());
    add(path + ".region", rate.region());
    add(path + ".perMonth", rate.perMonth().toPlainString());
    add(path + ".unit", rate.unit().symbol());
  }

  private void addTree(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, below) -> addTree(path + "." + key, below));
    } else {
      add(path, value);
    }
  }

  private void add(String path, @Nullable Object value) {
    if (value != null) {
      String shown = USER_INFO.matcher(value.toString()).replaceAll("://***@");
      values.add(new ConfigurationValue(path, shown, sources.of(path)));
    }
  }
}
