package dev.mooring.kubernetes.internal.audit;

import dev.mooring.kubernetes.internal.record.Marks;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether anything on an object is Mooring's. */
final class OwnMarks {
  private OwnMarks() {}

  static boolean hasAny(HasMetadata object) {
    return hasAny(object.getMetadata().getLabels())
        || hasAny(object.getMetadata().getAnnotations());
  }

  private static boolean hasAny(@Nullable Map<String, String> marks) {
    return marks != null
        && (Marks.MOORING.equals(marks.get(Marks.MANAGED_BY))
            || marks.keySet().stream()
                .anyMatch(
                    key -> key.startsWith(Marks.PREFIX) || key.startsWith(Marks.USER_PREFIX)));
  }
}
