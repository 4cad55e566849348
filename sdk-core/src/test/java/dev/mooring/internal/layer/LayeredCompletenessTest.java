package dev.mooring.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.access.Owner;
import dev.mooring.error.InternalException;
import dev.mooring.spi.Ability;
import dev.mooring.spi.Adopting;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Auditing;
import dev.mooring.spi.ClassAdministration;
import dev.mooring.spi.Describing;
import dev.mooring.spi.HealthChecking;
import dev.mooring.spi.InstanceHosting;
import dev.mooring.spi.Naming;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.Quotas;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.Resizing;
import dev.mooring.spi.Sharing;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.UsageSampling;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No method of the SPI slips past the layers, also none that is added later. */
class LayeredCompletenessTest {
  /** Answered by the layered objects themselves: they hand out parts, and ask no backend. */
  private static final Set<String> PARTS =
      Set.of(
          "backend.volumes",
          "backend.targets",
          "backend.ability",
          "backend.as",
          "snapshotting.snapshots",
          "naming.names",
          "naming.accounts");

  /** A part of the SPI, with its name in calls, its layered class and how that is made. */
  record Part<T>(Class<T> spi, String name, Class<? extends T> layered) {
    T around(Object delegate, Layer layer) {
      Calls calls = new Calls(layer, Samples.REGION, name);
      Object made =
          switch (name) {
            case "volumes", "targets", "snapshots", "names", "accounts" ->
                new LayeredStore<>((RecordStore<?>) delegate, calls);
            case "provisioning" -> new LayeredProvisioning((Provisioning) delegate, calls);
            case "snapshotting" -> new LayeredSnapshotting((Snapshotting) delegate, calls);
            case "adopting" -> new LayeredAdopting((Adopting) delegate, calls);
            case "sharing" -> new LayeredSharing((Sharing) delegate, calls);
            case "naming" -> new LayeredNaming((Naming) delegate, calls);
            case "resizing" -> new LayeredResizing((Resizing) delegate, calls);
            case "classes" -> new LayeredClasses((ClassAdministration) delegate, calls);
            case "auditing" -> new LayeredAuditing((Auditing) delegate, calls);
            case "describing" -> new LayeredDescribing((Describing) delegate, calls);
            case "health" -> new LayeredHealthChecking((HealthChecking) delegate, calls);
            case "usage" -> new LayeredUsageSampling((UsageSampling) delegate, calls);
            case "quotas" -> new LayeredQuotas((Quotas) delegate, calls);
            case "attaching" -> new LayeredAttaching((Attaching) delegate, calls);
            case "instances" -> new LayeredInstanceHosting((InstanceHosting) delegate, calls);
            default -> new LayeredBackend((StorageBackend) delegate, layer, Samples.REGION);
          };
      return spi.cast(made);
    }

