package dev.mooring.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user of a type has to name: its supertypes, members, parameters, results and exceptions.
 */
final class PublicSignature extends ArchCondition<JavaClass> {
  /** Vendors that a module speaks of by intention. */
  private static final Map<String, List<String>> VENDORS =
      Map.of(
          "kubernetes", List.of("io.fabric8.kubernetes.api.model"),
          "testkit", List.of("org.junit.jupiter.api", "org.assertj.core.api", "net.jqwik.api"),
          "cli", List.of("picocli"));

  /** The JDK's packages. */
  private static final List<String> JDK = List.of("java", "javax.sql", "javax.net", "javax.crypto");

  PublicSignature() {
    super("name only types of the JDK and public types of Mooring in its signatures");
  }

  /** Public types that anybody may use, nested ones included. */
  static DescribedPredicate<JavaClass> types() {
    return DescribedPredicate.describe(
        "public API",
        type -> Modules.isOurs(type) && !Modules.isInternal(type) && isReachable(type));
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    List<JavaType> named = new ArrayList<>(type.getInterfaces());
    type.getSuperclass().ifPresent(named::add);
    report(type, type.getName(), named, events);
    type.getTypeParameters().forEach(p -> report(type, type.getName(), List.of(p), events));
    for (JavaMember member : type.getMembers()) {
      if (isVisible(member)) {
        report(type, member.getFullName(), named(member), events);
      }
    }
  }

  private static void report(
      JavaClass owner, String where, List<JavaType> named, ConditionEvents events) {
    for (JavaType type : named) {
      for (JavaClass raw : type.getAllInvolvedRawTypes()) {
        JavaClass element = raw.getBaseComponentType();
        if (!isAllowed(owner, element)) {
          events.add(SimpleConditionEvent.violated(owner, where + " names " + element.getName()));
        }
      }
    }
  }

  private static List<JavaType> named(JavaMember member) {
    if (member instanceof JavaField field) {
      return List.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    List<JavaType> named = new ArrayList<>(code.getParameterTypes());
    named.add(code.getReturnType());
    named.addAll(code.getExceptionTypes());
    named.addAll(code.getTypeParameters());
    return named;
  }

  private static boolean isAllowed(JavaClass owner, JavaClass type) {
    String name = type.getPackageName();
    if (type.isPrimitive() || isBelow(JDK, name)) {
      return true;
    }
    if (Modules.isOurs(type)) {
      return !Modules.isInternal(type) && isReachable(type);
    }
    Collection<String> vendors = VENDORS.getOrDefault(Modules.of(owner), List.of());
    return isBelow(vendors, name);
  }

  private static boolean isBelow(Collection<String> roots, String name) {
    return roots.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
  }

  private static boolean isVisible(JavaMember member) {
    return !member.getModifiers().contains(JavaModifier.SYNTHETIC)
        && isVisible(
            member.getModifiers().contains(JavaModifier.PUBLIC),
            member.getModifiers().contains(JavaModifier.PROTECTED));
  }

  private static boolean isReachable(JavaClass type) {
    Optional<JavaClass> outer = type.getEnclosingClass();
    return isVisible(
            type.getModifiers().contains(JavaModifier.PUBLIC),
            type.getModifiers().contains(JavaModifier.PROTECTED))
        && (outer.isEmpty() || isReachable(outer.get()));
  }

  private static boolean isVisible(boolean isPublic, boolean isProtected) {
    return isPublic || isProtected;
  }
}
