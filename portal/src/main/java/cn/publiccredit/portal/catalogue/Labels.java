package cn.publiccredit.portal.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How fields of content and their values are called on pages; what has no name there keeps its own. */
@Component
class Labels {

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    String field(String name) {
        return named("cat.field." + name, name);
    }

    String message(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    /** A value as a reader understands it: lists in a row, what is inside of it by its names. */
    String text(String field, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(element -> text(field, element)).collect(Collectors.joining(between(value)));
        }
        if (value.isObject()) {
            return value.propertyStream().filter(inner -> isSaid(inner.getValue()))
                    .map(inner -> field(inner.getKey()) + "：" + text(inner.getKey(), inner.getValue()))
                    .collect(Collectors.joining("，"));
        }
        if (value.isBoolean()) {
            return message(value.asBoolean() ? "cat.yes" : "cat.no");
        }
        String own = value.asString("");
        if (field.equals("source")) {
            return inWords(SourceText.of(own));
        }
        return named("cat.value." + field + "." + own, named("cat.value." + own, own));
    }

    // Sentences end by themselves.
    private static String between(JsonNode list) {
        if (list.valueStream().anyMatch(JsonNode::isObject)) {
            return "；";
        }
        return list.valueStream().allMatch(element -> element.asString("").endsWith("。")) ? "" : "、";
    }

    /** A source in the middle of a text, where its marks cannot be set apart. */
    private String inWords(SourceText source) {
        return source.parts().stream().map(part -> part.mark() == null ? part.text() : "〔" + message("cat.mark." + part.mark()) + "〕")
                .collect(Collectors.joining());
    }

    /** A place in content, such as {@code columns/CF_NR/maxLength}, in words. */
    String path(String path) {
        return List.of(path.split("/")).stream().map(this::field).collect(Collectors.joining(" › "));
    }

    /** Whether a field says anything. */
    static boolean isSaid(JsonNode value) {
        return !value.isNull() && !value.isMissingNode() && !(value.isContainer() && value.isEmpty())
                && !(value.isString() && value.asString().isEmpty());
    }

    private String named(String code, String otherwise) {
        String found = messages.getMessage(code, null, otherwise, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }
}
