package cn.publiccredit.support.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The realm roles of Keycloak that the platform knows; others in a token are ignored. */
public enum Role {
    PROVINCE_OPERATOR,
    CITY_OPERATOR,
    DEPARTMENT_USER,
    LIST_APPROVER,
    REPAIR_APPROVER,
    AUDITOR,
    SECURITY_ADMIN,
    CATALOG_EDITOR,
    CATALOG_APPROVER,
    SUBJECT_USER,
    BANK,
    PLATFORM_ENTERPRISE,
    /** A service of this platform that acts on its own account, for example to run a recorded step. */
    PLATFORM_SERVICE;

    /** The name in the realm, such as {@code province-operator}. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> ofRealmName(String name) {
        return Arrays.stream(values()).filter(r -> r.realmName().equals(name)).findFirst();
    }
}
