package cn.publiccredit.acceptance.benchmark;

import cn.publiccredit.local.client.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Public reads of random companies, asked at the service itself, so that the limits of the gateway do not count.
 *
 * @param companies how many there are, from {@link PenaltyFile}s
 */
record Reads(URI service, int companies) {

    static final List<String> HEAD = List.of("| subjects | call | p50 ms | p99 ms |", "|---|---|---|---|");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** How long each kind of call took, one call after the other. @param calls of each kind */
    Map<String, Latencies> measured(long seed, int calls) {
        String base = service + "/api/subject/v1/public/";
        Map<String, Latencies> reads = new LinkedHashMap<>();
        reads.put("search by the beginning of a name", Latencies.of(companies, seed, calls, i ->
                body(base + "subjects?q=" + Door.encoded(PenaltyFile.name(i).substring(0, 9))).contains(PenaltyFile.uscc(i))));
        reads.put("search by a beginning that all names share", Latencies.of(companies, seed, calls, i ->
                body(base + "subjects?q=" + Door.encoded("虚构样例·淮南")).contains("虚构样例")));
        reads.put("search by code", Latencies.of(companies, seed, calls, i ->
                body(base + "subjects?q=" + PenaltyFile.uscc(i)).contains(PenaltyFile.name(i))));
        reads.put("subject with its counts", Latencies.of(companies, seed, calls, i ->
                body(base + "subjects/" + PenaltyFile.uscc(i)).contains(PenaltyFile.name(i))));
        reads.put("public records of a subject", Latencies.of(companies, seed, calls, i ->
                body(base + "records?item=CF&subject=" + PenaltyFile.uscc(i)).contains("号\"")));
        return reads;
    }

    /** Rows of the table under {@link #HEAD}. */
    List<String> lines(Map<String, Latencies> reads) {
        return reads.entrySet().stream().map(read -> String.format(Locale.ROOT, "| %,d | %s | %.1f | %.1f |", companies, read.getKey(),
                read.getValue().p50(), read.getValue().p99())).toList();
    }

    private String body(String address) {
        try {
            return Objects.requireNonNull(HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
