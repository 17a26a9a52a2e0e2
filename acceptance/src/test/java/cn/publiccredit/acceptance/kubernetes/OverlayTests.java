package cn.publiccredit.acceptance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayTests {

    private static final List<String> APPLICATIONS = List.of("catalog-service", "gateway", "listing-service", "portal",
            "repair-service", "report-service", "subject-service");

    @ParameterizedTest
    @ValueSource(strings = {"province", "city"})
    void everyApplicationIsDeployedBehindAServiceOfItsName(String overlay) {
        List<HasMetadata> all = Overlay.built(overlay);
        assertThat(names(all, Deployment.class)).containsExactlyElementsOf(APPLICATIONS);
        assertThat(names(all, Service.class)).containsExactlyElementsOf(APPLICATIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "city"})
    void noFieldIsUnknownToKubernetes(String overlay) {
        assertThat(Overlay.built(overlay)).flatMap(UnknownFields::in).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "city"})
    void everyContainerIsProbedBoundedAndWithoutPrivileges(String overlay) {
        for (Deployment deployment : of(Overlay.built(overlay), Deployment.class)) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            Container app = pod.getContainers().getFirst();
            assertThat(app.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
            assertThat(app.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
            assertThat(app.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(app.getResources().getLimits()).containsKey("memory");
            assertThat(app.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(app.getStartupProbe()).isNotNull();
            assertThat(app.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
            assertThat(app.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "city"})
    void secretsAreReferredToAndNeverWrittenDown(String overlay) {
        List<HasMetadata> all = Overlay.built(overlay);
        assertThat(all).noneMatch(thing -> thing.getKind().equals("Secret"));
        for (Deployment deployment : of(all, Deployment.class)) {
            Container app = deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
            assertThat(app.getEnv()).filteredOn(e -> e.getName().matches(".*(SECRET|_KEY|MONGODB_URI)"))
                    .allSatisfy(e -> assertThat(e.getValueFrom().getSecretKeyRef()).isNotNull());
        }
    }

    /** The architecture's arrows: report → repair → listing → subject → catalog, and the gateway to all. */
    @ParameterizedTest
    @ValueSource(strings = {"province", "city"})
    void callsFollowTheArrowsAndEverythingElseIsClosed(String overlay) {
        List<NetworkPolicy> policies = of(Overlay.built(overlay), NetworkPolicy.class);
        Map<String, Set<String>> callers = policies.stream()
                .filter(p -> p.getMetadata().getName().startsWith("callers-of-"))
                .collect(Collectors.toMap(p -> p.getMetadata().getName().substring("callers-of-".length()), p -> new TreeSet<>(
                        p.getSpec().getIngress().getFirst().getFrom().getFirst().getPodSelector()
                                .getMatchExpressions().getFirst().getValues())));
        assertThat(callers).isEqualTo(Map.of(
                "catalog-service", Set.of("gateway", "subject-service", "listing-service", "repair-service", "report-service"),
                "subject-service", Set.of("gateway", "listing-service", "repair-service", "report-service"),
                "listing-service", Set.of("gateway", "repair-service", "report-service"),
                "repair-service", Set.of("gateway", "report-service"),
                "report-service", Set.of("gateway"),
                "portal", Set.of("gateway")));
        assertThat(policies).anySatisfy(p -> {
            assertThat(p.getMetadata().getName()).isEqualTo("nothing-by-default");
            assertThat(p.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(p.getSpec().getIngress()).isEmpty();
            assertThat(p.getSpec().getEgress()).isEmpty();
        });
    }

    private static List<String> names(List<HasMetadata> all, Class<? extends HasMetadata> type) {
        return of(all, type).stream().map(thing -> thing.getMetadata().getName()).sorted().toList();
    }

    private static <T> List<T> of(List<HasMetadata> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
