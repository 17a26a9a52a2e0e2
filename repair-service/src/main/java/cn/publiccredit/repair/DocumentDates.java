package cn.publiccredit.repair;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** Days are stored as {@code 2026-11-22}: as an instant, a day would depend on the zone of the machine that wrote it. */
@Configuration(proxyBeanMethods = false)
class DocumentDates {

    @Bean
    MongoCustomConversions conversions() {
        return new MongoCustomConversions(List.of(ToText.INSTANCE, ToDay.INSTANCE));
    }

    @WritingConverter
    enum ToText implements Converter<LocalDate, String> {
        INSTANCE;

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    enum ToDay implements Converter<String, LocalDate> {
        INSTANCE;

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
