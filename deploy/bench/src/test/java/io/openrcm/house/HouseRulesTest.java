package io.openrcm.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every service, whoever writes it. */
class HouseRulesTest {

    private static final Path ROOT = Path.of(System.getProperty("openrcm.root", "../.."));
    private static final List<String> MODULES =
            List.of("events", "rest", "coding-service", "claims-service", "payer-gateway", "followup-service");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream()
                    .map(module -> ROOT.resolve(module).resolve("target/classes"))
                    .toList());

    @Test
    void theClassesOfEveryModuleAreLookedAt() {
        for (String name : List.of("events", "rest", "coding", "claims", "gateway", "followup")) {
            assertThat(CLASSES.stream()
                            .filter(type -> type.getPackageName().startsWith("io.openrcm." + name))
                            .count())
                    .as(name)
                    .isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding", "claims", "gateway", "followup"})
    void featuresDoNotDependOnEachOtherInCircles(String service) {
        slices().matching("io.openrcm." + service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void x12StopsAtTheGatewaysDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.openrcm.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.openrcm.gateway.x12..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.openrcm.gateway.x12..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksTheWallClockButThroughTheClockThatIsInjected() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.openrcm.coding..", "io.openrcm.claims..", "io.openrcm.gateway..", "io.openrcm.followup..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(CLASSES);
    }

    @Test
    void packagesAreNamedForTheBusinessAndNotForLayers() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..",
                        "..service..",
                        "..repository..",
                        "..dto..",
                        "..mapper..",
                        "..impl..",
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..config..")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIsAndNotThatItManagesSomething() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Processor")
                .andShould()
                .haveSimpleNameNotEndingWith("Handler")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Dto")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .check(CLASSES);
    }

    @Test
    void theEventVocabularyKnowsNoFrameworkOutsideOfDelivery() {
        noClasses()
                .that()
                .resideInAPackage("io.openrcm.events..")
                .and()
                .resideOutsideOfPackage("io.openrcm.events.delivery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..", "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void onlyOneClassWritesTheOutbox() throws IOException {
        assertThat(sourcesContaining("insert into outbox")).hasSize(1);
    }

    @Test
    void nobodyUsesAnIdentityColumnOnAnEntity() throws IOException {
        assertThat(sourcesContaining("GenerationType.IDENTITY")).isEmpty();
    }

    @Test
    void everyTestThatTheSecurityPageNamesExists() throws IOException {
        Set<String> existing = new TreeSet<>();
        try (Stream<Path> files =
                Files.find(ROOT, 12, (file, _) -> file.toString().endsWith("Test.java"))) {
            files.forEach(file -> existing.add(file.getFileName().toString().replace(".java", "")));
        }
        Set<String> named = Pattern.compile("`(\\w+Test)`")
                .matcher(Files.readString(ROOT.resolve("docs/security.md")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(existing).containsAll(named);
    }

    private static List<Path> sourcesContaining(String text) throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    if (Files.readString(file)
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains(text.toLowerCase(java.util.Locale.ROOT))) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }
}
