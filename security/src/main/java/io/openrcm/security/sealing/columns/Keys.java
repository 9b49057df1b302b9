package io.openrcm.security.sealing.columns;

import io.quarkus.arc.Arc;

/** Types of columns are made by Hibernate, not by the container, so they ask it for what has the keys. */
final class Keys {

    private Keys() {}

    static <T> T bean(Class<T> type) {
        var container = Arc.container();
        if (container == null) {
            throw new IllegalStateException("columns are sealed in a running application only");
        }
        return container.instance(type).get();
    }
}
