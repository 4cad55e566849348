package dev.mooring.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Arrows point one way:")
class ArrowsTest {
  private static final JavaClasses CLASSES = Modules.load();

  @Test
  @DisplayName("the rules see core's classes")
  void rulesSeeCore() {
    assertThat(CLASSES).anyMatch(Modules.in(Modules.CORE));
  }

  @Test
  @DisplayName("core depends on the JDK and a few libraries, on no vendor and no other module")
  void coreDependsOnNoVendor() {
    classes()
        .that(Modules.in(Modules.CORE))
        .should()
        .onlyDependOnClassesThat(
            Modules.in(Modules.CORE)
                .or(
                    resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "org.slf4j..",
                        "org.jspecify.annotations..",
                        "com.fasterxml.jackson..",
                        "io.github.resilience4j..")))
        .check(CLASSES);
  }

  @Test
  @DisplayName("core has neither a database nor an HTTP client")
  void coreHasNoDatabaseAndNoHttpClient() {
    noClasses()
        .that(Modules.in(Modules.CORE))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http.."))
        .check(CLASSES);
  }

  @Test
  @DisplayName("core keeps Jackson and resilience4j in its internal packages")
  void coreHidesItsLibraries() {
    noClasses()
        .that(Modules.in(Modules.CORE).and(not(Modules.internal())))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("com.fasterxml.jackson..", "io.github.resilience4j.."))
        .check(CLASSES);
  }

  @Test
  @DisplayName("nothing depends on another module's internal packages")
  void internalsStayInTheirModule() {
    classes().should(useNoInternalsOfOtherModules()).check(CLASSES);
  }

  @Test
  @DisplayName("public signatures name only types of the JDK and public types of Mooring")
  void publicSignaturesNameOnlyPublicTypes() {
    classes().that(PublicSignature.types()).should(new PublicSignature()).check(CLASSES);
  }

  @Test
  @DisplayName("the public packages of core have no cycle")
  void publicPackagesHaveNoCycle() {
    SlicesRuleDefinition.slices()
        .assignedFrom(publicPackagesOfCore())
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  @DisplayName("every package is @NullMarked")
  void packagesAreNullMarked() {
    Set<String> unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toSet());
    assertThat(unmarked).isEmpty();
  }

  private static ArchCondition<JavaClass> useNoInternalsOfOtherModules() {
    return new ArchCondition<>("use no internal package of another module") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (Modules.internal().test(target) && !Modules.of(target).equals(Modules.of(type))) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static SliceAssignment publicPackagesOfCore() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return Modules.in(Modules.CORE).and(not(Modules.internal())).test(type)
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "public packages of core";
      }
    };
  }
}
