package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.Penalty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A file with every kind of row, and a model of what has to come out. */
final class GeneratedFile {

    private static final AtomicInteger DOCUMENTS = new AtomicInteger(100_000);

    private final StringBuilder text = new StringBuilder(Penalty.header());
    private final List<Long> numbers = new ArrayList<>();
    private final Map<Long, String> known = new HashMap<>();
    private int received;
    private int accepted;
    private int updated;
    private int duplicate;
    private int rejected;

    GeneratedFile(long seed, int rows) {
        Random random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            if (random.nextInt(20) == 0) {
                text.append(random.nextBoolean() ? "\r\n" : ",,,\r\n");
            }
            add(random);
        }
    }

    private void add(Random random) {
        received++;
        int kind = random.nextInt(10);
        if (kind < 6 || known.isEmpty()) {
            long number = DOCUMENTS.incrementAndGet();
            numbers.add(number);
            put(number, "0.5");
            accepted++;
        } else if (kind == 6) {
            rejected++;
            Penalty row = Penalty.row().number(DOCUMENTS.incrementAndGet());
            text.append(switch (random.nextInt(5)) {
                case 0 -> row.with("CF_XDR_SHXYM", "91340100MA2TETA140").line();
                case 1 -> row.with("CF_SY", "=1+1").line();
                case 2 -> "甲,乙,丙\r\n";
                case 3 -> row.line().replace("罚款5000元", "\"罚款");
                default -> row.with("CF_JDRQ", "").with("CF_CFLB", "打").line();
            });
        } else {
            long number = numbers.get(random.nextInt(numbers.size()));
            if (kind == 7) {
                put(number, known.getOrDefault(number, ""));
                duplicate++;
            } else {
                put(number, known.getOrDefault(number, "") + "1");
                updated++;
            }
        }
    }

    private void put(long number, String fine) {
        String amount = fine.length() > 8 ? "0.7" : fine;
        known.put(number, amount);
        text.append(Penalty.row().number(number).with("CF_NR_FK", amount).line());
    }

    String text() {
        return text.toString();
    }

    /** The same rows as a workbook; a row that only CSV can spoil is spoilt in another way. */
    byte[] workbook() {
        return Workbooks.of(table());
    }

    /** The same rows, an object a line. */
    String ndjson() {
        List<List<String>> table = table();
        StringBuilder lines = new StringBuilder();
        for (List<String> row : table.subList(1, table.size())) {
            Map<String, String> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(table.getFirst().get(i), row.get(i));
            }
            boolean blank = row.stream().allMatch(String::isBlank);
            lines.append(blank ? "" : JsonMapper.shared().writeValueAsString(object)).append('\n');
        }
        return lines.toString();
    }

    private List<List<String>> table() {
        return Workbooks.tableOfCsv(text.toString().replace("\"罚款", "=罚款"));
    }

    int accepted() {
        return accepted;
    }

    int rejected() {
        return rejected;
    }

    /** As {@link CollectionFixture#counts} words them. */
    String counts() {
        return received + " " + accepted + " " + updated + " " + duplicate + " " + rejected;
    }
}
