package cn.publiccredit.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The real time plus whatever the test moved it by; {@link #reset()} after each test that did. */
public final class MovingClock extends Clock {

    private final ZoneId zone;
    private volatile Duration moved = Duration.ZERO;

    public MovingClock() {
        this(ZoneId.of("Asia/Shanghai"));
    }

    private MovingClock(ZoneId zone) {
        this.zone = zone;
    }

    public void forward(Duration by) {
        moved = moved.plus(by);
    }

    /** To noon of this day; time goes on from there. */
    public void moveTo(LocalDate day) {
        moved = Duration.between(Instant.now(), day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }

    public void reset() {
        moved = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        MovingClock copy = new MovingClock(other);
        copy.moved = moved;
        return copy;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(moved);
    }
}
