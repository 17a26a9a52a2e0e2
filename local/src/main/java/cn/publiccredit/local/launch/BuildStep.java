package cn.publiccredit.local.launch;

import java.util.List;

/** What happens to modules whose artefacts are older than their sources. */
interface BuildStep {

    void run(List<String> stale) throws InterruptedException;
}
