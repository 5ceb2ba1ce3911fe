package overthink.scenarios.recording;

import java.util.List;

/** What a column of a recording may mean. */
public enum Role {
    /** Names the problem. */
    PROBLEM(
            "problem",
            "problem problemid problemname problemindex task taskid taskname question questionid uid uniqueid qid pid item"
                    + " itemid example exampleid instance instanceid query queryid promptid docid prompt id sampleid"),
    /** Whether the candidate is right. */
    CORRECT(
            "correct",
            "correct iscorrect passed pass success successful solved accepted resolved right label verdict exactmatch acc"
                    + " accuracy"),
    /** The final answer. */
    ANSWER(
            "answer",
            "answer finalanswer extractedanswer extracted prediction predicted pred parsed parsedanswer choice"
                    + " behaviourcluster behaviorcluster cluster output response"),
    /** A verifier's score. */
    SCORE(
            "score",
            "score reward rewardscore verifierscore verifier rmscore rm prmscore finalscore confidence probability prob"
                    + " logit rating testspassed gentestspassed"),
    /** A process verifier's scores of the steps. */
    STEPS(
            "step-scores",
            "stepscores prmstepscores stepscore prmscores stepwisescores processscores steprewards rewards scores"
                    + " rewardhistory"),
    /** Tokens of the candidate. */
    TOKENS(
            "tokens",
            "tokens numtokens ntokens tokencount completiontokens outputtokens generatedtokens responsetokens"
                    + " outputlength length totaltokens"),
    /** The run that the candidate comes from. */
    RUN("run", "run runid runname seed replicate"),
    /** The number of the candidate: two rows with the same are one candidate, recorded twice. */
    SAMPLE(
            "sample",
            "sample sampleidx sampleindex samplenumber completionid epoch attempt attemptid candidate candidateid"
                    + " generation generationid repeat repetition repeatindex trial"),
    /** Which policy generated, or which verifier or filter judged: what rows of one recording share. */
    POLICY(
            "policy",
            "policy model modelname modelid llm provider generatormodel rewardmodel prm verifiermodel judge filter"
                    + " temperature setting config variant method prompt promptname prompttype"),
    /** The level of difficulty of the problem. */
    LEVEL("level", "level difficulty bin"),
    /** How the generation ended. */
    ENDING("ending", "finishreason stopreason endreason limit truncated cutoff finished result status"),
    /** How many candidates the row counts. */
    N(
            "n",
            "n numsamples nsamples samples totalgenerations numgenerations generations totalsamples total attempts trials"
                    + " numattempts"),
    /** How many of them are right. */
    C(
            "c",
            "c ncorrect numcorrect correctcount passedtests numpassed npassed successes numsuccesses solvedcount correct"
                    + " passed");

    private final String label;
    private final String names;

    Role(String label, String names) {
        this.label = label;
        this.names = names;
    }

    /** The word for it in options and scenarios. */
    public String label() {
        return label;
    }

    /** Names that columns of it have, letters and digits alone, the likeliest first. */
    List<String> names() {
        return List.of(names.split(" ", -1));
    }
}
