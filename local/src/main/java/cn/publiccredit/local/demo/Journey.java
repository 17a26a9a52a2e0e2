package cn.publiccredit.local.demo;

import cn.publiccredit.local.client.AccountDesk;
import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.suite.Suite;
import java.time.Clock;
import java.time.ZonedDateTime;

/**
 * The main story against a running suite: each part's methods do one step and return what was seen, or throw
 * {@link cn.publiccredit.local.client.SuiteFailure} naming what was not as expected.
 */
public final class Journey {

    private final Suite suite;
    private final Company company;
    private final Door door;

    private Journey(Suite suite, Company company) {
        this.suite = suite;
        this.company = company;
        this.door = Door.of(suite);
    }

    /** A story about a company that did not exist before. */
    public static Journey on(Suite suite, Clock clock) {
        return new Journey(suite, Company.at(ZonedDateTime.now(clock)));
    }

    public Company company() {
        return company;
    }

    /** The company gets an account of its own. */
    public Company openAccount() {
        AccountDesk.of(suite).open(company.toOpen());
        return company;
    }

    /** The department's uploads. */
    public Collecting collecting() {
        return new Collecting(company, department());
    }

    /** What anyone sees. */
    public PublicView publicView() {
        return new PublicView(company, door);
    }

    /** The way onto a list. */
    public Listing listing() {
        return new Listing(company, department(), door.as(company.account()), approver());
    }

    /** What the bank asks, and the company allows. */
    public Financing financing() {
        return new Financing(company, door.asClient("demo-bank"), door.as(company.account()));
    }

    /** What anyone can find out about a report. */
    public Verifying verifying() {
        return new Verifying(door);
    }

    /** The way back. */
    public Repairing repairing() {
        return new Repairing(door.as(company.account()), department(), approver());
    }

    private Door department() {
        return door.as("dept-market").purpose("依法履职");
    }

    private Door approver() {
        return door.as("approver").purpose("依法履职");
    }
}
