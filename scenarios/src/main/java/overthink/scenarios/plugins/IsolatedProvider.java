package overthink.scenarios.plugins;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Fault.Kind;
import overthink.core.fault.Printable;

/** A provider that lives in another process: what it says of itself was said there, and what it makes plays there. */
final class IsolatedProvider implements StrategyProvider {

    private static final long BEAT_MILLIS = 20;

    private final Isolation isolation;
    private final String name;
    private final String summary;
    private final List<ParameterSpec> parameters;
    private final String page;
    private final String who;
    private final Map<Parameters, Answer> answers = new ConcurrentHashMap<>();

    /** What the provider says with some values of its parameters. */
    private record Answer(boolean anytime, Set<Capability> needs, List<NamedPart> names, Optional<Law> law) {}

    private IsolatedProvider(
            Isolation isolation, String name, String summary, List<ParameterSpec> parameters, String page, String who) {
        this.isolation = isolation;
        this.name = name;
        this.summary = summary;
        this.parameters = parameters;
        this.page = page;
        this.who = who;
    }

    /** A provider as a guest introduces it. */
    static FoundProvider of(Isolation isolation, Object introduction) {
        List<?> said = (List<?>) introduction;
        List<ParameterSpec> parameters =
                ((List<?>) said.get(2)).stream().map(ParameterSpec.class::cast).toList();
        String className = Printable.line(String.valueOf(said.get(3)));
        String origin = String.valueOf(said.get(4));
        IsolatedProvider provider = new IsolatedProvider(
                isolation,
                String.valueOf(said.get(0)),
                String.valueOf(said.get(1)),
                parameters,
                String.valueOf(said.get(5)),
                origin + ": " + className);
        return new FoundProvider(provider, className, origin);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    /** The page that it ships; empty when there is none. */
    String page() {
        return page;
    }

    @Override
    public boolean anytime(Parameters given) {
        return answer(given).anytime();
    }

    @Override
    public Set<Capability> needs(Parameters given) {
        return answer(given).needs();
    }

    @Override
    public List<NamedPart> names(Parameters given) {
        return answer(given).names();
    }

    @Override
    public Optional<Law> law(Parameters given) {
        return answer(given).law();
    }

    @Override
    public Strategy create(Parameters given) {
        answer(given);
        IsolatedStrategy strategy = new IsolatedStrategy(given);
        if (isolation.shares()) {
            strategy.share();
        }
        return strategy;
    }

    private Answer answer(Parameters given) {
        Answer known = answers.get(given);
        if (known == null) {
            known = read(isolation.ask(name, given.asMap()));
            answers.put(given, known);
        }
        return known;
    }

    private static Answer read(List<?> said) {
        String how = String.valueOf(said.get(0));
        if (!how.equals("made")) {
            String reason = Printable.line(String.valueOf(said.get(1)));
            throw how.equals("refused") ? new IllegalArgumentException(reason) : new PluginFailure(reason);
        }
        Set<Capability> needs = new HashSet<>();
        ((List<?>) said.get(2)).forEach(need -> needs.add((Capability) need));
        List<NamedPart> names =
                ((List<?>) said.get(4)).stream().map(NamedPart.class::cast).toList();
        return new Answer((Boolean) said.get(1), Set.copyOf(needs), names, Optional.ofNullable((Law) said.get(3)));
    }

    /** A strategy that plays in a process of its own, which starts with its first trial, or in one that this thread's share. */
    private final class IsolatedStrategy implements Strategy {

        private final Parameters given;
        private @Nullable GuestProcess process;
        /** Which of the process's strategies this is. */
        private int number;

        IsolatedStrategy(Parameters given) {
            this.given = given;
        }

        @Override
        public void run(Session session) {
            GuestProcess guest = process;
            if (guest == null) {
                guest = beginBeside(session);
                number = guest.made() - 1;
                process = guest;
            }
            boolean played = false;
            try {
                guest.play(number, session, who, isolation.patience());
                played = true;
            } finally {
                if (!played) {
                    guest.close();
                    process = null;
                }
            }
        }

        /** Is made in the process that this thread's strategies share, which starts with the first of them. */
        void share() {
            GuestProcess guest = isolation.shared();
            if (guest == null) {
                guest = begin();
                isolation.share(guest);
            } else {
                read(guest.ask(name, given.asMap()));
            }
            number = guest.made() - 1;
            process = guest;
        }

        /** Begins while the session is called now and then: the time that a process takes to start is not the strategy's. */
        private GuestProcess beginBeside(Session session) {
            FutureTask<GuestProcess> start = new FutureTask<>(this::begin);
            Thread starter = new Thread(start, "overthink-guest: " + name);
            starter.setDaemon(true);
            starter.start();
            while (true) {
                session.size();
                try {
                    return start.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException later) {
                    // it starts still
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof ContractViolation violation
                            ? violation
                            : new IllegalStateException(e.getCause());
                } catch (InterruptedException e) {
                    starter.interrupt();
                    throw new ContractViolation(Kind.LOOPED, "took too long to start its process (%s)".formatted(who));
                }
            }
        }

        private GuestProcess begin() {
            GuestProcess guest = null;
            try {
                guest = isolation.start();
                if (guest.problems().isEmpty()) {
                    read(guest.ask(name, given.asMap()));
                    return guest;
                }
                throw new PluginFailure(guest.problems().get(0));
            } catch (PluginFailure | IllegalArgumentException failure) {
                if (guest != null) {
                    guest.close();
                }
                throw new ContractViolation(
                        Kind.THREW, "could not be made in its process: %s (%s)".formatted(failure.getMessage(), who));
            }
        }
    }
}
