import overthink.core.api.StrategyProvider;
import overthink.strategies.adaptive.AdaptiveConsistencyProvider;
import overthink.strategies.adaptive.ConfidenceStopProvider;
import overthink.strategies.adaptive.DeepConfProvider;
import overthink.strategies.adaptive.EarlyStoppingVoteProvider;
import overthink.strategies.adaptive.SelfEvaluatedProvider;
import overthink.strategies.decomposition.AtomsProvider;
import overthink.strategies.decomposition.SolvePartsProvider;
import overthink.strategies.ideas.DiverseSamplingProvider;
import overthink.strategies.ideas.PlanSearchProvider;
import overthink.strategies.merging.AggregateProvider;
import overthink.strategies.merging.DebateProvider;
import overthink.strategies.merging.MixtureOfAgentsProvider;
import overthink.strategies.merging.RecursiveAggregationProvider;
import overthink.strategies.particle.FeynmanKacProvider;
import overthink.strategies.particle.ParallelTemperingProvider;
import overthink.strategies.particle.ParticleFilterProvider;
import overthink.strategies.particle.ParticleGibbsProvider;
import overthink.strategies.pipeline.PipelineProvider;
import overthink.strategies.policies.CascadeProvider;
import overthink.strategies.policies.EnsembleBestOfNProvider;
import overthink.strategies.policies.EnsembleVoteProvider;
import overthink.strategies.policies.RouterProvider;
import overthink.strategies.policies.StepRouterProvider;
import overthink.strategies.reading.IterativeRetrievalProvider;
import overthink.strategies.reading.RetrieveThenReadProvider;
import overthink.strategies.search.BeamSearchProvider;
import overthink.strategies.search.DvtsProvider;
import overthink.strategies.search.LookaheadProvider;
import overthink.strategies.search.MctsProvider;
import overthink.strategies.search.RebaseProvider;
import overthink.strategies.search.StepBestOfNProvider;
import overthink.strategies.search.TreeDfsProvider;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.selection.PassUntilProvider;
import overthink.strategies.selection.RepeatedVerificationProvider;
import overthink.strategies.selection.ShortestAcceptedProvider;
import overthink.strategies.selection.SingleProvider;
import overthink.strategies.selection.TournamentProvider;
import overthink.strategies.serial.AbMctsProvider;
import overthink.strategies.serial.BudgetForcingProvider;
import overthink.strategies.serial.IterativeDeepeningProvider;
import overthink.strategies.serial.ReflexionProvider;
import overthink.strategies.serial.ReviseProvider;
import overthink.strategies.serial.SelfRefineProvider;
import overthink.strategies.serial.SequentialParallelProvider;
import overthink.strategies.serial.UntilFinishedProvider;
import overthink.strategies.variation.SearchOverPathsProvider;
import overthink.strategies.variation.VerifierEnsembleProvider;
import overthink.strategies.variation.ZeroOrderSearchProvider;
import overthink.strategies.voting.BestOfMajorityProvider;
import overthink.strategies.voting.MajorityOfBestProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/**
 * The strategies of the literature: one file a strategy, one package a family.
 *
 * <p>Nothing is exported, since strategies are found by name; the packages are open for the sake of the pages in them. The
 * providers are listed a second time in {@code META-INF/services}, for the class path; a test keeps both lists equal.
 */
module overthink.strategies {
    requires commons.math3;
    requires overthink.core;
    requires static org.jspecify;

    opens overthink.strategies.adaptive to
            overthink.scenarios;
    opens overthink.strategies.ideas to
            overthink.scenarios;
    opens overthink.strategies.merging to
            overthink.scenarios;
    opens overthink.strategies.particle to
            overthink.scenarios;
    opens overthink.strategies.pipeline to
            overthink.scenarios;
    opens overthink.strategies.policies to
            overthink.scenarios;
    opens overthink.strategies.reading to
            overthink.scenarios;
    opens overthink.strategies.search to
            overthink.scenarios;
    opens overthink.strategies.selection to
            overthink.scenarios;
    opens overthink.strategies.serial to
            overthink.scenarios;
    opens overthink.strategies.decomposition to
            overthink.scenarios;
    opens overthink.strategies.variation to
            overthink.scenarios;
    opens overthink.strategies.voting to
            overthink.scenarios;

    provides StrategyProvider with
            SingleProvider,
            BestOfNProvider,
            FirstAcceptedProvider,
            PassUntilProvider,
            ShortestAcceptedProvider,
            RepeatedVerificationProvider,
            TournamentProvider,
            MajorityVoteProvider,
            WeightedVoteProvider,
            BestOfMajorityProvider,
            MajorityOfBestProvider,
            AdaptiveConsistencyProvider,
            EarlyStoppingVoteProvider,
            ConfidenceStopProvider,
            DeepConfProvider,
            SelfEvaluatedProvider,
            BeamSearchProvider,
            ParticleFilterProvider,
            DvtsProvider,
            LookaheadProvider,
            RebaseProvider,
            StepBestOfNProvider,
            MctsProvider,
            TreeDfsProvider,
            ParticleGibbsProvider,
            ParallelTemperingProvider,
            FeynmanKacProvider,
            ReviseProvider,
            SequentialParallelProvider,
            SelfRefineProvider,
            ReflexionProvider,
            BudgetForcingProvider,
            IterativeDeepeningProvider,
            UntilFinishedProvider,
            AbMctsProvider,
            AggregateProvider,
            RecursiveAggregationProvider,
            MixtureOfAgentsProvider,
            DebateProvider,
            PlanSearchProvider,
            DiverseSamplingProvider,
            ZeroOrderSearchProvider,
            SearchOverPathsProvider,
            VerifierEnsembleProvider,
            PipelineProvider,
            SolvePartsProvider,
            AtomsProvider,
            CascadeProvider,
            EnsembleBestOfNProvider,
            EnsembleVoteProvider,
            RouterProvider,
            StepRouterProvider,
            RetrieveThenReadProvider,
            IterativeRetrievalProvider;
}
