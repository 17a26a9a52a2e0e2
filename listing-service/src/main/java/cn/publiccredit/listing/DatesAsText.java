package cn.publiccredit.listing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** A day is stored as its ISO text: as an instant it would move with the server's time zone. It sorts the same. */
@Configuration(proxyBeanMethods = false)
class DatesAsText {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(List.of(new Writing(), new Reading()));
    }

    @WritingConverter
    private static final class Writing implements Converter<LocalDate, String> {

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    private static final class Reading implements Converter<String, LocalDate> {

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
