package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.util.HashSet;
import java.util.Set;

/** The names that a part uses: the parser keeps each of them to the end, so that a file may not make up ever more. */
final class NameBound {

    /** All names of the standard together are a fraction of it. */
    private static final int MOST_CHARACTERS = 1 << 18;

    /** What a name costs however short it is. */
    private static final int EACH = 16;

    private final Set<String> names = new HashSet<>();
    private long characters;

    /** Notes a name of which nothing needs to be known but that it is there. */
    void met(String name) throws UnreadableFile {
        if (names.add(name)) {
            characters += name.length() + EACH;
            if (characters > MOST_CHARACTERS) {
                throw new UnreadableFile(FileDefect.WORKBOOK, null);
            }
        }
    }
}
