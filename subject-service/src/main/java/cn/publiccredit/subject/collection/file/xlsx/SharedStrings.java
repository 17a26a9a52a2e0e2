package cn.publiccredit.subject.collection.file.xlsx;

import java.io.IOException;
import java.io.InputStream;

/** The texts that cells share (ECMA-376 part 1, 18.4): formatting is left out, and the reading aid of Japanese too. */
final class SharedStrings {

    private SharedStrings() {}

    /** @param longest characters of a text that are kept, one more where it is longer */
    static void read(InputStream part, int longest, StringStore target) throws IOException {
        Xml xml = new Xml(part);
        BoundedText text = new BoundedText(longest + 1);
        boolean inText = false;
        boolean aid = false;
        while (xml.next()) {
            if (xml.isText()) {
                if (inText && !aid) {
                    xml.text(text);
                }
            } else if (xml.isStart("si")) {
                text.clear();
            } else if (xml.isEnd("si")) {
                target.add(text.toString());
            } else if (xml.isStart("t") || xml.isEnd("t")) {
                inText = xml.isStart("t");
            } else if (xml.isStart("rPh") || xml.isEnd("rPh")) {
                aid = xml.isStart("rPh");
            }
        }
    }
}
