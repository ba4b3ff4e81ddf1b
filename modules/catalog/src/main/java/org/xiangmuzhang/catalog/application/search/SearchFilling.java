package org.xiangmuzhang.catalog.application.search;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.in.SearchingItems;
import org.xiangmuzhang.catalog.port.out.SearchIndex;
import org.xiangmuzhang.timers.RecurringWork;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Makes what was published before there was a search found, some hundred versions in a transaction.
 */
@Component
class SearchFilling {

    private static final int BATCH = 500;

    private final SearchTexts texts;
    private final SearchIndex index;
    private final TransactionTemplate transaction;

    SearchFilling(
            SearchTexts texts, SearchIndex index, PlatformTransactionManager transactionManager) {
        this.texts = texts;
        this.index = index;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Bean
    static RecurringWork fillingOfSearch(SearchFilling filling) {
        return new RecurringWork(SearchingItems.WORK, Duration.ofMinutes(1), filling::run);
    }

    void run() {
        UUID due = index.due().orElse(null);
        while (due != null) {
            UUID publication = due;
            transaction.executeWithoutResult(status -> fill(publication));
            due = index.due().orElse(null);
        }
    }

    private void fill(UUID publication) {
        List<OwnItem> missing = index.missing(publication, BATCH);
        if (missing.isEmpty()) {
            index.done(publication);
        } else {
            index.add(publication, texts.texts(missing));
        }
    }
}
