package cn.publiccredit.local.preflight;

import java.nio.file.Path;
import java.util.Optional;

/** What the checks ask of the machine; tests answer in its place. */
public interface Machine {

    int javaVersion();

    /** Memory that a new process could get, in bytes, within the limits of a container; empty when the system does not tell. */
    Optional<Long> availableMemory();

    /** Room on the disk that holds this folder or would hold it, in bytes. */
    long usableDisk(Path folder);

    boolean portIsFree(int port);

    /** The process that listens on a port, in words, where it may be known. */
    Optional<String> portHolder(int port);
}
