package cn.publiccredit.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Which part listens on which port of the loopback address. */
public record Ports(Map<Part, Integer> numbers) {

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /** The usual ports moved by an offset, except where a {@code CREDIT_…_PORT} setting names one. */
    public static Ports from(Map<String, String> settings, int offset) {
        Map<Part, Integer> numbers = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String own = settings.get(part.portSetting());
            numbers.put(part, own == null ? part.defaultPort() + offset : Integer.parseInt(own.strip()));
        }
        return new Ports(numbers);
    }

    /** Ports that nobody listened on a moment ago, for a second suite beside a first one. */
    public static Ports free() {
        Map<Part, Integer> numbers = new EnumMap<>(Part.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Part part : Part.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                numbers.put(part, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(numbers);
    }

    /** The port of this part. */
    public int of(Part part) {
        return numbers.getOrDefault(part, part.defaultPort());
    }

    public Properties toProperties() {
        Properties properties = new Properties();
        numbers.forEach((part, port) -> properties.setProperty(part.label(), String.valueOf(port)));
        return properties;
    }

    public static Ports fromProperties(Properties properties) {
        Map<Part, Integer> numbers = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            numbers.put(part, Integer.parseInt(properties.getProperty(part.label())));
        }
        return new Ports(numbers);
    }
}
