package io.openrcm.security.startup;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** A service does not start on a setting that is too weak for real records; it says which, and all of them at once. */
@ApplicationScoped
public class RefuseWeakSettings {

    private static final Logger LOG = Logger.getLogger(RefuseWeakSettings.class);

    private final Config config;
    private final DataSource database;

    RefuseWeakSettings(Config config, DataSource database) {
        this.config = config;
        this.database = database;
    }

    /** The start ends here. */
    static final class Refused extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Refused(List<String> weaknesses) {
            super("refused to start: " + String.join(" ", weaknesses));
        }
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) throws SQLException {
        var profiles = ConfigUtils.getProfiles();
        var weaknesses =
                new ArrayList<>(WeakSettings.of(profiles, name -> config.getOptionalValue(name, String.class)));
        try (var connection = database.getConnection()) {
            weaknesses.addAll(WeakDatabase.of(connection, Clock.systemUTC()));
        }
        weaknesses.forEach(weakness -> LOG.errorf("Refused to start: %s", weakness));
        if (!weaknesses.isEmpty()) {
            throw new Refused(weaknesses);
        }
    }
}
