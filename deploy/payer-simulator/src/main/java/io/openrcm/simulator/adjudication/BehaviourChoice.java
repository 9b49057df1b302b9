package io.openrcm.simulator.adjudication;

import io.openrcm.simulator.claim.Claim;
import java.util.EnumMap;
import java.util.Map;

/** Chooses a claim's behaviour: by its member id, else by a hash of seed and claim number, so that a seed repeats a run exactly. */
public final class BehaviourChoice {

    private final long seed;
    private final Map<Behaviour, Integer> weights;
    private final int total;

    public BehaviourChoice(long seed, Map<Behaviour, Integer> weights) {
        this.seed = seed;
        this.weights = new EnumMap<>(weights);
        this.total = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (total <= 0) {
            throw new IllegalArgumentException("the weights add up to nothing");
        }
    }

    public static Map<Behaviour, Integer> defaultWeights() {
        Map<Behaviour, Integer> weights = new EnumMap<>(Behaviour.class);
        for (var behaviour : Behaviour.values()) {
            weights.put(behaviour, behaviour.weight());
        }
        return weights;
    }

    public Behaviour of(Claim claim) {
        var chosen = Behaviour.asked(claim.patient().memberId()).orElseGet(() -> drawn(claim.number()));
        return chosen == Behaviour.CROSS_OVER && (claim.nextPayer().isEmpty() || !claim.firstPayer())
                ? Behaviour.PATIENT_SHARE
                : chosen;
    }

    private Behaviour drawn(String claimNumber) {
        var point = (int) Long.remainderUnsigned(hash(claimNumber), total);
        for (var entry : weights.entrySet()) {
            point -= entry.getValue();
            if (point < 0) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("a point outside the weights");
    }

    /** FNV-1a over the characters, then the SplitMix64 finaliser, because neighbouring numbers must not fall together. */
    private long hash(String text) {
        var hash = 0xcbf29ce484222325L ^ seed * 0x9e3779b97f4a7c15L;
        for (var at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
