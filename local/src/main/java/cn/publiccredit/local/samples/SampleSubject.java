package cn.publiccredit.local.samples;

import java.time.LocalDate;

/** A subject that does not exist. */
record SampleSubject(
        String uscc,
        String name,
        Kind kind,
        Place place,
        LocalDate founded,
        String capital,
        String scope,
        String address,
        String representative) {}
