package dev.mooring.cli.internal.output;

import dev.mooring.cost.Cost;
import dev.mooring.cost.CostLine;
import dev.mooring.cost.Money;
import dev.mooring.error.Violation;
import dev.mooring.operation.Change;
import dev.mooring.operation.Plan;
import dev.mooring.operation.Warning;
import java.time.Duration;

/** Plans and costs for people. */
public final class PlanText {
  private PlanText() {}

  /** A plan: what would change, what is wrong with it, and what it costs. */
  public static String of(Plan<?> plan, Style style) {
    StringBuilder text = new StringBuilder(style.bold("Changes")).append('\n');
    for (Change change : plan.changes()) {
      text.append("  ").append(change).append('\n');
    }
    if (plan.changes().isEmpty()) {
      text.append("  none\n");
    }
    if (!plan.warnings().isEmpty()) {
      text.append(style.bold("Warnings")).append('\n');
      for (Warning warning : plan.warnings()) {
        text.append("  ").append(style.warning(warning.toString())).append('\n');
      }
    }
    if (!plan.violations().isEmpty()) {
      text.append(style.bold("Violations")).append('\n');
      for (Violation violation : plan.violations()) {
        text.append("  ").append(style.bad(violation.toString())).append('\n');
      }
    }
    return text.append(of(plan.cost(), style)).toString();
  }

  /** A cost, line by line, with its total. */
  public static String of(Cost cost, Style style) {
    StringBuilder text = new StringBuilder(style.bold("Cost")).append('\n');
    for (CostLine line : cost.lines()) {
      text.append("  ").append(of(line)).append('\n');
    }
    long days = Duration.between(cost.from(), cost.to()).toDays();
    return text.append("  ")
        .append(style.bold("total " + cost.total()))
        .append(" for ")
        .append(days > 0 ? days + (days == 1 ? " day" : " days") : "less than a day")
        .append(" from ")
        .append(Words.time(cost.from()))
        .append("; per month ")
        .append(cost.perMonth())
        .append('\n')
        .toString();
  }

  private static String of(CostLine line) {
    String quantity =
        line.volume()
            + " "
            + line.component()
            + ": "
            + line.quantity().toPlainString()
            + " "
            + line.unit();
    Money unitPrice = line.unitPrice();
    Money amount = line.amount();
    if (unitPrice == null || amount == null) {
      return quantity + ", no price is set (" + line.source() + ")";
    }
    return quantity
        + " at "
        + unitPrice
        + " a month = "
        + amount.rounded()
        + " ("
        + line.policy()
        + ", "
        + line.source()
        + ")";
  }
}
