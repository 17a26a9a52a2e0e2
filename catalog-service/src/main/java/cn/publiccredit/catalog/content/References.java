package cn.publiccredit.catalog.content;

import cn.publiccredit.support.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds which published content would break a rule if other content changed or were no longer there. */
@Component
public class References {

    private final Contents contents;
    private final ContentTypes types;
    private final Clock clock;

    References(Contents contents, ContentTypes types, Clock clock) {
        this.contents = contents;
        this.types = types;
        this.clock = clock;
    }

    /** What names this code, in force today or to come, as {@code lists/market-serious}. */
    public List<String> to(Kind kind, String code) {
        ContentType.Known all = contents.known();
        ContentType.Known without = all.without(kind, code);
        return standing(kind).filter(piece -> !piece.name().equals(Piece.name(kind, code)))
                .filter(piece -> !piece.faults(all).containsAll(piece.faults(without)))
                .map(Piece::name).distinct().toList();
    }

    /**
     * What would be wrong elsewhere if these pieces, all together, took the place of their last versions. What was wrong
     * before is not held against them.
     */
    public List<Violation> brokenBy(Collection<Piece<?>> changed) {
        ContentType.Known before = contents.known();
        Optional<Kind> first = changed.stream().filter(piece -> before.has(piece.kind(), piece.code()))
                .map(Piece::kind).min(Kind::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        ContentType.Known after = before.with(changed);
        Set<String> own = changed.stream().map(Piece::name).collect(Collectors.toSet());
        Set<Violation> broken = new HashSet<>();
        List<Violation> told = new ArrayList<>();
        standing(first.get()).filter(piece -> !own.contains(piece.name())).forEach(piece -> {
            List<Violation> faults = piece.faults(after);
            if (!faults.isEmpty()) {
                List<Violation> already = piece.faults(before);
                faults.stream().filter(fault -> !already.contains(fault) && broken.add(fault))
                        .forEach(fault -> told.add(needed(piece, fault)));
            }
        });
        return told;
    }

    private static Violation needed(Piece<?> piece, Violation fault) {
        return new Violation(fault.field(), "still-needed",
                "已发布的 " + piece.name() + " 仍需要被改动的内容：" + fault.zh() + "请保留其引用的代码，或先修改 " + piece.name() + "。",
                "Published " + piece.name() + " still needs what is changed: " + fault.en() + " Keep the codes that it names,"
                        + " or change " + piece.name() + " first.");
    }

    /** What is in force today or to come, of this kind and those that may refer to it. */
    private Stream<Piece<?>> standing(Kind from) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.compareTo(from) >= 0).flatMap(this::pieces);
    }

    private Stream<Piece<?>> pieces(Kind kind) {
        return contents.standing(kind, LocalDate.now(clock)).stream().map(content -> piece(types.of(kind), content));
    }

    private static <T extends Versioned> Piece<?> piece(ContentType<T> type, Versioned content) {
        return new Piece<>(type, Piece.name(type.kind(), content.code()), type.shape().cast(content), "");
    }
}
