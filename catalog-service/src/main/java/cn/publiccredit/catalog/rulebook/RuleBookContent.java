package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.ContentType.Known;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which rule books there are, and what must hold in each. */
@Configuration(proxyBeanMethods = false)
class RuleBookContent {

    @Bean
    ContentType<ListDefinition> lists() {
        return new ContentType<>("lists", ListDefinition.class, (list, known) -> Stream.concat(
                unknown(list.items(), "items", known), unknown(list.measures(), "measures", known)).toList());
    }

    @Bean
    ContentType<Measure> measures() {
        return new ContentType<>("measures", Measure.class,
                (measure, known) -> unknown(measure.matters(), "matters", known).toList());
    }

    @Bean
    ContentType<Matter> matters() {
        return ContentType.of("matters", Matter.class);
    }

    @Bean
    ContentType<CodeSet> codeSets() {
        return new ContentType<>("code-sets", CodeSet.class, (set, known) -> brokenCodes(set));
    }

    @Bean
    ContentType<WorkingCalendar> calendars() {
        return new ContentType<>("calendars", WorkingCalendar.class, (calendar, known) -> brokenDays(calendar));
    }

    @Bean
    ContentType<RepairRules> repairRules() {
        return ContentType.of("repair-rules", RepairRules.class);
    }

    private static Stream<String> unknown(List<String> codes, String folder, Known known) {
        return codes.stream().filter(code -> !known.has(folder, code)).map(code -> "names " + folder + "/" + code
                + ", which is not shipped");
    }

    private static List<String> brokenCodes(CodeSet set) {
        List<String> broken = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        set.entries().stream().filter(entry -> !codes.add(entry.code()))
                .forEach(entry -> broken.add("has " + entry.code() + " twice"));
        set.entries().stream().filter(entry -> entry.parent() != null && !codes.contains(entry.parent()))
                .forEach(entry -> broken.add("has no parent " + entry.parent() + " of " + entry.code()));
        return broken;
    }

    private static List<String> brokenDays(WorkingCalendar calendar) {
        Stream<String> free = calendar.holidays().stream().filter(RuleBookContent::isWeekend)
                .map(day -> "has holiday " + day + ", which is a weekend day anyway");
        Stream<String> worked = calendar.workdays().stream().filter(day -> !isWeekend(day))
                .map(day -> "has workday " + day + ", which is a weekday anyway");
        Stream<String> other = Stream.concat(calendar.holidays().stream(), calendar.workdays().stream())
                .filter(day -> day.getYear() != calendar.year()).map(day -> "has " + day + " of another year");
        return Stream.of(free, worked, other).flatMap(faults -> faults).toList();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
