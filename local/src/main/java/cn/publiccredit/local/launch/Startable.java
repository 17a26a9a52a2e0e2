package cn.publiccredit.local.launch;

import cn.publiccredit.local.suite.Part;
import java.util.List;
import java.util.Map;

/** One part of the suite as the launcher starts it. */
interface Startable {

    Part part();

    /** Work before the process can start, possibly minutes: fetching, unpacking, training. */
    void prepare() throws InterruptedException;

    /** The process's command; empty when somebody else runs it. */
    List<String> command();

    Map<String, String> environment();

    /** Whether it does its work now. */
    boolean ready();

    /** What {@link #ready()} looks at, as a person would. */
    String waitsFor();
}
