package cn.publiccredit.local.samples;

/**
 * The first columns of a licence or penalty: whom it concerns.
 *
 * @param prefix XK or CF
 */
record Party(String prefix) {

    Row of(SampleSubject subject) {
        return new Row()
                .with(prefix + "_XDR_MC", subject.name())
                .with(prefix + "_XDR_LB", subject.kind().subjectKind())
                .with(prefix + "_XDR_SHXYM", subject.uscc())
                .with(prefix + "_FRDB", subject.representative());
    }

    Row ofPerson(String name, String number) {
        return new Row()
                .with(prefix + "_XDR_MC", name)
                .with(prefix + "_XDR_LB", "自然人")
                .with(prefix + "_XDR_ZJLX", "身份证")
                .with(prefix + "_XDR_ZJHM", number);
    }
}
