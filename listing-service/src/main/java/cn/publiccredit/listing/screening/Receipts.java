package cn.publiccredit.listing.screening;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** New receipt numbers: {@code SC}, the time to the second, and eight of 0-9A-Z that cannot be guessed. */
@Component
class Receipts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Receipts(Clock clock) {
        this.clock = clock;
    }

    String next() {
        StringBuilder receipt = new StringBuilder("SC").append(TIME.format(ZonedDateTime.now(clock)));
        for (int i = 0; i < LENGTH; i++) {
            receipt.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return receipt.toString();
    }
}
