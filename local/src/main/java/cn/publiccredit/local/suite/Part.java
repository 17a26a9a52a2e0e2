package cn.publiccredit.local.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One process of the suite, in the order in which a person would list them. */
public enum Part {
    STORE("store", 27018, 256),
    KEYCLOAK("keycloak", 8180, 256),
    CATALOG("catalog-service", 8081, 192),
    SUBJECT("subject-service", 8082, 320),
    LISTING("listing-service", 8083, 192),
    REPAIR("repair-service", 8084, 192),
    REPORT("report-service", 8085, 320),
    PORTAL("portal", 8086, 192),
    GATEWAY("gateway", 8080, 192);

    private final String label;
    private final int defaultPort;
    private final int heapMegabytes;

    Part(String label, int defaultPort, int heapMegabytes) {
        this.label = label;
        this.defaultPort = defaultPort;
        this.heapMegabytes = heapMegabytes;
    }

    /** The name that people, log files and, for applications, module folders use. */
    public String label() {
        return label;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** How large the process's Java heap may grow, in MB. */
    public int heapMegabytes() {
        return heapMegabytes;
    }

    /** The setting that moves this part to another port, for example {@code CREDIT_SUBJECT_PORT}. */
    public String portSetting() {
        return "CREDIT_" + name() + "_PORT";
    }

    /** The setting by which the others find this part, for example {@code SUBJECT_URL}. */
    public String urlSetting() {
        return name() + "_URL";
    }

    /** Whether it is one of the project's own Spring Boot applications. */
    public boolean isApplication() {
        return this != STORE && this != KEYCLOAK;
    }

    /** The project's own applications. */
    public static List<Part> applications() {
        return Arrays.stream(values()).filter(Part::isApplication).toList();
    }

    /** @throws IllegalArgumentException when no part has this name; the message lists those that exist */
    public static Part named(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("没有这个进程 / no such process: " + label + "  ("
                        + String.join(" ", Arrays.stream(values()).map(Part::label).toList()) + ")"));
    }
}
