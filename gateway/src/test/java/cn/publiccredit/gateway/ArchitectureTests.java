package cn.publiccredit.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.publiccredit.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule PARTS = slices().matching("cn.publiccredit.gateway.(*)..")
            .should().beFreeOfCycles()
            .because("each part of the gateway can then be read on its own, from the bottom up");

    @ArchTest
    static final ArchRule HOUSE = noClasses().should().dependOnClassesThat(
                    com.tngtech.archunit.base.DescribedPredicate.describe("belong to a service", c ->
                            c.getPackageName().startsWith("cn.publiccredit.")
                                    && !c.getPackageName().startsWith("cn.publiccredit.gateway")))
            .because("the gateway knows the services by their addresses only");

    @ArchTest
    static final ArchRule CLIENT = classes().that().resideOutsideOfPackage("..route..")
            .should().onlyDependOnClassesThat().resideOutsideOfPackage("org.apache.hc..")
            .because("whatever is sent to a service goes through the breaker of its route");

    @ArchTest
    static final ArchRule FORMS = noClasses().that().resideOutsideOfPackage("..docs..")
            .should().callMethod(jakarta.servlet.ServletRequest.class, "getParameter", String.class)
            .orShould().callMethod(jakarta.servlet.ServletRequest.class, "getParameterMap")
            .because("reading a parameter swallows the body of a form that is to be passed on");
}
