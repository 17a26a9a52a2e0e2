package cn.publiccredit.local.preflight;

/** Something that stands in the way of a start, and what to do about it; Chinese first, English beneath. */
public record Finding(String problem, String problemInEnglish, String remedy, String remedyInEnglish) {

    /** The finding as a person reads it. */
    public String text() {
        return "✗ " + problem + "\n  " + problemInEnglish + "\n  → " + remedy + "\n    " + remedyInEnglish;
    }
}
