package dev.mooring.spi;

import dev.mooring.profile.Profile;
import dev.mooring.region.QuotaUsage;
import java.util.List;

/**
 * Tells the backend's own quotas, beside those of the configuration, so that plans can say what
 * would be refused. The backend enforces them itself. Changes nothing, so that it may be repeated.
 * Thread-safe.
 *
 * <p>Both methods throw {@link dev.mooring.error.AccessDeniedException} when this client may not
 * read them.
 */
public interface Quotas extends Ability {
  /** All that count volumes of the account, as they are used now. */
  List<QuotaUsage> all();

  /** Those that count a volume of a profile. */
  List<QuotaUsage> of(Profile profile);
}
