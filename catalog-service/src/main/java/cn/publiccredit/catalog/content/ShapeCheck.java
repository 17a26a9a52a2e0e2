package cn.publiccredit.catalog.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares JSON with the record it is to become and notes every missing, unknown and wrong field, not only the first. */
final class ShapeCheck {

    private final Faults faults;

    ShapeCheck(Faults faults) {
        this.faults = faults;
    }

    void check(JsonNode json, Class<?> shape) {
        object(json, shape, "");
    }

    private void object(JsonNode json, Class<?> shape, String path) {
        if (!json.isObject()) {
            wrong(path, "一个对象", "an object");
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        for (RecordComponent component : shape.getRecordComponents()) {
            String name = name(component);
            names.add(name);
            component(json.get(name), component, path.isEmpty() ? name : path + "." + name);
        }
        json.propertyNames().stream().filter(name -> !names.contains(name)).forEach(name -> faults.add(
                path.isEmpty() ? name : path + "." + name, "unknown-field",
                "字段 " + name + " 不存在，请删除或改用：" + String.join("、", names) + "。",
                "There is no field " + name + "; remove it or use one of " + String.join(", ", names) + "."));
    }

    private void component(@Nullable JsonNode value, RecordComponent component, String path) {
        boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.isAnnotationPresent(Omissible.class);
        if (value == null || value.isNull()) {
            faults.unless(!required, path, "required", "字段 " + path + " 必填，请补充。", path + " is required; fill it in.");
        } else {
            value(value, component.getAnnotatedType(), required, path);
        }
    }

    private void value(JsonNode value, AnnotatedType annotated, boolean required, String path) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class
                && annotated instanceof AnnotatedParameterizedType parameters) {
            elements(value, parameters.getAnnotatedActualTypeArguments()[0], path);
        } else if (type instanceof Class<?> shape && shape.isRecord()) {
            object(value, shape, path);
        } else if (type instanceof Class<?> plain) {
            plain(value, plain, required, path);
        } else {
            throw new IllegalStateException("content cannot have fields of " + type);
        }
    }

    private void elements(JsonNode value, AnnotatedType of, String path) {
        if (!value.isArray()) {
            wrong(path, "一个数组", "an array");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            JsonNode element = value.get(i);
            String place = path + "[" + i + "]";
            if (element.isNull()) {
                wrong(place, "有值，不能为 null", "a value and not null");
            } else {
                value(element, of, true, place);
            }
        }
    }

    private void plain(JsonNode value, Class<?> type, boolean required, String path) {
        if (type == String.class) {
            if (!value.isString()) {
                wrong(path, "文本", "text");
            } else if (required && value.asString().isBlank()) {
                faults.add(path, "required", "字段 " + path + " 不能为空白，请补充。", path + " must not be blank; fill it in.");
            }
        } else if (type == int.class || type == Integer.class) {
            unless(value.isIntegralNumber() && value.canConvertToInt(), path, "整数", "a whole number");
        } else if (type == boolean.class || type == Boolean.class) {
            unless(value.isBoolean(), path, "true 或 false", "true or false");
        } else if (type == BigDecimal.class) {
            unless(value.isNumber() || (value.isString() && isDecimal(value.asString())), path, "数值", "a number");
        } else if (type == LocalDate.class) {
            unless(value.isString() && isDay(value.asString()), path, "日期，如 2026-11-22", "a day such as 2026-11-22");
        } else if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
            unless(value.isString() && names.contains(value.asString()), path,
                    names.stream().collect(Collectors.joining("、")) + " 之一", "one of " + String.join(", ", names));
        } else {
            throw new IllegalStateException("content cannot have fields of " + type);
        }
    }

    private void unless(boolean holds, String path, String zh, String en) {
        if (!holds) {
            wrong(path, zh, en);
        }
    }

    private void wrong(String path, String zh, String en) {
        faults.add(path, "wrong-value", (path.isEmpty() ? "内容" : "字段 " + path) + " 应为" + zh + "，请更正。",
                (path.isEmpty() ? "The content" : path) + " must be " + en + "; correct it.");
    }

    private static boolean isDecimal(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,10})?");
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }
}
