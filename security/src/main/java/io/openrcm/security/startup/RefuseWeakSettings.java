package io.openrcm.security.startup;

import io.openrcm.security.sealing.Keysets;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/**
 * A service does not start on a setting that is too weak for real records; it says which, and all of them at once. Settings are looked at
 * before the first connection is made, which is the migrations'; the database after them, and before anything listens.
 */
@ApplicationScoped
public class RefuseWeakSettings implements FlywayConfigurationCustomizer {

    /** What the systems that start programs know as a fault of configuration: to try again does not help. */
    private static final int FAULT_OF_CONFIGURATION = 78;

    private static final Logger LOG = Logger.getLogger(RefuseWeakSettings.class);

    private final Config config;
    private final DataSource database;

    RefuseWeakSettings(Config config, DataSource database) {
        this.config = config;
        this.database = database;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        refuse(weakSettings());
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) throws SQLException {
        var weaknesses = weakSettings();
        try (var connection = database.getConnection()) {
            weaknesses.addAll(WeakDatabase.of(connection, Clock.systemUTC()));
        }
        refuse(weaknesses);
    }

    private List<String> weakSettings() {
        var profiles = ConfigUtils.getProfiles();
        var weaknesses =
                new ArrayList<>(WeakSettings.of(profiles, name -> config.getOptionalValue(name, String.class)));
        if (!WeakSettings.areLenient(profiles)) {
            config.getOptionalValue("openrcm.keys.folder", Path.class)
                    .filter(folder -> Keysets.in(folder).areForLocalUse())
                    .ifPresent(folder -> weaknesses.add(
                            "openrcm.keys.folder must not be " + folder + ": its keys are marked for local use."));
        }
        return weaknesses;
    }

    /** The framework looks for the cause and ends the process with its exit code; thrown bare, it would leave the process standing. */
    private static void refuse(List<String> weaknesses) {
        weaknesses.forEach(weakness -> LOG.errorf("Refused to start: %s", weakness));
        if (!weaknesses.isEmpty()) {
            throw new IllegalStateException(new PreventFurtherStepsException(
                    "This service did not start; its log says why.", FAULT_OF_CONFIGURATION));
        }
    }
}
