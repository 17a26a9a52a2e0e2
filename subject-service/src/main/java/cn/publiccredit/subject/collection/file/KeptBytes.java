package cn.publiccredit.subject.collection.file;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.subject.personal.SealedContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.bson.types.Binary;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Files in the document store, encrypted, in pieces that are found by id, which all three stores do well. */
@Component
public class KeptBytes {

    /** Small enough that many uploads at a time fit into memory, large enough that the round trips do not show. */
    public static final int PIECE = 1 << 20;

    private final MongoTemplate mongo;
    private final SealedContent seal;

    KeptBytes(MongoTemplate mongo, SealedContent seal) {
        this.mongo = mongo;
        this.seal = seal;
    }

    @Document("batchChunks")
    record Piece(@Id String id, Binary bytes) {}

    /** Keeps one piece; all but the last are {@link #PIECE} long. */
    public void put(String content, int number, byte[] bytes, int length) {
        String id = id(content, number);
        mongo.insert(new Piece(id, new Binary(seal.seal(bytes, length, id))));
    }

    /** The pieces 0 to {@code pieces - 1} as one stream. */
    public InputStream open(String content, int pieces) {
        return new Stream(content, pieces);
    }

    /** Deletes all pieces, whichever of them are left; can be repeated. */
    public void delete(String content) {
        // All ids of a content begin with its own and a slash; the character after the slash is 0.
        mongo.remove(Query.query(where("_id").gte(content + "/").lt(content + "0")), Piece.class);
    }

    /** As {@link #delete(String)}, where there may be none. */
    public void delete(String content, int pieces) {
        if (pieces > 0) {
            delete(content);
        }
    }

    private static String id(String content, int number) {
        return content + "/" + number;
    }

    private final class Stream extends InputStream {

        private final String content;
        private final int pieces;
        private int next;
        private byte[] bytes = new byte[0];
        private int position;

        Stream(String content, int pieces) {
            this.content = content;
            this.pieces = pieces;
        }

        @Override
        public int read() {
            return turn() ? bytes[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!turn()) {
                return -1;
            }
            int read = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, target, offset, read);
            position += read;
            return read;
        }

        private boolean turn() {
            while (position == bytes.length) {
                if (next == pieces) {
                    return false;
                }
                Piece piece = mongo.findById(id(content, next), Piece.class);
                if (piece == null) {
                    throw new UncheckedIOException(
                            new IOException("piece " + next + " of " + content + " is missing"));
                }
                bytes = seal.open(piece.bytes().getData(), piece.id());
                position = 0;
                next++;
            }
            return true;
        }
    }
}
