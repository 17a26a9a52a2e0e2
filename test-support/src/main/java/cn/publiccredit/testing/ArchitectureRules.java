package cn.publiccredit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** The house's architecture rules for one module; a module's test calls {@link #check()} with its root package. */
public final class ArchitectureRules {

    private static final List<String> SERVICES = List.of("catalog", "subject", "listing", "repair", "report");

    private final String module;
    private final String root;
    private final JavaClasses classes;

    private ArchitectureRules(String module) {
        this.module = module;
        this.root = "cn.publiccredit." + module;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /** The rules for the module of this name, such as {@code listing}. */
    public static ArchitectureRules of(String module) {
        return new ArchitectureRules(module);
    }

    /** Checks every rule. @throws AssertionError naming the rule, its reason and each offender */
    public void check() {
        List.of(noOtherService(), noCyclesBetweenFeatures(), remoteInterfacesHidden(), endpointsHidden(),
                noVanillaExceptions(), clockInjected(), GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
                GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS).forEach(rule -> rule.check(classes));
    }

    private ArchRule noOtherService() {
        String[] others = SERVICES.stream().filter(s -> !s.equals(module))
                .map(s -> "cn.publiccredit." + s + "..").toArray(String[]::new);
        return noClasses().that().resideInAPackage(root + "..")
                .should().dependOnClassesThat().resideInAnyPackage(others)
                .because("services know each other by their API only; a shared class would chain their releases together")
                .allowEmptyShould(true);
    }

    private ArchRule noCyclesBetweenFeatures() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles()
                .because("features that reach into each other can be understood and changed only together")
                .allowEmptyShould(true);
    }

    private ArchRule remoteInterfacesHidden() {
        return classes().that().areAnnotatedWith("org.springframework.cloud.openfeign.FeignClient")
                .should().bePackagePrivate()
                .because("only the wrapper beside it knows breaker, time limit and what a peer's answer means")
                .allowEmptyShould(true);
    }

    private ArchRule endpointsHidden() {
        return classes().that().areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should().bePackagePrivate()
                .because("an endpoint is called over HTTP; called from Java it would bypass its access rule")
                .allowEmptyShould(true);
    }

    private ArchRule noVanillaExceptions() {
        DescribedPredicate<JavaClass> vanilla = DescribedPredicate.describe("vanilla exceptions", type ->
                type.isEquivalentTo(RuntimeException.class) || type.isEquivalentTo(Exception.class)
                        || type.isEquivalentTo(Error.class) || type.isEquivalentTo(Throwable.class));
        return noClasses().should().callConstructorWhere(DescribedPredicate.describe("of vanilla exceptions",
                        call -> vanilla.test(call.getTargetOwner())
                                && !call.getOriginOwner().isAssignableTo(Throwable.class)))
                .because("a caller can only answer to a failure that has a name");
    }

    private ArchRule clockInjected() {
        DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> now = DescribedPredicate.describe(
                "now() without a clock", call -> call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class,
                                ZonedDateTime.class).stream().anyMatch(call.getTargetOwner()::isEquivalentTo));
        return noClasses().should().callMethodWhere(now)
                .because("deadlines and publicity depend on the time, and tests must be able to move it");
    }
}
