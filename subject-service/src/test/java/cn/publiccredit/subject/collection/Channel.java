package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.xlsx.Zips;
import cn.publiccredit.subject.collection.judgement.Penalty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which rows come in. {@code \0} stands for a character that no text may hold, as far as a way can write it. */
enum Channel {
    CSV("text/csv") {
        @Override
        byte[] bytes(List<Penalty> rows) {
            String lines = rows.stream().map(Penalty::line).collect(Collectors.joining());
            return (Penalty.header() + lines.replace('\0', '\u0001')).getBytes(StandardCharsets.UTF_8);
        }
    },
    XLSX(Workbooks.TYPE) {
        @Override
        byte[] bytes(List<Penalty> rows) {
            String lines = Stream.concat(Stream.of(Penalty.codes()), rows.stream().map(Penalty::cells))
                    .map(cells -> cells.stream().map(cell -> "<c t='inlineStr'><is><t>" + cell.replace("\0", "_x0000_")
                            + "</t></is></c>").collect(Collectors.joining("", "<row>", "</row>")))
                    .collect(Collectors.joining());
            return Zips.zip(Zips.workbook(lines));
        }
    },
    NDJSON("application/x-ndjson") {
        @Override
        byte[] bytes(List<Penalty> rows) {
            return rows.stream().map(Channel::json).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        }
    },
    PUSH("application/json") {
        @Override
        byte[] bytes(List<Penalty> rows) {
            return rows.stream().map(Channel::json).collect(Collectors.joining(",", "{\"item\":\"CF\",\"records\":[", "]}"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    };

    private final String type;

    Channel(String type) {
        this.type = type;
    }

    abstract byte[] bytes(List<Penalty> rows);

    String type() {
        return type;
    }

    private static String json(Penalty row) {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < Penalty.codes().size(); i++) {
            line.append(i == 0 ? "" : ",").append('"').append(Penalty.codes().get(i)).append("\":\"")
                    .append(row.cells().get(i).replace("\0", "\\u0000")).append('"');
        }
        return line.append("}").toString();
    }
}
