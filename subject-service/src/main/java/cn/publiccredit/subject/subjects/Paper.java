package cn.publiccredit.subject.subjects;

/** What a person is identified by: the kind of paper, and its number as it is compared. */
record Paper(String type, String number) {

    @Override
    public String toString() {
        return "Paper[" + type + "]";
    }
}
