package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.Registered;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the register says about a subject.
 *
 * @param capital as the register spells it
 * @param capitalAmount the same as an amount; null when the text names none for certain
 */
public record RegisteredView(
        @Nullable LocalDate date,
        @Nullable String type,
        @Nullable String capital,
        @Nullable Money capitalAmount,
        @Nullable String scope,
        @Nullable String address) {

    public static @Nullable RegisteredView of(@Nullable Registered registered) {
        if (registered == null) {
            return null;
        }
        String capital = registered.capital();
        return new RegisteredView(registered.date(), registered.type(), capital,
                capital == null ? null : Capital.parse(capital).orElse(null), registered.scope(), registered.address());
    }
}
