package cn.publiccredit.subject.collection.file.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Very many texts by number, in bounded memory: beyond that in a temporary file, encrypted with a key that nobody keeps
 * and removed from its folder before the first byte is written, so that a killed process leaves nothing.
 */
final class StringStore implements Closeable {

    private static final int MOST_IN_BLOCK = 256;
    private static final int FULL_BLOCK = 1 << 17;
    private static final int TAG_BITS = 128;
    private static final long OPENED_CHARACTERS = 4 << 20;

    private final long inMemory;
    private final List<byte[]> blocks = new ArrayList<>();
    private final List<Long> places = new ArrayList<>();
    private final LinkedHashMap<Integer, List<String>> opened = new LinkedHashMap<>(64, 0.75f, true);
    private final List<Integer> firsts = new ArrayList<>();
    private List<String> last = new ArrayList<>();
    private int lastLength;
    private int size;
    private long memory;
    private long openedCharacters;
    private long end;
    private @Nullable FileChannel file;
    private @Nullable SecretKey key;

    /** @param inMemory bytes of texts beyond which they go to the file */
    StringStore(long inMemory) {
        this.inMemory = inMemory;
    }

    void add(String text) throws IOException {
        last.add(text);
        lastLength += text.length();
        size++;
        if (last.size() == MOST_IN_BLOCK || lastLength >= FULL_BLOCK) {
            keep(packed(last));
            firsts.add(size - last.size());
            last = new ArrayList<>();
            lastLength = 0;
        }
    }

    /** @return null when there is no text of that number */
    @Nullable String get(int number) throws IOException {
        if (number < 0 || number >= size) {
            return null;
        }
        int firstOfLast = size - last.size();
        if (number >= firstOfLast) {
            return last.get(number - firstOfLast);
        }
        int found = Collections.binarySearch(firsts, number);
        int block = found >= 0 ? found : -found - 2;
        return opened(block).get(number - firsts.get(block));
    }

    /** Whether some of it went to the file. */
    boolean isSpilt() {
        return file != null;
    }

    private int kept() {
        return blocks.size() + places.size();
    }

    private void keep(byte[] block) throws IOException {
        if (memory + block.length <= inMemory && places.isEmpty()) {
            memory += block.length;
            blocks.add(block);
            return;
        }
        ByteBuffer sealed = ByteBuffer.wrap(crypt(Cipher.ENCRYPT_MODE, kept(), block));
        FileChannel target = file();
        places.add(end);
        while (sealed.hasRemaining()) {
            end += target.write(sealed, end);
        }
    }

    private List<String> opened(int block) throws IOException {
        List<String> texts = opened.get(block);
        if (texts == null) {
            texts = unpacked(block < blocks.size() ? blocks.get(block) : read(block));
            opened.put(block, texts);
            openedCharacters += length(texts);
            while (openedCharacters > OPENED_CHARACTERS && opened.size() > 1) {
                openedCharacters -= length(opened.pollFirstEntry().getValue());
            }
        }
        return texts;
    }

    private byte[] read(int block) throws IOException {
        int index = block - blocks.size();
        long from = places.get(index);
        long to = index + 1 < places.size() ? places.get(index + 1) : end;
        ByteBuffer sealed = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (sealed.hasRemaining()) {
            if (file().read(sealed, from + sealed.position()) < 0) {
                throw new IOException("the temporary file is shorter than what was written");
            }
        }
        return crypt(Cipher.DECRYPT_MODE, block, sealed.array());
    }

    private FileChannel file() throws IOException {
        FileChannel present = file;
        if (present == null) {
            Path path = Files.createTempFile("texts", null);
            present = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            file = present;
            Files.delete(path);
        }
        return present;
    }

    private byte[] crypt(int mode, int block, byte[] bytes) throws IOException {
        try {
            SecretKey known = key;
            if (known == null) {
                known = KeyGenerator.getInstance("AES").generateKey();
                key = known;
            }
            // Each block is written once, so its number may be the nonce of this store's own key.
            byte[] nonce = ByteBuffer.allocate(12).putInt(block).array();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, known, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] packed(List<String> texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }
        return bytes.toByteArray();
    }

    private static List<String> unpacked(byte[] block) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
        List<String> texts = new ArrayList<>();
        while (in.available() > 0) {
            texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static long length(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum();
    }

    @Override
    public void close() throws IOException {
        FileChannel present = file;
        if (present != null) {
            present.close();
        }
    }
}
