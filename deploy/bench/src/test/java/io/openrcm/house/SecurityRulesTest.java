package io.openrcm.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no endpoint goes without, and what no class does, in any service. */
class SecurityRulesTest {

    private static final Path ROOT = Path.of(System.getProperty("openrcm.root", "../.."));
    private static final List<String> MODULES = List.of(
            "security", "events", "rest", "coding-service", "claims-service", "payer-gateway", "followup-service");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream()
                    .map(module -> ROOT.resolve(module).resolve("target/classes"))
                    .toList());

    private static final String AUDITED = "io.openrcm.rest.record.Audited";

    private static final Set<String> VERBS = Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
            .map(verb -> "jakarta.ws.rs." + verb)
            .collect(Collectors.toSet());

    private static final DescribedPredicate<JavaMethod> ENDPOINT = new DescribedPredicate<>("answer requests") {
        @Override
        public boolean test(JavaMethod method) {
            return method.getAnnotations().stream()
                    .anyMatch(
                            annotation -> VERBS.contains(annotation.getRawType().getName()));
        }
    };

    @Test
    void everyEndpointDeclaresItsRoles() {
        methods()
                .that(ENDPOINT)
                .should()
                .beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                .andShould()
                .notBeAnnotatedWith("jakarta.annotation.security.PermitAll")
                .check(CLASSES);
    }

    @Test
    void everyEndpointIsPutOnRecordInTheTransactionOfWhatItDoes() {
        methods().that(ENDPOINT).should(bePutOnRecord()).check(CLASSES);
    }

    private static ArchCondition<JavaMethod> bePutOnRecord() {
        return new ArchCondition<>("be put on record in their transaction") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var audited = method.tryGetAnnotationOfType(AUDITED);
                boolean isNamed = audited.flatMap(annotation -> annotation.get("what"))
                        .filter(what -> !what.equals(""))
                        .isPresent();
                boolean isInTransaction = method.isAnnotatedWith("jakarta.transaction.Transactional")
                        || audited.flatMap((JavaAnnotation<?> annotation) -> annotation.get("byCommand"))
                                .filter(Boolean.TRUE::equals)
                                .isPresent();
                if (!isNamed || !isInTransaction) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " is not put on record in a transaction"));
                }
            }
        };
    }

    @Test
    void nobodyUsesWhatCannotBeUsedSafely() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.xml.parsers..", "javax.xml.stream..", "javax.xml.transform..", "javax.script..")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .check(CLASSES);
    }

    @Test
    void secretsComeThroughTheConfiguration() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main") // programs without one
                .should()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }
}
