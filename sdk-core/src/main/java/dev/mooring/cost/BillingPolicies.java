package dev.mooring.cost;

import java.util.List;
import java.util.Optional;

/** The named billing policies. */
public final class BillingPolicies {
  /**
   * Daily per GB-month: rate ÷ 30 for each UTC day touched; a part of a day costs a full day. 100
   * GB at 0.10 cost 10.00 for 30 days.
   */
  public static final BillingPolicy DAILY_30 = new DailyPolicy("daily-30", 30);

  private static final List<BillingPolicy> ALL = List.of(DAILY_30);

  private BillingPolicies() {}

  /** The policy with this name; empty when there is none. */
  public static Optional<BillingPolicy> named(String name) {
    return ALL.stream().filter(policy -> policy.name().equals(name)).findFirst();
  }

  /** All names, for messages. */
  public static List<String> names() {
    return ALL.stream().map(BillingPolicy::name).toList();
  }
}
