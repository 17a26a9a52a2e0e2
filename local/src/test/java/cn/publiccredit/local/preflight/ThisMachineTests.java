package cn.publiccredit.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ThisMachineTests {

    private final ThisMachine machine = new ThisMachine();

    @Test
    void aPortWithAListenerIsTakenAndItsHolderIsThisProcess() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(machine.portIsFree(socket.getLocalPort())).isFalse();
            assertThat(machine.portHolder(socket.getLocalPort()))
                    .hasValueSatisfying(holder -> assertThat(holder).startsWith("PID " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void aListenerOnAllAddressesTakesThePortToo() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            assertThat(machine.portIsFree(socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void aFolderThatDoesNotExistYetIsMeasuredWhereItWouldBe() {
        assertThat(machine.usableDisk(Path.of("target/not/there/yet"))).isPositive();
    }
}
