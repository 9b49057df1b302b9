package io.openrcm.coding.codebook.release;

import io.openrcm.coding.codebook.CodeRelease;
import io.openrcm.coding.codebook.CodeSystem;
import io.openrcm.coding.codebook.Codes;
import io.openrcm.coding.codebook.ListedCode;
import io.openrcm.coding.codebook.ReleaseChange;
import io.openrcm.security.access.ForAllFacilities;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lists a few codes for a first try, in systems of which no complete release was loaded. The seed is a sample, so it never
 * makes another code unknown; it knows the periods of validity of its own codes.
 */
@ApplicationScoped
public class PlantSeed {

    private static final String SEED = "/codebook/seed.csv";
    private static final LocalDate BEFORE_ALL = LocalDate.of(1970, 1, 1);

    private final Codes codes;
    private final boolean isWanted;

    public PlantSeed(
            Codes codes, @ConfigProperty(name = "openrcm.codebook.seed", defaultValue = "true") boolean isWanted) {
        this.codes = codes;
        this.isWanted = isWanted;
    }

    @ForAllFacilities
    @Transactional
    void plant(@Observes StartupEvent started) {
        if (!isWanted) {
            return;
        }
        Set<String> official = new HashSet<>();
        codes.releases().stream().filter(CodeRelease::isComplete).forEach(release -> official.add(release.system()));
        seed().forEach((system, listed) -> {
            if (!official.contains(system.label())) {
                codes.lock(system);
                codes.apply(system, new ReleaseChange(List.of(), List.of(), listed));
            }
        });
    }

    /** The shipped file, {@code system,code,validFrom,validTo,title}, by system. */
    static Map<CodeSystem, List<ListedCode>> seed() {
        Map<CodeSystem, List<String>> lines = new EnumMap<>(CodeSystem.class);
        try (InputStream file = Objects.requireNonNull(PlantSeed.class.getResourceAsStream(SEED), SEED);
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int comma = line.indexOf(',');
                        CodeSystem system =
                                CodeSystem.labelled(line.substring(0, comma)).orElseThrow();
                        lines.computeIfAbsent(system, _ -> new ArrayList<>()).add(line.substring(comma + 1));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("the seed of the codebook cannot be read", e);
        }
        Map<CodeSystem, List<ListedCode>> seed = new EnumMap<>(CodeSystem.class);
        lines.forEach((system, rows) -> seed.put(system, read(rows)));
        return seed;
    }

    private static List<ListedCode> read(List<String> rows) {
        try {
            return ReleaseFile.readCsv(rows.iterator()).stream()
                    .map(PlantSeed::dated)
                    .toList();
        } catch (ReleaseFile.BrokenLine e) {
            throw new IllegalStateException("the seed of the codebook is broken", e);
        }
    }

    private static ListedCode dated(ListedCode listed) {
        LocalDate from = listed.validFrom() == null ? BEFORE_ALL : listed.validFrom();
        return new ListedCode(listed.code(), listed.isBillable(), from, listed.validTo(), listed.title());
    }
}
