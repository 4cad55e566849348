package dev.mooring.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;

/** Which module a class belongs to, told by its package. */
final class Modules {
  static final String ROOT = "dev.mooring";
  static final String CORE = "core";
  static final String EXAMPLES = "examples";

  /** Modules with a package of their own; every other package below the root is core's. */
  private static final Set<String> BESIDE_CORE =
      Set.of("kubernetes", "s3", "jdbc", "embedded", "testkit", "cli", EXAMPLES);

  private Modules() {}

  /** The main classes of all modules. */
  static JavaClasses load() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(ROOT);
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  static String of(JavaClass type) {
    String[] names = type.getPackageName().split("\\.", -1);
    return names.length > 2 && BESIDE_CORE.contains(names[2]) ? names[2] : CORE;
  }

  static boolean isInternal(JavaClass type) {
    return Set.of(type.getPackageName().split("\\.", -1)).contains("internal");
  }

  static DescribedPredicate<JavaClass> in(String module) {
    return DescribedPredicate.describe(
        "in module " + module, type -> isOurs(type) && of(type).equals(module));
  }

  static DescribedPredicate<JavaClass> internal() {
    return DescribedPredicate.describe("internal", type -> isOurs(type) && isInternal(type));
  }
}
