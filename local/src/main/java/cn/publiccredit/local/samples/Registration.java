package cn.publiccredit.local.samples;

import java.time.LocalDate;

/** Rows of the register, under the headers that open registers use. */
public final class Registration {

    private Registration() {}

    static Row of(SampleSubject subject) {
        return of(subject.uscc(), subject.name(), subject.founded(), subject.kind().type(), subject.capital(),
                subject.scope(), subject.place().shortCity(), subject.address());
    }

    /** A row of item DJ. */
    public static Row of(String uscc, String name, LocalDate founded, String type, String capital, String scope,
            String city, String address) {
        return new Row().with("企业名称", name).with("统一社会信用代码", uscc).with("成立日期", founded.toString())
                .with("企业类型", type).with("注册资本", capital).with("经营范围", scope)
                .with("所在省份", "安徽").with("所在地区", city).with("住所", address);
    }
}
