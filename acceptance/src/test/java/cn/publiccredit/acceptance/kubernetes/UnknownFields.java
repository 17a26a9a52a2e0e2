package cn.publiccredit.acceptance.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that the model does not know: it keeps them aside instead of failing, so they are looked for there. */
final class UnknownFields {

    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private final List<String> found = new ArrayList<>();

    static List<String> in(HasMetadata thing) {
        UnknownFields walk = new UnknownFields();
        walk.visit(thing.getKind() + "/" + thing.getMetadata().getName(), thing);
        return walk.found;
    }

    private void visit(String path, @Nullable Object value) {
        switch (value) {
            case null -> { }
            case Collection<?> many -> many.forEach(one -> visit(path + "[]", one));
            case Map<?, ?> map -> map.forEach((key, one) -> visit(path + "." + key, one));
            case Object thing when thing.getClass().getName().startsWith(MODEL) -> visitGetters(path, thing);
            default -> { }
        }
    }

    private void visitGetters(String path, Object thing) {
        for (Method method : thing.getClass().getMethods()) {
            if (!method.getName().startsWith("get") || method.getParameterCount() > 0
                    || Modifier.isStatic(method.getModifiers()) || method.getName().equals("getClass")) {
                continue;
            }
            Object value = call(method, thing);
            String name = method.getName().substring(3);
            if (!name.equals("AdditionalProperties")) {
                visit(path + "." + name, value);
            } else if (value instanceof Map<?, ?> unknown) {
                unknown.keySet().forEach(key -> found.add(path + "." + key));
            }
        }
    }

    private static @Nullable Object call(Method getter, Object thing) {
        try {
            return getter.invoke(thing);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(getter.toString(), e);
        }
    }
}
