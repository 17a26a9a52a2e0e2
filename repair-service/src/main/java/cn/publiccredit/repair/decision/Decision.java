package cn.publiccredit.repair.decision;

import java.time.LocalDate;

/** The document that is issued when a repair has taken its steps (信用修复决定书). */
public record Decision(String number, LocalDate issuedOn) {}
