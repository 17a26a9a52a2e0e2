package cn.publiccredit.local.client;

/** A batch as it stands. */
public record Batch(
        String id, String item, String state, int received, int accepted, int updated, int duplicate, int rejected) {

    static Batch of(Reply reply) {
        return new Batch(reply.at("/id"), reply.at("/item"), reply.at("/state"), count(reply, "received"),
                count(reply, "accepted"), count(reply, "updated"), count(reply, "duplicate"), count(reply, "rejected"));
    }

    public boolean isOver() {
        return isDone() || state.equals("FAILED") || state.equals("CANCELLED");
    }

    public boolean isDone() {
        return state.equals("DONE");
    }

    /** Whether every row that was received has one result. */
    public boolean addsUp() {
        return received == accepted + updated + duplicate + rejected;
    }

    private static int count(Reply reply, String what) {
        return reply.json().path("counts").path(what).asInt(0);
    }
}
