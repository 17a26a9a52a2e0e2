package cn.publiccredit.repair.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the subject asks for and says.
 *
 * @param listEntries ids of list entries that are to end with the repair, beside those that rest on the record
 * @param statement how the wrong was corrected and the duty done
 * @param commitment whether the public commitment was made
 */
record Petition(
        List<String> listEntries, @Nullable String statement, boolean commitment, List<Material> materials) {

    Petition {
        listEntries = List.copyOf(listEntries);
        materials = List.copyOf(materials);
    }
}
