package org.xiangmuzhang.intake.application;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.intake.port.in.Settled;
import org.xiangmuzhang.kernel.Refusal;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Acts on several, each whole or not at all and without regard to the others: in a transaction of
 * its own, and behind a savepoint of its own where the caller's transaction is to hold all answers.
 */
@Component
class OneByOne {

    /** As many as a page shows. */
    static final int MOST = 50;

    private final TransactionTemplate each;

    OneByOne(PlatformTransactionManager manager) {
        each = new TransactionTemplate(manager);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * @param pointer to the field that names them
     */
    <T> List<Settled> settle(
            String pointer, List<T> several, Function<T, UUID> id, Consumer<T> act) {
        if (several.isEmpty()) {
            throw Refusal.invalid("nothing-chosen", pointer);
        }
        if (several.size() > MOST) {
            throw Refusal.invalid("too-many-chosen", pointer, MOST, several.size());
        }
        return several.stream().map(one -> settle(id.apply(one), () -> act.accept(one))).toList();
    }

    private Settled settle(UUID id, Runnable act) {
        try {
            each.executeWithoutResult(status -> act.run());
            return new Settled(id, null);
        } catch (Refusal refusal) {
            return new Settled(id, refusal);
        } catch (ConcurrencyFailureException | DuplicateKeyException lost) {
            return new Settled(id, Refusal.conflict("changed-meanwhile"));
        }
    }
}
