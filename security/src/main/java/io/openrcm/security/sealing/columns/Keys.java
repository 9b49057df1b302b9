package io.openrcm.security.sealing.columns;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Types of columns are made by Hibernate, not by the container, so they ask it for what has the keys: once, and not for every value. */
final class Keys {

    private record Found(ArcContainer container, Map<Class<?>, Object> beans) {}

    private static volatile @Nullable Found found;

    private Keys() {}

    static <T> T bean(Class<T> type) {
        var container = Arc.container();
        if (container == null) {
            throw new IllegalStateException("columns are sealed in a running application only");
        }
        var known = found;
        if (known == null || !known.container().equals(container)) {
            known = new Found(container, new ConcurrentHashMap<>());
            found = known;
        }
        return type.cast(known.beans()
                .computeIfAbsent(type, one -> container.instance(one).get()));
    }
}