    List<Method> methods() {
      return Arrays.stream(spi.getMethods())
          .filter(method -> !Modifier.isStatic(method.getModifiers()))
          .toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Part<?>> ALL =
      List.of(
          new Part<>(StorageBackend.class, "backend", LayeredBackend.class),
          new Part<>(RecordStore.class, "volumes", LayeredStore.class),
          new Part<>(RecordStore.class, "targets", LayeredStore.class),
          new Part<>(RecordStore.class, "snapshots", LayeredStore.class),
          new Part<>(RecordStore.class, "names", LayeredStore.class),
          new Part<>(RecordStore.class, "accounts", LayeredStore.class),
          new Part<>(Naming.class, "naming", LayeredNaming.class),
          new Part<>(Snapshotting.class, "snapshotting", LayeredSnapshotting.class),
          new Part<>(Provisioning.class, "provisioning", LayeredProvisioning.class),
          new Part<>(Sharing.class, "sharing", LayeredSharing.class),
          new Part<>(Adopting.class, "adopting", LayeredAdopting.class),
          new Part<>(Resizing.class, "resizing", LayeredResizing.class),
          new Part<>(ClassAdministration.class, "classes", LayeredClasses.class),
          new Part<>(Auditing.class, "auditing", LayeredAuditing.class),
          new Part<>(Describing.class, "describing", LayeredDescribing.class),
          new Part<>(HealthChecking.class, "health", LayeredHealthChecking.class),
          new Part<>(UsageSampling.class, "usage", LayeredUsageSampling.class),
          new Part<>(Quotas.class, "quotas", LayeredQuotas.class),
          new Part<>(Attaching.class, "attaching", LayeredAttaching.class),
          new Part<>(InstanceHosting.class, "instances", LayeredInstanceHosting.class));

  /** Notes the names of the calls that pass. */
  static final class Recording implements Layer {
    final List<String> passed = new ArrayList<>();

    @Override
    public <T> T call(Invocation invocation, Supplier<T> work) {
      passed.add(invocation.call().name());
      return work.get();
    }
  }

  static List<Part<?>> all() {
    return ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("Each layered class overrides every method of its interface, defaults included")
  void overrides_every_method(Part<?> part) {
    assertThat(part.methods())
        .isNotEmpty()
        .allSatisfy(
            method ->
                assertThat(
                        part.layered()
                            .getDeclaredMethod(method.getName(), method.getParameterTypes()))
                    .isNotNull());
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("Each method passes the layers exactly once, and arguments and answer unchanged")
  void passes_once(Part<?> part) throws ReflectiveOperationException {
    for (Method method : part.methods()) {
      String name = part.name() + "." + method.getName();
      if (PARTS.contains(name)) {
        continue;
      }
      Recording layer = new Recording();
      List<Object> heard = new ArrayList<>();
      Object[] arguments = SpiAnswers.of(method.getParameterTypes());
      Object layered = part.around(answering(part.spi(), heard), layer);
      heard.clear();

      Object answer = method.invoke(layered, arguments);

      assertThat(layer.passed).as(name).containsExactly(name);
      assertThat(heard).as(name).hasSize(1 + arguments.length).startsWith(method.getName());
      for (int i = 0; i < arguments.length; i++) {
        assertThat(heard.get(i + 1)).as(name).isSameAs(arguments[i]);
      }
      if (method.getReturnType() != void.class) {
        assertThat(answer).as(name).isEqualTo(SpiAnswers.of(method.getReturnType()));
      }
    }
  }

  @Test
  @DisplayName("The table of calls has exactly the methods of the SPI")
  void table_is_complete() {
    Set<String> names = new LinkedHashSet<>();
    for (Part<?> part : ALL) {
      part.methods().forEach(method -> names.add(part.name() + "." + method.getName()));
    }
    names.removeAll(PARTS);
    assertThat(CallTable.TABLE.keySet()).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  @DisplayName("Every ability there is comes back layered")
  void every_ability_is_layered() throws Exception {
    List<Class<? extends Ability>> abilities = abilities();
    assertThat(abilities).contains(Provisioning.class, Attaching.class, InstanceHosting.class);
    for (Class<? extends Ability> ability : abilities) {
      Object bare = answering(ability, new ArrayList<>());
      StorageBackend layered = new LayeredBackend(offering(bare), new Recording(), "here");
      Optional<? extends Ability> found = layered.ability(ability);
      assertThat(found).as(ability.getName()).isPresent();
      assertThat(found.get().getClass().getPackageName()).isEqualTo("dev.mooring.internal.layer");
      assertThat(ALL).as("parts under test").anyMatch(part -> part.spi() == ability);
    }
  }

  @Test
  @DisplayName("An ability that the backend lacks is lacking behind layers too")
  void lacking_ability() {
    StorageBackend layered = new LayeredBackend(offering("nothing"), new Recording(), "here");
    assertThat(layered.ability(Attaching.class)).isEmpty();
  }

  @Test
  @DisplayName("An ability that no layer knows is a defect, not a way around the layers")
  void unknown_ability() {
    interface Unheard extends Ability {}
    StorageBackend layered = new LayeredBackend(offering("nothing"), new Recording(), "here");
    assertThatThrownBy(() -> layered.ability(Unheard.class))
        .isInstanceOf(InternalException.class)
        .hasMessageContaining("Unheard");
  }

  @Test
  @DisplayName("The backend of another owner passes the same layers; the same backend is itself")
  void other_owners() throws ReflectiveOperationException {
    Recording layer = new Recording();
    StorageBackend theirs = (StorageBackend) answering(StorageBackend.class, new ArrayList<>());
    StorageBackend shared = offering("nothing");
    StorageBackend apart =
        (StorageBackend)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StorageBackend.class},
                (proxy, method, arguments) ->
                    method.getName().equals("as") ? theirs : method.invoke(shared, arguments));

    StorageBackend layered = new LayeredBackend(apart, layer, "here");
    assertThat(layered.as(Owner.user("bo")).now()).isEqualTo(Samples.TIME);
    assertThat(layer.passed).containsExactly("backend.now");

    StorageBackend one = new LayeredBackend(shared, layer, "here");
    assertThat(one.as(Owner.user("bo"))).isSameAs(one);
  }

  /** A delegate that notes each call with its arguments and answers the type's value. */
  private static Object answering(Class<?> spi, List<Object> heard) {
    return Proxy.newProxyInstance(
        spi.getClassLoader(),
        new Class<?>[] {spi},
        (proxy, method, arguments) -> {
          heard.add(method.getName());
          if (arguments != null) {
            heard.addAll(Arrays.asList(arguments));
          }
          return method.getReturnType() == void.class
              ? null
              : SpiAnswers.of(method.getReturnType());
        });
  }

  /** A backend that has the ability which an object is, and is the same for every owner. */
  private static StorageBackend offering(Object ability) {
    return (StorageBackend)
        Proxy.newProxyInstance(
            StorageBackend.class.getClassLoader(),
            new Class<?>[] {StorageBackend.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "ability" ->
                      Optional.of(ability).filter(((Class<?>) arguments[0])::isInstance);
                  case "as" -> proxy;
                  default -> SpiAnswers.of(method.getReturnType());
                });
  }

  /** All interfaces of core that extend Ability. */
  private static List<Class<? extends Ability>> abilities()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path root = Path.of(Ability.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> names;
    try (Stream<Path> files = Files.walk(root)) {
      names =
          files
              .map(file -> root.relativize(file).toString().replace('/', '.'))
              .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
              .map(name -> name.substring(0, name.length() - ".class".length()))
              .toList();
    }
    List<Class<? extends Ability>> found = new ArrayList<>();
    for (String name : names) {
      Class<?> type = Class.forName(name, false, Ability.class.getClassLoader());
      if (type.isInterface() && type != Ability.class && Ability.class.isAssignableFrom(type)) {
        found.add(type.asSubclass(Ability.class));
      }
    }
    return found;
  }
}
