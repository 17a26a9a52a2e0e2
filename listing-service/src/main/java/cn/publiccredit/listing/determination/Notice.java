package cn.publiccredit.listing.determination;

import java.time.LocalDate;

/** The notice of reasons, basis and rights: when and how it was delivered, and the last day to state one's view. */
record Notice(LocalDate deliveredOn, String way, LocalDate until) {}
