package cn.publiccredit.repair.application;

import java.time.LocalDate;

/** That the repair was approved. */
record Approval(Actor by, LocalDate on) {}
