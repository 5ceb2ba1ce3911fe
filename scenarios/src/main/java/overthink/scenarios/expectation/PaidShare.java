package overthink.scenarios.expectation;

import java.util.function.ToDoubleFunction;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.CostShares.PartErrors;
import overthink.core.estimate.CostShares.Share;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;

/**
 * The part, from 0 to 1, of a mean cost that goes to one policy or verifier; unknown where nothing is spent.
 *
 * @param of what is spent
 * @param payee to whom it goes, as {@link CostShares#labels()} has it
 */
public record PaidShare(Kind of, String payee) implements RowFigure {

    /** What is divided. */
    public enum Kind {
        /** Dollars. */
        USD("usd", Quantity.USD),
        /** Floating-point operations. */
        FLOPS("flops", Quantity.FLOPS),
        /** Tokens generated. */
        TOKENS("tokens", Quantity.TOKENS);

        private final String label;
        private final Quantity quantity;

        Kind(String label, Quantity quantity) {
            this.label = label;
            this.quantity = quantity;
        }

        /** The name in files. */
        public String label() {
            return label;
        }

        /** What of it goes to one. */
        public ToDoubleFunction<Share> amount() {
            return switch (this) {
                case USD -> Share::usd;
                case FLOPS -> Share::flops;
                case TOKENS -> Share::tokens;
            };
        }

        /** The error of a part of it. */
        public ToDoubleFunction<PartErrors> error() {
            return switch (this) {
                case USD -> PartErrors::usd;
                case FLOPS -> PartErrors::flops;
                case TOKENS -> PartErrors::tokens;
            };
        }
    }

    @Override
    public String label() {
        return "cost-share." + of.label() + "." + payee;
    }

    @Override
    public Quantity quantity() {
        return of.quantity;
    }

    @Override
    public boolean mean() {
        return false;
    }

    @Override
    public double of(Row row) {
        CostShares shares = row.perTrial().costShares();
        return shares.of(payee)
                .map(share -> shares.fraction(share, of.amount()))
                .orElse(Double.NaN);
    }

    @Override
    public double error(Row row) {
        return row.perTrial()
                .costShares()
                .of(payee)
                .map(share -> of.error().applyAsDouble(share.errors()))
                .orElse(Double.NaN);
    }
}
