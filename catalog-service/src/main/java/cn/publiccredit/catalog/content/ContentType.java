package cn.publiccredit.catalog.content;

import java.util.List;

/**
 * A kind of content; declaring one as a bean has its shipped files checked and published at start.
 *
 * @param folder where its files are, under {@code catalog/}, and the beginning of its ids
 * @param shape what one piece looks like
 * @param rules what must hold beyond the shape
 */
public record ContentType<T extends Versioned>(String folder, Class<T> shape, Rules<T> rules) {

    /** A kind whose shape says everything. */
    public static <T extends Versioned> ContentType<T> of(String folder, Class<T> shape) {
        return new ContentType<>(folder, shape, (content, known) -> List.of());
    }

    /** What is wrong with a piece of content, one sentence each; empty when it may be published. */
    @FunctionalInterface
    public interface Rules<T extends Versioned> {

        List<String> broken(T content, Known known);
    }

    /** Which codes exist in the content that is shipped together, for references from one kind to another. */
    @FunctionalInterface
    public interface Known {

        boolean has(String folder, String code);
    }
}
