package cn.publiccredit.portal.performance;

/** What the pages of the desk have in common. */
final class Desk {

    static final String PAGES = "/workbench/performance";
    static final String API = "/api/subject/v1/performance";

    /** Roles that the desk is for; which of its papers each sees is for the API to say. */
    static final String[] ROLES = {"department-user", "city-operator", "province-operator", "subject-user"};

    /** Roles that enter what happens; a department only about its own body. */
    static final String[] CLERKS = {"department-user", "city-operator", "province-operator"};

    /** Roles that supervise bodies and find against them. */
    static final String[] SUPERVISORS = {"city-operator", "province-operator"};

    private Desk() {}
}
