package overthink.scenarios.document.section.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import overthink.core.law.cost.Drafting;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Skill;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.form.Spelling;

/** Puts several policies together that name each other: who is derived from whom, and who drafts for whom. */
final class PolicyAssembly {

    private final Map<String, WrittenPolicy> written;
    private final List<String> names;
    /** What each does and costs, as far as it is known. */
    private final Map<String, Policy> policies = new HashMap<>();

    private final Map<String, Integer> parts = new HashMap<>();
    /** Those whose drafts are reckoned with. */
    private final Set<String> speeded = new HashSet<>();

    private boolean sound = true;
    /** Whether a circle was reported; it would be found from each of its members. */
    private boolean circle;

    /** Policies as written, in order; the first is derived from none. */
    PolicyAssembly(Map<String, WrittenPolicy> written) {
        this.written = written;
        names = List.copyOf(written.keySet());
        Policy first = Objects.requireNonNull(one(names.get(0)).policy(), "first");
        for (String name : names) {
            Policy policy = one(name).policy();
            if (policy != null) {
                policies.put(name, policy.onProblemsOf(first));
                parts.put(name, 1);
            }
        }
    }

    /** Puts them together; whether no mistake was reported. */
    boolean assemble() {
        for (String name : names) {
            WrittenPolicy.Draft draft = one(name).draft();
            if (draft != null && known(draft.policy())) {
                circular(draft.policy(), name, new LinkedHashSet<>(), true);
            }
        }
        if (sound) {
            names.forEach(this::drafted);
        }
        for (String name : names) {
            WrittenPolicy.Derivation made = one(name).derivation();
            if (made != null) {
                List<LocatedValue<String>> parents = List.of(made.from(), made.tuned(), made.base());
                // each that nobody knows is reported
                if (parents.stream().filter(this::known).count() == parents.size()) {
                    parents.forEach(of -> circular(of, name, new LinkedHashSet<>(), false));
                }
            }
        }
        if (sound) {
            names.forEach(this::derived);
        }
        return sound;
    }

    /** What the first does and costs, with its draft. */
    Policy first() {
        return Objects.requireNonNull(policies.get(names.get(0)), "first");
    }

    /** All beside the first, in order. */
    List<NamedPolicy> others() {
        List<NamedPolicy> others = new ArrayList<>();
        for (String name : names.subList(1, names.size())) {
            others.add(new NamedPolicy(
                    name,
                    Objects.requireNonNull(policies.get(name), name),
                    skill(one(name)),
                    Objects.requireNonNull(parts.get(name), name),
                    one(name).distance()));
        }
        return others;
    }

    private Skill skill(WrittenPolicy policy) {
        WrittenPolicy.Derivation made = policy.derivation();
        return made == null
                ? new Skill.Own(Objects.requireNonNull(policy.accuracy(), "accuracy"))
                : new Skill.Shifted(
                        names.indexOf(made.from().value()),
                        names.indexOf(made.tuned().value()),
                        names.indexOf(made.base().value()),
                        made.transfer());
    }

    private WrittenPolicy one(String name) {
        return Objects.requireNonNull(written.get(name), name);
    }

    private boolean known(LocatedValue<String> name) {
        if (names.contains(name.value())) {
            return true;
        }
        sound = false;
        name.spot()
                .refuse(
                        name.node(),
                        "there is no policy of this name; there are: " + String.join(", ", names),
                        Spelling.nearest(name.value(), names));
        return false;
    }

    /** Reports a circle that leads from a policy back to {@code start}. */
    private boolean circular(LocatedValue<String> at, String start, Set<String> seen, boolean drafts) {
        if (circle) {
            return true;
        }
        if (at.value().equals(start)) {
            sound = false;
            circle = true;
            List<String> members = new ArrayList<>(List.of(start));
            members.addAll(seen);
            members.add(start);
            at.spot()
                    .report(
                            at.node().place(),
                            "%s in a circle: %s"
                                    .formatted(
                                            drafts
                                                    ? "policies draft for each other"
                                                    : "policies are derived from each other",
                                            String.join(", ", members)),
                            "");
            return true;
        }
        if (!seen.add(at.value()) || !written.containsKey(at.value())) {
            return false;
        }
        for (LocatedValue<String> next : next(one(at.value()), drafts)) {
            if (circularBelow(at, next, start, seen, drafts)) {
                return true;
            }
        }
        seen.remove(at.value());
        return false;
    }

    private boolean circularBelow(
            LocatedValue<String> reported, LocatedValue<String> at, String start, Set<String> seen, boolean drafts) {
        return circular(new LocatedValue<>(at.value(), reported.node(), reported.spot()), start, seen, drafts);
    }

    private static List<LocatedValue<String>> next(WrittenPolicy policy, boolean drafts) {
        WrittenPolicy.Draft draft = policy.draft();
        if (drafts) {
            return draft == null ? List.of() : List.of(draft.policy());
        }
        WrittenPolicy.Derivation made = policy.derivation();
        return made == null ? List.of() : List.of(made.from(), made.tuned(), made.base());
    }

    /** Makes a policy as fast as it is with its draft, which may have one of its own. */
    private void drafted(String name) {
        WrittenPolicy.Draft draft = one(name).draft();
        if (draft == null || !speeded.add(name)) {
            return;
        }
        String drafting = draft.policy().value();
        if (policies.get(drafting) == null) {
            sound = false;
            draft.policy()
                    .spot()
                    .refuse(draft.policy().node(), "must be a policy that is not derived from others: it drafts alone");
            return;
        }
        drafted(drafting);
        Policy policy = Objects.requireNonNull(policies.get(name), name);
        Latency other = Objects.requireNonNull(policies.get(drafting), drafting)
                .tariff()
                .latency();
        Tariff old = policy.tariff();
        Latency with = new Drafting(other, draft.acceptance(), draft.length()).speeded(old.latency());
        policies.put(name, policy.with(new Tariff(old.parameters(), old.price(), with)));
    }

    private void derived(String name) {
        WrittenPolicy.Derivation made = one(name).derivation();
        if (made == null || policies.containsKey(name)) {
            return;
        }
        List<String> three =
                List.of(made.from().value(), made.tuned().value(), made.base().value());
        three.forEach(this::derived);
        int all = three.stream().mapToInt(part -> parts.getOrDefault(part, 1)).sum();
        Policy from = Objects.requireNonNull(policies.get(three.get(0)), "from");
        parts.put(name, all);
        policies.put(name, from.with(together(three, all)));
    }

    /** The mean tariff of those who write each token together, side by side. */
    private Tariff together(List<String> three, int all) {
        double parameters = 0;
        double input = 0;
        double cached = 0;
        double output = 0;
        double prefill = 0;
        double perToken = 0;
        int concurrency = Integer.MAX_VALUE;
        boolean caches = true;
        for (String name : three) {
            Tariff tariff = Objects.requireNonNull(policies.get(name), name).tariff();
            double share = (double) parts.getOrDefault(name, 1) / all;
            parameters += share * tariff.parameters();
            input += share * tariff.price().input();
            cached += share * tariff.price().cached().orElse(0);
            caches &= tariff.price().cached().isPresent();
            output += share * tariff.price().output();
            prefill = Math.max(prefill, tariff.latency().prefill());
            perToken = Math.max(
                    perToken, parts.getOrDefault(name, 1) * tariff.latency().perToken());
            concurrency = Math.min(concurrency, tariff.latency().concurrency());
        }
        return new Tariff(
                parameters,
                new Price(input, caches ? OptionalDouble.of(cached) : OptionalDouble.empty(), output),
                new Latency(prefill, perToken / all, concurrency));
    }
}
